package lint

import (
	"fmt"

	"pleinwijzer/generator/diag"
)

// The formulas are meaningless for texts shorter than this.
const (
	fewestWords     = 50
	fewestSentences = 3
)

// hardToRead is the Flesch-Douma score below which, according to Douma, a text is
// "tamelijk moeilijk" (fairly difficult).
const hardToRead = 60

var leesbaarheid = &Check{
	Explanation: diag.Explanation{
		Code: "leesbaarheid", Title: "Een tekst die moeilijk leest",
		Text: "De computer telt woorden per zin en lettergrepen per woord. Bij een score onder de 60 (Flesch-Douma) is een tekst " +
			"meestal te moeilijk. Maak de zinnen korter en kies kortere woorden. Het is een schatting: lees de tekst ook hardop voor.",
		Wrong: "Verschillende maatschappelijke organisaties bieden ondersteuning bij uiteenlopende administratieve vraagstukken.",
		Right: "Wij helpen u met uw post en uw papieren.",
	},
	read: func(r *record, add adder) {
		var texts []*text
		words := 0
		for i := range r.texts {
			if t := &r.texts[i]; t.role == body && len(t.sentences) > 0 {
				texts = append(texts, t)
				words += len(t.words)
			}
		}
		if words < fewestWords {
			return
		}
		var sum measure
		for _, t := range texts {
			sum.take(t)
		}
		if sum.words < fewestWords || sum.sentences < fewestSentences || sum.fleschDouma() >= hardToRead {
			return
		}
		first := texts[0]
		s := first.sentences[0]
		add(r.base, first.at(s.start(), s.end()),
			fmt.Sprintf("deze tekst leest moeilijk: %.0f van de 100 punten (Flesch-Douma), Brouwer %.0f", sum.fleschDouma(), sum.brouwer()),
			"maak de zinnen en de woorden korter")
	},
}

// A measure holds the counts that the formulas need.
type measure struct{ words, sentences, syllables int }

func (m *measure) take(t *text) {
	m.sentences += len(t.sentences)
	for _, s := range t.sentences {
		for _, w := range s.words {
			if !w.number {
				m.words++
				m.syllables += syllables(w.lower)
			}
		}
	}
}

// fleschDouma is Douma's formula (1960); 100 is very easy.
func (m *measure) fleschDouma() float64 {
	return 206.835 - 0.93*float64(m.words)/float64(m.sentences) - 77*float64(m.syllables)/float64(m.words)
}

// brouwer is Brouwer's Leesindex A (1963).
func (m *measure) brouwer() float64 {
	return 195 - 2*float64(m.words)/float64(m.sentences) - 200.0/3*float64(m.syllables)/float64(m.words)
}
