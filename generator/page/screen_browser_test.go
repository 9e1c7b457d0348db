package page

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/publish"
)

const (
	// screenSays is what a screen shows: the clock, the day, a line for each row, and the rest.
	screenSays = `[...document.querySelectorAll('.clock, .instead, h2, .line, .old')]
		.filter((x) => x.checkVisibility()).map((x) => x.innerText.replace(/\s+/g, ' ').trim()).join(' | ')`
	screenCloses = `[...document.querySelectorAll('.closing')].filter((x) => x.checkVisibility()).map((x) => x.textContent).join(' | ')`

	// screenFaults is what does not stand on the screen as a whole, and letters that cannot be
	// read at five metres.
	screenFaults = `[...document.querySelectorAll('main *')]
		.filter((x) => x.checkVisibility() && !x.closest('svg, .hidden'))
		.flatMap((x) => {
			const { left, top, right, bottom } = x.getBoundingClientRect();
			const held = x.closest('.line')?.closest('.held').getBoundingClientRect();
			const own = [...x.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
			return [
				(left < 0 || top < 0 || right > innerWidth || bottom > innerHeight + 0.5) && 'off the screen',
				held && bottom > held.bottom + 0.5 && 'cut',
				own && document.querySelector('.scripted') && parseFloat(getComputedStyle(x).fontSize) < 0.0405 * Math.min(innerWidth, innerHeight) && 'small',
			].filter(Boolean).map((what) => what + ': ' + x.outerHTML.slice(0, 100));
		})
		.concat(document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth ? ['it scrolls'] : [])
		.join('\n')`

	smallScreen = "/pleinen/klein/scherm/"
	largeScreen = "/pleinen/groot/scherm/"
	screenKijk  = "Kijk op dorp.example/klein voor de tijden van de spreekuren."
)

// screenSite is a directory with a plein where little is held and one with thirty
// spreekuren on a day, as it is built at a moment.
func screenSite(t *testing.T, now string) []publish.File {
	t.Helper()
	fsys := fstest.MapFS{}
	write := func(name, format string, values ...any) {
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, values...)}
	}
	write("site.toml", "titel = \"Hulp in Dorp\"\nadres = \"https://dorp.example\"\n")
	write("partners/hulp.md", "+++\nnaam = \"Stichting Hulp\"\n+++\n")
	plein := "+++\nnaam = %q\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n%s\n+++\n"
	write("pleinen/klein.md", plein, "Plein Klein", "feestdagen = \"open\"\n[[afwijkend]]\ndatum = \"2026-11-27\"\ngesloten = true\nreden = \"De zaal is verhuurd.\"\n"+
		"[[afwijkend]]\nvan = \"2026-12-24\"\ntot_en_met = \"2027-01-03\"\ngesloten = true\nreden = \"Kerstvakantie\"\n")
	write("pleinen/groot.md", plein, "Dorpsplein van de gemeente Loon op Zand", "")
	hour := func(slug, plein, title, day, times, more string) {
		write("spreekuren/"+slug+".md", "+++\ntitel = %q\nplein = %q\npartner = \"hulp\"\ndag = %q\ntijd = %q\nin_een_zin = \"Wij lezen uw brief.\"\n%s\n+++\nTekst.\n",
			title, plein, day, times, more)
	}
	hour("brieven", "klein", "Brieven", "dinsdag", "10-12", "[[afwijkend]]\ndatum = \"2026-12-01\"\nvervalt = true\nreden = \"De medewerker is ziek.\"")
	hour("taal", "klein", "Taal", "dinsdag", "11-13", "aanmelden = \"verplicht\"")
	hour("zondag", "klein", "Koffie", "zondag", "10-12", "")
	hour("geld", "klein", "Geld", "vrijdag", "9-10", "")
	for i := range 30 {
		hour(fmt.Sprintf("groot%d", i), "groot", fmt.Sprintf("Hulp bij brieven en formulieren Q%02d", i), "dinsdag",
			fmt.Sprintf("%d.%d0-%d.%d0", 9+i/5, i%5, 10+i/5, i%5), "")
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	moment, err := time.Parse(time.RFC3339, now)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: moment})
	if all := append(problems, unresolved...); all.HasErrors() {
		t.Fatal(all)
	}
	return filesOf(t, c)
}

// TestScreen looks at the screen of the entrance by clock, without a connection, and in
// the sizes of screens.
func TestScreen(t *testing.T) {
	browsertest.NeedsBrowser(t)
	const tuesday = "2026-11-24T02:30:00+01:00"
	s := serveFiles(t, "/", screenSite(t, tuesday))
	of := map[string]map[string][]byte{tuesday: s.files}
	for _, built := range []string{"2026-10-24T02:30:00+02:00", "2027-03-27T02:30:00+01:00"} {
		of[built] = serveFiles(t, "/", screenSite(t, built)).files
	}
	v := newVisitor(t, s, chromedp.EmulateViewport(1920, 1080), browsertest.Zone("America/New_York"), screenTurnsFast)
	for _, test := range screenTimes {
		t.Run(test.name, func(t *testing.T) {
			v.T = t
			built := test.built
			if built == "" {
				built = tuesday
			}
			s.put("pleinen/klein/scherm/index.html", of[built]["pleinen/klein/scherm/index.html"])
			v.Do(at(t, test.at))
			v.open(smallScreen)
			v.Want(screenSays, test.want)
			v.Silent()
		})
	}
	v.T = t
	s.put("pleinen/klein/scherm/index.html", of[tuesday]["pleinen/klein/scherm/index.html"])
	screenGoesOn(t, v)
	screenRenews(t, v, s)
	screenOffline(t, v, s)
	screenTurns(t, v)
	screenScriptless(t, s)
}

var screenTimes = []struct{ name, built, at, want string }{
	{"in the night", "", "2026-11-24T02:40:00+01:00",
		"2.40 uur | Vandaag, dinsdag 24 november | 10.00 tot 12.00 uur Brieven Stichting Hulp | 11.00 tot 13.00 uur Taal Alleen met een afspraak. Stichting Hulp"},
	{"one goes on", "", "2026-11-24T10:00:01+01:00",
		"10.00 uur | Vandaag, dinsdag 24 november | Nu 10.00 tot 12.00 uur Brieven Stichting Hulp | 11.00 tot 13.00 uur Taal Alleen met een afspraak. Stichting Hulp"},
	{"one is over", "", "2026-11-24T12:00:00+01:00",
		"12.00 uur | Vandaag, dinsdag 24 november | Nu 11.00 tot 13.00 uur Taal Alleen met een afspraak. Stichting Hulp"},
	{"all is over", "", "2026-11-24T13:00:01+01:00", // nothing is held on Friday, which it tells when that is near
		"13.00 uur | Er is nu geen spreekuur. Het volgende is: | Vrijdag 27 november | 9.00 tot 10.00 uur Geld Gaat niet door. De zaal is verhuurd. Stichting Hulp | Zondag 29 november | 10.00 tot 12.00 uur Koffie Stichting Hulp"},
	{"just before midnight", "", "2026-11-28T23:59:00+01:00",
		"23.59 uur | Er is nu geen spreekuur. Het volgende is: | Morgen, zondag 29 november | 10.00 tot 12.00 uur Koffie Stichting Hulp | Deze tijden zijn van dinsdag 24 november. Kijk op dorp.example/klein voor de nieuwste tijden."},
	{"just after", "", "2026-11-29T00:00:00+01:00",
		"0.00 uur | Vandaag, zondag 29 november | 10.00 tot 12.00 uur Koffie Stichting Hulp | Deze tijden zijn van dinsdag 24 november. Kijk op dorp.example/klein voor de nieuwste tijden."},
	{"36 hours", "", "2026-11-25T14:29:00+01:00",
		"14.29 uur | Er is nu geen spreekuur. Het volgende is: | Vrijdag 27 november | 9.00 tot 10.00 uur Geld Gaat niet door. De zaal is verhuurd. Stichting Hulp | Zondag 29 november | 10.00 tot 12.00 uur Koffie Stichting Hulp"},
	{"more than 36 hours", "", "2026-11-25T14:31:00+01:00",
		"14.31 uur | Er is nu geen spreekuur. Het volgende is: | Vrijdag 27 november | 9.00 tot 10.00 uur Geld Gaat niet door. De zaal is verhuurd. Stichting Hulp | Zondag 29 november | 10.00 tot 12.00 uur Koffie Stichting Hulp | Deze tijden zijn van dinsdag 24 november. Kijk op dorp.example/klein voor de nieuwste tijden."},
	{"a week later", "", "2026-12-01T11:30:00+01:00", // what goes on stands on top
		"11.30 uur | Vandaag, dinsdag 1 december | Nu 11.00 tot 13.00 uur Taal Alleen met een afspraak. Stichting Hulp | 10.00 tot 12.00 uur Brieven Gaat niet door. De medewerker is ziek. Stichting Hulp | Deze tijden zijn van dinsdag 24 november. Kijk op dorp.example/klein voor de nieuwste tijden."},
	{"the last known day", "", "2026-12-06T12:01:00+01:00",
		"12.01 uur | " + screenKijk},
	{"two weeks later", "", "2026-12-08T10:30:00+01:00", "10.30 uur | " + screenKijk},
	{"before summer time ends", "2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+02:00",
		"2.30 uur | Vandaag, zondag 25 oktober | 10.00 tot 12.00 uur Koffie Stichting Hulp"},
	{"an hour later", "2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+01:00",
		"2.30 uur | Vandaag, zondag 25 oktober | 10.00 tot 12.00 uur Koffie Stichting Hulp"},
	{"in winter time", "2026-10-24T02:30:00+02:00", "2026-10-25T09:59:00+01:00",
		"9.59 uur | Vandaag, zondag 25 oktober | 10.00 tot 12.00 uur Koffie Stichting Hulp"},
	{"and a minute later", "2026-10-24T02:30:00+02:00", "2026-10-25T10:00:00+01:00",
		"10.00 uur | Vandaag, zondag 25 oktober | Nu 10.00 tot 12.00 uur Koffie Stichting Hulp"},
	{"at the end of that day", "2026-10-24T02:30:00+02:00", "2026-10-25T23:59:00+01:00",
		"23.59 uur | Er is nu geen spreekuur. Het volgende is: | Dinsdag 27 oktober | 10.00 tot 12.00 uur Brieven Stichting Hulp | 11.00 tot 13.00 uur Taal Alleen met een afspraak. Stichting Hulp | Deze tijden zijn van zaterdag 24 oktober. Kijk op dorp.example/klein voor de nieuwste tijden."},
	{"before summer time begins", "2027-03-27T02:30:00+01:00", "2027-03-28T01:59:00+01:00",
		"1.59 uur | Vandaag, zondag 28 maart | 10.00 tot 12.00 uur Koffie Stichting Hulp"},
	{"a minute later", "2027-03-27T02:30:00+01:00", "2027-03-28T03:00:00+02:00",
		"3.00 uur | Vandaag, zondag 28 maart | 10.00 tot 12.00 uur Koffie Stichting Hulp"},
	{"in summer time", "2027-03-27T02:30:00+01:00", "2027-03-28T10:00:00+02:00",
		"10.00 uur | Vandaag, zondag 28 maart | Nu 10.00 tot 12.00 uur Koffie Stichting Hulp"},
}

// screenGoesOn keeps a screen on over the end of a spreekuur and over midnight.
func screenGoesOn(t *testing.T, v *visitor) {
	t.Helper()
	v.Do(at(t, "2026-11-28T23:59:56+01:00"))
	v.open(smallScreen)
	v.Want(`document.querySelector('section:not([hidden]) h2').textContent`, "Morgen, zondag 29 november")
	v.Want(`document.querySelector('section:not([hidden]) h2').textContent`, "Vandaag, zondag 29 november")
	v.Want(screenCloses, "Gesloten: donderdag 24 december tot en met zondag 3 januari. Kerstvakantie.")
	v.eval(`Date.now = () => Date.parse('2026-11-24T11:30+01:00'), dispatchEvent(new Event('pageshow')), ''`)
	v.Want(`[...document.querySelectorAll('.busy .what')].map((x) => x.textContent).join()`, "Brieven,Taal")
	v.Want(screenCloses, "Gesloten: vrijdag 27 november. De zaal is verhuurd.")
	v.Want(screenFaults, "")
}

// screenRenews takes a newer page when there is one, and leaves for nothing else.
func screenRenews(t *testing.T, v *visitor, s *server) {
	t.Helper()
	const path = "pleinen/klein/scherm/index.html"
	here := s.files[path]
	v.Do(at(t, "2026-11-24T09:00:00+01:00"))
	v.open(smallScreen)
	asked := func(file []byte, status string) {
		t.Helper()
		s.put(path, file)
		before := s.times(smallScreen)
		v.eval(`window.stays = true, dispatchEvent(new Event('online')), ''`)
		s.until(t, func() bool { return s.times(smallScreen) > before }, "it does not ask for a newer page")
		v.Want(`String(window.stays)`, status)
	}
	asked(here, "true")
	asked([]byte("<!doctype html><h1>Storing</h1>"), "true")
	newer := strings.ReplaceAll(string(here), "02:30:00&#43;01:00", "08:59:00&#43;01:00")
	asked([]byte(strings.ReplaceAll(newer, "Plein Klein", "Plein Nieuw")), "undefined")
	v.Want(`document.querySelector('h1').textContent`, "Plein Nieuw")
	s.put(path, here)
	v.Silent()
}

// screenOffline cuts the network for two days.
func screenOffline(t *testing.T, v *visitor, s *server) {
	t.Helper()
	v.Do(at(t, "2026-11-27T03:00:00+01:00"))
	v.open(smallScreen)
	v.Want(`navigator.serviceWorker.ready.then(async () => { while (!(await caches.match(location.pathname))) await 0; return 'kept'; })`, "kept")
	s.down.Store(true)
	v.Do(at(t, "2026-11-29T10:00:00+01:00"))
	v.open(smallScreen)
	v.Want(screenSays, "10.00 uur | Vandaag, zondag 29 november | Nu 10.00 tot 12.00 uur Koffie Stichting Hulp | Deze tijden zijn van dinsdag 24 november. Kijk op dorp.example/klein voor de nieuwste tijden.")
	v.Want(`getComputedStyle(document.querySelector('main')).display`, "grid")
	v.eval(`dispatchEvent(new Event('online')), ''`)
	v.Want(screenFaults, "")
	s.down.Store(false)
	v.Console() // what was not reached
}

// screenTurnsFast makes a page of rows stay for a moment alone.
var screenTurnsFast = browsertest.Script(`{ const wait = setTimeout; window.setTimeout = (f, ms) => wait(f, ms === 15e3 || ms === 3e4 ? 150 : ms); }`)

// screenTurns sees each of thirty rows once, in pages that turn by themselves.
func screenTurns(t *testing.T, v *visitor) {
	t.Helper()
	for _, size := range [][2]int64{{1920, 1080}, {1080, 1920}, {1280, 720}} {
		v.Do(chromedp.EmulateViewport(size[0], size[1]), at(t, "2026-11-24T09:25:00+01:00"))
		v.open(largeScreen)
		v.eval(`window.seen = new Set(), window.faults = new Set(), window.look = () => {
			document.querySelectorAll('.line').forEach((x) => x.checkVisibility() && seen.add(x.querySelector('.what').textContent.slice(-3)));
			const fault = ` + screenFaults + `;
			if (fault) faults.add(fault);
			return seen.size;
		}, ''`)
		v.Want(`look()`, "30")
		v.Want(`[...faults].join()`, "")
	}
	v.click("Bladzijde")
	v.Want(`document.querySelector('.turn button').ariaPressed`, "true")
	v.Want(`(async () => {
		const text = () => document.querySelector('[data-bladzijde]').textContent;
		const before = text();
		await new Promise((resolve) => setTimeout(resolve, 500));
		return before === text();
	})()`, "true")
	const moves = `(document.querySelector('.held').classList.add('turned'), getComputedStyle(document.querySelector('section:not([hidden])')).animationName)`
	v.Want(moves, "turned")
	v.Do(browsertest.Media("screen", "prefers-reduced-motion", "reduce"))
	v.Want(moves, "none")
	v.Silent()
}

// screenScriptless has all rows of the first day in view, and comes back by itself.
func screenScriptless(t *testing.T, s *server) {
	t.Helper()
	v := newVisitor(t, s, browsertest.WithoutScript())
	for _, size := range [][2]int64{{1920, 1080}, {1080, 1920}} {
		v.Do(chromedp.EmulateViewport(size[0], size[1]))
		v.open(smallScreen)
		v.Want(screenSays, "Dinsdag 24 november | 10.00 tot 12.00 uur Brieven Stichting Hulp | 11.00 tot 13.00 uur Taal Alleen met een afspraak. Stichting Hulp")
		v.Want(`document.querySelector('meta[http-equiv=refresh]').content`, "600")
		v.open(largeScreen)
		v.Want(`String([...document.querySelectorAll('.line')].filter((x) => x.checkVisibility()).length)`, "30")
		v.Want(screenFaults, "")
	}
}
