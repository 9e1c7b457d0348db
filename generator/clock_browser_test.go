package generator_test

import (
	"fmt"
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
)

// TestHelpNow checks whether a page says that there is help at a plein right now, for a
// site that was built some days earlier, with clocks and in time zones where that easily
// goes wrong.
func TestHelpNow(t *testing.T) {
	t.Parallel()
	browsertest.NeedsBrowser(t)
	const (
		tuesdays = "/pleinen/dinsdagochtendplein/" // on Tuesdays from ten to twelve, except on 15 December
		weekdays = "/pleinen/wagnerplein-tilburg/" // on working days from nine, except on holidays
		saturday = "/pleinen/lochal-tilburg/"      // open on Saturdays, with a spreekuur on some of them in spring

		closed, none = "Het gebouw is nu dicht. ", "Er is nu geen spreekuur. "
		four         = "Hulp bij brieven en formulieren, Iets doen voor een ander in uw buurt, Lezen en lid worden van de bibliotheek, Taalhuis: beter lezen en schrijven"
	)
	builds := map[string][]struct{ page, at, want string }{
		"2026-11-22T13:00:00+01:00": {
			{tuesdays, "2026-11-24T09:59:30+01:00", closed + none + "Het volgende is vandaag om 10.00 uur."},
			{tuesdays, "2026-11-24T10:00:01+01:00", "Nu hulp, tot 12.00 uur: " + four + "."},
			{tuesdays, "2026-11-24T11:59:30+01:00", "Nu hulp, tot 12.00 uur: " + four + ", Leren omgaan met computer en telefoon."},
			{tuesdays, "2026-11-24T12:00:01+01:00", closed + none + "Het volgende is dinsdag 1 december om 10.00 uur."},
			{weekdays, "2026-11-24T12:45:00+01:00", closed + none + "Het volgende is morgen om 9.30 uur."},
			{saturday, "2026-11-28T12:00:00+01:00", "Het gebouw is open tot 17.00 uur. " + none + "Het volgende is maandag om 13.00 uur."},
		},
		"2026-12-08T13:00:00+01:00": { // a spreekuur of the Wagnerplein is held elsewhere
			{saturday, "2026-12-09T09:45:00+01:00", "Nu hulp, tot 11.30 uur: Taalhuis Tilburg-Noord."},
			{weekdays, "2026-12-09T09:45:00+01:00", "Het gebouw is open tot 12.30 uur. " + none + "Het volgende is morgen om 13.00 uur."},
		},
		"2026-12-14T13:00:00+01:00": {
			{tuesdays, "2026-12-15T10:30:00+01:00", closed + none + "Het volgende is dinsdag 22 december om 10.00 uur."},
		},
		"2026-12-24T13:00:00+01:00": { // Christmas is on a Friday
			{weekdays, "2026-12-25T10:30:00+01:00", closed + none + "Het volgende is maandag 4 januari om 9.30 uur."},
			{weekdays, "2027-01-04T09:00:01+01:00", "Het gebouw is open tot 12.30 uur. " + none + "Het volgende is vandaag om 9.30 uur."},
		},
		"2026-10-24T13:00:00+02:00": { // summer time ends that night
			{weekdays, "2026-10-26T08:59:30+01:00", closed + none + "Het volgende is vandaag om 9.30 uur."},
			{weekdays, "2026-10-26T09:30:01+01:00", "Nu hulp, tot 11.30 uur: Taalhuis Tilburg-Noord."},
		},
		"2027-03-27T13:00:00+01:00": { // summer time begins that night, at Easter
			{weekdays, "2027-03-29T10:00:00+02:00", closed + none + "Het volgende is morgen om 10.00 uur."},
			{weekdays, "2027-03-30T08:59:30+02:00", closed + none + "Het volgende is vandaag om 10.00 uur."},
			{weekdays, "2027-03-30T10:00:01+02:00", "Nu hulp, tot 12.00 uur: Vragen stellen in het Turks."},
		},
	}
	for built, visits := range builds {
		address := serveAsked(t, shipped(t, catalog.Options{Now: instant(t, built)}))
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

// TestTodayEverywhere checks what each kind of page marks as open, today or tomorrow, on
// a Tuesday morning when some of the usual spreekuren are not held.
func TestTodayEverywhere(t *testing.T) {
	t.Parallel()
	const (
		library, elders, ecloz = "Lezen en lid worden van de bibliotheek", "Vragen van ouderen over pensioen en wonen", "Leren omgaan met computer en telefoon"
		day                    = "Dinsdag"
	)
	address := serveAsked(t, shipped(t, catalog.Options{Now: instant(t, "2026-11-23T19:00:00+01:00")}))
	tab := browsertest.Open(t, browsertest.Clock(instant(t, "2026-11-24T10:15:00+01:00")))
	for _, visit := range []struct{ page, about, want string }{
		{"/", library, "nu open, tot 12.00 uur"},
		{"/pleinen/dinsdagochtendplein/", day, "vandaag"},
		{"/pleinen/dinsdagochtendplein/", library, "nu open, tot 12.00 uur"},
		{"/pleinen/dinsdagochtendplein/", elders, ""}, // on the first and third Tuesday
		{"/pleinen/dinsdagochtendplein/", ecloz, "straks om 10.30 uur"},
		{"/partners/seniorenvereniging-loon-op-zand/", elders, ""},
		{"/partners/ecloz/", ecloz, "straks om 10.30 uur"},
		{"/dagen/dinsdag/", elders, ""},
		{"/dagen/dinsdag/", library, "nu open, tot 12.00 uur"},
		{"/dagen/dinsdag/", "Taalcafé Waalwijk", ""}, // every other week
		{"/dagen/woensdag/", "Werk zoeken met hulp van de gemeente", "morgen"},
		{"/onderwerpen/taal/", library, "nu open, tot 12.00 uur"},
		{"/onderwerpen/computer/", ecloz, "straks om 10.30 uur"},
		{"/plaatsen/loon-op-zand/", elders, ""},
		{"/spreekuren/digitale-vragen-loon-op-zand/", "Dinsdag 24 november 10.30 tot 12.00 uur", "straks om 10.30 uur"},
		{"/spreekuren/ouderen-loon-op-zand/", "Dinsdag 1 december 10.00 tot 11.00 uur", ""},
	} {
		tab.Go(address + visit.page)
		t.Log(visit.page, visit.about)
		tab.Want(badgeOf(visit.about), visit.want)
	}
	tab.Silent()
}

// badgeOf returns the badge that a script adds to the line with a certain text, or "not
// there" if there is no such line.
func badgeOf(text string) string {
	return fmt.Sprintf(`(() => {
		const at = [...document.querySelectorAll('main :is(a, time, h3)')].find((x) => !x.closest('.now, .changes') && x.textContent.replace(/ vandaag$/, '') === %q);
		const line = at?.closest('li, article, .next') ?? at;
		return line && !line.hidden ? line.querySelector('.badge')?.textContent ?? '' : 'not there';
	})()`, text)
}

func instant(t *testing.T, text string) time.Time {
	t.Helper()
	moment, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return moment
}
