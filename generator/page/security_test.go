package page

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

// TestSecurityText wants security.txt as RFC 9116 has it where an address for it is
// given, and no such file where not.
func TestSecurityText(t *testing.T) {
	for line, want := range map[string]string{
		"beveiliging = 'meld+dit@x.example'":       "Contact: mailto:meld+dit@x.example",
		"beveiliging = 'https://x.example/melden'": "Contact: https://x.example/melden",
		"": "",
	} {
		records, problems, err := contentfs.Read(fstest.MapFS{"site.toml": {Data: []byte("titel = 'X'\nadres = 'https://x.example'\n" + line)}})
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		c, _ := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon})
		files := filesOf(t, c)
		if want == "" {
			if slices.ContainsFunc(files, func(f publish.File) bool { return f.Path == ".well-known/security.txt" }) {
				t.Error("security.txt without an address")
			}
			continue
		}
		want += "\nExpires: 2027-10-01T00:00:00Z\nPreferred-Languages: nl, en\nCanonical: https://x.example/.well-known/security.txt\n"
		if got := string(pagetest.Rendered(t, files, ".well-known/security.txt")); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	}
	records, _, err := contentfs.Read(fstest.MapFS{"site.toml": {Data: []byte("titel = 'X'\nadres = 'https://x.example/pleinen'\nbeveiliging = 'a@x.example'")}})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon})
	if got := string(pagetest.Rendered(t, filesOf(t, c), ".well-known/security.txt")); !strings.Contains(got, "\nCanonical: https://x.example/.well-known/security.txt\nCanonical: https://x.example/pleinen/.well-known/security.txt\n") {
		t.Errorf("in a folder: %s", got)
	}
}
