package lint

import (
	"strings"
	"testing"
)

// counted lists words by their number of syllables, divided by hand by the rules of
// Dutch.
var counted = map[int]string{
	1: `brief huis kind vraag werk geld taal uur dag plein hulp zorg leert schrijft wij zij nieuw sneeuw leeuw mooi haai boei kraai geel twee één
		bij vrij tijd klein ei reis koud vrouw blauw auw leuk deur huur muur buurt wiel dier boek schoen goed school app mail fair kans
		herfst straks ernst gratis's zoon zee thee ja nu zo u uw je jij`,
	2: `buren vragen brieven helpen samen lezen schrijven praten rekenen's gemeente's loket spreekuur inloop taalhuis café privé computer's tablet
		laptop website dokter koffie tafel kamer buurman nieuwe eeuwen vrouwen boeien draaien groeien luie vrije bureau niveau cadeau actie
		moeite leiden duo quiz-les type baby hobby yoga royaal cliënt knieën zeeën twijfel lijden mailen trainen coachen facebook
		update gebruik aanbod uitleg betaal geduld gezin verhaal ontvang beter gezond milieu idee boiler route team-dag`,
	3: `computer vrijwillig helpende formulier gemeente vragenlijst bewaren spreekuren afspraken rekenen familie politie vakantie sociaal radio video
		audio theater ideeën museum speciaal serieus bijeenkomst pensioen toeslagen belasting uitkering aangifte verblijf-pas wijkcentrum
		oceaan ideaal beantwoord huurtoeslag telefoon adressen gebouwen kinderen paspoorten
		medewerk-er dieeten directeur organist poëzie ruïne-s naïeve actueel januari's`,
	4: `formulieren patiënten betalingen bibliotheek rijbewijzen reageren geopende vrijwilliger's januari februari organiseer's inburgering beantwoorden begeleiding gemeentehuis situatie
		materieel financieel individu Oekraïne identiteit administreer's medewerkers mogelijkheid toegankelijk beëindigen petroleum
		informatie's jubileum religieus`,
	5: `organisatie bibliotheken informatief-er administratie individueel identiteitskaart communicatie
		participeren's mogelijkheden coördinator-en financiële`,
	6: `belastingaangifte organisatie's`,
}

func TestSyllables(t *testing.T) {
	words := 0
	for want, list := range counted {
		for word := range strings.FieldsSeq(list) {
			if strings.ContainsAny(word, "'-") {
				continue
			}
			words++
			if got := syllables(strings.ToLower(word)); got != want {
				t.Errorf("%s: %d syllables, want %d", word, got, want)
			}
		}
	}
	if words < 200 {
		t.Errorf("only %d words", words)
	}
}

func TestFormulas(t *testing.T) {
	m := measure{words: 100, sentences: 10, syllables: 150}
	if got := m.fleschDouma(); got < 82.03 || got > 82.04 { // 206.835 - 9.3 - 115.5
		t.Errorf("Flesch-Douma %v", got)
	}
	if got := m.brouwer(); got != 75 { // 195 - 20 - 100
		t.Errorf("Brouwer %v", got)
	}
}
