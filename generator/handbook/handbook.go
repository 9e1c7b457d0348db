// Package handbook makes the editors' handbook, which is a Markdown file with pictures
// beside it, into one HTML file: to read without internet, on a phone, or on paper.
//
// The handbook is our own text, not that of an editor. So here the HTML in it counts, as far
// as it is a line break in a table; package markdown drops all of it.
package handbook

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io/fs"
	"strings"
	"text/template"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

//go:embed handbook.css
var style string

//go:embed handbook.html
var frame string

var page = template.Must(template.New("handbook").Parse(frame))

var dialect = goldmark.New(
	goldmark.WithExtensions(extension.NewTable()),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
	goldmark.WithRendererOptions(html.WithUnsafe(), renderers(util.Prioritized(tables{}, 100))),
)

// HTML makes the page. The pictures are in the folder where the text is, and edition says
// of which version of the program this is the handbook, if that is known.
func HTML(handbook string, pictures fs.FS, edition string) ([]byte, error) {
	source := []byte(handbook)
	doc := dialect.Parser().Parse(text.NewReader(source), parser.WithContext(parser.NewContext(parser.WithIDs(anchors{}))))
	if err := settle(doc, source, pictures); err != nil {
		return nil, err
	}
	view := struct{ Title, Style, Intro, Contents, Text, Edition string }{Style: style, Edition: template.HTMLEscapeString(edition)}
	var intro, contents, chapters bytes.Buffer
	begun := false
	for node := doc.FirstChild(); node != nil; node = node.NextSibling() {
		to := &chapters
		if heading, ok := node.(*ast.Heading); ok {
			begun = begun || heading.Level > 1
			if heading.Level == 1 {
				view.Title = template.HTMLEscapeString(words(heading, source))
			}
		}
		switch {
		case !begun && ofContents(node):
			to = &contents
		case !begun:
			to = &intro
		}
		if err := dialect.Renderer().Render(to, source, node); err != nil {
			return nil, err
		}
	}
	view.Intro, view.Contents, view.Text = intro.String(), contents.String(), chapters.String()
	var made bytes.Buffer
	err := page.Execute(&made, view)
	return made.Bytes(), err
}

// ofContents reports whether a part of the text before the first chapter belongs to the
// table of contents: a list, or the words in bold above it.
func ofContents(node ast.Node) bool {
	switch node.(type) {
	case *ast.List:
		return true
	case *ast.Paragraph:
		only := node.FirstChild()
		bold, ok := only.(*ast.Emphasis)
		return ok && bold.Level == 2 && only.NextSibling() == nil
	}
	return false
}

// settle puts the pictures into the page, and takes out HTML that is not for readers: the
// marks around what tests keep up to date.
func settle(doc ast.Node, source []byte, pictures fs.FS) error {
	var unwanted []ast.Node
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			unwanted = append(unwanted, n)
		case *ast.RawHTML:
			if string(n.Segments.Value(source)) != "<br>" {
				unwanted = append(unwanted, n)
			}
		case *ast.Image:
			data, err := fs.ReadFile(pictures, string(n.Destination))
			if err != nil {
				return ast.WalkStop, fmt.Errorf("a picture in the handbook: %w", err)
			}
			n.Destination = []byte("data:image/webp;base64," + base64.StdEncoding.EncodeToString(data))
		}
		return ast.WalkContinue, nil
	})
	for _, n := range unwanted {
		n.Parent().RemoveChild(n.Parent(), n)
	}
	return err
}

// words returns the text of a heading.
func words(n ast.Node, source []byte) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // never returns an error
		if part, ok := n.(*ast.Text); ok && entering {
			b.Write(part.Value(source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// anchors are the ids of the headings: those that GitHub gives them, since the links in the
// handbook lead there.
type anchors map[string]bool

// Generate implements [parser.IDs].
func (a anchors) Generate(heading []byte, _ ast.NodeKind) []byte {
	id := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_':
			return unicode.ToLower(r)
		case r == ' ':
			return '-'
		}
		return -1
	}, string(heading))
	unique := id
	for n := 1; a[unique]; n++ {
		unique = fmt.Sprintf("%s-%d", id, n)
	}
	a[unique] = true
	return []byte(unique)
}

// Put implements [parser.IDs].
func (a anchors) Put(id []byte) { a[string(id)] = true }
