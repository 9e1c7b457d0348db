package generator_test

import (
	"fmt"
	"io/fs"
	"net/http/httptest"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// kinds are pages of the shipped site, with the layout that each must have: of
// every layout one or more. They are tested in Dutch, and the first of each layout
// in Arabic, which reads from the right.
var kinds = []struct{ layout, path string }{
	{"home", "/"},
	{"zoeken", "/zoeken/"},
	{"mijn", "/mijn-spreekuren/"},
	{"plein", "/pleinen/dinsdagochtendplein/"},
	{"spreekuur", "/spreekuren/formulierenhulp-loon-op-zand/"},
	{"spreekuur", "/spreekuren/geld-oisterwijk/"}, // stopped
	{"partner", "/partners/contourdetwern/"},
	{"spreekuren", "/spreekuren/"},
	{"spreekuren", "/onderwerpen/geld/"},
	{"lijst", "/pleinen/"},
	{"lijst", "/partners/"},
	{"lijst", "/dagen/"},
	{"lijst", "/onderwerpen/"},
	{"lijst", "/plaatsen/"},
	{"dag", "/dagen/dinsdag/"},
	{"plaats", "/plaatsen/tilburg/"},
	{"agenda", "/agenda/"},
	{"agendapunt", "/agenda/netwerkochtend-januari-2027/"},
	{"berichten", "/berichten/"},
	{"bericht", "/berichten/dinsdagochtendplein-nieuwe-plek/"},
	{"pagina", "/over-deze-site/"},
	{"pagina", "/wat-is-een-plein/"},
	{"poster", "/pleinen/dinsdagochtendplein/poster/"},
	{"kaart", "/spreekuren/formulierenhulp-loon-op-zand/kaart/"},
	{"nieuwsbrief", "/pleinen/dinsdagochtendplein/nieuwsbrief/"},
	{"feeds", "/feeds/"},
	{"gids", "/feeds/gids/dinsdagochtendplein/"},
	{"lijst", "/feeds/gids/"},
	{"insluiten", "/insluiten/"},
	{"404", "/404.html"},
}

// embedded are pages that stand in a frame on the site of a partner. They have no
// layout, since they share nothing with the pages of the site.
var embedded = []string{"/embed/pleinen/dinsdagochtendplein/", "/embed/partners/contourdetwern/", "/embed/ar/pleinen/dinsdagochtendplein/"}

// pages are the addresses of all kinds. The pages for what is not there, about the
// feeds and for newsletters exist in Dutch alone.
func pages() []string {
	var dutch, arabic []string
	seen := map[string]bool{"404": true, "nieuwsbrief": true, "feeds": true, "gids": true}
	for _, kind := range kinds {
		dutch = append(dutch, kind.path)
		if !seen[kind.layout] {
			arabic = append(arabic, "/ar"+kind.path)
			seen[kind.layout] = true
		}
	}
	return slices.Concat(dutch, arabic, []string{"/uk/"}, embedded) // Ukrainian, for its long words
}

// TestKinds builds the site with layouts that say nothing but their name.
func TestKinds(t *testing.T) {
	names := fstest.MapFS{}
	missing := map[string]bool{}
	err := fs.WalkDir(layouts.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(layouts.Files, name)
		layout, isLayout := strings.CutSuffix(name, ".html")
		if isLayout && path.Dir(name) == "." && layout != "base" {
			missing[layout] = true
			data = []byte("<h1>layout " + layout + "</h1>")
		}
		names[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	g := generator.New(generator.Folders{Content: os.DirFS("../content"), Layouts: names, Static: static.Files})
	site, err := g.Site(generator.Change{}, catalog.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range kinds {
		name := strings.TrimPrefix(kind.path, "/")
		if path.Ext(name) == "" {
			name += "index.html"
		}
		if !strings.Contains(string(render(t, site.Files, name)), ">layout "+kind.layout+"<") {
			t.Errorf("%s has another layout than %s", kind.path, kind.layout)
		}
		delete(missing, kind.layout)
	}
	for layout := range missing {
		t.Errorf("no page in the list has layout %s", layout)
	}
}

// host serves the shipped site, which is rendered once for all tests, and gives
// its address.
func host(t *testing.T) string {
	t.Helper()
	browsertest.NeedsBrowser(t)
	rendering.Do(func() { renderedSite = renderAll(t, shipped(t, catalog.Options{Now: now})) })
	return serve(t, renderedSite)
}

var (
	rendering    sync.Once
	renderedSite map[string][]byte
)

func serve(t *testing.T, files map[string][]byte) string {
	t.Helper()
	server := httptest.NewServer(browsertest.Host("/", files))
	t.Cleanup(server.Close)
	return server.URL
}

// open opens a tab at the moment that the shipped site was built.
func open(t *testing.T, before ...browsertest.Step) *browsertest.Tab {
	t.Helper()
	return browsertest.Open(t, append([]browsertest.Step{browsertest.Clock(now)}, before...)...)
}

// A broken page is one that a check must find something wrong with.
type broken struct{ body, want string }

// findsBroken shows that a check can fail: in each broken page it finds what
// is wrong, and in a good page nothing.
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
