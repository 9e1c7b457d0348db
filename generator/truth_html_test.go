package generator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// between formats two instants with offsets, as pages and JSON-LD have them, as a line
// for comparison. It also returns their date.
func between(t *testing.T, begin, end string) (string, schedule.Date) {
	t.Helper()
	from, err := time.Parse("2006-01-02T15:04Z07:00", begin)
	if err != nil {
		t.Fatal(err)
	}
	to, err := time.Parse("2006-01-02T15:04Z07:00", end)
	if err != nil {
		t.Fatal(err)
	}
	from, to = from.In(schedule.Amsterdam), to.In(schedule.Amsterdam)
	clock := to.Format("15:04")
	if clock == "00:00" {
		clock = "24:00"
	}
	return truthLine(from.Format(time.DateOnly), from.Format("15:04"), clock, ""), schedule.DateOf(from)
}

// linkedTruth combines the schedules and the events in the JSON-LD of a page.
func linkedTruth(t *testing.T, site truthSite, s *catalog.Spreekuur) (heldDates, schedule.Date) {
	t.Helper()
	name, until := s.Page()[1:]+"index.html", site.last()
	var document struct {
		Graph []struct {
			Type   string          `json:"@type"`
			Start  string          `json:"startDate"`
			End    string          `json:"endDate"`
			Status string          `json:"eventStatus"`
			Series json.RawMessage `json:"superEvent"`
		} `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(blocksOf(t, name, site.files[name])[0]), &document); err != nil {
		t.Fatal(err)
	}
	var all heldDates
	for _, node := range document.Graph {
		if node.Type != "Event" {
			continue
		}
		line, date := between(t, node.Start, node.End)
		if !strings.HasSuffix(node.Status, "Cancelled") && date > site.Today && date <= until {
			all.held = append(all.held, line)
		}
		var series struct{ EventSchedule []linkedSchedule }
		if len(node.Series) > 0 {
			if err := json.Unmarshal(node.Series, &series); err != nil {
				t.Fatal(err)
			}
		}
		for _, r := range series.EventSchedule {
			all.held = append(all.held, r.expand(t, site.Today+1, until)...)
		}
	}
	return all, until
}

type linkedSchedule struct {
	Frequency string   `json:"repeatFrequency"`
	Days      []string `json:"byDay"`
	Months    []int    `json:"byMonth"`
	Start     string   `json:"startDate"`
	End       string   `json:"endDate"`
	StartTime string   `json:"startTime"`
	EndTime   string   `json:"endTime"`
	Except    []string `json:"exceptDate"`
}

func (r linkedSchedule) expand(t *testing.T, first, until schedule.Date) []string {
	t.Helper()
	var interval int
	var unit string
	if _, err := fmt.Sscanf(r.Frequency, "P%d%s", &interval, &unit); err != nil || unit != "W" && unit != "M" {
		t.Fatalf("repeatFrequency %q", r.Frequency)
	}
	rule := fmt.Sprintf("FREQ=%s;INTERVAL=%d", map[string]string{"W": "WEEKLY", "M": "MONTHLY"}[unit], interval)
	days := make([]string, len(r.Days))
	for i, day := range r.Days {
		if name, named := strings.CutPrefix(day, "https://schema.org/"); named {
			day = strings.ToUpper(name[:2])
		}
		days[i] = day
	}
	rule += ";WKST=MO;BYDAY=" + strings.Join(days, ",")
	if r.End != "" {
		until = min(until, truthDate(t, r.End))
	}
	end := r.EndTime
	if end == "23:59" {
		end = "24:00"
	}
	var lines []string
	for _, at := range expandRule(t, rule, truthDate(t, r.Start).At(0), first.At(0), until.At(0)) {
		date := at.Format(time.DateOnly)
		if (r.Months == nil || slices.Contains(r.Months, int(at.Month()))) && !slices.Contains(r.Except, date) {
			lines = append(lines, truthLine(date, r.StartTime[:5], end[:5], ""))
		}
	}
	return lines
}

// embedTruth reads what partners embed, for the days of which it has every date.
func embedTruth(t *testing.T, site truthSite, s *catalog.Spreekuur) (heldDates, schedule.Date) {
	t.Helper()
	var data struct {
		Spreekuren []struct {
			URL     string
			Komende []struct {
				Begin, Eind string
				Vervalt     bool
			}
		}
	}
	until := site.Today.Add(13)
	decodeTruth(t, site, "embed/v1"+strings.TrimSuffix(s.Plein.Page(), "/")+".json", &data)
	var all heldDates
	for _, r := range data.Spreekuren {
		if r.URL != site.Site.Absolute(s.Page()) {
			continue
		}
		for _, o := range r.Komende {
			line, date := between(t, o.Begin, o.Eind)
			switch {
			case date <= site.Today || date > until:
			case o.Vervalt:
				all.cancelled = append(all.cancelled, line)
			default:
				all.held = append(all.held, line)
			}
		}
	}
	return all, until
}

// pageTruth reads the list of dates on the page, up to the last one on which the
// spreekuur is held.
func pageTruth(t *testing.T, site truthSite, s *catalog.Spreekuur) (heldDates, schedule.Date) {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(site.files[s.Page()[1:]+"index.html"]))
	if err != nil {
		t.Fatal(err)
	}
	var all heldDates
	last := site.Today
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "li" || attribute(n.Parent, "class") != "occurrences" || attribute(n, "data-begin") == "" {
			continue
		}
		line, date := between(t, attribute(n, "data-begin"), attribute(n, "data-eind"))
		if date > site.Today && attribute(n, "class") != "cancelled" {
			all.held, last = append(all.held, line), date
		}
	}
	if last == site.Today && s.Active() && len(s.Next(1)) > 0 &&
		slices.ContainsFunc(s.Next(1), func(o catalog.Occurrence) bool { return !o.Cancelled() && o.Date > site.Today }) {
		t.Errorf("%s: no date on the page", s.Slug)
	}
	until := last - 1 // the list may include only the first hours of the last day
	all.held = slices.DeleteFunc(all.held, func(line string) bool { return line > until.Add(1).String() })
	return all, until
}

// csvTruth reads the next date in the spreadsheet. There must be no dates before it.
func csvTruth(t *testing.T, site truthSite, s *catalog.Spreekuur) (heldDates, schedule.Date) {
	t.Helper()
	sheet := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(site.files["feeds/spreekuren.csv"], []byte("\ufeff"))))
	sheet.Comma = ';'
	rows, err := sheet.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	date, url := slices.Index(rows[0], "volgende datum"), slices.Index(rows[0], "url")
	for _, row := range rows[1:] {
		if row[url] != site.Site.Absolute(s.Page()) || row[date] == "" {
			continue
		}
		next := truthDate(t, row[date])
		var all heldDates
		for o := range s.Between(next, next) {
			if !o.Cancelled() && next > site.Today {
				all.held = append(all.held, truthLine(o.Date.String(), o.Span.Begin.String(), o.Span.End.String(), ""))
			}
		}
		if next > site.Today && all.held == nil {
			t.Errorf("%s: there is nothing on %s", s.Slug, next)
		}
		return all, next
	}
	return heldDates{}, site.Today
}
