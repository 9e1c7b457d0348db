package lint

import (
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
)

var lijdend = &Check{
	Explanation: diag.Explanation{
		Code: "lijdende-zin", Title: "Een lijdende zin",
		Text:  "In een zin met \"worden\" staat vaak niet wie iets doet. Begin met wie het doet: \"wij\" of \"u\".",
		Wrong: "Het formulier wordt samen ingevuld.",
		Right: "Wij vullen het formulier samen met u in.",
	},
	read: func(r *record, add adder) {
		for i := range r.texts {
			t := &r.texts[i]
			if t.marks&markPassive == 0 {
				continue
			}
			for _, s := range t.sentences {
				if from, to, ok := passive(s); ok {
					add(r.base, t.at(s.words[from].start, s.words[to].end),
						fmt.Sprintf("lijdende zin: %q en %q", s.words[from].lower, s.words[to].lower), "schrijf wie het doet, met \"wij\" of \"u\"")
				}
			}
		}
	},
}

var passiveVerbs = set("word wordt worden werd werden geworden")

// passive finds a form of "worden" and a past participle in the same clause, and returns
// the positions of the two in order.
func passive(s sentence) (from, to int, ok bool) {
	for start, end := 0, 0; start < len(s.words); start = end {
		for end = start + 1; end < len(s.words) && clause(s.words[end-1]); end++ {
		}
		verb := start + slices.IndexFunc(s.words[start:end], func(w word) bool { return w.marks&markPassive != 0 })
		if verb < start {
			continue
		}
		for i := verb + 1; i < end; i++ {
			if participle(s.words[i].lower) {
				return verb, i, true
			}
		}
		for i := verb - 1; i >= start; i-- {
			if participle(s.words[i].lower) {
				return i, verb, true
			}
		}
	}
	return 0, 0, false
}

// clause reports whether the clause continues after the word.
func clause(w word) bool { return !strings.ContainsAny(w.after, ",;:") }

var (
	particles = strings.Fields("aan achter af bij binnen dicht door in klaar los mee na neer om onder op open over rond samen tegen terug thuis toe uit vast voor weg")
	prefixes  = strings.Fields("be ver ont her er")

	// strong lists past participles in -en that occur in texts like these.
	strong = set(`gebakken gebeden geboden gebleken gebogen gebonden gebroken gedaan gedragen gedronken gegaan gegeten gegeven gegoten
		gehangen geheven geholpen gehouden gekeken geklommen gekozen gekregen geladen gelaten gelezen gelopen genomen geroepen
		geschonken geschoven geschreven gesloten gesneden gesproken gestoken gestolen getrokken gevangen gevonden gewassen gewezen
		geworpen gewonnen gezien gezongen gezonden gezet gedacht gebracht begonnen beschreven besproken bewezen bekeken betrokken bevonden
		onderhouden onderzocht ondernomen ontvangen overwogen verboden verbonden vergeleken vergeten verkregen verloren verwezen verzonden
		voorgeschreven doorverwezen herschreven vermeden verschenen gekocht verkocht bezocht gezocht gemaakt gesteld geweten geraden aanbevolen bevolen
		ondersteund overhandigd overlegd voltooid voorzien verteld vermeld erkend vergroot`)

	// noParticiple lists words that look like a past participle but are not.
	noParticiple = set(`geld geduld gebied gebed gezond gewoond bereid bekend onbekend bericht bestand besluit beleid bewust bezit bent best beest
		verstand verband verdriet verschil verst verplicht verkeerd verwant geschikt ongeschikt getrouwd gehandicapt gerust gelijk gebit
		gerecht gedicht gewicht gezicht geluid gevoed gemoed geloofd gehecht ontslagen beroemd beperkt geschiedt gebrand geliefd gepensioneerd
		geïnteresseerd ongerust verliefd verslaafd bevriend begroot overhand voorgerecht bijgerecht hoofdgerecht nagerecht achtergrond
		begrijpt verkoopt ontwerpt bespreekt beschrijft bekijkt betrekt verwijst bewijst verliest bezoekt verzoekt bestuurslid gemeenteraad
		erg ernst ergernis herfst hert ontbijt onthaald verkoudheid verkouden bezwaard vermoeid betaalbaar bezet gebeurt`)
)

// participle reports whether a word looks like a past participle: "ingevuld",
// "geholpen", "verhuurd".
func participle(lower string) bool {
	if len(lower) < 5 || noParticiple[lower] {
		return false
	}
	if strong[lower] || weak(lower) {
		return true
	}
	for _, p := range particles {
		if rest, ok := strings.CutPrefix(lower, p); ok && strings.HasPrefix(rest, "ge") && !noParticiple[rest] && (strong[rest] || weak(rest)) {
			return true
		}
	}
	return false
}

// weak reports whether a word has the form of a weak past participle: ge- or another
// prefix, and a final -d or -t.
func weak(lower string) bool {
	if last := lower[len(lower)-1]; last != 'd' && last != 't' || strings.HasSuffix(lower, "heid") {
		return false
	}
	if strings.HasPrefix(lower, "ge") {
		return len(lower) >= 6
	}
	// "Betaalt" is not a participle; "bereikt" is one, or is spelled the same.
	if strings.HasSuffix(lower, "t") && strings.IndexByte("kfshpx", lower[len(lower)-2]) < 0 {
		return false
	}
	for _, p := range prefixes {
		if strings.HasPrefix(lower, p) && len(lower) >= len(p)+5 {
			return true
		}
	}
	return false
}

// set returns the words in a text as a set.
func set(words string) map[string]bool {
	s := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		s[word] = true
	}
	return s
}
