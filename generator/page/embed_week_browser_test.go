package page

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
)

// elementRows is what [shownRows] gives, of each element.
const elementRows = `JSON.stringify([...document.querySelectorAll('plein-rooster')].map((x) => [...x.shadowRoot.querySelectorAll('.dagnaam, li')].map((x) => x.matches('li')
	? [...x.querySelectorAll('p')].map((p) => p.textContent.replace(/\s+/g, ' ').trim()).join(' / ')
	: x.textContent)))`

// rowsOf are the rows of an element for each choice, such as plein="haven", with data
// of the server and the clock at a moment.
func (s *server) rowsOf(t *testing.T, moment string, choices ...string) [][]string {
	t.Helper()
	page := ""
	for _, choice := range choices {
		page += `<plein-rooster ` + choice + `></plein-rooster>`
	}
	v := embedVisitor(t, s.partner(t, page+s.script(), ""), at(t, instantOf(moment)), browsertest.Zone("America/New_York"))
	v.Want(`[...document.querySelectorAll('plein-rooster')].every((x) => x.shadowRoot?.querySelector('.rooster'))`, "true")
	var rows [][]string
	if err := json.Unmarshal([]byte(v.eval(elementRows)), &rows); err != nil {
		t.Fatal(err)
	}
	v.Silent()
	return rows
}

// instantOf is a moment as [embedCatalog] takes it, for a browser.
func instantOf(moment string) string {
	return strings.Replace(moment, " ", "T", 1) + ":00+01:00"
}

// marks are what the script puts after the name of a day.
var marks = regexp.MustCompile(`^(\S+) (vandaag|bugün|اليوم)$`)

// testElementAsPage wants the element to say what the page for a frame says, in
// languages that write otherwise too.
func testElementAsPage(t *testing.T) {
	for _, now := range []string{"2026-11-28 12:00", "2026-12-01 10:30", "2026-12-05 23:00", "2026-12-10 08:00", "2026-12-23 12:00", "2027-01-14 15:00"} {
		c := embedCatalog(t, now)
		s := serverOf(t, c)
		pages := []string{"pleinen/haven", "tr/pleinen/markt", "partners/loket", "ar/partners/hulp"}
		for i, got := range s.rowsOf(t, now, `plein="haven"`, `plein="markt" taal="tr"`, `partner="loket"`, `partner="hulp" taal="ar"`) {
			page := pages[i]
			for i := range got {
				got[i] = marks.ReplaceAllString(got[i], "$1")
			}
			want := shownRows(s.files["embed/"+page+"/index.html"])
			if !slices.Equal(got, want) || len(got) < 4 {
				t.Errorf("%s at %s\n got %s\nwant %s", page, now, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

// testElementLater opens a page with data that are some days old. What it says of a
// week must be what a new page would say.
func testElementLater(t *testing.T) {
	var (
		seen = regexp.MustCompile(`(Niet in de komende|Begint op).*`)
		when = func(rows []string) (list []string) {
			for _, row := range rows {
				if parts := strings.SplitN(row, " / ", 3); len(parts) == 3 {
					list = append(list, parts[0]+" "+parts[1]+" "+seen.FindString(parts[2]))
				}
			}
			return list
		}
	)
	s := serverOf(t, embedCatalog(t, "2026-11-28 04:00"))
	for _, now := range []string{"2026-11-30 10:30", "2026-12-01 09:00", "2026-12-01 13:30", "2026-12-02 20:00", "2026-12-03 12:00", "2026-12-04 23:30"} {
		got := when(s.rowsOf(t, now, `plein="haven"`)[0])
		want := when(shownRows(pagetest.Rendered(t, filesOf(t, embedCatalog(t, now)), "embed/pleinen/haven/index.html")))
		if len(got) < 8 || fmt.Sprint(got) != fmt.Sprint(slices.DeleteFunc(want,
			func(row string) bool { return strings.HasPrefix(row, "Donderdag 17 december") })) {
			t.Errorf("%s\n got %s\nwant %s", now, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// testElementMarks looks for words about today above what is not held today.
func testElementMarks(t *testing.T) {
	s := serverOf(t, embedCatalog(t, "2026-11-28 04:00"))
	for _, test := range []struct{ now, choice, want string }{
		{"2026-11-30 09:00", `plein="markt"`, "Maandag vandaag | Dinsdag | Woensdag | Donderdag | Vrijdag | Op afspraak"},
		{"2026-12-01 09:30", `plein="markt"`, "Maandag | Dinsdag | Woensdag | Donderdag | Vrijdag | Op afspraak"},
		{"2026-12-03 11:59", `plein="haven"`, "Dinsdag | Woensdag | Donderdag vandaag | Vrijdag | Zaterdag"},
		{"2026-12-03 12:00", `plein="haven"`, "Dinsdag | Woensdag | Donderdag | Vrijdag | Zaterdag"},
		{"2026-12-10 15:10", `plein="haven"`, "Dinsdag | Woensdag | Donderdag vandaag | Vrijdag | Zaterdag"},
		{"2026-11-30 17:00", `plein="markt" weergave="lijst"`, "Dinsdag 1 december 2026 tot en met zondag 28 februari 2027 | Donderdag 3 december 2026 | Donderdag 10 december 2026 | Maandag 1 maart 2027 | Op afspraak"},
		{"2026-12-01 09:00", `plein="haven" weergave="vandaag"`, "Dinsdag 1 december 2026 vandaag | Tot en met zondag 28 februari 2027"},
		{"2026-12-08 09:00", `partner="hulp" weergave="vandaag"`, "Tot en met zondag 28 februari 2027 | Maandag 7 december 2026 tot en met woensdag 31 maart 2027 | Donderdag 10 december 2026"},
	} {
		rows := s.rowsOf(t, test.now, test.choice)[0]
		days := slices.DeleteFunc(rows, func(row string) bool { return strings.Contains(row, " / ") })
		if got := strings.Join(days, " | "); got != test.want {
			t.Errorf("%s at %s\n got %s\nwant %s", test.choice, test.now, got, test.want)
		}
	}
}

// testElementPeriods wants a closing told once in a list too, and after it the first
// date that goes on.
func testElementPeriods(t *testing.T) {
	s := serverOf(t, embedCatalog(t, "2026-11-28 04:00"))
	got := s.rowsOf(t, "2026-11-30 18:00", `plein="markt" weergave="lijst"`, `plein="haven" partner="hulp" weergave="vandaag"`)
	for i, want := range [][]string{
		{
			"Dinsdag 1 december 2026 tot en met zondag 28 februari 2027", "9.00 tot 17.00 uur / Elke dag / Loket / Gaat niet door. We verbouwen.",
			"Donderdag 3 december 2026", "15.00 tot 16.00 uur / Op bezoek / Stichting Hulp en Loket / Gaat niet door. We verbouwen.",
			"Donderdag 10 december 2026", "15.00 tot 16.00 uur / Op bezoek / Stichting Hulp en Loket / Let op: andere plek. Bij Havenplein, Kade 1, Haven. Het Marktplein is dicht.",
			"Maandag 1 maart 2027", "9.00 tot 17.00 uur / Elke dag / Loket",
			"Op afspraak", "Bel 013 000 00 09 of mail afspraak@hulp.example / Zonder vaste uren / Stichting Hulp",
		},
		{
			"Dinsdag 1 december 2026 morgen", "13.00 tot 14.00 uur / Eerst nog wel / Stichting Hulp",
			"Tot en met zondag 28 februari 2027", "10.00 tot 12.00 uur / Maandenlang niet / Stichting Hulp / Gaat niet door. Er is geen medewerker.",
		},
	} {
		if !slices.Equal(got[i], want) {
			t.Errorf("got %s\nwant %s", strings.Join(got[i], "\n"), strings.Join(want, "\n"))
		}
	}
	const struck = `[...(` + root + `?.querySelectorAll('s') ?? [])].map((x) => x.textContent).join(' | ')`
	v := embedVisitor(t, s.partner(t, `<plein-rooster plein="markt" weergave="lijst"></plein-rooster>`+s.script(), ""), at(t, instantOf("2026-11-30 18:00")))
	v.Want(struck, "9.00 tot 17.00 uur | 15.00 tot 16.00 uur")
}

// TestElementWeeks runs what is above side by side.
func TestElementWeeks(t *testing.T) {
	for name, test := range map[string]func(*testing.T){
		"as the page": testElementAsPage, "later": testElementLater, "marks": testElementMarks, "periods": testElementPeriods,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t)
		})
	}
}
