package feed

import (
	"maps"
	"strings"
	"testing"

	ical "github.com/emersion/go-ical"
)

// agenda is an agenda with each way to say when and where.
var agenda = func() map[string]string {
	files := without("agenda", small)
	maps.Copy(files, map[string]string{
		"agenda/ochtend.md": `+++
titel = "Netwerkochtend; voor iedereen"
datum = "2027-01-21"
tijd = "9.30-13.00"
plein = "dorpsplein"
in_een_zin = "U leert elkaar kennen."
partners = ["taalhuis", "bieb"]
aanmelden = "verplicht"
email = "info@bieb.example"

[[programma]]
tijd = "9.30"
titel = "Koffie, thee"
[[programma]]
tijd = "10.00-13.00"
titel = "Gesprek"
+++
Tot dan.
`,
		"agenda/verhuisd.md": "+++\ntitel = \"Na de verhuizing\"\ndatum = \"2027-03-28\"\ntijd = \"14.00\"\nplein = \"dorpsplein\"\nin_een_zin = \"Kijken.\"\n+++\nKom.",
		"agenda/reeks.md":    "+++\ntitel = \"Reeks\"\ndatum = \"2027-02-16\"\ntot_en_met = \"2027-03-30\"\ndag = \"elke dinsdag\"\nbehalve = [\"2027-03-16\"]\ntijd = \"13.30-15.30\"\nplein = \"dorpsplein\"\nin_een_zin = \"Leren.\"\n+++\nKom.",
		"agenda/cursus.md":   "+++\ntitel = \"Cursus\"\ndatum = \"2027-02-16\"\ntot_en_met = \"2027-03-23\"\ntijd = \"13.30-15.30\"\nplein = \"elders\"\nin_een_zin = \"Leren.\"\n+++\nKom.",
		"agenda/dag.md":      "+++\ntitel = \"Open dag\"\ndatum = \"2026-12-31\"\nlocatie = \"De Schuur\"\nadres = \"Weg 1\"\nplaats = \"Dorp\"\nin_een_zin = \"Kijken.\"\n+++\nKom.",
		"agenda/vorige.md":   "+++\ntitel = \"Vorig jaar\"\ndatum = \"2025-12-31\"\nplein = \"elders\"\nin_een_zin = \"Voorbij.\"\n+++\nKom.",
		"agenda/concept.md":  "+++\ntitel = \"Concept\"\ndatum = \"2027-12-31\"\nplein = \"elders\"\nin_een_zin = \"Nog niet.\"\nconcept = true\n+++\nKom.",
	})
	return files
}()

func TestAgendaCalendar(t *testing.T) {
	text := render(t, site(t, agenda), "feeds/agenda.ics")
	checkLines(t, strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n"))
	cal, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	want := []struct{ title, begin, end, place string }{
		{"Open dag", "20261231", "20270101", "De Schuur, Weg 1, Dorp"},
		{"Netwerkochtend; voor iedereen", "20270121T093000", "20270121T130000", "De Bieb, Kerkstraat 1, 5175 AA Loon op Zand"},
		{"Cursus", "20270216", "20270324", "Markt 3, 5161 CC Sprang-Capelle"},
		{"Reeks", "20270216T133000", "20270216T153000", "De Bieb, Kerkstraat 1, 5175 AA Loon op Zand"},
		{"Reeks", "20270223T133000", "20270223T153000", "De Bieb, Kerkstraat 1, 5175 AA Loon op Zand"},
		{"Reeks", "20270302T133000", "20270302T153000", "Het Huis, Nieuwstraat 2, 5175 BB Loon op Zand"},
		{"Reeks", "20270309T133000", "20270309T153000", "Het Huis, Nieuwstraat 2, 5175 BB Loon op Zand"},
		{"Reeks", "20270323T133000", "20270323T153000", "Het Huis, Nieuwstraat 2, 5175 BB Loon op Zand"},
		{"Reeks", "20270330T133000", "20270330T153000", "Het Huis, Nieuwstraat 2, 5175 BB Loon op Zand"},
		{"Na de verhuizing", "20270328T140000", "", "Het Huis, Nieuwstraat 2, 5175 BB Loon op Zand"},
	}
	events := cal.Events()
	if len(events) != len(want) {
		t.Fatalf("%d events, want %d", len(events), len(want))
	}
	for i, e := range events {
		title, _ := e.Props.Text("SUMMARY")
		place, _ := e.Props.Text("LOCATION")
		got := struct{ title, begin, end, place string }{title, value(e, "DTSTART"), value(e, "DTEND"), place}
		if got != want[i] {
			t.Errorf("got  %q\nwant %q", got, want[i])
		}
		if status := value(e, "STATUS"); status != "CONFIRMED" {
			t.Errorf("%s: status %q", title, status)
		}
	}
	about, err := events[1].Props.Text("DESCRIPTION")
	if err != nil {
		t.Fatal(err)
	}
	if want := `U leert elkaar kennen.

Van: Taalhuis en Bibliotheek.

Programma:
9.30 uur: Koffie, thee
10.00 tot 13.00 uur: Gesprek

Kosten: gratis.
Aanmelden: Meld u vooraf aan. Mail info@bieb.example.
Meer lezen: https://pleinen.example/agenda/ochtend/`; about != want {
		t.Errorf("got\n%s\nwant\n%s", about, want)
	}
	if about, _ := events[2].Props.Text("DESCRIPTION"); !strings.Contains(about, "Tijd: 13.30 tot 15.30 uur.") {
		t.Errorf("a course on several days does not say its time: %s", about)
	}
}

func value(e ical.Event, name string) string {
	if prop := e.Props.Get(name); prop != nil {
		return prop.Value
	}
	return ""
}

// TestCalendars wants a calendar offered where it has a date to come, and there alone.
func TestCalendars(t *testing.T) {
	stopped := map[string]string{}
	for file := range small {
		if strings.HasPrefix(file, "spreekuren/brieven") {
			stopped[file] = strings.Replace(small[file], "dag = ", "status = \"gestopt\"\nreden = \"Op.\"\ndag = ", 1)
		}
	}
	before, after := Calendars(site(t, small)), Calendars(site(t, with(stopped)))
	for page, want := range map[string]string{
		"/spreekuren/brieven/": "/spreekuren/brieven/spreekuur.ics",
		"/partners/taalhuis/":  "/partners/taalhuis/spreekuren.ics",
		"/onderwerpen/geld/":   "/onderwerpen/geld/spreekuren.ics",
	} {
		if before(page) != want || after(page) != "" {
			t.Errorf("%s: %q and then %q", page, before(page), after(page))
		}
	}
	if after("/pleinen/dorpsplein/") == "" || after("/agenda/") != "/feeds/agenda.ics" || after("/spreekuren/open/") == "" {
		t.Error("calendars with dates are missing")
	}
}
