package catalog_test

import (
	"fmt"
	"slices"
	"testing"

	"pleinwijzer/generator/catalog"
)

// TestChanges tells what is different of a spreekuur on two days of the week, and of
// its hour on the first.
func TestChanges(t *testing.T) {
	const cancelled = "vervalt = true\nreden = \"Ziek\""
	for name, c := range map[string]struct{ exceptions, all, tuesday string }{
		"nothing": {"", "", ""},
		"one date": {"[[afwijkend]]\ndatum = \"2026-12-01\"\n" + cancelled,
			"2026-12-01 10:00 vervalt: Ziek", "2026-12-01 10:00 vervalt: Ziek"},
		"not on this day": {"[[afwijkend]]\ndatum = \"2026-12-02\"\n" + cancelled, "2026-12-02 10:00 vervalt: Ziek", ""},
		"a week": {"[[afwijkend]]\nvan = \"2026-11-30\"\ntot_en_met = \"2026-12-04\"\n" + cancelled,
			"2026-11-30/2026-12-04 vervalt: Ziek", "2026-12-01 10:00 vervalt: Ziek"},
		"months": {"[[afwijkend]]\nvan = \"2026-11-30\"\ntot_en_met = \"2027-03-31\"\n" + cancelled,
			"2026-11-30/2027-03-31 vervalt: Ziek", "2026-11-30/2027-03-31 vervalt: Ziek"},
		"weeks at another plein": {"[[afwijkend]]\nvan = \"2026-11-30\"\ntot_en_met = \"2026-12-18\"\nplein = \"plein-goirle\"",
			"2026-11-30/2026-12-18 bij plein-goirle", "2026-11-30/2026-12-18 bij plein-goirle"},
		"but not all of them": {"[[afwijkend]]\nvan = \"2026-11-30\"\ntot_en_met = \"2026-12-18\"\nplein = \"plein-goirle\"\n[[afwijkend]]\ndatum = \"2026-12-08\"\nvervalt = true",
			"2026-11-30/2026-12-07 bij plein-goirle, 2026-12-08 10:00 vervalt: , 2026-12-09/2026-12-18 bij plein-goirle",
			"2026-12-01 10:00 bij plein-goirle, 2026-12-08 10:00 vervalt: , 2026-12-15 10:00 bij plein-goirle"},
		"two dates, not the one between": {"[[afwijkend]]\ndatum = \"2026-12-01\"\ntijd = \"13-14\"\n[[afwijkend]]\ndatum = \"2026-12-15\"\ntijd = \"13-14\"",
			"2026-12-01 13:00 anders, 2026-12-15 13:00 anders", "2026-12-01 13:00 anders, 2026-12-15 13:00 anders"},
		"two extra ones": {"[[afwijkend]]\ndatum = \"2026-12-03\"\ntijd = \"13-14\"\n[[afwijkend]]\ndatum = \"2026-12-04\"\ntijd = \"13-14\"",
			"2026-12-03 13:00 anders, 2026-12-04 13:00 anders", ""},
		"after the last day": {"[[afwijkend]]\ndatum = \"2027-02-02\"\n" + cancelled, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := base(t)
			spreekuur(fsys, "x", `dag = "dinsdag en woensdag"`, c.exceptions)
			s := find(t, resolve(t, fsys, catalog.Options{Now: wall("2026-11-24 09:00")}), "x")
			last := date("2027-01-05")
			if got := names(s.Changes(last), showRun); got != c.all {
				t.Errorf("got  %s\nwant %s", got, c.all)
			}
			ahead := slices.Collect(s.Stretches(last))
			if got := names(s.Uren()[0].Changes(ahead, last), showRun); got != c.tuesday {
				t.Errorf("of Tuesday\ngot  %s\nwant %s", got, c.tuesday)
			}
		})
	}
}

func showRun(st catalog.Stretch) string {
	if st.Closing() && !st.Cancelled() {
		return fmt.Sprint(st.From, "/", st.Until, " bij ", st.Plein.Slug)
	}
	return showStretch(st)
}
