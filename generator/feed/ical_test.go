package feed

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	ical "github.com/emersion/go-ical"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

func lines(t *testing.T, write func(*icalWriter)) []string {
	t.Helper()
	var b bytes.Buffer
	write(&icalWriter{w: &b})
	text, ok := strings.CutSuffix(b.String(), "\r\n")
	if !ok {
		t.Fatalf("no CRLF at the end: %q", b.String())
	}
	return strings.Split(text, "\r\n")
}

// checkLines wants lines that fit, whole characters, and no line break but CRLF.
func checkLines(t *testing.T, lines []string) {
	t.Helper()
	for _, line := range lines {
		switch {
		case len(line) > icalLine:
			t.Errorf("%d octets: %q", len(line), line)
		case !utf8.ValidString(line):
			t.Errorf("a character is cut in two: %q", line)
		case strings.ContainsFunc(line, unicode.IsControl):
			t.Errorf("a control character: %q", line)
		}
	}
}

func TestFold(t *testing.T) {
	random := rand.New(rand.NewPCG(5545, 1))
	letters := []rune("aé€😀 ,;\\\n:\"ح")
	for range 2000 {
		text := make([]rune, random.IntN(300))
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
		}
		got := lines(t, func(w *icalWriter) { w.text("SUMMARY", string(text)) })
		checkLines(t, got)
		unfolded := "SUMMARY:" + strings.NewReplacer("\\", "\\\\", ";", "\\;", ",", "\\,", "\n", "\\n").Replace(string(text))
		if whole := strings.Join(got, "\r\n"); strings.ReplaceAll(whole, "\r\n ", "") != unfolded {
			t.Fatalf("%q does not unfold to %q", whole, unfolded)
		}
	}
}

func TestFoldBoundary(t *testing.T) {
	for size := 60; size < 160; size++ {
		for _, tail := range []string{"", "é", "€", "😀"} {
			value := strings.Repeat("x", size) + tail
			got := lines(t, func(w *icalWriter) { w.raw("URL", value) })
			checkLines(t, got)
			if len("URL:"+value) <= icalLine && len(got) != 1 {
				t.Errorf("%d octets fit, but were folded", len("URL:"+value))
			}
		}
	}
}

func TestText(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"a;b,c\\d", `a\;b\,c\\d`},
		{"a\nb", `a\nb`},
		{"a\r\nb\rc", `a\nb\nc`},
		{"a\u2028b\u2029c\u0085d", `a\nb\nc\nd`},
		{"a\tb", "a b"},
		{"a\x00b\x1bc\x7fd", "abcd"},
		{"half \xe2\x82", "half \ufffd\ufffd"},
	} {
		if got := string(appendText(nil, tt.in)); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestLocal(t *testing.T) {
	for _, tt := range []struct {
		clock schedule.Clock
		want  string
	}{
		{0, "20261231T000000"}, {570, "20261231T093000"}, {1440, "20270101T000000"},
	} {
		if got := local(schedule.NewDate(2026, 12, 31), tt.clock); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.clock, got, tt.want)
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

// uids gives the UID of each series in a calendar.
func uids(t *testing.T, files map[string]string) map[string]bool {
	t.Helper()
	text := render(t, site(t, with(files)), "pleinen/dorpsplein/spreekuren.ics")
	found := map[string]bool{}
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n ", ""), "\r\n") {
		if uid, ok := strings.CutPrefix(line, "UID:"); ok {
			found[uid] = true
		}
	}
	return found
}

// TestUIDStays wants the series that someone subscribed to to keep their UIDs
// when something else changes.
func TestUIDStays(t *testing.T) {
	const table = "[[tijden]]\ndag = \"vrijdag\"\ntijd = \"9.00 tot 10.00 uur\"\n[[tijden]]\ndag = \"elke dinsdag\"\ntijd = \"10.00 tot 12.00 uur\"\n\n[[afwijkend]]"
	brieven := strings.Replace(small["spreekuren/brieven.md"], "dag = \"elke dinsdag\"\ntijd = \"10.00 tot 12.00 uur\"\n", "", 1)
	before := uids(t, nil)
	for name, files := range map[string]map[string]string{
		"a slot more": {"spreekuren/brieven.md": strings.Replace(brieven, "[[afwijkend]]", table, 1)},
		"a later end": {"spreekuren/brieven.md": strings.Replace(small["spreekuren/brieven.md"], "tot 12.00", "tot 12.30", 1)},
		"a move":      {"pleinen/dorpsplein.toml": small["pleinen/dorpsplein.toml"] + "[[verhuizing]]\nvanaf = \"2027-10-01\"\nadres = \"Verweg 9\"\npostcode = \"5175 CC\"\nplaats = \"Dorp\"\n"},
		"a new name":  {"spreekuren/brieven.md": strings.Replace(small["spreekuren/brieven.md"], "formulieren; en meer", "post", 1)},
		"a new host":  {"site.toml": strings.Replace(small["site.toml"], `adres = "https://pleinen.example"`, `adres = "https://www.pleinen.example"`, 1)},
	} {
		after := uids(t, files)
		for uid := range before {
			if !after[uid] {
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
