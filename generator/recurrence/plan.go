package recurrence

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// Plan is a spreekuur in the terms of a calendar: repeating series, each with the dates
// on which it is different, and dates that belong to no series.
type Plan struct {
	Tracks []*Track
	Extra  []Extra
}

// Extra is a date outside all series.
type Extra struct {
	Name string // distinguishes it from the others of the spreekuur, and never changes
	catalog.Occurrence
}

// Track is a series at one address during one period, which ends no later than the
// window.
type Track struct {
	Series
	Name  string // distinguishes it from the other tracks of the spreekuur, and never changes
	Adres content.Adres
	In    schedule.Period

	Rule    string          // an RRULE, or "" if the track is a list of dates
	Known   []schedule.Date // its dates in the window
	Skipped []schedule.Date // those of Known on which the spreekuur is not held
	Changes map[schedule.Date]catalog.Occurrence

	anchor schedule.Date
	root   string
}

type occurrence = catalog.Occurrence

// Window returns the period for which a plan knows every date: this year, so that people
// can look back, and the next two years. It moves once a year rather than every day, so
// that a calendar file stays the same as long as nothing changes.
func Window(today schedule.Date) schedule.Period {
	year, _, _ := today.Civil()
	return schedule.Period{
		From:  schedule.NewDate(year, time.January, 1),
		Until: schedule.NewDate(year+2, time.December, 31),
	}
}

// Known returns the period for which feeds list every date at a plein: from the start of
// this year to a day more than a year ahead. That day moves four weeks at a time, for each
// plein in a night in which its feeds change anyway ([catalog.Catalog.Turn]). So most
// records stay the same from day to day, and no night changes all of them.
func Known(c *catalog.Catalog, p *catalog.Plein) schedule.Period {
	return schedule.Period{From: Window(c.Today).From, Until: KnownAt(c.LongTurn(p)) + catalog.LongTurn - 1}
}

// KnownAt returns a day up to which the dates at every plein are known, both on the given
// day and on the six days after it.
func KnownAt(day schedule.Date) schedule.Date { return day + Horizon + 6 }

// MostKnown returns the last day for which the dates at any plein can be known.
func MostKnown(today schedule.Date) schedule.Date { return KnownAt(today) + catalog.LongTurn - 1 }

// PlanOf returns the plan of a spreekuur for the [Window] of today.
func PlanOf(s *catalog.Spreekuur, today schedule.Date) Plan { return PlanIn(s, Window(today)) }

// PlanIn returns the plan of a spreekuur for a period, which must have an end. Within the
// period the plan has exactly the dates of the catalog, since it is made by comparing the
// two. After the period it has none: a rule that continued would promise a spreekuur on
// every Christmas Day to come.
func PlanIn(s *catalog.Spreekuur, known schedule.Period) Plan {
	if s.Status != content.Running {
		return Plan{}
	}
	p := Plan{Tracks: tracksOf(s, known)}
	p.compare(inOrder(p.Tracks), s.Between(known.From, known.Until))
	p.nameExtra()
	p.Tracks = slices.DeleteFunc(p.Tracks, (*Track).settle)
	return p
}

// instance is one date of a track.
type instance struct {
	*Track
	date schedule.Date
}

// inOrder returns the dates of the tracks in order of time.
func inOrder(tracks []*Track) []instance {
	size := 0
	for _, t := range tracks {
		size += len(t.Known)
	}
	list := make([]instance, 0, size)
	for _, t := range tracks {
		for _, date := range t.Known {
			list = append(list, instance{t, date})
		}
	}
	slices.SortStableFunc(list, func(a, b instance) int {
		return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.Span.Begin, b.Span.Begin))
	})
	return list
}

// compare records on the tracks where the actual dates differ from the rules. Both must
// be in order of time.
func (p *Plan) compare(rule []instance, actual iter.Seq[occurrence]) {
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

// compareDay matches the instances that the rules give on a date with the actual
// occurrences: first by their hours, then the remaining ones in order of time. An
// instance without a match is skipped by its track; an occurrence without a match becomes
// an Extra. It returns the instances that are left for later dates.
func (p *Plan) compareDay(rule []instance, day []occurrence) []instance {
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
		at := slices.IndexFunc(today, func(r instance) bool { return r.Span == o.Regular })
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
	for _, o := range left {
		p.Extra = append(p.Extra, Extra{Occurrence: o})
	}
	return rest
}

func (r instance) skip() { r.Skipped = append(r.Skipped, r.date) }

// becomes records what actually happens to the instance, unless that is what the rule
// says.
func (r instance) becomes(o occurrence) {
	if o.Kind == schedule.AsUsual {
		return
	}
	if r.Changes == nil {
		r.Changes = map[schedule.Date]occurrence{}
	}
	r.Changes[r.date] = o
}

// settle removes the skipped dates from a track without a rule, and reports whether that
// leaves the track empty.
func (t *Track) settle() (empty bool) {
	if t.Rule == "" {
		t.Known = slices.DeleteFunc(t.Known, func(d schedule.Date) bool { return slices.Contains(t.Skipped, d) })
		t.Skipped = nil
	}
	return len(t.Known) == 0
}

// Usual returns the dates on which the series is just as its rule says.
func (t *Track) Usual() []schedule.Date {
	return slices.DeleteFunc(slices.Clone(t.Known), func(d schedule.Date) bool {
		_, changed := t.Changes[d]
		return changed || slices.Contains(t.Skipped, d)
	})
}

// tracksOf splits the series of a spreekuur wherever its plein moves.
func tracksOf(s *catalog.Spreekuur, known schedule.Period) []*Track {
	var tracks []*Track
	parts := partsOf(s, known)
	for _, stay := range staysOf(s.Plein) {
		for _, part := range parts {
			in, ok := overlaps(stay.Period, s.Schedule.Claimed(), part.in, schedule.Period{Until: known.Until})
			if !ok || in.Until < known.From {
				continue
			}
			t := &Track{
				Series: part.Series, Name: part.root + part.piece + stay.name(), root: part.root,
				Adres: stay.adres, In: in, anchor: part.anchor,
			}
			if t.fill(known); len(t.Known) > 0 {
				tracks = append(tracks, t)
			}
		}
	}
	return tracks
}

// fill sets the rule and the dates. Dates before the window are left out, since the plan
// does not know which of those were different.
func (t *Track) fill(known schedule.Period) {
	rule, ok := t.RRule(t.anchor)
	if ok && !isFifth(rule) {
		t.Rule = rule
	}
	if in, some := Overlap(t.In, known); some {
		t.In, t.Known = in, slices.Collect(t.Series.Dates(t.anchor, in))
	}
}

// nameExtra names each date outside the series by its day, with a number for the second
// and later ones on a day.
func (p *Plan) nameExtra() {
	taken := map[string]int{}
	for i := range p.Extra {
		p.Extra[i].Name = unique(on("extra-", p.Extra[i].Date), taken)
	}
}

// NameOn returns the name of one date of the track. It depends on the series alone, so it
// does not change when the plein moves or the series is split differently.
func (t *Track) NameOn(date schedule.Date) string { return on(t.root+"-", date) }

func on(begin string, date schedule.Date) string {
	return begin + strings.ReplaceAll(date.String(), "-", "")
}
