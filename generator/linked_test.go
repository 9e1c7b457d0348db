package generator_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pleinwijzer/generator/browsertest"
)

// required lists the properties that consumers need of a type. With "Google" they are
// those that Google's documentation requires or recommends (Search Central, structured
// data: event, local-business, article, breadcrumb, sitelinks-searchbox, organization);
// without it, those that the type exists for on schema.org.
var required = map[string][]string{
	"Event":                        {"name", "startDate", "location", "eventStatus", "eventAttendanceMode", "organizer", "description"}, // Google
	"EventSeries":                  {"@id", "name"},
	"Schedule":                     {"repeatFrequency", "byDay", "startDate", "startTime", "endTime", "scheduleTimezone"},
	"Service":                      {"@id", "name", "description", "provider", "areaServed", "url", "identifier", "offers"},
	"ServiceChannel":               {"serviceLocation", "availableLanguage"},
	"Place":                        {"name"},
	"Library":                      {"name", "address"},                                    // Google
	"PostalAddress":                {"streetAddress", "addressLocality", "addressCountry"}, // Google
	"GeoCoordinates":               {"latitude", "longitude"},                              // Google
	"OpeningHoursSpecification":    {"opens", "closes"},                                    // Google
	"LocationFeatureSpecification": {"name", "value"},
	"Organization":                 {"@id", "name", "url"},                               // Google
	"NewsArticle":                  {"headline", "datePublished", "author", "publisher"}, // Google
	"BreadcrumbList":               {"itemListElement"},                                  // Google
	"ListItem":                     {"position", "name", "item"},                         // Google
	"WebSite":                      {"@id", "url", "name", "potentialAction"},            // Google
	"SearchAction":                 {"target", "query-input"},                            // Google
	"EntryPoint":                   {"urlTemplate"},                                      // Google
	"WebPage":                      {"@id", "url", "name", "inLanguage", "isPartOf"},
	"CollectionPage":               {"@id", "url", "name", "inLanguage", "isPartOf", "mainEntity", "breadcrumb"},
	"SearchResultsPage":            {"@id", "url", "name", "inLanguage", "isPartOf", "breadcrumb"},
	"ItemList":                     {"numberOfItems"},
	"Offer":                        nil,
	"Audience":                     {"audienceType"},
	"ContactPoint":                 {"telephone"},
	"Person":                       {"name"},
}

// mainTypes maps a folder of pages to the type of its subject.
var mainTypes = map[string]string{
	"": "WebSite", "pleinen/": "Place", "partners/": "Organization", "agenda/": "Event", "berichten/": "NewsArticle", "spreekuren/": "Service",
}

type object = map[string]any

// linkedData returns the JSON-LD of each page that search engines may list.
func linkedData(t *testing.T, files map[string][]byte) map[string]object {
	t.Helper()
	all := map[string]object{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Ext(name) != ".html" || path.Base(name) == "fragment.html" || bytes.Contains(files[name], []byte(`content="noindex"`)) {
			continue
		}
		blocks := blocksOf(t, name, files[name])
		if len(blocks) != 1 {
			t.Errorf("%s: %d blocks, want 1", name, len(blocks))
			continue
		}
		var document object
		if err := json.Unmarshal([]byte(blocks[0]), &document); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		all[strings.TrimSuffix(name, "index.html")] = document
	}
	return all
}

func blocksOf(t *testing.T, name string, page []byte) (blocks []string) {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "script" && attribute(n, "type") == "application/ld+json" {
			blocks = append(blocks, n.FirstChild.Data)
		}
	}
	return blocks
}

// eachNode calls visit for every object that has a type.
func eachNode(value any, visit func(kind string, node object)) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			eachNode(item, visit)
		}
	case object:
		if kind, ok := v["@type"].(string); ok {
			visit(kind, v)
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			eachNode(v[key], visit)
		}
	}
}

// TestLinkedData reads the structured data of each page of the shipped site.
func TestLinkedData(t *testing.T) {
	const base = "https://pleinwijzer.example/"
	pages := linkedData(t, shippedFiles(t))
	if len(pages) < 500 {
		t.Fatalf("only %d pages", len(pages))
	}
	nodes := map[string]object{} // everything that any page describes, by id
	for name, document := range pages {
		if document["@context"] != "https://schema.org" || document["@graph"].([]any)[0].(object)["@id"] != base+name {
			t.Errorf("%s: the first node is not of the page", name)
		}
		here := map[string]bool{}
		eachNode(document, func(kind string, node object) {
			properties, known := required[kind]
			if !known {
				t.Errorf("%s: the type %s is not in the table", name, kind)
			}
			for _, property := range properties {
				if empty(node[property]) && !(property == "breadcrumb" && name == "") {
					t.Errorf("%s: %s has no %s", name, kind, property)
				}
			}
			if id, ok := node["@id"].(string); ok {
				if here[id] {
					t.Errorf("%s: %s is there twice", name, id)
				}
				here[id], nodes[id] = true, node
			}
		})
	}
	for name, document := range pages {
		eachRef(document, func(id string) {
			if nodes[id] == nil {
				t.Errorf("%s: %s refers to nothing", name, id)
			}
		})
		main, _ := document["@graph"].([]any)[0].(object)["mainEntity"].(object)
		id, _ := main["@id"].(string)
		want, ok := mainTypes[firstPart.FindString(name)]
		if ok && want == "Event" && nodes[id]["@type"] == "EventSeries" {
			want = "EventSeries" // a course
		}
		if ok && id != "" && nodes[id]["@type"] != want {
			t.Errorf("%s: is about a %v, want %s", name, nodes[id]["@type"], want)
		}
	}
	for _, want := range []string{"spreekuren/formulierenhulp-loon-op-zand/#reeks", "pleinen/dinsdagochtendplein/#plein", "#website"} {
		if nodes[base+want] == nil {
			t.Errorf("no page tells of %s", want)
		}
	}
}

var firstPart = regexp.MustCompile(`^[a-z-]*/|^$`)

func empty(value any) bool {
	list, isList := value.([]any)
	return value == nil || value == "" || isList && len(list) == 0
}

// eachRef calls visit for every object that is only a reference.
func eachRef(value any, visit func(id string)) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			eachRef(item, visit)
		}
	case object:
		if id, ok := v["@id"].(string); ok && len(v) == 1 {
			visit(id)
		}
		for _, item := range v {
			eachRef(item, visit)
		}
	}
}

// TestVocabulary checks that each property belongs to its type and that all names exist,
// according to the vocabulary as schema-dts publishes it.
func TestVocabulary(t *testing.T) {
	const declarations = "../.ci/node_modules/schema-dts/dist/schema.d.ts"
	source, err := os.ReadFile(declarations)
	browsertest.Needs(t, err == nil, "schema-dts")
	v := readVocabulary(string(source))
	if v.has("Event", "opens") || !v.has("Library", "openingHours") || v.has("Service", "isAccessibleForFree") {
		t.Fatal("the vocabulary was not read right")
	}
	type said struct{ kind, property, term string }
	pages, seen := map[said]string{}, map[string]bool{} // each is looked up once, since the vocabulary is large
	for name, document := range linkedData(t, shippedFiles(t)) {
		eachNode(document, func(kind string, node object) {
			for property, value := range node {
				if strings.HasPrefix(property, "@") || strings.HasSuffix(property, "-input") {
					continue // not in the vocabulary: JSON-LD itself, and an annotation (schema.org/docs/actions.html)
				}
				text, _ := value.(string)
				term, isTerm := strings.CutPrefix(text, "https://schema.org/")
				if !isTerm {
					term = ""
				}
				pages[said{kind, property, term}], seen[kind] = name, true
			}
		})
	}
	for it, name := range pages {
		if !v.has(it.kind, it.property) {
			t.Errorf("%s: %s has no property %s", name, it.kind, it.property)
		}
		if it.term != "" && !strings.Contains(string(source), `"`+it.term+`"`) {
			t.Errorf("%s: %s is %s, which does not exist", name, it.property, it.term)
		}
	}
	if len(seen) < 20 {
		t.Errorf("saw only %d types", len(seen))
	}
}

// vocabulary holds the properties that each type adds, and the supertypes of each type.
type vocabulary struct {
	properties map[string][]string
	above      map[string][]string
}

var (
	declaration = regexp.MustCompile(`(?m)^(?:export )?interface (\w+) extends ([\w, <>]+) \{\n((?:    .*\n|\n)*?)\}`)
	property    = regexp.MustCompile(`(?m)^    "(\w+)"\??: `)
)

func readVocabulary(source string) vocabulary {
	v := vocabulary{map[string][]string{}, map[string][]string{}}
	for _, m := range declaration.FindAllStringSubmatch(source, -1) {
		v.above[m[1]] = strings.Split(m[2], ", ")
		for _, p := range property.FindAllStringSubmatch(m[3], -1) {
			v.properties[m[1]] = append(v.properties[m[1]], p[1])
		}
	}
	return v
}

func (v vocabulary) has(kind, property string) bool {
	return v.inherits(kind+"Leaf", property)
}

func (v vocabulary) inherits(declared, property string) bool {
	return slices.Contains(v.properties[declared], property) ||
		slices.ContainsFunc(v.above[declared], func(above string) bool { return v.inherits(above, property) })
}

// TestLinkedDataInBrowser opens pages under the policy of the site, which must allow data
// blocks while it blocks inline scripts.
func TestLinkedDataInBrowser(t *testing.T) {
	address := host(t)
	tab := open(t, browsertest.Script(`window.refused = []; document.addEventListener("securitypolicyviolation", e => refused.push(e.violatedDirective))`))
	const script = `(() => {
		const block = JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent);
		const before = refused.length;
		const control = document.createElement("script");
		control.textContent = "window.ran = true";
		document.head.append(control);
		return new Promise(done => setTimeout(() => done([block["@context"], before, refused.length > before, String(window.ran)].join(" ")), 50));
	})()`
	for _, page := range []string{"/", "/spreekuren/formulierenhulp-loon-op-zand/", "/ar/pleinen/dinsdagochtendplein/"} {
		tab.Go(address + page)
		got := browsertest.Ask[string](tab, script)
		if want := "https://schema.org 0 true undefined"; got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
		tab.Console()
	}
}
