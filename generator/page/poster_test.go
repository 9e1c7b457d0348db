package page

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/paper"
	"pleinwijzer/generator/publish"
)

const tuesday = "dag = \"elke dinsdag\"\ntijd = \"10.00-12.00\"\n"

// hallSite is a site on 28 November 2026 with Plein Hal, which is open on weekdays, Plein
// Zuid, and spreekuren, each with its fields.
func hallSite(t *testing.T, site, hall string, spreekuren ...string) []publish.File {
	t.Helper()
	fsys := fstest.MapFS{}
	write := func(name, text string, values ...any) {
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, text, values...)}
	}
	write("site.toml", "titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\ntalen = [\"en\"]\n%s", site)
	write("partners/hulp.md", "+++\nnaam = \"Stichting Hulp\"\n+++\n")
	const opening = "[openingstijden]\nmaandag = \"9-17\"\ndinsdag = \"9-17\"\nwoensdag = \"9-17\"\ndonderdag = \"9-17\"\nvrijdag = \"9-17\"\n"
	for name, fields := range map[string]string{"Hal": opening + hall, "Zuid": ""} {
		write("pleinen/"+strings.ToLower(name)+".md", "+++\nnaam = \"Plein %s\"\nlocatie = \"Bieb\"\nadres = \"Weg 1\"\npostcode = \"5000 AA\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 00\"\n%s\n+++\n", name, fields)
	}
	for i, fields := range spreekuren {
		if !strings.Contains(fields, "plein = \"zuid\"\npartner") {
			fields = "plein = \"hal\"\npartner = \"hulp\"\n" + fields
		}
		write(fmt.Sprintf("spreekuren/hulp-%d.md", i), "+++\ntitel = \"Hulp %d\"\nin_een_zin = \"Wij lezen mee.\"\n%s\n+++\nTekst.\n", i, fields)
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: time.Date(2026, 11, 28, 11, 0, 0, 0, time.UTC)})
	if all := append(problems, unresolved...); all.HasErrors() {
		t.Fatal(all[0].Message)
	}
	return filesOf(t, c)
}

var (
	paperPiece = regexp.MustCompile(`(?s)<tr>.*?</li>|<p class="time">.*?</div>|<li>.*?</li>|</ul>\s*<p>.*?</p>|<p class="piece">.*?</p>`)
	paperTag   = regexp.MustCompile(`<[^>]*>`)
)

// paperLines are the rows of a poster or the rule of a card, and what is different.
func paperLines(html []byte) []string {
	var lines []string
	begin, end := bytes.Index(html, []byte("<article")), bytes.Index(html, []byte("</article>"))
	for _, piece := range paperPiece.FindAllString(string(html[begin:end]), -1) {
		piece = paperTag.ReplaceAllString(strings.NewReplacer("</span>", " ", "</th>", " ", "</p>", " ").Replace(piece), "")
		lines = append(lines, strings.NewReplacer(" .", ".", " :", ":").Replace(strings.Join(strings.Fields(piece), " ")))
	}
	return slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "Wie helpt u?") || line == "" })
}

// TestPaperLines wants a poster and a card to tell all that is not as usual in the next
// eight weeks, in as few lines as it takes.
func TestPaperLines(t *testing.T) {
	const row = "Dinsdag 10.00 tot 12.00 uur Hulp 0 Stichting Hulp"
	exception := func(fields string) string { return tuesday + "[[afwijkend]]\n" + fields }
	const yearEnd = "[[sluitingen]]\nvan = \"2026-12-28\"\ntot_en_met = \"2026-12-31\"\nreden = \"Wij zijn vrij.\"\n"
	for _, c := range []struct {
		name, site, hall string
		spreekuren       []string
		paper            string
		want             []string
	}{
		{"nothing", "", "", []string{tuesday}, "pleinen/hal/poster", []string{row, "Vrijdag 25 december: gesloten. Eerste Kerstdag.", "Vrijdag 1 januari: gesloten. Nieuwjaarsdag."}},
		{"closings in a row", yearEnd, "", []string{tuesday}, "pleinen/hal/poster", []string{row, "25 december t/m 1 januari: gesloten."}},
		{"open within them", yearEnd, "[[afwijkend]]\ndatum = \"2026-12-29\"\ntijd = \"11-16\"", []string{tuesday}, "pleinen/hal/poster", []string{row,
			"25 december t/m 1 januari: gesloten, behalve dinsdag 29 december van 11.00 tot 16.00 uur.",
			"Dinsdag 29 december, 11.00 tot 12.00 uur: Andere tijd: Hulp 0. Het plein heeft andere openingstijden."}},
		{"a card of them", yearEnd, "", []string{tuesday}, "spreekuren/hulp-0/kaart", []string{"Elke dinsdag van 10.00 tot 12.00 uur", "25 december t/m 1 januari: gesloten."}},
		{"a card that they spare", yearEnd, "", []string{"dag = \"1e dinsdag van de maand\"\ntijd = \"10-12\""}, "spreekuren/hulp-0/kaart", []string{"De 1e dinsdag van de maand van 10.00 tot 12.00 uur"}},
		{"closed for months", "", "[[afwijkend]]\nvan = \"2026-11-23\"\ntot_en_met = \"2027-02-28\"\ngesloten = true\nreden = \"Verbouwing\"", []string{tuesday}, "pleinen/hal/poster", []string{
			row + " weer vanaf 2 maart 2027", "T/m 28 februari: gesloten. Verbouwing."}},
		{"ill for months", "", "", []string{exception("van = \"2026-11-23\"\ntot_en_met = \"2027-02-28\"\nvervalt = true\nreden = \"Ziek\"")}, "spreekuren/hulp-0/kaart", []string{
			"Elke dinsdag van 10.00 tot 12.00 uur Weer vanaf 2 maart 2027", "T/m 28 februari: Gaat niet door. Ziek."}},
		{"cancelled once, twice a day", "", "", []string{"dag = \"elke dinsdag\"\ntijd = \"10-12 en 13-16\"\n[[afwijkend]]\ndatum = \"2026-12-08\"\nvervalt = true\nreden = \"Ziek\""}, "pleinen/hal/poster", []string{
			"Dinsdag 10.00 tot 12.00 uur 13.00 tot 16.00 uur Hulp 0 Stichting Hulp",
			"Dinsdag 8 december, 10.00 tot 12.00 uur en 13.00 tot 16.00 uur: Gaat niet door: Hulp 0. Ziek."}},
		{"cancelled together", "", "", []string{exception("datum = \"2026-12-08\"\nvervalt = true\nreden = \"Ziek\""), exception("datum = \"2026-12-08\"\nvervalt = true\nreden = \"Ziek\"")}, "pleinen/hal/poster", []string{
			row, "10.00 tot 12.00 uur Hulp 1 Stichting Hulp", "Dinsdag 8 december, 10.00 tot 12.00 uur: Gaat niet door: Hulp 0; Hulp 1. Ziek."}},
		{"other time and an extra one", "", "", []string{exception("datum = \"2026-12-08\"\ntijd = \"13-15\"\n[[afwijkend]]\ndatum = \"2026-12-09\"\ntijd = \"10-12\"\nreden = \"Drukte\"")}, "pleinen/hal/poster", []string{
			row, "Dinsdag 8 december, 13.00 tot 15.00 uur: Andere tijd: Hulp 0.", "Woensdag 9 december, 10.00 tot 12.00 uur: Extra: Hulp 0. Drukte."}},
		{"elsewhere", "", "", []string{exception("datum = \"2026-12-08\"\nplein = \"zuid\"")}, "pleinen/hal/poster", []string{
			row, "Dinsdag 8 december, 10.00 tot 12.00 uur: Andere plek: Hulp 0. Bij Plein Zuid, Weg 1, Tilburg."}},
		{"a guest", "", "", []string{exception("datum = \"2026-12-08\"\nplein = \"zuid\"")}, "pleinen/zuid/poster", []string{
			"Hier zijn nu geen spreekuren.", "Dinsdag 8 december, 10.00 tot 12.00 uur: Te gast: Hulp 0.", "25 december t/m 26 december: gesloten."}},
		{"begins later", "", "", []string{tuesday + "vanaf = \"2027-05-04\""}, "pleinen/hal/poster", []string{row + " vanaf 4 mei 2027"}},
		{"ends", "", "", []string{tuesday + "tot_en_met = \"2026-12-15\""}, "pleinen/hal/poster", []string{row + " t/m 15 december"}},
		{"ended", "", "", []string{tuesday + "tot_en_met = \"2026-11-24\""}, "pleinen/hal/poster", []string{"Hier zijn nu geen spreekuren."}},
		{"ended, with a date after it", "", "", []string{tuesday + "tot_en_met = \"2026-11-24\"\n[[afwijkend]]\ndatum = \"2027-03-02\"\ntijd = \"10-12\""}, "pleinen/hal/poster", []string{
			"Hier zijn nu geen spreekuren.", "Dinsdag 2 maart, 10.00 tot 12.00 uur: Extra: Hulp 0."}},
		{"a card of that", "", "", []string{tuesday + "tot_en_met = \"2026-11-24\"\n[[afwijkend]]\ndatum = \"2027-07-06\"\ntijd = \"10-12\""}, "spreekuren/hulp-0/kaart", []string{
			"Dinsdag 6 juli 2027, 10.00 tot 12.00 uur: Extra."}},
		{"every weekday", "", "", []string{"dag = \"werkdagen\"\ntijd = \"10-12\"", tuesday}, "pleinen/hal/poster", []string{
			"Maandag 10.00 tot 12.00 uur Hulp 0 Stichting Hulp",
			"Dinsdag 10.00 tot 12.00 uur Hulp 0 Stichting Hulp", "10.00 tot 12.00 uur Hulp 1 Stichting Hulp",
			"Woensdag 10.00 tot 12.00 uur Hulp 0 Stichting Hulp", "Donderdag 10.00 tot 12.00 uur Hulp 0 Stichting Hulp",
			"Vrijdag 10.00 tot 12.00 uur Hulp 0 Stichting Hulp"}},
		{"while it is open", "", "", []string{"dag = \"maandag en vrijdag\"\ntijd = \"tijdens openingstijden\""}, "pleinen/hal/poster", []string{
			"Maandag 9.00 tot 17.00 uur Hulp 0 Stichting Hulp", "Vrijdag 9.00 tot 17.00 uur Hulp 0 Stichting Hulp"}},
		{"some weeks", "", "", []string{"dag = \"even weken op dinsdag\"\ntijd = \"10-12\"\naanmelden = \"verplicht\"\ntelefoon = \"013 000 00 01\""}, "pleinen/hal/poster", []string{
			row + " alleen op dinsdag in de even weken"}},
		{"an appointment for one", "", "", []string{tuesday, tuesday + "aanmelden = \"verplicht\"\ntelefoon = \"013 000 00 01\""}, "pleinen/hal/poster", []string{
			row, "10.00 tot 12.00 uur Hulp 1 Stichting Hulp met afspraak"}},
		{"school weeks", "[[schoolvakanties]]\nnaam = \"Kerstvakantie\"\nvan = \"2026-12-19\"\ntot_en_met = \"2027-01-03\"\n", "", []string{tuesday + "alleen_schoolweken = true"}, "pleinen/hal/poster", []string{
			row + " Niet in schoolvakanties", "19 december t/m 3 januari: Gaat niet door: Hulp 0. Kerstvakantie."}},
		{"a move", "", "[[verhuizing]]\nvanaf = \"2027-01-04\"\nlocatie = \"Dorpshuis\"\nadres = \"Plein 2\"\npostcode = \"5000 AB\"\nplaats = \"Tilburg\"\nreden = \"Wij verbouwen\"", []string{tuesday}, "pleinen/hal/poster", []string{
			row, "Vanaf maandag 4 januari 2027 is het plein op een ander adres. Dorpshuis, Plein 2, 5000 AB Tilburg. Wij verbouwen."}},
		{"in English", yearEnd, "", []string{tuesday}, "en/pleinen/hal/poster", []string{
			"Tuesday 10:00 to 12:00 Hulp 0 Stichting Hulp", "25 December up to and including 1 January: closed."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := paperLines(pagetest.Rendered(t, hallSite(t, c.site, c.hall, c.spreekuren...), c.paper+"/index.html"))
			if c.name != "nothing" { // the others take holidays for granted
				got = slices.DeleteFunc(got, func(line string) bool {
					return strings.HasSuffix(line, "Eerste Kerstdag.") || strings.HasSuffix(line, "Nieuwjaarsdag.")
				})
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// TestPaperSaysMore wants paper on which not all changes fit to say so, and to name those
// of the plein all the same.
func TestPaperSaysMore(t *testing.T) {
	for n := range paper.MostChanges + 3 {
		var exceptions strings.Builder
		for i := range n {
			fmt.Fprintf(&exceptions, "[[afwijkend]]\ndatum = \"2026-12-%02d\"\ntijd = \"18-19\"\n", i+1)
		}
		for _, sheet := range []string{"pleinen/hal/poster/index.html", "spreekuren/hulp-0/kaart/index.html"} {
			lines := strings.Join(paperLines(pagetest.Rendered(t,
				hallSite(t, "", "[[afwijkend]]\ndatum = \"2027-01-12\"\ngesloten = true", tuesday+exceptions.String()), sheet)), "\n")
			shown, more := strings.Count(lines, "18.00 tot 19.00 uur"), strings.Contains(lines, "Ook op andere dagen is het anders. Kijk op pleinen.example/")
			if shown != min(n, paper.MostChanges) || more != (n > paper.MostChanges) || !strings.Contains(lines, "Dinsdag 12 januari: gesloten") {
				t.Errorf("%s with %d exceptions tells %d, says that there are more: %t\n%s", sheet, n, shown, more, lines)
			}
		}
	}
}
