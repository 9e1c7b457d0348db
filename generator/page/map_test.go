package page

import (
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"

	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/pagetest"
)

// spread is a directory of so many pleinen: three in each town, of which some are one beside
// another, and every tenth of which nobody said where it is.
func spread(t *testing.T, n int) *catalog.Catalog {
	t.Helper()
	random := rand.New(rand.NewPCG(1, uint64(n)))
	files := map[string]string{}
	for i := range n {
		at := fmt.Sprintf("breedtegraad = %.5f\nlengtegraad = %.5f\n", 51.2+1.5*random.Float64(), 4.6+1.5*random.Float64())
		if i%10 == 9 {
			at = ""
		}
		files[fmt.Sprintf("pleinen/p%d.md", i)] = fmt.Sprintf("+++\nnaam = \"Plein %d\"\nadres = \"Markt %d\"\npostcode = \"5000 AA\"\nplaats = \"Dorp %d\"\ntelefoon = \"013 000 00 01\"\n%s+++\n", i, i+1, i/3, at)
	}
	return pagetest.Winter(t, files)
}

var spotLink = regexp.MustCompile(`<a class="spot" href="([^"]+)"><title>([^<]+)</title>`)

// TestMap has each plein with a place on the map: by a link to it, or to the place where it
// is with others. The others are named beside it.
func TestMap(t *testing.T) {
	for _, n := range []int{0, 1, 3, 40, 500} {
		c := spread(t, n)
		files := filesOf(t, c)
		text := string(pagetest.Rendered(t, files, "pleinen/index.html"))
		svgs := strings.Split(text, "<svg class=\"map ")[1:]
		if n < 2 {
			if len(svgs) > 0 {
				t.Errorf("%d pleinen: a map of nothing", n)
			}
			continue
		}
		if len(svgs) != 2 {
			t.Fatalf("%d pleinen: %d maps, want one for a phone and one for a page", n, len(svgs))
		}
		for _, svg := range svgs {
			svg, _, _ = strings.Cut(svg, "</svg>")
			leads := map[string]bool{}
			for _, m := range spotLink.FindAllStringSubmatch(svg, -1) {
				if leads[m[1]] = true; html.UnescapeString(m[2]) == "" {
					t.Errorf("%d pleinen: a link without a name to %s", n, m[1])
				}
			}
			for _, p := range c.Pleinen {
				onMap := leads[p.Page()] || p.Plaats != nil && leads[p.Plaats.Page()] || leads["/plaatsen/"]
				if known := p.Adres(c.Today).Breedtegraad != 0; known && !onMap {
					t.Errorf("%d pleinen: %s is not on the map", n, p.Naam)
				} else if named := strings.Contains(text[:strings.Index(text, "</section>")], `href="`+p.Page()+`">`+p.Naam); !known && !named {
					t.Errorf("%d pleinen: %s is not named beside the map", n, p.Naam)
				}
			}
		}
	}
}

// TestAround shows a plein in a picture among its neighbours, with links to them beside it,
// the nearest first.
func TestAround(t *testing.T) {
	place := func(name string, latitude float64) string {
		return fmt.Sprintf("+++\nnaam = \"Plein %s\"\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"%s\"\ntelefoon = \"013 000 00 01\"\n"+
			"breedtegraad = %.3f\nlengtegraad = 5.1\n+++\n", name, name, latitude)
	}
	c := pagetest.Winter(t, map[string]string{
		"pleinen/a.md": place("A", 51.5), "pleinen/b.md": place("B", 51.6), "pleinen/c.md": place("C", 51.55), "pleinen/d.md": place("D", 53.2),
	})
	files := filesOf(t, c)
	text := string(pagetest.Rendered(t, files, "pleinen/a/index.html"))
	_, drawn, _ := strings.Cut(text, `<svg class="map `)
	drawn, list, _ := strings.Cut(drawn, "</svg>")
	spots, itself := strings.Count(drawn, `class="spot"`), strings.Count(drawn, `class="spot here"`)
	picture := strings.Contains(drawn, `role="img"`) && !strings.Contains(drawn, "href") && !strings.Contains(drawn, ">D<")
	if spots != 2 || itself != 1 || !picture {
		t.Errorf("the map %s", drawn)
	}
	near, far := strings.Index(list, "/pleinen/c/"), strings.Index(list, "/pleinen/b/")
	if near < 0 || far < near || !strings.Contains(list, "6 km") || !strings.Contains(list, "11 km") {
		t.Errorf("the neighbours %s", list)
	}
	for _, alone := range []string{"pleinen/d/index.html", "pleinen/markt/index.html"} {
		if strings.Contains(string(pagetest.Rendered(t, files, alone)), `<svg class="map `) {
			t.Errorf("%s has a map of nothing", alone)
		}
	}
}
