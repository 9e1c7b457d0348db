// Package spreadsheet reads a file with a spreadsheet as people have it: a workbook of
// Excel (xlsx.go) or LibreOffice (ods.go), or text with separators (csv.go). What kind of
// file it is follows from its content, not from its name.
//
// Every cell becomes text: a date is written as 2027-01-12 and a time as 10:00, whatever
// the sheet makes of them. The package knows nothing of what a sheet is about. No formula
// and no macro is ever run: a formula counts for the value that the file keeps of it.
package spreadsheet

import (
	"errors"
	"fmt"
	"strings"
)

// A Book is a file with one or more sheets.
type Book struct {
	Sheets []Sheet
	Macros bool // it has a program in it, which is ignored
	Epoch  Epoch
}

// A Sheet is one sheet of a book. Text with separators has several: one for each way to
// separate it, all without a name.
type Sheet struct {
	Name      string
	Hidden    bool
	Separator rune // of text, or 0
	read      func(width, most int) (*Table, error)
}

// Read returns the rows of the sheet that have something in them. width is the number of
// cells that a row should have; 0 means any number. Reading stops after more than most
// rows.
func (s Sheet) Read(width, most int) (*Table, error) { return s.read(width, most) }

// A Table is what a sheet shows. What somebody hid is left out of the rows.
type Table struct {
	Rows          []Row
	HiddenRows    []int    // the numbers of hidden rows that have something in them
	HiddenColumns []string // the letters of hidden columns that have something in them
}

// A Row is one row of a sheet. A cell that was merged with those below it counts for each
// of their rows.
type Row struct {
	Number int      // the row number in the spreadsheet, from 1
	Line   int      // the place among the rows: the line of a text, or the number again
	Cells  []string // up to the last non-empty one
	Many   int      // the number of cells, even if not all are kept
	Wrong  string   // why it cannot be read, in Dutch; "" if it can
}

// Limits on a file: more than any region has, but still read in a moment.
const (
	MostBytes   = 50 << 20
	mostLines   = 2_000_000 // twice the maximum of a spreadsheet
	mostWide    = 20_000    // bytes per line of text
	mostSheets  = 200
	mostColumns = 1_000
	mostPieces  = 30_000_000 // of XML in a part
	mostText    = 64 << 20   // bytes of all cells of a workbook together
	mostToken   = 1 << 20    // bytes of one piece of XML
)

// mostPart is how many bytes a part of a workbook may have, unpacked. Tests make do with
// less.
var mostPart = 200 << 20

// TooMuch is the error for a file with more than the limits allow.
func TooMuch(what string) error {
	return fmt.Errorf("het rooster %s; verdeel het over meer bestanden, en haal weg wat er niet hoort", what)
}

// Errors for files that cannot be read, with what to do about it.
var (
	errBinary    = errors.New("dit is geen rekenblad; sla het rooster op als .xlsx, .ods of .csv")
	errOld       = errors.New("dit is een oud Excel-bestand (.xls); open het, en sla het op als Excel-werkmap (.xlsx)")
	errBinaryX   = errors.New("dit is een binair Excel-bestand (.xlsb); open het, en sla het op als Excel-werkmap (.xlsx)")
	errEncrypted = errors.New("het rooster heeft een wachtwoord; open het, haal het wachtwoord weg, en sla het opnieuw op")
	errNumbers   = errors.New("dit is een bestand van Numbers; kies daar Archief, Exporteer naar, Excel, en noem dat bestand")
	errMarkup    = errors.New("dit is een webpagina of ander opgemaakt bestand; open het in Excel of LibreOffice, en sla het op als .xlsx of .csv")
	errBroken    = errors.New("het rooster is beschadigd, of niet helemaal binnengehaald; open het, en sla het opnieuw op, of haal het nog een keer")
	errNoSheet   = errors.New("in dit bestand staat geen blad met cellen")
	errMerged    = TooMuch("heeft te veel samengevoegde cellen")
)

// Open returns the sheets of a file.
func Open(data []byte) (*Book, error) {
	if len(data) > MostBytes {
		return nil, TooMuch(fmt.Sprintf("is groter dan %d MB", MostBytes>>20))
	}
	switch start := string(data[:min(len(data), 512)]); {
	case strings.HasPrefix(start, "PK\x03\x04"), strings.HasPrefix(start, "PK\x05\x06"):
		return openArchive(data)
	case strings.HasPrefix(start, "\xD0\xCF\x11\xE0"):
		return nil, whichCompound(data)
	case isMarkup(start):
		return nil, errMarkup
	}
	return openText(data)
}

// whichCompound tells what is in the container that old Office files are in, and also
// new ones with a password. The names in it are UTF-16.
func whichCompound(data []byte) error {
	contains := func(name string) bool {
		wide := strings.Join(strings.Split(name, ""), "\x00")
		return strings.Contains(string(data), wide)
	}
	switch {
	case contains("EncryptedPackage"):
		return errEncrypted
	case contains("Workbook"), contains("Book"):
		return errOld
	}
	return errBinary
}

func isMarkup(start string) bool {
	start = strings.ToLower(strings.TrimLeft(start, "\uFEFF \t\r\n"))
	for _, sign := range []string{"<!doctype", "<html", "<?xml", "<table", "<meta", "{\\rtf", "mime-version:"} {
		if strings.HasPrefix(start, sign) {
			return true
		}
	}
	return false
}
