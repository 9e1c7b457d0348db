package generator_test

import (
	"fmt"
	"testing"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// hsdsTruth expands the schedules of a service, each between its valid_from and valid_to.
func hsdsTruth(t *testing.T, site truthSite, s *catalog.Spreekuur) (heldDates, schedule.Date) {
	t.Helper()
	until := site.last()
	if s.Ended() {
		return heldDates{}, until
	}
	var service struct {
		Schedules []struct {
			At        string `json:"service_at_location_id"`
			ValidFrom string `json:"valid_from"`
			ValidTo   string `json:"valid_to"`
			DTStart   string
			Count     int
			WKST      string
			Freq      string
			Interval  int
			ByDay     string
			OpensAt   string `json:"opens_at"`
			ClosesAt  string `json:"closes_at"`
			Extra     map[string]any
		}
		Visits []struct {
			ID       string
			Location struct {
				Addresses []struct {
					Street string `json:"address_1"`
				}
			}
		} `json:"service_at_locations"`
	}
	decodeTruth(t, site, "hsds/services/"+s.ID.String()+".json", &service)
	streets := map[string]string{}
	for _, v := range service.Visits {
		streets[v.ID] = v.Location.Addresses[0].Street
	}
	var all heldDates
	for _, r := range service.Schedules {
		rule := fmt.Sprintf("FREQ=%s;INTERVAL=%d;BYDAY=%s", r.Freq, r.Interval, r.ByDay)
		if r.WKST != "" {
			rule += ";WKST=" + r.WKST
		}
		if r.Count > 0 {
			rule += fmt.Sprintf(";COUNT=%d", r.Count)
		}
		from, to := max(r.ValidFrom, (site.Today+1).String()), min(r.ValidTo, until.String())
		if from > to {
			continue
		}
		for _, at := range expandRule(t, rule, truthDate(t, r.DTStart).At(0), truthDate(t, from).At(0), truthDate(t, to).At(0)) {
			all.held = append(all.held, truthLine(at.Format(time.DateOnly), r.OpensAt[:5], hsdsEnd(r.ClosesAt[:5]), streets[r.At]))
		}
	}
	return all, until
}

// hsdsEnd turns 23:59, the latest time that HSDS can express, back into 24:00.
func hsdsEnd(clock string) string {
	if clock == "23:59" {
		return "24:00"
	}
	return clock
}
