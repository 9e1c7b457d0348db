package main

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// TestOverview wants what visitors miss most on top, and a line for what is in order.
func TestOverview(t *testing.T) {
	today := schedule.NewDate(2026, 11, 22)
	reader := kept.NewReader(fstest.MapFS{})
	state := func(slug string, days int, until string, trouble *kept.Trouble) sourceState {
		lock := &kept.Lock{Trouble: trouble}
		if days >= 0 {
			lock.Files = []kept.File{{Name: "spreekuren.json", Made: today.Add(-days).At(0).Add(time.Hour), Until: until, Count: 12}}
		}
		source := &content.Source{Slug: slug, Titel: "Site " + slug, Adres: typed.Web("https://" + slug + ".example/feeds/v1/")}
		return sourceState{source, lock, reader}
	}
	var out bytes.Buffer
	telling{environment{stdout: &out, stderr: &out}}.overview([]sourceState{
		state("goed", 0, "2027-12-31", nil), state("laat", 4, "2027-12-31", nil),
		state("oud", 20, "2027-12-31", nil), state("nooit", -1, "", nil),
		state("vast", 1, "2027-12-31", &kept.Trouble{Since: "2026-11-20", Code: "bron-licentie"}), state("kort", 1, "2026-11-21", nil), state("ook-goed", 2, "2027-12-31", nil),
	}, today)
	var order []string
	for line := range bytes.Lines(out.Bytes()) {
		if name, _, ok := bytes.Cut(line, []byte(": Site")); ok {
			order = append(order, string(name))
		}
	}
	if want := []string{"kort", "nooit", "vast", "oud", "laat"}; !slices.Equal(order, want) {
		t.Errorf("%q, want %q", order, want)
	}
	for _, want := range []string{
		"7 bronnen, 2 in orde\n", "  goed      12 spreekuren  gemaakt op 2026-11-22  Site goed\n  ook-goed  12 spreekuren  gemaakt op 2026-11-20  Site ook-goed\n",
		"de tijden staan niet meer op de site",
	} {
		if !bytes.Contains(out.Bytes(), []byte(want)) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
