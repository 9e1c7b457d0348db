package gids_test

import (
	"strings"
	"testing"
)

// TestPastClosings checks that a commit is found if it changes the days on which
// everything is closed, by adding, moving or removing a closing, but not if it changes
// another line of site.toml.
func TestPastClosings(t *testing.T) {
	r := newRepository(t)
	for name, text := range site {
		r.write(name, text)
	}
	r.commit("2026-09-01")
	const closing = "[[sluitingen]]\nvan = '2026-12-28'\ntot_en_met = '2026-12-31'\nreden = 'Kerst'\n"
	for _, edit := range []struct{ day, text string }{
		{"2026-09-10", closing},
		{"2026-09-11", "organisatie = 'Anders'\n" + closing},
		{"2026-09-12", "organisatie = 'Anders'\n" + strings.Replace(closing, "12-31", "12-30", 1)},
		{"2026-09-13", "organisatie = 'Anders'\n[feestdagen]\nkoningsdag = false\n" + strings.Replace(closing, "12-31", "12-30", 1)},
		{"2026-09-14", "organisatie = 'Anders'\n[feestdagen]\nkoningsdag = false\n"},
	} {
		r.write("site.toml", site["site.toml"]+edit.text)
		r.commit(edit.day)
	}
	c, past := r.catalog("2026-10-01"), r.past("2026-10-01")
	var got []string
	for _, change := range past.Of(c.Site.ID) {
		got = append(got, change.Time.Format("01-02")+" "+change.Key)
	}
	want := "09-14 dagen dicht\n09-13 dagen dicht\n09-12 afwijkend 2026-12-28\n09-12 dagen dicht\n09-10 afwijkend 2026-12-28\n09-10 dagen dicht"
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}
