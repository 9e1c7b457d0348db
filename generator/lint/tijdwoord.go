package lint

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/diag"
)

var tijdwoord = &Check{
	Explanation: diag.Explanation{
		Code: "tijdwoord", Title: "Een woord zoals \"morgen\"",
		Text:  "Deze tekst staat nog lang op de site. Wie hem later leest, weet niet welke dag u bedoelt. Schrijf de datum.",
		Wrong: "Volgende week is er geen spreekuur.",
		Right: "Op dinsdag 8 december 2026 is er geen spreekuur.",
	},
	read: func(r *record, add adder) {
		for i := range r.texts {
			t := &r.texts[i]
			if t.marks&markRelative == 0 {
				continue
			}
			for _, s := range t.sentences {
				if s.hasDate() {
					continue
				}
				for j := range s.words {
					if n := relativeAt(s.words, j); n > 0 {
						start, end := s.words[j].start, s.words[j+n-1].end
						add(r.base, t.at(start, end), fmt.Sprintf("%q klopt over een tijd niet meer", t.string[start:end]), "schrijf de datum")
					}
				}
			}
		}
	},
}

var (
	relative = set(`vandaag morgenochtend morgenmiddag morgenavond overmorgen gisteren eergisteren binnenkort straks onlangs vanavond
		vanmiddag vanochtend vannacht momenteel zojuist`)
	relativeFirst = set("volgende volgend vorige vorig deze dit komende komend afgelopen aanstaande")
	relativeUnit  = set("week maand jaar maandag dinsdag woensdag donderdag vrijdag zaterdag zondag weekend kwartaal zomer winter najaar voorjaar herfst")
	ofMorning     = set("de elke iedere hele een die deze goede 's volgende andere dezelfde per")
	months        = set("januari februari maart april mei juni juli augustus september oktober november december")
)

// relativeAt returns how many words from i on describe a time relative to today.
func relativeAt(words []word, i int) int {
	w := words[i].lower
	switch {
	case relative[w]:
		return 1
	case w == "morgen" && (i == 0 || !ofMorning[words[i-1].lower]):
		return 1
	case relativeFirst[w] && i+1 < len(words) && words[i].after == "" && relativeUnit[words[i+1].lower]:
		return 2
	}
	return 0
}

// hasDate reports whether a sentence mentions a date or a year, which makes any relative
// time in it clear.
func (s sentence) hasDate() bool {
	for i, w := range s.words {
		if w.number && (len(w.lower) == 4 && strings.HasPrefix(w.lower, "20") || i+1 < len(s.words) && months[s.words[i+1].lower]) {
			return true
		}
	}
	return false
}
