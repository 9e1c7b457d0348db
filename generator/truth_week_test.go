package generator_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// weekDays is the number of days for which a row of a week has all its dates.
const weekDays = 14

// weekTruth reads the week on the page of a partner: the hours and the differences from
// them.
func weekTruth(t *testing.T, site truthSite, s *catalog.Spreekuur) (heldDates, schedule.Date) {
	t.Helper()
	until := site.Today.Add(weekDays - 1)
	var all heldDates
	for _, line := range rowsOf(t, site, s.Partners[0].Page(), until) {
		if line.href == site.URL(s.Page()) {
			all.held = append(all.held, line.text)
		}
	}
	return all, until
}

// TestHelpOnPlein checks that the page of each plein knows when there is help in the
// coming days: from its own spreekuren, except when those are held elsewhere, and from
// guests.
func TestHelpOnPlein(t *testing.T) {
	for seed := range uint64(5) {
		site := randomTruth(t, seed)
		until := site.Today.Add(weekDays - 1)
		for _, p := range site.Pleinen {
			var got, want []string
			for _, line := range rowsOf(t, site, p.Page(), until) {
				if !line.away {
					got = append(got, line.text+" "+line.href)
				}
			}
			for _, s := range site.Spreekuren {
				for o := range s.Between(site.Today+1, until) {
					if s.Active() && o.Plein == p && !o.Cancelled() {
						want = append(want, truthLine(o.Date.String(), o.Span.Begin.String(), o.Span.End.String(), "")+" "+site.URL(s.Page()))
					}
				}
			}
			if got, want := sortedOnce(got), sortedOnce(want); !slices.Equal(got, want) {
				t.Errorf("random %d, %s\n got %q\nwant %q", seed, p.Slug, got, want)
			}
		}
	}
}

// TestChangesAreComplete checks that each date that differs from the rule is mentioned
// exactly once: next to one of the hours of the week, or among the changes that belong to
// no hour.
func TestChangesAreComplete(t *testing.T) {
	for seed := range uint64(20) {
		site := randomTruth(t, seed)
		last := site.Today.Add(42)
		for _, s := range site.Spreekuren {
			var got, want []string
			tell := func(list []catalog.Stretch, loose bool) {
				for _, st := range list {
					for _, o := range st.All {
						if o.Date <= last && (!loose || o.Slot < 0) {
							got = append(got, fmt.Sprint(o.Date, o.Span, o.Kind, o.Plein.Slug))
						}
					}
				}
			}
			ahead := slices.Collect(s.Stretches(last))
			for _, u := range s.Uren() {
				tell(u.Changes(ahead, last), false)
			}
			tell(s.Changes(last), true)
			for o := range s.Between(site.Today, last) {
				if o.Kind != schedule.AsUsual && (o.Cancelled() || o.End().After(site.Moment.Now())) {
					want = append(want, fmt.Sprint(o.Date, o.Span, o.Kind, o.Plein.Slug))
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("random %d, %s\n got %q\nwant %q", seed, s.Slug, got, want)
			}
		}
	}
}

// URL returns the address of a page on the site.
func (s truthSite) URL(path string) string { return s.Site.URL(path) }

// heldLine is one date in a row.
type heldLine struct {
	text, href string
	away       bool // it is at a plein other than that of the row
}

// rowsOf reads the dates in the rows, and the changes, on a page, from tomorrow on.
func rowsOf(t *testing.T, site truthSite, path string, until schedule.Date) []heldLine {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(site.files[path[1:]+"index.html"]))
	if err != nil {
		t.Fatal(err)
	}
	var lines []heldLine
	for n := range doc.Descendants() {
		held := attribute(n, "data-keren")
		if held == "" {
			continue
		}
		away := slices.Contains(strings.Fields(attribute(n, "class")), "away")
		row := n
		if n.Data == "p" {
			row = n.Parent // a change inside a row of the week
		}
		for span := range strings.FieldsSeq(held) {
			begin, end, _ := strings.Cut(span, "/")
			line, date := between(t, begin, end)
			if date > site.Today && date <= until {
				lines = append(lines, heldLine{line, firstLink(row), away})
			}
		}
	}
	return lines
}

func firstLink(n *html.Node) string {
	for child := range n.Descendants() {
		if child.Data == "a" {
			return attribute(child, "href")
		}
	}
	return ""
}
