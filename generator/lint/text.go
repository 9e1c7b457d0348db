package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/markdown"
)

// A text is a value of a field, or a paragraph, heading or item of a list.
type text struct {
	string
	role      role
	words     []word
	sentences []sentence
	marks     mark // of any of the words

	record  *record
	path    []any             // of a field
	passage *markdown.Passage // of the body
}

// A word is what stands between spaces, without the punctuation round it.
type word struct {
	start, end int
	lower      string
	after      string // the punctuation up to the next space
	number     bool   // digits only
	marks      mark
}

// A sentence is some of the words of a text.
type sentence struct {
	words []word
	count int // of words; a telephone number is one
}

func (s sentence) start() int { return s.words[0].start }
func (s sentence) end() int   { last := s.words[len(s.words)-1]; return last.end + len(last.after) }

// at is where a piece of the text stands in its file.
func (t *text) at(start, end int) diag.Range {
	if t.passage == nil {
		return t.record.doc.Within(start, end-start, t.string, t.path...)
	}
	return t.record.inBody(t.passage.Source(start), t.passage.Source(end-1)+1)
}

func (t *text) wordAt(w word) diag.Range { return t.at(w.start, w.end) }

// capital reports whether a word is written as a name: with a capital, but not
// because a sentence starts there.
func (t *text) capital(s sentence, i int) bool {
	r, _ := utf8.DecodeRuneInString(t.string[s.words[i].start:])
	return i > 0 && unicode.IsUpper(r)
}

// split finds the words and the sentences.
func (t text) split() text {
	t.words = make([]word, 0, len(t.string)/5+1)
	first := 0
	for at := 0; at < len(t.string); {
		end := at
		for end < len(t.string) && t.string[end] != ' ' && t.string[end] != '\n' && t.string[end] != '\t' {
			end++
		}
		if end == at {
			at++
			continue
		}
		if w, ok := wordIn(t.string, at, end); ok {
			t.words = append(t.words, w)
			t.marks |= w.marks
			if w.ends() && startsSentence(t.string[end:]) {
				t.sentence(first)
				first = len(t.words)
			}
		}
		at = end
	}
	t.sentence(first)
	return t
}

func (t *text) sentence(first int) {
	words := t.words[first:]
	if len(words) == 0 {
		return
	}
	s := sentence{words: words}
	for i, w := range words {
		if !w.number || i == 0 || !words[i-1].number {
			s.count++
		}
	}
	t.sentences = append(t.sentences, s)
}

// wordIn takes the punctuation off what stands between two spaces. A dash alone
// is no word.
func wordIn(s string, start, end int) (word, bool) {
	begin := start
	for begin < end {
		r, size := utf8.DecodeRuneInString(s[begin:end])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' {
			break
		}
		begin += size
	}
	stop := end
	for stop > begin {
		r, size := utf8.DecodeLastRuneInString(s[begin:stop])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' {
			break
		}
		stop -= size
	}
	if begin == stop {
		return word{}, false
	}
	w := word{start: begin, end: stop, lower: strings.ToLower(s[begin:stop]), after: s[stop:end]}
	w.marks = vocabulary[w.lower]
	w.number = strings.Trim(w.lower, "0123456789") == ""
	return w, true
}

// ends reports whether a sentence may end at the word.
func (w word) ends() bool {
	if !strings.ContainsAny(w.after, ".?!…") {
		return false
	}
	return strings.ContainsAny(w.after, "?!…") || !dotted[w.lower] && utf8.RuneCountInString(w.lower) > 1 && strings.Count(w.lower, ".") == 0 ||
		strings.Count(w.lower, ".") > 0 && !isDotted(w.lower)
}

// isDotted reports whether a word is letters with dots between, as in "d.m.v".
func isDotted(lower string) bool {
	for part := range strings.SplitSeq(lower, ".") {
		if utf8.RuneCountInString(part) != 1 || !unicode.IsLetter([]rune(part)[0]) {
			return false
		}
	}
	return true
}

// dotted are words that have a dot of their own.
var dotted = map[string]bool{
	"dhr": true, "mevr": true, "mw": true, "bijv": true, "nr": true, "tel": true, "drs": true, "ir": true, "mr": true, "dr": true,
	"incl": true, "excl": true, "evt": true, "ca": true, "resp": true, "jl": true, "max": true, "st": true, "bv": true, "art": true,
}

// startsSentence reports whether what follows can be the start of a sentence: it
// has no small letter first.
func startsSentence(rest string) bool {
	for _, r := range rest {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
		if unicode.IsDigit(r) {
			return true
		}
	}
	return true
}
