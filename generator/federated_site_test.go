package generator_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/kept"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

const regionSource = "[bron]\ntitel = \"De bron\"\nadres = \"https://bron.example/feeds/v1/\"\nlicentie = \"CC0-1.0\"\n"

// regionSite is the whole site of a region, with every file that it would publish.
func regionSite(t *testing.T, cache fstest.MapFS, own map[string]string, now time.Time) (*generator.Site, map[string]string) {
	t.Helper()
	folder := fstest.MapFS{
		"site.toml":    {Data: []byte("talen = [\"nl\", \"ar\"]\nemail = \"info@regio.example\"\nlicentie = \"CC0-1.0\"\n" + region)},
		"bronnen.toml": {Data: []byte(regionSource)},
	}
	for name, text := range own {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	g := generator.New(generator.Folders{Content: folder, Kept: cache, Layouts: layouts.Files, Static: static.Files})
	site, err := g.Site(generator.Everything, catalog.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range site.Problems {
		t.Errorf("%s: %s; %s", p.Range, p.Message, p.Hint)
	}
	files := map[string]string{}
	for _, f := range site.Files {
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatal(f.Path, err)
		}
		files[f.Path] = b.String()
	}
	return site, files
}

var hrefs = regexp.MustCompile(`(?:href|src)="(/[^"#?]*)`)

// TestFederatedSite builds the site of a region from what it keeps of a source. Its pages
// name the source and lead to it; every link leads somewhere; a build a second time gives
// the same bytes.
func TestFederatedSite(t *testing.T) {
	from := feedTruth(t, sampleContent(t))
	cache := keptOf(t, "bron", from.files)
	topics := map[string]string{"onderwerpen.toml": "[geld]\nnaam = \"Geld\"\n[taal]\nnaam = \"Taal\"\n"}
	_, files := regionSite(t, cache, topics, truthNow)
	_, again := regionSite(t, cache, topics, truthNow)
	pages := 0
	for name, text := range files {
		if again[name] != text {
			t.Errorf("%s is another file the second time", name)
		}
		if path.Ext(name) != ".html" {
			continue
		}
		for _, link := range hrefs.FindAllStringSubmatch(text, -1) {
			to, err := url.PathUnescape(link[1])
			if err != nil {
				t.Fatal(err)
			}
			file := to[1:]
			if strings.HasSuffix(to, "/") {
				file += "index.html"
			}
			if _, ok := files[file]; !ok {
				t.Errorf("%s leads to %s, which is not there", name, to)
			}
		}
		if strings.HasPrefix(name, "bron/") {
			pages++
		}
	}
	if pages < 100 {
		t.Errorf("%d pages of the source", pages)
	}
	page := files["bron/spreekuren/taalhuis-lochal/index.html"]
	for _, want := range []string{
		`<link rel="canonical" href="` + from.Site.Absolute("/spreekuren/taalhuis-lochal/") + `"`, "Bron: <span>De bron</span>, bijgewerkt op zaterdag 28 november 2026.",
		`Klopt er iets niet? <a href="` + from.Site.Absolute("/spreekuren/taalhuis-lochal/") + `">Ga naar de bron</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s on the page", want)
		}
	}
	if strings.Contains(page, "mailto:info@regio.example?subject") || strings.Contains(files["sitemap.xml"], "/bron/") {
		t.Error("the region answers for the source")
	}
	for _, list := range []string{"pleinen/index.html", "spreekuren/index.html", "partners/index.html"} {
		if !strings.Contains(files[list], `href="/bron/`) {
			t.Errorf("%s does not lead to what is of the source", list)
		}
	}
}

// TestFederatedAge wants an old source to be named as such, and its times to be withdrawn
// in the end, while phone and address stay.
func TestFederatedAge(t *testing.T) {
	from := feedTruth(t, randomContent(t, 3))
	cache := keptOf(t, "bron", from.files)
	held := slices.IndexFunc(from.Spreekuren, func(s *catalog.Spreekuur) bool {
		_, ok := s.NextHeld()
		return s.Active() && ok && !s.OnAppointment() && s.Schedule.Bounds.Until == 0
	})
	name := "bron" + from.Spreekuren[held].Page() + "index.html"
	for days, test := range map[int]struct{ has, lacks string }{
		4:  {"Bron: ", "class=\"notice\""},
		20: {"Deze gegevens zijn van zaterdag 28 november 2026.", "Wij weten niet"},
		70: {"Wij weten niet of de tijden nog kloppen.", "<time datetime"},
	} {
		_, files := regionSite(t, cache, map[string]string{"onderwerpen.toml": "[geld]\nnaam = \"Geld\"\n"}, truthNow.AddDate(0, 0, days))
		page := files[name]
		if !strings.Contains(page, test.has) || strings.Contains(page, test.lacks) {
			t.Errorf("after %d days: has %t, lacks %t", days, strings.Contains(page, test.has), !strings.Contains(page, test.lacks))
		}
		plein := files["bron"+from.Spreekuren[held].Plein.Page()+"index.html"]
		if !strings.Contains(plein, string(from.Spreekuren[held].Plein.Postcode)) {
			t.Errorf("after %d days the address is gone", days)
		}
		calendar, ok := files["bron"+from.Spreekuren[held].Page()+"spreekuur.ics"]
		if days > 60 && ok && strings.Contains(calendar, "BEGIN:VEVENT") {
			t.Errorf("after %d days the calendar goes on", days)
		}
	}
}

// TestFederatedGone wants the page of what a source dropped without a word to say so for
// half a year, and to lead to the same help nearby; and old addresses to lead on.
func TestFederatedGone(t *testing.T) {
	from := feedTruth(t, sampleContent(t))
	cache := keptOf(t, "bron", from.files)
	lock, _, err := kept.ReadLock(cache, "bron")
	if err != nil {
		t.Fatal(err)
	}
	var feed struct{ Spreekuren []json.RawMessage }
	if err := json.Unmarshal(from.files["feeds/v1/spreekuren.json"], &feed); err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(feed.Spreekuren, func(r json.RawMessage) bool { return strings.Contains(string(r), `"slug":"geld-lochal"`) })
	gone := feed.Spreekuren[at]
	data := bytes.Replace(bytes.Replace(from.files["feeds/v1/spreekuren.json"], append([]byte{}, gone...), nil, 1), []byte("\n,"), nil, 1)
	if !json.Valid(data) {
		t.Fatal("the feed is broken")
	}
	weg, err := kept.EncodeGone([]kept.Gone{{List: kept.Spreekuren, Day: "2026-11-20", Made: truthNow.AddDate(0, 0, -9), Record: gone}})
	if err != nil {
		t.Fatal(err)
	}
	lock.File("spreekuren.json").Sum = kept.Sum(data)
	lock.Former = []kept.Former{{List: kept.Spreekuren, Slug: "heette-anders", ID: idOf(t, feed.Spreekuren, "taalhuis-lochal")}}
	text, err := lock.Encode()
	if err != nil {
		t.Fatal(err)
	}
	cache["bron/slot.toml"], cache["bron/spreekuren.json"] = &fstest.MapFile{Data: text}, &fstest.MapFile{Data: data}
	cache["bron/weg.json"] = &fstest.MapFile{Data: weg}
	topics := map[string]string{"onderwerpen.toml": "[geld]\nnaam = \"Geld\"\n"}
	_, files := regionSite(t, cache, topics, truthNow)
	page := files["bron/spreekuren/geld-lochal/index.html"]
	if !strings.Contains(page, "Dit staat sinds vrijdag 20 november 2026 niet meer bij de bron. Hier kunt u wel terecht: <a href=\"/bron/spreekuren/") {
		t.Errorf("the page does not say that it is gone: %.3000s", page[max(0, strings.Index(page, "<main")):])
	}
	if strings.Contains(files["bron/pleinen/lochal/index.html"], "geld-lochal") {
		t.Error("the plein leads to what is gone")
	}
	if old := files["bron/spreekuren/heette-anders/index.html"]; !strings.Contains(old, "/bron/spreekuren/taalhuis-lochal/") {
		t.Errorf("the old address leads to %q", old)
	}
	later := truthNow.AddDate(0, 0, 200)
	if _, files := regionSite(t, cache, topics, later); files["bron/spreekuren/geld-lochal/index.html"] != "" {
		t.Error("the page is still there after half a year")
	}
}

func idOf(t *testing.T, records []json.RawMessage, slug string) string {
	t.Helper()
	for _, text := range records {
		var r struct{ ID, Slug string }
		if json.Unmarshal(text, &r) == nil && r.Slug == slug {
			return r.ID
		}
	}
	t.Fatal(slug)
	return ""
}
