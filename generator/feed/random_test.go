package feed

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/schedule"
)

const (
	randomPleinen    = 24
	randomSpreekuren = 360
)

// random writes the content of a site as editors could have: every form of the
// grammar, with exceptions on both sides, moves and holidays.
type random struct{ *rand.Rand }

// large is how many spreekuren the largest random site has.
func large() int {
	if browsertest.All() {
		return 2000
	}
	return randomSpreekuren
}

func randomSite(seed uint64) map[string]string { return randomSiteOf(randomSpreekuren, seed) }

func randomSiteOf(spreekuren int, seed uint64) map[string]string {
	r := random{rand.New(rand.NewPCG(seed, 1))}
	files := map[string]string{
		"site.toml": small["site.toml"] + `
[[sluitingen]]
van = "2026-12-28"
tot_en_met = "2026-12-31"
reden = "Kerstsluiting"
[[schoolvakanties]]
naam = "Zomervakantie"
van = "2027-07-17"
tot_en_met = "2027-08-29"
`,
		"partners/bieb.toml": small["partners/bieb.toml"],
	}
	for i := range randomPleinen {
		files[fmt.Sprintf("pleinen/p%d.toml", i)] = r.plein(i)
	}
	for i := range spreekuren {
		files[fmt.Sprintf("spreekuren/s%d.toml", i)] = r.spreekuur(i)
	}
	return files
}

func (r random) chance(percent int) bool { return r.IntN(100) < percent }

func pick[T any](r random, items ...T) T { return items[r.IntN(len(items))] }

func (r random) date() schedule.Date {
	return schedule.NewDate(2025, 11, 1).Add(r.IntN(900))
}

func (r random) days(longest int) string {
	if r.chance(50) {
		return fmt.Sprintf("datum = %q\n", r.date())
	}
	first := r.date()
	return fmt.Sprintf("van = %q\ntot_en_met = %q\n", first, first.Add(r.IntN(longest)))
}

func (r random) hours(n int) string {
	var spans []string
	hour := 8
	for range n {
		begin := hour + r.IntN(3)
		end := begin + 1 + r.IntN(3)
		spans = append(spans, fmt.Sprintf("%d.%02d tot %d.%02d uur", begin, pick(r, 0, 30), end, pick(r, 30, 45)))
		hour = end + 1
	}
	return strings.Join(spans, " en ")
}

func (r random) weekday() string {
	return pick(r, "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag")
}

func (r random) plein(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "naam = \"Plein %d\"\nadres = \"Straat %d\"\npostcode = \"5175 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n", i, i)
	fmt.Fprintf(&b, "feestdagen = %s\n", pick(r, `"gesloten"`, `"open"`, `["koningsdag"]`))
	if r.chance(80) {
		b.WriteString("[openingstijden]\n")
		for _, day := range []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"} {
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
		fmt.Fprintf(&b, "locatie = \"Gebouw, %d\"\nadres = \"Weg %d-%d\"\npostcode = \"5175 BB\"\nplaats = \"Dorp\"\n", j, i, j)
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
		"oneven weken op "+day+" en zondag")
}

func (r random) tijd() string {
	if r.chance(20) {
		return "tijdens openingstijden"
	}
	return r.hours(1 + r.IntN(2))
}

func (r random) spreekuur(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "titel = \"Spreekuur %d\"\nplein = \"p%d\"\npartner = \"bieb\"\nin_een_zin = \"Zin.\"\ntekst = \"Tekst.\"\n", i, r.IntN(randomPleinen))
	var blocks string
	switch r.IntN(8) {
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
	fmt.Fprintf(&b, "alleen_schoolweken = %t\n%s", r.chance(20), blocks)
	if r.chance(5) {
		return strings.Replace(b.String(), "titel", "status = \"tijdelijk gestopt\"\nreden = \"Te druk.\"\ntitel", 1)
	}
	for range r.IntN(5) {
		fmt.Fprintf(&b, "[[afwijkend]]\n%sreden = \"Zo is het\"\n", r.days(30)+r.exception())
	}
	return b.String()
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
	tijd, plein := fmt.Sprintf("tijd = %q\n", r.hours(1+r.IntN(2))), fmt.Sprintf("plein = \"p%d\"\n", r.IntN(randomPleinen))
	return pick(r, "vervalt = true\n", tijd, plein, tijd+plein)
}

// largeSite is the small site with its first spreekuur, over and over, at many
// pleinen.
func largeSite(spreekuren int) map[string]string {
	files := with(nil)
	const perPlein = 40
	for i := range spreekuren / perPlein {
		files[fmt.Sprintf("pleinen/p%d.toml", i)] = small["pleinen/dorpsplein.toml"]
	}
	for i := range spreekuren {
		text := strings.Replace(small["spreekuren/brieven.md"], `"dorpsplein"`, fmt.Sprintf("\"p%d\"", i/perPlein), 1)
		files[fmt.Sprintf("spreekuren/s%d.md", i)] = text
	}
	return files
}
