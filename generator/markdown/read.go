package markdown

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// A Prose is an editor's text as a reader takes it in, with the place of every
// piece in the source. Code and raw HTML are no part of it.
type Prose struct {
	Passages []Passage
	Links    []Link
}

// A Passage is a paragraph, a heading, a cell of a table or an item of a list,
// without any marking.
type Passage struct {
	Text    string
	Heading bool

	pieces []piece
}

// A piece is a stretch of a passage that stands in one place of the source.
type piece struct{ at, source int }

// Source turns an offset in Text into one in the source.
func (p *Passage) Source(offset int) int {
	i := sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].at > offset }) - 1
	if i < 0 {
		return 0
	}
	return p.pieces[i].source + offset - p.pieces[i].at
}

// A Link is a link or an image. Start and End are offsets in the source of what
// a reader sees of it; End is where the alternative text of an image would end.
type Link struct {
	Text, Destination string
	Image             bool
	Bare              bool // an address that stands in the text as it is
	Start, End        int
}

// Read takes an editor's text apart.
func Read(source string) Prose {
	if passages, ok := readPlain(source); ok {
		return Prose{Passages: passages}
	}
	return parse(source)
}

func parse(source string) Prose {
	r := reader{source: []byte(source)}
	_ = ast.Walk(markdownFor(source, "").Parser().Parse(text.NewReader(r.source)), r.visit)
	return r.prose
}

// reader fills a Prose while it walks over the tree.
type reader struct {
	source []byte
	prose  Prose
	text   []byte
	pieces []piece
	links  []int // where the text of each open link begins
}

func (r *reader) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *ast.HTMLBlock, *ast.RawHTML, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.CodeSpan:
		return ast.WalkSkipChildren, nil
	case *ast.Text:
		if entering {
			r.add(n.Segment.Value(r.source), n.Segment.Start)
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
	l := Link{Text: string(r.text[begin:]), Destination: string(destination), Image: image, Start: max(n.Pos(), 0)}
	l.End = l.Start + opening + len(l.Text) + len("]")
	r.prose.Links = append(r.prose.Links, l)
}
