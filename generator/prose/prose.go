// Package prose checks texts in Markdown for what visitors would read, or not see,
// although no editor meant it: parts that vanish from the page, links that are broken
// or unsafe, invisible characters, and fields that belong above the text.
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
	At     func(start, end int) diag.Range // the place of a part of it, given byte offsets
}

// Check returns what would vanish from the page, and the links that are wrong. Most
// texts cannot have either, and are not parsed.
func (t Text) Check() diag.List {
	if !strings.ContainsAny(t.Source, "<[|") && !strings.Contains(t.Source, "://") && !strings.Contains(t.Source, "www.") {
		return nil
	}
	l := look{Text: t, Prose: markdown.Read(t.Source)}
	l.vanishing()
	l.links()
	return l.problems
}

// look is one parsed text.
type look struct {
	Text
	markdown.Prose
	problems diag.List
}

func (l *look) add(code string, at markdown.Span, message, hint string) {
	l.problems.Add(diag.Diagnostic{Range: l.At(at.Start, at.End), Code: code, Message: message, Hint: hint})
}

// A Body is the text of a record, with the file that it is part of.
type Body struct {
	Text
	Doc     *frontmatter.Document
	Fields  []frontmatter.Field // of the record
	InField bool                // it is the value of the field "tekst", as in a .toml file
}

// Check returns what is wrong with the text, including fields and hidden characters in
// it.
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

// hidden reports control characters, with which computers once rang a bell or the like.
// Line ends of all systems are allowed.
func hidden(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }
