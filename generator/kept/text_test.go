package kept

import (
	"strings"
	"testing"

	"pleinwijzer/generator/markdown"
)

// TestAsMarkdown wants the page to show the text of a source, and nothing else.
func TestAsMarkdown(t *testing.T) {
	for _, text := range []string{
		"Kom langs.", "# Kop", "- een\n- twee", "1. een", "[link](https://kwaad.example)", "<script>alert(1)</script>", "a & b &lt; c", "*ster* _streep_ `code`",
		"https://www.voorbeeld.nl/a_b", "mail info@voorbeeld.nl", "Eerste alinea.\n\nTweede alinea.", "> citaat", "| a | b |\n|---|---|", "![x](y.png)", "~~weg~~", "C:\\map\\", "• punt", "+++",
	} {
		html := string(markdown.HTML(asMarkdown(text), markdown.Options{}))
		for _, tag := range []string{"<a", "<h", "<ul", "<ol", "<em", "<script", "<table", "<img", "<code", "<blockquote", "<del", "<hr"} {
			if strings.Contains(html, tag) {
				t.Errorf("%q: %s", text, html)
			}
		}
		flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		if got := markdown.Text(asMarkdown(text)); flat(got) != flat(text) {
			t.Errorf("%q, want %q", got, text)
		}
	}
}
