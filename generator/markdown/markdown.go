// Package markdown turns the text that editors write into HTML and into plain text. No
// other package makes template.HTML. Raw HTML in the text is dropped, and so are
// addresses that run scripts, so the result is safe in any page.
//
// The dialect is CommonMark with tables, strikethrough and bare web addresses as links,
// by goldmark. It differs where editors mean something else: bullets from Word are lists
// (tidy.go), the lines of a postal address stay separate (stanza.go), indentation does
// not make code (indent.go), and headings come below the heading of the page
// (headings.go).
package markdown

import (
	"bufio"
	"bytes"
	"cmp"
	"html/template"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Options describe where the HTML will be used.
type Options struct {
	// Path is prefixed to every address on the site itself, for a site that is not at the
	// root of its host. An example is "/pleinen".
	Path string
	// Below is the level of the heading that the text is under. 0 means 1, the title of a
	// page.
	Below int
}

// asWritten leaves headings at the levels that the editor chose.
const asWritten = -1

// dialect is a configuration of goldmark. A program uses only a few of them.
type dialect struct {
	path  string
	below int  // the level of the heading above the text, or asWritten
	bare  bool // addresses without any marking become links
}

var dialects sync.Map // maps a dialect to its goldmark.Markdown

// markdownFor returns the goldmark for a text, creating it if necessary. Looking for bare
// addresses takes as long as everything else together, so it is only enabled for text
// that may contain one.
func markdownFor(source, path string, below int) goldmark.Markdown {
	d := dialect{path: path, below: below, bare: strings.Contains(source, "://") ||
		strings.Contains(source, "www.") || strings.Contains(source, "@")}
	if md, ok := dialects.Load(d); ok {
		return md.(goldmark.Markdown)
	}
	md, _ := dialects.LoadOrStore(d, d.markdown())
	return md.(goldmark.Markdown)
}

func (d dialect) markdown() goldmark.Markdown {
	extensions := []goldmark.Extender{extension.Table, extension.Strikethrough}
	if d.bare {
		extensions = append(extensions, extension.Linkify)
	}
	var options []parser.Option
	if d.path != "" {
		options = append(options, parser.WithASTTransformers(util.Prioritized(prefixer(d.path), 500)))
	}
	if d.below > 0 {
		options = append(options, parser.WithASTTransformers(util.Prioritized(outline{d.below}, 400)))
	}
	return goldmark.New(goldmark.WithExtensions(extensions...), goldmark.WithParserOptions(options...))
}

// writers are lent to goldmark, which would otherwise allocate a buffer for each text.
var writers = sync.Pool{New: func() any { return bufio.NewWriter(nil) }}

// HTML renders the text as HTML that is safe in any page.
func HTML(source string, o Options) template.HTML {
	var b bytes.Buffer
	w := writers.Get().(*bufio.Writer)
	defer writers.Put(w)
	w.Reset(&b)
	md := markdownFor(source, o.Path, cmp.Or(o.Below, 1))
	root, d, _ := read(md, source)
	err := md.Renderer().Render(w, []byte(d.text), root)
	if err = cmp.Or(err, w.Flush()); err != nil {
		panic("markdown: writing to memory failed: " + err.Error())
	}
	return template.HTML(bytes.TrimSpace(b.Bytes()))
}

// prefixer adds the path of the site to addresses that start with a single slash.
type prefixer string

// Transform implements [parser.ASTTransformer].
func (p prefixer) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			n.Destination = p.prefix(n.Destination)
		case *ast.Image:
			n.Destination = p.prefix(n.Destination)
		}
		return ast.WalkContinue, nil
	})
}

func (p prefixer) prefix(destination []byte) []byte {
	if bytes.HasPrefix(destination, []byte("/")) && !bytes.HasPrefix(destination, []byte("//")) {
		return append([]byte(p), destination...)
	}
	return destination
}
