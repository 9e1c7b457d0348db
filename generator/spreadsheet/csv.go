package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// openText returns a book of text with separators.
func openText(data []byte) (*Book, error) {
	text, err := decode(data)
	if err == nil {
		err = checkSize(text)
	}
	if err != nil {
		return nil, err
	}
	book := &Book{}
	for _, separator := range separators {
		book.Sheets = append(book.Sheets, Sheet{Separator: separator, read: func(width, most int) (*Table, error) {
			part := text
			if width == 0 { // only the first rows are wanted, to find the headings
				part = firstLines(text, most)
			}
			return &Table{Rows: readRows(part, separator, width, most)}, nil
		}})
	}
	return book, nil
}

func checkSize(text string) error {
	lines := 0
	for line := range strings.Lines(text) {
		if lines++; lines > mostLines {
			return TooMuch(fmt.Sprintf("heeft meer dan %d regels", mostLines))
		}
		if len(line) > mostWide {
			return TooMuch(fmt.Sprintf("heeft een regel van meer dan %d tekens, op regel %d", mostWide, lines))
		}
	}
	return nil
}

func firstLines(text string, n int) string {
	at := 0
	for range n {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return text
		}
		at += next + 1
	}
	return text[:at]
}

// decode converts a file to UTF-8. Excel writes Windows-1252, UTF-8 with a byte order
// mark, or UTF-16 ("Unicode text"). A file that several people put together may mix the
// first two, so each line is decoded separately.
func decode(data []byte) (string, error) {
	switch {
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
	b.Grow(len(data))
	for line := range bytes.Lines(data) {
		if !utf8.Valid(line) {
			line, _ = charmap.Windows1252.NewDecoder().Bytes(line)
		}
		b.Write(line)
	}
	return lineEnds.Replace(b.String()), nil
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// separators are the possible separators of cells. A Dutch Excel writes semicolons.
var separators = []rune{';', ',', '\t'}

// readRows splits text into rows. width is the number of cells that a row should have; 0
// means any number. A quotation mark without its counterpart swallows the lines after it.
// So a row that cannot be read counts for its first line only, and reading continues on
// the next line. Empty rows are left out: some sheets have a million of them. Reading
// stops after more than most rows.
func readRows(text string, separator rune, width, most int) []Row {
	s := collector{width: width, most: most}
	for line, at := 0, 0; ; {
		r := csv.NewReader(strings.NewReader(text[at:]))
		r.Comma, r.FieldsPerRecord, r.ReuseRecord = separator, -1, true
		broken := s.read(r, line)
		if broken < 0 || len(s.rows) > most {
			return s.rows
		}
		s.add(Row{Line: broken + 1, Wrong: "een aanhalingsteken staat verkeerd of heeft geen tweede; verbeter het in het rooster"}, 0)
		for ; line <= broken; line++ {
			next := strings.IndexByte(text[at:], '\n')
			if next < 0 {
				return s.rows
			}
			at += next + 1
		}
	}
}

// mostKept is how many cells a row keeps that has more than the headings of the first table: it
// may belong to another one.
const mostKept = 60

// A collector collects the rows that were read.
type collector struct {
	width, most int
	rows        []Row
	before      int // the number of cells of the row before
	inside      int // line breaks within cells, which a spreadsheet does not count as rows
}

func (s *collector) add(r Row, inside int) {
	r.Number = r.Line - s.inside
	s.inside += inside
	if r.Wrong != "" || r.Many > 0 {
		s.rows = append(s.rows, r)
	}
}

// read adds rows up to one that cannot be read, and returns the line on which that row
// starts, from 0, or -1 if there is none. The reader starts at the line from.
func (s *collector) read(r *csv.Reader, from int) int {
	for len(s.rows) <= s.most {
		cells, err := r.Read()
		var parse *csv.ParseError
		switch {
		case err == io.EOF:
			return -1
		case errors.As(err, &parse):
			return from + parse.StartLine - 1
		case err != nil:
			return -1 // reading from memory gives no other errors
		}
		first, _ := r.FieldPos(0)
		last, _ := r.FieldPos(len(cells) - 1)
		several := last > first || strings.Contains(cells[len(cells)-1], "\n")
		if s.width > 0 && several && len(cells) != s.width && len(cells) != s.before {
			return from + first - 1
		}
		s.before = len(cells)
		inside := 0
		if several {
			for _, cell := range cells {
				inside += strings.Count(cell, "\n")
			}
		}
		for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
			cells = cells[:len(cells)-1]
		}
		kept := len(cells)
		if s.width > 0 {
			kept = min(kept, max(s.width, mostKept))
		}
		s.add(Row{Line: from + first, Cells: slices.Clone(cells[:kept]), Many: len(cells)}, inside)
	}
	return -1
}
