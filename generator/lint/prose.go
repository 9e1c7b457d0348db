package lint

import (
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/markdown"
)

// A prose is a text in Markdown of a record: that of the record itself, or a
// translation of it. What Markdown makes of a text is looked at in each; the rules
// of Dutch hold for the first alone.
type prose struct {
	markdown.Prose
	source string
	field  bool                            // it is the value of one
	at     func(start, end int) diag.Range // a piece of the source
}

func (p *prose) span(s markdown.Span) diag.Range { return p.at(s.Start, s.End) }

// passage is a piece of a passage.
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
