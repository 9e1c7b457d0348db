package feed

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	ical "github.com/emersion/go-ical"

	"pleinwijzer/generator/catalog"
)

// checkLines wants lines that fit, whole characters, and no line break but CRLF.
func checkLines(t *testing.T, lines []string) {
	t.Helper()
	for _, line := range lines {
		switch {
		case len(line) > 75:
			t.Errorf("%d octets: %q", len(line), line)
		case !utf8.ValidString(line):
			t.Errorf("a character is cut in two: %q", line)
		case strings.ContainsFunc(line, unicode.IsControl):
			t.Errorf("a control character: %q", line)
		}
	}
}

// TestInjection puts what would be properties, on a line of their own, in each
// text of the catalog. Package content refuses some of these characters; a feed
// does not lean on that.
func TestInjection(t *testing.T) {
	const attack = "Hulp\r\nEND:VEVENT\nBEGIN:VALARM\u2028ATTACH;X=1:http://x.example\a, klaar"
	for name, field := range map[string]func(*catalog.Spreekuur) *string{
		"titel":     func(s *catalog.Spreekuur) *string { return &s.Titel },
		"zin":       func(s *catalog.Spreekuur) *string { return &s.InEenZin },
		"telefoon":  func(s *catalog.Spreekuur) *string { return (*string)(&s.Telefoon) },
		"reden":     func(s *catalog.Spreekuur) *string { return &s.Schedule.Exceptions[0].Reason },
		"onderwerp": func(s *catalog.Spreekuur) *string { return &s.Onderwerpen[0].Naam },
		"partner":   func(s *catalog.Spreekuur) *string { return &s.Partners[0].NaamInUitingen },
		"plein":     func(s *catalog.Spreekuur) *string { return &s.Plein.Naam },
		"gebouw":    func(s *catalog.Spreekuur) *string { return &s.Plein.Locatie },
	} {
		c := site(t, small)
		for _, s := range c.Spreekuren {
			if s.Slug == "brieven" {
				*field(s) = attack
			}
		}
		text := render(t, c, "pleinen/dorpsplein/spreekuren.ics")
		checkLines(t, strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n"))
		cal, err := ical.NewDecoder(strings.NewReader(text)).Decode()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, e := range cal.Events() {
			if len(e.Children) > 0 {
				t.Errorf("%s: an alarm got in", name)
			}
		}
		if !strings.Contains(strings.ReplaceAll(text, "\r\n ", ""), `\nBEGIN:VALARM\nATTACH\;X=1`) {
			t.Errorf("%s: the text did not come through", name)
		}
	}
}

// uids gives the UID of each event in the calendar of a plein, with its begin.
func uids(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	found := map[string]string{}
	cal, err := ical.NewDecoder(strings.NewReader(render(t, site(t, with(files)), "pleinen/dorpsplein/spreekuren.ics"))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range cal.Events() {
		uid := value(e, "UID")
		if found[uid] != "" {
			t.Errorf("two events have the UID %s", uid)
		}
		found[uid] = value(e, "DTSTART")
	}
	return found
}

// TestUIDStays wants the events that someone has to keep their UIDs when something
// else changes, their hours and their rhythm among it: what keeps its UID changes,
// and what does not is there twice.
func TestUIDStays(t *testing.T) {
	const when = "dag = \"elke dinsdag\"\ntijd = \"10.00 tot 12.00 uur\"\n"
	brieven := small["spreekuren/brieven.md"]
	if !strings.Contains(brieven, when) {
		t.Fatal("the spreekuur is not as this test knows it")
	}
	at := func(dag, tijd string) string { return fmt.Sprintf("dag = %q\ntijd = %q\n", dag, tijd) }
	blocks := func(list ...string) map[string]string {
		text := strings.Replace(strings.Replace(brieven, when, "", 1), "inloop", "# inloop", 1)
		return map[string]string{"spreekuren/brieven.md": strings.Replace(text, "[[afwijkend]]", "[[tijden]]\n"+strings.Join(list, "[[tijden]]\n")+"\n[[afwijkend]]", 1)}
	}
	replaced := func(file, old, by string) map[string]string {
		if !strings.Contains(small[file], old) {
			t.Fatalf("%s has no %q", file, old)
		}
		return map[string]string{file: strings.Replace(small[file], old, by, 1)}
	}
	before := uids(t, nil)
	for name, files := range map[string]map[string]string{
		"other hours":                  blocks(at("elke dinsdag", "13.30 tot 15.00 uur")),
		"another rhythm":               blocks(at("1e dinsdag van de maand", "10.00 tot 12.00 uur")),
		"a day more":                   blocks(at("dinsdag en vrijdag", "10.00 tot 12.00 uur")),
		"a stretch more":               blocks(at("elke dinsdag", "10.00 tot 12.00 uur en 13.00 tot 15.00 uur")),
		"a slot before it":             blocks(at("vrijdag", "9.00 tot 10.00 uur"), at("elke dinsdag", "10.00 tot 12.00 uur")),
		"an earlier slot on that day":  blocks(at("elke dinsdag", "8.00 tot 9.00 uur"), at("elke dinsdag", "10.00 tot 12.00 uur")),
		"a later end":                  replaced("spreekuren/brieven.md", "tot 12.00", "tot 12.30"),
		"a move":                       {"pleinen/dorpsplein.toml": small["pleinen/dorpsplein.toml"] + "[[verhuizing]]\nvanaf = \"2027-10-01\"\nadres = \"Verweg 9\"\npostcode = \"5175 CC\"\nplaats = \"Dorp\"\n"},
		"a new name":                   replaced("spreekuren/brieven.md", "formulieren; en meer", "post"),
		"a new host":                   replaced("site.toml", `adres = "https://pleinen.example"`, `adres = "https://www.pleinen.example"`),
		"other hours on a date":        replaced("spreekuren/brieven.md", `tijd = "13.00`, `tijd = "12.30`),
		"a date that is cancelled now": replaced("spreekuren/brieven.md", `tijd = "13.00 tot 15.00 uur"`, "vervalt = true"),
	} {
		after := uids(t, files)
		for uid := range before {
			if _, ok := after[uid]; !ok && !(name == "another rhythm" && strings.Contains(uid, "-tu-")) {
				t.Errorf("%s: the UID %s is gone", name, uid)
			}
		}
	}
}

// TestDescriptionOfDate wants no walk-in window and no "come in" on a date that
// has other hours, or none.
func TestDescriptionOfDate(t *testing.T) {
	c := site(t, small)
	for _, s := range c.Spreekuren {
		if s.Slug != "brieven" {
			continue
		}
		for o := range s.Between(c.Today, c.Today.Add(30)) {
			text := descriptionOn(c, o)
			if strings.Contains(text, "binnenlopen") != (o.Span.Begin == 600 && o.Span.End >= 690 && !o.Cancelled()) {
				t.Errorf("%s at %s: %s", o.Date, o.Span, text)
			}
			if o.Cancelled() && strings.Contains(text, "afspraak") {
				t.Errorf("%s is cancelled: %s", o.Date, text)
			}
		}
	}
}
