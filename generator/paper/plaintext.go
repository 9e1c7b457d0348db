package paper

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// TextWidth is the most columns of a line in plain mail: with the signs of a few
// replies in front of it, it still fits in the 80 of a terminal (RFC 3676, 4.2).
const TextWidth = 72

// plainText is HTML of headings, paragraphs and lists as text for a plain mail.
// A link is its words alone.
func plainText(source string) (string, error) {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return "", err
	}
	var text strings.Builder
	gap := "" // before a paragraph; a heading stands close to what it is of
	for n := range root.Descendants() {
		switch n.Data {
		case "h2":
			text.WriteString(underlined(n, "="))
			gap = ""
		case "h3":
			text.WriteString("\n" + underlined(n, "-"))
			gap = ""
		case "p":
			text.WriteString(gap + wrapped(n, "", ""))
			gap = "\n"
		case "li":
			text.WriteString(wrapped(n, "- ", "  "))
			gap = "\n"
		}
	}
	return text.String(), nil
}

func underlined(n *html.Node, with string) string {
	text := wrapped(n, "", "")
	longest := 0
	for line := range strings.Lines(text) {
		longest = max(longest, utf8.RuneCountInString(line)-1)
	}
	return text + strings.Repeat(with, longest) + "\n"
}

// wrapped is the text of an element in lines, the first with a mark in front of it
// and the others with as much space. A word that is longer than a line, such as an
// address, has one to itself.
func wrapped(n *html.Node, mark, space string) string {
	var lines []string
	for part := range strings.SplitSeq(TextOf(n), "\n") {
		line, words := mark, 0
		for _, word := range strings.Fields(part) {
			if words > 0 && utf8.RuneCountInString(line+" "+word) > TextWidth {
				lines = append(lines, line)
				line, words = space, 0
			}
			if words > 0 {
				line += " "
			}
			line += word
			words++
		}
		if words > 0 {
			lines = append(lines, line)
			mark = space
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// TextOf is the text in an element, with a new line for each <br> alone.
func TextOf(n *html.Node) string {
	var text strings.Builder
	for child := range n.Descendants() {
		switch {
		case child.Type == html.TextNode:
			text.WriteString(strings.Map(func(r rune) rune {
				if r == '\n' {
					return ' '
				}
				return r
			}, child.Data))
		case child.Data == "br":
			text.WriteByte('\n')
		}
	}
	return text.String()
}
