// Package markdown turns the text that editors write into HTML and into plain
// text. It is the only place of the program that makes template.HTML: raw HTML
// in the text is left out, and so are addresses that run script, so what comes
// out can stand in any page.
//
// The dialect is CommonMark with tables, strikethrough and bare web addresses
// as links, by goldmark. It differs where an editor means something else: what comes
// from Word is a list (tidy.go), the lines of an address are lines (stanza.go),
// spaces before a line do not make it code (indent.go), and headings stand below the one of the page (headings.go).
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

// Options say where the text is going.
type Options struct {
	// Path is put before every address on the site itself, for a site that
	// does not stand at the root of its host, such as "/pleinen".
	Path string
	// Below is the level of the heading that the text stands under. If it is 0
	// that is 1, the title of a page.
	Below int
}

// asWritten leaves headings at the level that the editor gave them.
const asWritten = -1

// dialect is one way of reading and writing; there are a few in a program.
type dialect struct {
	path  string
	below int  // the level of the heading above the text, or asWritten
	bare  bool // addresses without any marking become links
}

var dialects sync.Map // dialect to goldmark.Markdown

// markdownFor makes a dialect the first time. Looking for bare addresses costs
// as much as all else together, so that is left to text that can hold one.
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

// writers are lent to goldmark, which else makes a buffer for each text.
var writers = sync.Pool{New: func() any { return bufio.NewWriter(nil) }}

// HTML renders the text.
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

// prefixer puts the site's path before addresses that start with one slash.
type prefixer string

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
