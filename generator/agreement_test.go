package generator_test

import (
	"bytes"
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"pleinwijzer/generator/catalog"
)

// agreeing is a directory with what is private in every place where an editor may leave
// it for himself.
func agreeing(t *testing.T) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/afspraken.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

const agreementPage = "pleinen/markt/afspraken/hulp/index.html"

// answer finds what stands on the paper after a label.
func answer(t *testing.T, page []byte, label string) string {
	t.Helper()
	found := regexp.MustCompile(`(?s)<dt>` + label + `</dt>\s*<dd>(.*?)\s*</dd>`).FindSubmatch(page)
	if found == nil {
		t.Fatalf("the agreement has no %q", label)
	}
	return string(found[1])
}

// TestAgreement compares the answers on the paper with the same spreekuur in the feed and
// on its page, and looks for what is private in everything that is published.
func TestAgreement(t *testing.T) {
	site := siteFor(t, mapFS(agreeing(t)), catalog.Options{Now: now})
	paper, own := render(t, site.Files, agreementPage), render(t, site.Files, "spreekuren/brief/index.html")
	var feed struct {
		Spreekuren []struct {
			Titel string `json:"titel"`
			Zin   string `json:"in_een_zin"`
			Regel string `json:"regel"`
			Tekst string `json:"tekst_html"`
		} `json:"spreekuren"`
	}
	if err := json.Unmarshal(render(t, site.Files, "feeds/v1/spreekuren.json"), &feed); err != nil || len(feed.Spreekuren) != 1 {
		t.Fatal(feed, err)
	}
	x := feed.Spreekuren[0]
	rule := strings.ToUpper(x.Regel[:1]) + x.Regel[1:]
	for label, want := range map[string]string{"Titel": x.Titel, "Omschrijving in 1 zin": x.Zin, "Op de site": rule} {
		got := answer(t, paper, label)
		if html.UnescapeString(got) != want {
			t.Errorf("%s: the agreement has %q, and the feed %q", label, got, want)
		}
		if !bytes.Contains(own, []byte(got)) {
			t.Errorf("%s: the page of the spreekuur has no %q", label, got)
		}
	}
	text := answer(t, paper, "Korte omschrijving")
	if text != x.Tekst || !bytes.Contains(own, []byte(text)) {
		t.Errorf("the agreement has %q, and the feed %q", text, x.Tekst)
	}
	if day, hours := answer(t, paper, "Dag"), answer(t, paper, "Tijd"); day != "de 1e en 3e dinsdag van de maand" || hours != "10.00 tot 12.00 uur en 13.30 tot 15.00 uur" ||
		!strings.Contains(x.Regel, day) {
		t.Errorf("the agreement has %q, %q, and the feed %q", day, hours, x.Regel)
	}
	paper = bytes.ReplaceAll(paper, []byte("<wbr>"), nil) // where a line may break
	for _, part := range []string{"Hulp &amp; &lt;Zo&gt; helpt op Plein Markt.", "Stichting Hulp &amp; &lt;Zo&gt;", "dinsdag 1 september 2026", "Facebook: https://www.facebook.com/hulp",
		"Plein Markt: nummer 123", "Donderdag 4 maart 2027, 10.00 tot 11.00 uur: Evaluatie van het plein", "dorp.example/pleinen/markt/poster", "dorp.example/insluiten/?partner=hulp", `content="noindex"`} {
		if !bytes.Contains(paper, []byte(part)) {
			t.Errorf("the agreement has no %q", part)
		}
	}
	if bytes.Contains(paper, []byte("Feest")) {
		t.Error("the agreement has an event that is for everyone")
	}
	for _, f := range site.Files {
		data := render(t, site.Files, f.Path)
		if bytes.Contains(bytes.ToLower(data), []byte("kanarie")) || bytes.Contains(data, []byte("06 12 34 56")) {
			t.Errorf("%s has what is private", f.Path)
		}
		if f.Path != agreementPage && !strings.Contains(f.Path, "/team/") && bytes.Contains(data, []byte("/afspraken/hulp")) {
			t.Errorf("%s leads to an agreement", f.Path)
		}
	}
	for path, want := range map[string]string{"/voor-partners/afspraken/": "afspraken.md", "/pleinen/markt/afspraken/hulp/": "pleinen/markt.md"} {
		if source, ok := site.Source(path); !ok || source.File != want {
			t.Errorf("the source of %s is %v, want %s", path, source, want)
		}
	}
}

// TestEmptyAgreement asks a new partner the five questions, on a site with a page for
// partners and on one without, and with and without clauses of its own.
func TestEmptyAgreement(t *testing.T) {
	files := map[string]string{"site.toml": agreeing(t)["site.toml"]}
	page := func() string {
		return string(render(t, siteFor(t, mapFS(files), catalog.Options{Now: now}).Files, "voor-partners/afspraken/index.html"))
	}
	empty := page()
	last := 0
	for _, label := range []string{"Titel", "Dag", "Tijd", "Omschrijving in 1 zin", "Korte omschrijving"} {
		at := strings.Index(empty, "<dt>"+label+"</dt>")
		if at < last {
			t.Errorf("%s is not asked in its place", label)
		}
		last = at
	}
	for _, part := range []string{"Op het plein helpen organisaties", "De partner doet mee.", "Op welke dag is het spreekuur? Bijvoorbeeld: elke dinsdag", "Terug naar Wat is een plein?"} {
		if !strings.Contains(empty, part) {
			t.Errorf("there is no %q", part)
		}
	}
	files["paginas/voor-partners.md"] = "+++\ntitel = \"Meedoen\"\n+++\nKijk [hier](/voor-partners/afspraken/).\n"
	files["afspraken.md"] = "Wij zijn er samen.\n"
	empty = page()
	for part, want := range map[string]bool{"Terug naar Meedoen": true, "Wij zijn er samen.": true, "doet mee": false} {
		if strings.Contains(empty, part) != want {
			t.Errorf("with a page and clauses of its own, there is %q: %t", part, !want)
		}
	}
}
