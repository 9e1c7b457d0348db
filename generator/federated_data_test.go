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
	t.Run("dcat", func(t *testing.T) { federatedPortal(t, files["feeds/dcat.jsonld"]) })
	t.Run("hsds", func(t *testing.T) { federatedServices(t, files) })
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
			if e.Source == nil || e.Source.ID == "" || e.Source.Updated == "" ||
				len(e.Source.Authors) != 1 || e.Source.Authors[0].Name != e.Source.Title ||
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

// federatedPortal wants a data set to name those who keep it, and no licence for all of it
// that is not that of each record.
func federatedPortal(t *testing.T, text []byte) {
	type named struct {
		ID          string `json:"@id"`
		Name        value  `json:"foaf:name"`
		Description value  `json:"dct:description"`
	}
	var catalogue struct {
		Licence  named `json:"dct:license"`
		Datasets []struct {
			ID            string  `json:"@id"`
			Description   value   `json:"dct:description"`
			Creators      []named `json:"dct:creator"`
			Distributions []struct {
				Licence named `json:"dct:license"`
			} `json:"dcat:distribution"`
		} `json:"dcat:dataset"`
	}
	if err := json.Unmarshal(text, &catalogue); err != nil {
		t.Fatal(err)
	}
	const cc0 = "http://publications.europa.eu/resource/authority/licence/CC0"
	if catalogue.Licence.ID != cc0 {
		t.Errorf("the description itself is under %s", catalogue.Licence.ID)
	}
	noord := named{ID: "https://noord.example/hulp/#uitgever", Name: value{"Pleinwijzer Noord"}}
	for _, set := range catalogue.Datasets {
		_, name, _ := strings.Cut(set.ID, "#")
		if name == "agenda" {
			if len(set.Creators) != 1 || set.Creators[0] != noord {
				t.Errorf("%s is kept by %v", name, set.Creators)
			}
		} else if len(set.Creators) < 4 || !slices.Contains(set.Creators, noord) || set.Creators[0].Name.Value != "De regio" {
			t.Errorf("%s is kept by %v", name, set.Creators)
		}
		if !strings.Contains(set.Description.Value, "Pleinwijzer Noord (CC0-1.0)") {
			t.Errorf("%s is described as %s", name, set.Description.Value)
		}
		for _, file := range set.Distributions {
			mixed := strings.HasSuffix(file.Licence.ID, "/feeds/dcat.jsonld#licentie-"+name) &&
				strings.Contains(file.Licence.Description.Value, "Oud-Gastelbergschenhoek (CC-BY-4.0)")
			if one := file.Licence.ID == cc0; one != (name == "agenda") || mixed == one {
				t.Errorf("a file of %s is under %+v", name, file.Licence)
			}
		}
	}
}

// federatedServices wants each service, organization and location of another directory to
// name it, in every file, and ours not to.
func federatedServices(t *testing.T, files map[string][]byte) {
	type record struct {
		ID, Name, URL string
		AssurerEmail  string `json:"assurer_email"`
		Attributes    []struct {
			ID, Label, Value string
			Link             string `json:"link_id"`
			Kind             string `json:"link_type"`
			Term             string `json:"taxonomy_term_id"`
		}
	}
	sources := map[string]string{ // the source of the records of each name
		"Beter lezen": "", "Taalhuis Regio": "", "Plein Markt": "",
		"Hulp bij schulden": "Pleinwijzer Noord", "Sociaal raadslieden": "Pleinwijzer Noord", "Plein Kerk": "Pleinwijzer Noord",
		"Hulp bij uw huishoudboekje": "Sociale kaart van de gemeente Oud-Gastelbergschenhoek",
		"Plein Haven":                "Sociale kaart van de gemeente Oud-Gastelbergschenhoek",
	}
	looked := map[string]int{}
	check := func(file string, r record) {
		want, known := sources[r.Name]
		if !known {
			return
		}
		looked[r.Name]++
		var source, page, licence string
		for _, a := range r.Attributes {
			if a.Kind != "source" && a.Kind != "licence" {
				continue
			}
			if a.Link != r.ID || files["hsds/taxonomy_terms/"+a.Term+".json"] == nil {
				t.Errorf("%s: %s: %+v leads nowhere", file, r.Name, a)
			}
			if a.Kind == "source" {
				source, page = a.Label, a.Value
			} else {
				licence = a.Value
			}
		}
		if source != want || licence != regionLicences[want] || (want != "") != strings.HasPrefix(page, "https://") ||
			want != "" && r.AssurerEmail != "" {
			t.Errorf("%s: %s is from %q, %q, under %q", file, r.Name, source, page, licence)
		}
	}
	var visit func(file string, value any)
	visit = func(file string, value any) {
		switch value := value.(type) {
		case map[string]any:
			text, _ := json.Marshal(value)
			var r record
			if json.Unmarshal(text, &r) == nil && r.ID != "" && value["link_id"] == nil {
				check(file, r)
			}
			for _, inner := range value {
				visit(file, inner)
			}
		case []any:
			for _, inner := range value {
				visit(file, inner)
			}
		}
	}
	for name, data := range files {
		if strings.HasPrefix(name, "hsds/") {
			var value any
			if err := json.Unmarshal(data, &value); err != nil {
				t.Fatal(name, err)
			}
			visit(name, value)
		}
	}
	for name := range sources {
		if looked[name] < 2 {
			t.Errorf("%s is there %d times", name, looked[name])
		}
	}
}

// value is a text in JSON-LD.
type value struct {
	Value string `json:"@value"`
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
