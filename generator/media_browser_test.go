package generator_test

import (
	"fmt"
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
)

// keptSpreekuur adds a spreekuur to "mijn spreekuren", as a visitor would.
const keptSpreekuur = `localStorage.setItem('mijn-spreekuren:/', '[{"url":"/spreekuren/formulierenhulp-loon-op-zand/","title":"Hulp bij brieven en formulieren"}]')`

// inMedia lists pages that visitors are likely to print, with what must be on them.
var inMedia = []struct {
	path  string
	there []string
}{
	{"/", []string{"h1", ".time", ".day"}},
	{"/pleinen/dinsdagochtendplein/", []string{"h1", "address", ".what"}},
	{"/spreekuren/formulierenhulp-loon-op-zand/", []string{"h1", ".when", "address", "time"}},
	{"/mijn-spreekuren/", []string{"h1", "[data-lijst] h2", "[data-lijst] .when", "[data-lijst] address"}},
}

// openInMedia opens those pages one by one, at half past ten on a Tuesday morning when
// spreekuren are open. The site was built the night before, so its home page only has the
// next few days.
func openInMedia(t *testing.T, step browsertest.Step, check func(tab *browsertest.Tab, there []string) []string) {
	t.Helper()
	browsertest.NeedsBrowser(t)
	address := serveAsked(t, shipped(t, catalog.Options{Now: instant(t, "2026-11-24T03:00:00+01:00")}))
	tab := browsertest.Open(t, browsertest.Clock(instant(t, "2026-11-24T10:30:00+01:00")),
		browsertest.Width(768), step, browsertest.Script(keptSpreekuur))
	for _, page := range inMedia {
		tab.Go(address + page.path)
		tab.Want("document.querySelector('.badge') !== null", "true")
		for _, problem := range check(tab, page.there) {
			t.Errorf("%s: %s", page.path, problem)
		}
	}
}

var forcedColors = browsertest.Media("screen", "forced-colors", "active")

// inForcedColors reports what gets lost when the visitor chooses the colours.
func inForcedColors(tab *browsertest.Tab, there []string) []string {
	inPage(tab, "keyboard.js")
	inPage(tab, "media.js")
	return browsertest.Ask[[]string](tab, fmt.Sprintf(
		`[...media.missing('.badge', ...%s), ...media.faint(), ...media.bare('.now, .badge, .day, .notice, .card, .tiles a, button, input, select')]`, list(there)))
}

// onPaper reports what gets lost in print, and what should not be printed: controls, and
// what only applies at this moment.
func onPaper(tab *browsertest.Tab, there []string) []string {
	inPage(tab, "keyboard.js")
	inPage(tab, "media.js")
	return browsertest.Ask[[]string](tab, fmt.Sprintf(
		`[...media.missing(...%s), ...media.faint('rgb(255, 255, 255)'), ...media.there('nav, button, input, select, .skip, .now, .badge')]`, list(there)))
}

// list writes texts as a JavaScript array.
func list(texts []string) string {
	b := []byte("[")
	for _, text := range texts {
		b = fmt.Appendf(b, "%q,", text)
	}
	return string(append(b, ']'))
}

func TestForcedColors(t *testing.T) {
	t.Parallel()
	openInMedia(t, forcedColors, inForcedColors)
}

func TestPrint(t *testing.T) {
	t.Parallel()
	openInMedia(t, browsertest.Media("print"), onPaper)
}

func TestMediaFindProblems(t *testing.T) {
	const text = "<main><h1>Kop</h1></main>"
	t.Run("forced colours", func(t *testing.T) {
		tab := open(t, forcedColors)
		const text = text + "<p class=badge style='border:2px solid'>Nu open</p>"
		findsBroken(t, tab, text, map[string]broken{
			"missing": {"<main><h1 hidden>Kop</h1></main>", "missing: h1"},
			"faint":   {text + "<p style='forced-color-adjust:none;color:#eee;background:#fff'>Tekst</p>", "faint"},
			"no edge": {text + "<p class=badge style='background:red'>Nu open</p>", "no edge"},
		}, func() []string { return inForcedColors(tab, []string{"h1"}) })
	})
	t.Run("print", func(t *testing.T) {
		tab := open(t, browsertest.Media("print"))
		findsBroken(t, tab, text, map[string]broken{
			"missing": {"<main><h1 style='opacity:0'>Kop</h1></main>", "missing: h1"},
			"faint":   {text + "<p style='color:#fff;background:#000'>Tekst</p>", "faint"},
			"menu":    {text + "<nav>Menu</nav>", "on paper: <nav"},
		}, func() []string { return onPaper(tab, []string{"h1"}) })
	})
}
