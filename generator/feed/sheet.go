package feed

import (
	"encoding/csv"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\ufeff"

// WriteSheet writes rows as CSV for a Dutch Excel, which expects semicolons. No cell of it
// is run as a formula.
func WriteSheet(w io.Writer, rows iter.Seq[[]string]) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	sheet := csv.NewWriter(w)
	sheet.Comma, sheet.UseCRLF = ';', true
	var safe []string
	for row := range rows {
		safe = safe[:0]
		for _, cell := range row {
			safe = append(safe, safeCell(cell))
		}
		if err := sheet.Write(safe); err != nil {
			return err
		}
	}
	sheet.Flush()
	return sheet.Error()
}

// safeCell puts an apostrophe before text that a spreadsheet would run as a formula.
// Dutch telephone numbers need none (see typed.Phone). A foreign number gets one,
// since Excel may turn "+32 3 123 45 67" into a number without its plus. A program that
// reads the sheet removes an apostrophe before one of these signs.
func safeCell(s string) string {
	if first, _ := utf8.DecodeRuneInString(s); s != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + s
	}
	return s
}
