package page

import (
	"bytes"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/pagetest"
)

// alwaysOpen is a directory with a spreekuur that is always going on, whatever the clock of
// a browser says: not all browsers let a test set it.
const alwaysOpen = `-- site.toml --
titel = "Hulp in Dorp"
adres = "https://dorp.example"
talen = ["nl", "ar"]
-- onderwerpen.toml --
[geld]
naam = "Geld, belasting en formulieren invullen"
pictogram = "geld"
[digitaal]
naam = "Computers, telefoons en tablets gebruiken"
pictogram = "computer"
-- pleinen/dorp.md --
+++
naam = "Dorpsplein"
in_een_zin = "Hulp in het dorp."
locatie = "Bibliotheek"
adres = "Kerkstraat 1"
postcode = "5175 AA"
plaats = "Loon op Zand"
telefoon = "013 000 00 00"
feestdagen = "open"
+++
-- partners/taalhuis.md --
+++
naam = "Taalhuis"
+++
-- spreekuren/brieven.md --
+++
titel = "Brieven en formulieren"
plein = "dorp"
partner = "taalhuis"
onderwerpen = ["geld"]
dag = "maandag t/m zondag"
tijd = "0.00-23.59"
in_een_zin = "Wij lezen samen uw brief."
+++
Neem de brief mee.
-- spreekuren/lezen.md --
+++
titel = "Samen lezen en schrijven met vrijwilligers in de bibliotheek"
plein = "dorp"
partner = "taalhuis"
onderwerpen = ["geld", "digitaal"]
dag = "dinsdag"
tijd = "10.00-12.00"
in_een_zin = "Wij lezen samen."
+++
Kom langs.
-- berichten/nieuw.md --
+++
titel = "Nieuw spreekuur"
datum = "2026-11-01"
in_een_zin = "Er is een nieuw spreekuur."
+++
Kom langs.
-- paginas/over.md --
+++
titel = "Over"
voet = 1
+++
Tekst.
`

// TestOtherBrowsers visits a site with Firefox and WebKit.
func TestOtherBrowsers(t *testing.T) {
	browsertest.NeedsOthers(t)
	s := serverOf(t, pagetest.Of(t, []byte(alwaysOpen), catalog.Options{Now: time.Now()}))
	base := s.URL + s.path
	for name, data := range s.files {
		if strings.HasPrefix(name, "embed/") || strings.HasPrefix(name, "oembed/") || name == "_headers" {
			s.files[name] = bytes.ReplaceAll(data, []byte("https://dorp.example/"), []byte(base))
		}
	}
	s.host = browsertest.Host(s.path, s.files)
	// Our headers forbid a frame, and only a frame is as narrow as a phone in each browser.
	unguarded := maps.Clone(s.files)
	delete(unguarded, "_headers")
	unguarded["kader/index.html"] = []byte(`<!doctype html><title>Kader</title><iframe width="320" height="640"></iframe><script>document.querySelector('iframe').src = '../' + location.search.slice(1)</script>`)
	loose := httptest.NewServer(browsertest.Host(s.path, unguarded))
	t.Cleanup(loose.Close)
	partner := s.partner(t, strings.ReplaceAll(noord, "noord", "dorp")+s.script()+
		`<iframe src="`+base+`embed/pleinen/dorp/"></iframe><script>addEventListener('message', ({ data }) => { if (data.height) document.querySelector('iframe').dataset.height = data.height; })</script>`, "")
	wordpress := s.partner(t, wordpress(t)+asWordPress(t, s.files["oembed/pleinen/dorp.json"], "geheim")+
		strings.ReplaceAll(noord, "noord", "dorp")+`<script src="`+loose.URL+s.path+`embed/v1.js" async></script>`, "")
	control := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { s.down.Store(r.URL.Path == "/down") }))
	t.Cleanup(control.Close)

	out := browsertest.VisitWithOthers(t, map[string]any{
		"site": base, "framed": loose.URL + s.path + "kader/", "control": control.URL + "/", "partner": partner, "wordpress": wordpress,
		"pages": s.kindsOfPages(),
		"query": "brieven", "title": "Brieven en formulieren", "page": "spreekuren/brieven/",
	})
	t.Logf("%s", out[bytes.LastIndexByte(bytes.TrimSpace(out), '\n')+1:])
}

// kindsOfPages are the pages in Dutch, and the first page in Arabic too. Those for frames of
// others, and what leads elsewhere, have no script.
func (s *server) kindsOfPages() []string {
	pages := []string{"", "ar/"}
	for path, data := range s.files {
		page, index := strings.CutSuffix(path, "index.html")
		if index && !strings.HasPrefix(path, "ar/") && bytes.Contains(data, []byte("data-gemaakt")) {
			pages = append(pages, page)
		}
	}
	return pages
}
