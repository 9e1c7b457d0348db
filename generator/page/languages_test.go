package page

import (
	"bytes"
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/pagetest"
)

// otherLanguages are those of the sample, beside Dutch.
var otherLanguages = []string{"en", "ar", "pl", "uk", "tr"}

// documents are the pages of the sample by language, and by their path below that of the
// language.
func documents(t *testing.T, c *catalog.Catalog) map[string]map[string]*html.Node {
	t.Helper()
	all := map[string]map[string]*html.Node{}
	for _, f := range filesOf(t, c) {
		language, rest, _ := strings.Cut(f.Path, "/")
		if !slices.Contains(otherLanguages, language) {
			language, rest = "nl", f.Path
		}
		if path.Base(f.Path) != "index.html" || strings.HasPrefix(rest, "embed/") || path.Base(path.Dir(rest)) == "gids" {
			continue
		}
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatal(err)
		}
		if all[language] == nil {
			all[language] = map[string]*html.Node{}
		}
		all[language][strings.TrimSuffix(rest, "index.html")] = pagetest.Must(html.Parse(&b))
	}
	return all
}

// TestShareOfLanguage measures how many of the words that a visitor sees on a page are in
// its language, and not marked as Dutch: names and what nobody translated. The sample has
// all topics and the two pleinen with most spreekuren in each language.
func TestShareOfLanguage(t *testing.T) {
	c := pagetest.Shipped(t)
	all := documents(t, c)
	for _, language := range otherLanguages {
		pages := all[language]
		atLeast := func(least int, path string) {
			own, dutch := visibleWords(pages[path])
			share := 100 * own / max(own+dutch, 1)
			t.Logf("%s /%s: %d %% (%d of %d)", language, path, share, own, own+dutch)
			if share < least {
				t.Errorf("%s /%s: %d %% of %d words, want at least %d %%", language, path, share, own+dutch, least)
			}
		}
		atLeast(75, "")
		atLeast(100, "onderwerpen/")
		atLeast(90, "hulp/")
		for _, o := range c.Onderwerpen {
			atLeast(50, o.Page()[1:])
		}
		atLeast(55, "pleinen/lochal-tilburg/")
		atLeast(55, "pleinen/dinsdagochtendplein/")
	}
}

var wordForm = regexp.MustCompile(`\p{L}[\p{L}\p{M}'’ʼ-]*`)

// visibleWords counts the words in the main part of a page, and those marked as Dutch.
func visibleWords(doc *html.Node) (own, dutch int) {
	for n := range doc.Descendants() {
		if n.Type != html.TextNode || inside(n, "main") == nil || unseen(n) {
			continue
		}
		words := len(wordForm.FindAllString(n.Data, -1))
		if attribute(nearest(n.Parent, "lang"), "lang") == "nl" {
			dutch += words
		} else {
			own += words
		}
	}
	return own, dutch
}

// unseen reports whether a text is on no screen.
func unseen(n *html.Node) bool {
	for at := n.Parent; at != nil; at = at.Parent {
		if slices.Contains([]string{"script", "style", "template", "noscript", "option"}, at.Data) ||
			attribute(at, "aria-hidden") == "true" || within(at, "hidden") ||
			slices.ContainsFunc(at.Attr, func(a html.Attribute) bool { return a.Key == "hidden" }) {
			return true
		}
	}
	return false
}

// TestHeadOfLanguage wants what a page says of itself to search engines and to other sites
// to be in its language: no element there can be marked as Dutch.
func TestHeadOfLanguage(t *testing.T) {
	c := pagetest.Shipped(t)
	all := documents(t, c)
	translated := 0
	for _, language := range otherLanguages {
		for path, doc := range all[language] {
			dutch := all["nl"][path]
			if dutch == nil || meta(doc, "robots") != "" {
				continue
			}
			translated++
			title, description := text(doc, "title"), meta(doc, "description")
			if _, of, _ := strings.Cut(title, " · "); path != "" && of == c.Site.Titel || path == "" && title == c.Site.Titel {
				t.Errorf("%s /%s: title %q", language, path, title)
			}
			if description == "" || description == meta(dutch, "description") {
				t.Errorf("%s /%s: description %q", language, path, description)
			}
			if language == "ar" && !regexp.MustCompile(`\p{Arabic}{2}`).MatchString(description) ||
				language == "uk" && !regexp.MustCompile(`\p{Cyrillic}{2}`).MatchString(description) {
				t.Errorf("%s /%s: description %q is not in the language", language, path, description)
			}
			if got := meta(doc, "og:description"); got != description {
				t.Errorf("%s /%s: og:description %q, want %q", language, path, got, description)
			}
			if got := linkedDescription(t, doc); got != description {
				t.Errorf("%s /%s: JSON-LD says %q, want %q", language, path, got, description)
			}
		}
	}
	if translated < 5*100 {
		t.Errorf("looked at %d pages", translated)
	}
}

// TestDefaultLanguage leads who has none of the languages to the page in Dutch.
func TestDefaultLanguage(t *testing.T) {
	c := pagetest.Shipped(t)
	seen := 0
	for language, pages := range documents(t, c) {
		for path, doc := range pages {
			to := map[string]string{}
			for n := range doc.Descendants() {
				if n.Data == "link" && attribute(n, "hreflang") != "" {
					to[attribute(n, "hreflang")] = attribute(n, "href")
				}
			}
			if len(to) == 0 {
				continue // made once, or moved
			}
			seen++
			if len(to) != len(c.Site.Talen)+1 || to["x-default"] != to["nl"] || to["nl"] != c.Site.Absolute("/"+path) {
				t.Errorf("%s /%s: %v", language, path, to)
			}
		}
	}
	if seen < 6*100 {
		t.Errorf("looked at %d pages", seen)
	}
}

func text(doc *html.Node, element string) string {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == element && n.FirstChild != nil {
			return n.FirstChild.Data
		}
	}
	return ""
}

// meta is what the head says by a name or a property.
func meta(doc *html.Node, name string) string {
	for n := range doc.Descendants() {
		if n.Data == "meta" && (attribute(n, "name") == name || attribute(n, "property") == name) {
			return attribute(n, "content")
		}
	}
	return ""
}

// linkedDescription is what the JSON-LD says of the page itself.
func linkedDescription(t *testing.T, doc *html.Node) string {
	t.Helper()
	for n := range doc.Descendants() {
		if n.Data == "script" && attribute(n, "type") == "application/ld+json" {
			var d struct {
				Graph []struct{ Description string } `json:"@graph"`
			}
			if err := json.Unmarshal([]byte(n.FirstChild.Data), &d); err != nil {
				t.Fatal(err)
			}
			return d.Graph[0].Description
		}
	}
	return ""
}
