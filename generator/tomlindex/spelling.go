package tomlindex

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Spelling maps each byte of a text to the place in the TOML string where it is
// written. The places of bytes inside a character are -1.
type Spelling struct {
	raw, text    string
	starts, ends []int
}

// Piece returns the part of the string that stands for the bytes from start to end of
// the text.
func (s Spelling) Piece(start, end int) (rawStart, rawEnd int, ok bool) {
	if start < 0 || start >= end || end >= len(s.ends) || s.starts[start] < 0 || s.ends[end] < 0 {
		return 0, 0, false
	}
	return s.starts[start], s.ends[end], true
}

// Spells reports whether this is the spelling of the text in that string.
func (s Spelling) Spells(raw, text string) bool { return s.raw == raw && s.text == text }

// SpellingOf returns how a string in a file spells a text, in which white space may
// have been trimmed and joined.
func SpellingOf(raw, text string) Spelling {
	s := Spelling{raw: raw, text: text}
	quotes := 1
	if strings.HasPrefix(raw, `"""`) || strings.HasPrefix(raw, "'''") {
		quotes = 3
	}
	if len(raw) < 2*quotes || raw[0] != '"' && raw[0] != '\'' {
		return s
	}
	s.starts, s.ends = slices.Repeat([]int{-1}, len(text)+1), slices.Repeat([]int{-1}, len(text)+1)
	at, escapes, inside := quotes, raw[0] == '"', raw[:len(raw)-quotes]
	for read := 0; at < len(inside) && read < len(text); {
		r, size := Character(inside[at:], escapes)
		wants, width := utf8.DecodeRuneInString(text[read:])
		switch {
		case r == wants || unicode.IsSpace(r) && unicode.IsSpace(wants):
			s.starts[read], s.ends[read+width] = at, at+size
			at, read = at+size, read+width
		case r == NoCharacter || unicode.IsSpace(r): // trimmed, or one of a run
			at += size
		default:
			return s
		}
	}
	return s
}

// NoCharacter is the value of a backslash at the end of a line.
const NoCharacter = -1

var escaped = map[byte]rune{'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', 'e': 0x1B, '"': '"', '\\': '\\'}

// Character reads one character of a TOML string, and returns how many bytes it takes
// (TOML 1.1, String).
func Character(s string, escapes bool) (rune, int) {
	if !escapes || s[0] != '\\' || len(s) == 1 {
		return utf8.DecodeRuneInString(s)
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
	switch r, simple := escaped[s[1]]; {
	case simple:
		return r, 2
	case digits > 0 && len(s) >= 2+digits:
		code, err := strconv.ParseUint(s[2:2+digits], 16, 32)
		if err != nil {
			return utf8.RuneError, 2
		}
		return rune(code), 2 + digits
	}
	return NoCharacter, len(s) - len(strings.TrimLeft(s[1:], " \t\n")) // the line break and the indent are skipped
}
