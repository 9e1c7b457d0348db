package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// A Span is a piece of the source, by byte offsets.
type Span struct{ Start, End int }

// read parses a text as it was meant. Four spaces at the start of a line are code in
// Markdown; editors have them from a mail, or because the lines of a text in a
// .toml file stand out. So such lines come forward until none is code, and what
// they hold is the paragraph or the list that it looks like. The spans are the lines
// that were code.
func read(md goldmark.Markdown, source string) (ast.Node, draft, []Span) {
	d := tidy(source)
	var indented []Span
	for first := true; ; first = false {
		root := md.Parser().Parse(text.NewReader([]byte(d.text)))
		if !strings.Contains(d.text, "    ") {
			return root, d, indented
		}
		edits, code := forward(root, d.text)
		if first {
			for _, s := range code {
				indented = append(indented, Span{d.source(s.Start), d.source(s.End-1) + 1})
			}
		}
		if len(edits) == 0 {
			return root, d, indented
		}
		d.apply(edits)
	}
}

// forward are the spaces to take away, and the lines of code.
func forward(root ast.Node, source string) (edits []edit, code []Span) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock {
			return ast.WalkContinue, nil
		}
		switch n.(type) {
		case *ast.CodeBlock:
			block, spans := unindent(n.Lines(), source)
			edits, code = append(edits, block...), append(code, spans...)
		case *ast.Paragraph, *ast.TextBlock:
			edits = append(edits, items(n, source)...)
		}
		return ast.WalkContinue, nil
	})
	slices.SortFunc(edits, func(a, b edit) int { return a.start - b.start })
	return edits, code
}

// unindent brings the lines of a block of code forward, together.
func unindent(lines *text.Segments, source string) (edits []edit, spans []Span) {
	const code = 4
	least := -1
	for i := range lines.Len() {
		if words, at := wordsOf(lines.At(i), source); words > 0 && (least < 0 || at < least) {
			least = at
		}
	}
	for i := range lines.Len() {
		line := lines.At(i)
		words, at := wordsOf(line, source)
		if words == 0 {
			continue
		}
		start := line.Start
		for start > 0 && line.Start-start < code && (source[start-1] == ' ' || source[start-1] == '\t') {
			start--
		}
		if end := line.Start + least; end > start {
			edits = append(edits, edit{start, end, ""})
		}
		spans = append(spans, Span{line.Start + at, line.Start + at + words})
	}
	return edits, spans
}

// wordsOf is how long what stands on a line is, and how far it stands in.
func wordsOf(line text.Segment, source string) (words, at int) {
	value := source[line.Start:line.Stop]
	trimmed := strings.TrimLeft(value, " ")
	return len(strings.TrimRight(trimmed, " \n")), len(value) - len(trimmed)
}

// items are the lines of a paragraph that look like the items of a list, but stand
// in so far that they go on with the paragraph.
func items(n ast.Node, source string) []edit {
	margin := 0
	for parent := n.Parent(); parent != nil; parent = parent.Parent() {
		switch parent := parent.(type) {
		case *ast.ListItem:
			margin += parent.Offset
		case *ast.Blockquote:
			return nil
		}
	}
	const nested = 4
	var edits []edit
	most := -1 // how far all lines from the first item on come forward
	for i := 1; i < n.Lines().Len(); i++ {
		line := n.Lines().At(i)
		begin := strings.LastIndexByte(source[:line.Start], '\n') + 1
		words := bytes.TrimLeft([]byte(source[begin:line.Stop]), " ")
		in := line.Stop - begin - len(words)
		switch {
		case most < 0 && (in-margin < nested || !itemForm.Match(words)):
			continue
		case most < 0:
			most = in - margin
		}
		if away := min(most, in-margin); away > 0 {
			edits = append(edits, edit{begin, begin + away, ""})
		}
	}
	return edits
}

var itemForm = regexp.MustCompile(`^(?:[-*+]|1[.)]) +\S`)
