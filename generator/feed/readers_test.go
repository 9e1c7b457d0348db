package feed

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// Other sites read our calendars with libraries of their own. What those show is
// compared here with what the catalog says.

// readersDays is how many days ahead it is compared.
const readersDays = 400

// randomReads is how many random sites are read, of so many spreekuren.
const (
	randomReads      = 4
	spreekurenToRead = 90
)

// expectation is what stands in calendars, for the scripts in .ci that read them.
type expectation struct {
	First string              `json:"first"`
	Last  string              `json:"last"`
	Files map[string][]string `json:"files"`
}

// TestReaders has the libraries in .ci read calendars: all those of the sites that
// are small, and of the random ones those of the pleinen, in which each spreekuur is.
func TestReaders(t *testing.T) {
	needsNode(t)
	dir := t.TempDir()
	today := schedule.DateOf(now)
	want := expectation{today.String(), today.Add(readersDays).String(), map[string][]string{}}
	take := func(name string, c *catalog.Catalog, beginning string) {
		expected := expectedIn(c, today, today.Add(readersDays))
		for path, text := range rendered(t, c, ".ics") {
			if strings.HasPrefix(path, beginning) {
				write(t, filepath.Join(dir, name, path), []byte(text))
				want.Files[name+"/"+path] = append([]string{}, expected[path]...)
			}
		}
	}
	take("agenda", site(t, agenda), "")
	take("shipped", shipped(t), "")
	for seed := range uint64(randomReads) {
		take(fmt.Sprintf("random%d", seed), site(t, randomSiteOf(spreekurenToRead, 400+seed)), "pleinen/")
	}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "expected.json"), text)
	runScript(t, "node", "calendars.mjs", dir)
	runScript(t, "/usr/bin/python3", "calendars.py", dir)
}

// TestAjv has the validator that most use compile the schemas, as strict as it comes,
// and hold all feeds against them.
func TestAjv(t *testing.T) {
	needsNode(t)
	dir := t.TempDir()
	for name, c := range map[string]*catalog.Catalog{
		"small": site(t, agenda), "shipped": shipped(t), "nasty": site(t, nastyContent()), "random": site(t, randomSiteOf(90, 13)),
	} {
		for path, text := range rendered(t, c, ".json") {
			write(t, filepath.Join(dir, name, path), []byte(text))
		}
	}
	runScript(t, "node", "schemas.mjs", dir)
}

func needsNode(t *testing.T) {
	t.Helper()
	_, err := exec.LookPath("node")
	if err == nil {
		_, err = os.Stat("../../.ci/node_modules")
	}
	browsertest.Needs(t, err == nil, "node and the libraries that others read with")
}

// runScript runs a script of .ci, which says in its last line what it looked at.
func runScript(t *testing.T, program, script, dir string) {
	t.Helper()
	run := exec.CommandContext(t.Context(), program, script, dir)
	run.Dir = "../../.ci"
	out, err := run.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", script, err, out)
	}
	t.Logf("%s", out[bytes.LastIndexByte(bytes.TrimSpace(out), '\n')+1:])
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// expectedIn gives the lines of each calendar of the site.
func expectedIn(c *catalog.Catalog, first, last schedule.Date) map[string][]string {
	lines := map[string][]string{"feeds/agenda.ics": agendaLines(c.Agenda, first, last)}
	for _, a := range c.Agenda {
		lines[a.Page()[1:]+"agendapunt.ics"] = agendaLines([]*catalog.Agendapunt{a}, first, last)
	}
	of := map[*catalog.Spreekuur][]string{}
	for _, s := range c.Spreekuren {
		for o := range s.Between(first, last) {
			of[s] = append(of[s], lineOf(c, o))
		}
		if s.Status != content.Running {
			title := map[content.Status]string{content.Paused: "Tijdelijk gestopt: ", content.Stopped: "Gestopt: "}[s.Status] + s.Titel
			for _, o := range stoppedDates(s, first) {
				if o.Date >= first {
					of[s] = append(of[s], eventLine(at(o.Date, o.Span.Begin), at(o.Date, o.Span.End), true, title, say.Address(s.Plein.Adres(o.Date))))
				}
			}
		}
		lines[s.Page()[1:]+"spreekuur.ics"] = of[s]
	}
	for _, page := range pages(c) {
		for _, s := range page.spreekuren {
			lines[page.file("spreekuren.ics")] = append(lines[page.file("spreekuren.ics")], of[s]...)
		}
		for _, s := range page.guests() {
			for o := range s.Between(first, last) {
				if o.Plein.Page() == page.page {
					lines[page.file("spreekuren.ics")] = append(lines[page.file("spreekuren.ics")], lineOf(c, o))
				}
			}
		}
	}
	return lines
}

func lineOf(c *catalog.Catalog, o catalog.Occurrence) string {
	return eventLine(at(o.Date, o.Span.Begin), at(o.Date, o.Span.End), o.Cancelled(), say.Dutch(c).Heading(o), say.Address(o.Adres()))
}

// stoppedDates are those that a spreekuur would have had, were it not stopped.
func stoppedDates(s *catalog.Spreekuur, today schedule.Date) []schedule.Occurrence {
	var dates []schedule.Occurrence
	since, bounds := today, s.Schedule.Bounds
	if bounds.Until != 0 && bounds.Until < today {
		since, bounds.Until = bounds.Until+1, 0
	}
	for date := since; date <= since.Add(stoppedDays); date++ {
		if !bounds.Contains(date) {
			continue
		}
		var spans []schedule.Span
		for _, slot := range s.Schedule.Slots {
			for range slot.Days.Dates(s.Schedule.Anchor, schedule.Period{From: date, Until: date}) {
				spans = append(spans, slot.Times.Spans...)
				if slot.Times.Opening {
					spans = append(spans, s.Plein.Schedule.Opening[date.Weekday()]...)
				}
			}
		}
		slices.SortFunc(spans, func(a, b schedule.Span) int { return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.End, b.End)) })
		for _, span := range slices.Compact(spans) {
			dates = append(dates, schedule.Occurrence{Date: date, Span: span})
		}
	}
	return dates[:min(stoppedMax, len(dates))]
}

// titleIn is a title as a calendar says it.
func titleIn(a *catalog.Agendapunt) string {
	if a.Voor == "partners" {
		return a.Titel + " (voor partners)"
	}
	return a.Titel
}

// agendaLines are the events of the agenda.
func agendaLines(all []*catalog.Agendapunt, first, last schedule.Date) []string {
	lines := []string{}
	for _, a := range all {
		if a.Dag.Weekdays() == 0 && (!a.Tijd.Set || a.Last() > a.Datum) {
			if a.Datum >= first && a.Datum <= last {
				lines = append(lines, eventLine(a.Datum.String(), a.Last().Add(1).String(), false, titleIn(a), say.Address(a.Adres(a.Datum))))
			}
			continue
		}
		for date := max(first, a.Datum); date <= min(last, a.Last()); date++ {
			on := date == a.Datum
			for range a.Dag.Dates(a.Datum, schedule.Period{From: date, Until: date}) {
				on = !slices.Contains(a.Behalve, date)
			}
			if on {
				end := at(date, a.Tijd.Begin)
				if a.Tijd.HasEnd() {
					end = at(date, a.Tijd.End)
				}
				lines = append(lines, eventLine(at(date, a.Tijd.Begin), end, false, titleIn(a), say.Address(a.Adres(date))))
			}
		}
	}
	return lines
}

// at is a date and a time as ISO 8601 has them, to the minute.
func at(date schedule.Date, clock schedule.Clock) string {
	return date.At(clock).Format("2006-01-02T15:04")
}

func eventLine(begin, end string, cancelled bool, title, place string) string {
	status := "on"
	if cancelled {
		status = "CANCELLED"
	}
	return strings.Join([]string{begin, end, status, title, place}, " | ")
}
