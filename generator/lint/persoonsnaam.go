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
		reported := map[int][]diag.Range{} // by line
		say := func(at diag.Range, name string) {
			if !slices.ContainsFunc(reported[at.Line], func(other diag.Range) bool { return overlap(at, other) }) {
				reported[at.Line] = append(reported[at.Line], at)
				add(r.base, at, fmt.Sprintf("%q is een persoon", name), "noem de rol, zoals \"een medewerker van het Taalhuis\"")
			}
		}
		r.addressed(say)
		report := func(t *text, first, last word) {
			say(t.at(first.start, last.end), t.string[first.start:last.end])
		}
		texts := append(r.texts[:len(r.texts):len(r.texts)], r.remarks()...)
		for i := range texts {
			t := &texts[i]
			t.beside(report)
			t.labelled(report)
			t.askedFor(report)
			if i > 0 {
				aloneBeside(&texts[i-1], t, report)
			}
		}
	},
}

// overlap reports whether two ranges on the same line overlap.
func overlap(a, b diag.Range) bool {
	return a.Column < b.Column+b.Length && b.Column < a.Column+a.Length
}

// addressed finds forms of address followed by a name, anywhere in the file.
func (r *record) addressed(say func(at diag.Range, name string)) {
	text := r.doc.Text()
	if !slices.ContainsFunc(addressed, func(part string) bool { return strings.Contains(text, part) }) {
		return
	}
	for _, at := range person.FindAllStringSubmatchIndex(text, -1) {
		start, end := at[2], at[3]
		if words := strings.Fields(text[start:end]); at[4] >= 0 && isFirstName(strings.ToLower(words[len(words)-1])) {
			end = at[5]
		}
		say(r.doc.Range(start, end), text[start:end])
	}
}

// remarks returns the comments that editors write between the fields for each other. They
// are as public as everything else.
func (r *record) remarks() []text {
	var d scratch
	for at, line := range r.doc.Remarks() {
		d.put(text{string: line, record: r, offset: at})
	}
	return d.texts
}

// askedFor reports first names after words which say that this is a person to contact.
func (t *text) askedFor(report tell) {
	if t.marks&markFirstName == 0 {
		return
	}
	for _, s := range t.sentences {
		for j, w := range s.words {
			if w.marks&markFirstName == 0 || !t.capital(s, j) || !s.asksFor(j) || t.record.names[w.lower] {
				continue
			}
			if r, ok := t.runFrom(s.words, j); ok {
				if r, ok := t.person(s.words, r, loose, func(string) bool { return false }); ok {
					report(t, s.words[r.first], s.words[r.last])
				}
			}
		}
	}
}

// aloneBeside reports a name that stands by itself, in the list item, table cell or
// paragraph right below a label, or right above or below a mailbox.
func aloneBeside(above, t *text, report tell) {
	if above.passage == nil || t.passage == nil || len(t.words) == 0 || len(above.words) == 0 {
		return
	}
	nobody := func(string) bool { return false }
	if found, ok := t.whole(); ok {
		box := above.words[len(above.words)-1]
		switch {
		case above.isLabel():
			if found, ok := t.person(t.words, found, named, nobody); ok {
				report(t, t.words[found.first], t.words[found.last])
			}
		case above.mailbox(box) && len(above.words) <= 2 && found.last == len(t.words)-1:
			t.besideBox(t.words, found, mailboxOf(above.string[box.start:box.end]), nobody, report)
		}
	}
	if found, ok := above.whole(); ok && found.last == len(above.words)-1 && t.mailbox(t.words[0]) {
		above.besideBox(above.words, found, mailboxOf(t.string[t.words[0].start:t.words[0].end]), nobody, report)
	}
}

// asksFor reports whether the words before a first name say that it is a person to
// contact. "Ga naar Jan van Besouw" is about a theatre.
func (s sentence) asksFor(j int) bool {
	before := s.words[j-1].lower
	return asks[before] || (before == "met" || before == "naar") &&
		slices.ContainsFunc(s.words[:j-1], func(w word) bool { return meets[w.lower] })
}

var (
	asks = set(`bel mail app contactpersoon coördinator beheerder vrijwilliger vrijwilligers medewerker collega coach docent waaronder groet groeten
		groetjes`)
	meets    = set("vraag vraagt vragen contact afspraak bel belt bellen mail mailt mailen app appt praat praten spreek spreken overleg overleggen")
	particle = set("van de den der el ten ter")
	shops    = map[string]bool{"Albert Heijn": true, "Hans Anders": true, "Jan Linders": true}
)

// addressed lists texts of which every form of address contains one. They are searched
// for first, at a fraction of the cost of the regular expression.
var addressed = []string{"dhr", "Dhr", "evr", "mw.", "Mw.", "mej", "Mej", "heer ", "eneer "}

// person matches a form of address followed by a name and, as a separate group, a second
// part. That part belongs to the name if the first part is a first name: "mevrouw Anna de
// Wit", but not "mevrouw Jansen van Bibliotheek Noord". It does not use (?i), which would
// make the capitals of names meaningless.
var person = func() *regexp.Regexp {
	const (
		form      = `(?:[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.|[Mm]ej\.?|[Dd]e heer|[Mm]evrouw|[Mm]eneer) +(?:(?:prof|dr|drs|ir|ing|mr|ds)\.? +)*`
		initials  = `(?:\p{Lu}\. ?)+`
		particles = `(?:(?:[Vv]an|[Dd]en?|[Dd]er|[Ee]l|[Tt]en|[Tt]er|'t) +)*`
		family    = `\p{Lu}[\p{L}'’]+(?:-[\p{L}'’]+)*`
	)
	return regexp.MustCompile(`(?:^|\P{L})(` + form + `(?:(?:` + initials + `)?` + particles +
		family + `(?: +` + family + `)*|\p{Lu}\.))( +` + particles + family + `)?`)
}()
