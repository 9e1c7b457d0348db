package page

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
)

// TestPrinted prints pages as a visitor does who has no printer settings in mind: a
// spreekuur on one sheet and a plein on two at most, with no sheet for the foot alone.
func TestPrinted(t *testing.T) {
	_, err := exec.LookPath("pdftotext")
	browsertest.Needs(t, err == nil, "pdftotext of poppler-utils")
	browsertest.NeedsBrowser(t)
	c := pagetest.Shipped(t)
	v := newVisitor(t, serveFiles(t, "/", filesOf(t, c)), browsertest.Width(1280))
	print := func(path string, most int) {
		t.Helper()
		v.open(path)
		browsertest.Ask[bool](v.Tab, `document.fonts.ready.then(() => true)`)
		a4 := page.PrintToPDFParams{PaperWidth: 8.27, PaperHeight: 11.69, PreferCSSPageSize: new(true)}
		sheets := sheetsOf(t, browsertest.Call(v.Tab, page.PrintToPDF, a4).Data)
		if len(sheets) > most {
			t.Errorf("%s takes %d sheets, want at most %d", path, len(sheets), most)
		}
		if last := sheets[len(sheets)-1].text; len(sheets) > 1 && strings.HasPrefix(last, squeezed(c.Site.Organisatie)) {
			t.Errorf("%s: the last sheet has the foot alone: %s", path, last)
		}
	}
	for _, x := range c.Spreekuren {
		if x.Active() {
			print(x.Page(), 1)
		}
	}
	for _, p := range c.Pleinen {
		print(p.Page(), 2)
	}
	print("/ar"+c.Pleinen[0].Page(), 2)
	print("/onderwerpen/geld/", 3)
	v.Do(browsertest.Media("print"))
	v.open(c.Pleinen[0].Page())
	v.Want(`[...document.querySelectorAll('main *, header, footer')].filter((x) => x.getClientRects().length && !/rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/.test(getComputedStyle(x).backgroundColor)).map((x) => x.outerHTML.slice(0, 80)).join('|')`, "")
	v.Want(`[...document.querySelectorAll('.week .hour')].every((x) => x.getClientRects().length > 0)`, "true")
}
