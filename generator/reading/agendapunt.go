package reading

import (
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

func checkAgendapunt(c *checker, a *content.Agendapunt) {
	c.period("datum", a.Datum, "tot_en_met", a.TotEnMet)
	checkKeren(c, a)
	checkSignUp(c, a)
	checkWhere(c, a)
	for i, s := range a.Sprekers {
		if s.Rol == "" && s.Naam == "" {
			c.lacks("rol", c.doc.Key("sprekers", i), "van deze spreker ontbreekt de rol", `voeg toe: rol = "Coördinator Taalhuis"`)
		}
	}
}

// checkWhere requires a plein or an address. What is on a map and on the website of a
// building is known of a plein already.
func checkWhere(c *checker, a *content.Agendapunt) {
	own := a.Locatie != "" || a.Straat != "" || a.Plaats != ""
	switch {
	case a.Plein != "" && own:
		c.add("plek-dubbel", c.doc.Key("plein"), "er staat een plein én een eigen adres", "laat er één staan")
	case a.Plein != "" || c.broken && c.has("plein"):
		for _, key := range []string{"breedtegraad", "lengtegraad", "locatie_website"} {
			if c.has(key) {
				c.add("plek-dubbel", c.doc.Key(key), fmt.Sprintf("%q is alleen voor een agendapunt dat niet op een plein is", key), "haal deze regel weg")
			}
		}
		return
	case !own:
		c.problems.Add(diag.Diagnostic{Range: c.doc.Whole(), Code: "plek-ontbreekt", Missing: "plein",
			Message: "hier staat niet waar het is", Hint: "vul plein in, of locatie, adres en plaats"})
	default:
		for _, f := range []struct{ key, value, example string }{
			{"locatie", a.Locatie, `"Cultuurhuis De Zaal"`}, {"adres", a.Straat, `"Kerkstraat 1"`}, {"plaats", a.Plaats, `"Tilburg"`},
		} {
			if f.value == "" && !c.has(f.key) {
				c.missing(f.key, f.example)
			}
		}
	}
	checkPlace(c, content.Adres{Breedtegraad: a.Breedtegraad, Lengtegraad: a.Lengtegraad}, nil)
}

// checkSignUp requires the last day to sign up to be that of an event for which people sign
// up, and not after it. At least one person has to fit.
func checkSignUp(c *checker, a *content.Agendapunt) {
	if none := c.doc.Spelled("plaatsen"); a.Plaatsen < 0 || none != "" && strings.Trim(none, "+-0_") == "" {
		c.add("getal-te-klein", c.doc.Value("plaatsen"), "er moet plek zijn voor minstens één mens", "schrijf hoeveel mensen er kunnen komen, of haal deze regel weg")
	}
	if a.AanmeldenTot == 0 {
		return
	}
	checkDeadline(c, a)
	switch {
	case a.Aanmelden == content.Required || a.Aanmelden == content.Allowed:
	case strings.Contains(c.doc.Spelled("aanmelden"), string(content.NotNeeded)):
		c.add("aanmelden-niet-nodig", c.doc.Value("aanmelden"), `aanmelden is niet nodig, maar er staat wel een laatste dag bij "aanmelden_tot"`,
			`schrijf "verplicht" of "mag", of haal "aanmelden_tot" weg`, c.doc.Key("aanmelden_tot"))
	case !c.has("aanmelden"):
		c.add("veld-ontbreekt", c.doc.Key("aanmelden_tot"), `bij "aanmelden_tot" hoort ook "aanmelden"`, `voeg toe: aanmelden = "verplicht"`)
	}
}

func checkDeadline(c *checker, a *content.Agendapunt) {
	last, key, until := a.Last(), "datum", a.AanmeldenTot
	if a.TotEnMet > a.Datum {
		key = "tot_en_met"
	}
	if a.Datum == 0 || until <= last {
		return
	}
	hint := fmt.Sprintf("schrijf %q, of een dag daarvoor", last)
	if earlier := yearBefore(until); earlier <= last && earlier > last.Add(-longestSlip) {
		hint = fmt.Sprintf("bedoelt u %q?", earlier) // around New Year people often type the wrong year
	}
	c.add("aanmelden-te-laat", c.doc.Value("aanmelden_tot"),
		fmt.Sprintf(`"aanmelden_tot" (%s) ligt na %q (%s)`, until, key, last), hint, c.doc.Value(key))
}

// usualKeren is the number of times a course is held in a hint that needs a number.
const usualKeren = 6

// checkKeren requires the first and last day, and the days left out, to be days of the
// rule: any other day is a mistake in the date or in the rule.
func checkKeren(c *checker, a *content.Agendapunt) {
	switch {
	case a.Dag.Weekdays() == 0:
		if len(a.Behalve) > 0 && !c.has("dag") {
			c.add("veld-ontbreekt", c.doc.Key("behalve"), `bij "behalve" hoort ook een "dag"`,
				`voeg toe: dag = "elke `+schedule.WeekdayName(a.Datum.Weekday())+`"`)
		}
		return
	case a.Datum == 0:
		return
	}
	first, n := schedule.Date(0), 0
	var last schedule.Date
	for date := range a.Dag.Dates(a.Datum, schedule.Period{From: a.Datum}) {
		if first == 0 {
			first = date
		}
		if n++; n <= usualKeren {
			last = date
		} else {
			break
		}
	}
	switch {
	case first != a.Datum:
		noDay(c, a, a.Datum, first, "datum")
	case a.TotEnMet == 0 && !c.has("tot_en_met"):
		c.add("veld-ontbreekt", c.doc.Key("dag"), `bij "dag" hoort ook de laatste dag`, fmt.Sprintf("voeg toe: tot_en_met = %q", last))
	case a.TotEnMet > a.Datum:
		days := a.Ruled()
		if last := days[len(days)-1]; last != a.TotEnMet {
			noDay(c, a, a.TotEnMet, last, "tot_en_met")
			return
		}
		checkBehalve(c, a, days)
	}
}

func checkBehalve(c *checker, a *content.Agendapunt, days []schedule.Date) {
	for i, date := range a.Behalve {
		switch {
		case date == 0:
		case date == days[0] || date == days[len(days)-1]:
			c.add("datum-geen-keer", c.doc.Value("behalve", i), schedule.DateWordsShort(date)+" is de eerste of de laatste keer",
				`haal deze datum weg, of verander "datum" of "tot_en_met"`)
		case !slices.Contains(days, date):
			near := slices.MinFunc(days, func(x, y schedule.Date) int { return distance(x, date) - distance(y, date) })
			noDay(c, a, date, near, "behalve", i)
		}
	}
}

func distance(a, b schedule.Date) int { return int(max(a-b, b-a)) }

// noDay reports that the rule does not fall on the date, but on another date near it.
func noDay(c *checker, a *content.Agendapunt, date, near schedule.Date, path ...any) {
	c.add("datum-geen-keer", c.doc.Value(path...),
		fmt.Sprintf("op %s is het niet: dag is %q", schedule.DateWordsShort(date), a.Dag.Words()),
		fmt.Sprintf("bedoelt u %q?", near), c.doc.Value("dag"))
}
