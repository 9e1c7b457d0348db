package hsds

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
)

// times is a part of a rule of a spreekuur during which nothing changes: not the hours,
// not the place, and not the clock. Each one becomes a schedule.
type times struct {
	name        string // together with the first date, distinguishes it from the others of the spreekuur
	at          door
	rule        rule
	in          schedule.Period // the period for which it is complete
	first, last schedule.Date   // the first and last of its dates
	hours       hours
	words       string
	notes       string
}

// keptTimes holds the times of a spreekuur only while its files are rendered. Keeping
// those of all spreekuren would take more memory than anything else in a build.
type keptTimes struct {
	make func() []times

	mu   sync.Mutex
	made []times
	kept bool
}

func (k *keptTimes) get() []times {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.kept {
		k.made, k.kept = k.make(), true
	}
	return k.made
}

func (k *keptTimes) drop() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.made, k.kept = nil, false
}

// rule is the part of an RRULE that HSDS has fields for.
type rule struct {
	freq     string
	interval int
	byday    string
	count    int // 0 means no end
}

// parseRule parses an RRULE of package schedule.
func parseRule(text string) rule {
	r := rule{interval: 1}
	for part := range strings.SplitSeq(text, ";") {
		switch key, value, _ := strings.Cut(part, "="); key {
		case "FREQ":
			r.freq = value
		case "INTERVAL":
			r.interval, _ = strconv.Atoi(value)
		case "BYDAY":
			r.byday = value
		}
	}
	return r
}

func onDay(d schedule.Date) rule {
	return rule{freq: "WEEKLY", interval: 1, byday: strings.ToUpper(d.Weekday().String()[:2])}
}

// timesOf works out when and where a spreekuur is held, leaving out what is past.
func (d *directory) timesOf(s *catalog.Spreekuur) []times {
	var all []times
	known := recurrence.Known(d.Catalog, s.Plein)
	plan := recurrence.PlanIn(s, known)
	for _, t := range plan.Tracks {
		usual := times{name: t.Name, at: doorOf(s.Plein, t.Adres), words: d.ruleWords(t)}
		if t.Rule != "" {
			usual.rule = parseRule(t.Rule)
			all = d.split(all, t, usual, known)
		} else {
			all = d.listed(all, t, usual, known.Until)
		}
		for _, date := range t.Known {
			if o, ok := t.Changes[date]; ok && !o.Cancelled() {
				all = append(all, d.single(o, t.Name+"-anders"))
			}
		}
	}
	for _, o := range plan.Extra {
		if !o.Cancelled() {
			all = append(all, d.single(o.Occurrence, o.Name))
		}
	}
	all = slices.DeleteFunc(all, func(t times) bool { return t.last < d.Today || t.first > known.Until })
	slices.SortStableFunc(all, func(a, b times) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.hours.begin.Clock, b.hours.begin.Clock))
	})
	return all
}

// split divides a rule at the dates on which it does not hold and at the clock changes.
func (d *directory) split(all []times, t *recurrence.Track, usual times, known schedule.Period) []times {
	from, until := max(t.In.From, known.From), known.Until
	if t.In.Until != 0 {
		until = min(until, t.In.Until)
	}
	var now times
	open := false
	end := func(last schedule.Date) {
		if open {
			now.in.Until = last
			all = append(all, now)
		}
		open = false
	}
	for _, date := range t.Known {
		if date > until {
			break
		}
		if broken(t, date) {
			end(date - 1)
			from = date + 1
			continue
		}
		hours := d.clocks.on(date, t.Span)
		if open && hours != now.hours {
			end(date - 1)
			from = date
		}
		if !open {
			now, open = usual, true
			now.in.From, now.first, now.hours = from, date, hours
		}
		now.last = date
	}
	end(until)
	return all
}

// broken reports whether the spreekuur is cancelled or different on a date of the track.
func broken(t *recurrence.Track, date schedule.Date) bool {
	_, changed := t.Changes[date]
	return changed || slices.Contains(t.Skipped, date)
}

// listed turns a list of dates into rules: dates on the same weekday that follow each
// other every week, or every other week, become one. This also serves rules by week
// number, since BYWEEKNO has no meaning in a weekly rule (RFC 5545, section 3.3.10).
func (d *directory) listed(all []times, t *recurrence.Track, usual times, until schedule.Date) []times {
	for weekday := range t.On.All() {
		var now *times
		for _, date := range t.Known {
			if date.Weekday() != weekday || broken(t, date) || date > until {
				continue
			}
			hours := d.clocks.on(date, t.Span)
			if now != nil && hours == now.hours && now.goesOn(date) {
				continue
			}
			all = append(all, usual)
			now = &all[len(all)-1]
			now.first, now.last, now.hours, now.rule = date, date, hours, onDay(date)
			now.in = schedule.Period{From: date, Until: date}
		}
	}
	return all
}

// goesOn adds the date if its distance from the last date is the same as that between the
// dates so far, and reports whether it did.
func (t *times) goesOn(date schedule.Date) bool {
	weeks := int(date-t.last) / 7
	if weeks > 2 || t.first != t.last && weeks != t.rule.interval {
		return false
	}
	t.rule.interval, t.last, t.in.Until = weeks, date, date
	return true
}

// single returns one date that follows no rule.
func (d *directory) single(o catalog.Occurrence, name string) times {
	t := times{
		name: name, at: doorOf(o.Plein, o.Adres()), rule: onDay(o.Date), in: schedule.Period{From: o.Date, Until: o.Date},
		first: o.Date, last: o.Date, hours: d.clocks.on(o.Date, o.Span),
		words: d.say.DateAndHours(o),
	}
	t.rule.count = 1
	t.notes = d.say.Change(o).String()
	return t
}

// ruleWords describes the days and hours of a track. A track with only some of the
// weekdays of its rule comes from the opening hours, so the description refers to those.
func (d *directory) ruleWords(t *recurrence.Track) string {
	hours := schedule.Times{Spans: []schedule.Span{t.Span}}
	if t.On != t.Days.Weekdays() {
		hours = schedule.Times{Opening: true}
	}
	rule := schedule.Schedule{Slots: []schedule.Slot{{Days: t.Days, Times: hours}}}
	return rule.Words(d.Site.Notation, d.Today)
}
