package site

import (
	"pleinwijzer/generator/layout"
)

func ExplanationPages(s *layout.Site) []layout.Page {
	title := s.Word("wat-is-een-plein-titel")
	return []layout.Page{{
		Path: layout.ExplanationPath, Layout: "pagina", Title: title, Description: s.Word("pleinen-uitleg"), Section: layout.ExplanationPath,
		View: layout.Shows(func() any { return pagina{Title: title, Text: s.Markdown(s.Word("wat-is-een-plein-tekst"))} }),
	}}
}
