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

// Edit changes the values of fields in a file, and its body, and leaves every other
// byte as it is: other fields, comments, order, line ends. A field that is not there
// yet is added after the nearest field that comes before it in the order of fields. If
// body is empty, the body stays as it is.
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

// editor collects the parts of a document that change.
type editor struct {
	doc     *Document
	fields  []Field
	newline string
	splices []splice
}

// A splice replaces a part of the document by a text.
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

// after returns the place for a line with a new field. After a block it would become
// part of the block, so only plain fields count.
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

// apply returns the new bytes. Parse removed carriage returns and invisible characters,
// so it finds the offsets in data by counting along. Whatever was removed stays, except
// in the parts that change.
func (e *editor) apply(data []byte) []byte {
	slices.SortStableFunc(e.splices, func(a, b splice) int { return cmp.Compare(a.start, b.start) })
	var out []byte
	offset, at := 0, 0 // the same place in the text of doc and in data
	// upTo moves on to an offset in the text of doc, and returns the data that it passes.
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
