package generator_test

import (
	"fmt"
	"hash/maphash"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// TestQuietNights makes the site that ships with the program on consecutive nights, from
// the same content. A file may change when a day that it mentions has passed, and on the
// night when it is its turn ([catalog.Catalog.Turn]), but most files must keep their
// bytes. Otherwise the whole site is uploaded every night, and caches of its files are
// useless.
func TestQuietNights(t *testing.T) {
	t.Parallel()
	nights := 4
	if browsertest.All() {
		nights = 7
	}
	changedInNights(t, "2027-01-11T02:30:00+01:00", nights, 4, nil)
}

// others are pages in most other languages. They change with the Dutch page, as
// TestQuietNights finds, so that many nights need not render them.
var others = regexp.MustCompile(`^(en|pl|tr|uk)/`)

// TestNightsOfAYear does the same for nights spread over a year.
func TestNightsOfAYear(t *testing.T) {
	t.Parallel()
	if !browsertest.All() {
		t.Skip("takes a minute")
	}
	for month := range 12 {
		first := instant(t, "2027-01-31T02:30:00+01:00").AddDate(0, 0, 28*month+month%3*5)
		changedInNights(t, first.Format(time.RFC3339), 1, 4, others)
	}
}

// TestNightsOfDecember does the same for four weeks in which the Christmas closures
// approach and pass. On some of those nights there is news for every page about a plein,
// so the limit of a quarter applies to the average.
func TestNightsOfDecember(t *testing.T) {
	t.Parallel()
	if !browsertest.All() {
		t.Skip("takes a minute")
	}
	const nights = 28
	changed, files := changedInNights(t, "2026-11-28T02:30:00+01:00", nights, 2, others)
	t.Logf("%d of %d on average", changed/nights, files)
	if changed/nights > files/4 {
		t.Error("on average more than a quarter of the files")
	}
}

// changedInNights checks that on each night at most one in oneOf files changes, but for
// those that it leaves out. It returns how many changed in all, and the number of files.
func changedInNights(t *testing.T, first string, nights, oneOf int, leftOut *regexp.Regexp) (changes, files int) {
	t.Helper()
	g := generator.New(generator.Folders{Content: os.DirFS("../content"), Layouts: layouts.Files, Static: static.Files})
	seed, before := maphash.MakeSeed(), map[string]uint64{}
	for night := range nights + 1 {
		site, err := g.Site(generator.Change{}, catalog.Options{Now: instant(t, first).AddDate(0, 0, night)})
		if err != nil {
			t.Fatal(err)
		}
		var changed []string
		now := make(map[string]uint64, len(site.Files))
		for _, f := range site.Files {
			if leftOut != nil && leftOut.MatchString(f.Path) {
				continue
			}
			var h maphash.Hash
			h.SetSeed(seed)
			if err := f.Render(&h); err != nil {
				t.Fatalf("%s: %v", f.Path, err)
			}
			now[f.Path] = h.Sum64()
			if now[f.Path] != before[f.Path] {
				changed = append(changed, f.Path)
			}
		}
		if before, files = now, len(now); night == 0 {
			continue
		}
		changes += len(changed)
		t.Logf("%s: %d of %d files changed", site.Now.Format("Mon 2 January"), len(changed), files)
		if len(changed) == 0 || len(changed) > files/oneOf {
			t.Errorf("more than 1 in %d of the files, or none; by kind: %s", oneOf, byKind(changed))
		}
	}
	return changes, files
}

// byKind counts files by the first and last element of their path.
func byKind(paths []string) string {
	count := map[string]int{}
	for _, path := range paths {
		parts := strings.Split(path, "/")
		count[parts[0]+"/…/"+parts[len(parts)-1]]++
	}
	kinds := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return count[b] - count[a] })
	var b strings.Builder
	for _, kind := range kinds[:min(len(kinds), 20)] {
		fmt.Fprintf(&b, "\n%6d %s", count[kind], kind)
	}
	return b.String()
}
