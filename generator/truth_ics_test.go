package generator_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// icsTruth reads the calendar of a spreekuur.
func icsTruth(t *testing.T, site truthSite, s *catalog.Spreekuur) (heldDates, schedule.Date) {
	t.Helper()
	data, ok := site.files[s.Page()[1:]+"spreekuur.ics"]
	if !ok {
		if s.Active() && !s.OnAppointment() {
			t.Errorf("%s has no calendar", s.Slug)
		}
		return heldDates{}, site.last()
	}
	return readICS(t, data, site.Today+1, site.last())[s.Page()], site.last()
}

// readICS expands a calendar. The result is by the page that each event links to.
func readICS(t *testing.T, data []byte, first, last schedule.Date) map[string]heldDates {
	t.Helper()
	calendar, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]heldDates{}
	for _, e := range calendar.Events() {
		if status := e.Props.Get("STATUS"); status != nil && status.Value == "CANCELLED" {
			continue // it need not say which page it belongs to
		}
		page := "/" + strings.SplitN(e.Props.Get("URL").Value, "/", 4)[3]
		begin, end := icsMoment(t, e, "DTSTART"), icsMoment(t, e, "DTEND")
		dates := []time.Time{begin}
		if rule := e.Props.Get("RRULE"); rule != nil {
			dates = expandRule(t, rule.Value, begin, first.At(0), last.At(24*60))
		}
		dates = append(dates, icsMoments(t, e, "RDATE")...)
		except := icsMoments(t, e, "EXDATE")
		one := all[page]
		for _, at := range dates {
			date := schedule.DateOf(at)
			if date < first || date > last || slices.ContainsFunc(except, at.Equal) {
				continue
			}
			one.held = append(one.held, truthLine(date.String(), at.Format("15:04"), icsEnd(begin, end, at), icsStreet(t, e)))
		}
		all[page] = one
	}
	return all
}

// icsEnd returns the time at which an occurrence ends: all last as long as the first one.
func icsEnd(begin, end, at time.Time) string {
	at = at.In(schedule.Amsterdam).Add(end.Sub(begin))
	if at.Format("15:04") == "00:00" {
		return "24:00"
	}
	return at.Format("15:04")
}

func icsMoment(t *testing.T, e ical.Event, name string) time.Time {
	t.Helper()
	at, err := e.Props.DateTime(name, nil)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func icsMoments(t *testing.T, e ical.Event, name string) []time.Time {
	t.Helper()
	var all []time.Time
	for _, p := range e.Props.Values(name) {
		for value := range strings.SplitSeq(p.Value, ",") {
			at, err := time.ParseInLocation("20060102T150405", value, schedule.Amsterdam)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, at)
		}
	}
	return all
}

// icsStreet finds the street in a LOCATION of the form "building, street, place" or
// "street, place".
func icsStreet(t *testing.T, e ical.Event) string {
	t.Helper()
	text, err := e.Props.Text("LOCATION")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(text, ", ")
	return parts[len(parts)-2]
}

// TestCalendarsAreSums checks that the calendars of a plein, a partner and a topic
// contain exactly what is in the calendars of their spreekuren, and that of a plein also
// the dates of its guests.
func TestCalendarsAreSums(t *testing.T) {
	for _, files := range []truthSite{feedTruth(t, sampleContent(t)), feedTruth(t, randomContent(t, 21))} {
		compare := func(page string, spreekuren []*catalog.Spreekuur, guests map[string]heldDates) {
			data, ok := files.files[page[1:]+"spreekuren.ics"]
			if !ok {
				return
			}
			whole := readICS(t, data, files.Today+1, files.last())
			want := guests
			for _, s := range spreekuren {
				want[s.Page()], _ = icsTruth(t, files, s)
			}
			for at, one := range want {
				if !slices.Equal(sortedOnce(whole[at].held), sortedOnce(one.held)) {
					t.Errorf("%s: %s is not as in its own calendar", page, at)
				}
				delete(whole, at)
			}
			for at, one := range whole {
				if len(one.held) > 0 {
					t.Errorf("%s: has %s, which does not belong there", page, at)
				}
			}
		}
		for _, p := range files.Pleinen {
			compare(p.Page(), p.Spreekuren, files.guestsOf(p))
		}
		for _, p := range files.Partners {
			compare(p.Page(), p.Spreekuren, map[string]heldDates{})
		}
		for _, o := range files.Onderwerpen {
			compare(o.Page(), o.Spreekuren, map[string]heldDates{})
		}
	}
}

// guestsOf returns the dates at a plein of spreekuren that belong to another plein.
func (s truthSite) guestsOf(p *catalog.Plein) map[string]heldDates {
	guests := map[string]heldDates{}
	for _, x := range p.Gasten {
		var one heldDates
		for o := range x.Between(s.Today+1, s.last()) {
			if o.Plein == p && !o.Cancelled() {
				one.held = append(one.held, truthLine(o.Date.String(), o.Span.Begin.String(), o.Span.End.String(), o.Adres().Straat))
			}
		}
		guests[x.Page()] = one
	}
	return guests
}
