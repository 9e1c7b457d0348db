package spreadsheet

import (
	"encoding/xml"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// A workbook is what the sheets of a workbook of Excel share.
type workbook struct {
	archive
	epoch   Epoch
	forms   []form   // of the styles
	strings []string // that cells refer to
	err     error    // of reading the latter
	ready   bool
}

// A listed sheet is one in the list of sheets: the part that it is in is known by an id.
type listed struct {
	name, id string
	hidden   bool
}

func openExcel(a archive) (*Book, error) {
	w := &workbook{archive: a}
	main := "xl/workbook.xml"
	for _, target := range a.relations("") {
		if strings.HasSuffix(target.kind, "/officeDocument") {
			main = target.part
		}
	}
	sheets, err := w.list(main)
	if err != nil {
		return nil, err
	}
	book := &Book{Epoch: w.epoch, Macros: a["xl/vbaproject.bin"] != nil}
	relations := a.relations(main)
	for _, s := range sheets {
		target := relations[s.id]
		if strings.HasSuffix(target.kind, "/worksheet") && len(book.Sheets) < mostSheets {
			read := func(_, most int) (*Table, error) { return w.sheet(target.part, most) }
			book.Sheets = append(book.Sheets, Sheet{Name: s.name, Hidden: s.hidden, read: read})
		}
	}
	if len(book.Sheets) == 0 {
		return nil, errNoSheet
	}
	return book, nil
}

// A target is a part of the archive that another refers to.
type target struct{ kind, part string }

// relations returns what a part refers to, by id. It is empty if that cannot be read:
// then there are no sheets.
func (a archive) relations(part string) map[string]target {
	found := map[string]target{}
	folder, name := path.Split(part)
	_ = a.parts(folder+"_rels/"+name+".rels", func(token xml.Token) error {
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "Relationship" {
			to := attr(e, "Target")
			if !strings.HasPrefix(to, "/") {
				to = path.Join(folder, to)
			}
			found[attr(e, "Id")] = target{attr(e, "Type"), strings.TrimPrefix(to, "/")}
		}
		return nil
	})
	return found
}

func (w *workbook) list(main string) (sheets []listed, err error) {
	return sheets, w.parts(main, func(token xml.Token) error {
		e, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "workbookPr":
			w.epoch = Epoch(isOn(attr(e, "date1904")))
		case e.Name.Local == "sheet":
			state := attr(e, "state")
			sheets = append(sheets, listed{attr(e, "name"), attr(e, "id"), state == "hidden" || state == "veryHidden"})
		}
		return nil
	})
}

// prepare reads the styles and the strings, once.
func (w *workbook) prepare() error {
	if !w.ready {
		w.ready, w.err = true, w.styles()
		if w.err == nil {
			w.err = w.shared()
		}
	}
	return w.err
}

// styles reads which cells look like a date or a time.
func (w *workbook) styles() error {
	codes, cells := map[int]form{}, false
	return w.parts("xl/styles.xml", func(token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			id, _ := strconv.Atoi(attr(e, "numFmtId"))
			switch {
			case e.Name.Local == "numFmt":
				codes[id] = formOf(attr(e, "formatCode"))
			case e.Name.Local == "cellXfs":
				cells = true
			case e.Name.Local == "xf" && cells:
				as, own := codes[id]
				if !own {
					as = builtIn(id)
				}
				w.forms = append(w.forms, as)
			}
		case xml.EndElement:
			cells = cells && e.Name.Local != "cellXfs"
		}
		return nil
	})
}

// shared reads the strings. What tells how to pronounce one is left out.
func (w *workbook) shared() error {
	var t texts
	size := 0
	return w.parts("xl/sharedStrings.xml", func(token xml.Token) error {
		t.see(token)
		if e, ok := token.(xml.EndElement); ok && e.Name.Local == "si" {
			text := t.take()
			// Many empty strings cost memory too.
			if size += len(text) + 16; size > 2*mostText {
				return TooMuch("heeft te veel verschillende teksten")
			}
			w.strings = append(w.strings, text)
		}
		return nil
	})
}

// texts collects the text in the t elements of a string.
type texts struct {
	b              strings.Builder
	in, pronounced bool
}

func (t *texts) see(token xml.Token) {
	switch e := token.(type) {
	case xml.StartElement:
		t.in = t.in || e.Name.Local == "t"
		t.pronounced = t.pronounced || e.Name.Local == "rPh"
	case xml.EndElement:
		t.in = t.in && e.Name.Local != "t"
		t.pronounced = t.pronounced && e.Name.Local != "rPh"
	case xml.CharData:
		if t.in && !t.pronounced {
			t.b.Write(e)
		}
	}
}

func (t *texts) take() string {
	text := t.b.String()
	t.b.Reset()
	if strings.Contains(text, "_x") {
		text = escape.ReplaceAllStringFunc(text, func(code string) string {
			r, _ := strconv.ParseUint(code[2:6], 16, 16)
			return string(rune(r))
		})
	}
	return lineEnds.Replace(text)
}

// escape is how Excel writes a character that XML cannot hold.
var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// A sheetReader reads the XML of one sheet.
type sheetReader struct {
	*builder
	book *workbook
	texts
	row, column     int // of the present cell: the row from 1, the column from 0
	kind            string
	style           int
	formula, valued bool // whether the cell has them
	inValue         bool
	value           strings.Builder
}

func (w *workbook) sheet(part string, most int) (*Table, error) {
	if err := w.prepare(); err != nil {
		return nil, err
	}
	s := &sheetReader{builder: newBuilder(most), book: w}
	if err := w.parts(part, s.seen); err != nil {
		return nil, err
	}
	return s.table()
}

func (s *sheetReader) seen(token xml.Token) error {
	switch e := token.(type) {
	case xml.StartElement:
		s.open(e)
	case xml.EndElement:
		return s.closed(e.Name.Local, token)
	case xml.CharData:
		if s.inValue {
			s.value.Write(e)
		}
	}
	s.texts.see(token)
	return nil
}

func (s *sheetReader) open(e xml.StartElement) {
	switch e.Name.Local {
	case "col":
		first, _ := strconv.Atoi(attr(e, "min"))
		for c := first; isOn(attr(e, "hidden")) && c <= min(repeated(e, "max"), mostColumns); c++ {
			s.hiddenColumns[c-1] = true
		}
	case "row":
		if n, err := strconv.Atoi(attr(e, "r")); err == nil && n > s.row {
			s.row = n
		} else {
			s.row++
		}
		s.column = -1
		s.start(s.row, isOn(attr(e, "hidden")))
	case "c":
		s.column++
		if column, _, ok := place(attr(e, "r")); ok {
			s.column = column
		}
		s.kind, s.formula, s.valued = attr(e, "t"), false, false
		s.style, _ = strconv.Atoi(attr(e, "s"))
	case "f":
		s.formula = true
	case "v":
		s.inValue, s.valued = true, true
	case "mergeCell":
		from, to, _ := strings.Cut(attr(e, "ref"), ":")
		column, first, ok := place(from)
		if _, last, also := place(to); ok && also && last > first {
			s.merged = append(s.merged, area{column, first + 1, last + 1})
		}
	}
}

func (s *sheetReader) closed(name string, token xml.Token) error {
	s.texts.see(token)
	switch name {
	case "v":
		s.inValue = false
	case "c":
		return s.cell()
	case "row":
		return s.end()
	}
	return nil
}

// cell puts the cell that was read into the row.
func (s *sheetReader) cell() error {
	value, inline := s.value.String(), s.take()
	s.value.Reset()
	if s.formula && value == "" && (s.kind != "str" || !s.valued) { // a formula may well result in an empty text
		s.spoil(s.column, "de formule in cel %s heeft geen uitkomst; open het rooster in Excel of LibreOffice, en sla het opnieuw op")
		return nil
	}
	switch s.kind {
	case "s":
		i, err := strconv.Atoi(value)
		if err != nil || i < 0 || i >= len(s.book.strings) {
			return errBroken
		}
		return s.set(s.column, s.book.strings[i])
	case "inlineStr":
		return s.set(s.column, inline)
	case "str":
		s.texts.b.WriteString(value)
		return s.set(s.column, s.take())
	case "b":
		return s.set(s.column, map[bool]string{true: "ja", false: "nee"}[isOn(value)])
	case "d": // an ISO date, as few programs write it
		day, hours, _ := strings.Cut(value, "T")
		return s.set(s.column, strings.TrimSpace(day+" "+strings.TrimSuffix(hours, "00:00:00")))
	case "e":
		s.spoil(s.column, fmt.Sprintf("in cel %%s staat een fout van Excel: %q", value))
		return nil
	}
	as := plain
	if s.style >= 0 && s.style < len(s.book.forms) {
		as = s.book.forms[s.style]
	}
	return s.set(s.column, s.book.epoch.number(value, as))
}
