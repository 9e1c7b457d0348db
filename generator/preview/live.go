package preview

import (
	"bytes"
	"embed"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// reserved is the path below which the server has files of its own. The site
// has nothing there, as a slug never starts with an underscore.
const reserved = "/__pleinwijzer/"

// own are the files below the reserved path. They are files, rather than lines in
// the page, since pages allow no script or style in themselves.
//
//go:embed *.js *.css
var own embed.FS

// What else there is below the reserved path.
const (
	versions = "versies"   // tells of new versions
	sources  = "bestanden" // which files pages are from
	advices  = "adviezen"  // what could be better in them
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

// serveVersions sends an event as soon as the version that the page shows is not
// the newest one. A page says which it shows, so that nothing is lost between
// the page and the script in it, nor when the server is started anew.
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

// script is the element that keeps a page up to date.
func (s *state) script() string {
	return `<script src="` + reserved + `herladen.js" data-versie="` + s.version + `" defer></script>`
}

// injectAfter puts html behind the start tag of an element, where the page has it.
func injectAfter(page []byte, element, html string) []byte {
	start := bytes.Index(page, []byte("<"+element))
	if start < 0 || html == "" {
		return page
	}
	at := start + bytes.IndexByte(page[start:], '>') + 1
	return slices.Concat(page[:at], []byte(html), page[at:])
}

// inject puts html at the end of the body. A page may do without the end tag.
func inject(page []byte, html string) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], []byte(html), page[at:])
}
