package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/publish"
	"pleinwijzer/layouts"
)

// telling lists addresses on the shipped site that show most of what their layouts can
// do. For a layout without an address here, tests look at its first page.
var telling = []string{
	"/", "/zoeken/", "/mijn-spreekuren/",
	"/pleinen/dinsdagochtendplein/",
	"/spreekuren/formulierenhulp-loon-op-zand/",
	"/spreekuren/geld-oisterwijk/", // has stopped
	"/partners/contourdetwern/",
	"/spreekuren/", "/onderwerpen/geld/",
	"/pleinen/", "/partners/", "/dagen/", "/onderwerpen/", "/plaatsen/",
	"/dagen/dinsdag/", "/plaatsen/tilburg/",
	"/agenda/", "/agenda/netwerkochtend-januari-2027/",
	"/berichten/", "/berichten/dinsdagochtendplein-nieuwe-plek/",
	"/over-deze-site/", "/wat-is-een-plein/",
	"/pleinen/dinsdagochtendplein/poster/", "/spreekuren/formulierenhulp-loon-op-zand/kaart/", "/pleinen/dinsdagochtendplein/nieuwsbrief/",
	"/pleinen/dinsdagochtendplein/team/", "/pleinen/dinsdagochtendplein/wijzer/",
	"/pleinen/dinsdagochtendplein/scherm/", "/pleinen/dinsdagochtendplein/turflijst/",
	"/pleinen/dinsdagochtendplein/afspraken/taalhuis-midden-brabant/", "/voor-partners/afspraken/",
	"/partners/contourdetwern/kanalen/", "/partners/contourdetwern/tafelbordje/", "/partners/contourdetwern/poster/",
	"/feeds/gids/dinsdagochtendplein/", "/feeds/gids/",
	"/embed/pleinen/dinsdagochtendplein/", "/embed/partners/contourdetwern/",
	"/uk/", // has long words
}

// pages returns the addresses that browser tests look at: for each layout one or more in
// Dutch, and the first of those also in Arabic, which is written from right to left.
func pages(t *testing.T) []string {
	t.Helper()
	listing.Do(func() { listed = siteFor(t, os.DirFS("../content"), catalog.Options{Now: now}).Pages })
	return toBrowse(listed, telling)
}

// pagesAt returns those at a width: the ones in Arabic only where the width is among the
// others.
func pagesAt(t *testing.T, width int64, arabic ...int64) []string {
	t.Helper()
	return slices.DeleteFunc(pages(t), func(address string) bool {
		return strings.HasPrefix(address, "/ar/") && !slices.Contains(arabic, width)
	})
}

var (
	listing sync.Once
	listed  []layout.Placed
)

func toBrowse(list []layout.Placed, telling []string) []string {
	byAddress := map[string]layout.Placed{}
	for _, p := range list {
		byAddress[p.Address()] = p
	}
	var chosen []layout.Placed
	seen := map[string]bool{"": true} // the empty layout is for redirects
	for _, address := range telling {
		p := byAddress[address]
		chosen, seen[p.Layout] = append(chosen, p), true
	}
	for _, p := range list {
		if !seen[p.Layout] {
			chosen, seen[p.Layout] = append(chosen, p), true
		}
	}
	var addresses, arabic []string
	inArabic := map[string]bool{}
	for _, p := range chosen {
		addresses = append(addresses, p.Address())
		i := slices.IndexFunc(list, func(q layout.Placed) bool { return q.Path == p.Path && q.Layout == p.Layout && q.Language() == "ar" })
		if i >= 0 && !inArabic[p.Layout] {
			arabic, inArabic[p.Layout] = append(arabic, list[i].Address()), true
		}
	}
	return append(addresses, arabic...)
}

// TestPages checks that the browser tests look at each layout, and that each layout is
// used by a page.
func TestPages(t *testing.T) {
	unused := map[string]bool{}
	entries, err := fs.ReadDir(layouts.Files, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if name, ok := strings.CutSuffix(entry.Name(), ".html"); ok && name != "base" {
			unused[name] = true
		}
	}
	looked := pages(t)
	for _, address := range telling {
		if !slices.ContainsFunc(listed, func(p layout.Placed) bool { return p.Address() == address }) {
			t.Errorf("no page %s", address)
		}
	}
	for _, p := range listed {
		if slices.Contains(looked, p.Address()) {
			delete(unused, p.Layout)
		}
	}
	for name := range unused {
		t.Errorf("no page has layout %s", name)
	}
}

// host serves the shipped site, and returns its address.
func host(t *testing.T) string {
	t.Helper()
	browsertest.NeedsBrowser(t)
	return serve(t, shippedFiles(t))
}

// shippedFiles are those of the shipped site, which is rendered only once for all tests.
func shippedFiles(t *testing.T) map[string][]byte {
	t.Helper()
	rendering.Do(func() { renderedSite = renderAll(t, shipped(t, catalog.Options{Now: now})) })
	return renderedSite
}

var (
	rendering    sync.Once
	renderedSite map[string][]byte
)

func serve(t *testing.T, files map[string][]byte) string {
	t.Helper()
	return serveAt(t, "/", files)
}

// serveAt serves a site below a path.
func serveAt(t *testing.T, base string, files map[string][]byte) string {
	t.Helper()
	server := httptest.NewServer(browsertest.Host(base, files))
	t.Cleanup(server.Close)
	return server.URL
}

// serveAsked serves a site of which a test looks at a few pages: each file is rendered when
// it is asked for.
func serveAsked(t *testing.T, files []publish.File) string {
	t.Helper()
	byPath := map[string]publish.File{}
	for _, f := range files {
		byPath[f.Path] = f
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked := strings.TrimPrefix(r.URL.Path, "/")
		here := map[string][]byte{}
		for _, name := range []string{asked, asked + "index.html", "404.html", "_headers"} {
			if f, there := byPath[name]; there {
				var b bytes.Buffer
				if err := f.Render(&b); err != nil {
					t.Error(name, err)
				}
				here[name] = b.Bytes()
			}
		}
		browsertest.Host("/", here).ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// open opens a tab whose clock is at the moment that the shipped site was built.
func open(t *testing.T, before ...browsertest.Step) *browsertest.Tab {
	t.Helper()
	return browsertest.Open(t, append([]browsertest.Step{browsertest.Clock(now)}, before...)...)
}

// A broken page is a page in which a check must find something wrong.
type broken struct{ body, want string }

// findsBroken proves that a check can fail: it must report each broken page and nothing
// about a good one.
func findsBroken(t *testing.T, tab *browsertest.Tab, good string, pages map[string]broken, check func() []string) {
	t.Helper()
	const page = "<!doctype html><html lang=nl><meta name=viewport content='width=device-width'><title>Proef</title><link rel=icon href=data:,>" +
		"<style>:focus-visible{outline:3px solid #000;outline-offset:3px} a,button{display:inline-block}a,button,summary{min-height:24px}</style>%s"
	files := map[string][]byte{"index.html": fmt.Appendf(nil, page, good)}
	address := serve(t, files)
	tab.Go(address)
	if found := check(); len(found) > 0 {
		t.Errorf("in a good page: %q", found)
	}
	for name, p := range pages {
		files["index.html"] = fmt.Appendf(nil, page, p.body)
		tab.Go(address)
		if found := check(); !strings.Contains(strings.Join(found, "\n"), p.want) {
			t.Errorf("%s: found %q, want %q", name, found, p.want)
		}
	}
}
