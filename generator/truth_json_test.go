package generator_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/teambition/rrule-go"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

type jsonHours struct{ Begin, Eind string }

type jsonRooster struct {
	RRule string
	Data  []string
	jsonHours
	Vanaf    string
	TotEnMet string `json:"tot_en_met"`
}

type jsonRecord struct {
	Slug, Status   string
	Rooster        []jsonRooster
	Uitzonderingen []struct {
		Datum, Status string
		jsonHours
		Was   jsonHours
		Adres string
	}
	Plein struct {
		Adres        string
		Verhuizingen []struct{ Vanaf, Adres string }
	}
}

// jsonTruth expands a record the way the page about the feeds instructs its readers.
func jsonTruth(t *testing.T, site truthSite, s *catalog.Spreekuur) (heldDates, schedule.Date) {
	t.Helper()
	var feed struct {
		GeldigTot  string `json:"geldig_tot"`
		Spreekuren []jsonRecord
	}
	decodeTruth(t, site, s.Plein.Page()[1:]+"spreekuren.json", &feed)
	until := truthDate(t, feed.GeldigTot)
	for _, record := range feed.Spreekuren {
		if record.Slug == strings.ReplaceAll(s.Slug, "/", "-") {
			return record.expand(t, site.Today+1, until), until
		}
	}
	if s.Active() {
		t.Errorf("%s is not in the feed of its plein", s.Slug)
	}
	return heldDates{}, until
}

func (r jsonRecord) expand(t *testing.T, first, until schedule.Date) heldDates {
	t.Helper()
	type slot struct {
		date string
		jsonHours
	}
	street := map[slot]string{}
	for _, entry := range r.Rooster {
		for _, date := range entry.dates(t, first, until) {
			street[slot{date, entry.jsonHours}] = r.door(date)
		}
	}
	var all heldDates
	for _, u := range r.Uitzonderingen {
		if u.Datum < first.String() || u.Datum > until.String() { // some of later are told too
			continue
		}
		switch u.Status {
		case "vervalt":
			delete(street, slot{u.Datum, u.jsonHours})
			all.cancelled = append(all.cancelled, truthLine(u.Datum, u.Begin, u.Eind, ""))
		case "gewijzigd":
			delete(street, slot{u.Datum, u.Was})
		}
	}
	for _, u := range r.Uitzonderingen {
		if u.Status != "vervalt" && u.Datum >= first.String() && u.Datum <= until.String() {
			street[slot{u.Datum, u.jsonHours}] = r.door(u.Datum)
			if u.Adres != "" {
				street[slot{u.Datum, u.jsonHours}] = u.Adres
			}
		}
	}
	for at, where := range street {
		all.held = append(all.held, truthLine(at.date, at.Begin, at.Eind, where))
	}
	return all
}

// door returns the street of the plein on a date.
func (r jsonRecord) door(date string) string {
	street := r.Plein.Adres
	for _, move := range r.Plein.Verhuizingen {
		if move.Vanaf <= date {
			street = move.Adres
		}
	}
	return street
}

func (e jsonRooster) dates(t *testing.T, first, until schedule.Date) []string {
	t.Helper()
	dates := e.Data
	if e.RRule != "" {
		dates = nil
		start := first
		if e.Vanaf != "" {
			start = truthDate(t, e.Vanaf)
		}
		for _, at := range expandRule(t, e.RRule, start.At(0), first.At(0), until.At(0)) {
			dates = append(dates, at.Format(time.DateOnly))
		}
	}
	var within []string
	for _, date := range dates {
		if date >= first.String() && date <= until.String() && (e.TotEnMet == "" || date <= e.TotEnMet) {
			within = append(within, date)
		}
	}
	return within
}

// expandRule returns the instants of an RRULE between two moments, including both.
func expandRule(t *testing.T, text string, start, from, to time.Time) []time.Time {
	t.Helper()
	option, err := rrule.StrToROption(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	option.Dtstart = start
	rule, err := rrule.NewRRule(*option)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return rule.Between(from, to, true)
}

func decodeTruth(t *testing.T, site truthSite, name string, into any) {
	t.Helper()
	if err := json.Unmarshal(site.files[name], into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func truthDate(t *testing.T, text string) schedule.Date {
	t.Helper()
	date, err := schedule.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return date
}
