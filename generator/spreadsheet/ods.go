package spreadsheet

import (
	"encoding/xml"
	"strconv"
	"strings"
	"time"
)

// openDocument lists the sheets of a workbook of LibreOffice.
func openDocument(a archive) (*Book, error) {
	locked := false
	err := a.parts("META-INF/manifest.xml", func(token xml.Token) error {
		e, ok := token.(xml.StartElement)
		locked = locked || ok && e.Name.Local == "encryption-data"
		return nil
	})
	if locked {
		return nil, errEncrypted
	}
	if err != nil {
		return nil, err
	}
	book, hiding := &Book{}, map[string]bool{}
	style, depth := "", 0 // depth is the number of tables around the present place
	err = a.parts("content.xml", func(token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "style":
				style = attr(e, "name")
			case "table-properties":
				hiding[style] = attr(e, "display") == "false"
			case "table":
				if depth++; depth == 1 && len(book.Sheets) < mostSheets {
					n := len(book.Sheets)
					book.Sheets = append(book.Sheets, Sheet{Name: attr(e, "name"), Hidden: hiding[attr(e, "style-name")],
						read: func(_, most int) (*Table, error) { return a.table(n, most) }})
				}
			}
		case xml.EndElement:
			if e.Name.Local == "table" {
				depth--
			}
		}
		return nil
	})
	if err == nil && len(book.Sheets) == 0 {
		err = errNoSheet
	}
	return book, err
}

// A documentReader reads the XML of one sheet of a workbook of LibreOffice.
type documentReader struct {
	*builder
	want, sheet, depth int
	row, rows, column  int // the present row, from 1, how many times it counts, and the next column
	columns            int // columns that were declared
	hidden             bool
	cell               xml.StartElement
	in, skip           int // how many cells, and comments, are around the present place
	text               strings.Builder
	paragraphs         int
}

func (a archive) table(n, most int) (*Table, error) {
	r := &documentReader{builder: newBuilder(most), want: n, sheet: -1}
	if err := a.parts("content.xml", r.seen); err != nil {
		return nil, err
	}
	return r.builder.table()
}

func (r *documentReader) seen(token xml.Token) error {
	switch e := token.(type) {
	case xml.StartElement:
		if e.Name.Local == "table" {
			if r.depth++; r.depth == 1 {
				r.sheet++
			}
		}
		if r.depth == 1 && r.sheet == r.want {
			r.open(e)
		}
	case xml.EndElement:
		if r.depth == 1 && r.sheet == r.want {
			if err := r.closed(e.Name.Local); err != nil {
				return err
			}
		}
		if e.Name.Local == "table" {
			if r.depth--; r.depth == 0 && r.sheet == r.want {
				return errEnough
			}
		}
	case xml.CharData:
		if r.in > 0 && r.paragraphs > 0 && r.skip == 0 && r.depth == 1 {
			r.text.Write(e)
		}
	}
	return nil
}

func (r *documentReader) open(e xml.StartElement) {
	seen := attr(e, "visibility")
	switch e.Name.Local {
	case "table-column":
		n := min(repeated(e, "number-columns-repeated"), mostColumns)
		for range n {
			if (seen == "collapse" || seen == "filter") && r.columns < mostColumns {
				r.hiddenColumns[r.columns] = true
			}
			r.columns++
		}
	case "table-row":
		r.row, r.rows, r.column = r.row+max(r.rows, 1), repeated(e, "number-rows-repeated"), 0
		r.hidden = seen == "collapse" || seen == "filter"
		r.start(r.row, r.hidden)
	case "table-cell", "covered-table-cell":
		r.in++
		r.cell, r.paragraphs = e, 0
		r.text.Reset()
	case "annotation":
		r.skip++
	case "p":
		if r.paragraphs++; r.paragraphs > 1 && r.skip == 0 {
			r.text.WriteByte('\n')
		}
	case "s":
		r.space(strings.Repeat(" ", min(repeated(e, "c"), 100)))
	case "tab":
		r.space("\t")
	case "line-break":
		r.space("\n")
	}
}

func (r *documentReader) space(text string) {
	if r.in > 0 && r.skip == 0 {
		r.text.WriteString(text)
	}
}

func (r *documentReader) closed(name string) error {
	switch name {
	case "annotation":
		if r.skip--; r.skip == 0 {
			r.paragraphs = 0
		}
	case "table-cell", "covered-table-cell":
		r.in--
		return r.put(name == "covered-table-cell")
	case "table-row":
		return r.endRows()
	}
	return nil
}

// endRows adds the present row as often as it counts. Rows without anything in them are
// repeated a million times.
func (r *documentReader) endRows() error {
	cells := append([]string(nil), r.cells...)
	wrong := r.wrong
	for i := range r.rows {
		if len(cells) == 0 && wrong == "" {
			return nil
		}
		r.start(r.row+i, r.hidden)
		r.builder.cells, r.wrong = append(r.builder.cells, cells...), wrong
		if err := r.end(); err != nil {
			return err
		}
	}
	return nil
}

// put puts the cell that was read into the row, as often as it counts. A cell that a
// merged one covers counts only through that one.
func (r *documentReader) put(covered bool) error {
	from, n := r.column, repeated(r.cell, "number-columns-repeated")
	r.column = min(from+n, 1<<20)
	text := r.value()
	if covered || text == "" && attr(r.cell, "formula") == "" {
		return nil
	}
	if text == "" && attr(r.cell, "value-type") == "" {
		r.spoil(from, "de formule in cel %s heeft geen uitkomst; open het rooster in LibreOffice, en sla het opnieuw op")
	}
	if down := min(repeated(r.cell, "number-rows-spanned"), 1<<20); down > 1 {
		r.merged = append(r.merged, area{from, r.row, r.row + down - 1})
	}
	for column := from; column < min(r.column, mostColumns); column++ {
		if err := r.set(column, text); err != nil {
			return err
		}
	}
	return nil
}

// value returns the present cell as text. What it shows counts for text only: a date may
// be shown in any way.
func (r *documentReader) value() string {
	shown := lineEnds.Replace(r.text.String())
	switch attr(r.cell, "value-type") {
	case "float", "percentage", "currency":
		return Epoch(From1900).number(attr(r.cell, "value"), plain)
	case "boolean":
		return map[bool]string{true: "ja", false: "nee"}[isOn(attr(r.cell, "boolean-value"))]
	case "date":
		day, hours, _ := strings.Cut(attr(r.cell, "date-value"), "T")
		if len(hours) >= 5 && !strings.HasPrefix(hours, "00:00") {
			return day + " " + hours[:5]
		}
		return day
	case "time":
		return duration(attr(r.cell, "time-value"))
	}
	if strings.HasPrefix(shown, "#") || strings.HasPrefix(shown, "Err:") {
		if attr(r.cell, "formula") != "" {
			r.spoil(r.column, "in cel %s staat een fout van LibreOffice")
		}
	}
	return shown
}

// duration writes a time such as PT10H30M00S as 10:30.
func duration(text string) string {
	d, err := time.ParseDuration(strings.ToLower(strings.TrimPrefix(text, "PT")))
	if err != nil {
		return text
	}
	hours, ok := Clock(d.Hours() / 24)
	if !ok {
		return strconv.FormatFloat(d.Hours(), 'f', -1, 64)
	}
	return hours
}
