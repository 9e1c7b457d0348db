package schedule

import (
	"slices"
	"strings"
)

// openClause reads "tijdens openingstijden" and what says the same.
func (p *parser) openClause(r *rule) (bool, *ParseError) {
	from := p.at
	for _, phrase := range openDays {
		for _, place := range ownPlaces {
			if p.accept(strings.Replace(phrase, "{plein}", place, 1)) {
				r.open = true
				return true, nil
			}
		}
	}
	read, err := p.openingHours()
	if err != nil || !read {
		return false, err
	}
	if r.open || len(r.items) > 0 && r.items[0].set != allDays {
		ways := p.instead(from, p.at, "")
		for i := range ways {
			ways[i].lines = append(slices.Clone(ways[i].lines), line{Line: Line{Key: "tijd", Value: "tijdens openingstijden", IfAbsent: true}})
		}
		return false, p.errorAt(from, p.at, `de openingstijden horen bij "tijd"`).offer(ways...)
	}
	r.open = true
	return true, nil
}

// openingHours reads "tijdens de openingstijden van de bibliotheek".
func (p *parser) openingHours() (bool, *ParseError) {
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
