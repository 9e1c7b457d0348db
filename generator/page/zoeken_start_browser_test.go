package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/schedule"
)

// origin waits for what the page says of where the distances start.
func (v *finder) origin(want string) {
	v.T.Helper()
	v.until(fmt.Sprintf("document.getElementById('vanaf')?.textContent === %q", want))
}

// starts opens the page and types a place or a postcode.
func (v *finder) starts(typed string) {
	v.T.Helper()
	v.open("")
	v.found(-1)
	v.Do(browsertest.Width(1100), chromedp.Focus(chromedp.CSS("[name=bij]")), chromedp.KeyEvent(typed+kb.Enter))
}

func (v *finder) nearest() string {
	v.T.Helper()
	v.found(-1)
	return browsertest.Ask[string](v.Tab, "document.querySelector('#resultaten .where').textContent")
}

func TestSearchFromPlaceInBrowser(t *testing.T) {
	browsertest.NeedsBrowser(t)
	v := newFinder(t, pagetest.Shipped(t))

	const like = "Gesorteerd vanaf postcode %s in %s. Die lijkt het meest op uw postcode."
	tests := []struct{ typed, says, address, nearest string }{
		{"Waalwijk", "Gesorteerd vanaf Waalwijk.", "?bij=waalwijk", "Waalwijk"},
		{"hilvar", "Gesorteerd vanaf Hilvarenbeek.", "?bij=hilvarenbeek", "Hilvarenbeek"},
		{"5061", fmt.Sprintf(like, "5061", "Oisterwijk"), "", "Oisterwijk"},
		{"5171 ab", fmt.Sprintf(like, "5171", "Kaatsheuvel"), "", "Kaatsheuvel"},
		{"5056XY", fmt.Sprintf(like, "5057", "Berkel-Enschot"), "", "Berkel-Enschot"},
		{"5049", fmt.Sprintf(like, "5041", "Tilburg"), "", "Tilburg"}, // not 5051, in Goirle
		{"5038", fmt.Sprintf(like, "5041", "Tilburg"), "", "Tilburg"},
		{"9999", "Bij ‘9999’ kennen wij geen plein. Kies een plaats uit de lijst of maak het veld leeg.", "", ""},
		{"Atlantis", "Bij ‘Atlantis’ kennen wij geen plein. Kies een plaats uit de lijst of maak het veld leeg.", "", ""},
	}
	for _, test := range tests {
		t.Run(test.typed, func(t *testing.T) {
			v.T = t
			v.starts(test.typed)
			v.origin(test.says)
			if got := v.nearest(); !strings.Contains(got, test.nearest) {
				t.Errorf("nearest is %q, want %q", got, test.nearest)
			}
			if got := browsertest.Ask[string](v.Tab, "location.search"); got != test.address {
				t.Errorf("the address has %q, want %q", got, test.address)
			}
			if got, want := browsertest.Ask[string](v.Tab, "document.querySelector('[name=bij]').ariaInvalid"),
				fmt.Sprint(test.nearest == ""); got != want {
				t.Errorf("the field is invalid: %s, want %s", got, want)
			}
		})
	}
	t.Run("back and again", func(t *testing.T) {
		v.T = t
		v.starts("Waalwijk")
		v.origin("Gesorteerd vanaf Waalwijk.")
		v.pick("dag", "dinsdag")
		v.until("location.search === '?dag=dinsdag&bij=waalwijk'")
		v.Do(chromedp.Evaluate[chromedp.Void]("location.reload()"))
		v.origin("Gesorteerd vanaf Waalwijk.")
		v.until("document.querySelector('[name=bij]')?.value === 'Waalwijk' && document.querySelector('[name=dag]').value === 'dinsdag'")
		v.Do(chromedp.Evaluate[chromedp.Void]("history.go(-2)"))
		v.until("location.search === '' && document.querySelector('[name=bij]').value === ''")
		v.origin("")
		v.Do(chromedp.Evaluate[chromedp.Void]("history.forward()"))
		v.origin("Gesorteerd vanaf Waalwijk.")
	})
	t.Run("a postcode stays on the page", func(t *testing.T) {
		v.T = t
		v.starts("5061")
		v.origin(fmt.Sprintf(like, "5061", "Oisterwijk"))
		v.pick("dag", "dinsdag")
		v.until("location.search === '?dag=dinsdag'")
		v.Do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		v.until("location.search === '' && document.querySelector('[name=bij]').value === '5061'")
		v.Do(chromedp.Evaluate[chromedp.Void]("location.reload()"))
		v.until("document.querySelector('[name=bij]')?.value === ''")
		v.found(-1)
		v.origin("")
	})
	t.Run("suggestions", func(t *testing.T) {
		v.T = t
		names := browsertest.Ask[[]string](v.Tab, "[...document.querySelector('[name=bij]').list.options].map(o => o.value)")
		if !slices.Contains(names, "Loon op Zand") || !slices.Contains(names, "Tilburg") {
			t.Errorf("suggests %q", names)
		}
	})
	t.Run("without permission", func(t *testing.T) {
		v.T = t
		v.Do(chromedp.Evaluate[chromedp.Void]("navigator.geolocation.getCurrentPosition = (ok, not) => not()"),
			chromedp.Focus(chromedp.CSS("#dichtbij")), chromedp.KeyEvent(kb.Enter))
		v.origin("Wij weten niet waar u bent. Vul bij ‘Dichtbij’ een plaats of postcode in.")
	})
	t.Run("from the field to a result by keyboard", func(t *testing.T) {
		v.T = t
		v.typed("formulieren")
		v.found(-1)
		reached := false
		for range 30 {
			v.Press(kb.Tab)
			if reached = browsertest.Ask[bool](v.Tab, "document.activeElement.closest('#resultaten') !== null"); reached {
				break
			}
		}
		if !reached {
			t.Fatal("Tab does not come at a result")
		}
		v.Press(kb.Enter)
		v.until("location.pathname.startsWith('/spreekuren/')")
		v.Do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		v.until("location.search === '?q=formulieren' && document.querySelector('[name=q]')?.value === 'formulieren'")
		v.found(-1)
	})
	t.Run("nonsense typed", func(t *testing.T) {
		v.T = t
		v.typed("qzxqzx")
		v.found(0)
		v.until("!document.getElementById('niets').hidden && !document.getElementById('lijsten').hidden && document.getElementById('zonder-filters').hidden")
	})
	v.Silent()
}

// TestSearchMovedInBrowser looks for a spreekuur that is elsewhere on one day.
func TestSearchMovedInBrowser(t *testing.T) {
	browsertest.NeedsBrowser(t)
	v := newFinder(t, pagetest.Complete(t))
	const card = "[...document.querySelectorAll('#resultaten article')].find(a => a.textContent.includes('Brieven'))"
	for _, query := range []string{"?plaats=tilburg", "?q=tilburg", "?plaats=loon-op-zand"} {
		v.open(query)
		if got := v.found(-1); !has(got, "Brieven") {
			t.Errorf("%s: found %q", query, got)
			continue
		}
		got := browsertest.Ask[[]string](v.Tab, "[..."+card+".querySelectorAll('.next')].map(p => p.textContent)")
		want := []string{
			"Volgende keer: dinsdag 1 december, 14.00 tot 15.00 uur. Let op: andere plek. Plein Zuid, Tilburg.",
			"Daarna: donderdag 3 december, 14.00 tot 15.00 uur.",
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	v.open("?plaats=tilburg&dag=donderdag")
	v.found(0) // on Thursdays it is not in Tilburg
	v.open("?plaats=tilburg&dag=dinsdag")
	v.found(-1)
	if got := browsertest.Ask[string](v.Tab, "document.querySelector('[name=plaats]').selectedOptions[0].text"); got != "Tilburg (1)" {
		t.Errorf("the place says %q", got)
	}
}

// TestSearchClosedInBrowser finds a spreekuur that is not held for months: one line says
// so, and the next its first date. Another is elsewhere so long.
func TestSearchClosedInBrowser(t *testing.T) {
	const months = "[[afwijkend]]\nvan = \"2026-12-01\"\ntot_en_met = \"2027-02-28\"\n"
	v := newFinder(t, pagetest.Winter(t,
		map[string]string{"spreekuren/brief.md": months + "vervalt = true", "spreekuren/altijd.md": months + "plein = \"markt\""}),
		browsertest.Clock(time.Date(2026, 11, 28, 12, 0, 0, 0, schedule.Amsterdam)))
	lines := func(title string) []string {
		return browsertest.Ask[[]string](v.Tab, fmt.Sprintf("[...[...document.querySelectorAll('#resultaten article')].find((a) => a.textContent.includes(%q)).querySelectorAll('.notice, .next')].map((p) => p.textContent)", title))
	}
	v.open("")
	v.found(2)
	if got, want := lines("Hulp bij brieven"), []string{"Gaat niet door: dinsdag 1 december 2026 – zondag 28 februari 2027.", "Volgende keer: dinsdag 2 maart 2027, 10.00 tot 12.00 uur."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := lines("Hulp bij geld"), []string{"Volgende keer: donderdag 3 december, 13.00 tot 15.00 uur. Let op: andere plek. Plein Markt, Dorp.", "Daarna: donderdag 4 maart 2027, 13.00 tot 15.00 uur."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	v.Do(browsertest.Clock(time.Date(2027, 1, 4, 12, 0, 0, 0, schedule.Amsterdam)))
	v.open("") // of the same build
	v.found(2)
	if got, want := lines("Hulp bij brieven"), []string{"Gaat niet door: maandag 4 januari – zondag 28 februari.", "Volgende keer: dinsdag 2 maart, 10.00 tot 12.00 uur."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	v.Silent()
}

// TestSearchLanguagesInBrowser searches on pages in other languages.
func TestSearchLanguagesInBrowser(t *testing.T) {
	browsertest.NeedsBrowser(t)
	v := newFinder(t, pagetest.Shipped(t), browsertest.Width(320))
	tests := []struct{ code, text, title, language string }{
		{"en", "netherlands first", "New in the Netherlands: help with your first steps", "Dutch"},
		{"ar", "هولندا", "جديد في هولندا: مساعدة في الخطوات الأولى", "الهولندية"},
		{"pl", "pytanie polsku", "Zadaj pytanie po polsku", "Niderlandzki"},
	}
	for _, test := range tests {
		t.Run(test.code, func(t *testing.T) {
			v.T = t
			v.visitor.open("/" + test.code + "/zoeken/?bij=tilburg")
			v.until("document.querySelectorAll('#resultaten article').length === 12 && document.querySelector('#vanaf span')")
			v.Do(chromedp.Focus(chromedp.CSS("[name=q]")), chromedp.KeyEvent(test.text))
			found := fmt.Sprintf("[...document.querySelectorAll('#resultaten h3 a')].find((a) => a.textContent === %q)", test.title)
			v.until("document.getElementById('resultaten')?.ariaBusy === 'false' && " + found)
			if foreign := browsertest.Ask[bool](v.Tab, found+".lang !== ''"); foreign {
				t.Error("a translated title has another language")
			}
			if dutch := browsertest.Ask[int](v.Tab, "document.querySelectorAll('[name=onderwerp] [lang]').length"); dutch > 0 {
				t.Errorf("%d topics are in Dutch", dutch)
			}
			name := browsertest.Ask[string](v.Tab, "document.querySelector('[name=taal] [value=nl]').text")
			if !strings.HasPrefix(name, test.language+" (") {
				t.Errorf("Dutch is called %q, want %q", name, test.language)
			}
			dutch := "[...document.querySelectorAll('[name=plaats] [value]:not([value=\"\"]), #plaatsen option, #resultaten .where a, #vanaf span')]"
			if n := browsertest.Ask[int](v.Tab, dutch+".length"); n < 20 {
				t.Errorf("%d names in Dutch", n)
			}
			if wrong := browsertest.Ask[[]string](v.Tab, dutch+".filter(e => e.closest('[lang]').lang !== 'nl' || e.closest('[dir]').dir !== 'ltr').map(e => e.outerHTML)"); len(wrong) > 0 {
				t.Errorf("Dutch, but not said so: %q", wrong)
			}
			if over := browsertest.Ask[int](v.Tab, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); over > 0 {
				t.Errorf("scrolls sideways by %d px", over)
			}
			v.Do(chromedp.Evaluate[chromedp.Void]("location.reload()"))
			v.until("document.getElementById('resultaten')?.ariaBusy === 'false' && " + found)
		})
	}
	v.Silent()
}
