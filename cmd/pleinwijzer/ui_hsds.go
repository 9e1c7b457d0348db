package main

import (
	"cmp"
	"fmt"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/kept"
)

// oddities say what has no place in our fields. What is not here is a field of HSDS, which
// the people of that system know by its name.
var oddities = map[string]string{
	"adres":       "plek zonder adres in Nederland; die is geen plein",
	"email":       "e-mailadres dat niet klopt",
	"klok":        "rooster met één verschil met UTC voor het hele jaar; gelezen als de tijd op de klok",
	"mobiel":      "mobiel nummer of faxnummer; die nemen we niet over",
	"onderwerp":   "onderwerp zonder naam",
	"punt":        "punt op de kaart dat niet in Nederland ligt",
	"plek":        "dienst of rooster zonder plek die wij kunnen noemen; niet overgenomen",
	"provincie":   "provincie die niet in Nederland ligt",
	"rooster":     "rooster met een regel die wij niet kunnen zeggen; niet overgenomen",
	"service":     "dienst die wij niet kunnen lezen, of zonder nummer of naam; niet overgenomen",
	"status":      "status die wij niet kennen; getoond als tijdelijk gestopt",
	"taal":        "taal die wij niet kennen",
	"telefoon":    "telefoonnummer dat niet klopt, of een tweede nummer",
	"tijd":        "rooster zonder tijden die kloppen; niet overgenomen",
	"toegang":     "voorziening in een gebouw die wij niet kennen",
	"utc":         "rooster in een andere tijdzone; niet overgenomen",
	"website":     "webadres dat niet klopt",
	"zonder-tijd": "dienst zonder rooster; er staat: vraag naar de dagen en tijden",
}

// odd says what of a source in HSDS could not be taken over, most of it first.
func (e telling) odd(s *content.Source, lock *kept.Lock) {
	if s.Soort != content.HSDS || len(lock.Files) == 0 {
		return
	}
	fmt.Fprintf(e.stdout, "  in hsds staat geen licentie; wij gaan uit van %s, uit bronnen.toml\n", s.Licentie)
	list := slices.SortedStableFunc(slices.Values(lock.Odd), func(a, b kept.Odd) int { return cmp.Compare(b.Count, a.Count) })
	total := 0
	for _, o := range list {
		total += o.Count
	}
	if total == 0 {
		return
	}
	fmt.Fprintf(e.stdout, "  past niet bij onze velden: %d keer\n", total)
	for _, o := range list[:min(len(list), mostShown)] {
		fmt.Fprintf(e.stdout, "    %d × %s\n", o.Count, cmp.Or(oddities[o.Name], o.Name))
	}
	if more := len(list) - mostShown; more > 0 {
		fmt.Fprintf(e.stdout, "    en nog %d soorten; alles staat in %s\n", more, "bronnen/"+kept.LockPath(s.Slug))
	}
}
