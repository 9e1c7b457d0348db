package reading

import (
	"testing"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

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

// A statement of accessibility is about what was found, so it cannot be from a day to come.
func TestStatementFromTheFuture(t *testing.T) {
	file := func(statement, examined string) string {
		return "titel = 'X'\nadres = 'https://x.nl'\n[verklaring]\nstatus = 'B'\ndatum = '" + statement +
			"'\nreikwijdte = 'Alle paginas.'\nmelden = 'a@x.nl'\n[[verklaring.onderzoeken]]\nnaam = 'Een onderzoek'\ndatum = '" + examined +
			"'\n[[verklaring.problemen]]\nwat = 'De kaart.'\n"
	}
	for text, want := range map[string]int{
		file("2026-11-28", "2026-11-28"): 0,
		file("2026-11-29", "2026-11-28"): 1,
		file("2026-11-28", "2027-01-01"): 1,
		file("2026-11-29", "2027-01-01"): 2,
	} {
		doc, problem := frontmatter.Parse("site.toml", []byte(text))
		if problem != nil {
			t.Fatal(problem)
		}
		_, problems := ReadingOn(schedule.NewDate(2026, 11, 28)).Site(doc)
		if len(problems) != want {
			t.Errorf("%s\n%d problems, want %d: %v", text, len(problems), want, problems)
		}
	}
}
