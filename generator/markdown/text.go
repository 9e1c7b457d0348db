package markdown

import (
	"strings"

	"golang.org/x/net/html"
)

// Text returns the words of the text as a page shows them, with one line per paragraph,
// heading, list item or cell. It is made from the same HTML as the page, so that what a
// visitor reads and what other programs get cannot differ.
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

// words returns the text of HTML that this package made, with a newline between blocks.
// An image is replaced by its description.
func words(source string) string {
	var b strings.Builder
	code := false // inside <pre>, where line breaks are kept
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

// compact removes empty lines, white space around a line, and invisible characters.
func compact(s string) string {
	var lines []string
	for line := range strings.Lines(unseen.Replace(s)) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// unseen removes the characters at which a browser may break or must not break a word. An
// editor can write one of them by name: &shy;.
var unseen = strings.NewReplacer("\u00AD", "", "\u200B", "", "\u2060", "", "\uFEFF", "")
