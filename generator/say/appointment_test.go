package say_test

import (
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/layouts"
)

func TestWhenByAppointment(t *testing.T) {
	languages, err := i18n.Load(layouts.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ language, fields, when, under string }{
		{"nl", "telefoon = \"013 000 00 01\"", "op afspraak: bel 013 000 00 01", "Bel 013 000 00 01"},
		{"nl", "email = \"info@a.example\"\ntelefoon = \"013 000 00 01\"\nwebsite = \"https://a.example/x\"",
			"op afspraak: bel 013 000 00 01, mail info@a.example of ga naar https://a.example/x",
			"Bel 013 000 00 01, mail info@a.example of ga naar https://a.example/x"},
		{"nl", "telefoon = \"013 000 00 01\"\nvanaf = \"2027-01-04\"", "op afspraak, vanaf 4 januari 2027: bel 013 000 00 01",
			"Op afspraak, vanaf 4 januari 2027: bel 013 000 00 01"},
		{"en", "email = \"info@a.example\"\ntelefoon = \"013 000 00 01\"", "by appointment: call 013 000 00 01 or email info@a.example",
			"Call 013 000 00 01 or email info@a.example"},
		{"ar", "telefoon = \"013 000 00 01\"", "بموعد مسبق: هاتف \u2066013 000 00 01\u2069", "هاتف \u2066013 000 00 01\u2069"},
	} {
		fsys := fstest.MapFS{}
		for name, text := range files {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		fsys["spreekuren/x.toml"] = &fstest.MapFile{Data: []byte("titel = \"Brieven\"\nplein = \"a\"\npartner = \"a\"\nin_een_zin = \"Zin.\"\ntekst = \"Tekst.\"\ndag = \"op afspraak\"\n" + test.fields + "\n")}
		records, problems, err := contentfs.Read(fsys)
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		c, _ := catalog.Resolve(records, catalog.Options{Now: time.Date(2026, 11, 28, 12, 0, 0, 0, schedule.Amsterdam)})
		v := say.In(languages[test.language], c)
		for _, s := range c.Spreekuren {
			if s.Slug != "x" {
				continue
			}
			if got := v.When(s); got != test.when {
				t.Errorf("got %q, want %q", got, test.when)
			}
			if got := v.UnderAppointment(s); got != test.under {
				t.Errorf("under a heading: got %q, want %q", got, test.under)
			}
		}
	}
}
