package layout

import (
	"html/template"
	"io"
)

// redirect writes such a page.
func redirect(w io.Writer, p Placed) error {
	s := p.Site
	return redirectPage.Execute(w, moved{
		Lang: s.Language.Code, Dir: s.Language.Dir, To: s.Link(p.MovedTo), Canonical: s.Absolute(p.MovedTo),
		Moved: s.Word("pagina-is-verhuisd"), GoThere: s.Word("ga-naar-nieuwe-pagina"),
	})
}

type moved struct {
	Lang, Dir      string
	To, Canonical  string
	Moved, GoThere string
}

var redirectPage = template.Must(template.New("redirect").Parse(`<!doctype html><html lang="{{.Lang}}" dir="{{.Dir}}"><head><meta charset="utf-8">` +
	`<meta name="viewport" content="width=device-width, initial-scale=1"><title>{{.Moved}}</title>` +
	`<meta http-equiv="refresh" content="0; url={{.To}}"><link rel="canonical" href="{{.Canonical}}"><meta name="robots" content="noindex"></head>` +
	`<body><main><h1>{{.Moved}}</h1><p><a href="{{.To}}">{{.GoThere}}</a></p></main></body></html>`))
