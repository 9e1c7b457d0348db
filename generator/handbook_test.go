package generator_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"pleinwijzer/generator"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

func readHandbook(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../content/README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestHandbookLinks checks that each link in the handbook leads to a heading in it, and
// that its table of contents has every chapter. The handbook itself is not on the site,
// so it writes the addresses of pages as code.
func TestHandbookLinks(t *testing.T) {
	prose := markdown.Read(readHandbook(t))
	anchors, linked := map[string]bool{}, map[string]bool{}
	for _, p := range prose.Passages {
		if !p.Heading {
			continue
		}
		anchor := anchorOf(p.Text)
		if anchors[anchor] {
			t.Errorf("two headings %q", p.Text)
		}
		anchors[anchor] = true
	}
	for _, l := range prose.Links {
		to, inside := strings.CutPrefix(l.Destination, "#")
		if inside && !anchors[to] {
			t.Errorf("no heading for %s", l.Destination)
		}
		if !inside && !l.Image {
			t.Errorf("a link to %s", l.Destination)
		}
		linked[to] = true
	}
	for anchor := range anchors {
		if anchor[0] >= '0' && anchor[0] <= '9' && !linked[anchor] {
			t.Errorf("the contents lack %s", anchor)
		}
	}
}

// anchorOf returns the anchor that GitHub gives to a heading.
func anchorOf(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_':
			return unicode.ToLower(r)
		case r == ' ':
			return '-'
		}
		return -1
	}, heading)
}

// TestHandbookShowsPictures checks that every picture is in the handbook, is small, and
// has a description for those who cannot see it.
func TestHandbookShowsPictures(t *testing.T) {
	const most = 90_000 // bytes, since many people read this on a phone
	shown := map[string]string{}
	for _, l := range markdown.Read(readHandbook(t)).Links {
		if l.Image {
			shown[l.Destination] = l.Text
		}
	}
	folder := os.DirFS("../content")
	files, err := fs.Glob(folder, ".handboek/*")
	if err != nil || len(files) == 0 {
		t.Fatal(err, "no pictures")
	}
	for _, name := range files {
		if _, made := pictures[strings.TrimSuffix(path.Base(name), ".webp")]; !made || shown[name] == "" {
			t.Errorf("%s is not made by TestHandbookPictures, or the handbook does not show it", name)
		}
		if info, err := fs.Stat(folder, name); err != nil || info.Size() > most {
			t.Errorf("%s is too large: %v", name, err)
		}
	}
	for name, words := range shown {
		if !slices.Contains(files, name) {
			t.Errorf("the handbook shows %s, which is not there", name)
		}
		if len(strings.Fields(words)) < 8 {
			t.Errorf("%s: too few words for it: %q", name, words)
		}
	}
}

// TestHandbookMistakes checks, for each mistake in the table of the handbook, that the
// wrong line gives a message and the right one does not.
func TestHandbookMistakes(t *testing.T) {
	_, table, _ := strings.Cut(readHandbook(t), "### Fouten die vaak voorkomen")
	rows := regexp.MustCompile("(?m)^\\|[^|`]*\\| `([^`]*)` \\| `([^`]*)` \\|$").FindAllStringSubmatch(table, -1)
	if len(rows) < 10 {
		t.Fatalf("only %d mistakes", len(rows))
	}
	fsys := edited(t)
	g := generator.New(generator.Folders{Content: fsys, Layouts: layouts.Files, Static: static.Files})
	for _, row := range rows {
		if got := adviceWith(t, g, fsys, row[1]); got == "" {
			t.Errorf("%s: no message", row[1])
		}
		if got := adviceWith(t, g, fsys, row[2]); got != "" {
			t.Errorf("%s: %s", row[2], got)
		}
	}
}

// adviceWith returns all messages about a spreekuur of the shipped content after a line
// of it is replaced or added. Then the file is what it was.
func adviceWith(t *testing.T, g *generator.Generator, fsys fstest.MapFS, line string) string {
	t.Helper()
	const name = "spreekuren/werk-waalwijk.md"
	before := fsys[name]
	defer func() { fsys[name] = before }()
	key, _, _ := strings.Cut(line, " ")
	text := string(fsys[name].Data)
	own := regexp.MustCompile(`(?m)^` + key + ` = .*$`)
	if at := own.FindStringIndex(text); at != nil { // the first one, since an exception may have the field too
		text = text[:at[0]] + line + text[at[1]:]
	} else {
		text = strings.Replace(text, "gecontroleerd = ", line+"\ngecontroleerd = ", 1)
	}
	fsys[name] = &fstest.MapFile{Data: []byte(text)}
	site, err := g.Site(generator.Change{Content: []string{name}}, catalog.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	problems := site.Problems
	if !problems.HasErrors() {
		problems.Add(site.Advice()...)
	}
	problems = slices.DeleteFunc(problems, func(d diag.Diagnostic) bool { return d.File != name })
	var b strings.Builder
	diag.Text(&b, problems)
	return b.String()
}

// TestHandbookIsPlain applies the advice on plain language to the handbook itself.
func TestHandbookIsPlain(t *testing.T) {
	fsys := fstest.MapFS{
		"site.toml":           {Data: []byte("titel = \"P\"\nadres = \"https://p.example\"\n")},
		"paginas/handboek.md": {Data: []byte("+++\ntitel = \"Handboek\"\n+++\n" + proseOf(readHandbook(t)))},
	}
	g := generator.New(generator.Folders{Content: fsys, Layouts: layouts.Files, Static: static.Files})
	site, err := g.Site(generator.Change{}, catalog.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	language := strings.Fields("zin-lang lijdende-zin moeilijk-woord afkorting voluit tijdwoord aanspreking leesbaarheid")
	explained := regexp.MustCompile(`"(HTML|TOML)"`) // both are explained in its glossary
	for _, d := range site.Advice() {
		if slices.Contains(language, d.Code) && !explained.MatchString(d.Message) {
			t.Errorf("content/README.md:%d: %s [%s]\n%s", d.Line-3, d.Message, d.Code, d.Excerpt)
		}
	}
}

// proseOf returns what the author of the handbook wrote for people, on the same lines. It
// leaves out what tests generate, and replaces code and quotations by a word, since they
// may be examples of mistakes.
func proseOf(handbook string) string {
	made := regexp.MustCompile(`(?s)<!-- (\w[\w-]*)\b.*?<!-- /\S+ -->|\n` + "```.*?\n```")
	quoted := regexp.MustCompile("`[^`\n]+`|\"[^\"\n]*\"")
	return quoted.ReplaceAllString(made.ReplaceAllStringFunc(handbook, func(part string) string {
		return strings.Repeat("\n", strings.Count(part, "\n"))
	}), "Zo")
}

// TestHandbookNamesButtons checks that the labels which the handbook mentions are on the
// site and in the form.
func TestHandbookNamesButtons(t *testing.T) {
	handbook := readHandbook(t)
	site, err := fs.ReadFile(layouts.Files, "i18n/nl.toml")
	if err != nil {
		t.Fatal(err)
	}
	form, err := os.ReadFile(sveltia + "locales/nl.json")
	browsertest.Needs(t, err == nil, "@sveltia/cms")
	for words, in := range map[string]string{
		"Poster om op te hangen": string(site), "Kaartje om mee te geven": string(site), "Voor wie op dit plein werkt": string(site),
		"Opslaan": string(form), "In review": string(form), "Klaar": string(form), "Publiceren": string(form), "Nieuw": string(form),
		"Werken met een lokale repository": string(form),
	} {
		if !strings.Contains(handbook, "*"+words+"*") {
			t.Errorf("the handbook does not say %q", words)
		}
		if !strings.Contains(in, `"`+words+`"`) {
			t.Errorf("there is no %q", words)
		}
	}
	for _, part := range []string{`"Inloggen met {$service}"`, `"Status: {$status}"`, `"draft":"Concept"`} {
		if !strings.Contains(string(form), part) {
			t.Errorf("the form has no %s", part)
		}
	}
}

// TestHandbookSnippets checks that the handbook mentions exactly the snippets that text
// editors offer.
func TestHandbookSnippets(t *testing.T) {
	data, err := os.ReadFile("../.vscode/pleinwijzer.code-snippets")
	if err != nil {
		t.Fatal(err)
	}
	var snippets map[string]struct{ Prefix string }
	if err := json.Unmarshal(data, &snippets); err != nil {
		t.Fatal(err)
	}
	var offered, named []string
	for _, s := range snippets {
		offered = append(offered, s.Prefix)
	}
	_, table, _ := strings.Cut(readHandbook(t), "| u typt | u krijgt |\n|---|---|\n| `spreekuur`")
	table, _, _ = strings.Cut("| `spreekuur`"+table, "\n\n")
	for row := range strings.Lines(table) {
		cell, _, _ := strings.Cut(row, " | ")
		named = append(named, strings.Split(strings.Trim(cell, "| `"), "`, `")...)
	}
	slices.Sort(offered)
	slices.Sort(named)
	if !slices.Equal(offered, named) {
		t.Errorf("offered %q\nnamed %q", offered, named)
	}
}
