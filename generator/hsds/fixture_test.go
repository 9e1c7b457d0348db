package hsds

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"os"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/randomsite"
	"pleinwijzer/generator/schedule"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// now is a Sunday, outside any opening hours.
var now = time.Date(2026, time.November, 22, 12, 0, 0, 0, schedule.Amsterdam)

// small is a site with one of everything that appears in HSDS.
var small = map[string]string{
	"site.toml": `
titel = "Pleinen in het dorp"
adres = "https://pleinen.example"
email = "info@pleinen.example"
naamruimte = "pleinen.example"
`,
	"onderwerpen.toml": `
[taal]
naam = "Taal, lezen en schrijven"
uitleg = "Hulp bij de taal."
[geld]
naam = "Geld"
synoniemen = ["schuld", "rekening"]
[vrij]
naam = "Niemand doet dit"
`,
	"partners/taalhuis.toml": `
naam = "Stichting Taalhuis"
naam_in_uitingen = "Taalhuis"
in_een_zin = "Het Taalhuis helpt u met lezen."
website = "https://taalhuis.example"
nieuwsbrief = "https://taalhuis.example/nieuwsbrief"
telefoon = "013 000 00 03"
[kanalen]
mastodon = "https://social.example/@taalhuis"
`,
	"partners/bieb.toml": `
naam = "Bibliotheek"
email = "info@bieb.example"
telefoon = "013 000 00 04"
`,
	"pleinen/dorpsplein.toml": `
naam = "Dorpsplein"
in_een_zin = "Hier helpen wij u."
locatie = "De Bieb"
adres = "Kerkstraat 1"
postcode = "5175 AA"
plaats = "Loon op Zand"
gemeente = "Loon op Zand"
provincie = "Noord-Brabant"
breedtegraad = 51.6275
lengtegraad = 5.0751
telefoon = "013 000 00 01"
kartrekker = "bieb"
toegankelijkheid = ["rolstoel", "toilet"]
route = "Bus 136 stopt voor de deur."

[openingstijden]
maandag = "9.00-12.00 en 13.00-17.00"
dinsdag = "9.00-17.00"

[[afwijkend]]
datum = "2026-12-01"
tijd = "10.30-17.00"
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
	"spreekuren/brieven.md": `+++
titel = "Hulp bij brieven"
plein = "dorpsplein"
partner = ["taalhuis", "bieb"]
dag = "elke dinsdag"
tijd = "10.00 tot 12.00 uur"
inloop = "10.00 tot 11.30 uur"
in_een_zin = "Wij lezen uw brief en vullen samen het formulier in."
onderwerpen = ["taal", "geld"]
doelgroepen = ["ouderen", "nieuwkomers"]
talen = ["nl", "ar"]
aanmelden = "mag"
telefoon = "013 000 00 02"
email = "brieven@taalhuis.example"
website = "https://taalhuis.example/brieven"
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
+++
Neem **uw brief** mee. Of lees eerst [meer](/over/) & kom dan.

- een
- twee
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
kosten = "2 euro voor een kopie"
aanmelden = "verplicht"
`,
	"spreekuren/einde.toml": `
titel = "Tot de zomer"
plein = "elders"
partner = "bieb"
dag = "1e en laatste maandag van de maand"
tijd = "19.00 tot 24.00 uur"
tot_en_met = "2027-06-28"
in_een_zin = "Tot de zomer."
tekst = "Tot de zomer."
`,
	"spreekuren/stil.toml": `
titel = "Even niet"
plein = "elders"
partner = "bieb"
dag = "vrijdag"
tijd = "9.30 tot 10.30 uur"
in_een_zin = "Even niet."
tekst = "Even niet."
status = "tijdelijk gestopt"
reden = "Er zijn te weinig vrijwilligers"
`,
	"spreekuren/klaar.toml": `
titel = "Gestopt spreekuur"
plein = "elders"
partner = "bieb"
onderwerpen = ["vrij"]
dag = "vrijdag"
tijd = "9.30 tot 10.30 uur"
in_een_zin = "Dit was er."
status = "gestopt"
tekst = "Voorbij."
`,
	"spreekuren/concept.toml": `
titel = "Nog geheim"
plein = "elders"
partner = "geheim"
dag = "vrijdag"
tijd = "9.30 tot 10.30 uur"
in_een_zin = "Nog geheim."
tekst = "Nog geheim."
concept = true
`,
	"partners/geheim.toml": "naam = \"Geheime partner\"\nconcept = true\n",
	"berichten/belangrijk.md": `+++
titel = "Neem deze weken de zijdeur"
datum = "2026-11-20"
in_een_zin = "De voordeur wordt geverfd."
pleinen = ["dorpsplein"]
belangrijk = true
+++
De voordeur wordt geverfd.
`,
}

// with returns the small site with some files replaced or added.
func with(files map[string]string) map[string]string {
	all := maps.Clone(small)
	maps.Copy(all, files)
	return all
}

// site returns the catalog of a content folder.
func site(t testing.TB, files map[string]string) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return resolve(t, fsys)
}

// shipped returns the catalog of the repository's sample content.
func shipped(t testing.TB) *catalog.Catalog {
	t.Helper()
	return resolve(t, os.DirFS("../../content"))
}

func resolve(t testing.TB, fsys fs.FS) *catalog.Catalog {
	t.Helper()
	read, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(read, catalog.Options{Now: now})
	problems.Add(unresolved...)
	for _, p := range problems {
		// A random plein may lack the opening hours that a spreekuur follows, which must result
		// in a spreekuur without dates. A random exception may not apply to any date.
		if p.Severity == diag.Error && p.Code != "openingstijden-ontbreken" {
			t.Errorf("%v: %s", p.Range, p.Message)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return c
}

// renderAll returns the text of each file by its path, and fails the test if two files
// have the same path.
func renderAll(t testing.TB, c *catalog.Catalog) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, f := range Files(c) {
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		if _, double := all[f.Path]; double {
			t.Errorf("%s is there twice", f.Path)
		}
		all[f.Path] = b.String()
	}
	return all
}

// randomSite returns a directory with opening hours by day and by night.
func randomSite(seed uint64, spreekuren int) map[string]string {
	return randomsite.Files(seed, randomsite.Shape{Pleinen: 40, Partners: 8, Spreekuren: spreekuren, Night: true})
}
