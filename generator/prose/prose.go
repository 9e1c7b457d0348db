// Package prose looks at texts in Markdown for what visitors would read, or miss, though no
// editor meant it: what vanishes from the page, links that lead nowhere or are not safe,
// characters that nobody sees, and fields that belong above the text.
package prose

import (
	"strings"
	"unicode"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/markdown"
)

// A Text is a text in Markdown.
type Text struct {
	Source string
	At     func(start, end int) diag.Range // where a part of it stands, by byte offsets
}

// Check lists what would vanish from the page, and the links that are wrong. Most texts
// have nothing of the kind, and are not taken apart for it.
func (t Text) Check() diag.List {
	if !strings.ContainsAny(t.Source, "<[|") && !strings.Contains(t.Source, "://") && !strings.Contains(t.Source, "www.") {
		return nil
	}
	l := look{Text: t, Prose: markdown.Read(t.Source)}
	l.vanishing()
	l.links()
	return l.problems
}

// look is one look at a text that has been taken apart.
type look struct {
	Text
	markdown.Prose
	problems diag.List
}

func (l *look) add(code string, at markdown.Span, message, hint string) {
	l.problems.Add(diag.Diagnostic{Range: l.At(at.Start, at.End), Code: code, Message: message, Hint: hint})
}

// A Body is the text of a record, in the file of which it is a part.
type Body struct {
	Text
	Doc     *frontmatter.Document
	Fields  []frontmatter.Field // of the record
	InField bool                // it is the value of the field "tekst", as in a .toml file
}

// Check lists what is wrong with the text, fields and hidden characters in it included.
func (b Body) Check() diag.List {
	var problems diag.List
	if at := strings.IndexFunc(b.Source, hidden); at >= 0 {
		size := len(string([]rune(b.Source[at : at+min(len(b.Source)-at, 4)])[:1]))
		problems.Add(diag.Diagnostic{Range: b.At(at, at+size), Code: "teken-onzichtbaar",
			Message: "in de tekst staat een onzichtbaar teken", Hint: "haal het weg, of typ deze regel opnieuw"})
	}
	problems.Add(b.Text.Check()...)
	if strings.ContainsAny(b.Source, "=[") {
		m := misplaced{Body: b}
		for line := range strings.Lines(b.Source) {
			m.line(line)
		}
		m.report()
		problems.Add(m.problems...)
	}
	return problems
}

// hidden are characters with which computers once did something, such as ring a bell.
// Line ends are not among them, whatever program wrote them.
func hidden(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }
