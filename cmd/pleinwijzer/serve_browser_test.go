package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/schedule"
)

// party is an agendapunt with two difficult words in it.
const party = `+++
titel = "Feest"
datum = "2026-12-15"
tijd = "14.00 tot 16.00 uur"
in_een_zin = "Wij realiseren een feest."
plein = "bieb"
+++
Kom langs, indien u wilt. Het is in het [plein](/pleinen/bieb/).
`

const draft = `+++
titel = "Open dag"
datum = "2026-12-16"
in_een_zin = "U kunt komen kijken."
plein = "bieb"
concept = true
+++
`

// JavaScript expressions for what a person sees of the preview.
const (
	badge = `(document.querySelector('pleinwijzer-balk')?.shadowRoot?.getElementById('tel')?.textContent ?? '')`
	open  = `(document.querySelector('pleinwijzer-balk')?.shadowRoot?.querySelector('.panel:popover-open')?.innerText ?? '').replaceAll(/\s+/g, ' ').trim()`
	strip = `document.querySelector('pleinwijzer-strook')?.shadowRoot?.querySelector('p')?.textContent ?? ''`
	where = `location.pathname + location.search`
)

// visit opens the preview, at noon on a Sunday.
func visit(t *testing.T, files map[string]string) (*served, *browsertest.Tab) {
	t.Helper()
	browsertest.NeedsBrowser(t)
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, schedule.Amsterdam)
	return serveHere(t, files, func() time.Time { return noon }), browsertest.Open(t, browsertest.Clock(noon), browsertest.Width(320))
}

// inBar focuses a part of the bar and presses a key there, as a person without a mouse
// would.
func inBar(tab *browsertest.Tab, selector, key string) {
	tab.T.Helper()
	tab.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector('pleinwijzer-balk').shadowRoot.querySelector(%q).focus()`, selector)))
	tab.Press(key)
}

func TestPreviewAdvice(t *testing.T) {
	s, tab := visit(t, map[string]string{"agenda/feest.md": party, "agenda/kijken.md": draft})
	tab.Go(s.address + "/agenda/feest/")
	tab.Want(badge, "2 adviezen")
	inBar(tab, "#tel", "\r")
	at := filepath.ToSlash(s.dir) + "/agenda/feest.md"
	tab.Want(open, `moeilijk woord: "realiseren" [moeilijk-woord] Bestand: `+at+`:5:19 (regel 5) Bewerk Open in VS Code 5 | in_een_zin = "Wij realiseren een feest." gewoner is: maken `+
		`moeilijk woord: "indien" [moeilijk-woord] Bestand: `+at+`:8:12 (regel 8) Bewerk Open in VS Code 8 | Kom langs, indien u wilt. Het is in het [plein](/pleinen/bieb/). gewoner is: als`)
	tab.Press("\x1b")
	tab.Want(open, "")

	// On a list, the advice about all its cards counts.
	tab.Go(s.address + "/agenda/")
	tab.Want(badge, "2 adviezen")
	tab.Go(s.address + "/dagen/zondag/")
	tab.Want(badge, "0 adviezen")

	// After an edit, the badge is about the new version of the page.
	tab.Go(s.address + "/agenda/feest/")
	s.write("agenda/feest.md", strings.Replace(party, "indien u wilt", "als u wilt", 1))
	tab.Want(badge, "1 advies")
	tab.Silent()
}

func TestPreviewFiles(t *testing.T) {
	s, tab := visit(t, map[string]string{"agenda/feest.md": party})
	tab.Go(s.address + "/agenda/")
	tab.Want(`[...document.querySelectorAll('main pleinwijzer-bestand')].map((x) => x.shadowRoot.querySelector('button').ariaLabel).join()`, "Bestand van Feest")
	tab.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector('pleinwijzer-bestand').shadowRoot.querySelector('button').focus()`))
	tab.Press("\r")
	file := filepath.Join(s.dir, "agenda", "feest.md")
	tab.Want(open, "Bestand van Feest "+filepath.ToSlash(file)+" Kopieer het pad Open in VS Code Werkt u met een ander programma? Kies daar Openen en plak het pad.")
	tab.Press("\r") // the button that copies has the focus
	tab.Want(`document.querySelector('pleinwijzer-balk').shadowRoot.getElementById('gelukt').textContent`, "Gekopieerd: "+file)
	tab.Want(`document.querySelector('pleinwijzer-balk').shadowRoot.getElementById('editor').href`, "vscode://file"+filepath.ToSlash(file))

	tab.Go(s.address + "/pleinen/bieb/poster/") // made from the file of the plein
	inBar(tab, "#hier", "\r")
	tab.Want(open+".slice(0, 29)", "Bestand van Plein in de bieb ")

	// What a script adds to the page is a card too.
	tab.Go(s.address + "/zoeken/?q=lezen")
	tab.Want(`document.querySelector('#resultaten pleinwijzer-bestand')?.shadowRoot?.querySelector('button').ariaLabel`, "Bestand van Taalspreekuur")
	tab.Silent()
}

func TestPreviewDrafts(t *testing.T) {
	s, tab := visit(t, map[string]string{"agenda/kijken.md": draft, "agenda/feest.md": party})
	marks := `[...document.querySelectorAll('main .notice.draft strong, main > .notice strong')].map((x) => x.textContent).concat(` +
		`[...document.querySelectorAll('pleinwijzer-bestand')].flatMap((x) => [...x.shadowRoot.querySelectorAll('strong')]).map((x) => x.textContent)).join()`
	for page, want := range map[string]string{
		"/agenda/":             "Concept", // only one of the two cards
		"/agenda/kijken/":      "Concept.",
		"/spreekuren/":         "Concept.",
		"/spreekuren/rekenen/": "Concept.",
		"/dagen/donderdag/":    "Concept",
		"/dagen/dinsdag/":      "",
	} {
		tab.Go(s.address + page)
		tab.Want(badge+".length > 0", "true")
		tab.Want(marks, want)
	}
	tab.Silent()
}

func TestPreviewDay(t *testing.T) {
	s, tab := visit(t, map[string]string{"agenda/feest.md": party})
	click := func(selector string) {
		tab.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector(%q).click()`, selector)))
	}
	tab.Go(s.address + "/")
	tab.Want(strip, "")
	inBar(tab, "[popovertarget=dag]", "\r")
	tab.Do(chromedp.Evaluate[chromedp.Void](`{
		const root = document.querySelector('pleinwijzer-balk').shadowRoot;
		root.getElementById('op').value = '2026-12-15';
		root.querySelector('form button').click();
	}`))
	const day = "?op=2026-12-15"
	const says = "U ziet de site zoals op dinsdag 15 december 2026. Terug naar vandaag"
	tab.Want(where, "/"+day)
	tab.Want(strip, says)
	click(`main .card a[href="/agenda/feest/"]`)
	tab.Want(where, "/agenda/feest/"+day)
	tab.Want(strip, says)
	click(`main a[href="/pleinen/bieb/"]`)
	tab.Want(where, "/pleinen/bieb/"+day)
	tab.Want(strip, says)
	tab.Want(`new Date(Date.now()).toISOString().slice(0, 16) + new Date().toISOString().slice(0, 16)`, "2026-12-15T11:002026-12-15T11:00")
	tab.Want(badge, "2 adviezen")
	tab.Go(s.address + "/zoeken/?q=lezen&op=2026-12-25") // when the next Tuesday is a different one
	tab.Want(`/29 december/.test(document.querySelector('#resultaten').textContent)`, "true")
	tab.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector('pleinwijzer-strook').shadowRoot.querySelector('a').click()`))
	tab.Want(where, "/zoeken/?q=lezen")
	tab.Want(strip, "")
	tab.Silent()
}

// TestPreviewDayWithoutScript checks that without scripts people can still choose a day,
// and see that it is another day.
func TestPreviewDayWithoutScript(t *testing.T) {
	s, tab := visit(t, nil)
	tab.Do(browsertest.WithoutScript())
	tab.Go(s.address + "/?op=2026-12-15")
	tab.Want(strip, "U ziet de site zoals op dinsdag 15 december 2026. Terug naar vandaag")
	inBar(tab, "[popovertarget=dag]", "\r")
	tab.Want(open, "Bekijk de site zoals op Bekijk Terug naar vandaag")
}

// TestPreviewIsAccessible checks that the bar is accessible and does not cover anything.
func TestPreviewIsAccessible(t *testing.T) {
	axe, err := os.ReadFile("../../.ci/node_modules/axe-core/axe.min.js")
	browsertest.Needs(t, err == nil, "axe-core")
	s, tab := visit(t, map[string]string{"agenda/feest.md": party, "agenda/kijken.md": draft})
	for _, width := range []int64{320, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			tab.Do(browsertest.Width(width), browsertest.Scheme(scheme))
			for _, page := range []string{"/agenda/?op=2026-12-10", "/pleinen/bieb/", "/agenda/feest/", "/__pleinwijzer/adviezen", "/?op=morgen"} {
				tab.Go(s.address + page)
				// Further up the bar may cover things, since those can be scrolled out from under it.
				tab.Want(`(scrollTo(0, document.body.scrollHeight), true)`, "true")
				panels := []string{"#nergens"}
				if !strings.Contains(page, "__") && !strings.Contains(page, "morgen") {
					tab.Want(badge+".length > 0", "true")
					panels = []string{"#nergens", "#tel", "[popovertarget=dag]"}
				}
				for _, panel := range panels {
					if panel != "#nergens" {
						inBar(tab, panel, "\r")
						tab.Want(open+" !== ''", "true")
					}
					for _, problem := range audit(tab, string(axe)) {
						t.Errorf("%d %s %s %s: %s", width, scheme, page, panel, problem)
					}
				}
			}
		}
	}
	tab.Go(s.address + "/pleinen/bieb/")
	tab.Want(badge, "2 adviezen")
	tab.Do(browsertest.Media("print"))
	tab.Want(`['pleinwijzer-balk', 'pleinwijzer-bestand'].map((name) => getComputedStyle(document.querySelector(name)).display).join()`, "none,none")
}

// audit returns what is wrong with the open panel, or if there is none, with the page,
// including its very end.
func audit(tab *browsertest.Tab, axe string) []string {
	tab.Do(chromedp.Evaluate[chromedp.Void](axe))
	return browsertest.Ask[[]string](tab, `(async () => {
		const { violations } = await axe.run(document.querySelector('pleinwijzer-balk')?.shadowRoot?.querySelector('.panel:popover-open') ?? document, { resultTypes: ['violations'],
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
		const problems = violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | '));
		const root = document.documentElement;
		if (root.scrollWidth > root.clientWidth) problems.push('scrolls sideways');
		scrollTo(0, root.scrollHeight);
		const bar = document.querySelector('pleinwijzer-balk');
		if (bar && document.querySelector('footer').getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1) problems.push('the bar lies over the end of the page');
		scrollTo(0, 0);
		return problems;
	})()`)
}

// TestPreviewIsNotPublished checks that a published site contains nothing of the preview,
// and no drafts.
func TestPreviewIsNotPublished(t *testing.T) {
	s := serveHere(t, map[string]string{"agenda/feest.md": party, "agenda/kijken.md": draft}, time.Now)
	out := filepath.Join(t.TempDir(), "public")
	if code, output := runWith(context.Background(), "build", "-content", s.dir, "-out", out); code != exitFine {
		t.Fatalf("code %d: %s", code, output)
	}
	traces := []string{"__pleinwijzer", "pleinwijzer-balk", "pleinwijzer-strook", "pleinwijzer-bestand", "vscode:", "Open dag", "Concept.", s.dir, "agenda/feest.md"}
	if _, body := s.get("/agenda/kijken/"); !strings.Contains(body, traces[0]) ||
		!strings.Contains(body, s.dir) || !strings.Contains(body, "Concept.") {
		t.Error("the preview itself has none of what is looked for")
	}
	err := filepath.WalkDir(out, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		for _, trace := range traces {
			if bytes.Contains(text, []byte(trace)) {
				t.Errorf("%s: has %q", name, trace)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
