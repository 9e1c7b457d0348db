package generator_test

import (
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// regionWorld is the site of [pagetest.Region], at an address of a test, with more content
// of its own.
func regionWorld(t *testing.T, more map[string]string) map[string][]byte {
	t.Helper()
	folder, cache := pagetest.Region(t)
	for name, text := range more {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	g := generator.New(generator.Folders{Content: folder, Kept: cache, Layouts: layouts.Files, Static: static.Files})
	site, err := g.Site(generator.Everything, catalog.Options{Now: pagetest.Noon})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range site.Problems {
		t.Errorf("%s: %s", p.Range, p.Message)
	}
	return renderAll(t, site.Files)
}

// TestFederatedInBrowser looks at the pages of other directories as visitors and partners do.
func TestFederatedInBrowser(t *testing.T) {
	t.Parallel()
	axe := axeScript(t)
	files := regionWorld(t, nil)
	const base = "/mb/"
	address := serveAt(t, base, files)
	sunday := browsertest.Clock(pagetest.Noon)
	tab := browsertest.Open(t, browsertest.Width(320), sunday)
	t.Run("pages", func(t *testing.T) {
		tab.T = t
		for _, page := range federatedPages {
			tab.Do(browsertest.Scheme("light"))
			tab.Go(address + "/mb" + page)
			for _, problem := range audit(tab, axe) {
				t.Errorf("%s: %s", page, problem)
			}
			tab.Do(browsertest.Scheme("dark"))
			for _, problem := range violations(tab, "color-contrast", "link-in-text-block") {
				t.Errorf("%s in dark: %s", page, problem)
			}
		}
	})
	t.Run("search", func(t *testing.T) {
		tab.T = t
		tab.Go(address + base + "zoeken/?q=brief")
		const hit = `document.querySelector('#resultaten h3 a')`
		tab.Want(hit+`?.textContent`, "Koffie en brieven")
		browsertest.Ask[any](tab, hit+`.click()`)
		tab.Want(`location.pathname + ' ' + document.querySelector('h1')?.textContent`, base+"noord/spreekuren/zondag-kerk/ Koffie en brieven")
		const source = "https://noord.example/hulp/spreekuren/zondag-kerk/"
		tab.Want(`[...document.querySelectorAll('main .meta')].map((x) => x.textContent.trim() + ' ' + (x.querySelector('a')?.href ?? '')).find((x) => x.includes('Klopt er iets niet?'))`,
			"Bron: Pleinwijzer Noord, bijgewerkt op woensdag 18 november 2026. Klopt er iets niet? Ga naar de bron "+source)
		tab.Want(`[...document.querySelectorAll('button')].find((b) => b.textContent === 'Bewaar dit spreekuur')?.click(), localStorage.length`, "1")
		tab.Want(`[...document.querySelectorAll('button')].find((b) => b.textContent === 'Zet op het blad')?.click(), location.hash`, "#s=noord/zondag-kerk")
		tab.Go(address + base + "ar/mijn-spreekuren/")
		tab.Want(`document.querySelector('[data-lijst] h2 a')?.pathname + ' ' + document.querySelector('[data-lijst] time')?.dateTime`,
			base+"ar/noord/spreekuren/zondag-kerk/ 2026-11-22T11:00+01:00")
		tab.Go(address + base + "ar/meegeven/#s=noord/zondag-kerk")
		tab.Want(`document.querySelector('main .sheet, main article')?.textContent.includes('Koffie en brieven')`, "true")
		tab.Go(address + base + "zoeken/?q=stille")
		tab.Want(`document.querySelector('#resultaten li, #resultaten article')?.textContent.includes('De tijden zijn nu niet bekend')`, "true")
	})
	t.Run("lists", func(t *testing.T) {
		tab.T = t
		tab.Go(address + base + "hulp/ik-heb-schulden/")
		tab.Want(`[...document.querySelectorAll('main a')].some((a) => a.pathname === '/mb/noord/spreekuren/schuld-kerk/')`, "true")
		tab.Go(address + base + "pleinen/")
		tab.Want(`[...new Set([...document.querySelectorAll('main svg a')].map((a) => a.href.baseVal.split('/')[2]))].sort().join()`, "noord,oud,pleinen,stil")
	})
	t.Run("clock", func(t *testing.T) { federatedClock(t, tab, address+base) })
	t.Run("element", func(t *testing.T) { federatedElement(t, tab, address+base) })
}

// federatedPages are pages on which there is something of another directory.
var federatedPages = strings.Fields(`/ /hulp/ik-heb-schulden/ /onderwerpen/geld/ /pleinen/ /insluiten/?plein=noord/kerk
	/noord/pleinen/kerk/ /noord/spreekuren/zondag-kerk/ /noord/partners/raad/ /noord/agenda/open-dag/ /noord/berichten/nieuw/
	/noord/spreekuren/weg-kerk/ /oud/pleinen/haven/ /stil/pleinen/stil/ /stil/spreekuren/stil/ /stil/partners/stil/
	/noord/pleinen/kerk/poster/ /stil/spreekuren/stil/kaart/ /noord/pleinen/kerk/nieuwsbrief/ /noord/partners/raad/kanalen/
	/embed/oud/pleinen/haven/ /ar/stil/spreekuren/stil/ /ar/noord/spreekuren/weg-kerk/`)

// federatedClock wants the clock of a page to say nothing of a time of which the source said
// nothing, or too long ago.
func federatedClock(t *testing.T, tab *browsertest.Tab, base string) {
	tab.T = t
	const now = `document.querySelector('.now')?.checkVisibility() ? document.querySelector('.now').textContent : ''`
	for _, test := range []struct{ page, at, want string }{
		{"noord/pleinen/kerk/", "2026-11-22T12:00:00+01:00", "Nu hulp, tot 13.00 uur: Koffie en brieven."},
		{"oud/pleinen/haven/", "2026-11-22T14:00:00+01:00", "Er is nu geen spreekuur. Het volgende is zondag 29 november om 11.00 uur."},
		{"stil/pleinen/stil/", "2026-11-22T12:00:00+01:00", ""},
		{"stil/pleinen/stil/", "2026-11-22T18:00:00+01:00", ""},
		{"kort/pleinen/kort/", "2026-11-24T12:00:00+01:00", "Nu hulp, tot 13.00 uur: Dagelijkse hulp."},
		{"kort/pleinen/kort/", "2026-11-25T12:00:00+01:00", ""},
		{"kort/pleinen/kort/", "2026-11-25T18:00:00+01:00", ""},
	} {
		tab.Do(browsertest.Clock(pagetest.Must(time.Parse(time.RFC3339, test.at))))
		tab.Go(base + test.page)
		tab.Want(now, test.want)
	}
	tab.Go(base + "kort/pleinen/kort/scherm/")
	tab.Want(`[...document.querySelectorAll('.line, .instead')].filter((x) => x.checkVisibility()).map((x) => x.textContent.replace(/\s+/g, ' ').trim()).join()`,
		"Kijk op regio.example/mb/kort/kort voor de tijden van de spreekuren.")
	tab.Silent()
}

// federatedElement puts <plein-rooster> and a frame on the site of a partner.
func federatedElement(t *testing.T, tab *browsertest.Tab, base string) {
	tab.T = t
	tab.Do(browsertest.Clock(pagetest.Noon))
	const row = `document.querySelector('plein-rooster')?.shadowRoot?.querySelector('.rooster')`
	for _, test := range []struct{ attributes, want string }{
		{`plein="noord/kerk"`, "Hulp bij schulden,Grip op uw huishoudboekje,Koffie en brieven"},
		{`plein="noord-kerk"`, "Hulp bij schulden,Grip op uw huishoudboekje,Koffie en brieven"},
		{`partner="noord/raad"`, "Hulp bij schulden,Koffie en brieven"},
		{`plein="noord/kerk" partner="noord-raad"`, "Hulp bij schulden,Koffie en brieven"},
		{`plein="noord/kerk" partner="taalhuis"`, "Koffie en brieven"},
		{`plein="stil/stil"`, ""},
	} {
		page := "<!doctype html><html lang=nl><title>Partner</title><link rel=icon href=data:,><plein-rooster " + test.attributes +
			"></plein-rooster><script src=\"" + base + "embed/v1.js\"></script>"
		tab.Go(serve(t, map[string][]byte{"index.html": []byte(page)}))
		tab.Want(`[...(`+row+`?.querySelectorAll('.titel') ?? [])].map((x) => x.textContent).join()`, test.want)
	}
	tab.Want(row+`?.querySelector('.leeg')?.textContent`, "Vraag eerst naar de tijden: Stille hulp bij geld.")
	tab.Want(row+`?.querySelector('.meer')?.textContent.includes('Bron: De stille bibliotheek, bijgewerkt op zondag 13 september 2026. Wij weten niet')`, "true")
	tab.Silent("/embed/v1/pleinen/noord-kerk.json") // first it looks for one of the site's own
}

// TestFederatedConformance checks the HTML of that site against the standard.
func TestFederatedConformance(t *testing.T) {
	t.Parallel() // most of the work is done by Node
	files := regionWorld(t, nil)
	kept := map[string][]byte{}
	for name, data := range files {
		dutch := !strings.HasPrefix(name, "en/") && !strings.HasPrefix(name, "ar/")
		federated := strings.Contains(name, "noord/") || strings.Contains(name, "stil/")
		if path.Ext(name) == ".html" && dutch && federated && path.Base(name) != "fragment.html" {
			kept[name] = data
		}
	}
	conform(t, kept)
}
