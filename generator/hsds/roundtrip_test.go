package hsds

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/teambition/rrule-go"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
)

// These tests read the files with rrule-go and take the schedules literally: a rule that
// starts at dtstart, within valid_from and valid_to, at the offset in its times.

// readSchedule is a schedule as a consumer sees it.
type readSchedule struct {
	ID                  string  `json:"id"`
	ServiceAtLocationID string  `json:"service_at_location_id"`
	ValidFrom           string  `json:"valid_from"`
	ValidTo             string  `json:"valid_to"`
	DTStart             string  `json:"dtstart"`
	Timezone            float64 `json:"timezone"`
	Until               string  `json:"until"`
	Count               int     `json:"count"`
	WKST                string  `json:"wkst"`
	Freq                string  `json:"freq"`
	Interval            int     `json:"interval"`
	ByDay               string  `json:"byday"`
	OpensAt             string  `json:"opens_at"`
	ClosesAt            string  `json:"closes_at"`
}

type readVisit struct {
	ID       string `json:"id"`
	Location struct {
		ID        string `json:"id"`
		Addresses []struct {
			Street string `json:"address_1"`
		} `json:"addresses"`
	} `json:"location"`
	Schedules []readSchedule `json:"schedules"`
}

type readService struct {
	Schedules []readSchedule `json:"schedules"`
	Visits    []readVisit    `json:"service_at_locations"`
}

func read[T any](t *testing.T, text string) T {
	t.Helper()
	var record T
	if err := json.Unmarshal([]byte(text), &record); err != nil {
		t.Fatal(err)
	}
	return record
}

func TestSchedulesAgainstCatalog(t *testing.T) {
	random := 2000
	if testing.Short() {
		random = 200
	}
	for name, c := range map[string]*catalog.Catalog{
		"small": site(t, small), "shipped": shipped(t), "random": site(t, randomSite(4, random)),
	} {
		t.Run(name, func(t *testing.T) {
			files := renderAll(t, c)
			dates, schedules := 0, 0
			for _, s := range c.Spreekuren {
				if s.Ended() {
					continue
				}
				known := recurrence.Known(c, s.Plein)
				if known.Until < c.Today+recurrence.Horizon {
					t.Errorf("known up to %s only", known.Until)
				}
				service := read[readService](t, files["hsds/services/"+s.ID.String()+".json"])
				schedules += len(service.Schedules)
				want := fromCatalog(s, c.Today, known.Until)
				dates += len(want)
				compare(t, s, "service", expandService(t, service, c.Today, known.Until), want)
				compare(t, s, "service_at_locations", expandVisits(t, files, service, c.Today, known.Until), want)
			}
			t.Logf("%d dates in %d schedules", dates, schedules)
			if dates == 0 {
				t.Error("nothing was compared")
			}
		})
	}
}

// dateText formats one date the same way for both sides of the comparison. The street
// identifies the location.
func dateText(begin, end time.Time, street string) string {
	return begin.UTC().Format(time.RFC3339) + " - " + end.UTC().Format(time.RFC3339) + " " + street
}

// fromCatalog returns the dates on which the spreekuur is held. An end at 24:00 is
// written as 23:59, as in HSDS.
func fromCatalog(s *catalog.Spreekuur, first, last schedule.Date) []string {
	var dates []string
	for o := range s.Between(first, last) {
		if o.Cancelled() {
			continue
		}
		end := o.End()
		if o.Span.End == 24*60 {
			end = end.Add(-time.Minute)
		}
		dates = append(dates, dateText(o.Begin(), end, o.Adres().Straat))
	}
	return dates
}

func compare(t *testing.T, s *catalog.Spreekuur, what string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if slices.Equal(got, want) {
		return
	}
	for _, date := range got {
		if !slices.Contains(want, date) {
			t.Errorf("%s (%v): %s is only in the %s", s.Slug, s.Schedule.Slots, date, what)
			return
		}
	}
	for _, date := range want {
		if !slices.Contains(got, date) {
			t.Errorf("%s (%v): %s is not in the %s", s.Slug, s.Schedule.Slots, date, what)
			return
		}
	}
	t.Errorf("%s (%s): a date is in the %s twice", s.Slug, s.Schedule.Slots, what)
}

func expandService(t *testing.T, service readService, first, last schedule.Date) []string {
	t.Helper()
	street := map[string]string{}
	for _, v := range service.Visits {
		street[v.ID] = v.Location.Addresses[0].Street
	}
	var dates []string
	for _, s := range service.Schedules {
		if street[s.ServiceAtLocationID] == "" {
			t.Errorf("a schedule is at %q, which is not in the service", s.ServiceAtLocationID)
		}
		dates = append(dates, s.expand(t, first, last, street[s.ServiceAtLocationID])...)
	}
	return dates
}

// expandVisits expands the schedules in the service_at_location files of a service.
func expandVisits(t *testing.T, files map[string]string, service readService, first, last schedule.Date) []string {
	t.Helper()
	var dates []string
	for i, v := range service.Visits {
		full := read[readVisit](t, files["hsds/service_at_locations/"+v.ID+".json"])
		if i > 0 && len(full.Schedules) == 0 {
			t.Errorf("%s is at a location without dates", v.ID)
		}
		for _, s := range full.Schedules {
			dates = append(dates, s.expand(t, first, last, full.Location.Addresses[0].Street)...)
		}
	}
	return dates
}

// expand returns the dates of a schedule within a period.
func (s readSchedule) expand(t *testing.T, first, last schedule.Date, street string) []string {
	t.Helper()
	rule := fmt.Sprintf("FREQ=%s;INTERVAL=%d;BYDAY=%s", s.Freq, s.Interval, s.ByDay)
	if s.WKST != "" {
		rule += ";WKST=" + s.WKST
	}
	option, err := rrule.StrToROption(rule)
	if err != nil {
		t.Fatalf("%s: %v", rule, err)
	}
	option.Dtstart = moment(t, s.DTStart, "00:00Z")
	option.Count = s.Count
	if s.Until != "" {
		option.Until = moment(t, s.Until, "00:00Z")
	}
	r, err := rrule.NewRRule(*option)
	if err != nil {
		t.Fatal(err)
	}
	if start := r.After(option.Dtstart, true); !start.Equal(option.Dtstart) {
		t.Errorf("%s: dtstart %s is not its first date, %s is", rule, s.DTStart, start)
	}
	from, to := max(s.ValidFrom, first.String()), min(s.ValidTo, last.String())
	if from > to {
		t.Errorf("%s: nothing of %s to %s is to come", rule, s.ValidFrom, s.ValidTo)
		return nil
	}
	var dates []string
	for _, day := range r.Between(moment(t, from, "00:00Z"), moment(t, to, "00:00Z"), true) {
		opens, closes := moment(t, day.Format(time.DateOnly), s.OpensAt), moment(t, day.Format(time.DateOnly), s.ClosesAt)
		dates = append(dates, dateText(opens, closes, street))
		if _, ahead := opens.Zone(); float64(ahead) != s.Timezone*3600 {
			t.Errorf("opens at %s in timezone %v", s.OpensAt, s.Timezone)
		}
		if opens.In(schedule.Amsterdam).Format("15:04") != s.OpensAt[:5] {
			t.Errorf("opens at %s on %s: not what clocks say", s.OpensAt, day.Format(time.DateOnly))
		}
	}
	return dates
}

// moment parses a date and a time with an offset.
func moment(t *testing.T, date, clock string) time.Time {
	t.Helper()
	at, err := time.Parse("2006-01-02T15:04Z07:00", date+"T"+clock)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// TestSplitOnlyWhereNeeded counts the schedules of a weekly rule over a year: two clock
// changes and one cancelled date split it into four.
func TestSplitOnlyWhereNeeded(t *testing.T) {
	c := site(t, map[string]string{
		"site.toml":         small["site.toml"],
		"partners/a.toml":   `naam = "A"`,
		"pleinen/a.toml":    strings.Replace(small["pleinen/elders.toml"], "naam =", "feestdagen = \"open\"\nnaam =", 1),
		"spreekuren/a.toml": "titel = \"A\"\nplein = \"a\"\npartner = \"a\"\ndag = \"dinsdag\"\ntijd = \"10.00 tot 12.00 uur\"\nin_een_zin = \"Zin.\"\ntekst = \"Tekst.\"\n[[afwijkend]]\ndatum = \"2026-12-08\"\nvervalt = true\n",
	})
	var got []string
	for _, s := range read[readService](t, renderAll(t, c)["hsds/services/"+c.Spreekuren[0].ID.String()+".json"]).Schedules {
		got = append(got, s.ValidFrom+" "+s.ValidTo+" "+s.OpensAt+" "+s.Until)
	}
	want := []string{
		"2026-10-27 2026-12-07 10:00+01:00 ", "2026-12-09 2027-03-29 10:00+01:00 ",
		"2027-03-30 2027-11-01 10:00+02:00 ", "2027-11-02 2028-01-21 10:00+01:00 ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
