package schedule

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ParseError says, in Dutch and to an editor, what is wrong with a text.
type ParseError struct {
	Input          string
	Offset, Length int    // the offending part of Input, in bytes
	Message        string // a short sentence without capital and full stop
	Suggestion     string // the word that was clearly meant, or ""
	Example        string // a right text of the form that was probably meant

	ways     []way // see Ways
	examples []way // what was offered only for an example, while something better is sought
}

// Error returns the message, with the mend if there is one.
func (e *ParseError) Error() string {
	var texts []string
	for _, w := range e.Ways(0) {
		if len(w.Lines) > 0 && w.Lines[0].Key == "" {
			texts = append(texts, fmt.Sprintf("%q", w.Lines[0].Value))
		}
	}
	switch {
	case len(texts) > 0:
		return e.Message + "; schrijf " + strings.Join(texts, " of ")
	case e.Suggestion != "":
		return fmt.Sprintf("%s; bedoelt u %q?", e.Message, e.Suggestion)
	}
	return e.Message
}

// token is a word, a comma or a dash.
type token struct {
	text           string // in lower case, see canonical
	offset, length int    // in the input
}

// parser walks over the tokens of one text.
type parser struct {
	input   string
	tokens  []token
	at      int    // index of the next token
	depth   int    // how many mends this text has had, see instead
	example string // of the form that the text seems to have
}

// canonical maps the words that mean the same to the one the grammar uses.
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

func newParser(input, example string) *parser {
	p := &parser{input: input, example: example}
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

// add appends input[start:end] as a token, or as several with the slashes between
// them, but for the slash of "t/m".
func (p *parser) add(start, end int) {
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

var slashed = []string{"t/m", "v/d"}

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

type class int

const (
	space class = iota
	mark
	letter // anything that can be part of a word
)

func classOf(r rune) class {
	switch {
	case unicode.IsSpace(r), strings.ContainsRune("()[]\u200b\ufeff", r):
		return space // what stands between brackets is read like the rest
	case strings.ContainsRune(",;&+", r), unicode.Is(unicode.Dash, r):
		return mark
	}
	return letter
}

// peek returns the text of the next token, or "" at the end.
func (p *parser) peek() string {
	if p.at < len(p.tokens) {
		return p.tokens[p.at].text
	}
	return ""
}

// accept moves past the phrase if the next tokens are its words.
func (p *parser) accept(phrase string) bool {
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
func (p *parser) acceptAny(phrases ...string) bool {
	for _, phrase := range phrases {
		if p.accept(phrase) {
			return true
		}
	}
	return false
}

// separator moves past "en", a comma or a slash, or a comma and "en".
func (p *parser) separator() bool {
	comma := p.acceptAny(",", "/")
	return p.accept("en") || comma
}

// end returns an error if anything is left.
func (p *parser) end() *ParseError {
	if p.at == len(p.tokens) {
		return nil
	}
	return p.errorAt(p.at, p.at+1, "%q past hier niet", p.written(p.tokens[p.at]))
}

// written returns the token as the editor typed it.
func (p *parser) written(t token) string { return p.input[t.offset : t.offset+t.length] }

// errorAt returns an error about the tokens from..until (excluded). At the end
// of the text it is about the last token, so that there is something to point at.
func (p *parser) errorAt(from, until int, format string, args ...any) *ParseError {
	e := &ParseError{Input: p.input, Message: fmt.Sprintf(format, args...), Example: p.example}
	if len(p.tokens) == 0 {
		return e
	}
	first := p.tokens[min(from, len(p.tokens)-1)]
	final := p.tokens[min(max(from, until-1), len(p.tokens)-1)]
	e.Offset, e.Length = first.offset, final.offset+final.length-first.offset
	return e
}
