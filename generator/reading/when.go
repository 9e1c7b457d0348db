package reading

import (
	"fmt"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// checkWhen requires exactly one of the three ways to say when: dag with tijd,
// [[tijden]], or data with tijd.
func checkWhen(c *checker, s *content.Spreekuur) {
	hasDay := s.Dag.Weekdays() != 0 || s.OnAppointment() || c.broken && c.has("dag")
	hasTime := s.HasTime() || c.broken && (c.has("tijd") || schedule.HasHours(c.doc.Spelled("dag")))
	blocks, dates := len(s.Tijden) > 0 || c.broken && c.has("tijden"), len(s.Data) > 0 || c.broken && c.has("data")
	switch {
	case blocks && (hasDay || hasTime || dates):
		c.add("wanneer-dubbel", c.doc.Key("tijden", 0), "de tijden staan er op twee manieren", "gebruik [[tijden]], of anders dag en tijd")
	case dates && hasDay:
		c.add("wanneer-dubbel", c.doc.Key("data"), `"dag" en "data" staan er allebei`, "laat er één staan")
	case blocks:
	default:
		if !hasDay && !dates {
			c.missing("dag", `"elke dinsdag"`)
		}
		if !hasTime && !s.Dag.Open() && !s.OnAppointment() {
			c.missing("tijd", `"10.00 tot 12.00 uur"`+orNoTime(s))
		}
	}
	checkAppointment(c, s)
	checkRule(c, s, s.Dag, s.Tijd)
	for i, b := range s.Tijden {
		if !b.HasTime() && !b.Dag.Open() && !b.Dag.ByAppointment() && c.has("tijden", i) && !c.has("tijden", i, "tijd") {
			c.lacks("tijd", c.doc.Key("tijden", i), `het veld "tijd" ontbreekt`, `voeg toe: tijd = "10.00 tot 12.00 uur"`)
		}
		checkRule(c, s, b.Dag, b.Tijd, "tijden", i)
	}
	checkData(c, s)
	checkInloop(c, s)
}

// orNoTime completes the hint for a missing "tijd" if the spreekuur may not have fixed
// hours at all.
func orNoTime(s *content.Spreekuur) string {
	if s.Aanmelden != content.Required {
		return ""
	}
	return `; of is er geen vaste tijd? Schrijf dan: dag = "op afspraak"`
}

// checkRule checks a day and its hours, in the record itself or in a block.
func checkRule(c *checker, s *content.Spreekuur, days schedule.Days, hours schedule.Times, in ...any) {
	at := func() diag.Range { return c.doc.Value(append(in, "dag")...) } // only computed if something is wrong
	if days.NeedsAnchor() && s.Vanaf == 0 && !c.has("vanaf") {
		where := "voeg toe: "
		if len(in) > 0 {
			where = "voeg boven [[tijden]] toe: "
		}
		first := "vanaf, met de datum van de eerste keer"
		if c.today != 0 {
			first = `vanaf = "` + days.FirstFrom(c.today).String() + `"`
		}
		c.add("vanaf-ontbreekt", at(), fmt.Sprintf("%q telt vanaf een eerste dag", days), where+first)
	}
	if !hours.Opening && len(hours.Spans) == 0 {
		return
	}
	if span, fits := days.Parts().Fits(hours); !fits {
		message := fmt.Sprintf("%s is niet in de %s", schedule.Point.Span(span), days.Parts().Words())
		if hours.Opening {
			message = fmt.Sprintf("de openingstijden zijn niet alleen de %s", days.Parts().Words())
		}
		c.add("dag-tijd-anders", at(), message, partMend(days, hours))
	}
}

// partMend offers the day without a part of the day, or with the part that the hours
// are in. If the hours agree with the day when half a day is added, it offers that as
// well: "2.00 tot 4.00 uur" in the afternoon.
func partMend(days schedule.Days, hours schedule.Times) string {
	right, single := days.WithPartOf(hours)
	if !single {
		right = days.WithoutPart()
	}
	mend := fmt.Sprintf("dag = %q", right)
	if later, ok := days.Parts().Later(hours); ok {
		return fmt.Sprintf("kies: tijd = %q of: %s", later, mend)
	}
	return "schrijf: " + mend
}

func checkData(c *checker, s *content.Spreekuur) {
	seen := map[schedule.Date]bool{}
	for i, date := range s.Data {
		if seen[date] && date != 0 {
			c.add("datum-dubbel", c.doc.Value("data", i), fmt.Sprintf("%s staat er twee keer", date), "laat er één staan")
		}
		seen[date] = true
	}
	if dates := s.Data; len(dates) > 0 && s.Tijd.Opening {
		c.add("tijd-onleesbaar", c.doc.Value("tijd"), "bij losse datums horen gewone tijden", `schrijf bijvoorbeeld: tijd = "10.00 tot 12.00 uur"`)
	}
}

// checkInloop requires the walk-in window to be within the hours.
func checkInloop(c *checker, s *content.Spreekuur) {
	if s.Inloop == (schedule.Span{}) {
		return
	}
	all := s.Tijd.Spans
	opening := s.Tijd.Opening
	for _, b := range s.Tijden {
		all = append(all[:len(all):len(all)], b.Tijd.Spans...)
		opening = opening || b.Tijd.Opening
	}
	for _, span := range all {
		if s.Inloop.Begin >= span.Begin && s.Inloop.End <= span.End {
			return
		}
	}
	if len(all) > 0 && !opening {
		c.add("inloop-buiten-tijd", c.doc.Value("inloop"), "de inloop valt buiten de tijd van het spreekuur", "kies een stuk van de tijd van het spreekuur")
	}
}
