// Package markdown turns the text that editors write into HTML and into plain
// text. It is the only place of the program that makes template.HTML: raw HTML
// in the text is left out, and so are addresses that run script, so what comes
// out can stand in any page.
//
// The dialect is CommonMark with tables, strikethrough and bare web addresses
// as links, by goldmark.
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
}

// dialect is one way of reading and writing; there are a few in a program.
type dialect struct {
	path string
	bare bool // addresses without any marking become links
}

var dialects sync.Map // dialect to goldmark.Markdown

// markdownFor makes a dialect the first time. Looking for bare addresses costs
// as much as all else together, so that is left to text that can hold one.
func markdownFor(source, path string) goldmark.Markdown {
	d := dialect{path: path, bare: strings.Contains(source, "://") || strings.Contains(source, "www.") || strings.Contains(source, "@")}
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
	err := markdownFor(source, o.Path).Convert([]byte(source), w)
	if err = cmp.Or(err, w.Flush()); err != nil {
		panic("markdown: writing to memory failed: " + err.Error())
	}
	return template.HTML(bytes.TrimSpace(b.Bytes()))
}

// Text gives the words of the text without any marking, one line per
// paragraph, heading or item of a list.
func Text(source string) string {
	src := []byte(source)
	var b strings.Builder
	_ = ast.Walk(markdownFor(source, "").Parser().Parse(text.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.HTMLBlock, *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				b.Write(n.Value(src))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(src))
			}
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			if entering {
				for i := range n.Lines().Len() {
					line := n.Lines().At(i)
					b.Write(line.Value(src))
				}
			}
		default:
			if !entering && n.Type() == ast.TypeBlock {
				b.WriteByte('\n')
			}
		}
		return ast.WalkContinue, nil
	})
	return compact(b.String())
}

// compact drops empty lines and the spaces round a line.
func compact(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
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
