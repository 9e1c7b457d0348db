package page

// explanationPath is the page "Wat is een plein?", which the site has in each of
// its languages: it is for people who see the word for the first time. Its text
// stands with the words of the language, not with the content.
const explanationPath = "/wat-is-een-plein/"

func explanationPages(s *site) []Page {
	title := s.word("wat-is-een-plein-titel")
	return []Page{{
		Path: explanationPath, Layout: "pagina", Title: title, Description: s.word("pleinen-uitleg"), Section: explanationPath,
		View: shows(func() any { return pagina{Title: title, Text: s.markdown(s.word("wat-is-een-plein-tekst"))} }),
	}}
}
