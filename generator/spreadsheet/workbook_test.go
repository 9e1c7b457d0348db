package spreadsheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// bookOf returns a workbook that another program wrote.
func bookOf(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// must sets cells, and fails the test if that cannot be done.
func must(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// shown formats a table for comparison.
func shown(table *Table) string {
	var lines []string
	for _, r := range table.Rows {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%d %q %s", r.Number, r.Cells, r.Wrong)))
	}
	return strings.Join(lines, "\n")
}

func readFirst(t testing.TB, data []byte) *Table {
	t.Helper()
	book, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	table, err := book.Sheets[0].Read(0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestCells reads each kind of cell.
func TestCells(t *testing.T) {
	own := func(format string) *excelize.Style { return &excelize.Style{CustomNumFmt: &format} }
	for _, test := range []struct {
		name  string
		value any
		style *excelize.Style
		want  string
	}{
		{"text", "Hulp & zo <b>", nil, "Hulp & zo <b>"},
		{"several lines", "a\r\nb", nil, "a\nb"},
		{"an escaped character", "a_x000D_\nb", nil, "a\nb"},
		{"a number", 130000001, nil, "130000001"},
		{"a large number", 31130000001.0, nil, "31130000001"},
		{"part of a day without a format", 0.375, nil, "0.375"},
		{"a time", 0.4166666666666667, own("hh:mm"), "10:00"},
		{"midnight", 0.0, own("h:mm"), "00:00"},
		{"a time rounded down by a program", 0.41666666, own("[$-413]h:mm;@"), "10:00"},
		{"built in", 0.5, &excelize.Style{NumFmt: 20}, "12:00"},
		{"hours counted", 1.5, own("[h]:mm"), "12:00"},
		{"a date", 46399, own("d mmmm yyyy"), "2027-01-12"},
		{"a date built in", 46399, &excelize.Style{NumFmt: 14}, "2027-01-12"},
		{"a date without a year", 46399, own(`d\-mmm`), "2027-01-12"},
		{"a date and a time", 46399.4375, own("dd-mm-yyyy hh:mm"), "2027-01-12 10:30"},
		{"a format with letters in quotes", 3, own(`0 "dagen"`), "3"},
		{"a format with a colour", 3, own(`[Red]0;[Blue]-0`), "3"},
		{"a telephone number", 130000001, own("0000000000"), "130000001"},
		{"yes", true, nil, "ja"},
		{"written as a date", time.Date(2027, 1, 12, 0, 0, 0, 0, time.UTC), nil, "2027-01-12"},
	} {
		data := bookOf(t, func(f *excelize.File) {
			must(t, f.SetCellValue("Sheet1", "B2", test.value))
			if test.style != nil {
				id, err := f.NewStyle(test.style)
				must(t, err, f.SetCellStyle("Sheet1", "B2", "B2", id))
			}
		})
		if got, want := shown(readFirst(t, data)), fmt.Sprintf("2 %q", []string{"", test.want}); got != want {
			t.Errorf("%s: %s, want %s", test.name, got, want)
		}
	}
}

// TestFormulas checks that a formula counts for the value in the file, and that one
// without a value is said.
func TestFormulas(t *testing.T) {
	data := bookOf(t, func(f *excelize.File) {
		must(t, f.SetCellValue("Sheet1", "A1", "vrij"), f.SetCellFormula("Sheet1", "B1", `"a"&"b"`))
	})
	if got, want := shown(readFirst(t, data)), `1 ["vrij"] de formule in cel B1 heeft geen uitkomst; `; !strings.HasPrefix(got, want) {
		t.Errorf("%s, want %s", got, want)
	}
	withValue := edited(t, data, "xl/worksheets/sheet1.xml", "</f>", "</f><v>ab</v>")
	if got, want := shown(readFirst(t, withValue)), `1 ["vrij" "ab"]`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	failed := edited(t, withValue, "xl/worksheets/sheet1.xml", `r="B1"`, `r="B1" t="e"`)
	failed = edited(t, failed, "xl/worksheets/sheet1.xml", ` t="str"`, ``)
	if got := shown(readFirst(t, failed)); !strings.Contains(got, "in cel B1 staat een fout van Excel") {
		t.Error(got)
	}
}

// edited replaces text in a part of a workbook.
func edited(t testing.TB, data []byte, part, old, with string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range r.File {
		in, err := f.Open()
		must(t, err)
		var text bytes.Buffer
		_, err = text.ReadFrom(in)
		must(t, err)
		out, err := w.Create(f.Name)
		must(t, err)
		whole := text.String()
		if f.Name == part {
			whole = strings.Replace(whole, old, with, 1)
		}
		_, err = out.Write([]byte(whole))
		must(t, err)
	}
	must(t, w.Close())
	return b.Bytes()
}

// TestHidden checks that what somebody hid is left out, and told.
func TestHidden(t *testing.T) {
	data := bookOf(t, func(f *excelize.File) {
		for row := 1; row <= 3; row++ {
			must(t, f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", row), &[]any{"a", "b", "c"}))
		}
		_, err := f.NewSheet("Oud")
		must(t, err, f.SetRowVisible("Sheet1", 2, false), f.SetColVisible("Sheet1", "B", false), f.SetSheetVisible("Oud", false))
	})
	book, err := Open(data)
	must(t, err)
	table := readFirst(t, data)
	got := fmt.Sprint(shown(table), table.HiddenRows, table.HiddenColumns, book.Sheets[0].Hidden, book.Sheets[1].Hidden)
	if want := "1 [\"a\" \"\" \"c\"]\n3 [\"a\" \"\" \"c\"][2] [B] false true"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestMerged checks that a merged cell counts for each of its rows that has more in it,
// and not for the columns beside it.
func TestMerged(t *testing.T) {
	data := bookOf(t, func(f *excelize.File) {
		must(t, f.SetCellValue("Sheet1", "A1", "breed"), f.MergeCell("Sheet1", "A1", "D1"),
			f.SetCellValue("Sheet1", "A2", "Rekenen"), f.MergeCell("Sheet1", "A2", "A5"),
			f.SetCellValue("Sheet1", "B2", "di"), f.SetCellValue("Sheet1", "B3", "do"), f.SetCellValue("Sheet1", "B6", "vr"))
	})
	if got, want := shown(readFirst(t, data)), "1 [\"breed\"]\n2 [\"Rekenen\" \"di\"]\n3 [\"Rekenen\" \"do\"]\n6 [\"\" \"vr\"]"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// zipOf returns an archive of parts.
func zipOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		out, err := w.Create(name)
		must(t, err)
		_, err = out.Write([]byte(text))
		must(t, err)
	}
	must(t, w.Close())
	return b.Bytes()
}

// TestUnreadable checks that each file which cannot be read says what to do.
func TestUnreadable(t *testing.T) {
	plain := bookOf(t, func(f *excelize.File) { must(t, f.SetCellValue("Sheet1", "A1", "a")) })
	locked := func() []byte {
		f := excelize.NewFile()
		defer f.Close()
		var b bytes.Buffer
		must(t, f.Write(&b, excelize.Options{Password: "geheim"}))
		return b.Bytes()
	}()
	wide := func(name string) string { return strings.Join(strings.Split(name, ""), "\x00") + "\x00" }
	for _, test := range []struct {
		name, want string
		data       []byte
	}{
		{"a password", "wachtwoord", locked},
		{"a password in LibreOffice", "wachtwoord", zipOf(t, map[string]string{"content.xml": "x", "META-INF/manifest.xml": "<m><encryption-data/></m>"})},
		{"an old file", "(.xls)", []byte("\xD0\xCF\x11\xE0" + strings.Repeat("\x00", 600) + wide("Workbook"))},
		{"an old Word file", "geen rekenblad", []byte("\xD0\xCF\x11\xE0" + strings.Repeat("\x00", 600) + wide("WordDocument"))},
		{"xlsb", "(.xlsb)", zipOf(t, map[string]string{"[Content_Types].xml": "", "xl/workbook.bin": ""})},
		{"Numbers", "Numbers", zipOf(t, map[string]string{"Index/Document.iwa": ""})},
		{"Word", "geen blad", zipOf(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": ""})},
		{"a zip", "geen rekenblad", zipOf(t, map[string]string{"foto.jpg": ""})},
		{"an empty zip", "geen rekenblad", zipOf(t, nil)},
		{"half a download", "niet helemaal binnengehaald", plain[:len(plain)/2]},
		{"a web page", "webpagina", []byte("\uFEFF\n<html><table>")},
		{"a picture", "geen rekenblad", []byte("\x89PNG\r\n\x1a\n\x00\x00")},
	} {
		if _, err := Open(test.data); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}

// TestBrokenParts checks that damage inside a workbook is an error.
func TestBrokenParts(t *testing.T) {
	plain := bookOf(t, func(f *excelize.File) { must(t, f.SetCellValue("Sheet1", "A1", "a")) })
	const sheet = "xl/worksheets/sheet1.xml"
	defer func(most int) { mostPart = most }(mostPart)
	mostPart = 10 << 20
	for name, data := range map[string][]byte{
		"no XML":           edited(t, plain, sheet, "<sheetData>", "<sheetData <"),
		"a string too far": edited(t, plain, sheet, "<v>0</v>", "<v>9</v>"),
		"another encoding": edited(t, plain, sheet, `encoding="UTF-8"`, `encoding="UTF-7"`),
		"a bomb":           edited(t, plain, sheet, "<sheetData>", strings.Repeat("<a b=\"longer\">", mostPart/14+1)),
		"one large cell":   edited(t, plain, sheet, "<v>0</v>", "<v>"+strings.Repeat("0", 3*mostToken)+"</v>"),
		"merged too much": edited(t, bookOf(t, func(f *excelize.File) {
			for row := range 1100 {
				must(t, f.SetCellValue("Sheet1", fmt.Sprintf("A%d", row+1), "a"))
			}
		}), sheet, "</sheetData>", "</sheetData><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:A1100"/>`, 1000)+"</mergeCells>"),
	} {
		book, err := Open(data)
		if err == nil {
			_, err = book.Sheets[0].Read(0, 2000)
		}
		if err == nil || !strings.HasPrefix(err.Error(), "het rooster ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMacros checks that a workbook with a program in it is read, and that this is told.
func TestMacros(t *testing.T) {
	data := bookOf(t, func(f *excelize.File) { must(t, f.SetCellValue("Sheet1", "A1", "a")) })
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range r.File {
		must(t, w.Copy(f))
	}
	_, err = w.Create("xl/vbaProject.bin")
	must(t, err, w.Close())
	book, err := Open(b.Bytes())
	if err != nil || !book.Macros || shown(readFirst(t, b.Bytes())) != `1 ["a"]` {
		t.Error(err, book)
	}
}

// FuzzOpen checks that no file makes the reader fail.
func FuzzOpen(f *testing.F) {
	f.Add(bookOf(f, func(b *excelize.File) { must(f, b.SetCellValue("Sheet1", "A1", "a")) }))
	f.Add(zipOf(f, map[string]string{"content.xml": `<a><table:table table:name="x"><table:table-row table:number-rows-repeated="9"><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="1"/></table:table-row></table:table></a>`}))
	f.Add([]byte("a;b\n1;2\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := Open(data)
		if err != nil {
			return
		}
		for _, sheet := range book.Sheets {
			if table, err := sheet.Read(5, 100); err == nil && len(table.Rows) > 101 {
				t.Fatal("too many rows")
			}
		}
	})
}
