package schedule

import (
	"slices"
	"strings"
)

// reader reads phrases that can be in both a "dag" and a "tijd", and offers the text
// with some of its tokens replaced.
type reader struct {
	*cursor
	depth int // how many times this text has been mended, see instead
}

func newReader(input, example string, mended int) *reader {
	return &reader{newCursor(input, example), mended}
}

// part reads "'s middags", "in de middag" or "middag"; several become one set.
func (p *reader) part() DayParts {
	var parts DayParts
	for {
		back := p.at
		if parts != 0 && !p.separator() {
			return parts
		}
		p.acceptAny("in de", "op de", "'s -", "'s", "s")
		part := partWord(p.peek())
		if part == 0 {
			p.at = back
			return parts
		}
		p.at++
		parts |= part
	}
}

// openingHours reads "tijdens de openingstijden van de bibliotheek".
func (p *reader) openingHours() (bool, *ParseError) {
	const word = "openingstijden"
	from := p.at
	during := p.acceptAny("tijdens", "gedurende", "binnen")
	p.acceptAny("de", "de reguliere", "de normale", "de gewone", "reguliere", "normale", "gewone", "onze")
	if !p.acceptAny(word, "openingsuren") {
		if p.at = from; !during {
			return false, nil
		}
		p.at++
		e := p.errorAt(p.at, p.at+1, "na %q hoort %q", p.written(p.tokens[from]), word)
		e.Suggestion = nearest(p.peek(), []string{word})
		return false, e
	}
	p.example = "tijdens " + word
	place := p.at
	if van := p.accept("van"); van || slices.Contains(ownPlaces, p.peek()) {
		p.acceptAny("de", "onze", "ons", "dit", "deze")
		if !p.acceptAny(ownPlaces...) {
			return false, p.errorAt(place, max(p.at+1, place+1), "de computer kent alleen de openingstijden van het plein").offer(
				p.instead(place, len(p.tokens), "")...)
		}
	}
	return true, nil
}

// timesPer reads "2 keer per week" and returns the number, or 0.
func (p *reader) timesPer(period string) int {
	from := p.at
	word := strings.TrimSuffix(p.peek(), "x")
	if !isNumber(word) || len(word) > 1 {
		return 0
	}
	p.at++
	if word == p.tokens[from].text && !p.accept("x") {
		p.at = from
		return 0
	}
	if !p.acceptAny("per "+period, "in de "+period, "elke "+period) {
		p.at = from
		return 0
	}
	p.acceptAny(":", "op")
	return number(word)
}

// replaced returns the input with another text for the tokens from..until (excluded).
func (p *reader) replaced(from, until int, text string) string {
	before, after := p.input, ""
	if from < len(p.tokens) {
		before = p.input[:p.tokens[from].offset]
		after = p.input[p.tokens[from].offset:]
	}
	if until > from {
		end := p.tokens[until-1]
		after = p.input[end.offset+end.length:]
	}
	return tidy(before + " " + text + " " + after)
}

// tidy removes what is left over where a part of a text was taken out.
func tidy(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, pair := range [][2]string{{"( ", "("}, {" )", ")"}, {"()", ""}, {" ,", ","}, {" ;", ";"}, {" .", "."}, {",,", ","}} {
		text = strings.ReplaceAll(text, pair[0], pair[1])
	}
	text = strings.Trim(strings.Join(strings.Fields(text), " "), " ,;:/-–—•|+&.")
	for _, word := range []string{" en", " of", " maar", " met", " op", " van", " dus", " ook", " wel", " alleen", " vanaf", " uitsluitend"} {
		if cut, ok := strings.CutSuffix(" "+text, word); ok {
			return tidy(cut)
		}
	}
	for _, word := range []string{"en ", "of ", "maar ", "alleen "} {
		if cut, ok := strings.CutPrefix(text, word); ok {
			return tidy(cut)
		}
	}
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(inner, ")") && !strings.ContainsAny(inner[:len(inner)-1], "()") {
		return tidy(inner[:len(inner)-1])
	}
	if strings.Count(text, "(") != strings.Count(text, ")") {
		text = strings.TrimSpace(strings.NewReplacer("(", " ", ")", " ").Replace(text))
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

// instead offers the input with another text for the tokens from..until (excluded) if
// that is a valid "dag", or else what that text may mean.
func (p *reader) instead(from, until int, text string) []way {
	return daysFrom(p.replaced(from, until, text), p.depth)
}

// timesInstead does the same for a "tijd".
func (p *reader) timesInstead(from, until int, text string) []way {
	return timesFrom(p.replaced(from, until, text), p.depth)
}

// splitAt offers two blocks: what comes before the token, and the rest.
func (p *reader) splitAt(at int) []way {
	before := at
	for before > 0 && (p.tokens[before-1].text == "en" || p.tokens[before-1].text == "," || p.tokens[before-1].text == "/" ||
		p.tokens[before-1].text == "op" || p.tokens[before-1].text == "de" || p.tokens[before-1].text == "elke") {
		before--
	}
	return blocks(p.depth, []string{p.text(tokenRange{0, before}), p.text(tokenRange{at, len(p.tokens)})})
}
