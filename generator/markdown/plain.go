package markdown

import "strings"

// readPlain splits a text without any markup into paragraphs. Most texts have none, and
// this takes a fraction of the time of a parser. It returns false if the text may contain
// markup.
func readPlain(source string) ([]Passage, bool) {
	if strings.Contains(source, "://") || strings.Contains(source, "www.") {
		return nil, false
	}
	var (
		passages []Passage
		text     []byte
		previous string // the previous line of the passage, if it continues
		pieces   []piece
	)
	end := func() {
		if len(text) > 0 {
			passages = append(passages, Passage{Text: string(text), pieces: pieces})
			text, pieces = text[:0], nil
		}
	}
	for at := 0; at < len(source); {
		line, _, _ := strings.Cut(source[at:], "\n")
		words := strings.TrimRight(line, " ")
		switch {
		case words == "":
			end()
		case !unmarked(words) || untidy(words):
			return nil, false
		default:
			if len(text) > 0 && breakAfter(previous) != "" && startsLine(words) {
				return nil, false // may be the lines of a postal address: see stanzas
			}
			if len(text) > 0 { // the line continues the passage
				pieces = append(pieces, piece{len(text), pieces[len(pieces)-1].source + len(text) - pieces[len(pieces)-1].at})
				text = append(text, ' ')
			}
			pieces = append(pieces, piece{len(text), at})
			text = append(text, words...)
			previous = words
		}
		at += len(line) + 1
	}
	end()
	return passages, true
}

// unmarked reports whether a line is just words, whatever the lines around it are. It
// returns false unless that is obvious.
func unmarked(line string) bool {
	if c := line[0]; c >= '0' && c <= '9' || strings.IndexByte(" -+=:", c) >= 0 { // possibly a list, code, a heading or a table
		return false
	}
	for i := range len(line) {
		if marking[line[i]] {
			return false
		}
	}
	return true
}

// marking holds the characters that are, or may be, markup wherever they occur.
var marking = func() (marks [256]bool) {
	for c := range byte(' ') {
		marks[c] = true
	}
	for _, c := range []byte("*_[]<>#`~|\\&@") {
		marks[c] = true
	}
	return marks
}()
