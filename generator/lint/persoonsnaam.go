package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
)

var persoonsnaam = &Check{
	Explanation: diag.Explanation{
		Code: "persoonsnaam", Title: "De naam van een persoon",
		Text:  "Namen van medewerkers en vrijwilligers horen niet op de site. Ze blijven in de geschiedenis staan, ook als u ze later weghaalt. Noem de rol of de organisatie.",
		Wrong: "Vraag naar mevrouw Jansen.",
		Right: "Vraag naar de medewerker van het Taalhuis.",
	},
	read: func(r *record, add adder) {
		text := r.doc.Text()
		if !slices.ContainsFunc(addressed, func(part string) bool { return strings.Contains(text, part) }) {
			return
		}
		for _, at := range person.FindAllStringSubmatchIndex(text, -1) {
			add(r.base, r.doc.Range(at[2], at[3]), fmt.Sprintf("%q is een persoon", text[at[2]:at[3]]), "noem de rol, zoals \"een medewerker van het Taalhuis\"")
		}
	},
}

// addressed is in every form of address, and looked for first: it costs a
// fraction of what the expression does.
var addressed = []string{"dhr", "Dhr", "evr", "mw.", "Mw.", "mej", "Mej", "heer ", "eneer "}

// person is a form of address with a name behind it. (?i) would make the capital
// of the name pointless.
var person = regexp.MustCompile(`(?:^|[^\p{L}])((?:[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.|[Mm]ej\.?|[Dd]e heer|[Mm]evrouw|[Mm]eneer) +(?:(?:van|de|den|der|el|ten|ter|'t) +)*\p{Lu}[\p{L}.-]*)`)
