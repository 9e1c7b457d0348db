package spreadsheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// An archive is a workbook: a zip file whose parts are XML.
type archive map[string]*zip.File // by name in lower case, as Excel looks them up

func openArchive(data []byte) (*Book, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errBroken
	}
	a := archive{}
	for _, f := range r.File {
		a[strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))] = f
		if f.Flags&1 != 0 {
			return nil, errEncrypted
		}
	}
	switch {
	case a["[content_types].xml"] != nil && a["xl/workbook.bin"] != nil:
		return nil, errBinaryX
	case a["[content_types].xml"] != nil:
		return openExcel(a)
	case a["content.xml"] != nil:
		return openDocument(a)
	case a["index/document.iwa"] != nil, a["index.zip"] != nil:
		return nil, errNumbers
	}
	return nil, errBinary
}

// parts calls see for each piece of XML of a part of the archive, until it returns
// errEnough. A part that is not there has no pieces.
func (a archive) parts(name string, see func(xml.Token) error) error {
	f := a[strings.ToLower(strings.TrimPrefix(name, "/"))]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return errBroken
	}
	defer r.Close()
	b := &bounded{Reader: r, left: mostPart}
	d := xml.NewDecoder(b)
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errBroken }
	for n := 0; ; n++ {
		// Not Token, which remembers all elements that are open, however many.
		token, err := d.RawToken()
		switch {
		case err == io.EOF:
			return nil
		case b.left <= 0 || b.token > mostToken || n > mostPieces:
			return TooMuch(fmt.Sprintf("is uitgepakt groter dan %d MB, of heeft een cel met meer dan een miljoen tekens", mostPart>>20))
		case err != nil:
			return errBroken
		}
		b.token = 0
		if err := see(token); err == errEnough {
			return nil
		} else if err != nil {
			return err
		}
	}
}

var errEnough = errors.New("enough")

// A bounded reader ends where a file has become larger than it may be.
type bounded struct {
	io.Reader
	left, token int // bytes that may follow, and bytes since the last piece
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 || b.token > mostToken {
		return 0, errEnough
	}
	n, err := b.Reader.Read(p)
	b.left -= n
	b.token += n
	return n, err
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func isOn(value string) bool { return value == "1" || value == "true" }

// repeated returns how many times an element counts.
func repeated(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(e, name))
	if err != nil {
		return 1
	}
	return max(n, 1)
}

// Letters returns the name of a column, from 0, as a spreadsheet shows it.
func Letters(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// place reads a reference such as C12 as a column and a row, both from 0.
func place(ref string) (column, row int, ok bool) {
	at := strings.IndexAny(ref, "0123456789")
	if at < 1 || at > 3 {
		return 0, 0, false
	}
	for _, letter := range ref[:at] {
		if letter < 'A' || letter > 'Z' {
			return 0, 0, false
		}
		column = column*26 + int(letter-'A') + 1
	}
	row, err := strconv.Atoi(ref[at:])
	return column - 1, row - 1, err == nil && row > 0
}
