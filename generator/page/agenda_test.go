package page

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// agendaSite has a morning for partners, a party off-plein and one that is over.
const agendaSite = `
-- site.toml --
titel = "Hulp in Dorp"
adres = "https://dorp.example"
talen = ["en"]
-- partners/hulp.md --
+++
naam = "Stichting Hulp"
+++
-- partners/ander.md --
+++
naam = "Een ander"
+++
-- pleinen/markt.md --
+++
naam = "Plein Markt"
adres = "Markt 1"
postcode = "5000 AA"
plaats = "Dorp"
telefoon = "013 000 00 01"
+++
-- agenda/netwerk.md --
+++
titel = "Netwerkochtend"
datum = "2027-01-21"
tijd = "9.30-13.00"
plein = "markt"
locatie_tekst = "De zaal is boven."
in_een_zin = "Partners leren elkaar kennen."
voor = "partners"
vragen = ["Wie doet wat?"]
aanmelden = "verplicht"
aanmelden_tot = "2027-01-12"
plaatsen = 80
telefoon = "013 000 00 02"
email = "netwerk@dorp.example"
partners = ["hulp"]
[[programma]]
tijd = "12.30"
titel = "Museum"
optioneel = true
+++
-- agenda/feest.md --
+++
titel = "Feest in de zaal"
datum = "2027-01-30"
locatie = "De Zaal"
adres = "Weg 1"
plaats = "Dorp"
locatie_website = "https://zaal.example"
breedtegraad = 51.56
lengtegraad = 5.09
in_een_zin = "Wij vieren feest."
+++
-- agenda/oud.md --
+++
titel = "Geweest"
datum = "2026-10-01"
plein = "markt"
in_een_zin = "Dit was."
+++
`

func agendaAt(t *testing.T, now string) *catalog.Catalog {
	t.Helper()
	at := pagetest.Must(time.ParseInLocation("2006-01-02 15:04", now, schedule.Amsterdam))
	return pagetest.Of(t, []byte(agendaSite), catalog.Options{Now: at})
}

// withFeeds are the pages and the feeds beside them.
func withFeeds(t *testing.T, c *catalog.Catalog) []publish.File {
	t.Helper()
	return append(filesOf(t, c), feed.Files(c)...)
}

// TestForPartners wants what is for partners alone to stay off the lists for visitors, and
// to be marked where it does stand.
func TestForPartners(t *testing.T) {
	files := withFeeds(t, agendaAt(t, "2026-11-28 12:00"))
	for path, want := range map[string]string{
		"index.html": "", "pleinen/markt/index.html": "", "pleinen/markt/agenda.json": "", "pleinen/markt/pleinen.json": "",
		"plaatsen/dorp/agenda.json": "", "agenda/feest/index.html": "", "partners/ander/index.html": "",
		"agenda/index.html": "Voor partners", "en/agenda/index.html": "For the organisations that help",
		"agenda/netwerk/index.html": "Het is niet voor bezoekers.", "partners/hulp/index.html": "Voor partners",
		"partners/ander/kanalen/index.html": "Netwerkochtend", "feeds/v1/agenda.json": `"voor":"partners"`,
		"partners/hulp/agenda.json": `"voor":"partners"`, "feeds/agenda.ics": "SUMMARY:Netwerkochtend (voor partners)",
	} {
		page := string(pagetest.Rendered(t, files, path))
		if there := strings.Contains(page, "Netwerkochtend"); there != (want != "") || !strings.Contains(page, want) {
			t.Errorf("%s names the morning for partners: %t, want it with %q", path, there, want)
		}
	}
}

// TestMoreEvents wants every page of an agendapunt to end with the others to come, and to
// lead to the file for a calendar as long as it is to come itself.
func TestMoreEvents(t *testing.T) {
	files := withFeeds(t, agendaAt(t, "2026-11-28 12:00"))
	for slug, others := range map[string]string{"netwerk": "feest", "feest": "", "oud": "feest"} {
		page := string(pagetest.Rendered(t, files, "agenda/"+slug+"/index.html"))
		_, more, found := strings.Cut(page, "Meer agenda-items")
		more, _, _ = strings.Cut(more, "</main>")
		if !found || strings.Contains(more, "/agenda/"+slug+"/\"") || others != "" && !strings.Contains(more, "/agenda/"+others+"/") {
			t.Errorf("%s: its others are %s", slug, more)
		}
		calendar := "/agenda/" + slug + "/agendapunt.ics"
		if strings.Contains(page, `<a href="`+calendar) != (slug != "oud") {
			t.Errorf("%s: leads to its calendar: %t", slug, slug == "oud")
		}
		pagetest.Rendered(t, files, calendar[1:])
	}
}

// TestAgendapuntData wants programs to find what the page says.
func TestAgendapuntData(t *testing.T) {
	files := withFeeds(t, agendaAt(t, "2026-11-28 12:00"))
	for path, texts := range map[string][]string{
		"agenda/netwerk/index.html": {
			`"maximumAttendeeCapacity":80`, `"isAccessibleForFree":true`, `"availabilityEnds":"2027-01-12"`,
			"tel:&#43;31130000002", "Wie doet wat?", "De zaal is boven.", "(niet verplicht)",
			"Meld u vooraf aan. Dat kan tot en met dinsdag 12 januari 2027.",
		},
		"agenda/feest/index.html": {`"latitude":51.56`, `"url":"https://zaal.example"`, `href="https://zaal.example"`, "directions?to=51.56,5.09"},
		"feeds/v1/agenda.json": {
			`"aanmelden_tot":"2027-01-12"`, `"plaatsen":80`, `"telefoon":"013 000 00 02"`, `"vragen":["Wie doet wat?"]`, `"optioneel":true`,
			`"tekst":"De zaal is boven."`, `"website":"https://zaal.example"`, `"breedtegraad":51.56`,
		},
	} {
		page := string(pagetest.Rendered(t, files, path))
		for _, text := range texts {
			if !strings.Contains(page, text) {
				t.Errorf("%s has no %s", path, text)
			}
		}
	}
	ics := bytes.ReplaceAll(pagetest.Rendered(t, files, "agenda/netwerk/agendapunt.ics"), []byte("\r\n "), nil)
	for _, text := range []string{"Museum (niet verplicht)", "Wie doet wat?", "Dat kan tot en met dinsdag 12 januari 2027. Bel 013 000 00 02."} {
		if !bytes.Contains(ics, []byte(text)) {
			t.Errorf("the calendar has no %s", text)
		}
	}
}

// TestSignUpOver wants a page to say when it is too late to sign up: the day after the last,
// in Amsterdam, though the page was made before; and one that is made after it.
func TestSignUpOver(t *testing.T) {
	const over = "Aanmelden kan niet meer. Het kon tot en met dinsdag 12 januari 2027."
	late := pagetest.Rendered(t, filesOf(t, agendaAt(t, "2027-01-13 12:00")), "agenda/netwerk/index.html")
	if !bytes.Contains(late, []byte(">"+over+"<")) {
		t.Error("a page that is made after the last day does not say so")
	}
	browsertest.NeedsBrowser(t)
	s := serveFiles(t, "/", filesOf(t, agendaAt(t, "2026-11-28 12:00")))
	for moment, passed := range map[string]bool{"2027-01-12 23:59": false, "2027-01-13 00:01": true} {
		now := pagetest.Must(time.ParseInLocation("2006-01-02 15:04", moment, schedule.Amsterdam))
		want := "Meld u vooraf aan. Dat kan tot en met dinsdag 12 januari 2027."
		if passed {
			want = over
		}
		v := newVisitor(t, s, browsertest.Clock(now))
		v.open("/agenda/netwerk/")
		v.Want(`document.querySelector('[data-tot]').textContent`, want)
		v.Silent()
	}
}
