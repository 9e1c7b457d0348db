package feed

import (
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/markdown"
)

// texts keeps the text of each spreekuur in the two forms of a feed. Each is in
// several files, and reading Markdown is most of the work of writing one.
type texts struct {
	base string // put before links to the site itself: a reader is elsewhere
	made sync.Map
}

type text struct{ plain, html string }

func (t *texts) of(s *catalog.Spreekuur) *text {
	if made, ok := t.made.Load(s); ok {
		return made.(*text)
	}
	body := s.Body()
	made := &text{plain: markdown.Text(body), html: string(markdown.HTML(body, markdown.Options{Path: t.base}))}
	t.made.Store(s, made)
	return made
}
