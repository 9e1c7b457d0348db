package page

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pleinwijzer/generator/pagetest"
)

// readAloud is what main says, a line for each piece of it.
func readAloud(t *testing.T, page []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.ElementNode && strings.Contains(" h1 h2 h3 p li ", " "+n.Data+" "):
			b.WriteString("\n")
		case n.Type == html.TextNode && inside(n, "main") != nil:
			b.WriteString(n.Data)
		}
	}
	var lines []string
	for line := range strings.Lines(b.String()) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// TestDifferentEverywhere looks on each kind of page at what is not as the week says.
// A want is a line, or the begin of one that ends in …; one with a - must not be there.
func TestDifferentEverywhere(t *testing.T) {
	const (
		spreekuur, plein, partner, day, topic, place, home, host = "spreekuren/brief", "pleinen/markt", "partners/hulp", "dagen/dinsdag", "onderwerpen/geld", "plaatsen/dorp", "", "pleinen/haven"

		builders = "[[afwijkend]]\nvan = \"2026-11-23\"\ntot_en_met = \"2027-02-28\"\ngesloten = true\nreden = \"We verbouwen.\""
		ill      = "[[afwijkend]]\nvan = \"2026-11-23\"\ntot_en_met = \"2027-02-28\"\nvervalt = true\nreden = \"Er is geen medewerker.\""
		away     = "Gaat niet door: tot en met zondag 28 februari 2027. Er is geen medewerker."
		back     = "Dinsdag 2 maart 2027 10.00 tot 12.00 uur"
		dated    = "Dinsdag 2 maart 2027"
		onPlein  = "Gaat niet door: tot en met zondag 28 februari 2027. Hulp bij brieven. Er is geen medewerker."
		again    = "Volgende keer: dinsdag 2 maart 2027."
	)
	tests := map[string]struct {
		files map[string]string
		want  map[string][]string
	}{
		"a plein closed for months": {map[string]string{"pleinen/markt.md": builders}, map[string][]string{
			spreekuur: {"Gaat niet door: tot en met zondag 28 februari 2027. We verbouwen.", "De volgende keren", back, "dinsdag 9 maart 2027, 10.00 tot 12.00 uur", "-dinsdag 1 december…"},
			plein:     {"Het plein is gesloten: tot en met zondag 28 februari 2027. We verbouwen.", again, "-Gaat niet door…"},
			partner:   {"Gaat niet door: tot en met zondag 28 februari 2027. We verbouwen.", dated},
			day:       {"Gaat niet door: tot en met zondag 28 februari 2027. We verbouwen.", dated},
			topic:     {"Gaat niet door: tot en met zondag 28 februari 2027. We verbouwen.", back},
			place:     {"Gaat niet door: tot en met zondag 28 februari 2027. We verbouwen.", back},
		}},
		"a spreekuur cancelled for months": {map[string]string{"spreekuren/brief.md": ill}, map[string][]string{
			spreekuur: {away, back}, plein: {onPlein, again},
			partner: {away, dated}, day: {away, dated}, topic: {away, back}, place: {away, back},
		}},
		"beyond what most lists look at": {map[string]string{"spreekuren/brief.md": strings.Replace(ill, "2027-02-28", "2027-10-31", 1)}, map[string][]string{
			spreekuur: {"Gaat niet door: tot en met zondag 31 oktober 2027. Er is geen medewerker.", "Dinsdag 2 november 2027 10.00 tot 12.00 uur"},
			plein:     {"Gaat niet door: tot en met zondag 31 oktober 2027. Hulp bij brieven. Er is geen medewerker.", "Volgende keer: dinsdag 2 november 2027."},
			topic:     {"Dinsdag 2 november 2027 10.00 tot 12.00 uur"},
		}},
		"nothing else in the coming days": {map[string]string{"spreekuren/brief.md": ill, "spreekuren/altijd.md": ill}, map[string][]string{
			home: {"diDinsdag 1 december", "Gaat niet door. Er is geen medewerker.", "diDinsdag 2 maart 2027"},
		}},
		"three days a week": {map[string]string{"spreekuren/brief.md": pagetest.Hour("markt", "dinsdag, woensdag en vrijdag", "10-12"), "pleinen/markt.md": strings.Replace(builders, "2027-02-28", "2026-12-13", 1)}, map[string][]string{
			spreekuur: {"Gaat niet door: tot en met zondag 13 december. We verbouwen.", "Dinsdag 15 december 10.00 tot 12.00 uur"},
			plein:     {"Het plein is gesloten: tot en met zondag 13 december. We verbouwen.", "Dinsdag, woensdag en vrijdag", "Volgende keer: dinsdag 15 december.", "-Gaat niet door…"},
			day:       {"Gaat niet door: tot en met zondag 13 december. We verbouwen."},
		}},
		"closings of a daily spreekuur": {map[string]string{"spreekuren/brief.md": pagetest.Hour("haven", "werkdagen", "10-12"), "site.toml": "[[sluitingen]]\nvan = \"2026-12-28\"\ntot_en_met = \"2026-12-31\"\nreden = \"Kerstvakantie\""}, map[string][]string{
			spreekuur: {"Gaat niet door: vrijdag 25 december. Eerste Kerstdag.", "Gaat niet door: maandag 28 december tot en met donderdag 31 december. Kerstvakantie."},
			day:       {"Gaat niet door: dinsdag 29 december. Kerstvakantie.", "-Gaat niet door: vrijdag…"},
			host:      {"Het plein is gesloten: vrijdag 25 december tot en met vrijdag 1 januari.", "-Gaat niet door…"},
		}},
		"one date each": {map[string]string{"spreekuren/brief.md": "[[afwijkend]]\ndatum = \"2026-12-01\"\nvervalt = true\nreden = \"Ziek\"\n[[afwijkend]]\ndatum = \"2026-12-08\"\ntijd = \"13-14\"\n[[afwijkend]]\ndatum = \"2026-12-10\"\ntijd = \"13-14\""}, map[string][]string{
			spreekuur:         {"Gaat niet door: dinsdag 1 december. Ziek.", "Dinsdag 8 december 13.00 tot 14.00 uur Let op: andere tijd.", "donderdag 10 december 2026, 13.00 tot 14.00 uur Extra spreekuur."},
			plein:             {"Gaat niet door: dinsdag 1 december. Hulp bij brieven. Ziek.", "Andere tijd: dinsdag 8 december, 13.00 tot 14.00 uur. Hulp bij brieven.", "Extra: donderdag 10 december, 13.00 tot 14.00 uur. Hulp bij brieven."},
			partner:           {"Gaat niet door: dinsdag 1 december. Ziek.", "Andere tijd: dinsdag 8 december, 13.00 tot 14.00 uur.", "Extra: donderdag 10 december, 13.00 tot 14.00 uur. Hulp bij brieven, Plein Markt, Dorp."},
			day:               {"Gaat niet door: dinsdag 1 december. Ziek.", "Andere tijd: dinsdag 8 december, 13.00 tot 14.00 uur.", "-Extra…"},
			"dagen/donderdag": {"Extra: donderdag 10 december, 13.00 tot 14.00 uur. Hulp bij brieven, Plein Markt, Dorp."},
			topic:             {"Gaat niet door: dinsdag 1 december. Ziek.", "Dinsdag 8 december 13.00 tot 14.00 uur Let op: andere tijd."},
		}},
		"a guest": {map[string]string{"spreekuren/brief.md": "[[afwijkend]]\ndatum = \"2027-02-02\"\nplein = \"haven\"\nreden = \"Er is markt.\""}, map[string][]string{
			spreekuur:       {"Andere plek: dinsdag 2 februari 2027. Bij Plein Haven, Kade 2, Stad. Er is markt."},
			host:            {"Extra: dinsdag 2 februari 2027, 10.00 tot 12.00 uur. Hulp bij brieven. Er is markt."},
			"plaatsen/stad": {"Extra: dinsdag 2 februari 2027, 10.00 tot 12.00 uur. Hulp bij brieven, Plein Haven, Stad. Er is markt."},
		}},
		"weeks at another plein": {map[string]string{"spreekuren/brief.md": "[[afwijkend]]\nvan = \"2026-11-30\"\ntot_en_met = \"2027-01-31\"\nplein = \"haven\""}, map[string][]string{
			plein: {"Andere plek: maandag 30 november 2026 tot en met zondag 31 januari 2027. Hulp bij brieven. Bij Plein Haven, Kade 2, Stad.", "-Volgende keer…"},
			host:  {"Extra: dinsdag 1 december, 10.00 tot 12.00 uur. Hulp bij brieven.", "Extra: dinsdag 5 januari, 10.00 tot 12.00 uur. Hulp bij brieven."},
		}},
		"it begins in spring": {map[string]string{"spreekuren/brief.md": strings.Replace(pagetest.Hour("markt", "dinsdag", "10-12"), "in_een_zin", "vanaf = \"2027-05-04\"\nin_een_zin", 1)}, map[string][]string{
			plein: {"Begint op dinsdag 4 mei 2027."}, partner: {"Begint op dinsdag 4 mei 2027."}, day: {"Begint op dinsdag 4 mei 2027."}, topic: {"Dinsdag 4 mei 2027 10.00 tot 12.00 uur"},
		}},
		"only an extra date is left": {map[string]string{"spreekuren/brief.md": strings.Replace(pagetest.Hour("markt", "dinsdag", "10-12"), "in_een_zin", "tot_en_met = \"2026-11-24\"\nin_een_zin", 1),
			"spreekuren/extra.md": strings.Replace(pagetest.Hour("markt", "dinsdag", "10-12"), "+++\nNeem", "tot_en_met = \"2026-11-24\"\n[[afwijkend]]\ndatum = \"2026-12-17\"\ntijd = \"10-12\"\n[[afwijkend]]\ndatum = \"2027-03-18\"\ntijd = \"10-12\"\n+++\nNeem", 1)}, map[string][]string{
			spreekuur:          {"Gestopt…"},
			"spreekuren/extra": {"Donderdag 17 december 10.00 tot 12.00 uur Extra spreekuur.", "-Gestopt…"},
			plein:              {"Extra: donderdag 17 december, 10.00 tot 12.00 uur. Hulp bij brieven.", "Extra: donderdag 18 maart 2027, 10.00 tot 12.00 uur. Hulp bij brieven.", "-Hier zijn nu geen…", "-diDinsdag"},
			partner:            {"Extra: donderdag 17 december, 10.00 tot 12.00 uur. Hulp bij brieven, Plein Markt, Dorp."},
			"dagen/donderdag":  {"Extra: donderdag 17 december, 10.00 tot 12.00 uur. Hulp bij brieven, Plein Markt, Dorp."},
			topic:              {"Donderdag 17 december 10.00 tot 12.00 uur Extra spreekuur."},
			place:              {"Donderdag 17 december 10.00 tot 12.00 uur Extra spreekuur."},
		}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			files := filesOf(t, pagetest.Winter(t, test.files))
			for path, wants := range test.want {
				aloud := "\n" + readAloud(t, pagetest.Rendered(t, files, strings.TrimPrefix(path+"/index.html", "/")))
				for _, want := range wants {
					line, not := strings.CutPrefix(want, "-")
					text, begin := strings.CutSuffix("\n"+line, "…")
					if !begin {
						text += "\n"
					}
					if n := strings.Count(aloud, text); (n > 0) == not {
						t.Errorf("/%s/: %q %d times in%s", path, want, n, aloud)
					}
				}
			}
		})
	}
}

// TestEvening wants the page of the evening to have the hours of the evening, and dates
// outside the rule that are in it; and nothing of the day.
func TestEvening(t *testing.T) {
	files := filesOf(t, pagetest.Winter(t, map[string]string{
		"spreekuren/brief.md": "[[afwijkend]]\ndatum = \"2026-12-03\"\ntijd = \"19-21\"\n",
		"spreekuren/laat.md":  strings.Replace(pagetest.Hour("haven", "woensdag", "17-18"), "Hulp bij brieven", "Hulp na het werk", 1),
	}))
	page := readAloud(t, pagetest.Rendered(t, files, "dagen/avond/index.html"))
	for _, want := range []string{"donderdag 3 december, 19.00 tot 21.00 uur", "Hulp na het werk", "17.00 tot 18.00 uur"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
	if strings.Contains(page, "Hulp bij geld") {
		t.Errorf("an hour of the day in\n%s", page)
	}
}
