package generator_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed/atom"
)

// TestFederatedData reads what the site of a region says to programs about the records of
// other directories: whose they are, what one may do with them, and where they belong.
func TestFederatedData(t *testing.T) {
	t.Parallel()
	files := regionWorld(t, map[string]string{
		"berichten/eigen.md": "+++\ntitel = \"Wij zijn open\"\ndatum = \"2026-11-20\"\npleinen = [\"markt\"]\nin_een_zin = \"Kom langs.\"\n+++\n",
	})
	t.Run("atom", func(t *testing.T) { federatedAtom(t, files) })
	t.Run("trail", func(t *testing.T) { federatedTrail(t, files) })
}

// regionLicences are those of the sources of the region, by the titles of these.
var regionLicences = map[string]string{
	"Pleinwijzer Noord": "CC0-1.0", "De stille bibliotheek": "CC0-1.0", "De korte bibliotheek": "CC0-1.0",
	"Sociale kaart van de gemeente Oud-Gastelbergschenhoek": "CC-BY-4.0",
}

// elsewhere matches the addresses of pages of other directories.
var elsewhere = regexp.MustCompile(`^https://regio\.example/mb/(?:noord|oud|stil|kort)/`)

func federatedAtom(t *testing.T, files map[string][]byte) {
	seen := map[bool]int{}
	for name, data := range files {
		if !strings.HasSuffix(name, ".atom") {
			continue
		}
		f, err := new(atom.Parser).Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(name, err)
		}
		for _, e := range f.Entries {
			links := map[string]string{}
			for _, l := range e.Links {
				links[l.Rel] = l.Href
			}
			theirs := elsewhere.MatchString(links["alternate"])
			seen[theirs]++
			if !theirs {
				if e.Source != nil || e.Rights != "" || links["via"] != "" {
					t.Errorf("%s: %s is ours, and is from %v, %q", name, e.Title, e.Source, e.Rights)
				}
				continue
			}
			if e.Source == nil || e.Source.ID == "" || e.Source.Updated == "" || len(e.Source.Authors) != 1 || e.Source.Authors[0].Name != e.Source.Title ||
				regionLicences[e.Source.Title] == "" || e.Rights != regionLicences[e.Source.Title] || links["via"] == "" ||
				!strings.HasPrefix(links["via"], strings.TrimSuffix(e.Source.ID, "feeds/v1/")) {
				t.Errorf("%s: %s is from %+v, %q, %v", name, e.Title, e.Source, e.Rights, links)
			}
		}
	}
	if seen[true] < 3 || seen[false] < 1 {
		t.Errorf("looked at %v entries", seen)
	}
}

// federatedTrail wants the pages of a source below the lists of the site.
func federatedTrail(t *testing.T, files map[string][]byte) {
	const home = "https://regio.example/mb"
	for page, want := range map[string][]string{
		"spreekuren/lezen-markt":       {home + "/", home + "/spreekuren/", home + "/spreekuren/lezen-markt/"},
		"noord/spreekuren/schuld-kerk": {home + "/", home + "/spreekuren/", home + "/noord/spreekuren/schuld-kerk/"},
		"noord/pleinen/kerk":           {home + "/", home + "/pleinen/", home + "/noord/pleinen/kerk/"},
		"noord/partners/raad":          {home + "/", home + "/partners/", home + "/noord/partners/raad/"},
		"noord/berichten/nieuw":        {home + "/", home + "/berichten/", home + "/noord/berichten/nieuw/"},
		"ar/noord/agenda/open-dag":     {home + "/ar/", home + "/ar/agenda/", home + "/ar/noord/agenda/open-dag/"},
	} {
		found := blocksOf(t, page, files[page+"/index.html"])
		if len(found) != 1 {
			t.Errorf("%s has %d blocks of linked data", page, len(found))
			continue
		}
		var data struct {
			Graph []struct {
				Breadcrumb struct {
					ItemListElement []struct{ Item string }
				}
			} `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(found[0]), &data); err != nil {
			t.Fatal(page, err)
		}
		var trail []string
		for _, item := range data.Graph[0].Breadcrumb.ItemListElement {
			trail = append(trail, item.Item)
		}
		if !slices.Equal(trail, want) {
			t.Errorf("%s: %q, want %q", page, trail, want)
		}
	}
}
