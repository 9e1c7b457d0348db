package lint

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/diag"
)

var moeilijkWoord = &Check{
	Explanation: diag.Explanation{
		Code: "moeilijk-woord", Title: "Een moeilijk woord",
		Text:  "Voor dit woord bestaat een gewoner woord. Kan het niet anders? Leg het woord dan uit, zoals: \"Zorgen voor een ander heet mantelzorg\".",
		Wrong: "Indien u een hulpvraag hebt, kunt u tevens bellen.",
		Right: "Als u een vraag hebt, kunt u ook bellen.",
	},
	read: func(r *record, add adder) {
		for i := range r.texts {
			t := &r.texts[i]
			if t.marks&markJargon == 0 {
				continue
			}
			for _, s := range t.sentences {
				for j, w := range s.words {
					if w.marks&markJargon == 0 || t.capital(s, j) {
						continue
					}
					if n, simple := jargonAt(s.words[j:]); n > 0 && !r.explains(w.lower) {
						last := s.words[j+n-1]
						add(r.base, t.at(w.start, last.end),
							fmt.Sprintf("moeilijk woord: %q", t.string[w.start:last.end]), "gewoner is: "+simple)
					}
				}
			}
		}
	},
}

// explains reports whether the record says what a word means, as in "Zorgen voor een
// ander heet mantelzorg", which also explains "mantelzorgers".
func (r *record) explains(lower string) bool {
	for i := range r.texts {
		for _, s := range r.texts[i].sentences {
			has, says := false, false
			for _, w := range s.words {
				has = has || len(w.lower) > 5 && strings.HasPrefix(lower, w.lower)
				says = says || explaining[w.lower]
			}
			if has && says {
				return true
			}
		}
	}
	return false
}

var explaining = set("heet heten betekent betekenen noemen noemt genoemd")

// jargonAt finds the entry in the list with which the words begin, and returns the number
// of its words and the simpler wording.
func jargonAt(words []word) (int, string) {
	for _, e := range jargon[words[0].lower] {
		if len(e.rest) < len(words) && follows(words, e.rest) {
			return 1 + len(e.rest), e.simple
		}
	}
	return 0, ""
}

func follows(words []word, rest []string) bool {
	for i, want := range rest {
		if words[i+1].lower != want || words[i].after != "" {
			return false
		}
	}
	return true
}

// jargonEntry is the rest of a phrase after its first word, and a simpler wording.
type jargonEntry struct {
	rest   []string
	simple string
}

var jargon = readJargon(`
aangezien: omdat
additioneel, additionele: extra
adequaat, adequate: goed
alsmede: en
alvorens: voordat
achterzijde: achterkant
basisvaardigheden: lezen, schrijven, rekenen, computer
bedraagt: is, kost
benodigd, benodigde: nodig
beschikken over, beschikt over: hebben
betreffende: over
bovenstaand, bovenstaande, onderstaand, onderstaande: deze
cliëntondersteuning: hulp bij vragen over zorg
cliëntondersteuner, cliëntondersteuners: iemand die u helpt bij vragen over zorg
conform: volgens
continueren, gecontinueerd: doorgaan met
correspondentie: brieven
derhalve: daarom
desbetreffende: deze
desgewenst: als u dat wilt
dient te, dienen te, dient u: moet
digitale vaardigheden: omgaan met computer en telefoon
diverse: verschillende
door middel van, middels: met, door
doorverwijzen, doorverwijst, doorverwezen: u verder helpen bij
eveneens, tevens: ook
faciliteren, faciliteert: helpen, mogelijk maken
expertise: kennis
frequent: vaak
gaarne: graag
gedurende: tijdens
gelegen aan, gelegen in: aan, in
gelieve: wilt u
geschieden, geschiedt: gebeuren
hulpvraag: vraag
hulpvragen: vragen
hulpvrager, hulpvragers: bezoeker
hiertoe: daarvoor
implementeren, implementatie: invoeren
in het kader van: voor, over
inclusief: met
indien: als
ingevolge: door
inventariseren, inventariseert: op een rij zetten
inzake, omtrent: over
kenbaar maken, kenbaar te maken: laten weten
kosteloos, kosteloze: gratis
laagdrempelig, laagdrempelige: makkelijk
laaggeletterd, laaggeletterde, laaggeletterden, laaggeletterdheid: moeite met lezen en schrijven
mantelzorg: zorgen voor een ander
mantelzorger, mantelzorgers: wie voor een ander zorgt
met betrekking tot, ten aanzien van, met betrekking: over
mits: als
mutatie, mutaties: verandering
nadere: meer
noodzakelijk, noodzakelijke: nodig
onverhoopt: toch
overige: andere
participeren, participeert, participatie: meedoen
per direct: meteen
raadplegen: kijken in
realiseren, realiseert, gerealiseerd: maken
reeds: al
retourneren, retourneert: terugsturen
schuldhulpverlening: hulp bij schulden
separaat, separate: apart
signaleren, signaleert: merken
statushouder, statushouders: mensen met een verblijfsvergunning
te allen tijde: altijd
ten behoeve van: voor
tenzij: behalve als
teneinde: om
ter plaatse, ter plekke: daar
thans: nu
tijdig, tijdige: op tijd
tot nader order: tot wij iets anders zeggen
trachten, tracht: proberen
uitsluitend: alleen
verhinderd: niet kunnen komen
verlenen, verleent, verleend: geven
verrichten, verricht: doen
verstrekken, verstrekt: geven
verzoeken, verzoekt: vragen
voornemens: van plan
vooralsnog: voorlopig
voorliggende voorziening, voorliggende voorzieningen: andere hulp
wenden tot: vragen aan
woonachtig: wonen
zelfredzaam, zelfredzaamheid: zelf kunnen regelen
zorg dragen, zorgdragen, draagt zorg: zorgen
`)

// readJargon parses lines of the form "word or words, another: simpler".
func readJargon(list string) map[string][]jargonEntry {
	entries := map[string][]jargonEntry{}
	for row := range strings.Lines(strings.TrimSpace(list)) {
		hard, simple, _ := strings.Cut(strings.TrimSpace(row), ": ")
		for phrase := range strings.SplitSeq(hard, ", ") {
			words := strings.Fields(phrase)
			entries[words[0]] = append(entries[words[0]], jargonEntry{words[1:], simple})
		}
	}
	return entries
}
