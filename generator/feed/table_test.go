package feed

import (
	"slices"
	"strings"
	"testing"
)

// TestTable wants the table to be true: each feed says what it is for, and makes
// the files at the addresses that it names and no others.
func TestTable(t *testing.T) {
	c := site(t, small)
	made := map[string]bool{}
	for _, f := range Files(c) {
		if made["/"+f.Path] {
			t.Errorf("%s is there twice", f.Path)
		}
		made["/"+f.Path] = true
	}
	for _, f := range feeds {
		if f.Title == "" || !strings.HasSuffix(f.For, ".") || f.Type == "" || f.write != nil && f.list != nil {
			t.Errorf("%q is not whole", f.Title)
		}
		expect := func(address string) {
			if !made[address] {
				t.Errorf("%q: there is no %s", f.Title, address)
			}
			delete(made, address)
		}
		if f.Whole != "" {
			expect(f.Whole)
		}
		if schema := f.Schema(); schema != "" {
			expect(schema)
		}
		for _, page := range pages(c) {
			if slices.Contains(f.Beside, page.folder()) {
				expect(page.page + f.Name)
			}
		}
		if slices.Contains(f.Beside, "agenda") {
			for _, a := range c.Agenda {
				expect(a.Page() + f.Name)
			}
		}
		if slices.Contains(f.Beside, "spreekuren") {
			for _, s := range c.Spreekuren {
				expect(s.Page() + f.Name)
			}
		}
	}
	for address := range made {
		t.Errorf("%s is of no feed in the table", address)
	}
}

// TestFor wants links to feeds that are there, on every page. A name without a
// slash stands beside the page. Other feeds may join these.
func TestFor(t *testing.T) {
	made := map[string]bool{}
	for _, f := range Files(site(t, small)) {
		made["/"+f.Path] = true
	}
	for page, want := range map[string]string{
		"/":                         "/feeds/v1/spreekuren.json /feeds/v1/pleinen.json /feeds/v1/partners.json /feeds/v1/agenda.json /feeds/v1/berichten.json",
		"/zoeken/":                  "/feeds/v1/spreekuren.json",
		"/agenda/":                  "/feeds/v1/agenda.json",
		"/berichten/":               "/feeds/v1/berichten.json",
		"/pleinen/":                 "/feeds/v1/pleinen.json",
		"/pleinen/dorpsplein/":      "spreekuren.json pleinen.json partners.json agenda.json berichten.json spreekuren.ics",
		"/partners/taalhuis/":       "spreekuren.json pleinen.json agenda.json berichten.json spreekuren.ics",
		"/onderwerpen/geld/":        "spreekuren.json spreekuren.ics",
		"/plaatsen/loon-op-zand/":   "spreekuren.json pleinen.json partners.json agenda.json berichten.json spreekuren.ics",
		"/over-deze-site/":          "/feeds/v1/spreekuren.json",
		"/dagen/dinsdag/":           "/feeds/v1/spreekuren.json",
		"/berichten/nieuw-bericht/": "/feeds/v1/spreekuren.json",
	} {
		var got []string
		for _, link := range For(page) {
			if !made[link.Path] || link.Title == "" || link.Type == "" {
				t.Errorf("%s: the link %+v leads nowhere or lacks something", page, link)
			}
			got = append(got, link.Path)
		}
		for _, address := range strings.Fields(want) {
			if !strings.HasPrefix(address, "/") {
				address = page + address
			}
			if !slices.Contains(got, address) {
				t.Errorf("%s: no link to %s, only %q", page, address, got)
			}
		}
	}
}

// TestSelections wants each page's feed to hold what belongs to it, by slug.
func TestSelections(t *testing.T) {
	c := site(t, small)
	for path, want := range map[string]string{
		"feeds/v1/pleinen.json":                  "dorpsplein elders proef",
		"pleinen/elders/pleinen.json":            "elders",
		"partners/taalhuis/pleinen.json":         "dorpsplein",
		"partners/bieb/pleinen.json":             "dorpsplein elders",
		"plaatsen/sprang-capelle/pleinen.json":   "elders proef",
		"feeds/v1/partners.json":                 "bieb taalhuis",
		"pleinen/elders/partners.json":           "bieb",
		"pleinen/proef/partners.json":            "",
		"plaatsen/loon-op-zand/partners.json":    "bieb taalhuis",
		"plaatsen/sprang-capelle/partners.json":  "bieb",
		"feeds/v1/agenda.json":                   "elders markt geweest", // soonest first, then the past; not that of years ago
		"pleinen/dorpsplein/agenda.json":         "markt",
		"pleinen/elders/agenda.json":             "geweest",
		"partners/bieb/agenda.json":              "elders",
		"plaatsen/sprang-capelle/agenda.json":    "elders geweest",
		"plaatsen/loon-op-zand/agenda.json":      "markt",
		"feeds/v1/berichten.json":                "dicht brieven-vol", // the newest first
		"pleinen/dorpsplein/berichten.json":      "dicht brieven-vol", // the second is about a spreekuur there
		"pleinen/elders/berichten.json":          "",
		"partners/taalhuis/berichten.json":       "brieven-vol",
		"partners/bieb/berichten.json":           "brieven-vol",
		"plaatsen/loon-op-zand/berichten.json":   "dicht brieven-vol",
		"plaatsen/sprang-capelle/berichten.json": "",
		"onderwerpen/geld/spreekuren.json":       "brieven",
	} {
		key := strings.TrimSuffix(path[strings.LastIndexByte(path, '/')+1:], ".json")
		var got []string
		for _, record := range decode(t, render(t, c, path))[key].([]any) {
			got = append(got, record.(map[string]any)["slug"].(string))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s holds %q, want %q", path, got, want)
		}
	}
}

// TestAddressOverTime follows a plein through a temporary move and a lasting one.
func TestAddressOverTime(t *testing.T) {
	c := site(t, with(map[string]string{"pleinen/proef.toml": small["pleinen/proef.toml"] + `
[[verhuizing]]
vanaf = "2027-06-01"
adres = "Nieuw 9"
postcode = "5161 CC"
plaats = "Sprang-Capelle"
reden = "Het nieuwe huis is klaar."
`}))
	plein := decode(t, render(t, c, "pleinen/proef/pleinen.json"))["pleinen"].([]any)[0].(map[string]any)
	var got []string
	for _, item := range plein["verhuizingen"].([]any) {
		move := item.(map[string]any)
		reason, _ := move["reden"].(string)
		got = append(got, move["vanaf"].(string)+" "+move["adres"].(string)+" "+reason)
	}
	want := []string{"2027-01-01 Dorp 8 ", "2027-06-01 Nieuw 9 Het nieuwe huis is klaar."}
	if plein["adres"] != "Tent 1" || !slices.Equal(got, want) {
		t.Errorf("today at %v, then %q, want Tent 1, then %q", plein["adres"], got, want)
	}
}
