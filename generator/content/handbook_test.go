package content_test

import (
	"flag"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/handbooktest"
)

var update = flag.Bool("update", false, "rewrite the tables of the handbook")

// TestHandbookTables keeps the tables of fields in the editors' handbook the
// same as the fields.
func TestHandbookTables(t *testing.T) {
	fields := map[string][]frontmatter.Field{"onderwerp": content.OnderwerpFields, "bron": content.SourceFields, "site": content.SiteFields}
	for _, kind := range content.Kinds {
		fields[kind.Name] = kind.Fields
	}
	seen := map[string]bool{}
	handbooktest.Keep(t, *update, "velden", func(name, old string) string {
		if fields[name] == nil {
			t.Errorf("there is no kind %q", name)
			return old
		}
		seen[name] = true
		return tables(fields[name], "")
	})
	for name := range fields {
		if !seen[name] {
			t.Errorf("the handbook has no table for %q", name)
		}
	}
}

// TestHandbookSnippets wants every piece of a file in the handbook to be right in
// a file of some kind: only what it leaves out may be missing.
func TestHandbookSnippets(t *testing.T) {
	snippets := regexp.MustCompile("(?ms)^```toml\n(.*?)^```$").FindAllStringSubmatch(handbooktest.Read(t), -1)
	if len(snippets) < 20 {
		t.Errorf("the handbook has %d snippets", len(snippets))
	}
	for _, snippet := range snippets {
		files := map[string]string{"site.toml": snippet[1], "onderwerpen.toml": snippet[1], "bronnen.toml": snippet[1]}
		for _, kind := range content.Kinds {
			files[kind.Folder+"/x.md"] = "+++\n" + snippet[1] + "+++\nTekst.\n"
		}
		var all []string
		for name, text := range files {
			wrong := mistakesIn(name, text)
			if len(wrong) == 0 {
				all = nil
				break
			}
			all = append(all, wrong...)
		}
		if len(all) > 0 {
			t.Errorf("%s is right in no file:\n%s", snippet[1], strings.Join(all, "\n"))
		}
	}
}

// mistakesIn reads a file, which need not be whole.
func mistakesIn(name, text string) []string {
	_, problems := contentfs.ReadFiles(map[string][]byte{name: []byte(text)})
	var wrong []string
	for _, p := range problems {
		if !strings.HasSuffix(p.Code, "-ontbreekt") {
			wrong = append(wrong, p.Range.String()+": "+p.Message)
		}
	}
	return wrong
}

// tables writes a table of fields, and below it one for each block in it.
func tables(fields []frontmatter.Field, heading string) string {
	var b strings.Builder
	b.WriteString(heading + "\n| Veld | Verplicht | Uitleg | Voorbeeld |\n|---|---|---|---|\n")
	for _, f := range fields {
		required := ""
		if f.Required {
			required = "ja"
		}
		help := f.FileHelp
		if len(f.Choices) > 0 {
			help += ` Kies uit: "` + strings.Join(f.Choices, `", "`) + `".`
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | `%s` |\n", f.Key, required, cell(help), cell(f.Example))
	}
	b.WriteString("\n")
	for _, f := range fields {
		if len(f.Fields) > 0 {
			b.WriteString(tables(f.Fields, fmt.Sprintf("In `%s` (%s):\n", f.Example, f.Label)))
		}
	}
	return b.String()
}

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
