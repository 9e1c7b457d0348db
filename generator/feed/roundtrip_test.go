package feed

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	ical "github.com/emersion/go-ical"
	"github.com/teambition/rrule-go"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
)

// The reader here is go-ical with rrule-go: what it makes of a calendar has to
// be what the catalog says, date by date.

func TestCalendarsAgainstCatalog(t *testing.T) {
	for name, c := range map[string]*catalog.Catalog{
		"small": site(t, small), "shipped": shipped(t), "random": site(t, randomSite(27)),
	} {
		t.Run(name, func(t *testing.T) {
			count := map[schedule.Status]int{}
			for _, plein := range c.Pleinen {
				read := readCalendar(t, render(t, c, "pleinen/"+plein.Slug+"/spreekuren.ics"), c)
				for _, s := range plein.Spreekuren {
					compare(t, s, read[s.ID.String()], fromCatalog(s, c, count))
					delete(read, s.ID.String())
				}
				for id := range read {
					t.Errorf("%s: events of %s, which is not there", plein.Slug, id)
				}
			}
			t.Logf("dates by status: %v", count)
		})
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
			t.Errorf("%s (%s): %s is only in the calendar", s.Slug, s.Rule(), date)
			return
		}
	}
	for _, date := range want {
		if !slices.Contains(got, date) {
			t.Errorf("%s (%s): %s is only in the catalog", s.Slug, s.Rule(), date)
			return
		}
	}
	t.Errorf("%s (%s): a date is there twice", s.Slug, s.Rule())
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

func fromCatalog(s *catalog.Spreekuur, c *catalog.Catalog, count map[schedule.Status]int) []string {
	var dates []string
	for o := range s.Between(schedule.NewDate(2026, 1, 1), c.Today.Add(recurrence.Horizon)) {
		dates = append(dates, dateText(o.Begin(), o.End(), o.Cancelled(), o.Adres.Straat))
		count[o.Status]++
	}
	return dates
}

// readCalendar gives the dates in the calendar by the id of the spreekuur.
func readCalendar(t *testing.T, text string, c *catalog.Catalog) map[string][]string {
	t.Helper()
	cal, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	masters, changes := map[string]ical.Event{}, map[string][]ical.Event{}
	for _, e := range cal.Events() {
		uid := e.Props.Get("UID").Value
		if e.Props.Get("RECURRENCE-ID") != nil {
			changes[uid] = append(changes[uid], e)
		} else if _, double := masters[uid]; double {
			t.Errorf("two events have the UID %s", uid)
		} else {
			masters[uid] = e
		}
	}
	dates := map[string][]string{}
	for uid, e := range masters {
		id := uid[:36]
		dates[id] = append(dates[id], readSeries(t, e, changes[uid], c)...)
		delete(changes, uid)
	}
	for uid := range changes {
		t.Errorf("changes of %s, which is not there", uid)
	}
	return dates
}

func readSeries(t *testing.T, e ical.Event, changes []ical.Event, c *catalog.Catalog) []string {
	t.Helper()
	begin, end := moment(t, e, "DTSTART"), moment(t, e, "DTEND")
	lasts := end.Sub(begin)
	dates := map[time.Time]string{}
	for _, at := range expand(t, e, begin, c) {
		dates[at.UTC()] = dateText(at, at.Add(lasts), cancelled(e), street(t, e))
	}
	for _, change := range changes {
		at := moment(t, change, "RECURRENCE-ID").UTC()
		if _, ok := dates[at]; !ok {
			t.Errorf("%s: a change of %s, which is no date of the series", e.Props.Get("UID").Value, at)
		}
		dates[at] = dateText(moment(t, change, "DTSTART"), moment(t, change, "DTEND"), cancelled(change), street(t, change))
	}
	return slices.Collect(maps.Values(dates))
}

// expand gives the begin of each date of a series in the window.
func expand(t *testing.T, e ical.Event, begin time.Time, c *catalog.Catalog) []time.Time {
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
	from := schedule.NewDate(2026, 1, 1).At(0)
	return set.Between(from, c.Today.Add(recurrence.Horizon+1).At(0), true)
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
		zone, err := time.LoadLocation(p.Params.Get("TZID"))
		if err != nil {
			t.Fatal(err)
		}
		for value := range strings.SplitSeq(p.Value, ",") {
			at, err := time.ParseInLocation(icalLocal, value, zone)
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
