package generator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// escapedText is a text as the CMS writes it, and shownText is how a page shows it. It is
// a single paragraph, so that no format contains only part of it.
const (
	escapedText = `Merkwoord: dat kost &euro;&nbsp;5 \*per keer\*, zie a\_b of \[x\]. Caf&#233;, &eacute;&eacute;n & R&amp;D.`
	shownText   = "Merkwoord: dat kost € 5 *per keer*, zie a_b of [x]. Café, één & R&D."
)

// TestPlainTextEverywhere makes a directory of records with such a text, and checks that
// every format contains what the page shows.
func TestPlainTextEverywhere(t *testing.T) {
	file := func(fields string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\n" + fields + "\n+++\n" + escapedText + "\n")}
	}
	files := fstest.MapFS{
		"site.toml":        {Data: []byte("titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\ntalen = [\"nl\", \"en\"]\n")},
		"onderwerpen.toml": {Data: []byte("[geld]\nnaam = \"Geld\"\n")},
		"pleinen/plein.md": file("naam = \"Plein\"\nadres = \"Kerkstraat 1\"\npostcode = \"5038 AB\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 01\"\n" +
			"breedtegraad = 51.5\nlengtegraad = 5.1\n[openingstijden]\ndinsdag = \"9.00 tot 17.00 uur\""),
		"partners/hulp.md": file("naam = \"Hulp\"\nwebsite = \"https://hulp.example\""),
		"spreekuren/brieven.md": file("titel = \"Brieven\"\nplein = \"plein\"\npartner = \"hulp\"\ndag = \"elke dinsdag\"\ntijd = \"10.00 tot 12.00 uur\"\n" +
			"in_een_zin = \"Wij lezen uw brief.\"\nonderwerpen = [\"geld\"]"),
		"agenda/feest.md":    file("titel = \"Feest\"\ndatum = \"2026-12-01\"\nplein = \"plein\"\nin_een_zin = \"Er is feest.\""),
		"berichten/dicht.md": file("titel = \"Dicht\"\ndatum = \"2026-11-20\"\nin_een_zin = \"Wij zijn dicht.\"\npleinen = [\"plein\"]"),
		"paginas/over.md":    file("titel = \"Over\""),
	}
	g := generator.New(generator.Folders{Content: files, Layouts: layouts.Files, Static: static.Files})
	site, err := g.Site(generator.Change{}, catalog.Options{Now: now})
	if err != nil || site.Problems.HasErrors() {
		t.Fatal(err, site.Problems)
	}
	seen := map[string]int{}
	for name, data := range renderAll(t, site.Files) {
		for _, text := range textsIn(t, name, data) {
			if !strings.Contains(text, "Merkwoord") {
				continue
			}
			seen[path.Ext(name)]++
			if !strings.Contains(strings.Join(strings.Fields(text), " "), shownText) {
				t.Errorf("%s: %q", name, text)
			}
		}
	}
	for _, kind := range []string{".html", ".json", ".csv", ".atom"} {
		if seen[kind] == 0 {
			t.Errorf("no text in any %s", kind)
		}
	}
	t.Log(seen)
}

// textsIn returns the texts in a file as its consumers read them.
func textsIn(t *testing.T, name string, data []byte) []string {
	t.Helper()
	var all []string
	switch path.Ext(name) {
	case ".html":
		doc, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if n.Type == html.TextNode && n.Parent.Data == "script" {
				all = append(all, textsIn(t, name+".json", []byte(n.Data))...)
			} else if n.Type == html.TextNode {
				all = append(all, n.Data)
			}
			for _, a := range n.Attr {
				all = append(all, a.Val)
			}
		}
	case ".json", ".geojson", ".webmanifest":
		var value any
		if err := json.Unmarshal(data, &value); err == nil {
			all = stringsIn(value)
		}
	case ".atom", ".xml":
		d := xml.NewDecoder(bytes.NewReader(data))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			if text, ok := token.(xml.CharData); ok {
				all = append(all, html.UnescapeString(string(text))) // the content of a feed entry is HTML
			}
		}
	case ".csv":
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
		r.Comma, r.LazyQuotes = ';', false
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(name, err)
		}
		all = slices.Concat(rows...)
	case ".ics":
		unfolded := strings.NewReplacer("\r\n ", "", "\r\n\t", "").Replace(string(data))
		for line := range strings.SplitSeq(unfolded, "\r\n") {
			all = append(all, strings.NewReplacer(`\n`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`).Replace(line))
		}
	case ".txt", "":
		all = []string{string(data)}
	}
	return all
}

func stringsIn(value any) []string {
	switch v := value.(type) {
	case string:
		if strings.HasPrefix(v, "<") { // a field with HTML in it
			v = html.UnescapeString(v)
		}
		return []string{v}
	case []any:
		var all []string
		for _, item := range v {
			all = append(all, stringsIn(item)...)
		}
		return all
	case map[string]any:
		var all []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			all = append(all, stringsIn(v[key])...)
		}
		return all
	}
	return nil
}
