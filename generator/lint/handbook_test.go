package lint_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/handbooktest"
	"pleinwijzer/generator/lint"
)

var update = flag.Bool("update", false, "rewrite the messages in the handbook")

// TestHandbookMessages keeps the list of messages in the editors' handbook identical to
// the explanations. TestEveryCodeIsExplained checks that these are complete.
func TestHandbookMessages(t *testing.T) {
	codes := lint.Codes()
	slices.Sort(codes)
	var b strings.Builder
	b.WriteString("\n| naam | wat er is, en wat u doet |\n|---|---|\n")
	for _, code := range codes {
		e, _ := lint.Explain(code)
		fmt.Fprintf(&b, "| `%s` | **%s.** %s<br>fout: %s<br>goed: %s |\n", e.Code, e.Title, cell(e.Text), codeCell(e.Wrong), codeCell(e.Right))
	}
	handbooktest.Keep(t, *update, "meldingen", func(string, string) string { return b.String() + "\n" })
}

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// codeCell writes lines as code in a table cell. Invisible characters are shown as a
// symbol.
func codeCell(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		line = strings.ReplaceAll(strings.TrimSuffix(line, "\n"), "\u00a0", "␣")
		if line != "" {
			line = "`" + line + "`"
		}
		lines = append(lines, cell(line))
	}
	if len(lines) > 1 {
		lines = append([]string{""}, lines...)
	}
	return strings.Join(lines, "<br>")
}
