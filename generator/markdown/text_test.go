package markdown_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pleinwijzer/generator/markdown"
)

func TestText(t *testing.T) {
	tests := map[string]struct{ source, want string }{
		"marking":     {"**Wij** lezen _uw_ [brief](/x/).\nSamen.", "Wij lezen uw brief. Samen."},
		"paragraphs":  {"Eén.\n\n\nTwee.", "Eén.\nTwee."},
		"list":        {"Neem mee:\n\n- de brief\n- uw DigiD", "Neem mee:\nde brief\nuw DigiD"},
		"raw HTML":    {"Dag <b>u</b>\n\n<div>weg</div>", "Dag u"},
		"address":     {"Kijk op https://a.example/", "Kijk op https://a.example/"},
		"empty":       {"  \n", ""},
		"escapes":     {`1\. Het kost 5 \*per keer\*, zie a\_b en \[x\].`, "1. Het kost 5 *per keer*, zie a_b en [x]."},
		"references":  {"Dat kost &euro;&nbsp;5. Caf&#233;, &eacute;&eacute;n, &#x20AC; &amp; R&D, &onbekend;.", "Dat kost €\u00A05. Café, één, € & R&D, &onbekend;."},
		"in a link":   {`[meer \_hier\_](https://a.example) en ![een \*kaart\*](/k.png)`, "meer _hier_ en een *kaart*"},
		"in code":     {"Typ `a\\_b &euro;`.", `Typ a\_b &euro;.`},
		"old numbers": {"Het kost &#128; 5 &#150; meer niet.", "Het kost € 5 – meer niet."},
		"hidden":      {"spreek&shy;uur", "spreekuur"},
		"line break":  {"Kerkstraat 1  \nTilburg\\\nNederland", "Kerkstraat 1\nTilburg\nNederland"},
		"table":       {"| a | b |\n|---|---|\n| c \\| d | e |", "a\nb\nc | d\ne"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := markdown.Text(test.source); got != test.want {
				t.Errorf("Text(%q) = %q, want %q", test.source, got, test.want)
			}
		})
	}
}

// pieces are fragments of Markdown from which random texts are composed.
var pieces = []string{
	"Kom langs", "é", "€ 5", " ", " ", "\n", "\n\n", "\n    ", "\t", "*", "**", "_", "__", "`", "~~", "\\", "\\*", "\\_", "\\[", "1\\. ", "\n1. ", "\n- ", "\n• ", "\n– ", "\n# ", "\n### ",
	"\n> ", "&euro;", "&nbsp;", "&#233;", "&#xE9;", "&amp;", "&lt;b&gt;", "&", "&euro", "&shy;", "[", "]", "](/x/)", "![", "](/k.png)", "(", ")", "<b>", "</b>", "<", ">",
	"\n<div>", "</div>\n", "<!-- x -->", "https://a.example/a_b", "info@a.example", "<https://b.example>", "\n| a | b |\n|---|---|\n| c | d |\n", "\n```\n", "\n---\n", "\n===\n",
	"  \n", "\\\n", "\u00A0", "\u200B", "\"", "'", "{{ x }}", "[^1]", "[x]: /y \"z\"\n", "\r", "\u2028", "#", "+++", "!", "&#128;",
}

func randomText(random *rand.Rand) string {
	var b strings.Builder
	for range random.IntN(20) {
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	return b.String()
}

// shown returns what a browser shows of HTML: its text, and the descriptions of images.
// White space is normalised and invisible characters are left out.
func shown(t *testing.T, source string) string {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	inline := map[string]bool{"a": true, "em": true, "strong": true, "del": true, "code": true}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		apart := n.Type == html.ElementNode && !inline[n.Data] && n.Data != "img"
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for _, a := range n.Attr {
			if n.Data == "img" && a.Key == "alt" {
				b.WriteString(a.Val)
			}
		}
		if apart {
			b.WriteByte(' ')
		}
		for child := range n.ChildNodes() {
			walk(child)
		}
		if apart {
			b.WriteByte(' ')
		}
	}
	walk(root)
	return visible(b.String())
}

func visible(text string) string {
	text = strings.NewReplacer("\u00AD", "", "\u200B", "", "\u2060", "", "\uFEFF", "").Replace(text)
	return strings.Join(strings.Fields(text), " ")
}

// sameAsPage fails the test if the plain text differs from what the page shows.
func sameAsPage(t *testing.T, source string) {
	t.Helper()
	page := string(markdown.HTML(source, markdown.Options{}))
	if got, want := visible(markdown.Text(source)), shown(t, page); got != want {
		t.Errorf("%q\n text %q\n page %q\n HTML %s", source, got, want, page)
	}
}

func TestTextIsThatOfThePage(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 11))
	for range 5_000 {
		sameAsPage(t, randomText(random))
		if t.Failed() {
			return
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("**Wij** lezen\n\n- [x](/y/) <b>\n\n```\ncode\n```")
	f.Add("1\\. a\\_b &euro;&nbsp;5\n\n    in\n\n\u00A0## Kop\n• een")
	f.Fuzz(func(t *testing.T, source string) {
		sameAsPage(t, source)
		markdown.Read(source)
	})
}
