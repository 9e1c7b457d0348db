package markdown

import (
	"strings"

	"golang.org/x/net/html"
)

// Text gives the words of the text as a page shows them, one line per paragraph,
// heading, item of a list or cell. It is made from the same HTML, so that what a
// visitor reads and what other programs are given cannot differ.
func Text(source string) string {
	if passages, ok := readPlain(source); ok {
		lines := make([]string, len(passages))
		for i, p := range passages {
			lines[i] = p.Text
		}
		return compact(strings.Join(lines, "\n"))
	}
	return compact(words(string(HTML(source, Options{}))))
}

// words are the text of HTML of ours, with a line end between its blocks. Of an
// image it has the description.
func words(source string) string {
	var b strings.Builder
	code := false // in <pre>, where lines are kept
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			text := string(z.Text())
			if !code {
				text = strings.ReplaceAll(text, "\n", " ")
			}
			b.WriteString(text)
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			token := z.Token()
			switch token.Data {
			case "img":
				for _, a := range token.Attr {
					if a.Key == "alt" {
						b.WriteString(strings.ReplaceAll(a.Val, "\n", " "))
					}
				}
			case "pre":
				code = token.Type == html.StartTagToken
				b.WriteByte('\n')
			case "a", "em", "strong", "del", "code":
			default:
				b.WriteByte('\n')
			}
		}
	}
}

// compact drops empty lines, the spaces round a line, and what nobody sees.
func compact(s string) string {
	var lines []string
	for line := range strings.Lines(unseen.Replace(s)) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// unseen are the places where a browser may break a word, which an editor can ask
// for by name: &shy;.
var unseen = strings.NewReplacer("\u00AD", "", "\u200B", "", "\u2060", "", "\uFEFF", "")
