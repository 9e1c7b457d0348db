package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/say"
	"pleinwijzer/layouts"
)

const questions = "[[geld.vragen]]\nzin = \"Ik heb schulden.\"\nvertaling.en.zin = \"I have debts.\"\n" +
	"[[geld.vragen]]\nzin = \"Ik kan de huur niet betalen.\"\nook = [\"wonen\"]\n" +
	"[wonen]\nnaam = \"Wonen\"\n[[wonen.vragen]]\nzin = \"Ik zoek een huis.\"\n[[wonen.vragen]]\nzin = \"Ik kom rond.\"\nook = [\"geld\"]\n"

// guideOf is what the pages of the Vraagwijzer show, by path.
func guideOf(t *testing.T, c *catalog.Catalog, language string) map[string]any {
	t.Helper()
	l := pagetest.Must(i18n.Load(layouts.Files))[language]
	s := &layout.Site{Catalog: c, Language: l, Say: say.In(l, c)}
	views := map[string]any{}
	for _, p := range GuidePages(s) {
		var f layout.Frame
		if err := p.View(&f); err != nil {
			t.Fatal(err)
		}
		views[p.Path] = f.Main
	}
	return views
}

// choice is one of those on the page of a question, as lines.
func choice(t *testing.T, view any, name string) []string {
	t.Helper()
	for _, c := range view.(question).Choices {
		if c.Name != name {
			continue
		}
		var lines []string
		line := func(before string, m guideTime) {
			text := before + m.When + ": " + m.Link.Title + ", " + m.Where
			if m.Distance != "" {
				text += ", " + m.Distance
			}
			if m.Needed {
				text += " (afspraak)"
			}
			lines = append(lines, text)
		}
		for _, m := range c.Here {
			line("", m)
		}
		for _, m := range c.Nearby {
			line("dichtbij ", m)
		}
		for _, a := range c.Ask {
			lines = append(lines, "op afspraak "+a.Spreekuur.Title)
		}
		for _, closed := range c.Closed {
			for _, d := range closed.Days {
				lines = append(lines, d.Days+": "+d.Hours)
			}
		}
		return lines
	}
	return nil
}

// TestGuideTiles wants the questions in the order of their file, without those that
// nobody helps with, and in the language of the page.
func TestGuideTiles(t *testing.T) {
	c := pagetest.Winter(t, map[string]string{"onderwerpen.toml": questions})
	for language, want := range map[string][]string{
		"nl": {"Ik heb schulden.", "Ik kan de huur niet betalen.", "Ik kom rond."},
		"en": {"I have debts.", "Ik kan de huur niet betalen. (nl)", "Ik kom rond. (nl)"},
	} {
		views := guideOf(t, c, language)
		var got []string
		for _, tile := range views[layout.GuidePath].(guide).Tiles {
			if tile.Foreign {
				tile.Title += " (nl)"
			}
			got = append(got, tile.Title)
			if views["/hulp/"+strings.Split(tile.URL, "/")[2]+"/"] == nil {
				t.Errorf("%s: no page %s", language, tile.URL)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
		if views[unsurePath] == nil || len(views) != len(want)+3 {
			t.Errorf("%s: %d pages", language, len(views))
		}
	}
	if got := guideOf(t, pagetest.Winter(t, nil), "nl"); len(got) != 3 {
		t.Errorf("without questions there are %d pages, want the list and those that the site asks itself", len(got))
	}
}

// door is a plein on a line from south to north.
func door(name, place, latitude, more string) string {
	return fmt.Sprintf("+++\nnaam = %q\nadres = \"Weg 1\"\npostcode = \"5000 AA\"\nplaats = %q\ntelefoon = \"013 000 00 03\"\nbreedtegraad = %s\nlengtegraad = 5.0\n%s\n+++\n",
		name, place, latitude, more)
}

// TestGuideTimes wants the soonest times in a place, what is sooner nearby, the evening,
// and what needs an appointment. It is a Saturday, at noon.
func TestGuideTimes(t *testing.T) {
	c := pagetest.Winter(t, map[string]string{
		"onderwerpen.toml":      questions,
		"pleinen/markt.md":      door("Plein Markt", "Dorp", "51.60", "[[afwijkend]]\ndatum = \"2026-12-01\"\ngesloten = true"),
		"pleinen/haven.md":      door("Plein Haven", "Stad", "51.65", "gastheer = true\n[openingstijden]\nzaterdag = \"10-11\"\nmaandag = \"9-12\"\nwoensdag = \"9-12\""),
		"pleinen/ver.md":        door("Plein Ver", "Verweg", "53.2", ""),
		"spreekuren/altijd.md":  pagetest.Hour("haven", "zaterdag", "13-15"),
		"spreekuren/laat.md":    strings.Replace(pagetest.Hour("markt", "woensdag", "19-21"), "+++\nNeem", "aanmelden = \"verplicht\"\ntelefoon = \"013 000 00 09\"\n+++\nNeem", 1),
		"spreekuren/ver.md":     strings.Replace(strings.Replace(pagetest.Hour("ver", "op afspraak", ""), "tijd = \"\"\n", "telefoon = \"013 000 00 09\"\n", 1), "Hulp bij brieven", "Hulp in de verte", 1),
		"spreekuren/gestopt.md": strings.Replace(pagetest.Hour("markt", "maandag", "9-10"), "+++\nNeem", "status = \"tijdelijk gestopt\"\nreden = \"Ziek.\"\n+++\nNeem", 1),
	})
	views := guideOf(t, c, "nl")
	for _, test := range []struct {
		page, choice string
		want         []string
	}{
		{"/hulp/ik-heb-schulden/", "Zo snel mogelijk", []string{
			"Zaterdag 28 november, 13.00 tot 15.00 uur: Hulp bij brieven, Plein Haven, Weg 1, Stad",
			"Woensdag 2 december, 19.00 tot 21.00 uur: Hulp bij brieven, Plein Markt, Weg 1, Dorp (afspraak)",
			"Zaterdag 5 december, 13.00 tot 15.00 uur: Hulp bij brieven, Plein Haven, Weg 1, Stad", // today may be over
		}},
		{"/hulp/ik-heb-schulden/", "'s avonds", []string{"Woensdag 2 december, 19.00 tot 21.00 uur: Hulp bij brieven, Plein Markt, Weg 1, Dorp (afspraak)"}},
		{"/hulp/ik-heb-schulden/", "Dorp", []string{
			"Woensdag 2 december, 19.00 tot 21.00 uur: Hulp bij brieven, Plein Markt, Weg 1, Dorp (afspraak)",
			"Dinsdag 8 december, 10.00 tot 12.00 uur: Hulp bij brieven, Plein Markt, Weg 1, Dorp",
			"dichtbij Zaterdag 28 november, 13.00 tot 15.00 uur: Hulp bij brieven, Plein Haven, Weg 1, Stad, 6 km",
		}},
		{"/hulp/ik-heb-schulden/", "Verweg", []string{
			"dichtbij Zaterdag 28 november, 13.00 tot 15.00 uur: Hulp bij brieven, Plein Haven, Weg 1, Stad, 172 km",
			"dichtbij Zaterdag 5 december, 13.00 tot 15.00 uur: Hulp bij brieven, Plein Haven, Weg 1, Stad, 172 km",
			"op afspraak Hulp in de verte",
		}},
		{unsurePath, "Zo snel mogelijk", []string{"Maandag 30 november, 9.00 tot 12.00 uur: Plein Haven, Weg 1, Stad"}},
		{unsurePath, "Dorp", []string{
			"Woensdag 2 december, 19.00 tot 21.00 uur: Plein Markt, Weg 1, Dorp",
			"dichtbij Maandag 30 november, 9.00 tot 12.00 uur: Plein Haven, Weg 1, Stad, 6 km",
		}},
		{whenOpenPath, "Dorp", []string{
			"Woensdag 2 december, 19.00 tot 21.00 uur: Plein Markt, Weg 1, Dorp",
			"Dinsdag 1 december: gesloten",
		}},
	} {
		got := choice(t, views[test.page], test.choice)
		if len(got) < len(test.want) || !slices.Equal(got[:len(test.want)], test.want) {
			t.Errorf("%s, %s:\n%s\nwant\n%s", test.page, test.choice, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// TestGuideBounded wants the number of pages to follow from the questions: the places of a
// large directory are parts of one list, and each part says which it has.
func TestGuideBounded(t *testing.T) {
	more := map[string]string{"onderwerpen.toml": questions}
	const places = 2*layout.PageSize + 5
	for i := range places {
		more[fmt.Sprintf("pleinen/p%d.md", i)] = door("Plein", fmt.Sprintf("Plaats %03d", i), fmt.Sprint(51+float64(i)/1000), "")
		more[fmt.Sprintf("spreekuren/s%d.md", i)] = pagetest.Hour(fmt.Sprintf("p%d", i), "maandag", "9-10")
	}
	views := guideOf(t, pagetest.Winter(t, more), "nl")
	if len(views) != 1+5*3 {
		t.Errorf("%d pages for 3 questions, want 3 for each and for those of the site", len(views))
	}
	page := views["/hulp/ik-heb-schulden/bladzijde/2/"].(question)
	if got := page.Parts[1]; got.URL != "/hulp/ik-heb-schulden/bladzijde/2/" || got.Title != "Plaats 099 – Plaats 198" {
		t.Errorf("the second part is %+v", got)
	}
	if n := len(page.Choices); n != layout.PageSize+1 || len(page.Parts) != 3 {
		t.Errorf("%d choices, parts %+v", n, page.Parts)
	}
	for _, c := range page.Choices {
		if n := len(c.Here) + len(c.Nearby); n == 0 || n > timesEach+nearbyEach {
			t.Errorf("%s has %d times", c.Name, n)
		}
	}
}
