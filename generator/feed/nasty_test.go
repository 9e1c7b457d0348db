package feed

import (
	"encoding/json"
	"maps"
	"path"
	"strings"
	"testing"

	ical "github.com/emersion/go-ical"

	"pleinwijzer/generator/catalog"
)

// nasty are texts that break a format that is put together carelessly.
var nasty = []string{
	`"Hulp" & 'raad' <b>nu</b>`, `</script><script>alert(1)</script>`, `]]> <!-- &amp; &#0; -->`, "twee\nregels; en\r\nnog een", "=cmd|'/C calc'!A0", "-2+3;@SUM(A1)",
	"emoji 👩🏽‍💻 en é", "مرحبا بكم \u202Eomgekeerd\u202C", `a;b,c\n\\d:"e"`, strings.Repeat("Heel lang €", 30), "\x00\x1b\x7f\u2028", "half \xe2\x82",
}

// nastySite has the text in each place where an editor can put one.
func nastySite(t *testing.T, text string) *catalog.Catalog {
	t.Helper()
	files := maps.Clone(agenda)
	files = without("berichten", files)
	files["berichten/b.md"] = berichten(1)["berichten/b0.md"]
	c := site(t, files)
	for _, s := range c.Spreekuren {
		s.Titel, s.InEenZin, s.Reden, s.Meenemen = text, text, text, []string{text}
		for i := range s.Schedule.Exceptions {
			s.Schedule.Exceptions[i].Reason = text
		}
	}
	for _, p := range c.Pleinen {
		p.Naam, p.Locatie = text, text
	}
	for _, p := range c.Partners {
		p.NaamInUitingen = text
	}
	for _, o := range c.Onderwerpen {
		o.Naam = text
	}
	for _, p := range c.Plaatsen {
		p.Naam = text
	}
	for _, a := range c.Agenda {
		a.Titel, a.InEenZin, a.Locatie = text, text, text
		for i := range a.Programma {
			a.Programma[i].Titel = text
		}
	}
	for _, b := range c.Berichten {
		b.Titel, b.InEenZin = text, text
	}
	c.Site.Titel, c.Site.Organisatie = text, text
	return c
}

// TestNastyText wants every file to be well-formed and to give the text back, as
// far as its format has the characters.
func TestNastyText(t *testing.T) {
	for _, text := range nasty {
		c := nastySite(t, text)
		for _, f := range Files(c) {
			data := renderFile(t, f)
			switch path.Ext(f.Path) {
			case ".ics":
				nastyCalendar(t, f.Path, data, text)
			case ".json", ".geojson":
				if !json.Valid([]byte(data)) {
					t.Errorf("%s with %q is no JSON", f.Path, text)
				}
			case ".atom":
				for _, entry := range readAtom(t, data).Entries {
					if !strings.Contains(words(entry.Title), words(text)) {
						t.Errorf("%s: title %q for %q", f.Path, entry.Title, text)
					}
				}
			case ".csv":
				for _, row := range readSheet(t, c) {
					if words(row["titel"]) != words(text) {
						t.Errorf("%s: title %q for %q", f.Path, row["titel"], text)
					}
				}
			default:
				t.Errorf("%s: no reader for this", f.Path)
			}
		}
	}
}

func nastyCalendar(t *testing.T, path, data, text string) {
	t.Helper()
	checkLines(t, strings.Split(strings.TrimSuffix(data, "\r\n"), "\r\n"))
	cal, err := ical.NewDecoder(strings.NewReader(data)).Decode()
	if err != nil {
		t.Errorf("%s with %q: %v", path, text, err)
		return
	}
	if name, _ := cal.Props.Text("NAME"); !strings.HasSuffix(words(name), words(text)) {
		t.Errorf("%s: name %q for %q", path, name, text)
	}
	for _, e := range cal.Events() {
		if title, _ := e.Props.Text("SUMMARY"); !strings.HasSuffix(words(title), words(text)) || len(e.Children) > 0 {
			t.Errorf("%s: title %q for %q", path, title, text)
		}
	}
}

// words is a text without what some format cannot hold: control characters, kinds
// of line breaks, bytes that are no character.
func words(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\ufffd', r < ' ' && r != '\n' && r != '\r', r == '\x7f':
			return -1
		case r == '\u2028', r == '\n', r == '\r':
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// TestHidden wants a draft in no file at all, and what has stopped, for a time or
// for good, in no calendar as if it went on.
func TestHidden(t *testing.T) {
	one := func(slug, line string) string {
		return "titel = \"Titel " + slug + "\"\nplein = \"dorpsplein\"\npartner = \"bieb\"\ndag = \"elke dinsdag\"\ntijd = \"10.00-12.00\"\nin_een_zin = \"Zin.\"\ntekst = \"Tekst.\"\n" + line
	}
	c := site(t, with(map[string]string{
		"spreekuren/klad.toml":    one("klad", "concept = true"),
		"spreekuren/dicht.toml":   one("dicht", "status = \"gestopt\"\nreden = \"Op.\""),
		"spreekuren/einde.toml":   one("einde", "status = \"gestopt\"\nreden = \"Op.\"\ntot_en_met = \"2026-10-06\""),
		"spreekuren/pauze.toml":   one("pauze", "status = \"tijdelijk gestopt\"\nreden = \"Op.\""),
		"spreekuren/vroeger.toml": one("vroeger", "tot_en_met = \"2025-12-30\""),
		"berichten/klad.md":       "+++\ntitel = \"Titel klad\"\ndatum = \"2026-11-01\"\nin_een_zin = \"Zin.\"\nconcept = true\n+++\nKlad.",
		"pleinen/klad.toml":       strings.Replace(small["pleinen/dorpsplein.toml"], `"Dorpsplein"`, "\"Titel klad\"\nconcept = true", 1),
	}))
	for _, f := range Files(c) {
		data := renderFile(t, f)
		if strings.Contains(data, "Titel klad") || strings.Contains(f.Path, "klad") {
			t.Errorf("%s shows a draft", f.Path)
		}
		for _, slug := range []string{"dicht", "pauze", "vroeger"} {
			if strings.HasSuffix(f.Path, ".ics") && strings.Contains(data, "SUMMARY:Titel "+slug) {
				t.Errorf("%s shows %s", f.Path, slug)
			}
		}
	}
	for slug, want := range map[string]struct{ dates, stopped int }{"dicht": {8, 8}, "pauze": {8, 8}, "einde": {8, 8}, "vroeger": {0, 0}} {
		text := render(t, c, "spreekuren/"+slug+"/spreekuur.ics")
		dates, cancelled := strings.Count(text, "BEGIN:VEVENT"), strings.Count(text, "STATUS:CANCELLED")
		if dates != want.dates || cancelled != want.stopped || strings.Count(text, "estopt: Titel ") != want.stopped {
			t.Errorf("%s has %d dates, %d cancelled", slug, dates, cancelled)
		}
	}
}
