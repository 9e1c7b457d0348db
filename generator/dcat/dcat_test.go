package dcat

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/goldentest"
	"pleinwijzer/generator/pagetest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	goldentest.Keep(t, *update, map[string]string{"dcat.jsonld": string(rendered(t, pagetest.Complete(t)))})
}

// bare is a site of which nothing is known but what must be, and some lines.
func bare(t *testing.T, more string) *catalog.Catalog {
	text := "-- site.toml --\ntitel = \"Kaal\"\nadres = \"https://kaal.example\"\n" + more
	return pagetest.Of(t, []byte(text), catalog.Options{Now: pagetest.Noon})
}

func rendered(t *testing.T, c *catalog.Catalog) []byte {
	t.Helper()
	var text bytes.Buffer
	if err := Files(c)[0].Render(&text); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

// A rule of DCAT-AP 3.0 with DCAT-AP-NL 3.0: how often a thing of a class has a property,
// and of which class each value is ("" for a literal, "@id" for any address).
type rule struct {
	class, property string
	least, most     int
	values          string
}

const many = 1 << 30

// rules are those of the shapes of both profiles for the classes that we use.
var rules = []rule{
	{"dcat:Catalog", "dct:title", 1, many, ""},
	{"dcat:Catalog", "dct:description", 1, many, ""},
	{"dcat:Catalog", "dct:publisher", 1, 1, "foaf:Agent"},
	{"dcat:Catalog", "dcat:contactPoint", 1, 1, "vcard:Kind"},
	{"dcat:Catalog", "dcat:dataset", 1, many, "dcat:Dataset"},
	{"dcat:Catalog", "dct:license", 0, 1, "dct:LicenseDocument"},
	{"dcat:Catalog", "foaf:homepage", 0, 1, "foaf:Document"},
	{"dcat:Catalog", "dct:language", 0, many, "dct:LinguisticSystem"},
	{"dcat:Catalog", "dct:modified", 0, 1, "xsd:dateTime"},
	{"dcat:Dataset", "dct:title", 1, many, ""},
	{"dcat:Dataset", "dct:description", 1, many, ""},
	{"dcat:Dataset", "dct:identifier", 1, 1, ""},
	{"dcat:Dataset", "dct:accessRights", 1, 1, "dct:RightsStatement"},
	{"dcat:Dataset", "dcat:contactPoint", 1, 1, "vcard:Kind"},
	{"dcat:Dataset", "dct:creator", 1, many, "foaf:Agent"},
	{"dcat:Dataset", "dct:publisher", 1, 1, "foaf:Agent"},
	{"dcat:Dataset", "dcat:theme", 1, many, "skos:Concept"},
	{"dcat:Dataset", "dct:language", 1, many, "dct:LinguisticSystem"},
	{"dcat:Dataset", "dcat:keyword", 0, many, ""},
	{"dcat:Dataset", "dct:accrualPeriodicity", 0, 1, "dct:Frequency"},
	{"dcat:Dataset", "dcat:landingPage", 0, many, "foaf:Document"},
	{"dcat:Dataset", "foaf:page", 0, many, "foaf:Document"},
	{"dcat:Dataset", "dct:modified", 0, 1, "xsd:dateTime"},
	{"dcat:Dataset", "dcat:distribution", 0, many, "dcat:Distribution"},
	{"dcat:Distribution", "dct:title", 0, many, ""},
	{"dcat:Distribution", "dcat:accessURL", 1, 1, "@id"},
	{"dcat:Distribution", "dcat:downloadURL", 0, 1, "@id"},
	{"dcat:Distribution", "dct:license", 1, 1, "dct:LicenseDocument"},
	{"dcat:Distribution", "dcat:mediaType", 0, 1, "dct:MediaType"},
	{"dcat:Distribution", "dct:format", 0, 1, "dct:MediaTypeOrExtent"},
	{"dcat:Distribution", "dct:language", 0, 1, "dct:LinguisticSystem"},
	{"dcat:Distribution", "dct:conformsTo", 0, many, "dct:Standard"},
	{"dcat:Distribution", "adms:status", 0, 1, "skos:Concept"},
	{"dcat:Distribution", "dcatap:availability", 0, 1, "skos:Concept"},
	{"dcat:Distribution", "dct:modified", 0, 1, "xsd:dateTime"},
	{"dct:LicenseDocument", "dct:title", 0, many, ""},
	{"dct:LicenseDocument", "dct:description", 0, many, ""},
	{"foaf:Agent", "foaf:name", 1, many, ""},
	{"vcard:Kind", "vcard:fn", 0, many, ""},
	{"vcard:Kind", "vcard:hasURL", 0, many, "@id"},
	{"vcard:Kind", "vcard:hasEmail", 0, many, "@id"},
	{"vcard:Kind", "vcard:hasTelephone", 0, many, "@id"},
}

// broken lists the rules that a thing and the things in it break. A property about which
// there is no rule breaks one: its rule is missing here.
func broken(node map[string]any) []string {
	var found []string
	class, _ := node["@type"].(string)
	for _, r := range rules {
		if r.class != class {
			continue
		}
		values := list(node[r.property])
		if len(values) < r.least || len(values) > r.most {
			found = append(found, fmt.Sprintf("%s: %d times %s", class, len(values), r.property))
		}
		for _, value := range values {
			if !fits(value, r.values) {
				found = append(found, fmt.Sprintf("%s: %s is %v, want a %s", class, r.property, value, r.values))
			}
		}
	}
	for property, value := range node {
		known := slices.ContainsFunc(rules, func(r rule) bool { return r.class == class && r.property == property })
		if prefix, _, ok := strings.Cut(property, ":"); ok && (!known || context[prefix] == "") {
			found = append(found, fmt.Sprintf("%s: no rule for %s", class, property))
		}
		for _, inner := range list(value) {
			if thing, ok := inner.(map[string]any); ok && property != "@context" {
				found = append(found, broken(thing)...)
			}
		}
	}
	return found
}

func list(value any) []any {
	switch value := value.(type) {
	case nil:
		return nil
	case []any:
		return value
	}
	return []any{value}
}

func fits(value any, class string) bool {
	object, isObject := value.(map[string]any)
	id, _ := object["@id"].(string)
	address, err := url.Parse(id)
	switch class {
	case "":
		text, isText := value.(string)
		if isObject {
			text, isText = object["@value"].(string)
		}
		return isText && text != ""
	case "xsd:dateTime":
		return object["@type"] == class
	case "@id":
		return err == nil && address.IsAbs()
	}
	return object["@type"] == class && err == nil && address.IsAbs()
}

func TestRules(t *testing.T) {
	complete := pagetest.Complete(t)
	empty := bare(t, "")
	for name, c := range map[string]*catalog.Catalog{"complete": complete, "shipped": pagetest.Shipped(t), "bare": empty,
		"region": pagetest.RegionCatalog(t),
	} {
		t.Run(name, func(t *testing.T) {
			var whole map[string]any
			if err := json.Unmarshal(rendered(t, c), &whole); err != nil {
				t.Fatal(err)
			}
			for _, mistake := range broken(whole) {
				t.Error(mistake)
			}
		})
	}
}

// TestBroken wants the rules to find what is wrong.
func TestBroken(t *testing.T) {
	for text, want := range map[string]string{
		`{"@type": "foaf:Agent"}`:                                                        "0 times foaf:name",
		`{"@type": "foaf:Agent", "foaf:name": [{"@value": ""}]}`:                         "foaf:name is",
		`{"@type": "vcard:Kind", "vcard:hasURL": {"@id": "geen adres"}}`:                 "vcard:hasURL is",
		`{"@type": "vcard:Kind", "vcard:nickname": "x"}`:                                 "no rule for vcard:nickname",
		`{"@type": "vcard:Kind", "vcard:hasURL": {"@type": "foaf:Agent", "@id": "a:b"}}`: "0 times foaf:name",
	} {
		var node map[string]any
		if err := json.Unmarshal([]byte(text), &node); err != nil {
			t.Fatal(err)
		}
		if found := broken(node); !strings.Contains(strings.Join(found, "\n"), want) {
			t.Errorf("%s: %q, want %q", text, found, want)
		}
	}
}

// TestEveryFeed wants each feed of the whole site in one data set, once.
func TestEveryFeed(t *testing.T) {
	c := pagetest.Complete(t)
	times := map[string]int{}
	for _, d := range describe(c).Datasets {
		for _, file := range d.Distributions {
			times[file.DownloadURL.ID]++
		}
	}
	for _, f := range feed.All() {
		if f.Whole != "" && times[c.Site.Absolute(f.Whole)] != 1 {
			t.Errorf("%s is there %d times", f.Whole, times[c.Site.Absolute(f.Whole)])
		}
	}
}

// TestLicence wants the addresses that portals know, and an honest one without a licence.
func TestLicence(t *testing.T) {
	for licence, want := range map[string]string{
		"":         unknownLicence,
		"CC0-1.0":  "http://publications.europa.eu/resource/authority/licence/CC0",
		"ODbL-1.0": "https://spdx.org/licenses/ODbL-1.0",
	} {
		c := bare(t, "licentie = \""+licence+"\"\n")
		if got := describe(c).Licence.ID; got != want {
			t.Errorf("%q: %s, want %s", licence, got, want)
		}
	}
	for theirs, want := range map[string]string{ // a source says it in any way
		"https://oud.example/voorwaarden": "https://oud.example/voorwaarden", "Noem onze naam.": "", "javascript:alert(1)": "", "https:///x": "",
	} {
		if got := addressOf(theirs); got != want {
			t.Errorf("%q: %s, want %q", theirs, got, want)
		}
	}
}
