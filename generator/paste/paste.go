// Package paste knows what comes along when someone pastes text from Word, an e-mail or a
// website: invisible characters, bullets that are not list markup, and spaces that are
// not plain spaces. The person who pasted them cannot see the difference, so wherever the
// meaning is beyond doubt the text is read as it was meant.
package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible removes invisible characters that get in the way: byte order marks, zero-width
// spaces, soft hyphens and directional marks. They are kept where they have a function:
// joiners within an emoji, and all but those in noise on a line that has another script
// than Latin, Greek or Cyrillic, whose letters may depend on them.
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

// noise lists characters that are of no use in any script: U+00AD and U+FEFF, word
// joiners, invisible mathematical operators, and the embeddings and overrides of text
// direction (which isolates have superseded).
var noise = map[rune]bool{
	0xAD: true, 0xFEFF: true, 0x2060: true, 0x2061: true, 0x2062: true, 0x2063: true, 0x2064: true,
	0x202A: true, 0x202B: true, 0x202C: true, 0x202D: true, 0x202E: true,
}

func otherScript(r rune) bool {
	return r > 0x52F && unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// joins reports whether the character connects an emoji to what follows.
func joins(r, previous rune) bool {
	const joiner, firstTag, lastTag = 0x200D, 0xE0020, 0xE007F
	return (r == joiner || r >= firstTag && r <= lastTag) && previous > 0x2000 && !unicode.IsLetter(previous)
}

// Space reports whether a character is a space other than the one on the keyboard: a
// no-break space, or one of a different width.
func Space(r rune) bool { return r > ' ' && unicode.Is(unicode.Zs, r) }

// Bullet returns the length in bytes of a list marker at the start of a line, as other
// programs write it, with the white space after it; 0 if there is none. What follows is
// the text of the item.
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
	symbols   = "oØ§üvq" // what remains of Word's symbol-font bullets, which are followed by a tab
)

// Dash reports whether a character is a dash or a hyphen other than the one on the
// keyboard. At the start of a line it need not be a bullet: it may continue a sentence.
func Dash(r rune) bool { return strings.ContainsRune("–—−‐‑―", r) }

func wide(r rune) bool { return r == '\t' || Space(r) }

func gapAfter(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool { return r == ' ' || wide(r) }))
}

// Line returns a text of one line as it was meant: without invisible characters, without
// a list marker at its start, and with single plain spaces.
func Line(text string) string {
	text = strings.TrimLeftFunc(Visible(text), unicode.IsSpace)
	text = text[Bullet(text):]
	if rest, ok := strings.CutPrefix(text, "- "); ok {
		text = rest
	}
	return strings.Join(strings.Fields(text), " ")
}
