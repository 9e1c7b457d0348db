package frontmatter

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/tomlindex"
)

// Edit gives fields of a file, and its body, another value, and leaves all else
// as it is to the byte: other fields, comments, order, line ends. A field that
// is not there comes after the nearest one before it in the order of fields. An
// empty body means that the body stays.
func Edit(file string, data []byte, fields []Field, values []Value, body string) ([]byte, *diag.Diagnostic) {
	doc, problem := Parse(file, data)
	if problem != nil {
		return nil, problem
	}
	e := editor{doc: doc, fields: fields, newline: "\n"}
	if bytes.Contains(data, []byte("\r\n")) {
		e.newline = "\r\n"
	}
	for _, v := range values {
		e.set(v)
	}
	if body != "" {
		e.body(body)
	}
	return e.apply(data), nil
}

// editor gathers the pieces of a document that change.
type editor struct {
	doc     *Document
	fields  []Field
	newline string
	splices []splice
}

// A splice puts text in the place of a piece of the document.
type splice struct {
	start, end int // in the text of doc
	text       string
}

func (e *editor) set(v Value) {
	if at, ok := e.doc.positions().At(tomlindex.Path{v.Key}); ok {
		e.splices = append(e.splices, splice{at.ValueStart, at.ValueEnd, v.Spelled})
		return
	}
	at := e.after(v.Key)
	line := v.Key + " = " + v.Spelled + e.newline
	if at == len(e.doc.Text()) && !strings.HasSuffix(e.doc.Text(), "\n") {
		line = e.newline + strings.TrimSuffix(line, e.newline)
	}
	e.splices = append(e.splices, splice{at, at, line})
}

// after is where the line with a new field goes. A field after a block
// would become part of that block, so only plain fields count.
func (e *editor) after(key string) int {
	place := e.doc.metaStart
	for _, f := range e.fields {
		if f.Key == key {
			break
		}
		at, ok := e.doc.positions().At(tomlindex.Path{f.Key})
		if !ok || at.ValueEnd == 0 || at.Implicit {
			continue
		}
		line, _, _ := strings.Cut(e.doc.Text()[at.ValueEnd:], "\n")
		place = min(at.ValueEnd+len(line)+1, len(e.doc.Text()))
	}
	return place
}

func (e *editor) body(text string) {
	text = strings.ReplaceAll(strings.TrimSpace(text), "\n", e.newline)
	start, end := e.doc.bodyStart, len(e.doc.Text())
	lead := ""
	if start == end && !strings.HasSuffix(e.doc.Text(), "\n") {
		lead = e.newline // after a fence that ends the file
	}
	e.splices = append(e.splices, splice{start, end, lead + e.newline + text + e.newline})
}

// apply makes the new bytes. Parse left out carriage returns and what nobody sees,
// so offsets are counted on in data. What was left out stays, but for the pieces
// that change.
func (e *editor) apply(data []byte) []byte {
	slices.SortStableFunc(e.splices, func(a, b splice) int { return cmp.Compare(a.start, b.start) })
	var out []byte
	offset, at := 0, 0 // of the same place, in the text of doc and in data
	// upTo goes on to an offset of doc.text and returns what it passes.
	upTo := func(until int) []byte {
		from := at
		for offset < until {
			seen, size := utf8.DecodeRuneInString(e.doc.Text()[offset:])
			r, width := utf8.DecodeRune(data[at:])
			if r == seen {
				offset += size
			}
			at += width
		}
		return data[from:at]
	}
	for _, s := range e.splices {
		out = append(out, upTo(s.start)...)
		out = append(out, s.text...)
		upTo(s.end)
	}
	return append(out, data[at:]...)
}
