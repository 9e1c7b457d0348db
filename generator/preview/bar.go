package preview

import (
	"bytes"
	"net/http"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/desk"
)

// barView is the data of balk.html.
type barView struct {
	Here   *file // the file that the page is made from, or nil
	Choose chooser
	Desk   string     // where everything can be changed, or ""
	New    []newThing // what can be made
}

// newThing is a kind of record that someone can make.
type newThing struct{ Name, URL string }

// barScript is the element that makes the bar work.
const barScript = `<script src="` + reserved + `balk.js" defer></script>`

// dress adds the preview's own elements to a page: at the top a strip that says which day
// the page shows, unless that is today, and at the bottom the bar. A script counts the
// advice after the page has loaded.
func (s *state) dress(page []byte, r *http.Request) ([]byte, error) {
	at := clean(r.URL.Path)
	v := barView{Choose: s.chooser(r)}
	if found, ok := s.site.source(at); ok {
		here := s.site.fileOf(at, found)
		v.Here = &here
	}
	if s.config.Editing != nil {
		v.Desk = desk.Base
		for _, kind := range content.Kinds {
			v.New = append(v.New, newThing{kind.Name, desk.NewURL(kind.Name)})
		}
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
