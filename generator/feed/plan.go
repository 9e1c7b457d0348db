package feed

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// plan is a spreekuur as a calendar says it: series that repeat, each with the
// dates on which it is different, and dates that belong to no series.
type plan struct {
	tracks []*track
	single []catalog.Occurrence
}

// track is a series at one address, during one period.
type track struct {
	series
	name  string // tells it from the other tracks of the spreekuur
	adres content.Adres
	in    schedule.Period

	rule    string          // an RRULE, or "" for a track of dates
	first   schedule.Date   // its first date
	dates   []schedule.Date // those in the window
	skipped []schedule.Date // those of them on which there is nothing
	changes map[schedule.Date]occurrence
}

type occurrence = catalog.Occurrence

// window is the time for which a calendar knows each date: this year, so that
// what someone looks back at is true, and up to the horizon.
func window(today schedule.Date) schedule.Period {
	year, _, _ := today.Civil()
	return schedule.Period{From: schedule.NewDate(year, time.January, 1), Until: today.Add(horizon)}
}

// planOf makes the plan of a spreekuur. Within the window the plan comes down to
// exactly the dates of the catalog, since it is made by comparing the two; after
// it there are only the rules.
func planOf(s *catalog.Spreekuur, today schedule.Date) plan {
	if s.Status != "actief" {
		return plan{}
	}
	known := window(today)
	p := plan{tracks: tracksOf(s, known)}
	size := 0
	for _, t := range p.tracks {
		size += len(t.dates)
	}
	rule := make([]instance, 0, size)
	for _, t := range p.tracks {
		for _, date := range t.dates {
			rule = append(rule, instance{t, date})
		}
	}
	slices.SortStableFunc(rule, func(a, b instance) int {
		return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.span.Begin, b.span.Begin))
	})
	p.compare(rule, s.Between(known.From, known.Until))
	p.tracks = slices.DeleteFunc(p.tracks, (*track).settle)
	return p
}

// instance is one date of a track.
type instance struct {
	*track
	date schedule.Date
}

// compare notes on the tracks where the rules and what really happens differ.
// Both come in order of time.
func (p *plan) compare(rule []instance, actual iter.Seq[occurrence]) {
	var day []occurrence
	for o := range actual {
		if len(day) > 0 && day[0].Date != o.Date {
			rule = p.compareDay(rule, day)
			day = day[:0]
		}
		day = append(day, o)
	}
	if len(day) > 0 {
		rule = p.compareDay(rule, day)
	}
	for _, r := range rule {
		r.skip()
	}
}

// compareDay pairs what the rules give on a date with what happens: first by
// the hours, then whatever is left in order of time. What finds no partner is
// skipped by its track, or stands alone. It returns the rest of the rules.
func (p *plan) compareDay(rule []instance, day []occurrence) []instance {
	for len(rule) > 0 && rule[0].date < day[0].Date {
		rule[0].skip()
		rule = rule[1:]
	}
	n := 0
	for n < len(rule) && rule[n].date == day[0].Date {
		n++
	}
	today, rest := rule[:n], rule[n:]
	var left []occurrence
	for _, o := range day {
		at := slices.IndexFunc(today, func(r instance) bool { return r.span == regular(o) })
		if at < 0 {
			left = append(left, o)
			continue
		}
		today[at].becomes(o)
		today = slices.Delete(today, at, at+1)
	}
	for _, r := range today {
		if len(left) == 0 {
			r.skip()
			continue
		}
		r.becomes(left[0])
		left = left[1:]
	}
	p.single = append(p.single, left...)
	return rest
}

func (r instance) skip() { r.skipped = append(r.skipped, r.date) }

// regular is the hours that the rule gave the occurrence, as far as it says.
func regular(o occurrence) schedule.Span {
	if o.Was != (schedule.Span{}) {
		return o.Was
	}
	return o.Span
}

// becomes notes what became of the instance, unless that is what the rule says.
func (r instance) becomes(o occurrence) {
	if o.Status == schedule.GoesOn && o.Span == r.span {
		return
	}
	if r.changes == nil {
		r.changes = map[schedule.Date]occurrence{}
	}
	r.changes[r.date] = o
}

// settle takes the skipped dates out of a track of dates, and reports whether
// that leaves nothing.
func (t *track) settle() (empty bool) {
	if t.rule != "" {
		return false
	}
	t.dates = slices.DeleteFunc(t.dates, func(d schedule.Date) bool { return slices.Contains(t.skipped, d) })
	t.skipped = nil
	if len(t.dates) == 0 {
		return true
	}
	t.first = t.dates[0]
	return false
}

// tracksOf splits the series of a spreekuur at the moves of its plein.
func tracksOf(s *catalog.Spreekuur, known schedule.Period) []*track {
	var tracks []*track
	taken := map[string]int{}
	for _, stay := range staysOf(s.Plein) {
		in, ok := overlap(stay.Period, s.Schedule.Bounds)
		if !ok || in.Until != 0 && in.Until < known.From {
			continue
		}
		for _, r := range seriesOf(s) {
			t := &track{series: r, adres: stay.adres, in: in}
			t.fill(s, known)
			if t.first == 0 {
				continue
			}
			t.name = unique(t.kind(s)+stay.name(), taken)
			tracks = append(tracks, t)
		}
	}
	return tracks
}

// fill works out the rule and the dates. Without a first day in the content, a
// series begins this year.
func (t *track) fill(s *catalog.Spreekuur, known schedule.Period) {
	anchor := s.Schedule.Anchor
	if s.Schedule.Bounds.From == 0 {
		t.in.From = max(t.in.From, known.From)
	}
	rule, ok := t.rrule(anchor)
	if ok {
		t.rule, t.first = rule, t.series.first(anchor, t.in)
	}
	if in, some := overlap(t.in, known); some {
		t.dates = slices.Collect(t.series.dates(anchor, in))
	}
	if !ok && len(t.dates) > 0 {
		t.first = t.dates[0]
	}
}

var dayNames = strings.NewReplacer(",", "", "-1", "last")

// kind names the rule and the begin of a track: "tu-1000", "1th3th-1330". It is
// part of the UID, so it may not depend on the other series of the spreekuur.
func (t *track) kind(s *catalog.Spreekuur) string {
	days := "data"
	if rule, ok := t.rrule(s.Schedule.Anchor); ok {
		_, list, _ := strings.Cut(rule, "BYDAY=")
		list, _, _ = strings.Cut(list, ";")
		days = strings.ToLower(dayNames.Replace(list))
	} else if len(s.Data) == 0 {
		days = ""
		for weekday := range t.on.All() {
			days += strings.ToLower(byDay[weekday])
		}
	}
	return days + "-" + clockName(t.span.Begin)
}

func clockName(c schedule.Clock) string { return strings.ReplaceAll(c.String(), ":", "") }

// unique puts a number after a name that is taken.
func unique(name string, taken map[string]int) string {
	taken[name]++
	if n := taken[name]; n > 1 {
		return name + "-" + strconv.Itoa(n)
	}
	return name
}
