package frontmatter

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/source"
	"pleinwijzer/generator/tomledit"
	"pleinwijzer/generator/tomlindex"
)

// Edit changes the values of fields in a file, and its body, and leaves every other
// byte as it is: other fields, comments, order, line ends. A field that is not there
// yet is added after the nearest field that comes before it in the order of fields. If
// body is empty, the body stays as it is.
func Edit(file string, data []byte, fields []Field, values []Value, body string) ([]byte, *diag.Diagnostic) {
	doc, problem := Parse(file, data)
	if problem != nil {
		return nil, problem
	}
	e := doc.Edit(data, fields)
	for _, v := range values {
		e.Set(tomlindex.Path{v.Key}, v.Spelled)
	}
	if body != "" {
		e.Body(body)
	}
	return e.Bytes(), nil
}

// An Editor changes the fields and the body of one file, and leaves every other byte of it
// as it is.
type Editor struct {
	*tomledit.Editor
	doc     *Document
	data    []byte
	newline string
	body    []tomledit.Piece // nil if it stays
}

// Edit returns an editor of the document, which was parsed from the data. Fields that are
// not there yet are added in the order of fields.
func (d *Document) Edit(data []byte, fields []Field) *Editor {
	newline := "\n"
	if bytes.Contains(data, []byte("\r\n")) {
		newline = "\r\n"
	}
	order := func(table tomlindex.Path) []string { return keysOf(fieldsAt(fields, table)) }
	return &Editor{tomledit.New(d.Text(), d.metaStart, d.metaEnd, newline, order), d, data, newline, nil}
}

// Empty returns a document without fields and without text, and its data, for a file that
// is not there yet.
func Empty(file string) (*Document, []byte) {
	if path.Ext(file) == ".toml" {
		return &Document{Lines: source.New(file, "")}, nil
	}
	data := []byte(source.Fence + "\n" + source.Fence + "\n")
	d, _ := Parse(file, data)
	return d, data
}

// fieldsAt returns the fields of the table at the path. Numbers of blocks, and the names in
// a map, have no fields of their own.
func fieldsAt(fields []Field, table tomlindex.Path) []Field {
	inMap := len(fields) == 1 && fields[0].Key == ""
	if inMap {
		fields = fields[0].Fields
	}
	for _, step := range table {
		key, isKey := step.(string)
		if !isKey || inMap {
			inMap = false
			continue
		}
		f := fieldOf(fields, key)
		if f == nil {
			return nil
		}
		fields, inMap = f.Fields, f.IsMap()
	}
	return fields
}

func fieldOf(fields []Field, key string) *Field {
	for i := range fields {
		if fields[i].Key == key {
			return &fields[i]
		}
	}
	return nil
}

func keysOf(fields []Field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.Key
	}
	return keys
}

// Body gives the file another text below its fields. Lines that it has already stay as they
// are, and so do the blank lines around the text.
func (e *Editor) Body(text string) {
	old := e.doc.Text()[e.doc.bodyStart:]
	start := e.doc.bodyStart + len(old) - len(strings.TrimLeft(old, " \t\n"))
	end := e.doc.bodyStart + len(strings.TrimRight(old, " \t\n"))
	text = strings.Trim(strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), " \t\n"), "\n")
	switch {
	case text == "":
		e.body = []tomledit.Piece{}
		return
	case end <= start:
		e.firstBody(text)
		return
	}
	start = strings.LastIndexByte(e.doc.Text()[:start], '\n') + 1
	was, now := strings.SplitAfter(e.doc.Text()[start:end], "\n"), strings.SplitAfter(text, "\n")
	above := 0
	for above < len(was) && above < len(now) && was[above] == now[above] {
		above++
	}
	below := 0
	for below < len(was)-above && below < len(now)-above && was[len(was)-1-below] == now[len(now)-1-below] {
		below++
	}
	from := start + len(strings.Join(was[:above], ""))
	until := end - len(strings.Join(was[len(was)-below:], ""))
	fresh := strings.ReplaceAll(strings.Join(now[above:len(now)-below], ""), "\n", e.newline)
	e.body = []tomledit.Piece{{Start: e.doc.bodyStart, End: from}, {Text: fresh}, {Start: until, End: len(e.doc.Text())}}
}

func (e *Editor) firstBody(text string) {
	start, end := e.doc.bodyStart, len(e.doc.Text())
	lead := e.newline
	if start == end && !strings.HasSuffix(e.doc.Text(), "\n") {
		lead += e.newline // after a fence that ends the file
	}
	e.body = []tomledit.Piece{{Text: lead + strings.ReplaceAll(text, "\n", e.newline) + e.newline}}
}

// Bytes returns the new bytes.
func (e *Editor) Bytes() []byte {
	var out []byte
	raw := e.offsets()
	add := func(pieces ...tomledit.Piece) {
		for _, p := range pieces {
			out = append(out, e.data[raw(p.Start):raw(p.End)]...)
			out = append(out, p.Text...)
		}
	}
	fields := e.Pieces()
	bare := e.doc.bodyStart == 0 && path.Ext(e.doc.File) != ".toml" && len(fields) > 0
	add(tomledit.Piece{End: e.doc.metaStart})
	if bare {
		add(tomledit.Piece{Text: source.Fence + e.newline})
	}
	add(fields...)
	if bare {
		add(tomledit.Piece{Text: source.Fence + e.newline + e.newline})
	}
	add(tomledit.Piece{Start: e.doc.metaEnd, End: e.doc.bodyStart})
	if e.body == nil {
		return append(out, e.data[raw(e.doc.bodyStart):]...)
	}
	add(e.body...)
	if len(e.body) > 0 {
		out = append(out, e.data[raw(len(e.doc.Text())):]...)
	}
	return out
}

// offsets returns where an offset in the text of the document is in the data. Parse removed
// carriage returns and invisible characters, which stay in front of what came after them.
func (e *Editor) offsets() func(int) int {
	text := e.doc.Text()
	raw := make([]int, len(text)+1)
	at := 0
	for offset := 0; offset < len(text); {
		seen, size := utf8.DecodeRuneInString(text[offset:])
		r, width := utf8.DecodeRune(e.data[at:])
		if r == seen {
			offset += size
			raw[offset] = at + width
		}
		at += width
	}
	return func(offset int) int { return raw[offset] }
}
