package feed

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/goldentest"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// now is a Sunday, outside any opening hours.
var now = time.Date(2026, time.November, 22, 12, 0, 0, 0, schedule.Amsterdam)

// small is a site with one of everything that a feed shows.
var small = map[string]string{
	"site.toml": `
titel = "Pleinen in het dorp"
adres = "https://pleinen.example"
organisatie = "De bibliotheek"
naamruimte = "pleinen.example"
licentie = "CC0-1.0"

[[schoolvakanties]]
naam = "Kerstvakantie"
van = "2026-12-19"
tot_en_met = "2027-01-03"
`,
	"onderwerpen.toml": `
[taal]
naam = "Taal, lezen en schrijven"
[geld]
naam = "Geld; schulden"
`,
	"partners/taalhuis.toml": `
naam = "Stichting Taalhuis"
naam_in_uitingen = "Taalhuis"
website = "https://taalhuis.example"
`,
	"partners/bieb.toml": `
naam = "Bibliotheek van het dorp"
naam_in_uitingen = "Bibliotheek"
in_een_zin = "Boeken en meer."
telefoon = "013 000 00 03"
email = "info@bieb.example"
website = "https://bieb.example"
nieuwsbrief = "https://bieb.example/nieuws"
logo = "/logos/bieb.svg"
tekst = "Wij zijn er."
[kanalen]
mastodon = "https://social.example/@bieb"
x = "https://x.com/bieb"
`,
	"pleinen/dorpsplein.toml": `
naam = "Dorpsplein"
locatie = "De Bieb"
adres = "Kerkstraat 1"
postcode = "5175 AA"
plaats = "Loon op Zand"
breedtegraad = 51.6275
lengtegraad = 5.0751
telefoon = "013 000 00 01"

[openingstijden]
maandag = "9.00-12.00 en 13.00-17.00"
dinsdag = "9.00-17.00"
woensdag = "9.00-17.00"

[[afwijkend]]
datum = "2026-12-01"
tijd = "10.00-17.00"
reden = "De verwarming wordt gemaakt."

[[verhuizing]]
vanaf = "2027-03-01"
locatie = "Het Huis"
adres = "Nieuwstraat 2"
postcode = "5175 BB"
plaats = "Loon op Zand"
`,
	"pleinen/elders.toml": `
naam = "Plein Elders"
adres = "Markt 3"
postcode = "5161 CC"
plaats = "Sprang-Capelle"
email = "info@elders.example"
`,
	"pleinen/proef.toml": `
naam = "Proefplein"
adres = "Dorp 8"
postcode = "5161 DD"
plaats = "Sprang-Capelle"
telefoon = "013 000 00 04"
in_een_zin = "Ook hier."
gemeente = "Waalwijk"
provincie = "Noord-Brabant"
website = "https://elders.example"
kartrekker = "bieb"
toegankelijkheid = ["rolstoel", "rustige ruimte"]
route = "Naast de kerk."
tekst = "Kom gerust."
[pilot]
van = "2026-09-01"
tot_en_met = "2027-08-31"
[[verhuizing]]
vanaf = "2026-11-01"
tot_en_met = "2026-12-31"
adres = "Tent 1"
postcode = "5161 CC"
plaats = "Sprang-Capelle"
route = "De tent staat op de markt."
reden = "Er wordt verbouwd."
`,
	"spreekuren/brieven.md": `+++
titel = "Hulp bij brieven, formulieren; en meer"
plein = "dorpsplein"
partner = ["taalhuis", "bieb"]
dag = "elke dinsdag"
tijd = "10.00 tot 12.00 uur"
inloop = "10.00 tot 11.30 uur"
in_een_zin = "Wij lezen uw brief en vullen samen het formulier in."
onderwerpen = ["taal", "geld"]
doelgroepen = ["iedereen"]
talen = ["nl", "ar"]
aanmelden = "mag"
telefoon = "013 000 00 02"
meenemen = ["de brief", "uw DigiD"]
niet = ["Wij geven geen geld."]
gecontroleerd = "2026-11-02"

[[afwijkend]]
datum = "2026-12-08"
vervalt = true
reden = "De vrijwilligers hebben een cursus."

[[afwijkend]]
datum = "2026-12-15"
tijd = "13.00 tot 15.00 uur"

[[afwijkend]]
datum = "2026-12-22"
plein = "elders"
reden = "Er is een kerstmarkt."

[[afwijkend]]
datum = "2026-12-10"
tijd = "10.00 tot 11.00 uur"
reden = "Voor wie dinsdag niet kan."

[[verwijs]]
vraag = "U wilt een brief leren schrijven."
naar = "klaar"
hoe = "Loop mee."

[[verwijs]]
vraag = "U wilt een boek lenen."
naar = "bieb"

[[verwijs]]
vraag = "U hebt een eigen bedrijf."
website = "https://elders.example/bedrijf"
+++
Neem **uw brief** mee. Of lees eerst [meer](/over/) & kom dan.

- een
- twee
`,
	"spreekuren/open.toml": `
titel = "Open tafel"
plein = "dorpsplein"
partner = "bieb"
dag = "maandag t/m woensdag"
tijd = "tijdens openingstijden"
in_een_zin = "Kom binnen."
alleen_schoolweken = true
tekst = "Altijd welkom."
`,
	"spreekuren/weken.toml": `
titel = "Even weken"
plein = "elders"
partner = "bieb"
dag = "even weken op vrijdag"
tijd = "9.30 tot 10.30 uur"
vanaf = "2026-11-01"
tot_en_met = "2027-01-31"
in_een_zin = "Om de week."
tekst = "Om de week."
`,
	"spreekuren/klaar.toml": `
titel = "Gestopt spreekuur"
plein = "elders"
partner = "bieb"
dag = "vrijdag"
tijd = "9.30 tot 10.30 uur"
in_een_zin = "Dit was er."
status = "gestopt"
reden = "Te weinig bezoekers."
opvolger = "weken"
tekst = "Voorbij."
`,
	"agenda/markt.md": `+++
titel = "Markt van hulp"
datum = "2027-03-02"
tot_en_met = "2027-03-03"
tijd = "9.30 tot 13.00 uur"
in_een_zin = "Alle organisaties staan naast elkaar."
plein = "dorpsplein"
doelgroepen = ["iedereen"]
aanmelden = "mag"
email = "markt@pleinen.example"
website = "https://pleinen.example/markt"
partners = ["taalhuis"]

[[programma]]
tijd = "9.30 uur"
titel = "Koffie"
[[programma]]
tijd = "10.00 tot 13.00 uur"
titel = "Markt"

[[sprekers]]
rol = "wethouder"
organisatie = "Gemeente"
+++
Kom **langs**.
`,
	"agenda/elders.toml": `
titel = "Een dag weg"
datum = "2026-11-22"
in_een_zin = "Samen op stap."
locatie = "De Zaal"
adres = "Zaalstraat 4"
plaats = "Sprang-Capelle"
partners = ["bieb"]
`,
	"agenda/geweest.toml": `
titel = "Wat was"
datum = "2026-06-01"
in_een_zin = "Dit was er."
plein = "elders"
`,
	"agenda/lang-geleden.toml": `
titel = "Wat lang geleden was"
datum = "2025-06-01"
in_een_zin = "Dit was er."
plein = "elders"
`,
	"berichten/dicht.md": `+++
titel = "Dicht op 1 december"
datum = "2026-11-20"
tot_en_met = "2026-12-01"
in_een_zin = "De verwarming wordt gemaakt."
pleinen = ["dorpsplein"]
belangrijk = true
+++
Kom **een dag later**.
`,
	"berichten/brieven-vol.toml": `
titel = "Het is druk"
datum = "2026-11-01"
in_een_zin = "Kom op tijd."
spreekuren = ["brieven"]
partners = ["bieb"]
`,
	"berichten/oud.toml": `
titel = "Oud nieuws"
datum = "2025-01-01"
in_een_zin = "Dit was nieuws."
pleinen = ["dorpsplein"]
`,
}

// site makes the catalog of a content folder.
func site(t testing.TB, files map[string]string) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	read, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(read, catalog.Options{Now: now})
	problems.Add(unresolved...)
	for _, p := range problems {
		// A random plein may lack the hours that a spreekuur follows; a feed has
		// to say so truly, by no dates. A random exception may hit nothing.
		if p.Severity == diag.Error && p.Code != "openingstijden-ontbreken" {
			t.Errorf("%v: %s", p.Range, p.Message)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return c
}

// with is the small site with other or more files.
func with(files map[string]string) map[string]string {
	all := map[string]string{}
	for name, data := range small {
		all[name] = data
	}
	for name, data := range files {
		all[name] = data
	}
	return all
}

// without are the files that do not stand in a folder.
func without(folder string, files map[string]string) map[string]string {
	rest := maps.Clone(files)
	maps.DeleteFunc(rest, func(name, _ string) bool { return strings.HasPrefix(name, folder+"/") })
	return rest
}

func render(t testing.TB, c *catalog.Catalog, path string) string {
	t.Helper()
	for _, f := range Files(c) {
		if f.Path == path {
			return renderFile(t, f)
		}
	}
	t.Fatalf("there is no file %q", path)
	return ""
}

func renderFile(t testing.TB, f publish.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	return b.String()
}

// TestCalendarWithoutClock wants a calendar to depend on the content and the
// date, not on the hour.
func TestCalendarWithoutClock(t *testing.T) {
	defer func(saved time.Time) { now = saved }(now)
	before := render(t, site(t, small), "pleinen/dorpsplein/spreekuren.ics")
	now = now.Add(6 * time.Hour)
	if after := render(t, site(t, small), "pleinen/dorpsplein/spreekuren.ics"); before != after {
		t.Errorf("six hours later: %s", goldentest.FirstDifference(after, before))
	}
}

// shipped is the sample content of the repository.
func shipped(t testing.TB) *catalog.Catalog {
	t.Helper()
	read, problems, err := contentfs.Read(os.DirFS("../../content"))
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(read, catalog.Options{Now: now})
	problems.Add(unresolved...)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return c
}
