package generator_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/hsds"
	"pleinwijzer/generator/page"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/randomsite"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// The tests in truth_*_test.go check that all formats tell the same truth. Each format is
// expanded the way its consumers would, with the libraries that they use, and must give
// the dates, hours, places and cancellations of the catalog. That holds for every record,
// from tomorrow until the last day that the format covers. To add a format, write a file
// truth_x_test.go with its reader and add a line to formats.

var truthNow = time.Date(2026, time.November, 28, 12, 0, 0, 0, schedule.Amsterdam)

// heldDates is what a format says about one record: each time when it is held, and each
// time when it is cancelled, as "2026-12-01 10:00 - 12:00", followed by the street if the
// format has it.
type heldDates struct{ held, cancelled []string }

// format is one way in which the dates are published.
type format struct {
	name string
	// read returns what the files of a site say about a spreekuur, and the last day that
	// they cover.
	read func(*testing.T, truthSite, *catalog.Spreekuur) (heldDates, schedule.Date)
	// whether the format has streets and cancellations
	streets, cancels bool
}

var formats = []format{
	{"JSON", jsonTruth, true, true},
	{"iCalendar", icsTruth, true, false},
	{"HSDS", hsdsTruth, true, false},
	{"JSON-LD", linkedTruth, false, false},
	{"embed data", embedTruth, false, true},
	{"HTML page", pageTruth, false, false},
	{"HTML week", weekTruth, false, false},
	{"CSV", csvTruth, false, false},
}

// truthSite is a directory with all its rendered files.
type truthSite struct {
	*catalog.Catalog
	files map[string][]byte
}

func (s truthSite) last() schedule.Date { return recurrence.KnownAt(s.Today) }

func TestOneTruth(t *testing.T) {
	directories := 20
	if testing.Short() {
		directories = 3
	}
	sites := map[string]truthSite{"sample": buildTruth(t, sampleContent(t))}
	for seed := range directories {
		sites[fmt.Sprintf("random %d", seed)] = randomTruth(t, uint64(seed))
	}
	sites["federated"] = buildTruth(t, regionOf(t, randomTruth(t, 50)))
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			compared, differed := 0, 0
			for _, name := range slices.Sorted(maps.Keys(sites)) {
				site := sites[name]
				for _, s := range site.Spreekuren {
					got, until := f.read(t, site, s)
					n, wrong := f.compare(t, name, s, got, truthOf(site, s, until, f))
					compared, differed = compared+n, differed+wrong
				}
			}
			t.Logf("%d dates compared, %d differed", compared, differed)
			if compared == 0 {
				t.Error("nothing was compared")
			}
		})
	}
}

// truthOf returns what the catalog says, reduced to what the format can express.
func truthOf(site truthSite, s *catalog.Spreekuur, until schedule.Date, f format) heldDates {
	var truth heldDates
	for o := range s.Between(site.Today+1, until) {
		span := o.Span
		if o.Cancelled() && o.Regular != (schedule.Span{}) {
			span = o.Regular
		}
		line := truthLine(o.Date.String(), span.Begin.String(), span.End.String(), "")
		if f.streets && !o.Cancelled() {
			line += " " + o.Adres().Straat
		}
		if o.Cancelled() {
			truth.cancelled = append(truth.cancelled, line)
		} else {
			truth.held = append(truth.held, line)
		}
	}
	return truth
}

func truthLine(date, begin, end, street string) string {
	return strings.TrimSpace(date + " " + begin + " - " + end + " " + street)
}

func (f format) compare(t *testing.T, site string, s *catalog.Spreekuur, got, want heldDates) (compared, differed int) {
	t.Helper()
	pairs := [][2][]string{{got.held, want.held}}
	if f.cancels {
		pairs = append(pairs, [2][]string{got.cancelled, want.cancelled})
	}
	for i, pair := range pairs {
		got, want := sortedOnce(pair[0]), sortedOnce(pair[1])
		compared += len(want)
		what := [...]string{"held", "cancelled"}[i]
		for _, line := range got {
			if _, found := slices.BinarySearch(want, line); !found {
				differed++
				t.Errorf("%s, %s: %s is %s in the format alone", site, s.Slug, line, what)
			}
		}
		for _, line := range want {
			if _, found := slices.BinarySearch(got, line); !found {
				differed++
				t.Errorf("%s, %s: %s is not %s in the format", site, s.Slug, line, what)
			}
		}
	}
	return compared, differed
}

func sortedOnce(lines []string) []string {
	slices.Sort(lines)
	return slices.Compact(lines)
}

func sampleContent(t *testing.T) *content.Content {
	t.Helper()
	records, _, err := contentfs.Read(os.DirFS("../content"))
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func readTruth(t *testing.T, files map[string]string) *content.Content {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	return records
}

// truthRenderer makes the pages of one site after another, for tests that do not run side
// by side.
var truthRenderer = sync.OnceValues(func() (*page.Renderer, error) { return page.New(layouts.Files, static.Files, page.Kinds) })

// buildTruth renders the files of a site that programs read, and the pages of its
// records.
func buildTruth(t *testing.T, records *content.Content) truthSite {
	t.Helper()
	site := feedTruth(t, records)
	renderer, err := truthRenderer()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := renderer.Site(site.Catalog)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range slices.Concat(hsds.Files(site.Catalog), pages.Files) {
		kind, _, _ := strings.Cut(f.Path, "/")
		page := (kind == "spreekuren" || kind == "pleinen" || kind == "partners") && strings.Count(f.Path, "/") == 2 ||
			kind == "bron" && strings.Count(f.Path, "/") == 3 // of another directory, see regionOf
		data := path.Ext(f.Path) != ".html" && !strings.HasPrefix(f.Path, "zoeken/") && !strings.HasPrefix(f.Path, "static/")
		if page || data {
			site.render(t, f)
		}
	}
	return site
}

// feedTruth renders only the feeds and calendars of a site.
func feedTruth(t *testing.T, records *content.Content) truthSite {
	t.Helper()
	c, _ := catalog.Resolve(records, catalog.Options{Now: truthNow})
	site := truthSite{c, map[string][]byte{}}
	for _, f := range feed.Files(c) {
		site.render(t, f)
	}
	return site
}

func (s truthSite) render(t *testing.T, f publish.File) {
	t.Helper()
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		t.Fatal(f.Path, err)
	}
	s.files[f.Path] = b.Bytes()
}

func randomContent(t *testing.T, seed uint64) *content.Content {
	t.Helper()
	return readTruth(t, randomsite.Files(seed, randomsite.Shape{Pleinen: 6, Partners: 4, Spreekuren: 30}))
}

func randomTruth(t *testing.T, seed uint64) truthSite {
	t.Helper()
	return buildTruth(t, randomContent(t, seed))
}
