package lint

import (
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/markdown"
)

// A prose is a Markdown text of a record: its own text or a translation. Checks of
// Markdown apply to both, checks of Dutch only to the former.
type prose struct {
	markdown.Prose
	source string
	field  bool                            // it is the value of a field
	at     func(start, end int) diag.Range // the position of a part of the source
}

func (p *prose) span(s markdown.Span) diag.Range { return p.at(s.Start, s.End) }

// passage returns the position of a part of a passage.
func (p *prose) passage(of *markdown.Passage, start, end int) diag.Range {
	return p.at(of.Source(start), of.Source(end-1)+1)
}

func (r *record) read(source string, field bool, at func(start, end int) diag.Range) *prose {
	r.proses = append(r.proses, prose{markdown.Read(source), source, field, at})
	p := &r.proses[len(r.proses)-1]
	for _, l := range p.Links {
		r.links = append(r.links, link{l, at(l.Start, l.End)})
	}
	return p
}
