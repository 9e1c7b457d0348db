package preview

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"net/url"

	"pleinwijzer/generator/diag"
)

// banner is added to a page of the last good version.
const banner = `<link rel="stylesheet" href="` + reserved + `melding.css">` +
	`<div class="pleinwijzer-strook" role="status" lang="nl" dir="ltr">Dit is de laatste goede versie. ` +
	`In de inhoud zit nu een fout. <a href="?">Bekijk de fout</a></div>`

// ownTemplates are the pages and fragments of the server itself.
//
//go:embed *.html
var ownTemplates embed.FS

var templates = template.Must(template.New("").ParseFS(ownTemplates, "*.html"))

// problemsView is the data of melding.html.
type problemsView struct {
	Problems []problemView
	Failure  string // an error that is not about the content, or ""
	LastGood string // an address, or "" if there has not been a good version
}

// problemView is a problem with its line in three parts, of which Wrong is the one to
// mark, and an address that opens it in an editor.
type problemView struct {
	diag.Diagnostic
	Before, Wrong, After string
	Editor               template.URL
	Form                 string // the address of the form of the file, or ""
}

// writeProblems responds with what keeps the site from being made: the errors in the
// content, or another failure.
func (s *state) writeProblems(w http.ResponseWriter, r *http.Request, failure string) {
	view := problemsView{Failure: failure}
	for _, d := range s.problems {
		if d.Severity == diag.Error {
			view.Problems = append(view.Problems, s.config.viewOf(d))
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

// writeOwnPage responds with a page of the server itself, which reloads like any other
// page.
func (s *state) writeOwnPage(w http.ResponseWriter, status int, name string, view any) {
	var body bytes.Buffer
	if err := templates.ExecuteTemplate(&body, name, view); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeBody(w, typeOf(".html"), status, inject(body.Bytes(), s.script()))
}

// viewOf splits the line of a problem. If the problem has no length, such as a missing
// quote, it marks one character.
func (c *Config) viewOf(d diag.Diagnostic) problemView {
	line := []rune(d.Excerpt)
	start := min(max(d.Column-1, 0), len(line))
	end := min(start+max(d.Length, 1), len(line))
	v := problemView{d, string(line[:start]), string(line[start:end]), string(line[end:]), editorURL(d.Range), c.formOf(d.File)}
	if v.Wrong == "" {
		v.Wrong = " "
	}
	return v
}
