package feed

import (
	"bytes"
	"iter"
	"sync"

	"pleinwijzer/generator/markdown"
)

// recordLines keeps records in the form that feeds give them. Each record stands in
// several feeds, and encoding it is most of the work.
type recordLines struct{ made sync.Map }

// kept gives the record of each item of a list. An item must have the same record in
// every feed.
func kept[T, R any](l *recordLines, list []T, record func(T) R) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, item := range list {
			if made, ok := l.made.Load(item); ok {
				if !yield(made.([]byte), nil) {
					return
				}
				continue
			}
			line, err := encode(record(item))
			line = bytes.Clone(line) // without the room that the encoder left
			if err == nil {
				l.made.Store(item, line)
			}
			if !yield(line, err) {
				return
			}
		}
	}
}

// text is an editor's text in the two forms of a feed.
type text struct{ plain, html string }

// textOf reads the Markdown of a record. Links to the site become absolute, since the
// feed is read elsewhere.
func (s source) textOf(record interface{ Body() string }) text {
	body := record.Body()
	return text{markdown.Text(body), string(markdown.HTML(body, markdown.Options{Path: s.Site.Base}))}
}
