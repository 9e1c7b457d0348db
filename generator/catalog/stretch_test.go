package catalog_test

import (
	"fmt"
	"slices"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

func showStretch(st catalog.Stretch) string {
	if st.Closing() {
		return fmt.Sprint(st.From, "/", st.Until, " vervalt: ", why(st.Why))
	}
	return show(st.Occurrence)
}

// TestStretchesToTheEnd looks at lists that stop where something is not held.
func TestStretchesToTheEnd(t *testing.T) {
	const months = "[[afwijkend]]\nvan = \"2026-12-08\"\ntot_en_met = \"2027-02-28\"\nvervalt = true\nreden = \"Ziek\""
	for name, c := range map[string]struct {
		fields     []string
		last, want string
	}{
		"it begins on the last day": {[]string{months}, "2026-12-08",
			"2026-11-24 10:00, 2026-12-01 10:00, 2026-12-08/2027-02-28 vervalt: Ziek, 2027-03-02 10:00"},
		"it begins after it": {[]string{months}, "2026-12-07", "2026-11-24 10:00, 2026-12-01 10:00"},
		"one date": {[]string{"[[afwijkend]]\ndatum = \"2026-12-08\"\nvervalt = true\nreden = \"Ziek\""}, "2026-12-08",
			"2026-11-24 10:00, 2026-12-01 10:00, 2026-12-08 10:00 vervalt: Ziek, 2026-12-15 10:00"},
		"there is nothing after it": {[]string{months, `tot_en_met = "2027-01-31"`}, "2026-12-08",
			"2026-11-24 10:00, 2026-12-01 10:00, 2026-12-08/2027-02-28 vervalt: Ziek"},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := base(t)
			slices.Reverse(c.fields) // fields before blocks
			spreekuur(fsys, "x", c.fields...)
			s := find(t, resolve(t, fsys, catalog.Options{Now: wall("2026-11-24 09:00")}), "x")
			last, _ := schedule.ParseDate(c.last)
			if got := names(slices.Collect(s.Stretches(last)), showStretch); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestStretchHere has a spreekuur that goes to another plein twice, of which it is
// closed once, and to a third.
func TestStretchHere(t *testing.T) {
	fsys := base(t)
	spreekuur(fsys, "x", "[[afwijkend]]\nvan = \"2026-11-24\"\ntot_en_met = \"2026-12-20\"\nplein = \"plein-goirle\"",
		"[[afwijkend]]\nvan = \"2026-12-21\"\ntot_en_met = \"2026-12-29\"\nvervalt = true")
	c := resolve(t, fsys, catalog.Options{Now: wall("2026-11-20 10:00")})
	last, _ := schedule.ParseDate("2026-12-31")
	for plein, want := range map[string]string{
		"plein-waalwijk": "2026-11-24 10:00 bij plein-goirle, 2026-12-01 10:00 bij plein-goirle, 2026-12-08 10:00 bij plein-goirle, 2026-12-15 10:00 bij plein-goirle, 2026-12-21/2026-12-29 vervalt: , 2027-01-05 10:00",
		"plein-goirle":   "2026-11-24 10:00 bij plein-goirle, 2026-12-01 10:00 bij plein-goirle, 2026-12-08 10:00 bij plein-goirle, 2026-12-15 10:00 bij plein-goirle",
	} {
		i := slices.IndexFunc(c.Pleinen, func(p *catalog.Plein) bool { return p.Slug == plein })
		var here []catalog.Stretch
		for st := range find(t, c, "x").Stretches(last) {
			if st, ok := st.Here(c.Pleinen[i]); ok {
				here = append(here, st)
			}
		}
		if got := names(here, showStretch); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", plein, got, want)
		}
	}
}

// TestThisWeek asks on a Tuesday at which hours it is held in the seven days from
// now on.
func TestThisWeek(t *testing.T) {
	for now, want := range map[string]bool{
		"2026-11-24 09:00": true,
		"2026-11-24 13:00": true, // that of today has been: the next is within a week
		"2026-11-18 10:00": true,
	} {
		fsys := base(t)
		spreekuur(fsys, "x")
		uren := find(t, resolve(t, fsys, catalog.Options{Now: wall(now)}), "x").Uren()
		if len(uren) != 1 || uren[0].ThisWeek() != want {
			t.Errorf("%s: %v", now, uren)
		}
	}
	fsys := base(t)
	spreekuur(fsys, "x", "[[afwijkend]]\ndatum = \"2026-11-24\"\nvervalt = true")
	uren := find(t, resolve(t, fsys, catalog.Options{Now: wall("2026-11-24 09:00")}), "x").Uren()
	if len(uren) != 1 || uren[0].ThisWeek() {
		t.Errorf("cancelled today, and held again in a week and an hour: %v", uren)
	}
}

// TestUrenToCome leaves out an hour that has been held for the last time, and one that
// is another's already.
func TestUrenToCome(t *testing.T) {
	for name, c := range map[string]struct {
		fields []string
		want   int
	}{
		"later today":     {[]string{`tot_en_met = "2026-11-24"`, `tijd = "14-15"`}, 1},
		"over":            {[]string{`tot_en_met = "2026-11-24"`}, 0},
		"cancelled today": {[]string{`tot_en_met = "2026-11-24"`, "[[afwijkend]]\ndatum = \"2026-11-24\"\nvervalt = true"}, 1},
		"twice":           {[]string{"dag = -", "tijd = -", "[[tijden]]\ndag = \"dinsdag\"\ntijd = \"10-12\"\n[[tijden]]\ndag = \"1e dinsdag van de maand\"\ntijd = \"10-12\""}, 1},
	} {
		fsys := base(t)
		spreekuur(fsys, "x", c.fields...)
		if uren := find(t, resolve(t, fsys, catalog.Options{Now: wall("2026-11-24 13:00")}), "x").Uren(); len(uren) != c.want {
			t.Errorf("%s: %v, want %d", name, uren, c.want)
		}
	}
}
