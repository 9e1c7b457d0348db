package paper

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

const (
	// paperDays is how far ahead paper tells of what is not as usual, in the night of its
	// turn. It says until when, which then stays for a week.
	paperDays = 56

	// MostChanges is how many lines of that there are beside those of the plein itself.
	// Paper that has more than those says so.
	MostChanges = 12
)

// paperChanges is what is not as usual in the coming weeks.
type paperChanges struct {
	Lines []paperChange
	More  bool   // there are more than these
	Until string // the last day that they are about

	Address typedAddress // where all of them are
}

// paperChange is one line of it.
type paperChange struct {
	When, What string
	Titles     []paperTitle // of what it is about
	Plein      string       // where it is, and not here, or ""
	Adres      string       // of that plein in short, or the new one of this
	Reason     say.Text

	own   bool // of a plein itself
	dates schedule.Period
	hours []schedule.Span // on its dates, where they are not the usual ones of more than one
}

// paperTitle names a spreekuur, or a plein on the paper of a partner.
type paperTitle struct {
	layout.Link
	At string // the plein of a spreekuur, where that must be said
}

// pleinChanges are those at a plein, its own and those of its spreekuren, in order of date.
func pleinChanges(s *layout.Site, p *catalog.Plein) paperChanges {
	last := lastDay(s, p)
	lines := changeLines(s, p.Different(s.Catalog.Today, last), p, last)
	return changesUntil(s, last, lines, p.Short)
}

// spreekuurChanges are those of one spreekuur, which need not be named.
func spreekuurChanges(s *layout.Site, x *catalog.Spreekuur) paperChanges {
	last := lastDay(s, x)
	lines := changeLines(s, x.Notices(last), x.Plein, last)
	for i := range lines {
		lines[i].Titles = nil
	}
	return changesUntil(s, last, lines, x.Plein.Short)
}

// lastDay is the last one that the paper of a record tells of.
func lastDay(s *layout.Site, of catalog.Entry) schedule.Date {
	return s.Catalog.Turn(of).Add(paperDays)
}

// changeLines puts all into lines, and the coming moves of the plein among them.
func changeLines(s *layout.Site, all []catalog.Difference, at *catalog.Plein, last schedule.Date) []paperChange {
	var lines []paperChange
	for _, d := range all {
		if d.Hours != nil {
			lines = append(lines, hoursChange(s, *d.Hours))
		} else {
			lines = addChange(lines, datesChange(s, *d.Dates, at))
		}
	}
	for i := range lines {
		lines[i].say(s)
	}
	for _, move := range at.Moves(s.Catalog.Today) {
		if move.Vanaf <= last {
			lines = append(lines, moveChange(s, move))
		}
	}
	slices.SortStableFunc(lines, func(a, b paperChange) int { return int(a.dates.From - b.dates.From) })
	return lines
}

// changesUntil keeps as many lines as there is room for. All of them are at that path.
func changesUntil(s *layout.Site, last schedule.Date, lines []paperChange, path string) paperChanges {
	kept, room := lines[:0:0], MostChanges
	for _, line := range lines {
		if !line.own {
			if room--; room < 0 {
				continue
			}
		}
		kept = append(kept, line)
	}
	return paperChanges{kept, len(kept) < len(lines), s.Say.PlainDate(last), typedAddressOf(s, path, 0)}
}

func hoursChange(s *layout.Site, period catalog.OpenPeriod) paperChange {
	when, hours := s.Say.OnPaper().OpenDays(period)
	return paperChange{When: when, What: hours, Reason: s.Say.Sentence(s.Say.WhyOpen(period.Why)), own: true, dates: period.Period}
}

// datesChange tells of dates of a spreekuur on the paper of a plein: its own, or the
// one that it comes to.
func datesChange(s *layout.Site, st catalog.Stretch, at *catalog.Plein) paperChange {
	line := paperChange{
		What: s.Say.Kind(st.Kind), Titles: []paperTitle{{Link: piece.SpreekuurLink(s, st.Spreekuur)}},
		Reason: s.Say.Sentence(s.Say.Reason(st.Why)), dates: st.Period,
	}
	if !st.Closing() || st.Kind.OtherHours() {
		line.hours = []schedule.Span{st.Span}
	}
	switch {
	case st.Elsewhere() && st.Plein == at:
		line.What = s.Word("te-gast")
	case st.Elsewhere() && !st.Cancelled():
		line.Plein, line.Adres = st.Plein.Naam, say.Street(st.Adres())
	}
	return line
}

// addChange adds a line, or what it has to the line before it that says the same of
// another spreekuur or of other hours.
func addChange(lines []paperChange, line paperChange) []paperChange {
	for i := range lines {
		other := &lines[i]
		if other.own || other.dates != line.dates || other.What != line.What || other.Plein != line.Plein || other.Reason != line.Reason {
			continue
		}
		switch {
		case slices.Equal(other.hours, line.hours):
			other.Titles = append(other.Titles, line.Titles...)
			return lines
		case slices.Equal(other.Titles, line.Titles):
			other.hours = append(other.hours, line.hours...)
			return lines
		}
	}
	return append(lines, line)
}

// say says when it is, once all hours are known.
func (c *paperChange) say(s *layout.Site) {
	if c.When != "" {
		return
	}
	voice := s.Say.OnPaper()
	c.When = voice.Period(c.dates)
	if c.hours != nil {
		c.When = voice.DateAnd(c.When, voice.AllHours(c.hours))
	}
	c.When = s.Language.Capital(c.When)
}

func moveChange(s *layout.Site, move catalog.Move) paperChange {
	return paperChange{
		When: s.Language.Capital(s.Word("ander-adres-vanaf", s.Say.Date(move.Vanaf))), Adres: say.Address(move.Adres),
		Reason: s.Say.Sentence(s.Say.Written(move.Reden)), own: true, dates: schedule.Period{From: move.Vanaf},
	}
}
