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

// A draft is an editor's text rewritten as it was meant: bullets from Word are lists, and
// white space before a list or a heading is plain. It knows where each byte came from.
type draft struct {
	text   string
	origin []int // the offset in the source of each byte; nil if nothing changed
}

// source converts an offset in the draft to an offset in what the editor wrote.
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

// An edit replaces a part of a draft.
type edit struct {
	start, end int
	text       string
}

// apply makes the edits, which must be in order and must not overlap.
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

// tidy rewrites a text as it was meant, line by line. It leaves fenced code alone.
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

// breaks replaces the line endings of other programs, such as the one Word uses within a
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

// references replaces character references that use the numbers of Windows-1252: &#128;
// is a euro sign in every browser, but not in Markdown.
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

// addresses removes backslashes from bare web addresses. Some programs put them before
// signs that mean something in Markdown, and the address would end there.
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

// liner goes through the lines of a text and collects the edits to each.
type liner struct {
	edits    []edit
	at       int    // where the line begins
	fence    string // the fence that is open, if any
	previous string // the previous line, without white space around it
	dash     *edit  // the edit of the previous line, if this line decides whether that was a list item
	dashed   bool   // whether the previous line is a list item that starts with a dash
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

// inFence reports whether the line is a fence or is between two fences.
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

// item rewrites the marker of a list item or a heading to one that Markdown knows.
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
	// A single dash may continue a sentence, so it is only a bullet next to other dashes.
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

// markForm matches a Markdown marker followed by white space of any kind.
var markForm = regexp.MustCompile(`^(?:[-*+]|#{1,6}|[0-9]{1,9}[.)])([\s\pZ]+)\S`)

// settle decides about a dash that was waiting for the next line.
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

// untidy reports whether tidy might change a line, given one of words only without white
// space before it.
func untidy(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return paste.Space(r) || paste.Bullet(line) > 0 || paste.Dash(r) ||
		strings.ContainsFunc(line, func(r rune) bool { return r > unicode.MaxASCII && (r == '\u0085' || r == '\u2028' || r == '\u2029') })
}
