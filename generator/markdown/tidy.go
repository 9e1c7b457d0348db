package markdown

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/paste"
)

// A draft is an editor's text as it was meant: lists that come from Word are lists,
// and what stands before a list or a heading is plain space. It knows where each
// byte came from.
type draft struct {
	text   string
	origin []int // of each byte, in the source; nil where nothing changed
}

// source turns an offset in the text into one in what the editor wrote.
func (d *draft) source(at int) int {
	switch {
	case d.origin == nil:
		return at
	case at < len(d.origin):
		return d.origin[at]
	case at == 0:
		return 0
	}
	return d.origin[len(d.origin)-1] + 1
}

// An edit puts text in the place of a piece of a draft.
type edit struct {
	start, end int
	text       string
}

// apply makes the edits, which are in order and do not overlap.
func (d *draft) apply(edits []edit) {
	if len(edits) == 0 {
		return
	}
	var b strings.Builder
	origin := make([]int, 0, len(d.text))
	keep := func(start, end int) {
		b.WriteString(d.text[start:end])
		for i := start; i < end; i++ {
			origin = append(origin, d.source(i))
		}
	}
	at := 0
	for _, e := range edits {
		keep(at, e.start)
		b.WriteString(e.text)
		for range len(e.text) {
			origin = append(origin, d.source(e.start))
		}
		at = e.end
	}
	keep(at, len(d.text))
	d.text, d.origin = b.String(), origin
}

// tidy reads the text line by line. What stands between fences is code, and stays.
func tidy(source string) draft {
	d := draft{text: source}
	d.apply(breaks(d.text))
	d.apply(references(d.text))
	d.apply(addresses(d.text))
	var l liner
	for line := range strings.Lines(d.text) {
		l.line(line)
	}
	l.settle(false)
	d.apply(l.edits)
	d.apply(stanzas(d.text))
	return d
}

// breaks are the ends of lines of other programs, such as the one of Word within a
// paragraph.
func breaks(text string) []edit {
	var edits []edit
	for i, r := range text {
		switch r {
		case '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
			edits = append(edits, edit{i, i + utf8.RuneLen(r), "\n"})
		}
	}
	return edits
}

// references are characters by their number in the old table of Windows: &#128; is
// a euro sign for every browser, but not in Markdown.
func references(text string) []edit {
	if !strings.Contains(text, "&#1") {
		return nil
	}
	var edits []edit
	for _, at := range windowsReference.FindAllStringIndex(text, -1) {
		edits = append(edits, edit{at[0], at[1], html.UnescapeString(text[at[0]:at[1]])})
	}
	return edits
}

var windowsReference = regexp.MustCompile(`&#1(?:2[89]|[34][0-9]|5[0-9]);`)

// addresses are those that stand in a text as they are, with the backslashes that a
// program puts before signs in Markdown: they would end there.
func addresses(text string) []edit {
	if !strings.ContainsRune(text, '\\') {
		return nil
	}
	var edits []edit
	for _, at := range bareAddress.FindAllStringIndex(text, -1) {
		for i := at[0]; i < at[1]-1; i++ {
			if text[i] == '\\' {
				edits = append(edits, edit{i, i + 1, ""})
			}
		}
	}
	return edits
}

var bareAddress = regexp.MustCompile(`(?:https?://|www\.)(?:[^\s<>()\[\]\\*` + "`" + `]|\\[_&~.-])+|(?:[A-Za-z0-9.%+-]|\\?_)+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

// liner goes over the lines of a text and gathers what changes in each.
type liner struct {
	edits    []edit
	at       int    // where the line begins
	fence    string // that is open
	previous string // the line before, without white space round it
	dash     *edit  // of the line before, if it is an item by what stands on this one
	dashed   bool   // the line before is an item with a dash
}

func (l *liner) line(line string) {
	defer func() { l.at += len(line) }()
	start, column := 0, 0
	edits := len(l.edits)
	for start < len(line) {
		r, size := utf8.DecodeRuneInString(line[start:])
		width := 1
		switch {
		case r == '\t':
			width = 4 - column%4
		case r != ' ' && r != '>' && !paste.Space(r):
			width = 0
		}
		if width == 0 {
			break
		}
		if size > 1 || r == '\t' {
			l.replace(start, start+size, strings.Repeat(" ", width))
		}
		start, column = start+size, column+width
	}
	words := strings.TrimSpace(line[start:])
	if l.inFence(words) {
		l.edits = l.edits[:edits]
		l.settle(false)
		return
	}
	l.item(line, start, words)
	l.previous = words
}

func (l *liner) replace(start, end int, text string) {
	l.edits = append(l.edits, edit{l.at + start, l.at + end, text})
}

// inFence reports whether the line is a fence, or stands between two.
func (l *liner) inFence(words string) bool {
	mark := words[:len(words)-len(strings.TrimLeft(words, "`"))]
	if mark == "" {
		mark = words[:len(words)-len(strings.TrimLeft(words, "~"))]
	}
	switch {
	case l.fence != "":
		if strings.HasPrefix(mark, l.fence) && mark == words {
			l.fence = ""
		}
		return true
	case len(mark) < 3 || mark[0] == '`' && strings.Contains(words[len(mark):], "`"):
		return false
	}
	l.fence = mark
	return true
}

// item makes the mark of an item or a heading one that Markdown knows.
func (l *liner) item(line string, start int, words string) {
	if mark := markForm.FindStringSubmatchIndex(line[start:]); mark != nil {
		l.settle(false)
		if gap := line[start+mark[2] : start+mark[3]]; strings.ContainsFunc(gap, func(r rune) bool { return r == '\t' || paste.Space(r) }) {
			l.replace(start+mark[2], start+mark[3], " ")
		}
		return
	}
	r, _ := utf8.DecodeRuneInString(words)
	bullet := paste.Bullet(line[start:])
	if bullet == 0 || !paste.Dash(r) {
		l.settle(false)
		if bullet > 0 {
			l.replace(start, start+bullet, "- ")
		}
		return
	}
	// A dash may go on with a sentence, unless others stand below each other.
	alone := l.previous != "" && !strings.HasSuffix(l.previous, ":") && l.dash == nil && !l.dashed
	l.settle(true)
	dash := edit{l.at + start, l.at + start + bullet, "- "}
	if alone {
		l.dash = &dash
		return
	}
	l.edits = append(l.edits, dash)
	l.dashed = true
}

// markForm is a mark that Markdown knows with any white space behind it.
var markForm = regexp.MustCompile(`^(?:[-*+]|#{1,6}|[0-9]{1,9}[.)])([\s\pZ]+)\S`)

// settle decides on a dash that waited for the line below it.
func (l *liner) settle(item bool) {
	if l.dash != nil && item {
		i := slices.IndexFunc(l.edits, func(e edit) bool { return e.start > l.dash.start })
		if i < 0 {
			i = len(l.edits)
		}
		l.edits = slices.Insert(l.edits, i, *l.dash)
	}
	l.dash, l.dashed = nil, item && l.dash != nil
}

// untidy reports whether a line of words alone, without white space before it, may
// be one that tidy changes.
func untidy(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return paste.Space(r) || paste.Bullet(line) > 0 || paste.Dash(r) ||
		strings.ContainsFunc(line, func(r rune) bool { return r > unicode.MaxASCII && (r == '\u0085' || r == '\u2028' || r == '\u2029') })
}
