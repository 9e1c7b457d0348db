package say_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/layouts"
)

var files = map[string]string{
	"site.toml":        "titel = \"P\"\nadres = \"https://p.example\"\n[[sluitingen]]\nvan = \"2026-12-25\"\ntot_en_met = \"2027-01-01\"\nreden = \"kerstvakantie\"\n",
	"onderwerpen.toml": "[geld]\nnaam = \"Geld\"\n",
	"partners/a.toml":  "naam = \"A\"\n",
	"pleinen/a.toml": `naam = "Plein A"
adres = "Weg 1"
locatie = "De Bieb"
postcode = "5175 AA"
plaats = "Dorp"
telefoon = "013 000 00 01"
[openingstijden]
dinsdag = "9.00-17.00"
donderdag = "9.00-17.00"
[[afwijkend]]
datum = "2026-12-29"
tijd = "11.00-16.00"
[[afwijkend]]
datum = "2026-12-10"
gesloten = true
`,
	"pleinen/b.toml": "naam = \"Plein B Stad\"\nadres = \"Markt 2\"\npostcode = \"5038 XX\"\nplaats = \"Stad\"\ntelefoon = \"013 000 00 02\"\n",
	"spreekuren/x.toml": `titel = "Brieven"
plein = "a"
partner = "a"
in_een_zin = "Zin."
tekst = "Tekst."
dag = "dinsdag en donderdag"
tijd = "10.00-12.00"
aanmelden = "mag"
telefoon = "013 000 00 03"
email = "info@a.example"
inloop = "10.00-11.00"
[[afwijkend]]
datum = "2026-12-01"
vervalt = true
[[afwijkend]]
datum = "2026-12-03"
tijd = "13.00-15.00"
reden = "de zaal is bezet"
[[afwijkend]]
datum = "2026-12-08"
plein = "b"
[[afwijkend]]
datum = "2026-12-15"
plein = "b"
tijd = "13.00-15.00"
[[afwijkend]]
datum = "2026-12-16"
tijd = "9.00-10.00"
`,
}

func site(t *testing.T) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	c, _ := catalog.Resolve(records, catalog.Options{Now: time.Date(2026, 11, 28, 12, 0, 0, 0, schedule.Amsterdam)})
	return c
}

// TestNews has each kind of change, said whole.
func TestNews(t *testing.T) {
	c := site(t)
	v := say.Dutch(c)
	var got []string
	for st := range c.Spreekuren[0].Different(c.Today.Add(40)) {
		got = append(got, v.News(st))
	}
	want := []string{
		"Dinsdag 1 december 2026, 10.00 tot 12.00 uur: Gaat niet door.",
		"Donderdag 3 december 2026, 13.00 tot 15.00 uur: Let op: andere tijd. De zaal is bezet.",
		"Dinsdag 8 december 2026, 10.00 tot 12.00 uur: Let op: andere plek. Bij Plein B Stad, Markt 2, Stad.",
		"Donderdag 10 december 2026, 10.00 tot 12.00 uur: Gaat niet door. Het plein is gesloten.",
		"Dinsdag 15 december 2026, 13.00 tot 15.00 uur: Let op: andere tijd en andere plek. Bij Plein B Stad, Markt 2, Stad.",
		"Woensdag 16 december 2026, 9.00 tot 10.00 uur: Extra spreekuur.",
		"Dinsdag 29 december 2026, 11.00 tot 12.00 uur: Let op: andere tijd. Het plein heeft andere openingstijden.",
		"Donderdag 31 december 2026, 10.00 tot 12.00 uur: Gaat niet door. Kerstvakantie.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestOpenDays tells a closing once, with the day on which it is open all the same.
func TestOpenDays(t *testing.T) {
	c := site(t)
	v := say.Dutch(c)
	var got []string
	for _, period := range c.Pleinen[0].OpenPeriods(c.Today, c.Today.Add(60)) {
		when, hours := v.OpenDays(period)
		got = append(got, strings.TrimSpace(when+": "+hours+" "+v.WhyOpen(period.Why).Text))
	}
	want := []string{
		"Donderdag 10 december 2026: gesloten",
		"Dinsdag 29 december 2026: 11.00 tot 16.00 uur",
		"Donderdag 31 december 2026 tot en met vrijdag 1 januari 2027: gesloten kerstvakantie",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestReasons has words for each cause, in each language; a spreekuur's own exception
// without a reason has none.
func TestReasons(t *testing.T) {
	languages, err := i18n.Load(layouts.Files)
	if err != nil {
		t.Fatal(err)
	}
	c := site(t)
	for code, l := range languages {
		v := say.In(l, c)
		for _, cause := range []schedule.Cause{schedule.PlaceClosed, schedule.PlaceHours, schedule.AllClosed, schedule.NoSchool} {
			if text := v.Reason(schedule.Reason{Cause: cause}); text.Text == "" || text.Foreign || strings.HasPrefix(text.Text, "reden-") {
				t.Errorf("%s: cause %d is %+v", code, cause, text)
			}
		}
		for holiday := range schedule.AllHolidays.All() {
			text := v.Reason(schedule.Reason{Cause: schedule.OnHoliday, Holidays: schedule.Holidays(holiday)})
			if text.Text == "" || strings.HasPrefix(text.Text, "feestdag-") {
				t.Errorf("%s: %s is %+v", code, holiday, text)
			}
		}
		if text := v.Reason(schedule.Reason{Cause: schedule.ByException}); text.Text != "" {
			t.Errorf("%s: a reason from nothing: %q", code, text.Text)
		}
		if text := v.Reason(schedule.Reason{Cause: schedule.ByException, Text: "ziek"}); text != (say.Text{Text: "ziek", Foreign: code != "nl"}) {
			t.Errorf("%s: %+v", code, text)
		}
		for kind := schedule.Extra; kind <= schedule.Cancelled; kind++ {
			if label := v.Label(kind); label == "" || strings.Contains(label, "-") && code != "tr" {
				t.Errorf("%s: kind %d is %q", code, kind, label)
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	c := site(t)
	a, b := c.Pleinen[0], c.Pleinen[1]
	x := c.Spreekuren[0]
	v := say.Dutch(c)
	for _, test := range [][2]string{
		{say.Address(a.Adres(c.Today)), "De Bieb, Weg 1, 5175 AA Dorp"},
		{say.Address(content.Adres{Straat: "Weg 1", Plaats: "Dorp"}), "Weg 1, Dorp"},
		{say.Street(a.Adres(c.Today)), "Weg 1, Dorp"},
		{say.Where(a, a.Adres(c.Today)), "Plein A, Dorp"},
		{say.Where(b, b.Adres(c.Today)), "Plein B Stad"},
		{v.Appointment(x), "U mag een afspraak maken. Zonder afspraak kan ook."},
		{v.WalkIn(x), "Zonder afspraak kunt u binnenlopen van 10.00 tot 11.00 uur."},
		{v.Contact(x), "Bel 013 000 00 03. Mail info@a.example."},
		{v.Costs("gratis").Text, "Gratis"},
		{v.Costs("2 euro").Text, "2 euro"},
	} {
		if test[0] != test[1] {
			t.Errorf("got %q, want %q", test[0], test[1])
		}
	}
}

func TestStopped(t *testing.T) {
	for in, want := range map[string]string{"": "", "a": "a.", "a.": "a.", "a?": "a?", " a ": "a.", "كم؟": "كم؟"} {
		if got := say.Stopped(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := say.Join("a.", "", "b."); got != "a. b." {
		t.Errorf("%q", got)
	}
}
