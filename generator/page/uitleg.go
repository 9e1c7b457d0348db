package page

import "pleinwijzer/generator/publish"

// explanationPath is the page "Wat is een plein?", which the site has in each of
// its languages: it is for people who see the word for the first time. Its text
// stands with the words of the language, not with the content.
const explanationPath = "/wat-is-een-plein/"

func (s *site) explanation() []publish.File {
	return []publish.File{s.page(explanationPath, "pagina", func() frame {
		title := s.word("wat-is-een-plein-titel")
		view := pagina{Title: title, Text: s.markdown(s.word("wat-is-een-plein-tekst"))}
		return s.frame(title, s.word("pleinen-uitleg"), explanationPath, explanationPath, view)
	})}
}
