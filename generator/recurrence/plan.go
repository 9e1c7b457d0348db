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

// Plan is a spreekuur as a calendar says it: series that repeat, each with the
// dates on which it is different, and dates that belong to no series.
type Plan struct {
	Tracks []*Track
	Extra  []Extra
}

// Extra is a date outside every series.
type Extra struct {
	Name string // tells it from the others of the spreekuur, and stays
	catalog.Occurrence
}

// Track is a series at one address, during one period that ends with the window
// at the latest.
type Track struct {
	Series
	Name  string // tells it from the other tracks of the spreekuur, and stays
	Adres content.Adres
	In    schedule.Period

	Rule    string          // an RRULE, or "" for a track of dates
	Known   []schedule.Date // its dates in the window
	Skipped []schedule.Date // those of them on which there is nothing
	Changes map[schedule.Date]catalog.Occurrence

	anchor schedule.Date
	root   string
}

type occurrence = catalog.Occurrence

// Window is the time for which a plan knows each date: this year, so that what
// someone looks back at is true, and the two years after it. It moves once a year
// and not with each day, so that a calendar in which nothing changed stays the
// same file.
func Window(today schedule.Date) schedule.Period {
	year, _, _ := today.Civil()
	return schedule.Period{
		From:  schedule.NewDate(year, time.January, 1),
		Until: schedule.NewDate(year+2, time.December, 31),
	}
}

// Known is the time for which feeds tell each date of what is at a plein: from the begin
// of this year up to a day over a year ahead. That day moves by four weeks at a time, for
// each plein in a night of its turn, in which its feeds change anyway: so most records
// stay the same from day to day, and no night changes all of them.
func Known(c *catalog.Catalog, p *catalog.Plein) schedule.Period {
	return schedule.Period{From: Window(c.Today).From, Until: KnownAt(c.LongTurn(p)) + catalog.LongTurn - 1}
}

// KnownAt is the day up to which each date is known of every plein, as of a day or of one
// of the six after it.
func KnownAt(day schedule.Date) schedule.Date { return day + Horizon + 6 }

// MostKnown is the last day that is known of any plein.
func MostKnown(today schedule.Date) schedule.Date { return KnownAt(today) + catalog.LongTurn - 1 }

// PlanOf makes the plan of a spreekuur for the [Window] of today.
func PlanOf(s *catalog.Spreekuur, today schedule.Date) Plan { return PlanIn(s, Window(today)) }

// PlanIn makes the plan of a spreekuur that knows each date in a period, which has
// an end. From the begin of the period on it comes down to exactly the dates of the
// catalog, since it is made by comparing the two. After it the plan has no dates: a
// rule that went on would promise a spreekuur on each Christmas Day to come.
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

// inOrder lists the dates of the tracks.
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

// compare notes on the tracks where the rules and what really happens differ.
// Both come in order of time.
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

// compareDay pairs what the rules give on a date with what happens: first by
// the hours, then whatever is left in order of time. What finds no partner is
// skipped by its track, or stands alone. It returns the rest of the rules.
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

// becomes notes what became of the instance, unless that is what the rule says.
func (r instance) becomes(o occurrence) {
	if o.Kind == schedule.AsUsual {
		return
	}
	if r.Changes == nil {
		r.Changes = map[schedule.Date]occurrence{}
	}
	r.Changes[r.date] = o
}

// settle takes the skipped dates out of a track of dates, and reports whether
// that leaves nothing.
func (t *Track) settle() (empty bool) {
	if t.Rule == "" {
		t.Known = slices.DeleteFunc(t.Known, func(d schedule.Date) bool { return slices.Contains(t.Skipped, d) })
		t.Skipped = nil
	}
	return len(t.Known) == 0
}

// Usual are the dates on which it is as the rule says.
func (t *Track) Usual() []schedule.Date {
	return slices.DeleteFunc(slices.Clone(t.Known), func(d schedule.Date) bool {
		_, changed := t.Changes[d]
		return changed || slices.Contains(t.Skipped, d)
	})
}

// tracksOf splits the series of a spreekuur at the moves of its plein.
func tracksOf(s *catalog.Spreekuur, known schedule.Period) []*Track {
	var tracks []*Track
	parts := partsOf(s, known)
	for _, stay := range staysOf(s.Plein) {
		for _, part := range parts {
			in, ok := overlaps(stay.Period, s.Schedule.Bounds, part.in, schedule.Period{Until: known.Until})
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

// fill works out the rule and the dates. What came before the window is left out:
// the plan does not know which of those dates were different.
func (t *Track) fill(known schedule.Period) {
	rule, ok := t.RRule(t.anchor)
	if ok && !isFifth(rule) {
		t.Rule = rule
	}
	if in, some := Overlap(t.In, known); some {
		t.In, t.Known = in, slices.Collect(t.Series.Dates(t.anchor, in))
	}
}

// nameExtra names the dates outside every series by their day, and the second on
// one day by a number.
func (p *Plan) nameExtra() {
	taken := map[string]int{}
	for i := range p.Extra {
		p.Extra[i].Name = unique(on("extra-", p.Extra[i].Date), taken)
	}
}

// NameOn names one date of the track, by the series alone: it stays when the plein
// moves or the series is cut otherwise.
func (t *Track) NameOn(date schedule.Date) string { return on(t.root+"-", date) }

func on(begin string, date schedule.Date) string {
	return begin + strings.ReplaceAll(date.String(), "-", "")
}
