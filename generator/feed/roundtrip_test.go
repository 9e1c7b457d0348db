package feed

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	ical "github.com/emersion/go-ical"
	"github.com/teambition/rrule-go"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// The reader here is go-ical with rrule-go: what it makes of a calendar has to
// be what the catalog says, date by date.

func TestCalendarsAgainstCatalog(t *testing.T) {
	for name, c := range map[string]*catalog.Catalog{
		"small": site(t, small), "shipped": shipped(t), "random": site(t, randomSiteOf(large(), 27)),
	} {
		t.Run(name, func(t *testing.T) {
			count := map[schedule.Kind]int{}
			files := rendered(t, c, ".ics")
			for _, s := range c.Spreekuren {
				calendar, there := files[s.Page()[1:]+"spreekuur.ics"]
				if s.OnAppointment() {
					if there {
						t.Errorf("%s has no hours, and a calendar", s.Slug)
					}
					continue
				}
				read := readCalendar(t, calendar)
				compareAll(t, s.Slug, []*catalog.Spreekuur{s}, read, count)
			}
			for _, page := range pages(c) {
				var own string
				for _, s := range page.spreekuren {
					own += events(files[s.Page()[1:]+"spreekuur.ics"])
				}
				guests, together := strings.CutPrefix(events(files[page.file("spreekuren.ics")]), own)
				if !together || guests != "" && len(page.guests()) == 0 {
					t.Errorf("%s: the calendar is not those of its spreekuren together", page.page)
				}
				for event := range strings.SplitSeq(strings.TrimSuffix(guests, endOfEvent), endOfEvent) {
					isOwn := func(s *catalog.Spreekuur) bool {
						return strings.Contains(events(files[s.Page()[1:]+"spreekuur.ics"]), event+endOfEvent)
					}
					if event != "" && !slices.ContainsFunc(page.guests(), isOwn) {
						t.Errorf("%s: the date of a guest is not in its own calendar: %s", page.page, event)
					}
				}
			}
			t.Logf("dates by status: %v", count)
		})
	}
}

const endOfEvent = "END:VEVENT\r\n"

// events is a calendar without its head.
func events(calendar string) string {
	_, rest, _ := strings.Cut(calendar, "END:VTIMEZONE\r\n")
	return strings.TrimSuffix(rest, "END:VCALENDAR\r\n")
}

// TestCalendarsAtOtherTimes reads the calendars on the first and the last day of a
// year, and around a year of 53 weeks.
func TestCalendarsAtOtherTimes(t *testing.T) {
	defer func(saved time.Time) { now = saved }(now)
	for _, date := range []string{"2026-01-01", "2026-12-31", "2027-01-01", "2030-01-01", "2032-12-31", "2033-01-02"} {
		day, err := schedule.ParseDate(date)
		if err != nil {
			t.Fatal(err)
		}
		now = day.At(600)
		c := site(t, randomSiteOf(large()/6, 53))
		for _, p := range c.Pleinen {
			read := readCalendar(t, render(t, c, p.Page()[1:]+"spreekuren.ics"))
			for _, s := range p.Gasten {
				compare(t, s, read[s.ID.String()], visitsIn(s, p))
				delete(read, s.ID.String())
			}
			compareAll(t, date+" "+p.Slug, p.Spreekuren, read, nil)
		}
	}
}

// TestCalendarForOutlook wants only what Outlook reads: no RDATE, no months in a rule
// by the week or by the month, and by the month
// one weekday at one place, that it does not count from five.
func TestCalendarForOutlook(t *testing.T) {
	monthly := regexp.MustCompile(`FREQ=MONTHLY;(?:INTERVAL=\d+;)?BYDAY=(-1|[1-4])[A-Z]{2};UNTIL`)
	rules := 0
	for path, text := range rendered(t, site(t, randomSite(27)), ".ics") {
		for line := range strings.SplitSeq(text, "\r\n") {
			rule, isRule := strings.CutPrefix(line, "RRULE:")
			switch {
			case strings.HasPrefix(line, "RDATE"):
				t.Errorf("%s: %s", path, line)
			case isRule && strings.Contains(rule, "BYMONTH=") && !strings.Contains(rule, "YEARLY"):
				t.Errorf("%s: %s", path, rule)
			case isRule && strings.Contains(rule, "MONTHLY"):
				if !monthly.MatchString(rule) {
					t.Errorf("%s: %s", path, rule)
				}
				rules++
			}
		}
	}
	if rules == 0 {
		t.Error("there are no rules by the month")
	}
}

// rendered are all files of that extension.
func rendered(t *testing.T, c *catalog.Catalog, extension string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, f := range Files(c) {
		if strings.HasSuffix(f.Path, extension) {
			files[f.Path] = renderFile(t, f)
		}
	}
	return files
}

// compareAll wants in a calendar, by the id of each spreekuur, what the catalog
// says of it.
func compareAll(t *testing.T, name string, spreekuren []*catalog.Spreekuur, read map[string][]string, count map[schedule.Kind]int) {
	t.Helper()
	for _, s := range spreekuren {
		compare(t, s, read[s.ID.String()], fromCatalog(s, count))
		delete(read, s.ID.String())
	}
	for id := range read {
		t.Errorf("%s: events of %s, which is not there", name, id)
	}
}

func compare(t *testing.T, s *catalog.Spreekuur, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if slices.Equal(got, want) {
		return
	}
	for _, date := range got {
		if !slices.Contains(want, date) {
			t.Errorf("%s (%v): %s is only in the calendar", s.Slug, s.Schedule.Slots, date)
			return
		}
	}
	for _, date := range want {
		if !slices.Contains(got, date) {
			t.Errorf("%s (%v): %s is only in the catalog", s.Slug, s.Schedule.Slots, date)
			return
		}
	}
	t.Errorf("%s (%v): a date is there twice", s.Slug, s.Schedule.Slots)
}

// dateText is one date as both sides say it. The street stands for the address.
func dateText(begin, end time.Time, cancelled bool, street string) string {
	status := "open"
	if cancelled {
		status = "cancelled"
	}
	return fmt.Sprintf("%s - %s %s %s", begin.In(schedule.Amsterdam).Format(time.RFC3339),
		end.In(schedule.Amsterdam).Format(time.RFC3339), status, street)
}

// fromCatalog gives the dates for two years and more.
func fromCatalog(s *catalog.Spreekuur, count map[schedule.Kind]int) []string {
	year := now.Year()
	var dates []string
	if s.Status != content.Running {
		for _, o := range stoppedDates(s, schedule.DateOf(now)) {
			if o.Date >= schedule.NewDate(year, 1, 1) {
				dates = append(dates, dateText(o.Begin(), o.End(), true, s.Plein.Adres(o.Date).Straat))
			}
		}
	}
	for o := range s.Between(schedule.NewDate(year, 1, 1), schedule.NewDate(year+2, 12, 31)) {
		dates = append(dates, dateText(o.Begin(), o.End(), o.Cancelled(), o.Adres().Straat))
		if count != nil {
			count[o.Kind]++
		}
	}
	return dates
}

// visitsIn gives the dates on which a spreekuur is at another plein than its own.
func visitsIn(s *catalog.Spreekuur, at *catalog.Plein) []string {
	year := now.Year()
	var dates []string
	for o := range s.Between(schedule.NewDate(year, 1, 1), schedule.NewDate(year+2, 12, 31)) {
		if o.Plein == at {
			dates = append(dates, dateText(o.Begin(), o.End(), o.Cancelled(), o.Adres().Straat))
		}
	}
	return dates
}

// readCalendar gives the dates in the calendar by the id of the spreekuur.
func readCalendar(t *testing.T, text string) map[string][]string {
	t.Helper()
	cal, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	known, dates := map[string]bool{}, map[string][]string{}
	for _, e := range cal.Events() {
		uid := e.Props.Get("UID").Value
		if known[uid] {
			t.Errorf("two events have the UID %s", uid)
		}
		known[uid] = true
		if e.Props.Get("RECURRENCE-ID") != nil {
			t.Errorf("%s has a RECURRENCE-ID, which FullCalendar ties to other series", uid)
		}
		dates[uid[:36]] = append(dates[uid[:36]], readSeries(t, e)...)
	}
	return dates
}

func readSeries(t *testing.T, e ical.Event) []string {
	t.Helper()
	begin, end := moment(t, e, "DTSTART"), moment(t, e, "DTEND")
	lasts := end.Sub(begin)
	var dates []string
	for _, at := range expand(t, e, begin) {
		dates = append(dates, dateText(at, at.Add(lasts), cancelled(e), street(t, e)))
	}
	return dates
}

// expand gives the begin of each date of a series from this year on, to far beyond
// what the catalog was asked for.
func expand(t *testing.T, e ical.Event, begin time.Time) []time.Time {
	t.Helper()
	var set rrule.Set
	set.DTStart(begin)
	if rule := e.Props.Get("RRULE"); rule != nil {
		option, err := rrule.StrToROption(rule.Value)
		if err != nil {
			t.Fatalf("%s: %v", rule.Value, err)
		}
		if until := "UNTIL="; strings.Contains(rule.Value, until) && !strings.HasSuffix(rule.Value, "Z") {
			t.Errorf("%s: UNTIL is not in UTC", rule.Value)
		}
		option.Dtstart = begin
		r, err := rrule.NewRRule(*option)
		if err != nil {
			t.Fatal(err)
		}
		if first := r.After(begin.AddDate(-1, 0, 0), true); !first.Equal(begin) {
			t.Errorf("%s: DTSTART %s is not its first date, %s is", rule.Value, begin, first)
		}
		set.RRule(r)
	} else {
		set.RDate(begin)
	}
	for _, at := range moments(t, e, "RDATE") {
		set.RDate(at)
	}
	for _, at := range moments(t, e, "EXDATE") {
		set.ExDate(at)
	}
	from := schedule.NewDate(now.Year(), 1, 1)
	return set.Between(from.At(0), from.Add(20*366).At(0), true)
}

func moment(t *testing.T, e ical.Event, name string) time.Time {
	t.Helper()
	at, err := e.Props.DateTime(name, nil)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func moments(t *testing.T, e ical.Event, name string) []time.Time {
	t.Helper()
	var all []time.Time
	for _, p := range e.Props.Values(name) {
		if strings.Contains(p.Value, ",") {
			t.Errorf("%s of several dates, of which FullCalendar reads the first", name)
		}
		zone, err := time.LoadLocation(p.Params.Get("TZID"))
		if err != nil {
			t.Fatal(err)
		}
		for value := range strings.SplitSeq(p.Value, ",") {
			at, err := time.ParseInLocation("20060102T150405", value, zone)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, at)
		}
	}
	return all
}

func cancelled(e ical.Event) bool {
	status := e.Props.Get("STATUS")
	return status != nil && status.Value == "CANCELLED"
}

// street finds the street in a LOCATION: "building, street, place" or without
// the building.
func street(t *testing.T, e ical.Event) string {
	t.Helper()
	text, err := e.Props.Text("LOCATION")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(text, ", ")
	return parts[len(parts)-2]
}
