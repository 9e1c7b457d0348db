package page

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/layouts"
)

// seal is in every Dutch text of an editor, in these tests only.
const seal = "ZZNL"

var (
	textField = regexp.MustCompile(`^(titel|naam|naam_in_uitingen|in_een_zin|organisatie|uitleg|zin|vraag|hoe|locatie|adres|plaats|route|reden|rol|kosten|locatie_tekst) = "([^"/][^"]*)"$`)
	listField = regexp.MustCompile(`^(meenemen|niet|doelgroepen|doorverwijzen|vragen) = \[`)
	listItem  = regexp.MustCompile(`"([^"]+)"`)
	table     = regexp.MustCompile(`^\[+(\w+)`)
)

// sealed is a content file with the seal in what its editor wrote in Dutch.
func sealed(name string, source []byte) []byte {
	lines := strings.Split(string(source), "\n")
	fences, in := 0, ""
	for i, line := range lines {
		if line == "+++" {
			fences++
		} else if header := table.FindStringSubmatch(line); header != nil {
			if in = header[1]; strings.Contains(line, ".vertaling.") {
				in = "vertaling"
			}
		}
		switch {
		case fences > 1 || in == "vertaling":
		case listField.MatchString(line):
			lines[i] = listItem.ReplaceAllString(line, `"$1 `+seal+`"`)
		case !strings.HasSuffix(line, `= "gratis"`) && !strings.Contains(line, "://"):
			lines[i] = textField.ReplaceAllString(line, `$1 = "$2 `+seal+`"`)
		}
	}
	if path.Ext(name) == ".md" {
		lines = append(lines, "", seal)
	}
	return []byte(strings.Join(lines, "\n"))
}

// sealedSites are a directory in which everything is used, and the one that
// ships, with the seal in them.
func sealedSites(t *testing.T) map[string]fstest.MapFS {
	t.Helper()
	small := fstest.MapFS{}
	for _, name := range []string{"../pagetest/complete.txtar", "testdata/talen.txtar"} {
		for _, f := range pagetest.Must(txtar.ParseFile(name)).Files {
			small[f.Name] = &fstest.MapFile{Data: sealed(f.Name, f.Data)}
		}
	}
	small["site.toml"].Data = append(small["talen.toml"].Data, small["site.toml"].Data...)
	delete(small, "talen.toml")
	shipped, folder := fstest.MapFS{}, os.DirFS("../../content")
	err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Base(name) == "README.md" {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		shipped[name] = &fstest.MapFile{Data: sealed(name, data)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return map[string]fstest.MapFS{"complete": small, "shipped": shipped}
}

// TestDutchIsMarked wants every Dutch text on a page in another language to be in
// an element that says so, with the direction of Dutch, and nothing else to be
// in one: a screen reader speaks each in its own voice. Code is in no language, and
// says that it is not to be translated.
func TestDutchIsMarked(t *testing.T) {
	arabic := pagetest.Must(i18n.Load(layouts.Files))["ar"]
	for name, fsys := range sealedSites(t) {
		records, problems, err := contentfs.Read(fsys)
		if err != nil {
			t.Fatal(err)
		}
		c, unresolved := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon, Drafts: true})
		if all := append(problems, unresolved...); all.HasErrors() {
			t.Fatalf("%s: %v", name, all)
		}
		seen, names := 0, latinIn(fsys, "ar")
		for _, f := range filesOf(t, c) {
			language, _, _ := strings.Cut(f.Path, "/")
			if path.Ext(f.Path) != ".html" || language != "ar" && language != "en" {
				continue
			}
			var b bytes.Buffer
			if err := f.Render(&b); err != nil {
				t.Fatal(err)
			}
			doc := pagetest.Must(html.Parse(&b))
			for n := range doc.Descendants() {
				problem := checkMarked(n)
				if problem == "" && language == "ar" {
					problem = checkArabic(n, arabic, names)
				}
				if problem != "" {
					t.Errorf("%s: %s: %s", name, f.Path, problem)
				}
			}
			seen++
		}
		if seen < 50 {
			t.Errorf("%s: %d pages", name, seen)
		}
	}
}

// checkMarked looks at one node of the body: at its text, or at the attributes
// that are read out.
func checkMarked(n *html.Node) string {
	if inside(n, "head") != nil {
		return "" // a title and a description have no elements
	}
	if n.Type == html.ElementNode {
		for _, a := range n.Attr {
			if strings.Contains(" aria-label title alt placeholder ", " "+a.Key+" ") && strings.Contains(a.Val, seal) {
				return fmt.Sprintf("%s=%q cannot be marked as Dutch", a.Key, a.Val)
			}
		}
	}
	if n.Type != html.TextNode || strings.TrimSpace(n.Data) == "" || inside(n, "script") != nil {
		return ""
	}
	if code := inside(n, "code"); code != nil {
		if attribute(nearest(code, "translate"), "translate") != "no" || attribute(nearest(code, "dir"), "dir") != "ltr" {
			return fmt.Sprintf("code that may be translated or turned round: %s", n.Data)
		}
		return ""
	}
	at := nearest(n.Parent, "lang")
	dutch := attribute(at, "lang") == "nl"
	switch written := strings.Contains(n.Data, seal); {
	case written && !dutch:
		return fmt.Sprintf("Dutch is not marked in <%s>%s", n.Parent.Data, n.Data)
	case dutch && attribute(at, "dir") != "ltr":
		return fmt.Sprintf("Dutch without a direction in <%s>%s", n.Parent.Data, n.Data)
	case dutch && !written && attribute(at, "hreflang") == "" && attribute(at, "value") != "nl" && // the name of a language, to choose it
		inside(n, "template") == nil && // what the sheet of /meegeven/ says twice, for who helps
		!within(n, "text") && strings.ContainsFunc(n.Data, unicode.IsLetter):
		return fmt.Sprintf("marked as Dutch, and is it? <%s>%s", n.Parent.Data, n.Data)
	}
	return ""
}

var latinWord = regexp.MustCompile(`\p{Latin}{2,}`)

// checkArabic finds Dutch that the program itself wrote, by its letters.
// What editors wrote in Arabic themselves may have names in it.
func checkArabic(n *html.Node, arabic *i18n.Language, names map[string]bool) string {
	if n.Type != html.TextNode || inside(n, "head") != nil || inside(n, "script") != nil {
		return ""
	}
	for at := n.Parent; at != nil; at = at.Parent {
		if lang := attribute(at, "lang"); lang != "" && lang != "ar" ||
			strings.HasPrefix(attribute(at, "href"), "mailto:") || attribute(at, "translate") == "no" {
			return ""
		}
	}
	for _, word := range latinWord.FindAllString(n.Data, -1) {
		known := names[word] || strings.Contains("Bluesky Facebook Instagram LinkedIn Mastodon WhatsApp YouTube", word)
		for _, text := range arabic.Words {
			known = known || strings.Contains(text, word)
		}
		if !known {
			return fmt.Sprintf("is not Arabic: <%s>%s", n.Parent.Data, n.Data)
		}
	}
	return ""
}

// latinIn are the Latin words in what editors wrote in another language.
func latinIn(fsys fstest.MapFS, language string) map[string]bool {
	found := map[string]bool{}
	for _, f := range fsys {
		in := false
		for line := range strings.Lines(string(f.Data)) {
			if strings.HasPrefix(line, "[") || strings.HasPrefix(line, "+++") {
				in = strings.HasSuffix(strings.TrimSpace(line), "vertaling."+language+"]")
			}
			_, value, ok := strings.Cut(line, " = ")
			if !ok {
				value = line
			}
			for _, word := range latinWord.FindAllString(value, -1) {
				found[word] = found[word] || in
			}
		}
	}
	return found
}

// nearest finds the element with an attribute that holds for n; the document has
// none.
func nearest(n *html.Node, key string) *html.Node {
	for n.Parent != nil && attribute(n, key) == "" {
		n = n.Parent
	}
	return n
}

// inside finds the element of that name round a node.
func inside(n *html.Node, element string) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && n.Data == element {
			return n
		}
	}
	return nil
}

// within tells whether a node is in an element of that class.
func within(n *html.Node, class string) bool {
	for ; n != nil; n = n.Parent {
		if strings.Contains(" "+attribute(n, "class")+" ", " "+class+" ") {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
