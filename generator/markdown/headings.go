package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Levels returns the levels at which a text's headings are shown, given the levels as
// written, in order, and the level of the heading above the text. The highest comes
// directly below that heading, and no level is skipped.
func Levels(written []int, below int) []int {
	const lowest = 6
	shown := make([]int, len(written))
	var open []int // the levels as written of the headings that enclose this one, outermost first
	for i, level := range written {
		for len(open) > 0 && open[len(open)-1] >= level {
			open = open[:len(open)-1]
		}
		open = append(open, level)
		shown[i] = min(below+len(open), lowest)
	}
	return shown
}

// outline moves the headings of a text below the heading that the text is under. It
// removes headings without words: a screen reader would announce a heading and then
// nothing.
type outline struct{ below int }

// Transform implements parser.ASTTransformer.
func (o outline) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	headings := headingsOf(doc)
	for i, level := range Levels(levelsOf(headings), o.below) {
		headings[i].Level = level
		if headings[i].FirstChild() == nil {
			headings[i].Parent().RemoveChild(headings[i].Parent(), headings[i])
		}
	}
}

func headingsOf(doc ast.Node) []*ast.Heading {
	var headings []*ast.Heading
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if heading, ok := n.(*ast.Heading); ok && entering {
			headings = append(headings, heading)
		}
		return ast.WalkContinue, nil
	})
	return headings
}

func levelsOf(headings []*ast.Heading) []int {
	levels := make([]int, len(headings))
	for i, h := range headings {
		levels[i] = h.Level
	}
	return levels
}
