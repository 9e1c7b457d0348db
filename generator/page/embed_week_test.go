package page

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/embed"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/paper"
	"pleinwijzer/generator/schedule"
)

// embedCatalog is testdata/embeds.txtar as it is at a moment.
func embedCatalog(t *testing.T, now string) *catalog.Catalog {
	t.Helper()
	moment := pagetest.Must(time.ParseInLocation("2006-01-02 15:04", now, schedule.Amsterdam))
	return pagetest.Of(t, pagetest.Must(os.ReadFile("testdata/embeds.txtar")), catalog.Options{Now: moment})
}

// shownRows are the rows of a page for a frame: the day, and a line for each row.
func shownRows(page []byte) []string {
	var lines []string
	for n := range pagetest.Must(html.Parse(bytes.NewReader(page))).Descendants() {
		switch n.Data {
		case "h2":
			lines = append(lines, textIn(n))
		case "li":
			lines = append(lines, rowText(n))
		}
	}
	return lines
}

// rowText is the paragraphs of a row.
func rowText(li *html.Node) string {
	var texts []string
	for n := range li.Descendants() {
		if n.Data == "p" {
			texts = append(texts, strings.Join(strings.Fields(textIn(n)), " "))
		}
	}
	return strings.Join(texts, " / ")
}

func TestEmbedWeek(t *testing.T) {
	const (
		closed  = "Tot en met zondag 28 februari 2027: Gaat niet door. "
		rebuilt = " / " + closed + "We verbouwen. / Niet in de komende 7 dagen. Weer op "
		visit   = "15.00 tot 16.00 uur / Op bezoek / Stichting Hulp en Loket"
		moves   = " / Donderdag 3 december 2026 Gaat niet door. We verbouwen. / Donderdag 10 december 2026, 15.00 tot 16.00 uur. Let op: andere plek. Bij Havenplein, Kade 1, Haven. Het Marktplein is dicht. / Niet in de komende 7 dagen. Weer op donderdag 10 december 2026."
	)
	for _, test := range []struct {
		now, page string
		want      []string
	}{
		{"2026-11-28 12:00", "pleinen/haven", []string{
			"Maandag",
			"9.00 tot 10.00 uur / Bijna voorbij / Stichting Hulp",
			"Dinsdag",
			"9.00 tot 10.00 uur / Pas in mei / Stichting Hulp / Begint op dinsdag 4 mei 2027.",
			"10.00 tot 12.00 uur / Maandenlang niet / Stichting Hulp / " + closed + "Er is geen medewerker. / Niet in de komende 7 dagen. Weer op dinsdag 2 maart 2027.",
			"13.00 tot 14.00 uur / Eerst nog wel / Stichting Hulp / Maandag 7 december 2026 tot en met woensdag 31 maart 2027: Gaat niet door. Er is geen medewerker.",
			"Woensdag",
			"13.00 tot 14.00 uur / Eerst nog wel / Stichting Hulp / Maandag 7 december 2026 tot en met woensdag 31 maart 2027: Gaat niet door. Er is geen medewerker.",
			"Woensdag 9 december 2026, 20.00 tot 21.00 uur / Twee regels / Loket / Extra spreekuur.",
			"Donderdag",
			"10.00 tot 12.00 uur / Een keer per maand / Stichting Hulp / Alleen de 1e donderdag van de maand / Maak eerst een afspraak.",
			"Donderdag 10 december 2026, 15.00 tot 16.00 uur / Op bezoek / Stichting Hulp en Loket / Extra spreekuur. Het Marktplein is dicht.",
			"Donderdag 14 januari 2027, 14.00 tot 16.00 uur / Alleen nog een extra keer / Loket / Extra spreekuur. De laatste keer.",
			"Vrijdag",
			"9.00 tot 10.00 uur / Twee regels / Loket / Vrijdag 4 december 2026, 9.30 tot 10.30 uur. Let op: andere tijd.",
			"Zaterdag",
			"11.00 tot 12.00 uur / Twee regels / Loket / Alleen de 2e zaterdag van de maand / Niet in de komende 7 dagen. Weer op zaterdag 12 december 2026.",
		}},
		{"2026-12-05 12:00", "pleinen/haven", []string{
			"Dinsdag",
			"9.00 tot 10.00 uur / Pas in mei / Stichting Hulp / Begint op dinsdag 4 mei 2027.",
			"10.00 tot 12.00 uur / Maandenlang niet / Stichting Hulp / " + closed + "Er is geen medewerker. / Niet in de komende 7 dagen. Weer op dinsdag 2 maart 2027.",
			"13.00 tot 14.00 uur / Eerst nog wel / Stichting Hulp / Maandag 7 december 2026 tot en met woensdag 31 maart 2027: Gaat niet door. Er is geen medewerker. / Niet in de komende 7 dagen. Weer op dinsdag 6 april 2027.",
			"Woensdag",
			"13.00 tot 14.00 uur / Eerst nog wel / Stichting Hulp / Maandag 7 december 2026 tot en met woensdag 31 maart 2027: Gaat niet door. Er is geen medewerker. / Niet in de komende 7 dagen. Weer op woensdag 7 april 2027.",
			"Woensdag 9 december 2026, 20.00 tot 21.00 uur / Twee regels / Loket / Extra spreekuur.",
			"Donderdag",
			"10.00 tot 12.00 uur / Een keer per maand / Stichting Hulp / Alleen de 1e donderdag van de maand / Maak eerst een afspraak. / Niet in de komende 7 dagen. Weer op donderdag 7 januari 2027.",
			"Donderdag 10 december 2026, 15.00 tot 16.00 uur / Op bezoek / Stichting Hulp en Loket / Extra spreekuur. Het Marktplein is dicht.",
			"Donderdag 17 december 2026, 15.00 tot 16.00 uur / Op bezoek / Stichting Hulp en Loket / Gaat niet door. Er is geen stroom.",
			"Donderdag 14 januari 2027, 14.00 tot 16.00 uur / Alleen nog een extra keer / Loket / Extra spreekuur. De laatste keer.",
			"Vrijdag",
			"9.00 tot 10.00 uur / Twee regels / Loket",
			"Zaterdag",
			"11.00 tot 12.00 uur / Twee regels / Loket / Alleen de 2e zaterdag van de maand",
		}},
		{"2026-12-02 12:00", "pleinen/markt", []string{
			"Maandag",
			"9.00 tot 17.00 uur / Elke dag / Loket" + rebuilt + "maandag 1 maart 2027.",
			"Dinsdag",
			"9.00 tot 17.00 uur / Elke dag / Loket" + rebuilt + "dinsdag 2 maart 2027.",
			"Woensdag",
			"9.00 tot 17.00 uur / Elke dag / Loket" + rebuilt + "woensdag 3 maart 2027.",
			"Donderdag",
			"9.00 tot 17.00 uur / Elke dag / Loket" + rebuilt + "donderdag 4 maart 2027.",
			visit + moves,
			"Vrijdag",
			"9.00 tot 17.00 uur / Elke dag / Loket" + rebuilt + "vrijdag 5 maart 2027.",
			"Op afspraak",
			"Bel 013 000 00 09 of mail afspraak@hulp.example / Zonder vaste uren / Stichting Hulp",
		}},
		{"2026-12-23 12:00", "partners/loket", []string{
			"Maandag",
			"9.00 tot 17.00 uur / Elke dag / Loket / Marktplein, Haven" + rebuilt + "maandag 1 maart 2027.",
			"Dinsdag",
			"9.00 tot 17.00 uur / Elke dag / Loket / Marktplein, Haven" + rebuilt + "dinsdag 2 maart 2027.",
			"Woensdag",
			"9.00 tot 17.00 uur / Elke dag / Loket / Marktplein, Haven" + rebuilt + "woensdag 3 maart 2027.",
			"Donderdag",
			"9.00 tot 17.00 uur / Elke dag / Loket / Marktplein, Haven" + rebuilt + "donderdag 4 maart 2027.",
			visit + " / Marktplein, Haven" + rebuilt + "donderdag 4 maart 2027.",
			"Donderdag 14 januari 2027, 14.00 tot 16.00 uur / Alleen nog een extra keer / Loket / Havenplein, Haven / Extra spreekuur. De laatste keer.",
			"Vrijdag",
			"9.00 tot 17.00 uur / Elke dag / Loket / Marktplein, Haven" + rebuilt + "vrijdag 5 maart 2027.",
			"9.00 tot 10.00 uur / Twee regels / Loket / Havenplein, Haven / Vrijdag 25 december 2026 tot en met vrijdag 1 januari 2027: Gaat niet door. Alle pleinen zijn dicht. / Niet in de komende 7 dagen. Weer op vrijdag 8 januari 2027.",
			"Zaterdag",
			"11.00 tot 12.00 uur / Twee regels / Loket / Havenplein, Haven / Alleen de 2e zaterdag van de maand / Niet in de komende 7 dagen. Weer op zaterdag 9 januari 2027.",
		}},
	} {
		page := pagetest.Rendered(t, filesOf(t, embedCatalog(t, test.now)), "embed/"+test.page+"/index.html")
		if got := shownRows(page); !slices.Equal(got, test.want) {
			t.Errorf("%s at %s\n got %q\nwant %q", test.page, test.now, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// TestFragmentIsFrame wants plain HTML to say what the page for a frame says.
func TestFragmentIsFrame(t *testing.T) {
	n := 0
	files := filesOf(t, embedCatalog(t, "2026-11-28 12:00"))
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Path, "/"+asset.FragmentFile)
		if !ok {
			continue
		}
		var got []string
		for node := range pagetest.Must(html.Parse(bytes.NewReader(pagetest.Rendered(t, files, f.Path)))).Descendants() {
			if node.Data == "h3" || node.Data == "li" {
				got = append(got, strings.Join(strings.Fields(paper.TextOf(node)), " "))
			}
		}
		for i, want := range shownRows(pagetest.Rendered(t, files, name+"/index.html")) {
			want = strings.ReplaceAll(strings.Replace(want, " / ", ": ", 1), " / ", " ")
			if i >= len(got) || got[i] != want {
				t.Fatalf("%s, line %d\n got %q\nwant %q", f.Path, i, got, want)
			}
			n++
		}
	}
	if n < 60 {
		t.Errorf("only %d lines", n)
	}
}

// TestEmbedOldScripts looks at what a script reads that knows no periods: it lists
// what is cancelled one by one, so that there should be few.
func TestEmbedOldScripts(t *testing.T) {
	c := embedCatalog(t, "2026-11-28 12:00")
	var d embed.Data
	if err := json.Unmarshal(pagetest.Rendered(t, filesOf(t, c), "embed/v1/pleinen/haven.json"), &d); err != nil {
		t.Fatal(err)
	}
	dates := map[string][]string{}
	for _, r := range d.Spreekuren {
		for _, o := range r.Komende {
			date := o.Begin[:len("2026-11-28")]
			if date < "2026-11-28" { // since their turn; a script leaves out what is over
				continue
			}
			if d.Datums[date] == "" {
				t.Errorf("%s has no words", date)
			}
			if o.Vervalt {
				date += " vervalt"
			}
			dates[r.Titel] = append(dates[r.Titel], date)
		}
	}
	for title, want := range map[string]string{
		"Maandenlang niet":          "2026-12-01 vervalt, 2026-12-08 vervalt, 2027-03-02",
		"Eerst nog wel":             "2026-12-01, 2026-12-02, 2026-12-08 vervalt, 2026-12-09 vervalt, 2027-04-06",
		"Pas in mei":                "2027-05-04",
		"Op bezoek":                 "2026-12-10",
		"Alleen nog een extra keer": "2027-01-14",
		"Een keer per maand":        "2026-12-03, 2027-01-07",
	} {
		if got := strings.Join(dates[title], ", "); got != want {
			t.Errorf("%s: got %s, want %s", title, got, want)
		}
	}
	for title, want := range map[string]string{
		"Pas in mei":       "Begint op dinsdag 4 mei 2027.",
		"Maandenlang niet": "Volgende keer: dinsdag 2 maart 2027.",
	} {
		i := slices.IndexFunc(d.Spreekuren, func(r *embed.Record) bool { return r.Titel == title })
		if got := strings.Join(d.Spreekuren[i].Week[0].LetOp, " "); got != want {
			t.Errorf("%s: got %s, want %s", title, got, want)
		}
	}
}
