package page

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
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
		records, problems, err := content.Read(fstest.MapFS{"site.toml": {Data: []byte("titel = 'X'\nadres = 'https://x.example'\n" + line)}})
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		c, _ := catalog.Resolve(records, catalog.Options{Now: noon})
		files := filesOf(t, c)
		if want == "" {
			if slices.ContainsFunc(files, func(f publish.File) bool { return f.Path == securityFile }) {
				t.Error("security.txt without an address")
			}
			continue
		}
		want += "\nExpires: 2027-10-01T00:00:00Z\nPreferred-Languages: nl, en\nCanonical: https://x.example/.well-known/security.txt\n"
		if got := string(rendered(t, files, securityFile)); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	}
	records, _, err := content.Read(fstest.MapFS{"site.toml": {Data: []byte("titel = 'X'\nadres = 'https://x.example/pleinen'\nbeveiliging = 'a@x.example'")}})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := catalog.Resolve(records, catalog.Options{Now: noon})
	if got := string(rendered(t, filesOf(t, c), securityFile)); !strings.Contains(got, "\nCanonical: https://x.example/.well-known/security.txt\nCanonical: https://x.example/pleinen/.well-known/security.txt\n") {
		t.Errorf("in a folder: %s", got)
	}
	for _, now := range []time.Time{noon, time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2028, 2, 29, 23, 0, 0, 0, time.UTC)} {
		if until := expiry(now); !until.After(now.AddDate(0, 9, 0)) || !until.Before(now.AddDate(1, 0, 0)) {
			t.Errorf("on %s it expires on %s", now, until)
		}
	}
}
