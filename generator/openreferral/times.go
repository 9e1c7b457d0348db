package openreferral

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"pleinwijzer/generator/schedule"
)

// Names of what is counted about times.
const (
	oddRule   = "rooster"     // a rule that our terms cannot say
	oddHours  = "tijd"        // no hours, or hours that do not fit in a day
	oddClock  = "klok"        // one offset from UTC for the whole year: read as what clocks say
	oddOffset = "utc"         // times in another time zone, so that clocks here would say something else in summer
	oddNone   = "zonder-tijd" // a service without any schedule
)

// How far ahead a directory is read. A schedule that ends within a year has really ended; a
// later end may just be how far the system looks.
const (
	yearAhead = 365
	farthest  = 400
)

// sessions are the dates of one schedule in the time that is read.
type sessions struct {
	place  string // the id of the location, or "" if the schedule does not say
	rule   string // an RRULE, or "" for a single date
	days   schedule.Days
	anchor schedule.Date
	every  int // weeks or months
	span   schedule.Span
	dates  []schedule.Date
	notes  string
	ends   bool // it has a last day in the time that is read
}

// knownUntil returns the last day of which the directory says everything: that of the service
// of which it knows least, leaving aside those that end within a year.
func (c *converter) knownUntil() schedule.Date {
	until := c.Today.Add(farthest)
	for _, s := range c.services {
		last := schedule.Date(0)
		for _, e := range s.allSchedules() {
			if e.Count.whole() == 0 {
				last = max(last, cmp.Or(dateOf(e.To), until))
			}
		}
		if last >= c.Today.Add(yearAhead) {
			until = min(until, last)
		}
	}
	return until
}

// allSchedules are those of the service and of the places where it is, each once.
func (s *service) allSchedules() []entry {
	all := slices.Clone(s.Schedules)
	for _, v := range s.Visits {
		for _, e := range v.Schedules {
			e.VisitID = cmp.Or(e.VisitID, v.ID)
			again := func(other entry) bool { return e.ID != "" && other.ID == e.ID }
			if !slices.ContainsFunc(s.Schedules, again) {
				all = append(all, e)
			}
		}
	}
	return all
}

// sessionsOf reads a schedule, or says what is odd about it.
func (c *converter) sessionsOf(e entry) (s sessions, odd string) {
	rule, ok := e.rule()
	if !ok {
		return s, oddRule
	}
	s.days, ok = schedule.ReadRRule(rule)
	start := dateOf(e.Start)
	if e.Count.whole() > 0 && start == 0 && e.From == e.To {
		start = dateOf(e.From)
	}
	if !ok || start == 0 && (s.days.NeedsAnchor() || e.Count.whole() > 0) || e.badDates() {
		return s, oddRule
	}
	s.rule, s.anchor, s.every, s.notes = rule, start, max(1, e.Interval.whole()), plain(e.Notes)
	end := cmp.Or(earliest(dateOf(e.To), dateOf(e.Until)), c.until+1)
	s.ends = end <= c.until || e.Count.whole() > 0
	in := schedule.Period{From: max(dateOf(e.From), start), Until: min(end, c.until)}
	if in.From == 0 {
		in.From = c.Today
	}
	if e.Count.whole() > 0 {
		in.From = start // so as to count those of before as well
	}
	if e.Count.whole() > 0 && s.on(start, start) == 0 {
		return s, oddRule // RFC 5545 leaves open what is counted then
	}
	s.collect(in, e.Count.whole(), max(c.Today, dateOf(e.From)))
	if e.Count.whole() == 1 || len(s.dates) == 1 && dateOf(e.From) == end {
		s.rule = ""
	}
	odd = s.readHours(e)
	return s, odd
}

// collect lists the dates of the rule in a period from a day on. A count is of all of them.
func (s *sessions) collect(in schedule.Period, count int, from schedule.Date) {
	if in.From > in.Until {
		return
	}
	n := 0
	for date := range s.days.Dates(s.anchor, in) {
		if n++; count > 0 && n > count {
			break
		}
		if date >= from {
			s.dates = append(s.dates, date)
		}
	}
}

// badDates reports whether a date is there that we cannot read.
func (e entry) badDates() bool {
	return slices.ContainsFunc([]string{e.From, e.To, e.Start, e.Until}, func(text string) bool { return text != "" && dateOf(text) == 0 })
}

func earliest(a, b schedule.Date) schedule.Date {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// rule returns the rule as an RRULE. Without weekdays a weekly rule is on that of its start
// (RFC 5545, section 3.3.10).
func (e entry) rule() (string, bool) {
	freq, days := strings.ToUpper(e.Freq), strings.ToUpper(strings.Join(strings.Fields(e.ByDay), ""))
	start := cmp.Or(dateOf(e.Start), dateOf(e.From))
	single := start != 0 && (e.Count.whole() == 1 || start == earliest(dateOf(e.To), dateOf(e.Until)))
	switch {
	case e.ByMonthDay != "" || e.ByYearDay != "" || e.ByWeek != "" || e.Interval.whole() < 0 || e.Count.whole() < 0:
		return "", false
	case e.Interval.whole() > 1 && e.WeekStart != "" && strings.ToUpper(e.WeekStart) != "MO":
		return "", false
	case days == "" && (freq == "WEEKLY" && dateOf(e.Start) != 0 || single):
		freq, days = "WEEKLY", strings.ToUpper(start.Weekday().String()[:2])
	case freq == "" && days == "":
		return "", false
	}
	rule := "FREQ=" + freq
	if e.Interval.whole() > 1 {
		rule += ";INTERVAL=" + strconv.Itoa(e.Interval.whole())
	}
	return rule + ";BYDAY=" + inOrder(days), true
}

// inOrder puts weekdays in the order in which our rules have them.
func inOrder(days string) string {
	const week = "MOTUWETHFRSASU"
	list := strings.Split(days, ",")
	slices.SortStableFunc(list, func(a, b string) int {
		if len(a) < 2 || len(b) < 2 {
			return 0
		}
		return cmp.Or(cmp.Compare(nth(a), nth(b)), cmp.Compare(strings.Index(week, a[len(a)-2:]), strings.Index(week, b[len(b)-2:])))
	})
	return strings.Join(slices.Compact(list), ",")
}

// nth is the number before a weekday, where the last of the month comes last.
func nth(day string) int {
	n, _ := strconv.Atoi(day[:len(day)-2])
	if n < 0 {
		return 10 + n
	}
	return n
}

var clockForm = regexp.MustCompile(`^([01][0-9]|2[0-4]):([0-5][0-9])(?::[0-5][0-9])?(Z|[+-][0-9]{2}:?[0-9]{2})?$`)

// instant is a time of day, with its offset from UTC in seconds if it has one.
type instant struct {
	schedule.Clock
	ahead  int
	offset bool
}

func instantOf(s string) (t instant, ok bool) {
	m := clockForm.FindStringSubmatch(strings.ReplaceAll(strings.TrimSpace(s), " ", ""))
	if m == nil {
		return t, false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	t.Clock, t.offset = schedule.Clock(60*hour+minute), m[3] != ""
	if t.offset && m[3] != "Z" {
		digits := strings.ReplaceAll(m[3][1:], ":", "")
		hours, _ := strconv.Atoi(digits[:2])
		minutes, _ := strconv.Atoi(digits[2:])
		if t.ahead = 3600*hours + 60*minutes; m[3][0] == '-' {
			t.ahead = -t.ahead
		}
	}
	return t, t.Clock <= 24*60
}

// readHours works out what clocks here say on all dates of the schedule.
func (s *sessions) readHours(e entry) (odd string) {
	begin, ok := instantOf(e.Opens)
	end, too := instantOf(e.Closes)
	if !ok || !too {
		return oddHours
	}
	if s.span.Begin, odd = s.local(begin); odd != "" && odd != oddClock {
		return odd
	}
	var later string
	if s.span.End, later = s.local(end); later != "" {
		odd = later
	}
	if odd != oddOffset && s.span.Begin >= s.span.End {
		return oddHours
	}
	return odd
}

// local returns what clocks here say. HSDS writes a time with one offset from UTC, also for
// a rule that goes on after the clock has changed. With one of the two offsets of the
// Netherlands that can only mean the time on the clock.
func (s *sessions) local(t instant) (schedule.Clock, string) {
	if !t.offset || len(s.dates) == 0 {
		return t.Clock, ""
	}
	var found []schedule.Clock
	for _, date := range s.dates {
		_, ahead := date.At(t.Clock).Zone()
		clock := t.Clock + schedule.Clock((ahead-t.ahead)/60)
		if clock < 0 || clock > 24*60 {
			return 0, oddOffset
		}
		if !slices.Contains(found, clock) {
			found = append(found, clock)
		}
	}
	switch _, ahead := s.dates[0].At(t.Clock).Zone(); {
	case len(found) == 1 && (found[0] == t.Clock || !dutch(t.ahead)):
		return found[0], ""
	case dutch(t.ahead) && dutch(ahead):
		return t.Clock, oddClock
	}
	return 0, oddOffset
}

func dutch(ahead int) bool { return ahead == 3600 || ahead == 7200 }

// dateOf reads a date, of which some systems also give the time. It is 0 if there is none.
func dateOf(s string) schedule.Date {
	if len(s) > len(time.DateOnly) && s[len(time.DateOnly)] == 'T' {
		s = s[:len(time.DateOnly)]
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return 0
	}
	date, err := schedule.ParseDate(s)
	if err != nil {
		return 0
	}
	return date
}

func clockText(c schedule.Clock) string { return fmt.Sprintf("%02d:%02d", c/60, c%60) }
