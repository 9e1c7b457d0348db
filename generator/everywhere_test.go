package generator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/BurntSushi/toml"
	ical "github.com/emersion/go-ical"
	"golang.org/x/net/html"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/paste"
	"pleinwijzer/generator/say"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// plainText is the text in the site that others are compared with. It occurs nowhere else
// in that site.
const plainText = "Merkteken"

// FuzzEverywhere puts a text into every field of a site that accepts it, and reads all
// output the way its consumers do. Each file must be the same as with a plain text,
// except for the text itself. So nothing is lost, no text is taken for markup, and all
// formats say the same.
func FuzzEverywhere(f *testing.F) {
	for _, text := range nastyTexts {
		f.Add(text)
	}
	for _, text := range []string{"Hulp nodig?", "Kom langs!", "Wordt vervolgd…", "Enz."} { // possible ends of a title
		f.Add(text)
	}
	var press everywherePress
	plain, ok := press.print(f, plainText)
	if !ok {
		f.Fatal("a plain text is refused")
	}
	press.only = map[string]bool{}
	for name, leaves := range plain {
		press.only[name] = slices.ContainsFunc(leaves, func(l leaf) bool { return strings.Contains(l.text, plainText) })
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := press.print(t, text)
		if !ok {
			t.Skip()
		}
		for name, leaves := range got {
			compareLeaves(t, name, leaves, plain[name], press.taken(text))
		}
	})
}

func compareLeaves(t *testing.T, name string, got, plain []leaf, text string) {
	t.Helper()
	for i, p := range ended(plain, text) {
		want := strings.ReplaceAll(p.text, plainText, text)
		switch {
		case i >= len(got):
			t.Fatalf("%s with %q ends before %s", name, text, p.at)
		case got[i].at != p.at:
			t.Fatalf("%s with %q has %s, want %s", name, text, got[i].at, p.at)
		case strings.HasSuffix(p.at, "/h2@class"), strings.HasSuffix(p.at, "/h1@class"): // a short name in larger letters
		case strings.HasSuffix(name, "/tafelbordje/index.html") && strings.HasSuffix(p.at, "/p@class"): // and so does a sign
		case strings.HasSuffix(name, "/kanalen/index.html") && strings.HasSuffix(p.at, "/pre"): // a message that is cut to its channel
		case frameHeight.MatchString(p.at): // follows from how long the texts in it are
		case got[i].text != want && loosely(got[i].text) != loosely(want):
			t.Fatalf("%s with %q: %s is %q, want %q", name, text, p.at, got[i].text, want)
		}
	}
	if plain = ended(plain, text); len(got) > len(plain) {
		t.Fatalf("%s with %q has %s too", name, text, got[len(plain)].at)
	}
}

var frameHeight = regexp.MustCompile(`(/iframe@(height|style)|/option@data-height|\.height)$`)

// ended removes the full stop after the plain text if the other text has its own
// punctuation at the end, such as a question mark. In HTML the full stop may be in the
// text node after the one that it ends.
func ended(plain []leaf, text string) []leaf {
	if say.End(text) != "" {
		return plain
	}
	kept, open := make([]leaf, 0, len(plain)), false // open: the previous leaf ends with the text
	for _, p := range plain {
		p.text = pointBehind.ReplaceAllString(p.text, plainText+"$1")
		if rest, point := strings.CutPrefix(p.text, "."); open && point {
			if p.text = strings.TrimSpace(rest); p.text == "" {
				continue
			}
		}
		open = strings.HasSuffix(p.text, plainText) || open && p.text == ""
		kept = append(kept, p)
	}
	return kept
}

// pointBehind matches a full stop after the plain text at the end of a sentence.
var pointBehind = regexp.MustCompile(plainText + `\.(\s|<|$)`)

// everywherePress renders one site after another with the templates of the first.
type everywherePress struct {
	files fstest.MapFS
	made  *generator.Generator
	only  map[string]bool // the files to render; nil for all
}

// taken returns the text as a field stores it.
func (p *everywherePress) taken(text string) string {
	return strings.Join(strings.Fields(paste.Visible(text)), " ")
}

// print makes the site with a text and reads its files. It returns false if the text is
// refused.
func (p *everywherePress) print(t testing.TB, text string) (map[string][]leaf, bool) {
	t.Helper()
	if p.made == nil {
		p.files = fstest.MapFS{}
		p.made = generator.New(generator.Folders{Content: p.files, Layouts: layouts.Files, Static: static.Files})
	}
	maps.Copy(p.files, everywhere(t, text))
	site, err := p.made.Site(generator.Change{Content: []string{"."}}, catalog.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	if site.Problems.HasErrors() {
		return nil, false
	}
	all := map[string][]leaf{}
	for _, f := range site.Files {
		read, ok := leafReaders[path.Ext(f.Path)]
		if !ok || p.only != nil && !p.only[f.Path] || strings.HasPrefix(f.Path, "zoeken/delen/woorden-") || p.skips(f.Path, text) {
			continue
		}
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		var l leaves
		if err := read(&l, "", b.Bytes()); err != nil {
			t.Fatalf("%s with %q: %v", f.Path, text, err)
		}
		all[f.Path] = l
	}
	return all, true
}

// skips leaves out three out of four pages while fuzzing, since rendering one takes as
// long as all feeds together. The text determines which pages are left out. A text that
// failed is tried on all pages.
func (p *everywherePress) skips(name, text string) bool {
	fuzzing := flag.Lookup("test.fuzz").Value.String() != ""
	return fuzzing && p.only != nil && path.Ext(name) == ".html" && crc32.ChecksumIEEE([]byte(name))%4 != crc32.ChecksumIEEE([]byte(text))%4
}

// everywhere returns the content of a site with the text in all its fields.
func everywhere(t testing.TB, text string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	type table = map[string]any
	put := func(name string, record table) {
		var b bytes.Buffer
		if err := toml.NewEncoder(&b).Encode(record); err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: b.Bytes()}
	}
	body := "Tekst: " + literally(text)
	put("site.toml", table{"titel": "Pleinen", "adres": "https://pleinen.example", "organisatie": text + " organisatie"})
	put("pleinen/plein.toml", table{
		"naam": "Plein " + text, "in_een_zin": text, "locatie": text + " gebouw", "adres": "Straat 1", "postcode": "5038 AB", "plaats": "Tilburg", "route": text,
		"telefoon": "013 000 00 01", "tekst": body, "afwijkend": []table{{"datum": "2026-12-08", "gesloten": true, "reden": text}},
	})
	put("partners/partner.toml", table{"naam": "Partner " + text, "in_een_zin": text, "tekst": body})
	put("spreekuren/spreekuur.toml", table{
		"titel": text, "plein": "plein", "partner": "partner", "dag": "elke dinsdag", "tijd": "10.00 tot 12.00 uur", "in_een_zin": text + " zin", "tekst": body,
		"kosten": text, "meenemen": []string{text, text + " 2"}, "niet": []string{text}, "doelgroepen": []string{text},
		"afwijkend": []table{{"datum": "2026-12-01", "vervalt": true, "reden": text + " reden"}},
	})
	put("agenda/punt.toml", table{
		"titel": text + " middag", "datum": "2026-12-03", "in_een_zin": text, "locatie": text, "adres": "Straat 2", "plaats": "Tilburg", "tekst": body,
	})
	put("berichten/bericht.toml", table{"titel": text + " nieuws", "datum": "2026-11-20", "pleinen": []string{"plein"}, "in_een_zin": text, "tekst": body})
	return files
}

// literally escapes a text so that Markdown takes nothing in it for markup.
func literally(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		if r < 0x80 && (unicode.IsPunct(r) || unicode.IsSymbol(r)) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// derived matches what depends on a text without containing it: ids, hashes of pictures
// and of parts of the index, and the lines under headings in plain text.
var derived = regexp.MustCompile(`\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{8,}\b|={3,}|-{3,}`)

// loosely normalises a text to what every format can express. It is in lower case, since
// it may begin a sentence. A leading quote keeps a spreadsheet from taking a text for a
// formula.
func loosely(text string) string {
	text = strings.TrimLeft(derived.ReplaceAllString(text, " "), "'")
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// A leaf is a text at a certain place in a file.
type leaf struct{ at, text string }

type leaves []leaf

func (l *leaves) add(at, text string) { *l = append(*l, leaf{at, text}) }

// leafReaders maps an extension to the function that reads such a file.
var leafReaders map[string]func(l *leaves, at string, data []byte) error

func init() {
	leafReaders = map[string]func(*leaves, string, []byte) error{
		".html": (*leaves).html, ".json": (*leaves).json, ".geojson": (*leaves).json, ".webmanifest": (*leaves).json,
		".atom": (*leaves).xml, ".xml": (*leaves).xml, ".ics": (*leaves).ics, ".csv": (*leaves).csv,
	}
}

func (l *leaves) html(at string, data []byte) error {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return err
	}
	return l.node(at, doc)
}

func (l *leaves) node(at string, n *html.Node) error {
	switch n.Type {
	case html.ElementNode:
		at += "/" + n.Data
		l.add(at, "")
		for _, a := range n.Attr {
			l.add(at+"@"+a.Key, a.Val)
			if n.Data == "script" && a.Val == "application/ld+json" {
				return l.json(at, []byte(n.FirstChild.Data))
			}
		}
	case html.TextNode:
		if strings.HasSuffix(at, "/code") { // code to copy to another site
			if strings.HasPrefix(n.Data, "{") {
				return l.json(at, []byte(n.Data))
			}
			return l.html(at, []byte(n.Data))
		}
		if text := strings.TrimSpace(n.Data); text != "" {
			l.add(at, text)
		}
	}
	for child := range n.ChildNodes() {
		if err := l.node(at, child); err != nil {
			return err
		}
	}
	return nil
}

func (l *leaves) json(at string, data []byte) error {
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	return l.value(at, value)
}

func (l *leaves) value(at string, value any) error {
	switch value := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(value)) {
			if err := l.value(at+"."+key, value[key]); err != nil {
				return err
			}
		}
	case []any:
		for i, v := range value {
			if err := l.value(fmt.Sprint(at, "[", i, "]"), v); err != nil {
				return err
			}
		}
	case string:
		if strings.HasSuffix(at, "html") {
			return l.html(at, []byte(value))
		}
		l.add(at, value)
	default:
		l.add(at, fmt.Sprint(value))
	}
	return nil
}

func (l *leaves) xml(at string, data []byte) error {
	d, html := xml.NewDecoder(bytes.NewReader(data)), false
	for {
		token, err := d.Token()
		switch token := token.(type) {
		case xml.StartElement:
			at += "." + token.Name.Local
			html = false
			for _, a := range token.Attr {
				l.add(at+"@"+a.Name.Local, a.Value)
				html = html || a.Name.Local == "type" && a.Value == "html"
			}
		case xml.EndElement:
			at, html = at[:strings.LastIndexByte(at, '.')], false
		case xml.CharData:
			if html {
				if err := l.html(at, token); err != nil {
					return err
				}
			} else if text := strings.TrimSpace(string(token)); text != "" {
				l.add(at, text)
			}
		}
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func (l *leaves) ics(at string, data []byte) error {
	calendar, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		return err
	}
	return l.component(at, calendar.Component)
}

func (l *leaves) component(at string, c *ical.Component) error {
	at += "." + c.Name
	for _, name := range slices.Sorted(maps.Keys(c.Props)) {
		for _, p := range c.Props[name] {
			text := p.Value
			if p.ValueType() == ical.ValueText || strings.HasPrefix(name, "X-") {
				var err error
				if text, err = p.Text(); err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
			}
			for _, param := range slices.Sorted(maps.Keys(p.Params)) {
				l.add(at+"."+name+";"+param, strings.Join(p.Params[param], ","))
			}
			l.add(at+"."+name, text)
		}
	}
	for _, child := range c.Children {
		if err := l.component(at, child); err != nil {
			return err
		}
	}
	return nil
}

func (l *leaves) csv(at string, data []byte) error {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.Comma = ';'
	rows, err := r.ReadAll()
	for i, row := range rows {
		for j, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				return fmt.Errorf("%q is a formula", cell)
			}
			l.add(fmt.Sprint(at, i, ",", j), cell)
		}
	}
	return err
}
