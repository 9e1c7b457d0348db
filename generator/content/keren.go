package content

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/schedule"
)

// Keren returns the days on which an event of several days is held, such as the six
// Tuesdays of a course. It is nil if "dag" is empty; then it is unknown on which days
// between the first and the last the event is held.
func (a *Agendapunt) Keren() []schedule.Date {
	return slices.DeleteFunc(a.ruled(), func(d schedule.Date) bool { return slices.Contains(a.Behalve, d) })
}

// ruled returns the days that "dag" gives, ignoring "behalve".
func (a *Agendapunt) ruled() []schedule.Date {
	if a.Dag.Weekdays() == 0 || a.Datum == 0 {
		return nil
	}
	return slices.Collect(a.Dag.Dates(a.Datum, schedule.Period{From: a.Datum, Until: a.Last()}))
}

// usualKeren is the number of times a course is held in a hint that needs a number.
const usualKeren = 6

// checkKeren requires the first and last day, and the days left out, to be days of the
// rule: any other day is a mistake in the date or in the rule.
func (a *Agendapunt) checkKeren(c *checker) {
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
		a.noDay(c, a.Datum, first, "datum")
	case a.TotEnMet == 0 && !c.has("tot_en_met"):
		c.add("veld-ontbreekt", c.doc.Key("dag"), `bij "dag" hoort ook de laatste dag`, fmt.Sprintf("voeg toe: tot_en_met = %q", last))
	case a.TotEnMet > a.Datum:
		days := a.ruled()
		if last := days[len(days)-1]; last != a.TotEnMet {
			a.noDay(c, a.TotEnMet, last, "tot_en_met")
			return
		}
		a.checkBehalve(c, days)
	}
}

func (a *Agendapunt) checkBehalve(c *checker, days []schedule.Date) {
	for i, date := range a.Behalve {
		switch {
		case date == 0:
		case date == days[0] || date == days[len(days)-1]:
			c.add("datum-geen-keer", c.doc.Value("behalve", i), schedule.DateWordsShort(date)+" is de eerste of de laatste keer",
				`haal deze datum weg, of verander "datum" of "tot_en_met"`)
		case !slices.Contains(days, date):
			near := slices.MinFunc(days, func(x, y schedule.Date) int { return distance(x, date) - distance(y, date) })
			a.noDay(c, date, near, "behalve", i)
		}
	}
}

func distance(a, b schedule.Date) int { return int(max(a-b, b-a)) }

// noDay reports that the rule does not fall on the date, but on another date near it.
func (a *Agendapunt) noDay(c *checker, date, near schedule.Date, path ...any) {
	c.add("datum-geen-keer", c.doc.Value(path...),
		fmt.Sprintf("op %s is het niet: dag is %q", schedule.DateWordsShort(date), a.Dag.Words()),
		fmt.Sprintf("bedoelt u %q?", near), c.doc.Value("dag"))
}
