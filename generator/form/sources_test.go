package form_test

import (
	"net/url"
	"testing"

	"pleinwijzer/generator/edit"
)

// TestSources changes one source and adds another, whose name comes from its title. What it
// names is of another directory, so no list of ours is offered.
func TestSources(t *testing.T) {
	before := newFile(t, "bronnen.toml", []byte("# de regio\n[noord] # sinds 2026\ntitel = \"Noord\"\nadres = \"https://noord.example/feeds/v1/\"\nlicentie = \"CC0-1.0\"\n"))
	for l := range leaves(before.read(t)) {
		switch l.Name {
		case "bronnen.0.pleinen":
			if l.Widget != edit.Lines {
				t.Errorf("pleinen is a %s", l.Widget)
			}
		case "bronnen.0.soort":
			if l.Widget != edit.Choice {
				t.Errorf("soort is a %s", l.Widget)
			}
		}
	}
	after := before.change(t, url.Values{
		"bronnen":                         {"0", "n1"},
		"bronnen.0.licentie":              {"CC-BY-4.0"},
		"bronnen.0.zelfde_als":            {"n2"},
		"bronnen.0.zelfde_als.n2.partner": {"taalhuis"},
		"bronnen.0.zelfde_als.n2.als":     {"taalhuis-regio"},
		"bronnen.n1.titel":                {"Pleinwijzer Zuid"},
		"bronnen.n1.adres":                {"https://zuid.example/feeds/v1/"},
		"bronnen.n1.licentie":             {"CC0-1.0"},
		"bronnen.n1.pleinen":              {"markt\r\nkerk"},
		"bronnen.n1.voorrang":             {"5"},
		"bronnen.n1.vanaf":                {"2027-01-04"},
	})
	const want = `# de regio
[noord] # sinds 2026
titel = "Noord"
adres = "https://noord.example/feeds/v1/"
licentie = "CC-BY-4.0"

[[noord.zelfde_als]]
partner = "taalhuis"
als = "taalhuis-regio"

[pleinwijzer-zuid]
titel = "Pleinwijzer Zuid"
adres = "https://zuid.example/feeds/v1/"
licentie = "CC0-1.0"
vanaf = "2027-01-04"
pleinen = ["markt", "kerk"]
voorrang = 5
`
	if string(after.data) != want {
		t.Errorf("got\n%s", after.data)
	}
}
