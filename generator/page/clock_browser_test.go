package page

import (
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
)

const (
	nowLine = `document.querySelector('.now').hidden ? '' : document.querySelector('.now').textContent`
	shown   = `[...document.querySelectorAll('.proef li')].filter((x) => !x.hidden).map((x) => x.textContent.trim()).join('|')`
	badges  = `[...document.querySelectorAll('.week .what:has(.badge)')].map((x) => x.textContent).join('|')`
	todayIs = `[...document.querySelectorAll('.today')].map((x) => x.textContent).join('|')`
)

// hours is a plein that is closed on 8 December, with two spreekuren on Tuesdays
// and one from March on, one on a Wednesday in December, and an extra one on a Friday.
// It is open on the last Sundays of March and October, when the clock changes in the night.
var hours = `<h1>Plein</h1><p class="now" hidden data-bekend="2027-03-29T00:00+02:00" data-open="` +
	`2026-10-25T01:00+02:00/2026-10-25T03:30+01:00 2026-11-24T09:00+01:00/2026-11-24T12:00+01:00 2026-11-24T13:00+01:00/2026-11-24T17:00+01:00 ` +
	`2026-12-15T10:00+01:00/2026-12-15T11:00+01:00 2027-03-28T01:00+01:00/2027-03-28T04:00+02:00 "></p>` +
	`<ul class="changes"><li class="change" data-keren="2026-11-27T12:00Z/2026-11-27T13:00Z"><strong>Extra:</strong> <time>F</time>. <a href="/f/">Geld</a></li></ul>` +
	`<div class="week"><fieldset class="tabs"><label data-dag="dinsdag">Dinsdag</label><label data-dag="woensdag">Woensdag</label></fieldset><section><h3>Ochtend</h3><ul>` +
	weekHour(`Brieven`, "2026-11-24T09:00Z/2026-11-24T11:00Z 2026-12-15T09:00Z/2026-12-15T10:00Z") +
	weekHour(`Taal`, "2026-11-24T10:00Z/2026-11-24T11:00Z") +
	weekHour(`Aangifte`, "2027-03-02T09:00Z/2027-03-02T11:00Z") +
	weekHour(`Werk`, "2026-12-16T09:00Z/2026-12-16T10:00Z") + `</ul></section></div>` +
	`<ul class="proef"><li data-begin="2026-11-24T10:00+01:00" data-eind="2026-11-24T12:00+01:00"><time>A</time></li>` +
	`<li class="cancelled" data-begin="2026-11-24T10:00+01:00" data-eind="2026-11-24T12:00+01:00"><s><time>B</time></s></li>` +
	`<li data-begin="2026-11-24T16:00+01:00" data-eind="2026-11-24T17:00+01:00"><p class="time">C</p></li>` +
	`<li data-begin="2026-11-25T00:30+01:00" data-eind="2026-11-25T01:00+01:00"><time>D</time></li>` +
	`<li data-begin="2026-11-26T10:00+01:00" data-eind="2026-11-26T11:00+01:00"><time>E</time></li></ul>`

// weekHour is a row of a week.
func weekHour(title, held string) string {
	return `<li class="hour" data-keren="` + held + `"><p class="what"><a href="/x/">` + title + `</a></p></li>`
}

func testClock(t *testing.T) {
	s := newServer(t)
	s.try(hours)
	const later = "C vandaag|D morgen|E"
	const open, closed, none = "Het gebouw is open tot 12.00 uur. ", "Het gebouw is nu dicht. ", "Er is nu geen spreekuur. "
	tests := []struct{ name, at, now, today, rows, badges string }{
		{"just before", "2026-11-24T09:59:30+01:00", open + none + "Het volgende is vandaag om 10.00 uur.", "Dinsdag vandaag", "A straks om 10.00 uur|B|" + later, "Brieven straks om 10.00 uur|Taal straks om 11.00 uur"},
		{"just after", "2026-11-24T10:00:01+01:00", "Nu hulp, tot 12.00 uur: Brieven.", "Dinsdag vandaag", "A nu open, tot 12.00 uur|B|" + later, "Brieven nu open, tot 12.00 uur|Taal straks om 11.00 uur"},
		{"two at once", "2026-11-24T11:00:01+01:00", "Nu hulp, tot 12.00 uur: Brieven, Taal.", "Dinsdag vandaag", "A nu open, tot 12.00 uur|B|" + later, "Brieven nu open, tot 12.00 uur|Taal nu open, tot 12.00 uur"},
		{"before it opens", "2026-11-24T08:59:00+01:00", closed + none + "Het volgende is vandaag om 10.00 uur.", "Dinsdag vandaag", "A straks om 10.00 uur|B|" + later, "Brieven straks om 10.00 uur|Taal straks om 11.00 uur"},
		{"at pagetest.Noon", "2026-11-24T12:00:00+01:00", closed + none + "Het volgende is vrijdag om 13.00 uur.", "", "B|" + later, ""},
		{"soon", "2026-11-24T14:00:00+01:00", "Het gebouw is open tot 17.00 uur. " + none + "Het volgende is vrijdag om 13.00 uur.", "", "B|C straks om 16.00 uur|D morgen|E", ""},
		{"just after midnight", "2026-11-25T00:10:00+01:00", closed + none + "Het volgende is vrijdag om 13.00 uur.", "", "B|D straks om 0.30 uur|E morgen", ""},
		{"an extra one", "2026-11-27T13:30:00+01:00", "Nu hulp, tot 14.00 uur: Geld.", "", "B", ""},
		{"the day before", "2026-11-23T20:00:00+01:00", closed + none + "Het volgende is morgen om 10.00 uur.", "", "A morgen|B|C morgen|D|E", ""},
		{"in the week before", "2026-11-20T20:00:00+01:00", closed + none + "Het volgende is dinsdag om 10.00 uur.", "", "A|B|C|D|E", ""},
		{"closed that day", "2026-12-08T10:00:00+01:00", closed + none + "Het volgende is dinsdag 15 december om 10.00 uur.", "", "B", ""},
		{"summer time ends", "2026-10-25T02:59:00+01:00", "Het gebouw is open tot 3.30 uur. " + none + "Het volgende is dinsdag 24 november om 10.00 uur.", "", "A|B|C|D|E", ""},
		{"and just after", "2026-10-25T03:30:00+01:00", closed + none + "Het volgende is dinsdag 24 november om 10.00 uur.", "", "A|B|C|D|E", ""},
		{"summer time begins", "2027-03-28T03:30:00+02:00", "Het gebouw is open tot 4.00 uur. Er is nu geen spreekuur.", "", "B", ""},
		{"the evening before", "2027-03-27T23:30:00+01:00", closed + "Er is nu geen spreekuur.", "", "B", ""},
		{"an old page", "2027-03-29T00:00:00+02:00", "", "", "B", ""},
	}
	for zone, step := range map[string]int{"Europe/Amsterdam": 1, "America/New_York": 2} {
		v := newVisitor(t, s, browsertest.Zone(zone))
		for i := 0; i < len(tests); i += step {
			test := tests[i]
			t.Run(zone+"/"+test.name, func(t *testing.T) {
				v.T = t
				v.Do(at(t, test.at)) // the last clock that was set holds
				v.open("/mb/proef/")
				v.Want(shown, test.rows)
				v.Want(nowLine, test.now)
				v.Want(todayIs, test.today)
				v.Want(badges, test.badges)
				v.Silent()
			})
		}
	}
}

// testClockGoesOn keeps a page open while a spreekuur begins.
func testClockGoesOn(t *testing.T) {
	s := newServer(t)
	s.try(hours)
	v := newVisitor(t, s, at(t, "2026-11-24T09:59:55+01:00")) // five seconds for a slow machine
	v.open("/mb/proef/")
	v.Want(shown, "A straks om 10.00 uur|B|C vandaag|D morgen|E")
	v.Want(shown, "A nu open, tot 12.00 uur|B|C vandaag|D morgen|E")
	v.eval(`Date.now = () => Date.parse('2026-11-24T12:01+01:00'), dispatchEvent(new Event('pageshow')), ''`)
	v.Want(shown, "B|C vandaag|D morgen|E")
}

// at sets the clock of the browser.
func at(t *testing.T, moment string) browsertest.Step {
	t.Helper()
	instant, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		t.Fatal(err)
	}
	return browsertest.Clock(instant)
}
