package lint

import (
	"fmt"

	"pleinwijzer/generator/diag"
)

var aanspreking = &Check{
	Explanation: diag.Explanation{
		Code: "u-en-je", Title: "\"U\" en \"je\" door elkaar",
		Text:  "De tekst noemt de lezer de ene keer \"u\" en de andere keer \"je\". Kies er één. Op deze site is dat \"u\".",
		Wrong: "Hebt u een vraag? Neem je brief mee.",
		Right: "Hebt u een vraag? Neem uw brief mee.",
	},
	read: func(r *record, add adder) {
		var marks mark
		for i := range r.texts {
			marks |= r.texts[i].marks
		}
		if marks&markPolite == 0 || marks&markFamiliar == 0 {
			return
		}
		var polite, familiar []place
		for i := range r.texts {
			t := &r.texts[i]
			for j, w := range t.words {
				switch {
				case w.quoted: // someone else's words
				case w.lower == "u" && j > 0 && isClock(t.words[j-1].lower): // here "u" means uur: "10.00 u"
				case w.marks&markPolite != 0:
					polite = append(polite, place{t, w})
				case w.marks&markFamiliar != 0:
					familiar = append(familiar, place{t, w})
				}
			}
		}
		if len(polite) == 0 || len(familiar) == 0 {
			return
		}
		odd, usual := familiar[0], "u"
		if len(polite) < len(familiar) {
			odd, usual = polite[0], "je"
		}
		add(r.base, odd.text.wordAt(odd.word), fmt.Sprintf("hier staat %q, en verder in dit bestand %q", odd.word.lower, usual),
			fmt.Sprintf("kies één vorm, hier %q", usual))
	},
}

// A place is a word with the text that it is in.
type place struct {
	text *text
	word word
}

var (
	politeWords   = set("u uw uzelf")
	familiarWords = set("je jij jou jouw jezelf jullie")
)
