package catalog_test

import (
	"fmt"
	"testing"

	"pleinwijzer/generator/catalog"
)

// TestOpenPeriods has a plein that is open on Tuesdays, seen on a Saturday.
func TestOpenPeriods(t *testing.T) {
	closed := func(from, until string) string {
		return "[[afwijkend]]\nvan = \"" + from + "\"\ntot_en_met = \"" + until + "\"\ngesloten = true\n"
	}
	for name, c := range map[string]struct{ exceptions, want string }{
		"it has begun":                   {closed("2026-11-23", "2026-12-13"), "2026-11-23/2026-12-13 closed"},
		"it begins on a day off":         {closed("2026-11-30", "2026-12-13"), "2026-11-30/2026-12-13 closed"},
		"after an open day":              {closed("2026-12-03", "2026-12-13"), "2026-12-03/2026-12-13 closed"},
		"one after the other":            {closed("2026-11-23", "2026-12-06") + "reden = \"a\"\n" + closed("2026-12-07", "2026-12-20"), "2026-11-23/2026-12-06 closed, 2026-12-07/2026-12-20 closed"},
		"other hours on one of its days": {"[[afwijkend]]\ndatum = \"2026-12-01\"\ntijd = \"10-11\"\n", "2026-12-01/2026-12-01"},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := base(t)
			put(fsys, "pleinen/plein-waalwijk.md", "naam = \"Plein Waalwijk\"\nadres = \"Markt 1\"\npostcode = \"5141 AB\"\nplaats = \"Waalwijk\"\ntelefoon = \"013 000 00 01\"\n[openingstijden]\ndinsdag = \"9-17\"\n"+c.exceptions)
			all := resolve(t, fsys, catalog.Options{Now: wall("2026-11-28 12:00")})
			for _, p := range all.Pleinen {
				if p.Slug != "plein-waalwijk" {
					continue
				}
				got := names(p.OpenPeriods(all.Today, all.Today.Add(42)), func(p catalog.OpenPeriod) string {
					if p.Closed {
						return fmt.Sprint(p.From, "/", p.Until, " closed")
					}
					return fmt.Sprint(p.From, "/", p.Until)
				})
				if got != c.want {
					t.Errorf("got  %s\nwant %s", got, c.want)
				}
			}
		})
	}
}
