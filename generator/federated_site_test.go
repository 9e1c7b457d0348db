package generator_test

import (
	"bytes"
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
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

const regionSource = "[bron]\ntitel = \"De bron\"\nadres = \"https://bron.example/feeds/v1/\"\nlicentie = \"CC0-1.0\"\n"

// regionSite is the whole site of a region, with every file that it would publish.
func regionSite(t *testing.T, kept fstest.MapFS, own map[string]string, now time.Time) (*generator.Site, map[string]string) {
	t.Helper()
	folder := fstest.MapFS{
		"site.toml":    {Data: []byte("talen = [\"nl\", \"ar\"]\nemail = \"info@regio.example\"\nlicentie = \"CC0-1.0\"\n" + region)},
		"bronnen.toml": {Data: []byte(regionSource)},
	}
	for name, text := range own {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	g := generator.New(generator.Folders{Content: folder, Kept: kept, Layouts: layouts.Files, Static: static.Files})
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
	from := buildTruth(t, sampleContent(t))
	kept := keptOf(t, "bron", from.files)
	topics := map[string]string{"onderwerpen.toml": "[geld]\nnaam = \"Geld\"\n[taal]\nnaam = \"Taal\"\n"}
	_, files := regionSite(t, kept, topics, truthNow)
	_, again := regionSite(t, kept, topics, truthNow)
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
	from := randomTruth(t, 3)
	kept := keptOf(t, "bron", from.files)
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
		_, files := regionSite(t, kept, map[string]string{"onderwerpen.toml": "[geld]\nnaam = \"Geld\"\n"}, truthNow.AddDate(0, 0, days))
		page := files[name]
		if !strings.Contains(page, test.has) || strings.Contains(page, test.lacks) {
			t.Errorf("after %d days: has %t, lacks %t", days, strings.Contains(page, test.has), !strings.Contains(page, test.lacks))
		}
		plein := files["bron"+from.Spreekuren[held].Plein.Page()+"index.html"]
		if !strings.Contains(plein, string(from.Spreekuren[held].Plein.Postcode)) {
			t.Errorf("after %d days the address is gone", days)
		}
		if calendar, ok := files["bron"+from.Spreekuren[held].Page()+"spreekuur.ics"]; days > 60 && ok && strings.Contains(calendar, "BEGIN:VEVENT") {
			t.Errorf("after %d days the calendar goes on", days)
		}
	}
}
