// Package untag makes plain text of what other systems have in HTML. It keeps what a visitor
// would read: paragraphs, a line for each item of a list, the addresses of links.
package untag

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Text is the text of HTML, or of a text that has a few tags or entities. A text without
// any stays as it is, such as "voor wie < 18 jaar is". Entities are read once: a bracket that
// was written as one is text, and never begins a tag.
func Text(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !strings.ContainsAny(text, "<&") {
		return text
	}
	text = strings.NewReplacer(entityBracket, "", entityAnd, "").Replace(text)
	const most = 8 // a tag within a tag within a tag was not written by a person
	for rounds := 0; ; rounds++ {
		if rounds == most {
			text = strings.ReplaceAll(text, "<", "")
		}
		next := withoutTags(text)
		if next == text {
			return strings.NewReplacer(entityBracket, "<", entityAnd, "&").Replace(text)
		}
		text = next // where a tag went, what stood around it may be another
	}
}

// What stands for a bracket and an ampersand that were entities, while there may be tags.
const entityBracket, entityAnd = "\ue000", "\ue001"

// unescaped reads the entities of a text.
func unescaped(raw string) string {
	parts := strings.Split(raw, "<")
	for i, part := range parts {
		parts[i] = strings.NewReplacer("<", entityBracket, "&", entityAnd).Replace(html.UnescapeString(part))
	}
	return strings.Join(parts, "<")
}

func withoutTags(text string) string {
	r := &reader{blocks: block.MatchString(text)}
	z := html.NewTokenizer(strings.NewReader(text))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		raw := string(z.Raw())
		r.token(kind, z.Token(), raw)
	}
	if rest := string(z.Raw()); !known(rest) { // a tag that was cut off is no text
		r.write(unescaped(rest))
	}
	return strings.TrimSpace(blank.ReplaceAllString(trailing.ReplaceAllString(r.b.String(), "\n"), "\n\n"))
}

var (
	block    = regexp.MustCompile(`(?i)</?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|section|blockquote)\b`)
	trailing = regexp.MustCompile(`[ \t]+\n`)
	blank    = regexp.MustCompile(`\n\n\s+`)
	start    = regexp.MustCompile(`^</?([A-Za-z][^\s/>]*)`)
)

// known reports whether a text begins with a tag of HTML, of Word or of a component. Anything
// else between brackets is just what somebody wrote.
func known(raw string) bool {
	m := start.FindStringSubmatch(raw)
	return m != nil && (atom.Lookup([]byte(strings.ToLower(m[1]))) != 0 || strings.ContainsAny(m[1], ":-"))
}

// reader makes plain text of tokens.
type reader struct {
	b       strings.Builder
	blocks  bool // it has paragraphs of its own, so that a line break in it is a space
	skipped int  // how deep it is in what no visitor reads
	lists   int  // how many lists it is in
	link    string
	text    int // where the text of the link begins
}

func (r *reader) token(kind html.TokenType, t html.Token, raw string) {
	switch {
	case kind == html.TextToken && r.skipped == 0:
		r.write(unescaped(raw))
	case kind == html.StartTagToken || kind == html.SelfClosingTagToken || kind == html.EndTagToken:
		if !known(raw) && !slices.ContainsFunc(t.Attr, func(a html.Attribute) bool { return a.Val != "" }) {
			r.write(unescaped(raw))
			return
		}
		r.tag(kind, t)
	}
}

func (r *reader) tag(kind html.TokenType, t html.Token) {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Head, atom.Iframe, atom.Object, atom.Svg, atom.Noscript, atom.Noembed,
		atom.Noframes, atom.Textarea, atom.Title, atom.Xmp, atom.Plaintext:
		switch kind {
		case html.StartTagToken:
			r.skipped++
		case html.EndTagToken:
			r.skipped = max(0, r.skipped-1)
		}
	case atom.Br:
		if said := r.b.String(); said != "" && !strings.HasSuffix(said, "\n\n") {
			r.b.WriteByte('\n')
		}
	case atom.Li:
		if r.end("\n"); kind == html.StartTagToken {
			r.b.WriteString("- ")
		}
	case atom.Tr, atom.Dt, atom.Dd:
		r.end("\n")
	case atom.Td, atom.Th:
		r.write(" ")
	case atom.A:
		r.anchor(kind, t)
	case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Blockquote,
		atom.Pre, atom.Hr, atom.Figure, atom.Address, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		switch list := t.DataAtom == atom.Ul || t.DataAtom == atom.Ol; {
		case list && kind == html.StartTagToken:
			r.lists++
		case list && kind == html.EndTagToken:
			r.lists = max(0, r.lists-1)
		}
		switch {
		case strings.HasSuffix(r.b.String(), "- "): // the paragraph of an item
		case r.lists > 0 && t.DataAtom != atom.Ul && t.DataAtom != atom.Ol:
			r.end("\n")
		default:
			r.end("\n\n")
		}
	}
}

// anchor puts the address of a link behind its text, if that does not say it already.
func (r *reader) anchor(kind html.TokenType, t html.Token) {
	if kind != html.EndTagToken {
		r.link, r.text = "", r.b.Len()
		for _, a := range t.Attr {
			if a.Key == "href" && (strings.HasPrefix(a.Val, "https://") || strings.HasPrefix(a.Val, "http://")) {
				r.link = strings.TrimSpace(a.Val)
			}
		}
		return
	}
	said := strings.TrimSuffix(strings.TrimSpace(r.b.String()[min(r.text, r.b.Len()):]), "/")
	if _, host, _ := strings.Cut(strings.TrimSuffix(r.link, "/"), "://"); r.link != "" && !strings.HasSuffix(said, host) && r.skipped == 0 {
		r.write(" (" + r.link + ")")
	}
	r.link = ""
}

func (r *reader) write(text string) {
	text = strings.ReplaceAll(text, "\u00a0", " ")
	if r.blocks {
		joined := strings.Join(strings.Fields(text), " ")
		if joined != "" && strings.TrimLeft(text, " \t\n") != text {
			joined = " " + joined
		}
		if strings.TrimRight(text, " \t\n") != text {
			joined += " "
		}
		if said := r.b.String(); said == "" || strings.HasSuffix(said, "\n") || strings.HasSuffix(said, " ") {
			joined = strings.TrimLeft(joined, " ")
		}
		text = joined
	}
	r.b.WriteString(text)
}

// end ends a line or a paragraph, if there is one.
func (r *reader) end(with string) {
	said := r.b.String()
	for there := said[len(strings.TrimRight(said, "\n")):]; said != "" && len(there) < len(with); there += "\n" {
		r.b.WriteByte('\n')
	}
}
