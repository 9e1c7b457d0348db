package feed

import (
	"sync"

	"pleinwijzer/generator/markdown"
)

// texts keeps the text of each record in the two forms of a feed. Each is in
// several files, and reading Markdown is most of the work of writing one.
type texts struct {
	base string // put before links to the site itself: a reader is elsewhere
	made sync.Map
}

type text struct{ plain, html string }

// of is the text of a record, which is a pointer to one of the catalog.
func (t *texts) of(record interface{ Body() string }) *text {
	if made, ok := t.made.Load(record); ok {
		return made.(*text)
	}
	body := record.Body()
	made := &text{plain: markdown.Text(body), html: string(markdown.HTML(body, markdown.Options{Path: t.base}))}
	t.made.Store(record, made)
	return made
}
