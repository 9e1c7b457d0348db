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

// A Span is a part of the source, as byte offsets.
type Span struct{ Start, End int }

// read parses a text as it was meant. In Markdown four spaces at the start of a line mean
// code, but editors get them by pasting from an e-mail, or by indenting a text in a .toml
// file. So such lines are moved to the left until none of them is code, and they become
// the paragraph or list that they look like. The spans returned are the lines that were
// code at first.
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

// forward returns the edits that remove indentation, and the lines of code that they
// affect.
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

// unindent moves the lines of a code block to the left, all by the same amount.
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

// wordsOf returns the length of a line without the white space around it, and the width
// of its indentation.
func wordsOf(line text.Segment, source string) (words, at int) {
	value := source[line.Start:line.Stop]
	trimmed := strings.TrimLeft(value, " ")
	return len(strings.TrimRight(trimmed, " \n")), len(value) - len(trimmed)
}

// items returns edits for the lines of a paragraph that look like list items, but are
// indented so far that Markdown takes them as a continuation of the paragraph.
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
	most := -1 // by how much all lines move to the left, from the first item on
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
