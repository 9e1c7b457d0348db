package generator_test

import (
	"testing"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
)

// TestFilledSheet checks the sheet to give along with something on it, which no address of
// a page shows: by axe-core, and with only the Tab key. Also what leads to it.
func TestFilledSheet(t *testing.T) {
	t.Parallel()
	axe := axeScript(t)
	address := host(t)
	const chosen = "#s=belasting-lochal,geld-oisterwijk,inburgering-oisterwijk,er-niet"
	for _, page := range []string{"/meegeven/" + chosen + "&d=2026-01-01", "/ar/meegeven/" + chosen, "/partners/contourdetwern/" + chosen} {
		tab := open(t, browsertest.Width(320))
		tab.Go(address + page)
		if page[1] == 'p' {
			tab.Do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('button')].find((x) => x.textContent === 'Zet op het blad').click()`))
		} else {
			tab.Want("document.querySelectorAll('.handout article').length", "4")
		}
		tab.Console("404") // of what is not there
		problems := audit(tab, axe)
		if page[1] != 'p' { // there the focus is in the list already
			problems = append(problems, tabThrough(tab)...)
		}
		for _, problem := range problems {
			t.Errorf("%s: %s", page, problem)
		}
		// Dark mode differs only in its colours (TestSchemes).
		tab.Do(browsertest.Scheme("dark"))
		for _, problem := range violations(tab, "color-contrast", "link-in-text-block") {
			t.Errorf("%s in dark: %s", page, problem)
		}
	}
}
