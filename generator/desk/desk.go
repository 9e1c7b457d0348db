// Package desk is where people without training change the content: in forms, in a browser
// on their own computer, without an account, the internet or git.
//
// A form is made from the fields of package form, in a few groups (package fieldset). While
// someone types, a trial site is made with what they have not saved yet (trial.go): it
// gives the problems beside the fields, and the page beside the form. Saving writes the
// file in place (save.go). If somebody else changed it meanwhile, both versions are shown
// and the person chooses (conflict.go). What was saved can be undone (changed.go). A file
// that has no form, since its fields cannot be read, is mended as its text (rawtext.go).
// Nothing here speaks of keys and lines to who fills in a form (package wording).
//
// Everything works as plain pages and forms. The script formulier.js only adds to that:
// problems while typing, blocks that move without a new page, lists that can be searched.
//
// # Who may write
//
// A site that is open in the same browser can send requests here, so no request is trusted
// because it comes from this computer (guard.go). The address must be ours (package preview
// checks Host), the request must come from a page of ours, and it must have a token that
// only those pages know and that is different after every start. GET changes nothing.
package desk

import (
	"crypto/rand"
	"net/http"
	"strings"

	"pleinwijzer/generator"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/saving"
)

// Base is the path below which the pages of a desk are.
const Base = "/__pleinwijzer/bewerk/"

// Config says which content a desk is for.
type Config struct {
	Folder *saving.Folder
	Shown  string // the path of the folder that editors see in front of file names

	// Records returns the content as it was last read, or nil.
	Records func() *content.Content

	// Lists returns what forms offer to choose from, for that content.
	Lists func() edit.Lists

	// Try returns the site as it would be if one file contained data. look says whether
	// pictures may have come since the last time.
	Try func(file string, data []byte, look bool) (*generator.Site, error)
}

// Desk serves the forms of a content folder. Its methods may be called by several
// goroutines at once.
type Desk struct {
	frame
	source
	trials trials
	pages  map[string]http.HandlerFunc
}

// New returns a desk.
func New(c Config) *Desk {
	d := &Desk{frame: frame{rand.Text(), c.Shown}, source: source{c}}
	d.pages = map[string]http.HandlerFunc{
		"GET ":              d.overview,
		"GET bestand":       d.showFile,
		"POST bestand":      d.saveFile,
		"GET nieuw":         d.showNew,
		"POST nieuw":        d.saveNew,
		"POST proef":        d.tryOut,
		"POST advies":       d.advise,
		"GET veranderd":     d.showChanged,
		"POST terug":        d.undo,
		"POST opnieuw":      d.redo,
		"GET formulier.css": d.asset,
		"GET formulier.js":  d.asset,
	}
	return d
}

// ServeHTTP serves the paths below [Base].
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	protect(w.Header())
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	page, ok := d.pages[method+" "+strings.TrimPrefix(r.URL.Path, Base)]
	if !ok {
		d.say(w, http.StatusNotFound, "Deze pagina is er niet", "Kijk of het adres klopt.")
		return
	}
	if refused := crossOrigin.Check(r); refused != nil {
		d.say(w, http.StatusForbidden, "Dit mag niet", "Een andere site wilde hier iets veranderen. Er is niets veranderd.")
		return
	}
	if method == http.MethodPost && !d.accept(w, r) {
		return
	}
	page(w, r)
}
