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
		say := func(at diag.Range, name string) {
			add(r.base, at, fmt.Sprintf("%q is een persoon", name), "noem de rol, zoals \"een medewerker van het Taalhuis\"")
		}
		text := r.doc.Text()
		if slices.ContainsFunc(addressed, func(part string) bool { return strings.Contains(text, part) }) {
			for _, at := range person.FindAllStringSubmatchIndex(text, -1) {
				start, end := at[2], at[3]
				if words := strings.Fields(text[start:end]); at[4] >= 0 && firstNames[strings.ToLower(words[len(words)-1])] {
					end = at[5]
				}
				say(r.doc.Range(start, end), text[start:end])
			}
		}
		for i := range r.texts {
			t := &r.texts[i]
			if t.marks&markFirstName == 0 {
				continue
			}
			for _, s := range t.sentences {
				for j, w := range s.words {
					if w.marks&markFirstName == 0 || !t.capital(s, j) || !s.asksFor(j) || r.names[w.lower] {
						continue
					}
					last := t.nameFrom(s, j)
					if name := t.string[w.start:last.end]; !shops[name] {
						say(t.at(w.start, last.end), name)
					}
				}
			}
		}
	},
}

// nameFrom is the last word of the name that begins at a word.
func (t *text) nameFrom(s sentence, i int) word {
	last := i
	for j := i + 1; j < len(s.words) && s.words[j-1].after == "" && (t.capital(s, j) || particle[s.words[j].lower]); j++ {
		if t.capital(s, j) {
			last = j
		}
	}
	return s.words[last]
}

// asksFor reports whether what stands before a first name says that this is a
// person, to speak to. "Ga naar Jan van Besouw" is about a theatre.
func (s sentence) asksFor(j int) bool {
	before := s.words[j-1].lower
	return asks[before] || (before == "met" || before == "naar") && slices.ContainsFunc(s.words[:j-1], func(w word) bool { return meets[w.lower] })
}

var (
	asks = set(`bel mail app contactpersoon coördinator beheerder vrijwilliger vrijwilligers medewerker collega coach docent waaronder groet groeten
		groetjes`)
	meets    = set("vraag vraagt vragen contact afspraak bel belt bellen mail mailt mailen app appt praat praten spreek spreken overleg overleggen")
	particle = set("van de den der el ten ter")
	shops    = map[string]bool{"Albert Heijn": true, "Hans Anders": true, "Jan Linders": true}
)

// addressed is in every form of address, and looked for first: it costs a
// fraction of what the expression does.
var addressed = []string{"dhr", "Dhr", "evr", "mw.", "Mw.", "mej", "Mej", "heer ", "eneer "}

// person is a form of address with a name behind it, and apart from that a second
// part, which belongs to the name if the first is a first name: "mevrouw Anna de
// Wit", but not "mevrouw Jansen van Bibliotheek Noord". (?i) would make the
// capitals of names pointless.
var person = func() *regexp.Regexp {
	const (
		form      = `(?:[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.|[Mm]ej\.?|[Dd]e heer|[Mm]evrouw|[Mm]eneer) +(?:(?:prof|dr|drs|ir|ing|mr|ds)\.? +)*`
		initials  = `(?:\p{Lu}\. ?)+`
		particles = `(?:(?:[Vv]an|[Dd]en?|[Dd]er|[Ee]l|[Tt]en|[Tt]er|'t) +)*`
		family    = `\p{Lu}[\p{L}'’]+(?:-[\p{L}'’]+)*`
	)
	return regexp.MustCompile(`(?:^|\P{L})(` + form + `(?:(?:` + initials + `)?` + particles + family + `(?: +` + family + `)*|\p{Lu}\.))( +` + particles + family + `)?`)
}()
