package page

import (
	"cmp"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

const (
	// changeDays is how far ahead a list tells what is not as the week says.
	changeDays = 42

	// ruleDays is how far ahead a spreekuur itself does.
	ruleDays = 90

	// rareDays is how far ahead the next date of what is rare is looked for.
	rareDays = 400
)

// change is a line about a date, or dates in a row, on which it is not as usual.
type change struct {
	Icon      string
	Label     string // "Gaat niet door"
	When      string // "dinsdag 1 december"; "" beside the date itself
	Begin     string // for machines, of one date that is held
	Held      string // for machines: when it is, as in a row
	Spreekuur *link  // where the line is about one of several
	Where     string
	Elsewhere *link // at another plein than usual
	Street    string
	Reason    say.Text

	from schedule.Date
}

// The names of icons.
const (
	iconNo   = "nee"
	iconNote = "let-op"
)

func changeOf(s *site, st catalog.Stretch) change {
	said := s.say.Change(st.Occurrence)
	c := change{Icon: iconNote, Reason: said.Reason, from: st.Date}
	c.Label, c.When = s.say.Brief(st)
	if st.Cancelled() {
		c.Icon = iconNo
		return c
	}
	c.Held = momentsOf(s, st.All)
	if !st.Closing() {
		c.Begin = instant(st.Begin())
	}
	if said.Where != "" {
		there := pleinLink(s, st.Plein)
		c.Elsewhere, c.Street = &there, say.Street(st.Adres)
	}
	return c
}

// onDate is the change of a date in a row that says its date, time and place.
func onDate(s *site, o catalog.Occurrence) change {
	c := changeOf(s, catalog.Stretch{Occurrence: o, All: []catalog.Occurrence{o}})
	return change{Icon: c.Icon, Label: c.Label, Reason: c.Reason} // When is beside it
}

// withoutHour are the coming changes of spreekuren that no hour of a week shows: those
// outside the rule, and however far ahead where nothing else is left of a spreekuur. Only
// what passes the filter counts.
func withoutHour(s *site, list []*catalog.Spreekuur, showPlein bool, counts func(catalog.Occurrence) bool) []change {
	var made []change
	for _, x := range list {
		if !x.HasExtra() {
			continue // as nearly all
		}
		for _, st := range x.Changes(x.TellUntil(s.catalog.Today.Add(changeDays))) {
			if st.Slot >= 0 || !counts(st.Occurrence) {
				continue
			}
			c := changeOf(s, st)
			title := spreekuurLink(s, x)
			c.Spreekuur = &title
			if showPlein && c.Elsewhere == nil {
				c.Where = say.Where(st.Plein, st.Adres)
			}
			made = append(made, c)
		}
	}
	return inOrder(made)
}

// guests are the dates of spreekuren of other pleinen at this one: those of the coming
// weeks, and of each the first where that is later.
func guestDates(s *site, p *catalog.Plein, showPlein bool, told func(catalog.Occurrence) bool) []change {
	var made []change
	today := s.catalog.Today
	for _, x := range p.Gasten {
		some := false
		for o := range x.Between(today, today.Add(rareDays)) {
			if o.Plein != p || !o.Cancelled() && !o.End().After(s.catalog.Now) || told(o) {
				continue
			}
			if some && o.Date > today.Add(changeDays) {
				break
			}
			some = true
			c := guestDate(s, o)
			if showPlein {
				c.Where = say.Where(p, o.Adres)
			}
			made = append(made, c)
		}
	}
	return inOrder(made)
}

// guest is a date as the plein sees it that it is not usually at.
func guestDate(s *site, o catalog.Occurrence) change {
	title := spreekuurLink(s, o.Spreekuur)
	c := change{
		Icon: iconNote, Label: s.word("extra-keer"), When: s.say.DateAnd(s.say.Near(o.Date), s.say.Hours(o.Span)),
		Begin: instant(o.Begin()), Held: momentsOf(s, []catalog.Occurrence{o}), Spreekuur: &title, Reason: s.say.Change(o).Reason, from: o.Date,
	}
	if o.Cancelled() {
		c.Icon, c.Begin, c.Held = iconNo, "", ""
		c.Label = s.say.Word("gaat-niet-door")
	}
	return c
}

// closings are the coming periods in which the plein itself has other hours.
func closingChanges(s *site, periods []catalog.OpenPeriod) []change {
	made := make([]change, len(periods))
	for i, p := range periods {
		c := change{Icon: iconNote, Reason: s.say.Sentence(s.say.WhyOpen(p.Why)), from: p.From}
		word, when, then := "reden-andere-openingstijden", s.say.NearPeriod(p.Period), s.say.AllHours(p.Hours)
		if p.Closed {
			c.Icon, word, then = iconNo, "reden-plein-gesloten", s.say.Except(p)
		}
		if then != "" {
			when = s.say.DateAnd(when, then)
		}
		c.Label, c.When = s.language.Capital(s.word(word)), when
		made[i] = c
	}
	return made
}

// nothing and anything are filters.
func nothing(catalog.Occurrence) bool  { return false }
func anything(catalog.Occurrence) bool { return true }

func inOrder(list []change) []change {
	slices.SortStableFunc(list, func(a, b change) int { return cmp.Compare(a.from, b.from) })
	return list
}
