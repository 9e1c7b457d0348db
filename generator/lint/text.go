package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/markdown"
)

// A text is the value of a field, or a paragraph, heading or list item.
type text struct {
	string
	role      role
	words     []word
	sentences []sentence
	marks     mark // the union of those of its words

	record  *record
	path    []any             // of the field, if it is in one
	passage *markdown.Passage // of the body, if it is in that
	offset  int               // in the file, if it is a comment there
}

// A word is what is between two spaces, without the punctuation around it.
type word struct {
	start, end int
	lower      string
	after      string // the punctuation before the next space
	number     bool   // digits only
	quoted     bool   // between quotation marks
	marks      mark
}

// A sentence is a part of the words of a text.
type sentence struct {
	words []word
	count int // its number of words; a telephone number counts as one
}

func (s sentence) start() int { return s.words[0].start }
func (s sentence) end() int   { last := s.words[len(s.words)-1]; return last.end + len(last.after) }

// at returns the position in the file of a part of the text.
func (t *text) at(start, end int) diag.Range {
	switch {
	case t.offset > 0:
		return t.record.doc.Range(t.offset+start, t.offset+end)
	case t.passage == nil:
		return t.record.doc.Within(start, end-start, t.string, t.path...)
	}
	return t.record.base.In(t.passage.Source(start), t.passage.Source(end-1)+1)
}

func (t *text) wordAt(w word) diag.Range { return t.at(w.start, w.end) }

// capital reports whether a word is written like a name: with a capital, but not because
// it starts a sentence.
func (t *text) capital(s sentence, i int) bool { return i > 0 && t.upper(s.words[i]) }

// upper reports whether a word begins with a capital.
func (t *text) upper(w word) bool {
	r, _ := utf8.DecodeRuneInString(t.string[w.start:])
	return unicode.IsUpper(r)
}

// scratch holds the texts of one record. It is reused for the next record, since
// allocating it anew would take longer than finding the words.
type scratch struct {
	texts     []text
	words     []word
	sentences []sentence
	proses    []prose
}

func (d *scratch) clear() {
	d.texts, d.words, d.sentences, d.proses = d.texts[:0], d.words[:0], d.sentences[:0], d.proses[:0]
}

// put splits a text into words and sentences and adds it.
func (d *scratch) put(t text) {
	firstWord, firstSentence := len(d.words), len(d.sentences)
	d.split(&t)
	t.words, t.sentences = d.words[firstWord:], d.sentences[firstSentence:]
	d.texts = append(d.texts, t)
}

func (d *scratch) split(t *text) {
	first := len(d.words) // the first word of the sentence
	quoted := false
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
			quoted = quoted || strings.ContainsAny(t.string[at:w.start], quotes)
			w.quoted = quoted
			quoted = quoted && !strings.ContainsAny(w.after, quotes)
			d.words = append(d.words, w)
			t.marks |= w.marks
			if w.ends() && startsSentence(t.string[end:]) {
				d.sentence(d.words[first:])
				first = len(d.words)
			}
		}
		at = end
	}
	d.sentence(d.words[first:])
}

func (d *scratch) sentence(words []word) {
	if len(words) == 0 {
		return
	}
	s := sentence{words: words}
	for i, w := range words {
		if !w.number || i == 0 || !words[i-1].number {
			s.count++
		}
	}
	d.sentences = append(d.sentences, s)
}

// wordIn strips the punctuation from what is between two spaces. A dash by itself is not
// a word.
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
	if w.marks == 0 && strings.IndexByte(w.lower, '-') > 0 && isFirstName(w.lower) {
		w.marks = markFirstName
	}
	w.number = w.lower[0] <= '9' && strings.Trim(w.lower, "0123456789") == ""
	return w, true
}

// quotes are quotation marks around what someone said. Single ones are left out, since
// they may be apostrophes.
const quotes = "\"“”„«»"

// ends reports whether the word may be the end of a sentence.
func (w word) ends() bool {
	if !strings.ContainsAny(w.after, ".?!…") {
		return false
	}
	return strings.ContainsAny(w.after, "?!…") ||
		!dotted[w.lower] && utf8.RuneCountInString(w.lower) > 1 && strings.Count(w.lower, ".") == 0 ||
		strings.Count(w.lower, ".") > 0 && !isDotted(w.lower)
}

// isDotted reports whether a word consists of letters separated by dots, as in "d.m.v".
func isDotted(lower string) bool {
	for part := range strings.SplitSeq(lower, ".") {
		if utf8.RuneCountInString(part) != 1 || !unicode.IsLetter([]rune(part)[0]) {
			return false
		}
	}
	return true
}

// dotted lists abbreviations that end in a dot.
var dotted = map[string]bool{
	"dhr": true, "mevr": true, "mw": true, "bijv": true, "nr": true, "tel": true, "drs": true, "ir": true, "mr": true, "dr": true,
	"incl": true, "excl": true, "evt": true, "ca": true, "resp": true, "jl": true, "max": true, "st": true, "bv": true, "art": true,
}

// startsSentence reports whether what follows can be the start of a sentence: it begins
// with a digit or a capital, possibly after the small letter of "'s Avonds" or "'t Is".
func startsSentence(rest string) bool {
	rest = strings.TrimLeft(rest, " \n\t\"“”„«(")
	if short := strings.TrimLeft(rest, "'’"); len(short) < len(rest) && len(short) > 1 &&
		strings.IndexByte("stn", short[0]) >= 0 && short[1] == ' ' {
		rest = short[2:]
	}
	for _, r := range rest {
		if r == '{' { // a name in the clauses
			return true
		}
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
		if unicode.IsDigit(r) {
			return true
		}
	}
	return true
}
