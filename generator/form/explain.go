package form

import (
	"cmp"
	"slices"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// An Explanation reads a rule back to whoever wrote it.
type Explanation struct {
	Rule  string // "Elke dinsdag van 10.00 tot 12.00 uur."; "" if there is none that can be read
	Dates []Day  // the next dates, those on which it is not held included
}

// A Day is one date of a rule.
type Day struct {
	Date      schedule.Date
	When      string // "dinsdag 1 december 2026, 10.00 tot 12.00 uur"
	Different string // sentences: "Gaat niet door. De zaal wordt geverfd."; "" if it is as usual
}

// shownDates is how many dates are read back.
const shownDates = 3

// Explain puts into words when a spreekuur is held, a plein is open or an agendapunt is,
// with the next three dates, as it would be if the file were saved in this content. If all
// of them are cancelled, the next one that is not comes after them.
func Explain(kind content.Kind, file string, data []byte, c *content.Content, now time.Time) Explanation {
	if c.Site == nil || kind.Folder == "" {
		return Explanation{}
	}
	own, _ := reading.Parse(kind, cmp.Or(file, newFile(kind)), data)
	saved := &content.Content{Site: c.Site, Onderwerpen: c.Onderwerpen, Pleinen: c.Pleinen, Partners: c.Partners, Unread: c.Unread}
	saved.Pleinen = slices.DeleteFunc(slices.Clone(c.Pleinen), func(p *content.Plein) bool { return p.Doc.File == file })
	for _, s := range own.Spreekuren {
		saved.Pleinen = append(saved.Pleinen, placeFor(s, saved.Pleinen)...)
		s.Tijden = slices.DeleteFunc(s.Tijden, func(b content.Blok) bool { return !readable(schedule.Slot{Days: b.Dag, Times: b.Tijd}) })
	}
	resolved, _ := catalog.Resolve(saved.With(own), catalog.Options{Now: now, Drafts: true})
	v := say.Dutch(resolved)
	switch {
	case len(own.Spreekuren) > 0:
		for _, s := range resolved.Spreekuren {
			return ofSpreekuur(v, s)
		}
	case len(own.Pleinen) > 0:
		for _, p := range resolved.Pleinen {
			if p.Plein == own.Pleinen[0] {
				return ofPlein(v, resolved, p)
			}
		}
	case len(own.Agenda) > 0:
		for _, a := range resolved.Agenda {
			return ofAgendapunt(v, a)
		}
	}
	return Explanation{}
}

// readable reports whether a rule says when: not while someone is still typing it.
func readable(s schedule.Slot) bool {
	days := s.Days.Weekdays() != 0 || s.Days.Listed()
	return s.Days.ByAppointment() || days && (s.Times.Opening || len(s.Times.Spans) > 0)
}

// placeFor returns a plein without hours for a spreekuur whose plein is not chosen yet.
func placeFor(s *content.Spreekuur, pleinen []*content.Plein) []*content.Plein {
	if slices.ContainsFunc(pleinen, func(p *content.Plein) bool { return p.Slug == string(s.Plein) }) {
		return nil
	}
	const slug = "nog-geen-plein"
	s.Plein = slug
	return []*content.Plein{{Naam: slug, Record: content.Record{Slug: slug, Doc: frontmatter.Unreadable(slug), Bad: true}}}
}

func ofSpreekuur(v *say.Voice, s *catalog.Spreekuur) Explanation {
	if !slices.ContainsFunc(s.Schedule.Slots, readable) {
		return Explanation{}
	}
	e := Explanation{Rule: sentence(v, v.When(s))}
	if slices.ContainsFunc(s.Schedule.Slots, func(slot schedule.Slot) bool { return slot.Days.NeedsAnchor() }) && s.Vanaf == 0 {
		return e // from which day it counts is not known
	}
	for _, o := range s.Next(shownDates) {
		e.Dates = append(e.Dates, Day{o.Date, v.DateAndHours(o), v.Change(o).String()})
	}
	return e
}

func ofAgendapunt(v *say.Voice, a *catalog.Agendapunt) Explanation {
	if a.Datum == 0 {
		return Explanation{}
	}
	e := Explanation{Rule: sentence(v, v.Event(a))}
	dates := a.Keren()
	if dates == nil {
		dates = []schedule.Date{a.Datum}
	}
	for _, date := range dates {
		if date < v.Today || len(e.Dates) == shownDates {
			continue
		}
		when := v.Date(date)
		if hours := v.Moment(a.Tijd); hours != "" {
			when = v.DateAnd(when, hours)
		}
		e.Dates = append(e.Dates, Day{Date: date, When: when})
	}
	return e
}

// ofPlein says when a plein is open in a usual week, and on which of the next days it is.
func ofPlein(v *say.Voice, c *catalog.Catalog, p *catalog.Plein) Explanation {
	rule := schedule.Schedule{}
	for _, weekday := range catalog.Week {
		rule.Slots = withDay(rule.Slots, weekday, p.Schedule.Opening[weekday])
	}
	if len(rule.Slots) == 0 {
		return Explanation{}
	}
	e := Explanation{Rule: sentence(v, v.Phrases.Rule(&rule, v.Notation, v.Today))}
	for date, held := v.Today, false; date < v.Today.Add(longestClosing) && (len(e.Dates) < shownDates || !held); date++ {
		usual := p.Schedule.Opening[date.Weekday()]
		exceptions := p.Exceptions(date, date)
		switch {
		case len(exceptions) == 1 && exceptions[0].Closed && len(e.Dates) >= shownDates:
		case len(exceptions) == 1:
			e.Dates = append(e.Dates, openDay(v, exceptions[0]))
			held = held || !exceptions[0].Closed
		case len(usual) > 0:
			e.Dates, held = append(e.Dates, Day{Date: date, When: v.DateAnd(v.Date(date), v.AllHours(usual))}), true
		}
	}
	return e
}

// openDay is a day on which a plein has other hours, or is closed.
func openDay(v *say.Voice, d catalog.OpenDay) Day {
	day, different := Day{Date: d.Date, When: v.Date(d.Date)}, v.Word("gesloten")
	if !d.Closed {
		day.When, different = v.DateAnd(day.When, v.AllHours(d.Hours)), v.Word("reden-andere-openingstijden")
	}
	day.Different = say.Join(sentence(v, different), v.Sentence(v.WhyOpen(d.Why)).Text)
	return day
}

// longestClosing is how many days ahead to look for a day on which a plein is open.
const longestClosing = 370

// withDay adds a day with its hours, together with the days that have the same hours.
func withDay(slots []schedule.Slot, day time.Weekday, hours []schedule.Span) []schedule.Slot {
	if len(hours) == 0 {
		return slots
	}
	for i := range slots {
		if slices.Equal(slots[i].Times.Spans, hours) {
			slots[i].Days = schedule.EveryWeek(slots[i].Days.Weekdays() | 1<<day)
			return slots
		}
	}
	return append(slots, schedule.Slot{Days: schedule.EveryWeek(1 << day), Times: schedule.Times{Spans: hours}})
}

func sentence(v *say.Voice, text string) string {
	if text == "" {
		return ""
	}
	return say.Stopped(v.Capital(text))
}
