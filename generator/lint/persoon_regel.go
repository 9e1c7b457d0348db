package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A run is a sequence of words that may be a name: words with capitals, and particles or
// initials between them.
type run struct{ first, last int } // indexes of words; last is included

// A tell reports a person's name in a text, from its first to its last word.
type tell func(t *text, first, last word)

// runFrom returns the run that starts at word i.
func (t *text) runFrom(words []word, i int) (run, bool) {
	if i >= len(words) || !t.upper(words[i]) || t.mailbox(words[i]) {
		return run{}, false
	}
	last := i
	for j := i + 1; j < len(words) && t.joins(words, j); j++ {
		if t.upper(words[j]) && !t.mailbox(words[j]) {
			last = j
		} else if !particle[words[j].lower] {
			break
		}
	}
	return run{i, last}, true
}

// runTo returns the run that ends at word i.
func (t *text) runTo(words []word, i int) (run, bool) {
	if i < 0 || !t.upper(words[i]) || t.mailbox(words[i]) {
		return run{}, false
	}
	first := i
	for j := i - 1; j >= 0 && t.joins(words, j+1); j-- {
		if t.upper(words[j]) && !t.mailbox(words[j]) {
			first = j
		} else if !particle[words[j].lower] {
			break
		}
	}
	return run{first, i}, true
}

// joins reports whether only a space, or the dot of an initial, separates word i from the
// one before.
func (t *text) joins(words []word, i int) bool {
	between := t.string[words[i-1].end:words[i].start]
	return between == " " || strings.HasPrefix(between, ".") && strings.TrimLeft(between, ". ") == "" &&
		isInitials(t.string[words[i-1].start:words[i-1].end])
}

func (t *text) mailbox(w word) bool { return strings.IndexByte(t.string[w.start:w.end], '@') > 0 }

// isInitials reports whether s consists of initials, such as "J" or "J.P".
func isInitials(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		r, size := utf8.DecodeRuneInString(part)
		if size == 0 || len(part) > size && !(len(part) == 2 && part[1] == 'h') || !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// sure says how strongly the context of a run suggests a person.
type sure uint8

const (
	loose sure = iota // weakly: a single word may be any kind of name
	named             // strongly: a label says so, such as "contactpersoon:"
)

// person strips words from the start of a run that cannot be part of a name, and reports
// whether what remains is the name of a person. except excludes further words.
func (t *text) person(words []word, r run, s sure, except func(lower string) bool) (run, bool) {
	for r.first <= r.last &&
		(noName[words[r.first].lower] || len(words[r.first].lower) < 2 && !isInitials(t.string[words[r.first].start:words[r.first].end])) {
		r.first++
	}
	if r.first > r.last {
		return run{}, false
	}
	capitals, known := 0, false
	for i := r.first; i <= r.last; i++ {
		w := words[i]
		spelled := t.string[w.start:w.end]
		switch {
		case particle[w.lower]:
			continue
		case isFirstName(w.lower):
			known = true
		case towns[w.lower] && !known && (i == r.first || !particle[words[i-1].lower]):
			return run{}, false
		case organisation(w.lower), t.record.names[w.lower], except(w.lower), allCapitals(spelled),
			strings.ContainsAny(w.lower, "0123456789&/"), noName[w.lower]:
			return run{}, false
		}
		capitals++
	}
	if placeFirst[words[r.first].lower] || t.famous(words[r.first:r.last+1]) {
		return run{}, false
	}
	return r, known || capitals > 1 || s == named
}

// famous reports whether the name is that of a shop, or of someone after whom buildings
// are named.
func (t *text) famous(words []word) bool {
	var joined strings.Builder
	for _, w := range words {
		joined.WriteString(w.lower)
	}
	return historic[joined.String()] || shops[t.string[words[0].start:words[len(words)-1].end]]
}

// isFirstName reports whether a word is a first name, possibly a double one:
// "anne-marie".
func isFirstName(lower string) bool {
	if firstNames[lower] {
		return true
	}
	first, second, double := strings.Cut(lower, "-")
	return double && len(first) > 1 && len(second) > 1 && firstNames[first] && firstNames[second]
}

func allCapitals(s string) bool {
	return len(s) > 1 && !strings.Contains(s, ".") && strings.ToUpper(s) == s
}

// noName lists words that begin a sentence or are written with a capital, but are not
// part of a person's name.
var noName = set(`mail bel app vraag vragen contact via bij voor aanmelden aanmelding opgeven opgave meer info informatie stuur neem ook of en met naar de het een uw u wij we
	hebt heeft kunt kan wilt is zijn er dit dat deze die kom ga geef meld schrijf kijk lees op in aan om als maar dan niet geen alle elke iedere ons onze mijn zij ze hij ik
	maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december tel telefoon e-mail
	email mailadres reserveren reacties inlichtingen heer mevrouw meneer mw dhr mevr nederlands engels pools turks arabisch digid wifi internet iemand niemand iedereen
	vacature vacant volgt onbekend receptie balie helpers helper welkom let tip tips samen nieuw gratis koffie thee dank groet groeten hartelijke vriendelijke nee ja nederland brabant noord-brabant limburg europa`)

// beside reports the names right before and after each mailbox in a text.
func (t *text) beside(report tell) {
	if !strings.Contains(t.string, "@") {
		return
	}
	words := t.words
	for i, w := range words {
		if !t.mailbox(w) {
			continue
		}
		box := mailboxOf(t.string[w.start:w.end])
		except := func(lower string) bool { return len(lower) > 2 && strings.Contains(box.domain, lower) }
		before := i - 1
		for before >= 0 && leadsTo(words[before]) && !t.ended(words, before) {
			before--
		}
		if before >= 0 && !t.ended(words, before) {
			if r, ok := t.runTo(words, before); ok {
				t.besideBox(words, r, box, except, report)
			}
		}
		after := i + 1
		for after < len(words) && leadsTo(words[after]) {
			after++
		}
		if after < len(words) && !t.ended(words, after-1) {
			if r, ok := t.runFrom(words, after); ok {
				t.besideBox(words, r, box, except, report)
			}
		}
	}
}

// besideBox reports a name next to a mailbox. A single word must be a first name or occur
// in the mailbox too.
func (t *text) besideBox(words []word, r run, box mailboxName, except func(string) bool, report tell) {
	found, ok := t.person(words, r, loose, except)
	if !ok && found.first == found.last && found != (run{}) {
		lower := words[found.first].lower
		ok = len(lower) > 2 && strings.Contains(box.local, lower) && !task(lower)
	}
	if ok {
		report(t, words[found.first], words[found.last])
	}
}

// ended reports whether a sentence ends after word i.
func (t *text) ended(words []word, i int) bool {
	if i+1 >= len(words) {
		return true
	}
	between := t.string[words[i].end:words[i+1].start]
	return strings.ContainsAny(between, "?!…") || strings.Contains(between, ". ") && !isInitials(t.string[words[i].start:words[i].end])
}

// leadsTo reports whether a word may come between a name and a mailbox.
func leadsTo(w word) bool { return w.number || between[w.lower] }

var between = set("via op mail mailt mailen e-mail email mailadres e-mailadres emailadres tel telefoon mailto")

// labelled reports names after a word which says that a person follows.
func (t *text) labelled(report tell) {
	for _, s := range t.sentences {
		for i, w := range s.words {
			if !labels[w.lower] {
				continue
			}
			if r, ok := t.behindLabel(s, i); ok {
				report(t, s.words[r.first], s.words[r.last])
				break
			}
		}
	}
}

var (
	labels = set(`contactpersoon contactpersonen aanspreekpunt aanspreekpersoon kartrekker kartrekkers trekker coördinator coordinator projectleider teamleider
		begeleider begeleidster beheerder gastvrouw gastheer spreker sprekers docent docente contact vrijwilliger vrijwilligster medewerker medewerkster
		buurtwerker opbouwwerker consulent taalcoach host voorzitter secretaris penningmeester`)
	either = set("contact kartrekker kartrekkers trekker host medewerker vrijwilliger")
	tells  = set("is zijn heet heten")
)

// behindLabel finds a name after ":" or "is", up to a few words after a label; or a full
// name immediately after the label.
func (t *text) behindLabel(s sentence, label int) (run, bool) {
	const far = 6
	nobody := func(string) bool { return false }
	if r, ok := t.runFrom(s.words, label+1); ok && t.joins(s.words, label+1) {
		if r, ok := t.person(s.words, r, loose, nobody); ok {
			return r, true
		}
	}
	for i := label; i < min(label+far, len(s.words)-1); i++ {
		colon := strings.Contains(t.string[s.words[i].end:s.words[i+1].start], ":")
		if !colon && !(i > label && tells[s.words[i].lower]) {
			continue
		}
		r, ok := t.runFrom(s.words, i+1)
		if !ok {
			return run{}, false
		}
		how := named
		goesOn := r.last+1 < len(s.words) && t.joins(s.words, r.last+1)
		if colon && goesOn || either[s.words[label].lower] {
			how = loose // a sentence may start here, or it may be an organisation
		}
		return t.person(s.words, r, how, nobody)
	}
	return run{}, false
}

// isLabel reports whether the text is just a label which says that a person follows, such
// as a heading or a table cell.
func (t *text) isLabel() bool {
	const most = 4
	return len(t.words) > 0 && len(t.words) <= most &&
		slices.ContainsFunc(t.words, func(w word) bool { return labels[w.lower] && w.lower != "contact" }) &&
		!slices.ContainsFunc(t.words[1:], t.upper)
}

// whole returns the name that a text consists of, or with which it begins before any
// punctuation.
func (t *text) whole() (run, bool) {
	r, ok := t.runFrom(t.words, 0)
	if !ok || r.last+1 < len(t.words) && t.joins(t.words, r.last+1) {
		return run{}, false
	}
	return r, true
}
