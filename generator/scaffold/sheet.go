package scaffold

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// A row is one record of a spreadsheet that was saved as CSV.
type row struct {
	line   int // of the file, from 1, on which it begins
	number int // of the row as a spreadsheet shows it, from 1
	cells  []string
	wrong  string // why it cannot be read, in Dutch
}

// What is no CSV at all.
var (
	errWorkbook = errors.New("dit is een bestand van Excel of LibreOffice zelf; sla het op als CSV, en noem dat bestand")
	errBinary   = errors.New("dit is geen CSV-bestand; sla het rooster op als CSV")
)

// decode makes text of a file. Excel writes Windows-1252 or UTF-8, with a mark at
// the start, and "Unicode text" in UTF-16. A file that several people put together
// may have both of the first two, so each line is looked at on its own.
func decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return "", errWorkbook
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", errBinary
		}
		data = text
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if bytes.IndexByte(data, 0) >= 0 {
		return "", errBinary
	}
	var b strings.Builder
	for line := range bytes.Lines(data) {
		if !utf8.Valid(line) {
			line, _ = charmap.Windows1252.NewDecoder().Bytes(line)
		}
		b.Write(line)
	}
	return lineEnds.Replace(b.String()), nil
}

// separators are what may stand between cells. In Dutch, Excel writes a
// semicolon.
var separators = []rune{';', ',', '\t'}

// readRows splits text into rows of a number of cells; 0 is any number. A
// quotation mark without its other half takes in the lines below it. So a row that
// cannot be read counts for its first line only, and reading goes on at the next.
func readRows(text string, separator rune, width int) []row {
	starts := []int{0}
	for i, c := range []byte(text) {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	var rows []row
	for line := 0; line < len(starts); {
		r := csv.NewReader(strings.NewReader(text[starts[line]:]))
		r.Comma, r.FieldsPerRecord = separator, -1
		broken := readUntilBroken(r, line, width, &rows)
		if broken < 0 {
			break
		}
		rows = append(rows, row{line: broken + 1, wrong: "een aanhalingsteken staat verkeerd of heeft geen tweede; verbeter het in het rooster"})
		line = broken + 1
	}
	return rows
}

// readUntilBroken reads rows up to one that cannot be read, and answers the line
// that one begins on, from 0, or -1. The reader begins at the line from.
func readUntilBroken(r *csv.Reader, from, width int, rows *[]row) int {
	for {
		cells, err := r.Read()
		var parse *csv.ParseError
		switch {
		case err == io.EOF:
			return -1
		case errors.As(err, &parse):
			return from + parse.StartLine - 1
		case err != nil:
			return -1 // a text in memory gives no other error
		}
		first, _ := r.FieldPos(0)
		last, _ := r.FieldPos(len(cells) - 1)
		several := last > first || strings.Contains(cells[len(cells)-1], "\n")
		if width > 0 && several && len(cells) != width {
			return from + first - 1
		}
		*rows = append(*rows, row{line: from + first, cells: cells})
	}
}

// numbered gives rows the numbers of a spreadsheet, where a cell of several lines
// is in one row.
func numbered(rows []row) []row {
	inside := 0
	for i, r := range rows {
		rows[i].number = r.line - inside
		for _, cell := range r.cells {
			inside += strings.Count(cell, "\n")
		}
	}
	return rows
}

// isEmpty reports whether there is nothing in the row.
func (r row) isEmpty() bool {
	return r.wrong == "" && strings.TrimSpace(strings.Join(r.cells, "")) == ""
}
