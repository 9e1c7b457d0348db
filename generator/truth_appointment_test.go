package generator_test

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
)

// TestOnAppointment checks that every format includes a spreekuur without fixed hours and
// says how to make an appointment, and that it has no calendar.
func TestOnAppointment(t *testing.T) {
	directories := 10
	if testing.Short() {
		directories = 2
	}
	sites := []truthSite{buildTruth(t, sampleContent(t))}
	for seed := range directories {
		sites = append(sites, randomTruth(t, uint64(seed)))
	}
	seen := 0
	for _, site := range sites {
		for _, s := range catalog.OnAppointment(site.Spreekuren) {
			seen++
			way := string(s.Telefoon)
			if way == "" {
				way = string(s.Email)
			}
			for name, text := range site.wordsOnAppointment(t, s) {
				if !strings.Contains(strings.ToLower(text), "op afspraak") || !strings.Contains(text, way) {
					t.Errorf("%s: %s says %q", s.Slug, name, text)
				}
			}
			if calendar := s.Page()[1:] + "spreekuur.ics"; site.files[calendar] != nil ||
				strings.Contains(string(site.page(s.Page())), "spreekuur.ics") {
				t.Errorf("%s has a calendar, or a link to one", s.Slug)
			}
			if strings.Contains(string(site.page(s.Page())), "hoursAvailable") {
				t.Errorf("%s has hours in JSON-LD", s.Slug)
			}
			if at := site.page(s.Plein.Page()); !strings.Contains(at, s.Page()) || !strings.Contains(at, way) {
				t.Errorf("%s is not on the page of its plein", s.Slug)
			}
		}
	}
	if t.Logf("%d spreekuren on appointment", seen); seen < 5 {
		t.Errorf("only %d spreekuren on appointment", seen)
	}
}

func (s truthSite) page(path string) string { return string(s.files[path[1:]+"index.html"]) }

// wordsOnAppointment returns what each format says about when it is held, by the name of
// the format.
func (site truthSite) wordsOnAppointment(t *testing.T, s *catalog.Spreekuur) map[string]string {
	t.Helper()
	words := map[string]string{"the page": site.page(s.Page())}
	var feed struct {
		Spreekuren []struct {
			Slug, Regel             string
			Rooster                 *[]any
			Komende, Uitzonderingen []any
		}
	}
	decodeTruth(t, site, "feeds/v1/spreekuren.json", &feed)
	for _, r := range feed.Spreekuren {
		if r.Slug != s.Slug {
			continue
		}
		words["JSON"] = r.Regel
		if r.Rooster == nil || len(*r.Rooster)+len(r.Komende)+len(r.Uitzonderingen) > 0 {
			t.Errorf("%s: JSON has dates, or no rooster", s.Slug)
		}
	}
	var service struct {
		Description string
		Process     string `json:"application_process"`
		Schedules   []any
	}
	decodeTruth(t, site, fmt.Sprintf("hsds/services/%s.json", s.ID), &service)
	words["HSDS"], words["HSDS application_process"] = service.Description, service.Process
	if len(service.Schedules) > 0 {
		t.Errorf("%s: HSDS has schedules", s.Slug)
	}
	sheet := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(site.files["feeds/spreekuren.csv"]), "\ufeff")))
	sheet.Comma = ';'
	rows, err := sheet.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	when, url := slices.Index(rows[0], "wanneer"), slices.Index(rows[0], "url")
	for _, row := range rows[1:] {
		if row[url] == site.Site.Absolute(s.Page()) {
			words["CSV"] = row[when]
		}
	}
	return words
}
