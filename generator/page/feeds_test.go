package page

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pleinwijzer/generator/dcat"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

// TestFeedLinks wants on every page a link to a feed, and every such link to
// lead to a file. What stands on the site of a partner has none.
func TestFeedLinks(t *testing.T) {
	c := pagetest.Complete(t)
	made := map[string]bool{}
	for _, f := range slices.Concat(feed.Files(c), dcat.Files(c)) {
		made[c.Site.URL("/"+f.Path)] = true
	}
	pages := 0
	for _, f := range filesOf(t, c) {
		if filepath.Ext(f.Path) != ".html" || strings.HasPrefix(f.Path, "embed/") {
			continue
		}
		text := string(pagetest.Rendered(t, []publish.File{f}, f.Path))
		if strings.Contains(text, `name="robots" content="noindex"`) {
			continue // an old address, or none
		}
		pages++
		found := 0
		for _, link := range feedLinksIn(t, text) {
			found++
			if !made[link] {
				t.Errorf("%s: the feed %s is not there", f.Path, link)
			}
		}
		if found == 0 {
			t.Errorf("%s names no feed", f.Path)
		}
	}
	if pages < 30 {
		t.Errorf("only %d pages: the test looks in the wrong place", pages)
	}
}

func feedLinksIn(t *testing.T, text string) (links []string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		kind := attribute(n, "type")
		if n.Data == "link" && attribute(n, "rel") == "alternate" && kind != "" && kind != "application/json+oembed" { // TestOEmbed
			links = append(links, attribute(n, "href"))
		}
	}
	return links
}

// TestFeedsPage wants the page to name every feed, every address and every field,
// and to lead to files that are there.
func TestFeedsPage(t *testing.T) {
	c := pagetest.Complete(t)
	page := string(pagetest.Rendered(t, filesOf(t, c), "feeds/index.html"))
	text := html.UnescapeString(page)
	says := func(what string) {
		t.Helper()
		if !strings.Contains(text, what) {
			t.Errorf("the page does not say %q", what)
		}
	}
	var saysFields func(in string, fields []feed.Field)
	saysFields = func(in string, fields []feed.Field) {
		for _, field := range fields {
			says("<code>" + in + field.Name + "</code>")
			says(field.Meaning)
			says(field.Example)
			saysFields(in+field.Name+".", field.Fields)
		}
	}
	for _, f := range dcat.Feeds() {
		says(f.Title)
		says(f.For)
		says(c.Site.Absolute(f.Whole))
		says(c.Site.Absolute(f.Schema()))
		for _, folder := range f.Beside {
			says("/" + folder + "/<naam>/" + f.Name)
		}
		saysFields("", f.Fields())
	}
	example, err := feed.Example(c)
	if err != nil {
		t.Fatal(err)
	}
	says(example)
	made := map[string]bool{}
	for _, f := range slices.Concat(feed.Files(c), dcat.Files(c)) {
		made[c.Site.Absolute("/"+f.Path)] = true
	}
	links := regexp.MustCompile(`href="(https://pleinen\.example/mb/[^"]*\.(json|ics|csv|atom|geojson|jsonld))"`).FindAllStringSubmatch(text, -1)
	if len(links) < 10 {
		t.Errorf("only %d links to feeds", len(links))
	}
	for _, link := range links {
		if !made[link[1]] {
			t.Errorf("%s is not there", link[1])
		}
	}
}
