package content

import (
	"testing"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

func TestHolidaysOfTheSite(t *testing.T) {
	yes, no := true, false
	f := Feestdagen{Carnaval: &yes, Koningsdag: &no}
	want := schedule.DefaultHolidays | schedule.Holidays(schedule.Carnaval)&^schedule.Holidays(schedule.Koningsdag)
	want &^= schedule.Holidays(schedule.Koningsdag)
	if got := f.Closed(); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got := (Feestdagen{}).Closed(); got != schedule.DefaultHolidays {
		t.Errorf("without a choice: %v", got)
	}
}

// The links on the pages begin with the path of the site, so that has one form.
func TestSiteAddress(t *testing.T) {
	for line, wrong := range map[string]bool{
		"adres = 'https://x.nl'": false, "adres = 'https://x.nl/'": false, "adres = 'https://x.nl/a/b/'": false, "adres = 'https://x.nl/a..b'": false,
		"adres = 'https://x.nl//evil.nl'": true, "adres = 'https://x.nl/a/../..'": true, "adres = 'https://x.nl/./a'": true, "adres = 'https://x.nl/%2e%2e/a'": true,
		"adres = 'https://x.nl/a//b'": true, "adres = 'https://x.nl/%2fevil.nl'": true, "adres = 'https://x.nl/%5cevil.nl'": true,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = '//evil.nl'":            true,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = '/\\evil.nl'":           true,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = 'https://127.1/'":       true,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = 'https://voorbeeld.nl'": false,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = '/pleinen/'":            false,
	} {
		doc, problem := frontmatter.Parse("site.toml", []byte("titel = 'X'\n"+line+"\n"))
		if problem != nil {
			t.Fatal(problem)
		}
		_, problems := undated.Site(doc)
		if problems.HasErrors() != wrong {
			t.Errorf("%s: %v", line, problems)
		}
	}
}
