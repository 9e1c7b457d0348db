package schedule

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a comma or a dash.
type token struct {
	text           string // in lower case, see canonical
	offset, length int    // in the input
}

// cursor walks over the tokens of one text.
type cursor struct {
	input   string
	tokens  []token
	at      int    // index of the next token
	example string // an example of the form that the text seems to have
}

// canonical maps words to the synonym that the grammar uses.
var canonical = map[string]string{
	"iedere": "elke", "ieder": "elke", "elk": "elke", "alle": "elke", "&": "en", "+": "en", ";": ",",
	"tm": "t/m", "t.m": "t/m", "t.e.m": "t/m", "tem": "t/m", "vd": "v/d", "v.d": "v/d",
	"’s": "'s", "‘s": "'s", "´s": "'s", "`s": "'s",
	"smiddags": "middags", "sochtends": "ochtends", "smorgens": "morgens", "savonds": "avonds",
	"één": "1", "een": "1", "eén": "1", "éen": "1",
	"twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7", "acht": "8",
	"negen": "9", "tien": "10", "elf": "11", "twaalf": "12", "dertien": "13", "veertien": "14",
	"keer": "x", "maal": "x", "eens": "1x", "eenmaal": "1x", "tweemaal": "2x", "driemaal": "3x",
	"mnd": "maand", "maanden": "maanden", "wk": "week", "wkn": "weken", "het": "de",
	"m.u.v": "behalve", "muv": "behalve", "uitgezonderd": "behalve", "niet": "behalve",
}

var slashed = []string{"t/m", "v/d"}

type class int

const (
	space class = iota
	mark
	letter // anything that can be part of a word
)

func newCursor(input, example string) *cursor {
	p := &cursor{input: input, example: example}
	start := -1
	for i, r := range input {
		class := classOf(r)
		if class != letter && start >= 0 {
			p.add(start, i)
			start = -1
		}
		switch {
		case class == letter && start < 0:
			start = i
		case class == mark:
			p.add(i, i+utf8.RuneLen(r))
		}
	}
	if start >= 0 {
		p.add(start, len(input))
	}
	return p
}

// add appends input[start:end] as a token. It splits it at slashes, except for "t/m"
// and "v/d".
func (p *cursor) add(start, end int) {
	text := p.input[start:end]
	lower := strings.ToLower(strings.TrimRight(text, ".:"))
	if i := strings.IndexByte(text, '/'); i >= 0 && text != "/" && !slices.Contains(slashed, lower) {
		if i > 0 {
			p.add(start, start+i)
		}
		p.add(start+i, start+i+1)
		if start+i+1 < end {
			p.add(start+i+1, end)
		}
		return
	}
	p.tokens = append(p.tokens, token{canonicalText(text), start, end - start})
}

// peek returns the text of the next token, or "" at the end.
func (p *cursor) peek() string {
	if p.at < len(p.tokens) {
		return p.tokens[p.at].text
	}
	return ""
}

// accept moves past the phrase if the next tokens are its words.
func (p *cursor) accept(phrase string) bool {
	at := p.at
	for word := range strings.FieldsSeq(phrase) {
		if at == len(p.tokens) || p.tokens[at].text != word {
			return false
		}
		at++
	}
	p.at = at
	return true
}

// acceptAny moves past the first of the phrases that comes next.
func (p *cursor) acceptAny(phrases ...string) bool {
	for _, phrase := range phrases {
		if p.accept(phrase) {
			return true
		}
	}
	return false
}

// followed reports whether these words come after the next token.
func (p *cursor) followed(phrase string) bool {
	back := p.at
	p.at++
	found := p.accept(phrase)
	p.at = back
	return found
}

// separator moves past "en", a comma or a slash, or a comma and "en".
func (p *cursor) separator() bool {
	comma := p.acceptAny(",", "/")
	return p.accept("en") || comma
}

// end returns an error if anything is left.
func (p *cursor) end() *ParseError {
	if p.at == len(p.tokens) {
		return nil
	}
	return p.errorAt(p.at, p.at+1, "%q past hier niet", p.written(p.tokens[p.at]))
}

// written returns the token as the editor typed it.
func (p *cursor) written(t token) string { return p.input[t.offset : t.offset+t.length] }

// text returns the tokens as the editor typed them.
func (p *cursor) text(r tokenRange) string {
	if r.from >= r.until {
		return ""
	}
	end := p.tokens[r.until-1]
	return p.input[p.tokens[r.from].offset : end.offset+end.length]
}

// errorAt returns an error about the tokens from..until (excluded). At the end
// of the text it is about the last token, so that there is something to point at.
func (p *cursor) errorAt(from, until int, format string, args ...any) *ParseError {
	e := &ParseError{Input: p.input, Message: fmt.Sprintf(format, args...), Example: p.example}
	if len(p.tokens) == 0 {
		return e
	}
	first := p.tokens[min(from, len(p.tokens)-1)]
	final := p.tokens[min(max(from, until-1), len(p.tokens)-1)]
	e.Offset, e.Length = first.offset, final.offset+final.length-first.offset
	return e
}

// unknown returns an error about the next token.
func (p *cursor) unknown(format string) *ParseError {
	t := p.tokens[p.at]
	if p.digitAt(p.at) || t.text == "van" && p.digitAt(p.at+1) {
		return p.errorAt(p.at, len(p.tokens),
			`hier staat alleen de dag: een tijd komt bij "tijd", een datum bij "data"`)
	}
	return p.errorAt(p.at, p.at+1, format, p.written(t))
}

// digitAt reports whether the token begins with a digit.
func (p *cursor) digitAt(i int) bool {
	return i < len(p.tokens) && isNumber(p.tokens[i].text[:1])
}

// dayAt reports whether the token is a day of the week.
func (p *cursor) dayAt(i int) bool {
	if i >= len(p.tokens) {
		return false
	}
	word, _ := splitPart(p.tokens[i].text)
	_, ok := dayNamed(word)
	return ok
}

func (p *cursor) monthAt(i int) bool { return i < len(p.tokens) && monthNamed(p.tokens[i].text) != 0 }

// yearAt reports whether the token is a year: then a date is meant, not a month of
// every year.
func (p *cursor) yearAt(i int) bool { return isNumber(p.tokens[i].text) && len(p.tokens[i].text) == 4 }

func (p *cursor) appointment() bool {
	p.acceptAny(onlyWords...)
	return p.acceptAny(appointmentPhrases...)
}

// saysWhen reports whether one of the words is about days, weeks or months.
func (p *cursor) saysWhen() bool {
	for i, t := range p.tokens {
		if p.dayAt(i) || p.monthAt(i) || ordinals[t.text] != 0 || slices.Contains(whenWords, t.text) || dayWords[t.text] != 0 {
			return true
		}
	}
	return false
}

func canonicalText(text string) string {
	text = strings.ToLower(text)
	if r, size := utf8.DecodeRuneInString(text); size == len(text) && unicode.Is(unicode.Dash, r) {
		text = "-"
	} else if trimmed := strings.TrimRight(text, "."); trimmed != "" {
		text = trimmed // "di.", and the full stop of a sentence
	}
	if word, colon := strings.CutSuffix(text, ":"); colon && word != "" && !isNumber(word) {
		text = word // "oneven weken: dinsdag"
	}
	if same, ok := canonical[text]; ok {
		text = same
	}
	return text
}

func classOf(r rune) class {
	switch {
	case unicode.IsSpace(r), strings.ContainsRune("()[]\u200b\ufeff", r):
		return space // text between brackets is read like the rest
	case strings.ContainsRune(",;&+", r), unicode.Is(unicode.Dash, r):
		return mark
	}
	return letter
}
