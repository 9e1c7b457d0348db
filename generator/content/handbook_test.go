package content_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
)

var update = flag.Bool("update", false, "rewrite the tables of the handbook")

const handbook = "../../content/README.md"

// TestHandbookTables keeps the tables of fields in the editors' handbook the
// same as the fields. Each stands between two comments, as in
// <!-- velden:spreekuur --> and <!-- /velden -->.
func TestHandbookTables(t *testing.T) {
	data, err := os.ReadFile(handbook)
	if err != nil {
		t.Fatal(err)
	}
	fields := map[string][]frontmatter.Field{"onderwerp": content.OnderwerpFields, "site": content.SiteFields}
	for _, kind := range content.Kinds {
		fields[kind.Name] = kind.Fields
	}
	seen := map[string]bool{}
	block := regexp.MustCompile(`(?s)<!-- velden:(\w+) -->\n.*?<!-- /velden -->`)
	got := block.ReplaceAllStringFunc(string(data), func(old string) string {
		name := block.FindStringSubmatch(old)[1]
		if fields[name] == nil {
			t.Errorf("there is no kind %q", name)
			return old
		}
		seen[name] = true
		return fmt.Sprintf("<!-- velden:%s -->\n%s<!-- /velden -->", name, tables(fields[name], ""))
	})
	for name := range fields {
		if !seen[name] {
			t.Errorf("the handbook has no table for %q", name)
		}
	}
	if got == string(data) {
		return
	}
	if !*update {
		t.Fatal("the tables of content/README.md are not those of the fields: go test ./generator/content -update")
	}
	if err := os.WriteFile(handbook, []byte(got), 0o666); err != nil {
		t.Fatal(err)
	}
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
		help := f.Help
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
