package page

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/schedule"
)

// finder is a visitor of the search page.
type finder struct{ *visitor }

// newFinder visits the site of a catalog at the moment that it was built.
func newFinder(t *testing.T, c *catalog.Catalog, before ...browsertest.Step) *finder {
	t.Helper()
	return &finder{newVisitor(t, serverOf(t, c), append([]browsertest.Step{browsertest.Clock(pagetest.Noon)}, before...)...)}
}

// open goes to an address of the search page.
func (v *finder) open(query string) {
	v.T.Helper()
	v.visitor.open(v.server.path + "zoeken/" + query)
}

// until waits for something to be true in the page.
func (v *finder) until(condition string) {
	v.T.Helper()
	v.Want("Boolean("+condition+")", "true")
}

// found waits until a number of spreekuren is announced, any number for -1, and
// gives their titles.
func (v *finder) found(n int) []string {
	v.T.Helper()
	words := `/^\d+ spreek(uur|uren) gevonden$/`
	switch n {
	case 0:
		words = `/^Geen spreekuren gevonden$/`
	case 1:
		words = `/^1 spreekuur gevonden$/`
	case -1:
	default:
		words = fmt.Sprintf(`/^%d spreekuren gevonden$/`, n)
	}
	v.until("document.getElementById('resultaten').ariaBusy === 'false'")
	v.until(words + ".test(document.getElementById('gevonden').textContent)")
	return browsertest.Ask[[]string](v.Tab, "[...document.querySelectorAll('#resultaten h3')].map(h => h.textContent)")
}

func (v *finder) pick(name, value string) {
	v.T.Helper()
	v.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(
		`{const s = document.querySelector('[name=%s]'); s.focus(); s.value = %q; s.dispatchEvent(new Event('change', {bubbles: true}))}`, name, value)))
}

// typed opens the page again, with words typed.
func (v *finder) typed(words string) {
	v.open("")
	v.found(-1)
	v.Do(chromedp.Focus(chromedp.CSS("[name=q]")), chromedp.KeyEvent(words))
	v.until("new URLSearchParams(location.search).get('q') === " + fmt.Sprintf("%q", words))
}

func has(titles []string, part string) bool {
	return slices.ContainsFunc(titles, func(title string) bool { return strings.Contains(title, part) })
}

func TestSearchInBrowser(t *testing.T) {
	browsertest.NeedsBrowser(t)
	v := newFinder(t, pagetest.Shipped(t))

	t.Run("everything, from now", func(t *testing.T) {
		v.T = t
		v.open("")
		if all := v.found(-1); len(all) != 12 {
			t.Errorf("%d cards on the first screen, want 12", len(all))
		}
		if next := browsertest.Ask[string](v.Tab, "document.querySelector('.next').textContent"); !strings.Contains(next, "morgen") {
			t.Errorf("the first on a Sunday is %q, want one of Monday", next)
		}
		v.Do(chromedp.Focus(chromedp.CSS("#meer")), chromedp.KeyEvent(kb.Enter))
		v.until("document.querySelectorAll('#resultaten article').length > 12")
		if !browsertest.Ask[bool](v.Tab, "document.activeElement === document.querySelectorAll('#resultaten article')[12].querySelector('a')") {
			t.Error("after more, the focus is not on the first new one")
		}
	})
	t.Run("words", func(t *testing.T) {
		v.T = t
		v.typed("formul")
		if got := v.found(-1); !has(got, "formulieren") {
			t.Errorf("formul: %q", got)
		}
		v.typed("taalcafe")
		if got := v.found(-1); !has(got, "Taalcafé") {
			t.Errorf("without the accent: %q", got)
		}
		v.typed("een")
		plain := v.found(-1)
		v.typed("één")
		if got := v.found(-1); len(got) == 0 || !slices.Equal(got, plain) {
			t.Errorf("één: %q, een: %q", got, plain)
		}
		v.typed("bijstand")
		if got := v.found(-1); !has(got, "geld") && !has(got, "Geld") {
			t.Errorf("a synonym: %q", got)
		}
	})
	t.Run("on appointment", func(t *testing.T) {
		v.T = t
		v.open("?op-afspraak=ja")
		if got := v.found(1); got[0] != "Hulp bij inburgering" {
			t.Errorf("only on appointment: %q", got)
		}
		if when := browsertest.Ask[string](v.Tab, "document.querySelector('#resultaten .when').textContent"); !strings.HasPrefix(when, "Op afspraak: bel 013 ") {
			t.Errorf("it says %q", when)
		}
		v.open("?plaats=oisterwijk")
		if got := v.found(-1); got[len(got)-1] != "Hulp bij inburgering" {
			t.Errorf("it is not after those with hours: %q", got)
		}
		v.open("?plaats=oisterwijk&dag=woensdag")
		if got := v.found(-1); has(got, "inburgering") {
			t.Errorf("it is there on a Wednesday: %q", got)
		}
	})
	t.Run("nothing found", func(t *testing.T) {
		v.T = t
		v.open("?q=xyzzy&plaats=tilburg")
		v.found(0)
		v.until("!document.getElementById('niets').hidden && !document.getElementById('lijsten').hidden")
		v.Do(chromedp.Click(chromedp.CSS("#niets button")))
		v.until("location.search === '?q=xyzzy'")
		if active := browsertest.Ask[string](v.Tab, "document.activeElement.name"); active != "q" {
			t.Errorf("the focus went to %q", active)
		}
	})
	t.Run("filters and the back button", func(t *testing.T) {
		v.T = t
		v.open("")
		v.found(-1)
		v.pick("dag", "dinsdag")
		v.until("location.search === '?dag=dinsdag'")
		v.pick("plaats", "tilburg")
		v.until("location.search === '?dag=dinsdag&plaats=tilburg'")
		if active := browsertest.Ask[string](v.Tab, "document.activeElement.name"); active != "plaats" {
			t.Errorf("the focus went to %q", active)
		}
		got := v.found(-1)
		count := browsertest.Ask[string](v.Tab, "document.querySelector('[name=plaats]').selectedOptions[0].text")
		announced := browsertest.Ask[string](v.Tab, "document.getElementById('gevonden').textContent")
		if want := strings.Trim(strings.TrimPrefix(count, "Tilburg "), "()") + " "; !strings.HasPrefix(announced, want) {
			t.Errorf("%q announced, %q counted, %d shown", announced, count, len(got))
		}
		v.Do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		v.until("location.search === '?dag=dinsdag' && document.querySelector('[name=plaats]').value === ''")
		v.Do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		v.until("location.search === '' && document.querySelector('[name=dag]').value === ''")
	})
	t.Run("an address", func(t *testing.T) {
		v.T = t
		v.open("?dagdeel=ochtend&onderwerp=geld&taal=nl&afspraak=nee&plaats=bestaat-niet")
		v.found(-1)
		if !browsertest.Ask[bool](v.Tab, "document.querySelector('[name=afspraak]').checked && document.querySelector('[name=dagdeel]').value === 'ochtend' && document.querySelector('[name=onderwerp]').value === 'geld' && document.querySelector('[name=plaats]').value === ''") {
			t.Error("the form does not say what the address says")
		}
	})
	t.Run("by keyboard", func(t *testing.T) {
		v.T = t
		v.open("")
		v.found(-1)
		v.Do(browsertest.Width(1100), chromedp.Focus(chromedp.CSS("[name=q]")))
		var order []string
		for range 14 {
			order = append(order, browsertest.Ask[string](v.Tab, "document.activeElement.name || document.activeElement.textContent"))
			v.Press(kb.Tab)
		}
		want := []string{"q", "Kies dag, plaats, onderwerp of taal", "dag", "dagdeel", "plaats", "onderwerp", "taal", "afspraak", "op-afspraak", "bij", "Dichtbij mij", "Zoeken", "Alles wissen"}
		if !slices.Equal(order[:len(want)], want) {
			t.Errorf("Tab goes to %q, want %q", order, want)
		}
		v.Do(chromedp.Focus(chromedp.CSS("[name=dag]")), chromedp.KeyEvent("d"))
		v.until("location.search === '?dag=dinsdag'")
		v.Do(chromedp.Focus(chromedp.CSS("[name=afspraak]")), chromedp.KeyEvent(" "))
		v.until("location.search === '?dag=dinsdag&afspraak=nee'")
	})
	t.Run("nearby", func(t *testing.T) {
		v.T = t
		v.open("?bij=waalwijk")
		v.found(-1)
		where := browsertest.Ask[string](v.Tab, "document.querySelector('#resultaten .where').textContent")
		if !strings.Contains(where, "Waalwijk") {
			t.Errorf("nearest to Waalwijk is %q", where)
		}
		last := browsertest.Ask[string](v.Tab, "document.querySelectorAll('#resultaten .where')[11].textContent")
		if !strings.Contains(last, "km") {
			t.Errorf("no distance in %q", last)
		}
		v.Do(
			chromedp.Evaluate[chromedp.Void]("navigator.geolocation.getCurrentPosition = (ok) => ok({coords: {latitude: 51.5606, longitude: 5.0839}})"),
			chromedp.Focus(chromedp.CSS("#dichtbij")), chromedp.KeyEvent(kb.Enter))
		v.until("document.querySelector('#dichtbij').ariaPressed === 'true' && document.querySelector('#resultaten .where').textContent.includes('Tilburg')")
		if address := browsertest.Ask[string](v.Tab, "location.search"); address != "" {
			t.Errorf("the position of a visitor is in the address %q", address)
		}
	})
	t.Run("on a clock elsewhere", func(t *testing.T) {
		v.T = t
		v.Do(browsertest.Zone("America/New_York"), browsertest.Clock(time.Date(2026, 11, 24, 10, 30, 0, 0, schedule.Amsterdam)))
		v.open("?dag=dinsdag&plaats=loon-op-zand")
		v.found(-1)
		if next := browsertest.Ask[string](v.Tab, "document.querySelector('.next').textContent"); next != "Nu bezig: vandaag, 10.00 tot 12.00 uur." {
			t.Errorf("half past ten on a Tuesday: %q", next)
		}
		v.Do(browsertest.Clock(time.Date(2026, 11, 24, 12, 0, 0, 0, schedule.Amsterdam)))
		v.open("?dag=dinsdag&plaats=loon-op-zand")
		v.found(-1)
		if next := browsertest.Ask[string](v.Tab, "document.querySelector('.next').textContent"); next != "Volgende keer: dinsdag 1 december, 10.00 tot 12.00 uur." {
			t.Errorf("when it has ended: %q", next)
		}
	})
	t.Run("narrow", func(t *testing.T) {
		v.T = t
		v.Do(browsertest.Width(320))
		v.open("?dag=dinsdag")
		v.found(-1)
		chosen := browsertest.Ask[string](v.Tab, "document.querySelector('#filters summary').textContent")
		if !strings.Contains(chosen, "(1 gekozen)") {
			t.Errorf("the closed filters say %q", chosen)
		}
		v.Do(chromedp.Click(chromedp.CSS("#filters summary")))
		if over := browsertest.Ask[int](v.Tab, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); over > 0 {
			t.Errorf("scrolls sideways by %d px", over)
		}
		small := browsertest.Ask[[]string](v.Tab, "[...document.querySelectorAll('.finder input:not([type=checkbox]), .finder select, .finder button, .finder .check label, #meer')].filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)")
		if len(small) > 0 {
			t.Errorf("too small to touch: %q", small)
		}
	})
	t.Run("without script", func(t *testing.T) {
		v := &finder{newVisitor(t, v.server, browsertest.WithoutScript())}
		v.open("")
		v.until("document.getElementById('zoekformulier').hidden && !document.getElementById('lijsten').hidden")
	})
	v.Silent()
}

// TestSearchInLanguages asks in the language of the page, and in another one.
func TestSearchInLanguages(t *testing.T) {
	browsertest.NeedsBrowser(t)
	c := pagetest.Shipped(t)
	v := newFinder(t, c)
	slugs := func(address string) []string {
		v.visitor.open(v.server.path + address)
		v.until("document.getElementById('resultaten').ariaBusy === 'false'")
		v.until("document.querySelector('#resultaten a')")
		return browsertest.Ask[[]string](v.Tab, "[...document.querySelectorAll('#resultaten h3 a')].map(a => a.pathname.split('/').at(-2))")
	}
	debts := slugs("zoeken/?onderwerp=geld")
	for address, asked := range map[string]string{
		"uk/zoeken/": "допомога з боргами", "ar/zoeken/": "مساعدة في الديون", "pl/zoeken/": "pomoc przy długach", "tr/zoeken/": "Borçlar", "en/zoeken/": "help with my debts", "zoeken/": "борги",
	} {
		if got := slugs(address + "?q=" + url.QueryEscape(asked)); !slices.Equal(sorted(got), sorted(debts)) {
			t.Errorf("%s %q finds %q, want %q", address, asked, got, debts)
		}
	}
	v.visitor.open(v.server.path + "ar/zoeken/?onderwerp=geld")
	v.until("document.querySelector('[name=onderwerp]').selectedOptions[0].text.startsWith('المال والديون')")
	v.until("!document.querySelector('[name=onderwerp]').selectedOptions[0].lang")
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }
