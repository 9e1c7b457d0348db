package openreferral

import (
	"cmp"
	"slices"

	"pleinwijzer/generator/schedule"
)

type (
	slotJSON struct {
		RRule    string   `json:"rrule,omitempty"`
		Data     []string `json:"data,omitempty"`
		Begin    string   `json:"begin"`
		Eind     string   `json:"eind"`
		Vanaf    string   `json:"vanaf,omitempty"`
		TotEnMet string   `json:"tot_en_met,omitempty"`
	}

	exceptionJSON struct {
		Datum  string     `json:"datum"`
		Begin  string     `json:"begin"`
		Eind   string     `json:"eind"`
		Status string     `json:"status"`
		Was    *hoursJSON `json:"was,omitempty"`
		Reden  string     `json:"reden,omitempty"`
		Plein  string     `json:"plein,omitempty"`
	}

	hoursJSON struct {
		Begin string `json:"begin"`
		Eind  string `json:"eind"`
	}
)

// series is a rule that schedules have in common: HSDS splits it at each date on which it
// does not hold.
type series struct {
	sessions
	asList bool // it is on so few of its dates that these say it better
}

// visitor is a single date, maybe at another place.
type visitor struct {
	date  schedule.Date
	span  schedule.Span
	notes string
	plein string // the slug of the other place
}

// roster is what takes place at one plein, in the terms of our feeds.
type roster struct {
	slots      []slotJSON
	exceptions []exceptionJSON
	words      string
}

// rosterOf says in our terms when a spreekuur is.
func (c *converter) rosterOf(rules []sessions, single []visitor) roster {
	all := merge(rules)
	if len(all) == 0 && !slices.ContainsFunc(single, func(v visitor) bool { return v.plein != "" }) {
		all, single = listsOf(single), nil
	}
	single = slices.DeleteFunc(single, func(v visitor) bool {
		return v.plein == "" && slices.ContainsFunc(all, func(s series) bool { return s.span == v.span && slices.Contains(s.dates, v.date) })
	})
	r, rule, bounds := roster{}, schedule.Schedule{}, c.boundsOf(all, single)
	for _, s := range all {
		slot, missing := s.slot(bounds)
		s.bound(&slot, bounds, c.Today)
		if slot.RRule == "" {
			missing = nil
		}
		if bounds.Until < c.until {
			slot.TotEnMet = bounds.Until.String()
		}
		r.slots = append(r.slots, slot)
		for _, date := range missing {
			r.exceptions, single = depart(r.exceptions, single, date, s.span)
		}
		s.say(&rule)
	}
	if bounds.From > c.Today.Add(soon) {
		rule.Bounds.From = bounds.From
	}
	if bounds.Until < c.until {
		rule.Bounds.Until = bounds.Until
	}
	for _, v := range single {
		r.exceptions = append(r.exceptions, v.exception("extra", nil))
	}
	slices.SortStableFunc(r.exceptions, func(a, b exceptionJSON) int {
		return cmp.Or(cmp.Compare(a.Datum, b.Datum), cmp.Compare(a.Begin, b.Begin))
	})
	r.words = wordsOf(rule, c.Today)
	return r
}

// soon is how many days ahead a first date is no news: the one before it may be cancelled.
const soon = 31

// say adds the series to a rule that is put into words, unless that says the same already.
func (s series) say(rule *schedule.Schedule) {
	days := s.days
	if _, seldom := s.gaps(); seldom {
		days = schedule.OnDates(s.dates)
	}
	spans := []schedule.Span{s.span}
	again := func(other schedule.Slot) bool {
		return other.Days.Words() == days.Words() && slices.Equal(other.Times.Spans, spans)
	}
	if !slices.ContainsFunc(rule.Slots, again) {
		rule.Slots = append(rule.Slots, schedule.Slot{Days: days, Times: schedule.Times{Spans: spans}})
	}
}

// gaps returns the dates of the rule between the first and the last of the series on which
// the schedules say nothing. If it is seldom held, a list of dates says it better.
func (s series) gaps() (missing []schedule.Date, seldom bool) {
	if s.asList {
		return nil, true
	}
	for date := range s.days.Dates(s.anchor, schedule.Period{From: s.dates[0], Until: s.dates[len(s.dates)-1]}) {
		if _, there := slices.BinarySearch(s.dates, date); !there {
			missing = append(missing, date)
		}
	}
	return missing, 2*len(missing) > len(s.dates)
}

// boundsOf returns the first day, if all begins later than today, and the last day, if all
// ends before the directory does. Else those are the days that are read.
func (c *converter) boundsOf(all []series, single []visitor) schedule.Period {
	in := schedule.Period{From: c.Today, Until: c.until}
	if len(all) == 0 {
		return in
	}
	var dates []schedule.Date
	for _, s := range all {
		dates = append(dates, s.dates...)
	}
	for _, v := range single {
		dates = append(dates, v.date)
	}
	first, last := slices.Min(dates), slices.Max(dates)
	if slices.ContainsFunc(all, func(s series) bool { return s.on(c.Today, first-1) != 0 }) {
		in.From = first
	}
	if !slices.ContainsFunc(all, func(s series) bool { return !s.ends }) {
		in.Until = last
	}
	return in
}

// on returns the first date of the rule in a period, or 0.
func (s sessions) on(from, until schedule.Date) schedule.Date {
	if from > until {
		return 0
	}
	for date := range s.days.Dates(s.anchor, schedule.Period{From: from, Until: until}) {
		return date
	}
	return 0
}

// bound gives a slot its first day. All slots of a roster get one, or only those that count
// from it: a reader takes the earliest for the first day of all.
func (s series) bound(slot *slotJSON, in schedule.Period, today schedule.Date) {
	if in.From > today {
		slot.Vanaf = in.From.String()
	}
	if slot.RRule == "" || !s.days.NeedsAnchor() {
		return
	}
	from := s.anchor
	if in.From > today {
		from = s.on(in.From, in.Until)
	} else if from > today && s.days.ByMonth() {
		from = 0 // no day before today that is in step is known
	}
	for from > today && in.From <= today {
		from -= 7 * schedule.Date(s.every)
	}
	if from == 0 {
		slot.RRule, slot.Data = "", textsOf(s.dates)
		return
	}
	slot.Vanaf = from.String()
}

func textsOf(dates []schedule.Date) []string {
	all := make([]string, len(dates))
	for i, date := range dates {
		all[i] = date.String()
	}
	return all
}

// slot returns the rule, and the dates of it on which the schedules say nothing. A rule that
// begins later than the others, or ends before them, is a list of dates: none of those
// before it and after it is cancelled.
func (s series) slot(bounds schedule.Period) (slot slotJSON, missing []schedule.Date) {
	slot = slotJSON{Begin: clockText(s.span.Begin), Eind: clockText(s.span.End)}
	missing, seldom := s.gaps()
	after := schedule.Period{From: s.dates[len(s.dates)-1] + 1, Until: bounds.Until}
	if seldom || s.on(bounds.From, s.dates[0]-1) != 0 || s.ends && s.on(after.From, after.Until) != 0 {
		slot.Data = textsOf(s.dates)
		return slot, nil
	}
	slot.RRule = s.rule
	if after.From <= after.Until { // it goes on after the time that is read
		missing = slices.AppendSeq(missing, s.days.Dates(s.anchor, after))
	}
	return slot, missing
}

// depart says what takes place instead on a date of a rule: a single date on that day, or
// nothing.
func depart(all []exceptionJSON, single []visitor, date schedule.Date, was schedule.Span) ([]exceptionJSON, []visitor) {
	regular := &hoursJSON{clockText(was.Begin), clockText(was.End)}
	if i := slices.IndexFunc(single, func(v visitor) bool { return v.date == date }); i >= 0 {
		all = append(all, single[i].exception("gewijzigd", regular))
		return all, slices.Delete(single, i, i+1)
	}
	return append(all, exceptionJSON{Datum: date.String(), Begin: regular.Begin, Eind: regular.Eind, Status: "vervalt"}), single
}

func (v visitor) exception(status string, was *hoursJSON) exceptionJSON {
	return exceptionJSON{v.date.String(), clockText(v.span.Begin), clockText(v.span.End), status, was, v.notes, v.plein}
}

// merge joins the schedules of one rule at the same hours.
func merge(rules []sessions) []series {
	var all []series
	for _, s := range rules {
		at := slices.IndexFunc(all, func(other series) bool { return other.rule == s.rule && other.span == s.span && other.inStep(s) })
		if at < 0 {
			all = append(all, series{sessions: s})
			continue
		}
		same := &all[at]
		same.dates = append(same.dates, s.dates...)
		slices.Sort(same.dates)
		same.dates = slices.Compact(same.dates)
		same.ends = same.ends && s.ends
		if s.anchor < same.anchor {
			same.anchor, same.days = s.anchor, s.days
		}
	}
	return slices.DeleteFunc(all, func(s series) bool { return len(s.dates) == 0 })
}

// inStep reports whether two schedules that are every so many weeks or months are in the
// same ones.
func (s sessions) inStep(other sessions) bool {
	if !s.days.NeedsAnchor() {
		return true
	}
	from := min(s.anchor, other.anchor)
	whole := sessions{days: s.days, anchor: from}
	apart := func(date schedule.Date) bool { return whole.on(date, date) == 0 }
	return !slices.ContainsFunc(other.dates, apart) && !slices.ContainsFunc(s.dates, apart)
}

// listsOf turns single dates into lists, one for all with the same hours.
func listsOf(single []visitor) []series {
	var all []series
	for _, v := range single {
		at := slices.IndexFunc(all, func(s series) bool { return s.span == v.span })
		if at < 0 {
			at = len(all)
			all = append(all, series{sessions: sessions{span: v.span, ends: true}, asList: true})
		}
		all[at].dates = append(all[at].dates, v.date)
	}
	for i := range all {
		slices.Sort(all[i].dates)
		all[i].dates = slices.Compact(all[i].dates)
		all[i].days = schedule.OnDates(all[i].dates)
	}
	return all
}

// Words for a rule, where the schedules are silent or too many dates.
const (
	noTimes   = "vraag naar de dagen en tijden"
	someDates = "op losse dagen"
	mostDates = 4
)

func wordsOf(rule schedule.Schedule, today schedule.Date) string {
	for _, s := range rule.Slots {
		dates := 0
		if s.Days.Listed() {
			for range s.Days.Dates(0, schedule.Period{From: today}) {
				dates++
			}
		}
		if dates > mostDates {
			return someDates
		}
	}
	if len(rule.Slots) == 0 {
		return someDates
	}
	return cmp.Or(rule.Words(schedule.Point, today), someDates)
}
