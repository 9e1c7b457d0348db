package lint

import (
	"regexp"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"pleinwijzer/generator/diag"
)

var tekenKapot = &Check{
	Explanation: diag.Explanation{
		Code: "teken-kapot", Title: "Een letter die kapot is",
		Text:  "Bij het kopiëren of bewaren is een letter met een accent of een bijzonder teken verkeerd gelezen. De bezoeker ziet vreemde tekens. Typ het woord opnieuw.",
		Wrong: "Kom naar het cafÃ©.",
		Right: "Kom naar het café.",
	},
	read: func(r *record, add adder) {
		text := r.doc.Text()
		if !strings.ContainsAny(text, "ÃÂâ\uFFFD") {
			return
		}
		for _, at := range broken.FindAllStringIndex(text, -1) {
			hint := "typ dit woord opnieuw"
			if meant, ok := readAgain(text[at[0]:at[1]]); ok {
				hint = "schrijf: " + meant
			}
			add(r.base, r.doc.Range(at[0], at[1]), "hier staat een letter die verkeerd gelezen is", hint)
		}
	},
}

// broken matches UTF-8 that was decoded as Windows-1252, and the replacement character.
var broken = regexp.MustCompile("Ã[\u0080-\u00BFŠŒŽšœžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|Â[\u0080-\u00BF]|â(?:€|‚)[\u0080-\u00FFŠŒŽšœžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™¬]|\uFFFD")

// readAgain returns the text as it was before it was decoded with the wrong encoding.
func readAgain(text string) (string, bool) {
	bytes, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil || strings.ContainsRune(bytes, '\uFFFD') || strings.ToValidUTF8(bytes, "") != bytes {
		return "", false
	}
	return bytes, true
}
