package handbook

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// tables renders tables that a narrow screen shows as a list: each cell says which column
// it is of. The roles stay with the parts of a table that are not shown as one.
type tables struct{}

func renderers(all ...util.PrioritizedValue) renderer.Option {
	return renderer.WithNodeRenderers(all...)
}

// RegisterFuncs implements [renderer.NodeRenderer].
func (tables) RegisterFuncs(on renderer.NodeRendererFuncRegisterer) {
	on.Register(table.KindTable, around(`<table role="table">`, "</tbody></table>\n"))
	on.Register(table.KindTableHeader, around(`<thead role="rowgroup"><tr role="row">`, `</tr></thead><tbody role="rowgroup">`+"\n"))
	on.Register(table.KindTableRow, around(`<tr role="row">`, "</tr>\n"))
	on.Register(table.KindTableCell, writeCell)
}

func around(before, after string) renderer.NodeRendererFunc {
	return func(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, err := w.WriteString(before)
			return ast.WalkContinue, err
		}
		_, err := w.WriteString(after)
		return ast.WalkContinue, err
	}
}

func writeCell(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	inHead := n.Parent().Kind() == table.KindTableHeader
	var text string
	switch {
	case inHead && entering:
		text = `<th role="columnheader" scope="col">`
	case inHead:
		text = "</th>"
	case entering:
		text = `<td role="cell" data-kolom="` + string(util.EscapeHTML([]byte(columnOf(n, source)))) + `">`
	default:
		text = "</td>"
	}
	_, err := w.WriteString(text)
	return ast.WalkContinue, err
}

// columnOf returns the heading of the column in which a cell is, to stand before what is in
// the cell.
func columnOf(cell ast.Node, source []byte) string {
	head := cell.Parent().Parent().FirstChild().FirstChild()
	for before := cell.PreviousSibling(); before != nil && head != nil; before = before.PreviousSibling() {
		head = head.NextSibling()
	}
	if head == nil {
		return ""
	}
	heading := words(head, source)
	if strings.HasSuffix(heading, "?") {
		return heading
	}
	return heading + ":"
}
