package catalog_test

import (
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// TestOnAppointment wants a spreekuur without dates to be there until its last day, and
// after those with hours in a list.
func TestOnAppointment(t *testing.T) {
	for _, c := range []struct {
		now, more string
		active    bool
	}{
		{"2026-11-28 12:00", "", true},
		{"2026-11-28 12:00", "vanaf = \"2027-01-04\"\n", true}, // it says so
		{"2026-11-28 12:00", "tot_en_met = \"2026-11-28\"\n", true},
		{"2026-11-28 12:00", "tot_en_met = \"2026-11-27\"\n", false},
		{"2026-11-28 12:00", "status = \"tijdelijk gestopt\"\n", false},
	} {
		fsys := base(t)
		put(fsys, "spreekuren/aa-afspraak.md", "titel = \"Aan huis\"\nplein = \"plein-waalwijk\"\npartner = \"seniorweb\"\n"+
			"dag = \"na telefonische afspraak\"\ntelefoon = \"013 000 00 01\"\nin_een_zin = \"Hulp.\"\n"+c.more)
		spreekuur(fsys, "zz-uren")
		cat := resolve(t, fsys, catalog.Options{Now: wall(c.now)})
		s := find(t, cat, "aa-afspraak")
		if s.Active() != c.active {
			t.Errorf("%q: active is %t", c.more, s.Active())
		}
		if n := len(s.Next(1)) + len(s.NextStretches(1)) + len(s.Uren()); n > 0 || s.Schedule.Next(cat.Today) != 0 {
			t.Errorf("%q: it has %d dates", c.more, n)
		}
		if s.Aanmelden != "verplicht" {
			t.Errorf("%q: aanmelden is %q", c.more, s.Aanmelden)
		}
		listed := catalog.Listed(cat.Spreekuren)
		if here := listed[len(listed)-1] == s; here != !s.Ended() {
			t.Errorf("%q: it is last in the list: %t", c.more, here)
		}
		if got := s.Schedule.Words(schedule.Point, cat.Today); c.more == "" && got != "op afspraak" {
			t.Errorf("it says %q", got)
		}
	}
}
