package page

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

// smallSite is a new directory with as many spreekuren, and topics of which they need one.
func smallSite(t *testing.T, spreekuren int) []publish.File {
	t.Helper()
	fsys := fstest.MapFS{
		"site.toml":        {Data: []byte("titel = \"Hulp in Dorp\"\nadres = \"https://dorp.example\"\nemail = \"info@dorp.example\"\n")},
		"onderwerpen.toml": {Data: []byte("[geld]\nnaam = \"Geld\"\n[taal]\nnaam = \"Taal\"\n[zorg]\nnaam = \"Zorg\"\n")},
	}
	if spreekuren > 0 {
		fsys["partners/hulp.md"] = &fstest.MapFile{Data: []byte("+++\nnaam = \"Stichting Hulp\"\n+++\n")}
		fsys["pleinen/markt.md"] = &fstest.MapFile{Data: []byte(
			"+++\nnaam = \"Plein Markt\"\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n+++\n")}
	}
	for i := range spreekuren {
		hour := pagetest.Hour("markt", "dinsdag", fmt.Sprintf("%d-%d", 9+i, 10+i))
		fsys[fmt.Sprintf("spreekuren/s%d.md", i)] = &fstest.MapFile{Data: []byte(hour)}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon})
	if all := append(problems, unresolved...); all.HasErrors() {
		t.Fatal(all)
	}
	return filesOf(t, c)
}

// nowhere are what says that nothing is there.
var nowhere = []string{"Hier staat nog niets.", "Hier zijn nu geen spreekuren.", "Er staat nu niets in de agenda.", "Er zijn nu geen berichten.", "Op deze dag zijn er geen spreekuren."}

// TestSmallSite wants no page of a new directory that others lead to to be empty, and one
// on which nothing stands to lead on. Topics without spreekuren are in no list.
func TestSmallSite(t *testing.T) {
	for n, lists := range map[int]string{0: "", 1: "/dagen/ /onderwerpen/ /partners/ /pleinen/ /spreekuren/", 3: "/dagen/ /onderwerpen/ /partners/ /pleinen/ /spreekuren/"} {
		t.Run(fmt.Sprint(n, " spreekuren"), func(t *testing.T) {
			files := smallSite(t, n)
			texts, links := map[string]string{}, map[string][]string{}
			for _, f := range files {
				page, ok := strings.CutSuffix("/"+f.Path, "index.html")
				if ok && !strings.HasPrefix(page, "/embed/") && !strings.HasPrefix(page, "/feeds/") {
					source := pagetest.Rendered(t, files, f.Path)
					texts[page], links[page] = readAloud(t, source), hrefs(t, source)
				}
			}
			if got := strings.Join(menuOf(t, pagetest.Rendered(t, files, "index.html")), " "); inOrder(got) != lists {
				t.Errorf("the menu leads to %q, want %q", got, lists)
			}
			for page, to := range links {
				for _, href := range to {
					for _, empty := range nowhere {
						if href != "/" && strings.Contains(texts[href], empty) {
							t.Errorf("%s leads to %s, which says: %s", page, href, empty)
						}
					}
				}
				if len(to) == 0 && strings.Contains(strings.Join(nowhere, ""), strings.TrimSpace(texts[page])) {
					t.Errorf("%s is empty and leads nowhere", page)
				}
			}
			for _, page := range []string{"/", "/onderwerpen/"} {
				if strings.Contains(texts[page], "Zorg") {
					t.Errorf("%s has a topic about which there is nothing", page)
				}
			}
			if picker := pagetest.Rendered(t, files, "insluiten/index.html"); bytes.Contains(picker, []byte("onderwerp:zorg")) {
				t.Error("partners can choose a topic about which there is nothing")
			}
		})
	}
}

func inOrder(words string) string { return strings.Join(slices.Sorted(strings.FieldsSeq(words)), " ") }

// hrefs are the pages that main leads to.
func hrefs(t *testing.T, page []byte) []string { return linksIn(t, page, "main") }

// menuOf are the pages that the head leads to, but for the home page.
func menuOf(t *testing.T, page []byte) []string { return linksIn(t, page, "nav") }

// linksIn are the pages of the site that links in elements of that name lead to; of nav only
// that in the head.
func linksIn(t *testing.T, page []byte, name string) []string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for n := range doc.Descendants() {
		if n.Data != "a" || inside(n, name) == nil || name == "nav" && inside(n, "header") == nil {
			continue
		}
		for _, a := range n.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "/") && strings.HasSuffix(a.Val, "/") {
				list = append(list, a.Val)
			}
		}
	}
	return list
}
