package markdown

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Prose is an editor's text as a reader takes it in, with the position of every part in
// the source. Its passages contain neither code nor raw HTML.
type Prose struct {
	Passages []Passage
	Links    []Link
	Headings []Heading

	Indented []Span // lines that Markdown would call code because of their indentation
	HTML     []Span // raw HTML, which no page displays
	Code     []Span // code within a passage, without its backticks
}

// A Passage is a paragraph, a heading, a table cell or a list item, without any markup.
type Passage struct {
	Text    string
	Heading bool

	pieces []piece
}

// A piece is a part of a passage that is contiguous in the source.
type piece struct{ at, source int }

// Source converts an offset in Text to an offset in the source.
func (p *Passage) Source(offset int) int {
	i := sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].at > offset }) - 1
	if i < 0 {
		return 0
	}
	return p.pieces[i].source + offset - p.pieces[i].at
}

// A Link is a link or an image. Destination is what a browser gets. Start and End are the
// offsets in the source of the part that a reader sees; for an image, of its alternative
// text.
type Link struct {
	Text, Destination string
	Image             bool
	Bare              bool // an address in the text without any markup
	Start, End        int
}

// A Heading is a heading in the text, with the level that the editor gave it and the
// level at which it is shown below the title of a page.
type Heading struct {
	Span              // its words, or the whole line if it has none
	Text       string // as the editor wrote it
	Level      int
	Shown      int
	Underlined bool // a heading because of the line of signs below it
}

// Read parses an editor's text.
func Read(source string) Prose {
	if passages, ok := readPlain(source); ok {
		return Prose{Passages: passages}
	}
	return parse(source)
}

func parse(source string) Prose {
	root, d, indented := read(markdownFor(source, "", asWritten), source)
	r := reader{draft: d, source: []byte(d.text), prose: Prose{Indented: indented}}
	r.headings(root)
	_ = ast.Walk(root, r.visit)
	r.restore()
	return r.prose
}

// reader builds a Prose while it walks the syntax tree.
type reader struct {
	draft  draft
	source []byte
	prose  Prose
	text   []byte
	pieces []piece
	links  []int // where the text of each enclosing link begins
}

func (r *reader) headings(root ast.Node) {
	headings := headingsOf(root)
	shown := Levels(levelsOf(headings), 1)
	for i, h := range headings {
		found := Heading{Level: h.Level, Shown: shown[i], Span: Span{max(h.Pos(), 0), max(h.Pos(), 0)}}
		if lines := h.Lines(); lines.Len() > 0 {
			first, last := lines.At(0), lines.At(lines.Len()-1)
			found.Span = Span{first.Start, first.Stop}
			found.Text = strings.TrimSpace(string(r.source[first.Start:last.Stop]))
			found.Underlined = !bytes.HasSuffix(bytes.TrimRight(r.source[:first.Start], " "), []byte("#"))
		}
		words := bytes.TrimRight(r.source[found.Start:found.End], " \n")
		found.End = found.Start + len(words)
		r.prose.Headings = append(r.prose.Headings, found)
	}
}

func (r *reader) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *ast.HTMLBlock, *ast.RawHTML, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.CodeSpan:
		if entering {
			r.silent(n)
		}
		return ast.WalkSkipChildren, nil
	case *ast.Text:
		if entering {
			r.words(n.Segment.Start, n.Segment.Stop)
			if n.SoftLineBreak() || n.HardLineBreak() {
				r.add([]byte(" "), n.Segment.Stop)
			}
		}
	case *ast.AutoLink:
		if entering {
			r.autoLink(n)
		}
	case *ast.Link:
		r.link(n, n.Destination, false, entering)
	case *ast.Image:
		r.link(n, n.Destination, true, entering)
	default:
		if !entering && n.Type() == ast.TypeBlock && len(r.text) > 0 {
			_, heading := n.(*ast.Heading)
			r.prose.Passages = append(r.prose.Passages, Passage{Text: string(r.text), Heading: heading, pieces: r.pieces})
			r.text, r.pieces = r.text[:0], nil
		}
	}
	return ast.WalkContinue, nil
}

// silent records the parts that do not belong to a passage: code and raw HTML.
func (r *reader) silent(n ast.Node) {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		span := Span{n.Lines().At(0).Start, n.Lines().At(n.Lines().Len() - 1).Stop}
		if n.HasClosure() {
			span.End = n.ClosureLine.Stop
		}
		r.prose.HTML = append(r.prose.HTML, span)
	case *ast.RawHTML:
		r.prose.HTML = append(r.prose.HTML, Span{n.Segments.At(0).Start, n.Segments.At(n.Segments.Len() - 1).Stop})
	case *ast.CodeSpan:
		if first, ok := n.FirstChild().(*ast.Text); ok {
			r.prose.Code = append(r.prose.Code, Span{first.Segment.Start, n.LastChild().(*ast.Text).Segment.Stop})
		}
	}
}

// words adds a piece of text as a reader sees it: escapes, and references such as &euro;,
// are replaced by the character that they stand for.
func (r *reader) words(start, end int) {
	for start < end {
		at := bytes.IndexAny(r.source[start:end], `\&`)
		if at < 0 {
			break
		}
		at += start
		seen, size := character(r.source[at:end])
		if size == 0 { // the character stands for itself
			r.add(r.source[start:at+1], start)
			start = at + 1
			continue
		}
		if at > start {
			r.add(r.source[start:at], start)
		}
		r.add(seen, max(at, at+size-len(seen)))
		start = at + size
	}
	if start < end {
		r.add(r.source[start:end], start)
	}
}

func (r *reader) add(text []byte, source int) {
	r.pieces = append(r.pieces, piece{len(r.text), source})
	r.text = append(r.text, text...)
}

func (r *reader) autoLink(n *ast.AutoLink) {
	label := n.Label(r.source)
	start := max(n.Pos(), 0)
	start += max(bytes.Index(r.source[start:], label), 0)
	r.add(label, start)
	destination := string(n.URL(r.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(label, []byte("mailto:")) {
		destination = "mailto:" + destination
	}
	r.prose.Links = append(r.prose.Links, Link{
		Text: string(label), Destination: destination, Bare: true, Start: start, End: start + len(label),
	})
}

func (r *reader) link(n ast.Node, destination []byte, image, entering bool) {
	if entering {
		r.links = append(r.links, len(r.text))
		return
	}
	begin := r.links[len(r.links)-1]
	r.links = r.links[:len(r.links)-1]
	opening := len("[")
	if image {
		opening = len("![")
	}
	l := Link{Text: string(r.text[begin:]), Destination: resolved(destination), Image: image, Start: max(n.Pos(), 0)}
	l.End = min(l.Start+opening+len(l.Text)+len("]"), len(r.source))
	r.prose.Links = append(r.prose.Links, l)
}

// resolved returns an address with Markdown escapes and references replaced.
func resolved(destination []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(destination))))
}

// restore converts all offsets from those in the draft to those in what the editor wrote.
func (r *reader) restore() {
	if r.draft.origin == nil {
		return
	}
	back := func(s *Span) {
		end := s.Start
		if s.End > s.Start {
			end = r.draft.source(s.End-1) + 1
		}
		s.Start, s.End = r.draft.source(s.Start), max(end, r.draft.source(s.Start))
	}
	for i := range r.prose.Passages {
		r.restorePassage(&r.prose.Passages[i])
	}
	for i := range r.prose.Links {
		l := &r.prose.Links[i]
		s := Span{l.Start, l.End}
		back(&s)
		l.Start, l.End = s.Start, s.End
	}
	for i := range r.prose.Headings {
		back(&r.prose.Headings[i].Span)
	}
	for i := range r.prose.HTML {
		back(&r.prose.HTML[i])
	}
	for i := range r.prose.Code {
		back(&r.prose.Code[i])
	}
}

// restorePassage splits the pieces of a passage wherever they are not contiguous in the
// source.
func (r *reader) restorePassage(p *Passage) {
	var pieces []piece
	for j, at := range p.pieces {
		until := len(p.Text)
		if j+1 < len(p.pieces) {
			until = p.pieces[j+1].at
		}
		for k := at.at; k < until; k++ {
			source := r.draft.source(at.source + k - at.at)
			if last := len(pieces) - 1; last < 0 || pieces[last].source+k-pieces[last].at != source {
				pieces = append(pieces, piece{k, source})
			}
		}
	}
	p.pieces = pieces
}
