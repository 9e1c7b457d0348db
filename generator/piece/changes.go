package piece

import (
	"cmp"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

const (
	// ChangeDays is how far ahead a list tells what is not as the week says.
	ChangeDays = 42

	// RuleDays is how far ahead a spreekuur itself does.
	RuleDays = 90

	// RareDays is how far ahead the next date of what is rare is looked for.
	RareDays = 400
)

// Change is a line about a date, or dates in a row, on which it is not as usual.
type Change struct {
	Icon      string
	Label     string       // "Gaat niet door"
	When      string       // "dinsdag 1 december"; "" beside the date itself
	Begin     string       // for machines, of one date that is held
	Held      string       // for machines: when it is, as in a row
	Spreekuur *layout.Link // where the line is about one of several
	Where     string
	Elsewhere *layout.Link // at another plein than usual
	Street    string
	Reason    say.Text

	from schedule.Date
}

// The names of icons.
const (
	iconNo   = "nee"
	iconNote = "let-op"
)

func ChangeOf(s *layout.Site, st catalog.Stretch) Change {
	words := s.Say.Change(st.Occurrence)
	c := Change{Icon: iconNote, Reason: words.Reason, from: st.Date}
	c.Label, c.When = s.Say.Brief(st)
	if st.Cancelled() {
		c.Icon = iconNo
		return c
	}
	c.Held = momentsOf(s, st.All)
	if !st.Closing() {
		c.Begin = Instant(st.Begin())
	}
	if words.Where != "" {
		there := PleinLink(s, st.Plein)
		c.Elsewhere, c.Street = &there, say.Street(st.Adres())
	}
	return c
}

// OnDate is the change of a date in a row that says its date, time and place.
func OnDate(s *layout.Site, o catalog.Occurrence) Change {
	c := ChangeOf(s, catalog.Stretch{Occurrence: o, All: []catalog.Occurrence{o}})
	return Change{Icon: c.Icon, Label: c.Label, Reason: c.Reason} // When is beside it
}

// WithoutHour are the coming changes of spreekuren that no hour of a week shows: those
// outside the rule, and however far ahead where nothing else is left of a spreekuur. Only
// what passes the filter counts.
func WithoutHour(s *layout.Site, list []*catalog.Spreekuur, showPlein bool, counts func(catalog.Occurrence) bool) []Change {
	var made []Change
	for _, x := range list {
		if !x.HasExtra() {
			continue // as nearly all
		}
		for _, st := range x.Changes(x.TellUntil(s.Catalog.Today.Add(ChangeDays))) {
			if st.Slot >= 0 || !counts(st.Occurrence) {
				continue
			}
			c := ChangeOf(s, st)
			title := SpreekuurLink(s, x)
			c.Spreekuur = &title
			if showPlein && c.Elsewhere == nil {
				c.Where = say.Where(st.Plein, st.Adres())
			}
			made = append(made, c)
		}
	}
	return InOrder(made)
}

// GuestDates are the dates of spreekuren of other pleinen at this one: those of the coming
// weeks, and of each the first where that is later.
func GuestDates(s *layout.Site, p *catalog.Plein, showPlein bool, covered func(catalog.Occurrence) bool) []Change {
	var made []Change
	today := s.Catalog.Today
	for _, x := range p.Gasten {
		some := false
		for o := range x.Between(today, today.Add(RareDays)) {
			if o.Plein != p || !o.Cancelled() && s.Catalog.Moment.Reached(o.End()) || covered(o) {
				continue
			}
			if some && o.Date > today.Add(ChangeDays) {
				break
			}
			some = true
			c := guestDate(s, o)
			if showPlein {
				c.Where = say.Where(p, o.Adres())
			}
			made = append(made, c)
		}
	}
	return InOrder(made)
}

// guestDate is a date as the plein sees it that it is not usually at.
func guestDate(s *layout.Site, o catalog.Occurrence) Change {
	title := SpreekuurLink(s, o.Spreekuur)
	c := Change{
		Icon: iconNote, Label: s.Word("extra-keer"), When: s.Say.DateAnd(s.Say.Near(o.Date), s.Say.Hours(o.Span)),
		Begin: Instant(o.Begin()), Held: momentsOf(s, []catalog.Occurrence{o}), Spreekuur: &title, Reason: s.Say.Change(o).Reason, from: o.Date,
	}
	if o.Cancelled() {
		c.Icon, c.Begin, c.Held = iconNo, "", ""
		c.Label = s.Say.Word("gaat-niet-door")
	}
	return c
}

// ClosingChanges are the coming periods in which the plein itself has other hours.
func ClosingChanges(s *layout.Site, periods []catalog.OpenPeriod) []Change {
	made := make([]Change, len(periods))
	for i, p := range periods {
		c := Change{Icon: iconNote, Reason: s.Say.Sentence(s.Say.WhyOpen(p.Why)), from: p.From}
		word, when, then := "reden-andere-openingstijden", s.Say.NearPeriod(p.Period), s.Say.AllHours(p.Hours)
		if p.Closed {
			c.Icon, word, then = iconNo, "reden-plein-gesloten", s.Say.Except(p)
		}
		if then != "" {
			when = s.Say.DateAnd(when, then)
		}
		c.Label, c.When = s.Language.Capital(s.Word(word)), when
		made[i] = c
	}
	return made
}

// Nothing and anything are filters.
func Nothing(catalog.Occurrence) bool { return false }

func Anything(catalog.Occurrence) bool { return true }

func InOrder(list []Change) []Change {
	slices.SortStableFunc(list, func(a, b Change) int { return cmp.Compare(a.from, b.from) })
	return list
}
