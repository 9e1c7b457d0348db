package frontmatter

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
)

// Within is where a piece of a text value stands: length bytes from offset in
// the decoded text, of which white space may have been trimmed and joined. Where
// the text is not that of the value it answers with the whole value.
func (d *Document) Within(offset, length int, text string, path ...any) diag.Range {
	e, found := d.find(path)
	if !found {
		return d.Whole()
	}
	start, end, ok := spelled(d.text[e.valueStart:e.valueEnd], text, offset, offset+length)
	if !ok || length <= 0 || offset+length > len(text) {
		return d.Value(path...)
	}
	return d.Range(e.valueStart+start, e.valueStart+end)
}

// InBody is where a piece of Body stands, by byte offsets in it.
func (d *Document) InBody(start, end int) diag.Range {
	return d.Range(d.bodyStart+start, d.bodyStart+end)
}

// spelled finds how a TOML string spells the bytes from start to end of the
// text that it stands for.
func spelled(raw, text string, start, end int) (rawStart, rawEnd int, ok bool) {
	quotes := 1
	if strings.HasPrefix(raw, `"""`) || strings.HasPrefix(raw, "'''") {
		quotes = 3
	}
	if len(raw) < 2*quotes || raw[0] != '"' && raw[0] != '\'' {
		return 0, 0, false
	}
	rawStart = -1
	at, escapes, inside := quotes, raw[0] == '"', raw[:len(raw)-quotes]
	for read := 0; at < len(inside); {
		r, size := character(inside[at:], escapes)
		wants, width := utf8.DecodeRuneInString(text[read:])
		switch {
		case width > 0 && (r == wants || unicode.IsSpace(r) && unicode.IsSpace(wants)):
			if read == start {
				rawStart = at
			}
			at, read = at+size, read+width
			if read == end {
				return rawStart, at, rawStart >= 0
			}
		case r == noCharacter || unicode.IsSpace(r): // trimmed, or one of a run
			at += size
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// noCharacter is what a backslash at the end of a line stands for.
const noCharacter = -1

var escaped = map[byte]rune{'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', 'e': 0x1B, '"': '"', '\\': '\\'}

// character reads one character of a TOML string, and how many bytes spell it
// (TOML 1.1, String).
func character(s string, escapes bool) (rune, int) {
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
	return noCharacter, len(s) - len(strings.TrimLeft(s[1:], " \t\n")) // the line break and the indent go
}
