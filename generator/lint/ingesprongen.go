package lint

import (
	"regexp"
	"strings"

	"pleinwijzer/generator/diag"
)

var ingesprongen = &Check{
	Explanation: diag.Explanation{
		Code: "ingesprongen", Title: "Tekst met spaties ervoor",
		Text:  "De spaties of tabs voor een regel ziet de bezoeker niet. Andere programma's maken er een blok met vaste letters van. Haal ze weg. Voor iets wat moet opvallen gebruikt u een kop of een opsomming.",
		Wrong: "Neem de brief mee.\n\n    Let op: de deur is achter.",
		Right: "Neem de brief mee.\n\nLet op: de deur is achter.",
	},
	read: func(r *record, add adder) {
		for i := range r.proses {
			p := &r.proses[i]
			if p.field && allIndented(p.source) {
				continue
			}
			before := -1 // where the previous indented line ends
			for _, line := range p.Indented {
				goesOn := before >= 0 && strings.TrimSpace(p.source[before:line.Start]) == ""
				before = line.End
				if !goesOn && !listItem.MatchString(p.source[line.Start:line.End]) {
					add(r.base, p.span(line), "voor deze regel staan spaties die de bezoeker niet ziet", "haal de spaties voor deze regel weg")
				}
			}
		}
	},
}

var listItem = regexp.MustCompile(`^(?:[-*+]|[0-9]+[.)])\s`)

// allIndented reports whether all lines are indented, as is normal for a text in a .toml
// file. The first line may directly follow the quotes.
func allIndented(source string) bool {
	first, rest, more := strings.Cut(source, "\n")
	for line := range strings.Lines(rest) {
		if strings.TrimSpace(line) != "" && !indented(line) {
			return false
		}
	}
	return more && (indented(first) || !strings.HasPrefix(strings.TrimLeft(rest, " \t"), "\n"))
}

func indented(line string) bool { return strings.TrimLeft(line, " \t") != line }
