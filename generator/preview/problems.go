package preview

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"net/url"

	"pleinwijzer/generator/diag"
)

// banner goes on a page of the last good site.
const banner = `<link rel="stylesheet" href="` + reserved + `melding.css">` +
	`<div class="pleinwijzer-strook" role="status" lang="nl" dir="ltr">Dit is de laatste goede versie. ` +
	`In de inhoud zit nu een fout. <a href="?">Bekijk de fout</a></div>`

// ownTemplates are the pages and pieces that the server itself shows.
//
//go:embed *.html
var ownTemplates embed.FS

var templates = template.Must(template.New("").ParseFS(ownTemplates, "*.html"))

// problemsView is what melding.html shows.
type problemsView struct {
	Problems []problemView
	Failure  string // an error that is not in the content, or ""
	LastGood string // an address, or "" when there never was a good site
}

// problemView is a problem with its line in three pieces, of which Wrong is the
// one to mark, and an address that opens it in an editor.
type problemView struct {
	diag.Diagnostic
	Before, Wrong, After string
	Editor               template.URL
}

// writeProblems answers with what keeps the site from being made: the errors in
// the content, or else what failed.
func (s *state) writeProblems(w http.ResponseWriter, r *http.Request, failure string) {
	view := problemsView{Failure: failure}
	for _, d := range s.problems {
		if d.Severity == diag.Error {
			view.Problems = append(view.Problems, viewOf(d))
		}
	}
	if s.broken() && s.site != nil {
		to := url.URL{Path: clean(r.URL.Path), RawQuery: lastGood}
		if r.URL.RawQuery != "" {
			to.RawQuery = r.URL.RawQuery + "&" + lastGood
		}
		view.LastGood = to.String()
	}
	s.writeOwnPage(w, http.StatusInternalServerError, "melding.html", view)
}

// writeOwnPage answers with a page of the server itself, which reloads as others do.
func (s *state) writeOwnPage(w http.ResponseWriter, status int, name string, view any) {
	var body bytes.Buffer
	if err := templates.ExecuteTemplate(&body, name, view); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeBody(w, typeOf(".html"), status, inject(body.Bytes(), s.script()))
}

// viewOf cuts the line of a problem in pieces. A problem at a place without
// length, such as a missing quote, marks one character.
func viewOf(d diag.Diagnostic) problemView {
	line := []rune(d.Excerpt)
	start := min(max(d.Column-1, 0), len(line))
	end := min(start+max(d.Length, 1), len(line))
	v := problemView{d, string(line[:start]), string(line[start:end]), string(line[end:]), editorURL(d.Range)}
	if v.Wrong == "" {
		v.Wrong = " "
	}
	return v
}
