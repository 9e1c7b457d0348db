package feed

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// Other sites read our calendars with libraries of their own. What those show is
// compared here with what the catalog says.

// readersDays is how many days ahead it is compared.
const readersDays = 400

// expectation is what stands in calendars, for the scripts in .ci that read them.
type expectation struct {
	First string              `json:"first"`
	Last  string              `json:"last"`
	Files map[string][]string `json:"files"`
}

// TestReaders has the libraries in .ci read calendars.
func TestReaders(t *testing.T) {
	if os.Getenv("NODE_TESTS") == "" {
		t.Skip("set NODE_TESTS=1 to have JavaScript libraries read the calendars")
	}
	sites := map[string]*catalog.Catalog{"small": site(t, small), "agenda": site(t, agenda), "shipped": shipped(t)}
	for seed := range uint64(3) {
		sites[fmt.Sprintf("random%d", seed)] = site(t, randomSiteOf(120, 400+seed))
	}
	dir := t.TempDir()
	today := schedule.DateOf(now)
	want := expectation{today.String(), today.Add(readersDays).String(), map[string][]string{}}
	for name, c := range sites {
		expected := expectedIn(c, today, today.Add(readersDays))
		for path, text := range rendered(t, c, ".ics") {
			file := filepath.Join(dir, name, path)
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			lines := expected[path]
			if lines == nil {
				lines = []string{}
			}
			want.Files[name+"/"+path] = lines
		}
	}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "expected.json"), text, 0o666); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), "node", "calendars.mjs", dir)
	command.Dir = "../../.ci"
	out, err := command.CombinedOutput()
	if err != nil {
		t.Errorf("%v", err)
	}
	t.Logf("%s", out)
}

// expectedIn gives the lines of each calendar of the site.
func expectedIn(c *catalog.Catalog, first, last schedule.Date) map[string][]string {
	lines := map[string][]string{}
	of := map[*catalog.Spreekuur][]string{}
	for _, s := range c.Spreekuren {
		for o := range s.Between(first, last) {
			clock := func(at schedule.Clock) string { return local(o.Date, at) }
			of[s] = append(of[s], eventLine(wall(clock(o.Span.Begin)), wall(clock(o.Span.End)), o.Cancelled(), heading(o), location(o.Adres)))
		}
		lines[s.Page()[1:]+"spreekuur.ics"] = of[s]
	}
	for _, page := range pages(c) {
		for _, s := range page.spreekuren {
			lines[page.file("spreekuren.ics")] = append(lines[page.file("spreekuren.ics")], of[s]...)
		}
	}
	return lines
}

// wall is a time of iCalendar as ISO 8601 has it, to the minute.
func wall(ical string) string {
	return fmt.Sprintf("%s-%s-%sT%s:%s", ical[:4], ical[4:6], ical[6:8], ical[9:11], ical[11:13])
}

func eventLine(begin, end string, cancelled bool, title, place string) string {
	status := "on"
	if cancelled {
		status = "CANCELLED"
	}
	return strings.Join([]string{begin, end, status, title, place}, " | ")
}
