package page

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"math"
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/cdproto/page"

	"pleinwijzer/generator/browsertest"
)

// A printedSheet is a page as it was printed.
type printedSheet struct {
	Width  float64       `xml:"width,attr"`
	Height float64       `xml:"height,attr"`
	Words  []printedWord `xml:"word"`
	text   string        // without spaces
}

// A printedWord is a word in its box: how wide its letters are, and how high its line is.
type printedWord struct {
	Left   float64 `xml:"xMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Top    float64 `xml:"yMin,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Text   string  `xml:",chardata"`
}

func allText(sheets []printedSheet) string {
	var all strings.Builder
	for _, s := range sheets {
		all.WriteString(s.text + "\n")
	}
	return all.String()
}

// squeezed is a text without spaces, and without marks for where a word may break.
func squeezed(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00ad", "")), "")
}

// printed is a page as the browser prints it.
func printed(v *visitor, address string) []printedSheet {
	v.T.Helper()
	return sheetsOf(v.T, pdfOf(v, address))
}

func pdfOf(v *visitor, address string) []byte {
	v.T.Helper()
	v.open(address)
	browsertest.Ask[bool](v.Tab, `document.fonts.ready.then(() => true)`)
	return browsertest.Call(v.Tab, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true), PrintBackground: new(true)}).Data
}

// TestScan looks at a printed sheet as the camera of a phone does.
func TestScan(t *testing.T) {
	_, err := exec.LookPath("pdftoppm")
	browsertest.Needs(t, err == nil, "pdftoppm of poppler-utils")
	browsertest.NeedsBrowser(t)
	s := serveFiles(t, "/", paperSite(t))
	v := newVisitor(t, s, browsertest.Width(1280))
	for _, path := range []string{"pleinen/plein-30-false/", "ar/spreekuren/s-0-plein-1-true/"} {
		paper := "poster/"
		if strings.Contains(path, "spreekuren") {
			paper = "kaart/"
		}
		camera := exec.Command("pdftoppm", "-r", "100", "-png", "-singlefile", "-")
		camera.Stdin = bytes.NewReader(pdfOf(v, "/"+path+paper))
		data, err := camera.Output()
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := scanned(t, picture), "https://pleinen.example/"+path; got != want {
			t.Errorf("%s%s: the code says %q, want %q", path, paper, got, want)
		}
	}
}

// sheetsOf reads a PDF back, as who searches in it or copies from it does.
func sheetsOf(t *testing.T, data []byte) []printedSheet {
	t.Helper()
	reader := exec.Command("pdftotext", "-bbox", "-", "-")
	reader.Stdin = bytes.NewReader(data)
	answer, err := reader.Output()
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Sheets []printedSheet `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal(answer, &document); err != nil {
		t.Fatal(err)
	}
	for i := range document.Sheets {
		for _, word := range document.Sheets[i].Words {
			document.Sheets[i].text += squeezed(word.Text)
		}
	}
	return document.Sheets
}

// A size of paper in points, of 1/72 inch.
type paperSize struct{ width, height float64 }

var a4, a5 = paperSize{595, 842}, paperSize{420, 595}

// checkPaper wants at most so many sheets of that size, each with text, no text in the
// outermost 8 mm, where many printers cannot print, and none on other text.
func checkPaper(t *testing.T, address string, sheets []printedSheet, most int, size paperSize) {
	t.Helper()
	if len(sheets) > most || len(sheets) == 0 {
		t.Errorf("%s: %d sheets, want at most %d", address, len(sheets), most)
	}
	for i, s := range sheets {
		if math.Abs(s.Width-size.width) > 1 || math.Abs(s.Height-size.height) > 1 {
			t.Errorf("%s: sheet %d is %g by %g points, want %v", address, i+1, s.Width, s.Height, size)
		}
		if len(s.text) < 20 {
			t.Errorf("%s: sheet %d is empty", address, i+1)
		}
		const edge = 8 * 72 / 25.4
		for _, word := range s.Words {
			if word.Left < edge || word.Top < edge || word.Right > s.Width-edge || word.Bottom > s.Height-edge {
				t.Errorf("%s: sheet %d has %q in its margin: %v", address, i+1, word.Text, word)
				break
			}
		}
		if a, b, yes := overlap(s.Words); yes {
			t.Errorf("%s: on sheet %d %v stands on %v", address, i+1, a, b)
		}
	}
}

// overlap finds two words of which one stands on the other. The boxes of two lines touch,
// so only the middle of each counts.
func overlap(words []printedWord) (a, b printedWord, yes bool) {
	for i, a := range words {
		for _, b := range words[:i] {
			across := min(a.Right, b.Right) - max(a.Left, b.Left)
			apart := math.Abs(a.Top+a.Bottom-b.Top-b.Bottom) / 2
			if across > 1 && !mark(a) && !mark(b) && apart < min(a.Bottom-a.Top, b.Bottom-b.Top)/2 {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// mark reports whether a word is a dot or so, which stands below the letters beside it.
func mark(word printedWord) bool { return len(word.Text) == 1 && !unicode.IsLetter(rune(word.Text[0])) }
