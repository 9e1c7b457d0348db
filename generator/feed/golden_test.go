package feed

import (
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/goldentest"
)

// telling are the feeds of the small site that a reviewer reads, and of those in JSON, the
// records that have most to tell.
var telling = map[string][]string{
	"feeds/v1/spreekuren.json": {"brieven", "klaar"}, "feeds/v1/pleinen.json": {"dorpsplein", "proef"}, "feeds/v1/partners.json": {"bieb"},
	"feeds/v1/agenda.json": {"markt"}, "feeds/v1/berichten.json": {"dicht"}, "feeds/pleinen.geojson": nil,
	"feeds/spreekuren.csv": nil, "feeds/gids.csv": nil, "feeds/berichten.atom": nil, "feeds/wijzigingen.atom": nil, "feeds/agenda.ics": nil,
	"spreekuren/brieven/spreekuur.ics": nil, "spreekuren/klaar/spreekuur.ics": nil, "spreekuren/weken/spreekuur.ics": nil,
}

// TestGolden keeps what the telling feeds say, and which records are in each file.
func TestGolden(t *testing.T) {
	c := site(t, small)
	texts := map[string]string{}
	var contents strings.Builder
	for _, f := range Files(c) {
		got := renderFile(t, f)
		if again := renderFile(t, f); got != again {
			t.Errorf("%s: not the same bytes the second time", f.Path)
		}
		if !strings.HasSuffix(f.Path, ".schema.json") { // which schema_test.go is about
			fmt.Fprintf(&contents, "%s: %s\n", f.Path, strings.Join(recordsIn(t, f.Path, got), ", "))
		}
		slugs, tells := telling[f.Path]
		name := strings.ReplaceAll(f.Path, "/", "_")
		switch {
		case !tells:
		case slugs != nil:
			for slug, text := range chosen(t, got, slugs) {
				texts[strings.Replace(name, ".json", "_"+slug+".json", 1)] = text
			}
		case path.Ext(name) == ".geojson":
			texts[name] = goldentest.JSON(t, []byte(got), 3)
		case path.Ext(name) == ".ics":
			texts[name] = shortCalendar(got)
		default:
			texts[name] = got
		}
	}
	texts["contents.txt"] = contents.String()
	goldentest.Keep(t, *update, texts)
}

// chosen are the head of a feed in JSON with each of these records.
func chosen(t *testing.T, feed string, slugs []string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, record := range records(t, feed) {
		if slug := slugOf(t, record); slices.Contains(slugs, slug) {
			texts[slug] = goldentest.JSON(t, record, 3)
		}
	}
	if len(texts) != len(slugs) {
		t.Errorf("of %q there are only %d", slugs, len(texts))
	}
	return texts
}

// records are those of a feed in JSON, as they are written.
func records(t *testing.T, feed string) []json.RawMessage {
	t.Helper()
	var all map[string]json.RawMessage
	if err := json.Unmarshal([]byte(feed), &all); err != nil {
		t.Fatal(err)
	}
	for _, value := range all {
		var list []json.RawMessage
		if json.Unmarshal(value, &list) == nil {
			return list
		}
	}
	return nil
}

func slugOf(t *testing.T, record json.RawMessage) string {
	t.Helper()
	var r struct {
		Slug       string
		Properties struct{ Slug string } // of GeoJSON
	}
	if err := json.Unmarshal(record, &r); err != nil {
		t.Fatal(err)
	}
	return r.Slug + r.Properties.Slug
}

var (
	timezone = regexp.MustCompile(`(?s)BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n`)
	summary  = regexp.MustCompile(`(?m)^SUMMARY(?:;[^:]*)?:(.*)\r$`)
	entry    = regexp.MustCompile(`(?s)<entry>.*?<title>(.*?)</title>`)
)

// recordsIn names what a feed is about, in its order: by slug, or by title with how many
// times it has it.
func recordsIn(t *testing.T, file, feed string) []string {
	t.Helper()
	var names []string
	switch path.Ext(file) {
	case ".json", ".geojson":
		for _, record := range records(t, feed) {
			names = append(names, slugOf(t, record))
		}
		return names
	case ".ics":
		for _, m := range summary.FindAllStringSubmatch(feed, -1) {
			names = append(names, m[1])
		}
	case ".atom":
		for _, m := range entry.FindAllStringSubmatch(feed, -1) {
			names = append(names, m[1])
		}
	case ".csv":
		return []string{fmt.Sprint(strings.Count(feed, "\n"), " rows")}
	default:
		t.Errorf("%s: what is in it?", file)
	}
	var counted []string
	for i, name := range names {
		if slices.Index(names, name) == i {
			n := len(slices.DeleteFunc(slices.Clone(names), func(other string) bool { return other != name }))
			counted = append(counted, fmt.Sprintf("%d × %s", n, name))
		}
	}
	return counted
}

// shortCalendar leaves out of a calendar the rules of summer time, the line ends, and of
// events in a row with one title all but two.
func shortCalendar(feed string) string {
	var out strings.Builder
	head, rest, _ := strings.Cut(timezone.ReplaceAllString(feed, "… of summer time\r\n"), beginEvent)
	out.WriteString(head)
	last, same := "", 0
	for _, e := range strings.Split(rest, beginEvent) {
		title := summary.FindString(e)
		if title != last {
			last, same = title, 0
		}
		if same++; same <= 2 {
			out.WriteString(beginEvent + e)
		} else if same == 3 {
			out.WriteString("… more like it\r\n")
		}
	}
	return strings.ReplaceAll(out.String(), "\r\n", "\n")
}

const beginEvent = "BEGIN:VEVENT\r\n"
