// Package limits refuses files that nobody would write by hand. No editor ever comes
// close to a limit. Without limits, a file made for the purpose could keep the program
// busy for hours or use up all of its memory, since texts are read more than once.
package limits

import (
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/tomlindex"
)

// The limits for the fields of a file.
const (
	mostFields = 200_000 // bytes of front matter
	mostItems  = 2_000   // items of lists, blocks and parts of names
	mostBlocks = 300     // repeated ones: [[tijden]], [[afwijkend]]
	mostDeep   = 20      // nested lists, and parts of one name
)

// Fields returns where a text in TOML exceeds a limit, and which. It only looks at
// characters, because even a parser would already allocate for them.
func Fields(meta string) (at int, problem string) {
	if len(meta) > mostFields {
		return 0, fmt.Sprintf("de velden zijn samen langer dan %d tekens", mostFields)
	}
	if at, ok := blocksTooMuch(meta); ok {
		return at, fmt.Sprintf("er staan meer dan %d blokken tussen dubbele haken", mostBlocks)
	}
	items, deep, dots := 0, 0, 0
	for i := 0; i < len(meta); i++ {
		switch meta[i] {
		case '"', '\'':
			n := stringLen(meta[i:])
			if inside, problem := stringTooMuch(meta[i : i+n]); problem != "" {
				return i + inside, problem
			}
			i += n - 1
		case '#':
			if n := strings.IndexByte(meta[i:], '\n'); n > 0 {
				i += n - 1
			}
		case '.':
			items, dots = items+1, dots+1
		case '=', '\n':
			dots = 0
		case ',':
			items, dots = items+1, 0
		case '[', '{':
			items, deep, dots = items+1, deep+1, 0
		case ']', '}':
			deep, dots = max(deep-1, 0), 0
		}
		switch {
		case items > mostItems:
			return i, fmt.Sprintf("er staan meer dan %d dingen in de lijsten en blokken", mostItems)
		case deep > mostDeep:
			return i, fmt.Sprintf("hier staan meer dan %d lijsten in elkaar", mostDeep)
		case dots > mostDeep:
			return i, fmt.Sprintf("deze naam heeft meer dan %d delen", mostDeep)
		}
	}
	return 0, ""
}

func blocksTooMuch(meta string) (at int, tooMuch bool) {
	blocks := 0
	for line := range strings.Lines(meta) {
		if strings.HasPrefix(strings.TrimLeft(line, " \t"), "[[") {
			blocks++
		}
		if blocks > mostBlocks {
			return at, true
		}
		at += len(line)
	}
	return 0, false
}

// stringTooMuch checks the text that a TOML string stands for, since it may be
// Markdown.
func stringTooMuch(raw string) (at int, problem string) {
	if len(raw) <= mostNested {
		return 0, ""
	}
	quotes := len(raw) - len(strings.TrimLeft(raw, raw[:1]))
	var text strings.Builder
	starts := make([]int, 0, len(raw)) // the offset in raw of each byte of the text
	for i := quotes; i < len(raw); {
		r, size := tomlindex.Character(raw[i:], raw[0] == '"')
		if r != tomlindex.NoCharacter {
			n, _ := text.WriteRune(r)
			starts = append(starts, slices.Repeat([]int{i}, n)...)
		}
		i += size
	}
	if at, problem = Text(text.String()); at < len(starts) {
		at = starts[at]
	}
	return at, problem
}

// stringLen returns the length of the string at the beginning of text. A string that is
// never closed ends with its line, so that it cannot hide what comes after it.
func stringLen(text string) int {
	quote := text[:1]
	if long := strings.Repeat(quote, 3); strings.HasPrefix(text, long) {
		if n := strings.Index(text[3:], long); n >= 0 {
			return 3 + n + 3
		}
		return 3
	}
	for i := 1; i < len(text) && text[i] != '\n'; i++ {
		switch {
		case text[i] == '\\' && quote == `"`:
			i++
		case text[i] == quote[0]:
			return i + 1
		}
	}
	return 1
}
