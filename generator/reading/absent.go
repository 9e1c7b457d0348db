package reading

import (
	"slices"
	"strings"
)

// absent explains why a field that people may well expect does not exist, and where its
// contents belong. The agreement between the partners of a plein has names of persons
// and terms in it; neither belongs in a public folder.
func absent(key string) (hint string, ok bool) {
	words := strings.FieldsFunc(strings.ToLower(key), func(r rune) bool { return strings.ContainsRune("_-. ", r) })
	for _, kind := range absentFields {
		if slices.ContainsFunc(words, func(word string) bool {
			return slices.ContainsFunc(kind.stems, func(stem string) bool { return strings.HasPrefix(word, stem) })
		}) {
			return kind.hint, true
		}
	}
	return "", false
}

var absentFields = []struct {
	stems []string // how the words of such a name begin
	hint  string
}{
	{strings.Fields("contact aanspreek kartrekker coordinator coördinator begeleider vrijwilliger medewerker beheerder eigenaar verantwoordelijke mobiel 06 gsm " +
		"persoon achternaam voornaam handtekening"),
		"daar is met opzet geen veld voor: alles hier is openbaar en blijft bewaard. Zet namen, eigen nummers en eigen mailadressen in uw papieren overeenkomst " +
			"of in uw eigen administratie, en haal dit hier weg. Voor bezoekers zijn er \"telefoon\" en \"email\" van de organisatie"},
	{strings.Fields("opzeg overeenkomst convenant contract ondertek looptijd verleng vergoeding huur"),
		"daar is met opzet geen veld voor: de bezoeker heeft er niets aan. Afspraken tussen partners, zoals een opzegtermijn, horen in de papieren overeenkomst " +
			"of in uw eigen administratie. Haal dit hier weg"},
	{strings.Fields("bezoekers turf registratie hulpvragen geboorte bsn"),
		"daar is met opzet geen veld voor: wie er kwam en met welke vraag, hoort in uw eigen administratie en nooit hier. Haal dit hier weg"},
}
