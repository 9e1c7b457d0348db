// Package randomsite writes, for tests, the content of directories as editors could
// have: every form of the grammar, exceptions on both sides, guests, moves, holidays,
// first and last days. The same seed gives the same files.
package randomsite

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"pleinwijzer/generator/schedule"
)

// Shape is how large a directory is.
type Shape struct {
	Pleinen, Partners, Spreekuren int

	Night bool // some hours are in the night, in which the clock changes
}

// Files are the files of a directory, by path. Its dates lie around First.
func Files(seed uint64, shape Shape) map[string]string {
	r := random{rand.New(rand.NewPCG(seed, 1)), shape}
	files := map[string]string{"site.toml": site, "onderwerpen.toml": topics}
	for i := range shape.Pleinen {
		files[fmt.Sprintf("pleinen/p%d.toml", i)] = r.plein(i)
	}
	for i := range shape.Partners {
		files[fmt.Sprintf("partners/o%d.toml", i)] = fmt.Sprintf("naam = \"Organisatie %d\"\nin_een_zin = \"Zin.\"\nwebsite = \"https://o%d.example\"\n", i, i)
	}
	for i := range shape.Spreekuren {
		files[fmt.Sprintf("spreekuren/s%d.toml", i)] = r.spreekuur(i)
	}
	r.referrals(files)
	return files
}

// referrals adds where else people are helped, to spreekuren that have not stopped. It
// draws its own numbers, so that all else is as it was without them.
func (r random) referrals(files map[string]string) {
	own := random{rand.New(rand.NewPCG(r.Uint64(), 2)), r.Shape}
	for i := range r.Spreekuren {
		to := own.IntN(r.Spreekuren)
		choices := []string{fmt.Sprintf("naar = \"o%d\"\nhoe = \"Bel samen.\"", own.IntN(r.Partners)), "website = \"https://elders.example/hulp\""}
		if to != i && !strings.Contains(files[fmt.Sprintf("spreekuren/s%d.toml", to)], "\"gestopt\"") {
			choices = append(choices, fmt.Sprintf("naar = \"s%d\"", to), fmt.Sprintf("naar = \"s%d\"\nhoe = \"Loop mee.\"", to))
		}
		if own.chance(50) {
			files[fmt.Sprintf("spreekuren/s%d.toml", i)] += fmt.Sprintf("[[verwijs]]\nvraag = \"U hebt vraag %d.\"\n%s\n", i, pick(own, choices...))
		}
	}
}

// First is the first of the 900 days in which what happens begins.
var First = schedule.NewDate(2025, 11, 1)

const site = `titel = "Pleinen"
in_een_zin = "Vind hulp bij u in de buurt."
adres = "https://pleinen.example"
organisatie = "De pleinen"
email = "info@pleinen.example"
licentie = "CC0-1.0"
[[sluitingen]]
van = "2026-12-28"
tot_en_met = "2026-12-31"
reden = "Kerstsluiting"
[[sluitingen]]
van = "2027-08-02"
tot_en_met = "2027-08-02"
[[schoolvakanties]]
naam = "Zomervakantie"
van = "2027-07-17"
tot_en_met = "2027-08-29"
[[schoolvakanties]]
naam = "Kerstvakantie"
van = "2026-12-19"
tot_en_met = "2027-01-03"
`

var topicSlugs = []string{"geld", "taal", "werk"}

const topics = `[geld]
naam = "Geld"
[taal]
naam = "Taal"
[werk]
naam = "Werk"
`

type random struct {
	*rand.Rand
	Shape
}

func (r random) chance(percent int) bool { return r.IntN(100) < percent }

func pick[T any](r random, items ...T) T { return items[r.IntN(len(items))] }

func (r random) date() schedule.Date { return First.Add(r.IntN(900)) }

func (r random) days(longest int) string {
	first := r.date()
	if r.chance(50) {
		return fmt.Sprintf("datum = %q\n", first)
	}
	return fmt.Sprintf("van = %q\ntot_en_met = %q\n", first, first.Add(r.IntN(longest)))
}

// hours are n stretches of a day; some last to its end.
func (r random) hours(n int) string {
	var spans []string
	hour := 8
	if r.Night {
		hour = pick(r, 8, 8, 8, 1)
	}
	for range n {
		begin := hour + r.IntN(3)
		end := begin + 1 + r.IntN(3)
		spans = append(spans, fmt.Sprintf("%02d.%02d tot %02d.%02d uur", begin, pick(r, 0, 30), end, pick(r, 30, 45)))
		hour = end + 1
	}
	if r.chance(5) {
		spans = append(spans[:n-1:n-1], "21.30 tot 24.00 uur")
	}
	return strings.Join(spans, " en ")
}

var week = []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}

func (r random) weekday() string { return pick(r, week...) }

func (r random) plein(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "naam = \"Plein %d\"\nadres = \"Straat %d\"\npostcode = \"5175 AA\"\nplaats = \"Dorp %d\"\ntelefoon = \"013 000 00 01\"\n", i, i, i%3)
	fmt.Fprintf(&b, "feestdagen = %s\n", pick(r, `"gesloten"`, `"open"`, `["koningsdag"]`))
	if r.chance(80) {
		b.WriteString("[openingstijden]\n")
		for _, day := range week {
			fmt.Fprintf(&b, "%s = %q\n", day, pick(r, "gesloten", r.hours(1), r.hours(2)))
		}
	}
	for range r.IntN(4) {
		fmt.Fprintf(&b, "[[afwijkend]]\n%s%sreden = \"Anders, zomaar\"\n", r.days(20), pick(r, "gesloten = true\n", fmt.Sprintf("tijd = %q\n", r.hours(1+r.IntN(2)))))
	}
	from := r.date()
	for j := range r.IntN(4) {
		fmt.Fprintf(&b, "[[verhuizing]]\nvanaf = %q\n", from)
		if r.chance(40) {
			fmt.Fprintf(&b, "tot_en_met = %q\n", from.Add(r.IntN(200)))
		}
		fmt.Fprintf(&b, "locatie = \"Gebouw, %d\"\nadres = \"Weg %d-%d\"\npostcode = \"5175 BB\"\nplaats = \"Dorp %d\"\n", j, i, j, i%3)
		from += schedule.Date(1 + r.IntN(150))
	}
	return b.String()
}

// dag gives a rule in one of the forms of the grammar.
func (r random) dag() string {
	day, other := r.weekday(), r.weekday()
	for other == day || other == "maandag" {
		other = r.weekday()
	}
	return pick(r, day, "elke "+day, day+" en "+other, "maandag t/m vrijdag", "werkdagen",
		"1e "+day+" van de maand", "eerste en derde "+day+" van de maand", "laatste "+day+" van de maand",
		"2e en laatste "+day+" van de maand", "5e "+day+" van de maand", "om de week op "+day,
		"om de week op maandag en "+other, "even weken op "+day, "om de 3 weken op "+day, "om de 13 weken op "+day+" en "+other,
		"1e "+day+" van het kwartaal", "laatste "+day+" van mei, juni en december", "1e en laatste "+day+" van september t/m mei",
		day+" van oktober t/m maart", "om de 4 weken op "+day+" in januari, maart en augustus", "even weken op "+day+" in juli",
		"oneven weken op dinsdag en zondag")
}

func (r random) tijd() string {
	if r.chance(20) {
		return "tijdens openingstijden"
	}
	return r.hours(1 + r.IntN(2))
}

func (r random) spreekuur(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "titel = \"Spreekuur %d\"\nplein = \"p%d\"\npartner = %s\nonderwerpen = [%q]\nin_een_zin = \"Zin.\"\ntekst = \"Tekst.\"\n",
		i, r.IntN(r.Pleinen), r.partners(), pick(r, topicSlugs...))
	var blocks string
	switch r.IntN(9) {
	case 3:
		return b.String() + r.onAppointment()
	case 0:
		b.WriteString(r.dateList())
	case 2:
		b.WriteString("dag = \"tijdens openingstijden\"\n")
	case 1:
		for range 2 + r.IntN(2) {
			blocks += fmt.Sprintf("[[tijden]]\ndag = %q\ntijd = %q\n", r.dag(), r.tijd())
		}
	default:
		fmt.Fprintf(&b, "dag = %q\ntijd = %q\n", r.dag(), r.tijd())
	}
	from := r.date()
	if text := b.String() + blocks; strings.Contains(text, "om de ") || r.chance(30) {
		fmt.Fprintf(&b, "vanaf = %q\n", from)
	}
	if r.chance(25) {
		fmt.Fprintf(&b, "tot_en_met = %q\n", from.Add(r.IntN(600)))
	}
	fmt.Fprintf(&b, "alleen_schoolweken = %t\n", r.chance(20))
	if status := pick(r, "tijdelijk gestopt", "gestopt"); r.chance(8) {
		return b.String() + fmt.Sprintf("status = %q\nreden = \"Te druk.\"\n%s", status, blocks)
	}
	b.WriteString(blocks)
	for range r.IntN(5) {
		fmt.Fprintf(&b, "[[afwijkend]]\n%sreden = \"Zo is het\"\n", r.days(30)+r.exception())
	}
	return b.String()
}

// onAppointment is a spreekuur without hours.
func (r random) onAppointment() string {
	text := fmt.Sprintf("dag = %q\n%s", pick(r, "op afspraak", "alleen op afspraak", "na telefonische afspraak"),
		pick(r, "telefoon = \"013 000 00 09\"\n", "email = \"afspraak@voorbeeld.example\"\n", "website = \"https://voorbeeld.example/afspraak\"\ntelefoon = \"013 000 00 09\"\n"))
	from := r.date()
	if r.chance(30) {
		text += fmt.Sprintf("vanaf = %q\n", from)
	}
	if r.chance(30) {
		text += fmt.Sprintf("tot_en_met = %q\n", from.Add(r.IntN(600)))
	}
	if status := pick(r, "tijdelijk gestopt", "gestopt"); r.chance(10) {
		text += fmt.Sprintf("status = %q\nreden = \"Te druk.\"\n", status)
	}
	return text
}

func (r random) partners() string {
	first := r.IntN(r.Partners)
	if second := (first + 1) % r.Partners; r.chance(30) && second != first {
		return fmt.Sprintf("[\"o%d\", \"o%d\"]", first, second)
	}
	return fmt.Sprintf("\"o%d\"", first)
}

func (r random) dateList() string {
	dates := map[schedule.Date]bool{}
	for range 1 + r.IntN(12) {
		dates[r.date()] = true
	}
	var list []string
	for _, date := range slices.Sorted(maps.Keys(dates)) {
		list = append(list, fmt.Sprintf("%q", date))
	}
	return fmt.Sprintf("data = [%s]\ntijd = %q\n", strings.Join(list, ", "), r.hours(1))
}

func (r random) exception() string {
	tijd, plein := fmt.Sprintf("tijd = %q\n", r.hours(1+r.IntN(2))), fmt.Sprintf("plein = \"p%d\"\n", r.IntN(r.Pleinen))
	return pick(r, "vervalt = true\n", tijd, plein, tijd+plein)
}
