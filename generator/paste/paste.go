// Package paste knows what comes along when someone pastes text from Word, a mail
// or a website: characters that nobody sees, bullets that are no list, and spaces
// that are no space. Who pasted it cannot see it either, so it is read as it was
// meant wherever that is beyond doubt.
package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible leaves out the characters that show nothing and stand in the way: byte
// order marks, spaces without width, soft hyphens, marks of direction. Where they
// do something they stay: joiners in an emoji, and all but the first kind in a line
// that is written in another script than Latin, Greek or Cyrillic, of which the
// letters may hang on them.
func Visible(text string) string {
	if strings.IndexFunc(text, invisible) < 0 {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		visibleLine(&b, line)
	}
	return b.String()
}

func visibleLine(b *strings.Builder, line string) {
	if strings.IndexFunc(line, invisible) < 0 {
		b.WriteString(line)
		return
	}
	other, started, previous := strings.ContainsFunc(line, otherScript), false, rune(0)
	for _, r := range line {
		switch {
		case !invisible(r):
		case noise[r], other && !started, !other && !joins(r, previous):
			continue
		}
		started = started || !unicode.IsSpace(r)
		b.WriteRune(r)
		previous = r
	}
}

func invisible(r rune) bool { return r >= 0xAD && unicode.Is(unicode.Cf, r) }

// noise has no use in any script: U+00AD and U+FEFF, word joiners, invisible signs
// of mathematics, and the marks that turn the order of letters round or hold it
// (isolates took their place).
var noise = map[rune]bool{
	0xAD: true, 0xFEFF: true, 0x2060: true, 0x2061: true, 0x2062: true, 0x2063: true, 0x2064: true,
	0x202A: true, 0x202B: true, 0x202C: true, 0x202D: true, 0x202E: true,
}

func otherScript(r rune) bool {
	return r > 0x52F && unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// joins reports whether the character holds an emoji together with what follows.
func joins(r, previous rune) bool {
	const joiner, firstTag, lastTag = 0x200D, 0xE0020, 0xE007F
	return (r == joiner || r >= firstTag && r <= lastTag) && previous > 0x2000 && !unicode.IsLetter(previous)
}

// Space reports whether a character is a space, but not the one of the space bar:
// a no-break space, or one of another width.
func Space(r rune) bool { return r > ' ' && unicode.Is(unicode.Zs, r) }

// Bullet is how many bytes at the start of a line are the mark of an item of a list
// as other programs make it, with the white space behind it; 0 if there is none.
// What follows is the item.
func Bullet(line string) int {
	r, size := utf8.DecodeRuneInString(line)
	gap := gapAfter(line[size:])
	following := len(line) - size - gap
	switch {
	case following == 0 || line[size+gap] == '\n':
		return 0
	case strings.ContainsRune(dots, r), Dash(r) && gap > 0:
		return size + gap
	case strings.ContainsRune(looseDots, r) && gap > 0:
		return size + gap
	case strings.ContainsRune(symbols, r) && gap > 0 && (strings.ContainsFunc(line[size:size+gap], wide) || r == 'o' && gap > 1):
		return size + gap
	}
	return 0
}

const (
	dots      = "•●▪■◦‣⁃∙➢➤►\uF0A7\uF0B7\uF0D8\uF0FC"
	looseDots = "·○□◇◆▶"
	symbols   = "oØ§üvq" // bullets of Word in another font, which have a tab behind them
)

// Dash reports whether a character is a dash that is longer than a hyphen, or as
// long. At the start of a line it may also go on with a sentence.
func Dash(r rune) bool { return strings.ContainsRune("–—−‐‑―", r) }

func wide(r rune) bool { return r == '\t' || Space(r) }

func gapAfter(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool { return r == ' ' || wide(r) }))
}

// Line is a text of one line as it was meant: without what nobody sees, without the
// mark of an item of a list before it, and with single plain spaces.
func Line(text string) string {
	text = strings.TrimLeftFunc(Visible(text), unicode.IsSpace)
	text = text[Bullet(text):]
	if rest, ok := strings.CutPrefix(text, "- "); ok {
		text = rest
	}
	return strings.Join(strings.Fields(text), " ")
}
