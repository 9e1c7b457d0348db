package preview

import (
	"bytes"
	"embed"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// reserved is the path below which the server has its own files. The site has nothing
// there, since a slug never starts with an underscore.
const reserved = "/__pleinwijzer/"

// own are the files below the reserved path. They are separate files because pages do not
// allow inline scripts and styles.
//
//go:embed *.js *.css
var own embed.FS

// Other names below the reserved path.
const (
	versions = "versies"   // reports new versions
	sources  = "bestanden" // which files pages are made from
	advices  = "adviezen"  // how those files could be better
)

func (s *server) serveOwn(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, reserved)
	switch name {
	case versions:
		s.serveVersions(w, r)
		return
	case sources, advices:
		s.current.Load().serveAbout(w, r, name)
		return
	}
	body, err := own.ReadFile(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	writeBody(w, typeOf(name), http.StatusOK, body)
}

// serveVersions sends an event as soon as the version that the page shows is not the
// latest one. The page says which version it shows, so that nothing is missed between the
// request for the page and that of its script, nor when the server is restarted.
func (s *server) serveVersions(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	shown := r.URL.Query().Get("getoond")
	out := http.NewResponseController(w)
	fmt.Fprint(w, "retry: 500\n\n")
	for {
		now := s.current.Load()
		if now.version != shown {
			shown = now.version
			fmt.Fprintf(w, "data: %s\n\n", shown)
		}
		if out.Flush() != nil {
			return
		}
		select {
		case <-now.replaced:
		case <-r.Context().Done():
			return
		}
	}
}

// script returns the element that reloads a page when it is out of date.
func (s *state) script() string {
	return `<script src="` + reserved + `herladen.js" data-versie="` + s.version + `" defer></script>`
}

// injectAfter inserts html after the first start tag of an element, if the page has one.
func injectAfter(page []byte, element, html string) []byte {
	start := bytes.Index(page, []byte("<"+element))
	if start < 0 || html == "" {
		return page
	}
	at := start + bytes.IndexByte(page[start:], '>') + 1
	return slices.Concat(page[:at], []byte(html), page[at:])
}

// inject inserts html at the end of the body. HTML allows a page without the end tag.
func inject(page []byte, html string) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], []byte(html), page[at:])
}
