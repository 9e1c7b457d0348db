package catalog_test

import (
	"testing"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/history"
)

// TestChanged looks at when a page changed last: with its own file, and with that of what
// is held there.
func TestChanged(t *testing.T) {
	fsys := base(t)
	spreekuur(fsys, "brieven")
	day := func(n int) time.Time { return time.Date(2026, 11, n, 9, 0, 0, 0, time.UTC) }
	commit := func(at time.Time, path string) history.Commit {
		return history.Commit{Time: at, Files: []history.File{{Path: path}}}
	}
	log := []history.Commit{ // the newest first
		commit(day(28), "paginas/later.md"), // after the moment of the site
		commit(day(15), "paginas/over.md"),
		commit(day(12), "spreekuren/brieven.md"),
		commit(day(10), "pleinen/plein-waalwijk.md"),
		commit(day(3), "partners/seniorweb.md"),
	}
	c := resolve(t, fsys, catalog.Options{Now: day(20), History: log})
	for _, p := range c.Pleinen {
		if p.Slug == "plein-waalwijk" && !c.Changed(p).Equal(day(12)) {
			t.Errorf("the plein changed at %v", c.Changed(p))
		}
	}
	for _, s := range c.Spreekuren {
		if s.Slug == "brieven" && !c.Changed(s).Equal(day(12)) {
			t.Errorf("the spreekuur changed at %v", c.Changed(s))
		}
	}
	if !c.Changed(c.Site).Equal(day(15)) || !c.Changed(nil).Equal(day(15)) {
		t.Errorf("the site changed at %v", c.Changed(c.Site))
	}
	unknown := resolve(t, fsys, catalog.Options{Now: day(20)})
	for r := range unknown.Records() {
		if !unknown.Changed(r).IsZero() {
			t.Errorf("%s changed at %v, which nobody knows", r.Name(), unknown.Changed(r))
		}
	}
}

// TestTurn wants each page to have its turn once in seven days, not all on one, and never
// after today.
func TestTurn(t *testing.T) {
	turns := map[string]int{}
	sameDay := map[int]int{}
	for night := range 14 {
		c := resolve(t, base(t), catalog.Options{Now: time.Date(2026, 11, 28+night, 2, 0, 0, 0, time.UTC)})
		for r := range c.Records() {
			turn := c.Turn(r)
			if turn > c.Today || turn <= c.Today-7 {
				t.Fatalf("%s has its turn %d days ago", r.Page(), c.Today-turn)
			}
			if turn == c.Today {
				turns[r.Page()]++
				sameDay[night]++
			}
		}
	}
	for page, n := range turns {
		if n != 2 {
			t.Errorf("%s had %d turns in 14 nights", page, n)
		}
	}
	if len(sameDay) < 4 {
		t.Errorf("all have their turn in the same night: %v", sameDay)
	}
}
