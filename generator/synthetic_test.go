package generator_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The proportions of a synthetic directory.
const (
	perPlein         = 20
	perPartner       = 10
	pleinenPerPlaats = 4
)

// writeSynthetic fills a folder with n spreekuren and everything they need, in Dutch and
// in other languages. The same n gives the same bytes.
func writeSynthetic(tb testing.TB, dir string, n int, languages ...string) {
	tb.Helper()
	s := &synthetic{tb: tb, dir: dir, random: rand.New(rand.NewPCG(7, uint64(n))), n: n}
	s.write("site.toml", fmt.Sprintf("talen = [\"%s\"]\n", strings.Join(append([]string{"nl"}, languages...), `", "`))+siteTOML)
	s.topics()
	for i := range s.pleinen() {
		s.plein(i)
	}
	for i := range s.partners() {
		s.write(fmt.Sprintf("partners/partner-%d.md", i), fmt.Sprintf(
			"+++\nnaam = \"Organisatie %d\"\nin_een_zin = %q\nwebsite = \"https://partner-%d.example\"\n+++\n%s", i, s.sentence(), i, s.text()))
	}
	for i := range n {
		s.spreekuur(i)
	}
}

const siteTOML = `titel = "Pleinen"
in_een_zin = "Vind hulp bij u in de buurt."
adres = "https://pleinen.example"
organisatie = "De pleinen"
telefoon = "013 000 00 00"
licentie = "CC0-1.0"

[[sluitingen]]
van = "2026-12-28"
tot_en_met = "2026-12-31"
reden = "De pleinen zijn dicht."

[[schoolvakanties]]
naam = "kerstvakantie"
van = "2026-12-19"
tot_en_met = "2027-01-03"
`

type synthetic struct {
	tb     testing.TB
	dir    string
	random *rand.Rand
	n      int
}

func (s *synthetic) pleinen() int  { return max(1, s.n/perPlein) }
func (s *synthetic) partners() int { return max(1, s.n/perPartner) }

func (s *synthetic) write(name, text string) {
	name = filepath.Join(s.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		s.tb.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		s.tb.Fatal(err)
	}
}

var topicNames = []string{"geld", "taal", "formulieren", "wonen", "werk", "zorg", "computer", "recht", "opvoeding", "vervoer"}

func (s *synthetic) topics() {
	var b strings.Builder
	for _, name := range topicNames {
		fmt.Fprintf(&b, "[%s]\nnaam = %q\nuitleg = %q\n\n", name, strings.ToUpper(name[:1])+name[1:], s.sentence())
	}
	s.write("onderwerpen.toml", b.String())
}

func (s *synthetic) plein(i int) {
	s.write(fmt.Sprintf("pleinen/plein-%d.md", i), fmt.Sprintf(`+++
naam = "Plein %d"
in_een_zin = %q
adres = "Dorpsstraat %d"
postcode = "%d AB"
plaats = "Plaats %d"
telefoon = "013 000 %02d %02d"
breedtegraad = 51.%04d
lengtegraad = 5.%04d

[openingstijden]
maandag = "9.00 tot 17.00 uur"
dinsdag = "9.00 tot 21.00 uur"
woensdag = "9.00 tot 17.00 uur"
donderdag = "9.00 tot 21.00 uur"
vrijdag = "9.00 tot 17.00 uur"
zaterdag = "10.00 tot 14.00 uur"
+++
%s`, i, s.sentence(), i%200+1, 5000+i%4000, i/pleinenPerPlaats, i/100%100, i%100, i%10000, i%10000, s.text()))
}

var rules = []string{
	"elke maandag", "dinsdag", "woensdag en vrijdag", "donderdag", "vrijdag", "1e dinsdag van de maand",
	"eerste en derde donderdag van de maand", "laatste vrijdag van de maand", "om de week op woensdag",
	"even weken op dinsdag", "oneven weken op maandag", "werkdagen",
}

func (s *synthetic) spreekuur(i int) {
	begin := 9 + s.random.IntN(6)
	var extra string
	if i%10 == 0 {
		extra = "\n[[afwijkend]]\ndatum = \"2026-12-15\"\nvervalt = true\nreden = \"De zaal wordt geverfd.\"\n"
	}
	s.write(fmt.Sprintf("spreekuren/spreekuur-%d.md", i), fmt.Sprintf(`+++
titel = %q
plein = "plein-%d"
partner = "partner-%d"
dag = %q
tijd = "%d.00 tot %d.30 uur"
vanaf = "2026-01-05"
in_een_zin = %q
onderwerpen = [%q, %q]
talen = ["nl", "en"]
meenemen = ["de brief", "uw DigiD"]
gecontroleerd = "2026-11-02"
%s+++
%s`, s.title(), i/perPlein%s.pleinen(), i/perPartner%s.partners(), rules[s.random.IntN(len(rules))], begin, begin+1+s.random.IntN(2),
		s.sentence(), topicNames[i%10], topicNames[(i+3)%10], extra, s.text()))
}

var words = strings.Fields(`wij lezen samen uw brief en vullen het formulier in u krijgt hulp bij vragen over geld werk wonen zorg
taal de computer en uw telefoon kom gerust langs met een kop koffie neem iemand mee als u dat fijn vindt onze vrijwilligers
luisteren naar uw verhaal leggen uit wat er in de brief staat en kijken wat u kunt doen`)

func (s *synthetic) phrase(least, most int) string {
	n := least + s.random.IntN(most-least+1)
	picked := make([]string, n)
	for i := range picked {
		picked[i] = words[s.random.IntN(len(words))]
	}
	text := strings.Join(picked, " ")
	return strings.ToUpper(text[:1]) + text[1:]
}

func (s *synthetic) title() string    { return s.phrase(3, 6) }
func (s *synthetic) sentence() string { return s.phrase(7, 14) + "." }

// text returns one to three paragraphs.
func (s *synthetic) text() string {
	var b strings.Builder
	for range 1 + s.random.IntN(3) {
		for range 2 + s.random.IntN(4) {
			b.WriteString(s.sentence() + " ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}
