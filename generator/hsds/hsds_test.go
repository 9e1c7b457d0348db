package hsds

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/goldentest"
	"pleinwijzer/generator/schedule"
)

// telling maps each list to the name of the records in it that the golden file shows in
// full, for a reviewer to read.
var telling = map[string]string{
	"organizations": "Stichting Taalhuis", "services": "Hulp bij brieven", "service_at_locations": "Hulp bij brieven", "taxonomies": "", "taxonomy_terms": "",
}

// TestGolden compares the telling records, and the contents of each list.
func TestGolden(t *testing.T) {
	texts := map[string]string{}
	var contents strings.Builder
	files := renderAll(t, site(t, small))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		var record struct {
			Name     string
			Service  struct{ Name string } // only for a service_at_location
			Contents []struct{ ID string }
		}
		if err := json.Unmarshal([]byte(files[name]), &record); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		list := strings.Split(name, "/")[1]
		called := record.Name + record.Service.Name
		fmt.Fprintf(&contents, "%s: %s\n", name, called)
		for _, item := range record.Contents {
			fmt.Fprintf(&contents, "    %s\n", item.ID)
		}
		file := list + ".json"
		if want, tells := telling[list]; tells && record.Contents == nil && strings.HasPrefix(called, want) && texts[file] == "" {
			texts[file] = goldentest.JSON(t, []byte(files[name]), 2)
		}
	}
	if len(texts) != len(telling) {
		t.Errorf("only %q are there", slices.Sorted(maps.Keys(texts)))
	}
	texts["contents.txt"] = contents.String()
	goldentest.Keep(t, *update, texts)
}

// TestHidden checks that there is no trace of drafts, of what has stopped, or of records
// that only those refer to.
func TestHidden(t *testing.T) {
	for name, text := range renderAll(t, site(t, small)) {
		for _, hidden := range []string{"Nog geheim", "Geheime partner", "Gestopt spreekuur", "Niemand doet dit"} {
			if strings.Contains(text, hidden) {
				t.Errorf("%s has %q", name, hidden)
			}
		}
	}
}

// TestPages splits a list into pages, and requests each address of the API.
func TestPages(t *testing.T) {
	tests := []struct{ records, pages, last int }{{0, 1, 0}, {1, 1, 1}, {pageSize, 1, pageSize},
		{pageSize + 1, 2, 1}, {3*pageSize - 1, 3, pageSize - 1}}
	for _, test := range tests {
		records := make([]int, test.records)
		files := addPages(nil, "x", records, func(n int) any { return n })
		if got := len(files); got != test.pages {
			t.Errorf("%d records: %d pages, want %d", test.records, got, test.pages)
			continue
		}
		for i := range test.pages {
			var b bytes.Buffer
			if err := files[i].Render(&b); err != nil {
				t.Fatal(err)
			}
			size := pageSize
			if i == test.pages-1 {
				size = test.last
			}
			want := fmt.Sprintf(`{"total_items":%d,"total_pages":%d,"page_number":%d,"size":%d,"first_page":%t,"last_page":%t,"empty":%t,"contents":[`,
				test.records, test.pages, i+1, size, i == 0, i == test.pages-1, size == 0)
			if got := b.String(); !strings.HasPrefix(got, want) {
				t.Errorf("%d records: %.200s, want %s", test.records, got, want)
			}
			if want := fmt.Sprintf("hsds/x/page/%d.json", i+1); files[i].Path != want {
				t.Errorf("path %s, want %s", files[i].Path, want)
			}
		}
	}
}

func TestRewrites(t *testing.T) {
	c := site(t, randomSite(6, 250))
	files := renderAll(t, c)
	service := c.Spreekuren[0]
	tests := []struct{ path, query, want string }{
		{"/hsds", "", "hsds/index.json"},
		{"/hsds/services", "", "hsds/services/page/1.json"},
		{"/hsds/services", "page=2", "hsds/services/page/2.json"},
		{"/hsds/services", "page=2 per_page=100", "hsds/services/page/2.json"},
		{"/hsds/services/" + service.ID.String(), "", "hsds/services/" + service.ID.String() + ".json"},
		{"/hsds/organizations", "", "hsds/organizations/page/1.json"},
		{"/hsds/taxonomies", "", "hsds/taxonomies/page/1.json"},
		{"/hsds/taxonomy_terms", "page=1", "hsds/taxonomy_terms/page/1.json"},
		{"/hsds/service_at_locations", "page=3", "hsds/service_at_locations/page/3.json"},
	}
	for _, test := range tests {
		got := strings.TrimPrefix(rewrite(test.path, test.query), "/")
		if got != test.want || files[got] == "" {
			t.Errorf("%s?%s is %q, want %s", test.path, test.query, got, test.want)
		}
	}
}

var placeholder = regexp.MustCompile(`:[a-z]+`)

// rewrite does what a host does: it applies the first rule that matches the path and the
// query.
func rewrite(path, query string) string {
	for _, r := range Rewrites() {
		pattern := regexp.MustCompile("^" + placeholder.ReplaceAllString(r.From+" "+r.Query, `([^/ ]+)`) + "$")
		values := pattern.FindStringSubmatch(path + " " + query)
		if values == nil {
			continue
		}
		names := placeholder.FindAllString(r.From+" "+r.Query, -1)
		to := r.To
		for i, name := range names {
			to = strings.ReplaceAll(to, name, values[i+1])
		}
		return to
	}
	return ""
}

// TestSameDoor checks a plein that moves away and back to its old address, once without
// coordinates, and that moves twice to the same new address.
func TestSameDoor(t *testing.T) {
	move := func(from, street, more string) string {
		return fmt.Sprintf("[[verhuizing]]\nvanaf = %q\nadres = %q\npostcode = \"5161 CC\"\nplaats = \"Sprang-Capelle\"\n%s", from, street, more)
	}
	const coordinates = "breedtegraad = 51.6\nlengtegraad = 5.0\n"
	c := site(t, with(map[string]string{"pleinen/elders.toml": small["pleinen/elders.toml"] +
		move("2027-01-01", "Weg 1", "") + move("2027-02-01", "Markt 3", coordinates) + move("2027-03-01", "Weg 1", coordinates),
	}))
	files := renderAll(t, c) // fails if two files have the same path
	for _, s := range c.Spreekuren {
		if s.Slug != "einde" {
			continue
		}
		var streets []string
		for _, v := range read[readService](t, files["hsds/services/"+s.ID.String()+".json"]).Visits {
			streets = append(streets, v.Location.Addresses[0].Street)
		}
		if want := []string{"Markt 3", "Weg 1"}; !slices.Equal(streets, want) {
			t.Errorf("locations %q, want %q", streets, want)
		}
	}
}

// nasty holds texts that break a format which is assembled by hand.
var nasty = []string{
	`Zeg "hallo" & \ 'dag'`, "Twee\nregels\ten een tab", "</script><script>alert(1)</script>", "👩‍👩‍👧 hulp 🤝", "مرحبا بكم", "=cmd();x",
	strings.Repeat("Zeer lang. ", 28), "\u2028 en \u2029",
}

// nastySite has a spreekuur for each nasty text, with that text in every field that an
// editor can fill in.
func nastySite() map[string]string {
	files := with(nil)
	for i, text := range nasty {
		quoted, _ := json.Marshal(strings.ReplaceAll(text, "\n", " "))
		long, _ := json.Marshal(strings.ReplaceAll(text, "<", `\<`)) // the content may not have raw HTML in Markdown
		files[fmt.Sprintf("partners/n%d.toml", i)] = fmt.Sprintf("naam = %s\nin_een_zin = %s\n", quoted, quoted)
		files[fmt.Sprintf("pleinen/n%d.toml", i)] = fmt.Sprintf("naam = %s\nadres = %s\npostcode = \"5161 CC\"\nplaats = %s\nemail = \"info@elders.example\"\nroute = %s\n", quoted, quoted, quoted, quoted)
		files[fmt.Sprintf("spreekuren/n%d.toml", i)] = fmt.Sprintf("titel = %s\nplein = \"n%d\"\npartner = \"n%d\"\ndag = \"dinsdag\"\ntijd = \"10.00 tot 12.00 uur\"\nin_een_zin = %s\ntekst = %s\nkosten = %s\ndoelgroepen = [%s]\nmeenemen = [%s]\nniet = [%s]\n[[afwijkend]]\ndatum = \"2026-12-08\"\nvervalt = true\nreden = %s\n",
			quoted, i, i, quoted, long, quoted, quoted, quoted, quoted, quoted)
	}
	return files
}

// TestNasty checks that decoding the JSON gives back each text as it was.
func TestNasty(t *testing.T) {
	c := site(t, nastySite())
	files := renderAll(t, c)
	for _, s := range c.Spreekuren {
		if !strings.HasPrefix(s.Slug, "n") {
			continue
		}
		var service struct {
			Name, Alert  string
			Fees         string `json:"fees_description"`
			Organization struct{ Name string }
			Visits       []struct {
				Location struct {
					Name, Transportation string
					Addresses            []struct{ City string }
				}
			} `json:"service_at_locations"`
		}
		if err := json.Unmarshal([]byte(files["hsds/services/"+s.ID.String()+".json"]), &service); err != nil {
			t.Fatal(err)
		}
		at := service.Visits[0].Location
		for _, got := range []string{service.Name, service.Fees, service.Organization.Name, at.Name, at.Transportation, at.Addresses[0].City} {
			if got != s.Titel {
				t.Errorf("%q became %q", s.Titel, got)
			}
		}
		if !strings.Contains(strings.ToLower(service.Alert), strings.ToLower(strings.TrimSpace(s.Titel))) {
			t.Errorf("alert %q lacks the reason", service.Alert)
		}
	}
}

// TestStable checks that a schedule keeps its id and its start as time goes by.
func TestStable(t *testing.T) {
	ids := func() []string {
		var all []string
		for name, text := range renderAll(t, site(t, randomSite(7, 100))) {
			if strings.HasPrefix(name, "hsds/services/") && !strings.Contains(name, "/page/") {
				for _, s := range read[readService](t, text).Schedules {
					if s.ValidFrom > "2026-12-25" && s.DTStart <= "2027-11-30" { // in the future, and within the known period at both times
						all = append(all, s.ID+" "+s.ValidFrom+" "+s.DTStart)
					}
				}
			}
		}
		slices.Sort(all)
		return all
	}
	defer func(saved time.Time) { now = saved }(now)
	before := ids()
	now = time.Date(2026, time.November, 29, 18, 0, 0, 0, schedule.Amsterdam)
	if after := ids(); len(before) < 100 || !slices.Equal(before, after) {
		t.Errorf("a week later: %d schedules, first %s", len(after),
			goldentest.FirstDifference(strings.Join(after, "\n"), strings.Join(before, "\n")))
	}
}

// TestLocationHasItsOwnWayIn checks that each location of a plein that moves describes
// its own building and no other.
func TestLocationHasItsOwnWayIn(t *testing.T) {
	c := site(t, with(map[string]string{"pleinen/elders.toml": small["pleinen/elders.toml"] + `route = "Bus 1."
toegankelijkheid = ["lift"]
[[verhuizing]]
vanaf = "2027-01-01"
adres = "Weg 1"
postcode = "5161 CC"
plaats = "Sprang-Capelle"
route = "Loop om."
toegankelijkheid = ["toilet"]
[[verhuizing]]
vanaf = "2027-02-01"
adres = "Weg 2"
postcode = "5161 CC"
plaats = "Sprang-Capelle"
`}))
	type building struct {
		Transportation string
		Accessibility  []struct{ Description string }
		Addresses      []struct {
			Street string `json:"address_1"`
		}
	}
	routes := map[string]string{}
	files := renderAll(t, c)
	for _, s := range c.Spreekuren {
		if s.Plein.Slug != "elders" || s.Ended() {
			continue
		}
		record := read[struct {
			Visits []struct{ Location building } `json:"service_at_locations"`
		}](t, files["hsds/services/"+s.ID.String()+".json"])
		for _, v := range record.Visits {
			routes[v.Location.Addresses[0].Street] = fmt.Sprint(v.Location.Transportation, v.Location.Accessibility)
		}
	}
	want := map[string]string{"Markt 3": "Bus 1.[{lift}]", "Weg 1": "Loop om.[{toilet}]", "Weg 2": "[]"}
	if !maps.Equal(routes, want) {
		t.Errorf("got %v, want %v", routes, want)
	}
}
