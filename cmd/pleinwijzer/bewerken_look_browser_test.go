package main

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/schedule"
)

// TestFormsAreAccessible looks at every page of the forms, on a phone and on a desk, in
// light and dark, with everything unfolded.
func TestFormsAreAccessible(t *testing.T) {
	axe, err := os.ReadFile("../../.ci/node_modules/axe-core/axe.min.js")
	browsertest.Needs(t, err == nil, "axe-core")
	s, tab := atDesk(t, map[string]string{
		"spreekuren/stuk.md": strings.Replace(wrongHour, "dinsdag", "dinsdach", 1),
		"spreekuren/vorm.md": strings.Replace(wrongHour, "=", "==", 1),
	})
	pages := []string{deskPath, hourPath, deskPath + "bestand?naam=spreekuren/stuk.md", deskPath + "bestand?naam=spreekuren/vorm.md",
		deskPath + "bestand?naam=pleinen/bieb.md", deskPath + "nieuw?soort=spreekuur", deskPath + "veranderd"}
	for i, look := range []struct {
		width  int64
		scheme string
	}{{320, "light"}, {1280, "dark"}} {
		tab.Do(browsertest.Width(look.width), browsertest.Scheme(look.scheme))
		for _, page := range pages[i:] { // the list needs to be looked at once
			tab.Go(s.address + page)
			tab.Want(settled, "true")
			tab.Do(chromedp.Evaluate[chromedp.Void](`{ for (const fold of document.querySelectorAll('details')) fold.open = true; document.querySelector('iframe')?.remove(); }`))
			for _, problem := range audited(tab, string(axe)) {
				t.Errorf("%d %s %s: %s", look.width, look.scheme, page, problem)
			}
		}
	}
	tab.Do(browsertest.Media("screen", "forced-colors", "active"))
	tab.Go(s.address + hourPath)
	tab.Want(`getComputedStyle(document.querySelector('.bewaar button')).borderTopStyle`, "solid")
}

const wrongHour = "+++\ntitel = \"Stuk\"\nplein = \"bieb\"\npartner = \"taalhuis\"\ndag = \"dinsdag\"\ntijd = \"10.00-12.00\"\nin_een_zin = \"Wij helpen.\"\n+++\nKom langs.\n"

func audited(tab *browsertest.Tab, axe string) []string {
	tab.Do(chromedp.Evaluate[chromedp.Void](axe))
	return browsertest.Ask[[]string](tab, `(async () => {
		const { violations } = await axe.run(document, { resultTypes: ['violations'],
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
		const problems = violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 300)).join(' | '));
		const root = document.documentElement;
		if (root.scrollWidth > root.clientWidth) problems.push('scrolls sideways');
		return problems;
	})()`)
}

// TestFormInOtherBrowsers changes a record with Firefox and WebKit.
func TestFormInOtherBrowsers(t *testing.T) {
	browsertest.NeedsOthers(t)
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, schedule.Amsterdam)
	s := serveHere(t, nil, func() time.Time { return noon })
	s.quiet()
	browsertest.VisitWithOthers(t, map[string]any{"form": s.address + hourPath})
	got := valuesOf(t, s, "spreekuren/taal.md")
	if got.Get("titel") != "Taalspreekuur Firefox WebKit" || got.Get("afwijkend.0.datum") != "2026-12-29" ||
		got.Get("afwijkend.1.datum") != "2026-12-28" {
		t.Errorf("the file is\n%s", s.read("spreekuren/taal.md"))
	}
}
