package lint

import (
	"fmt"

	"pleinwijzer/generator/diag"
)

// The maximum length of a sentence in words (RVO schrijfwijzer), and a length that is too
// much for any reader.
const (
	longSentence    = 15
	tooLongSentence = 20
)

var zinLang = &Check{
	Explanation: diag.Explanation{
		Code: "zin-lang", Title: "Een lange zin",
		Text:  "Een zin met meer dan 15 woorden is lastig te lezen. Boven de 20 woorden haken veel mensen af. Maak er 2 zinnen van.",
		Wrong: "Wij lezen samen met u de brief, leggen uit wat er staat en vullen daarna ook het formulier in dat erbij zit.",
		Right: "Wij lezen samen met u de brief. Wij leggen uit wat er staat. Daarna vullen wij het formulier in.",
	},
	read: func(r *record, add adder) {
		for i := range r.texts {
			t := &r.texts[i]
			for _, s := range t.sentences {
				switch {
				case s.count > tooLongSentence:
					add(r.base, t.at(s.start(), s.end()), fmt.Sprintf("deze zin heeft %d woorden; dat is te lang", s.count), "maak er 2 of 3 korte zinnen van")
				case s.count > longSentence:
					add(r.base, t.at(s.start(), s.end()), fmt.Sprintf("deze zin heeft %d woorden", s.count), "maak er 2 zinnen van, met hoogstens 15 woorden")
				}
			}
		}
	},
}
