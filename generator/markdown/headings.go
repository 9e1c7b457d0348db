package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Levels are those at which headings are shown that stand in this order in a text
// below a heading: the highest one comes right under it, and none skips a level.
func Levels(written []int, below int) []int {
	const lowest = 6
	shown := make([]int, len(written))
	var open []int // as written: each belongs to the one before
	for i, level := range written {
		for len(open) > 0 && open[len(open)-1] >= level {
			open = open[:len(open)-1]
		}
		open = append(open, level)
		shown[i] = min(below+len(open), lowest)
	}
	return shown
}

// outline puts the headings of a text below the one that it stands under. One
// without words would be read out as nothing, and goes.
type outline struct{ below int }

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
