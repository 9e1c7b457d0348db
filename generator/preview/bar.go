package preview

import (
	"bytes"
	"net/http"
)

// barView is what balk.html shows.
type barView struct {
	Here   *file // the file that the page is about, or nil
	Choose chooser
}

// barScript makes the bar work.
const barScript = `<script src="` + reserved + `balk.js" defer></script>`

// dress adds to a page what the preview says on it of itself: above it which day it
// shows, if that is another one, and below it the bar. A script counts the advice
// once the page is there.
func (s *state) dress(page []byte, r *http.Request) ([]byte, error) {
	at := clean(r.URL.Path)
	v := barView{Choose: s.chooser(r)}
	if found, ok := s.site.source(at); ok {
		here := fileOf(at, found)
		v.Here = &here
	}
	var strip, bar bytes.Buffer
	if err := templates.ExecuteTemplate(&strip, "strook.html", v.Choose); err != nil {
		return nil, err
	}
	if err := templates.ExecuteTemplate(&bar, "balk.html", v); err != nil {
		return nil, err
	}
	page = injectAfter(page, "head", s.clock())
	page = injectAfter(page, "body", strip.String())
	return inject(page, bar.String()+barScript), nil
}
