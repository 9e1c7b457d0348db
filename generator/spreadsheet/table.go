package spreadsheet

import (
	"fmt"
	"slices"
	"strings"
)

// A builder makes a table of the cells of a workbook, row by row.
type builder struct {
	Table
	most          int
	hiddenColumns map[int]bool
	usedHidden    map[int]bool
	merged        []area
	text          int               // bytes so far
	same          map[string]string // texts, so that one in many rows is kept once

	number int // of the present row, from 1
	hidden bool
	cells  []string
	wrong  string
}

// An area is cells that were merged: one column, from the first row to the last, from 1.
type area struct{ column, first, last int }

func newBuilder(most int) *builder {
	return &builder{most: most, hiddenColumns: map[int]bool{}, usedHidden: map[int]bool{}, same: map[string]string{}}
}

func (b *builder) start(number int, hidden bool) {
	b.number, b.hidden, b.cells, b.wrong = number, hidden, b.cells[:0], ""
}

// set puts text in a cell of the present row. A cell that is out of bounds is ignored:
// nobody has so many headings.
func (b *builder) set(column int, text string) error {
	if strings.TrimSpace(text) == "" || column < 0 || column >= mostColumns {
		return nil
	}
	if b.hiddenColumns[column] {
		b.usedHidden[column] = true
		return nil
	}
	if b.text += len(text); b.text > mostText {
		return TooMuch(fmt.Sprintf("heeft meer dan %d MB aan tekst", mostText>>20))
	}
	for len(b.cells) <= column {
		b.cells = append(b.cells, "")
	}
	b.cells[column] = b.once(text)
	return nil
}

// mostSame is how many texts are kept once.
const mostSame = 20_000

func (b *builder) once(text string) string {
	if known, ok := b.same[text]; ok {
		return known
	}
	if len(b.same) < mostSame {
		b.same[text] = text
	}
	return text
}

// spoil says what is wrong with a cell of the present row.
func (b *builder) spoil(column int, format string) {
	if b.wrong == "" && !b.hiddenColumns[column] {
		b.wrong = fmt.Sprintf(format, fmt.Sprintf("%s%d", Letters(column), b.number))
	}
}

// end adds the present row, and returns errEnough after the last one that is wanted.
func (b *builder) end() error {
	if len(b.cells) == 0 && b.wrong == "" {
		return nil
	}
	if b.hidden {
		if len(b.HiddenRows) < b.most {
			b.HiddenRows = append(b.HiddenRows, b.number)
		}
		return nil
	}
	b.Rows = append(b.Rows, Row{Number: b.number, Line: b.number, Cells: slices.Clone(b.cells), Many: len(b.cells), Wrong: b.wrong})
	if len(b.Rows) > b.most {
		return errEnough
	}
	return nil
}

// table completes the table: merged cells get their value in each row that has more than
// that.
func (b *builder) table() (*Table, error) {
	index := map[int]int{}
	for i, row := range b.Rows {
		index[row.Number] = i
	}
	budget := 1_000_000
	for _, m := range b.merged {
		first, ok := index[m.first]
		if !ok || m.column >= len(b.Rows[first].Cells) {
			continue
		}
		text := b.Rows[first].Cells[m.column]
		for i := first + 1; i < len(b.Rows) && b.Rows[i].Number <= m.last; i++ {
			if budget--; budget < 0 {
				return nil, errMerged
			}
			row := &b.Rows[i]
			for len(row.Cells) <= m.column {
				row.Cells = append(row.Cells, "")
			}
			row.Cells[m.column] = text
			row.Many = len(row.Cells)
		}
	}
	for column := range b.usedHidden {
		b.HiddenColumns = append(b.HiddenColumns, Letters(column))
	}
	slices.SortFunc(b.HiddenColumns, func(x, y string) int {
		if len(x) != len(y) {
			return len(x) - len(y)
		}
		return strings.Compare(x, y)
	})
	return &b.Table, nil
}
