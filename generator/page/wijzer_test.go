package page

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/randomsite"
)

// plainly is how a line of the Verwijswijzer says that there is no date.
var plainly = regexp.MustCompile(`Op afspraak|Alleen op afspraak|nog geen nieuwe datums\.|Tijdelijk gestopt\.|Op geen enkel plein|Geen spreekuur op een plein\.`)

// TestReferralGuide reads the Verwijswijzers of random directories: each topic of the site
// is in them, and each line leads to a date that is not over, or says that there is none.
func TestReferralGuide(t *testing.T) {
	dated, without := 0, 0
	for seed := range uint64(4) {
		now := pagetest.Noon.AddDate(0, 0, 40*int(seed))
		c := randomCatalog(t, seed, now)
		files := filesOf(t, c)
		for _, p := range c.Pleinen {
			page := pagetest.Must(html.Parse(bytes.NewReader(pagetest.Rendered(t, files, p.Page()[1:]+"wijzer/index.html"))))
			topics := map[string]int{}
			for n := range page.Descendants() {
				if n.Data == "th" && attribute(n, "scope") == "rowgroup" && attribute(n, "rowspan") != "" {
					topics[strings.TrimSpace(textIn(n))]++
				}
				if n.Data != "tr" || !hasChild(n, "td") {
					continue
				}
				switch at, text := firstTime(t, n), textIn(n); {
				case !at.IsZero() && at.Before(now.Add(-16*time.Hour)): // it may have begun this morning
					t.Errorf("seed %d, %s: a date that is over: %s", seed, p.Naam, text)
				case !at.IsZero():
					dated++
				case plainly.MatchString(text) || strings.Contains(text, "elders.example"):
					without++
				default:
					t.Errorf("seed %d, %s: a line without a date: %s", seed, p.Naam, text)
				}
			}
			for _, o := range c.Onderwerpen {
				if topics[o.Naam] != 1 {
					t.Errorf("seed %d, %s: %s stands there %d times", seed, p.Naam, o.Naam, topics[o.Naam])
				}
			}
		}
	}
	if dated < 100 || without < 20 {
		t.Errorf("only %d lines with a date and %d without", dated, without)
	}
}

func randomCatalog(t *testing.T, seed uint64, now time.Time) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range randomsite.Files(seed, randomsite.Shape{Pleinen: 5, Partners: 4, Spreekuren: 24}) {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, more := catalog.Resolve(records, catalog.Options{Now: now})
	for _, p := range append(problems, more...) {
		if p.Severity == diag.Error && p.Code != "openingstijden-ontbreken" { // a random plein may lack hours
			t.Fatalf("%s: %s", p.Range, p.Message)
		}
	}
	return c
}

func hasChild(n *html.Node, name string) bool {
	for child := range n.ChildNodes() {
		if child.Data == name {
			return true
		}
	}
	return false
}

// firstTime is the first moment in an element, or zero.
func firstTime(t *testing.T, of *html.Node) time.Time {
	t.Helper()
	for n := range of.Descendants() {
		if n.Data == "time" {
			at, err := time.Parse("2006-01-02T15:04Z07:00", attribute(n, "datetime"))
			if err != nil {
				t.Error(err)
			}
			return at
		}
	}
	return time.Time{}
}

// guideSite is a plein with so many spreekuren, each of which sends visitors on, and
// another plein. The words of the last plein are as long as they come.
func guideSite(t *testing.T, sizes []int) *catalog.Catalog {
	t.Helper()
	more := map[string]string{}
	var topics strings.Builder
	for i := range 13 {
		fmt.Fprintf(&topics, "[onderwerp-%d]\nnaam = \"Onderwerp nummer %d\"\n", i, i)
	}
	more["onderwerpen.toml"] = topics.String()
	days := []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"}
	for _, size := range sizes {
		name := fmt.Sprintf("Plein %d", size)
		for i := range size {
			title := fmt.Sprintf("Hulp bij vragen Q%02d", i)
			if size == sizes[len(sizes)-1] && i == 0 {
				title, name = title+" "+longText, name+" "+longText
			}
			more[fmt.Sprintf("spreekuren/q%d-%d.md", size, i)] = fmt.Sprintf("+++\ntitel = %q\nplein = \"plein-%d\"\npartner = \"hulp\"\ndag = %q\ntijd = \"10.00-12.00\"\nin_een_zin = \"Wij lezen samen uw brief.\"\nonderwerpen = [\"onderwerp-%d\", \"onderwerp-%d\"]\nniet = [\"Wij geven geen geld.\"]\n"+
				"[[verwijs]]\nvraag = \"U hebt een vraag R%02d over geld.\"\nnaar = \"altijd\"\nhoe = \"Bel samen.\"\n[[verwijs]]\nvraag = \"U hebt een eigen bedrijf.\"\nwebsite = \"https://elders.example/ondernemers\"\n+++\nTekst.\n", title, size, days[i%5], i%12, (i+5)%12, i)
		}
		more[fmt.Sprintf("pleinen/plein-%d.md", size)] = fmt.Sprintf("+++\nnaam = %q\nadres = \"Kerkstraat 1\"\npostcode = \"5175 AA\"\nplaats = \"Loon op Zand\"\ntelefoon = \"013 000 00 00\"\n+++\n", name)
	}
	return pagetest.Winter(t, more)
}
