package generator_test

import (
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
)

// TestOpenNow reads whether a plein is open, of a site that was built some days
// before, on clocks and in places where that goes wrong easily.
func TestOpenNow(t *testing.T) {
	t.Parallel()
	browsertest.NeedsBrowser(t)
	const (
		tuesdays = "/pleinen/dinsdagochtendplein/" // Tuesday from ten to twelve, not on 15 December
		weekdays = "/pleinen/wagnerplein-tilburg/" // working days from nine, not on holidays
	)
	builds := map[string][]struct{ page, at, want string }{
		"2026-11-22T13:00:00+01:00": {
			{tuesdays, "2026-11-24T09:59:30+01:00", "Gaat vandaag open om 10.00 uur."},
			{tuesdays, "2026-11-24T10:00:01+01:00", "Nu open, tot 12.00 uur."},
			{tuesdays, "2026-11-24T11:59:30+01:00", "Nu open, tot 12.00 uur."},
			{tuesdays, "2026-11-24T12:00:01+01:00", "Gaat open op dinsdag 1 december om 10.00 uur."},
			{weekdays, "2026-11-24T12:45:00+01:00", "Gaat vandaag open om 13.00 uur."},
		},
		"2026-12-14T13:00:00+01:00": {
			{tuesdays, "2026-12-15T10:30:00+01:00", "Vandaag dicht. Gaat open op dinsdag 22 december om 10.00 uur."},
		},
		"2026-12-24T13:00:00+01:00": { // Christmas is on a Friday
			{weekdays, "2026-12-25T10:30:00+01:00", "Vandaag dicht. Gaat open op maandag 4 januari om 9.00 uur."},
			{weekdays, "2027-01-04T09:00:01+01:00", "Nu open, tot 12.30 uur."},
		},
		"2026-10-24T13:00:00+02:00": { // summer time ends in the night
			{weekdays, "2026-10-26T08:59:30+01:00", "Gaat vandaag open om 9.00 uur."},
			{weekdays, "2026-10-26T09:00:01+01:00", "Nu open, tot 12.30 uur."},
		},
		"2027-03-27T13:00:00+01:00": { // summer time begins in the night, at Easter
			{weekdays, "2027-03-29T10:00:00+02:00", "Vandaag dicht. Gaat morgen open om 9.00 uur."},
			{weekdays, "2027-03-30T08:59:30+02:00", "Gaat vandaag open om 9.00 uur."},
			{weekdays, "2027-03-30T09:00:01+02:00", "Nu open, tot 12.30 uur."},
		},
	}
	for built, visits := range builds {
		address := serve(t, renderAll(t, shipped(t, catalog.Options{Now: instant(t, built)})))
		for _, zone := range []string{"Europe/Amsterdam", "America/New_York", "Pacific/Auckland"} {
			tab := browsertest.Open(t, browsertest.Zone(zone))
			for _, visit := range visits {
				tab.Do(browsertest.Clock(instant(t, visit.at)))
				tab.Go(address + visit.page)
				t.Logf("%s at %s in %s", visit.page, visit.at, zone)
				tab.Want(`document.querySelector('.now').innerText`, visit.want)
			}
			tab.Silent()
		}
	}
}

func instant(t *testing.T, text string) time.Time {
	t.Helper()
	moment, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return moment
}
