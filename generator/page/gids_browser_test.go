package page

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/pagetest"
)

const gidsNoord = "/mb/feeds/gids/noord/"

// withPast is the complete fixture with a past: of Plein Noord the telephone
// changed and the e-mail before that, and the spreekuur there is new since 2
// November; another was taken away.
func withPast(t *testing.T) *catalog.Catalog {
	c := pagetest.Complete(t)
	plein := c.Pleinen[slices.IndexFunc(c.Pleinen, func(p *catalog.Plein) bool { return p.Slug == "noord" })]
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d.Add(12 * time.Hour)
	}
	change := func(on, key string) changes.Change {
		return changes.Change{Time: day(on), ID: plein.ID, Plein: plein.ID, Key: key}
	}
	list := []changes.Change{
		{Time: day("2026-11-10"), ID: uuid.New(), Plein: plein.ID, Title: "Verdwenen", What: changes.Went},
		change("2026-11-02", "telefoon"),
		{Time: day("2026-11-02"), ID: plein.Spreekuren[0].ID, Plein: plein.ID, What: changes.Came},
		change("2026-10-15", "email"),
		change("2026-10-14", "gemeente"), // which is empty now
	}
	return c.With(changes.NewPast(day("2026-09-20"), list))
}

func TestGidsInBrowser(t *testing.T) {
	browsertest.NeedsBrowser(t)
	s := serverOf(t, withPast(t))
	const (
		changed = `[...document.querySelectorAll('.changed dt')].map((x) => x.textContent).join('|')`
		fresh   = `[...document.querySelectorAll('.new h2')].map((x) => x.textContent).join('|')`
		gone    = `[...document.querySelectorAll('.gone .changed strong')].map((x) => x.textContent).join('|')`
		says    = `[...document.querySelectorAll('.since > p:not([hidden], :empty)')].map((x) => x.textContent).join('|')`
		heard   = `document.getElementById('gezegd').textContent`
	)
	t.Run("since", func(t *testing.T) {
		for _, test := range []struct{ since, changed, fresh, gone, says string }{
			{"2026-11-03", "", "", "Verdwenen", "Sinds 3 november 2026: 1 weg."},
			{"2026-11-02", "Telefoon", "Aanbod Brieven & formulieren", "Verdwenen", "Sinds 2 november 2026: 1 nieuw, 1 gewijzigd, 1 weg."},
			{"2026-10-01", "Gemeente|Telefoon|E-mail", "Aanbod Brieven & formulieren", "Verdwenen", "Sinds 1 oktober 2026: 1 nieuw, 3 gewijzigd, 1 weg."},
			{"2026-09-01", "Gemeente|Telefoon|E-mail", "Aanbod Brieven & formulieren", "Verdwenen", "Sinds 1 september 2026: 1 nieuw, 3 gewijzigd, 1 weg.|Van vóór zondag 20 september 2026 is niets bekend."},
			{"2026-11-22", "", "", "", "Sinds 22 november 2026: niets veranderd."},
			{"gisteren", "", "", "", ""},
		} {
			v := newVisitor(t, s)
			v.open(gidsNoord + "?sinds=" + test.since)
			v.Want(says, test.says)
			v.Want(changed, test.changed)
			v.Want(fresh, test.fresh)
			v.Want(gone, test.gone)
			v.Silent()
		}
	})
	t.Run("choose a day", func(t *testing.T) {
		v := newVisitor(t, s)
		v.open(gidsNoord)
		v.Want(says, "")
		v.eval(`sinds.value = '2026-11-02', sinds.dispatchEvent(new Event('change'))`)
		v.Want(changed, "Telefoon")
		v.Want(`location.search`, "?sinds=2026-11-02")
		v.eval(`document.querySelector('.only input').click()`)
		v.Want(`[...document.querySelectorAll('[aria-labelledby=plein] dt')].filter((x) => x.checkVisibility()).map((x) => x.textContent).join('|')`, "Telefoon")
		v.eval(`sinds.value = '', sinds.dispatchEvent(new Event('change'))`)
		v.Want(`location.search + document.querySelectorAll('.changed').length`, "0")
		v.Silent()
	})
	t.Run("copy", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`navigator.clipboard.writeText = async (text) => { window.copied = text; }`))
		v.open(gidsNoord)
		v.Want(`[...document.querySelectorAll('button[data-kopieer]')].every((b) => !b.hidden && document.getElementById(b.dataset.kopieer))`, "true")
		v.Want(`document.querySelectorAll('.value + button').length === document.querySelectorAll('.value').length`, "true")
		v.click("Kopieer Openingstijden")
		v.Want(`window.copied?.split('\n').slice(0, 2).join('|')`, "maandag: gesloten|dinsdag: 9.00 tot 12.00 uur en 13.00 tot 17.00 uur")
		v.Want(heard, "Gekopieerd.")
		v.Want(`document.querySelectorAll('button[data-gekopieerd]').length`, "1")
		v.click("Kopieer Website")
		v.Want(`window.copied`, "https://noord.example")
		v.Silent()
	})
	t.Run("copy is forbidden", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError'); }`))
		v.open(gidsNoord)
		v.click("Kopieer Website")
		v.Want(heard, "Kopiëren lukt niet. De tekst is gekozen: kopieer hem zelf.")
		v.Want(`getSelection().toString()`, "https://noord.example")
		v.Want(`document.getElementById('gezegd').checkVisibility()`, "true")
		v.Silent()
	})
	t.Run("without script", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.WithoutScript())
		v.open(gidsNoord + "?sinds=2026-11-02")
		text := v.eval(`document.querySelector('main').innerText`)
		for _, want := range []string{"013 000 00 01", "gewijzigd op maandag 2 november 2026", "Nieuw op dit blad sinds maandag 2 november 2026.", "leeg gemaakt", "Weg sinds dinsdag 10 november 2026."} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not on the page", want)
			}
		}
		for _, not := range []string{"Kopieer", "Laat zien"} {
			if strings.Contains(text, not) {
				t.Errorf("%q is on the page, and does nothing", not)
			}
		}
	})
	t.Run("no past", func(t *testing.T) {
		v := newVisitor(t, newServer(t))
		v.open(gidsNoord + "?sinds=2026-11-02")
		v.Want(`document.querySelector('.since').innerText.trim()`, "Wanneer een waarde veranderde, is hier niet bekend. Vergelijk dit blad met wat er in G!DS staat.")
		v.Silent()
	})
	t.Run("print", func(t *testing.T) {
		v := newVisitor(t, s)
		v.open(gidsNoord + "?sinds=2026-11-02")
		v.Want(changed, "Telefoon")
		v.Do(browsertest.Media("print"))
		v.Want(`[...document.querySelectorAll('main button, main input, nav')].some((x) => x.checkVisibility())`, "false")
		v.Want(`document.querySelector('.changed .changed-on').checkVisibility() && getComputedStyle(document.querySelector('.changed')).borderInlineStartColor`, "rgb(0, 0, 0)")
	})
}
