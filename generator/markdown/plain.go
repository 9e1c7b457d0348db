package markdown

import "strings"

// readPlain takes apart a text without any marking, as most texts are: paragraphs
// with an empty line between them. That costs a fraction of what a parser does. It
// reports whether the text is one.
func readPlain(source string) ([]Passage, bool) {
	if strings.Contains(source, "://") || strings.Contains(source, "www.") {
		return nil, false
	}
	var (
		passages []Passage
		text     []byte
		previous string // the line before, while a passage goes on
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
				return nil, false // it may be an address
			}
			if len(text) > 0 { // the line goes on
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

// unmarked reports whether a line is words and nothing else, whatever stands
// round it. Where that is not plain at a glance it says no.
func unmarked(line string) bool {
	if c := line[0]; c >= '0' && c <= '9' || strings.IndexByte(" -+=:", c) >= 0 { // lists, code, headings and tables
		return false
	}
	for i := range len(line) {
		if marking[line[i]] {
			return false
		}
	}
	return true
}

// marking are the characters that mean something wherever they stand, or may.
var marking = func() (marks [256]bool) {
	for c := range byte(' ') {
		marks[c] = true
	}
	for _, c := range []byte("*_[]<>#`~|\\&@") {
		marks[c] = true
	}
	return marks
}()
