package lint

import (
	"regexp"
	"strings"

	"pleinwijzer/generator/diag"
)

var mobielNummer = &Check{
	Explanation: diag.Explanation{
		Code: "mobiel-nummer", Title: "Een 06-nummer",
		Text:  "Een 06-nummer is meestal van één persoon. Alles in deze map is openbaar en blijft in de geschiedenis staan, ook als u het later weghaalt. Gebruik het algemene nummer van de organisatie.",
		Wrong: `telefoon = "06 12 34 56 78"`,
		Right: `telefoon = "013 000 00 01"`,
	},
	read: func(r *record, add adder) {
		text := r.doc.Text()
		if !strings.Contains(text, "06") && !strings.Contains(text, "+31") && !strings.Contains(text, "0031") && !strings.Contains(text, "316") {
			return
		}
		for _, at := range mobile.FindAllStringSubmatchIndex(text, -1) {
			if date.MatchString(text[at[2]:at[3]]) {
				continue
			}
			add(r.base, r.doc.Range(at[2], at[3]), "dit lijkt het nummer van een persoon", "gebruik het algemene nummer van de organisatie")
		}
	},
}

// mobile matches a Dutch mobile number in any of the ways in which people write one,
// including the address of a chat: wa.me/316….
var mobile = regexp.MustCompile(`(?:^|[^0-9+])((?:06\)?|(?:\+|00)31[ -]?(?:\(0\))?[ -]?6|316)(?:[ \x{A0}./–-]{0,3}[0-9]){8})(?:$|[^0-9])`)

// date matches the start of a numeric date. Together with a time it has as many digits as
// a mobile number: 06-12-2026 10.00.
var date = regexp.MustCompile(`^06[./-]\d{1,2}[./-]20`)
