package lint_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/diag"
)

// Things that occur in records without personal data but look like a person: streets,
// buildings and organisations that are named after someone, neighbourhoods, and mailboxes
// of organisations.
var (
	streets = []string{"Burgemeester Jansenstraat", "Willem-Alexanderplein", "Anne Frankstraat", "Hugo de Grootlaan", "Pieter Breughelstraat", "Koningin Julianaplein",
		"Pastoor van Beugenstraat", "Dr. Ariënslaan", "Johan de Wittlaan", "Prins Bernhardstraat", "Sint Janstraat", "Jan Tooropstraat", "Vincent van Goghstraat", "Marie Curielaan",
		"Van Limburg Stirumlaan", "Karel Boddenweg", "Jan van Rijzewijkstraat", "Titus Brandsmaplein"}
	organisationNames = []string{"Stichting Willem Felsoord", "Annahuis", "Huize Antonius", "Jan van Besouw", "Vincentiusvereniging", "Theresialyceum", "Maria Mediatrixkerk",
		"Ronald McDonald Huis", "Prins Bernhard Cultuurfonds", "Leger des Heils", "Quiet Community", "Traverse", "ContourdeTwern", "Bibliotheek Midden-Brabant", "Taalhuis Tilburg",
		"Humanitas Thuisadministratie", "De Wever", "Farent", "Sociaal Raadslieden", "Juridisch Loket", "Seniorenvereniging Loon op Zand", "Bijeen", "Woonveste", "Casade", "MEE",
		"SeniorWeb", "Formulierenbrigade", "Repair Café De Schakel", "Sint Vincentius", "Rode Kruis", "Gemeente Goirle", "Voedselbank Goirle", "Buurthuis Sint Anna",
		"Wijkcentrum De Baselaer", "Mariagaarde", "Jozefzorg", "Samen Sterk", "Thuiszorg Het Laar", "Novadic Kentron", "R-Newt",
		"Stichting Present", "Cordaan", "De Tussenvoorziening", "Sociaal Werk De Schans", "MEE Samen", "Bij Bosshardt", "Fonds Sluyterman van Loo", "Sint Anna Zorg", "Philadelphia",
		"Odensehuis Andante", "Home-Start", "Buddyzorg Limburg", "Haarlem Effect", "DOCK", "Buurtteam Amsterdam", "Resto VanHarte", "Emma's Hoeve", "Speeltuin Wilhelmina",
		"Kulturhus Lienden", "Brede School De Palster", "Albert Heijn", "Johan Cruyff Foundation", "Prins Clauscentrum", "Dr. Schaepmanhuis", "Pater Damiaan", "Sint Jozefkerk"}
	neighbourhoods = []string{"Jeruzalem", "Oud-Noord", "Groenewoud", "Den Hoef", "De Reit", "Wandelbos", "Sint Pieterspark", "Koningshaven", "Trouwlaan", "Zandveld", "Berkel-Enschot", "Udenhout",
		"Kaatsheuvel", "Goirle", "Loon op Zand", "Waalwijk", "Drunen", "Vlijmen", "Sint-Michielsgestel", "Hilvarenbeek", "Baarle-Nassau", "Bos en Lommer", "Den Helder", "Anna Paulowna", "Maria Hoop", "Willemstad", "Julianadorp"}
	taskBoxes = []string{"info", "spreekuur", "taalhuis.tilburg", "loket-u", "wijkteam.west", "oud.noord", "de.schakel", "sint.jan", "annahuis", "willemfelsoord", "mariagaarde", "aanmelden",
		"formulierenhulp", "vragen.goirle", "t-plein", "digihulp", "sociaalraadslieden", "janvanbesouw", "balie-noord", "bibliotheek", "jozefzorg", "ouderen", "advies", "onderwijs",
		"ondersteuning", "kinderen", "evenementen", "udenhout", "stempel", "wandelen", "markt", "corso", "visserij", "edelhert", "ideeenbus", "robijn", "annaparochie", "vrijwilligers",
		"plein1944", "maatjes", "e-loket", "post.waalwijk", "vincentius", "thuisadministratie", "deschakel", "dezaal", "vandaag", "vanharte", "kantoor.breda", "bakkerij", "smederij",
		"zuid.oost", "bieb.oss", "t.kruispunt", "sterren", "adelaar", "terneuzen", "maria.parochie", "thomas-kerk", "michiel.school", "petrus", "rosarium", "denhelder", "vanuit", "elshof"}
	cleanLines = []string{
		"Mail naar {mail}.", "{org}: {mail}", "Vragen? Mail {org} ({mail}).", "Aanspreekpunt: de balie van {org}.", "De contactpersoon is de medewerker aan de balie.",
		"Kartrekker: {org}.", "Kartrekker is {org}.", "De coördinator is er op dinsdag.", "Aanmelden kan via {mail}, ook in {hood}.", "Bel of mail {org} via {mail}.",
		"Adres: {street} {n}, {hood}, {mail}", "Contact: 013 000 00 01 of {mail}.", "Docent: een vrijwilliger van {org}.", "U vindt ons aan de {street} {n} in {hood}.",
		"Kom naar {org} in {hood}.", "Ga naar {org}, {street} {n}.", "Contactpersoon: vraag bij de balie.", "Aanspreekpunt is het Taalhuis.", "Mail {mail} voor {org}.",
		"- {org}, {mail}\n- {org}, 013 000 00 02", "| organisatie | mail |\n|---|---|\n| {org} | {mail} |", "Wij zijn er samen met {org} en {org}.", "Contact: Loop gerust binnen.",
		"Medewerkers van {org} helpen u.", "Vrijwilligers: {org}.", "Meld u aan bij {org}. Dat kan via {mail}.", "De beheerder van {org} doet de deur open.",
		"Deze avond gaat over Vincent van Gogh, in {hood}.", "Stuur een mail naar {mail} of bel {org}.", "Spreker: een medewerker van {org}.", "{hood}: {mail}", "Het spreekuur is bij {org}, {hood}.",
		"Uw contact bij {org}: {mail}", "Neem contact op met {org} via {mail}.", "Aanspreekpunt: Receptie.", "Coördinator: Vacature.", "Ons adres is {street} {n}. Mail: {mail}.",
	}
)

// fill replaces each name in braces by a random value from the tables.
func fill(random *rand.Rand, form string) string {
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	for _, part := range []struct {
		name  string
		value func() string
	}{
		{"{org}", func() string { return pick(organisationNames) }}, {"{hood}", func() string { return pick(neighbourhoods) }},
		{"{street}", func() string { return pick(streets) }}, {"{n}", func() string { return fmt.Sprint(1 + random.IntN(200)) }},
		{"{mail}", func() string {
			return pick(taskBoxes) + "@" + pick([]string{"voorbeeld.example", "bibliotheek.example", "plein.example"})
		}},
	} {
		for strings.Contains(form, part.name) {
			form = strings.Replace(form, part.name, part.value(), 1)
		}
	}
	return form
}

var aboutPersons = map[string]bool{"persoonsnaam": true, "eigen-mailadres": true, "mobiel-nummer": true, "spreker-toestemming": true}

func personsIn(t *testing.T, files map[string]string) map[string]diag.List {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, all := range []map[string]string{surroundings, files} {
		for name, text := range all {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	found := map[string]diag.List{}
	for _, d := range check(t, fsys) {
		if aboutPersons[d.Code] {
			found[d.File] = append(found[d.File], d)
		}
	}
	return found
}

// TestCleanRecords allows a false alarm in at most one in a hundred records without
// personal data.
func TestCleanRecords(t *testing.T) {
	const records, most = 400, 4
	random := rand.New(rand.NewPCG(19, 1))
	files := map[string]string{}
	for i := range records {
		var lines []string
		for range 2 + random.IntN(3) {
			lines = append(lines, fill(random, cleanLines[random.IntN(len(cleanLines))]))
		}
		files[fmt.Sprintf("berichten/schoon-%03d.md", i)] = fmt.Sprintf("+++\ntitel = %q\ndatum = \"2026-11-20\"\nin_een_zin = %q\n+++\n%s\n",
			fill(random, "Nieuws van {org}"), fill(random, "Kom naar {org} in {hood}."), strings.Join(lines, "\n\n"))
	}
	found := personsIn(t, files)
	for _, problems := range found {
		t.Log(problems[0].Message, problems[0].Excerpt)
	}
	t.Logf("%d of %d clean records are said to name a person", len(found), records)
	if len(found) > most {
		t.Errorf("%d of %d clean records", len(found), records)
	}
}

// TestRecordsWithPersons checks that a person is found in each of these forms, whatever
// the name is.
func TestRecordsWithPersons(t *testing.T) {
	persons := []string{"Sjoukje Terpstra", "Zoë Kwik", "Ngozi Okafor", "Anne-Marie de Wit", "J. Verbunt", "J.P. van der Zwan", "Fatima El Amrani", "Bram van den Berg", "Xandra Zwart",
		"Jan-Willem Pijls", "Wies Brekelmans", "Achmed Öztürk", "Hanneke Smits-Van Loon", "Ihsan Tekin"}
	forms := []string{
		"{name}, {mail}", "Vragen? {name} ({mail}).", "Mail {name}: {mail}", "Mail naar {mail} ({name}).", "{mail}, {name}", "{name} via {mail}.", "{name}\n{mail}", "- {name}\n- {mail}",
		"| naam | mail |\n|---|---|\n| {name} | {mail} |", "Contactpersoon: {name}.", "Uw contactpersoon is {name}.", "Aanspreekpunt voor vragen: {name}", "De kartrekker van dit plein is {name}.",
		"## Contactpersoon\n\n{name}", "| contactpersoon | dag |\n|---|---|\n| Contactpersoon | {name} |", "{name}, 013 000 00 01, {mail}", "Neem contact op met contactpersoon {name}.",
		"**Contactpersoon:** {name}", "{name} - {mail}", "Coördinator: {name}, bereikbaar op dinsdag.",
	}
	boxes := []string{"info", "taalhuis.tilburg"}
	files := map[string]string{}
	for i, name := range persons {
		for j, form := range forms {
			text := strings.NewReplacer("{name}", name, "{mail}", boxes[(i+j)%2]+"@voorbeeld.example").Replace(form)
			files[fmt.Sprintf("berichten/vuil-%02d-%02d.md", i, j)] = "+++\ntitel = \"X\"\ndatum = \"2026-11-20\"\nin_een_zin = \"Kom langs.\"\n+++\n" + text + "\n"
		}
	}
	for _, remark := range []string{"# contactpersoon: Sjoukje Terpstra", "# Zoë Kwik, info@voorbeeld.example"} {
		files[fmt.Sprintf("berichten/opmerking-%d.md", len(files))] = "+++\n" + remark + "\ntitel = \"X\"\ndatum = \"2026-11-20\"\nin_een_zin = \"Kom langs.\"\n+++\nKom langs.\n"
	}
	for _, name := range []string{"Contactpersoon: Sjoukje.", "Uw aanspreekpunt is Ngozi.", "Kartrekker: Wies", "Bel Anne-Marie even.", "Vraag naar Jan-Willem."} {
		files[fmt.Sprintf("berichten/alleen-%d.md", len(files))] = "+++\ntitel = \"X\"\ndatum = \"2026-11-20\"\nin_een_zin = \"Kom langs.\"\n+++\n" + name + "\n"
	}
	missing(t, files)
}

func TestPersonalMailboxes(t *testing.T) {
	files := map[string]string{}
	for i, local := range strings.Fields(`j.devries j.de.vries jan.de.vries jandevries jdevries devriesj devries.j jan.devries2 jan_devries jan\_devries jan-devries j-devries janjansen jjansen
		jpvandenberg annemariedewit anne-marie.dewit sjoukje.terpstra s.terpstra fatima.elamrani f.elamrani ngozi.okafor petervdberg anja.taalhuis anja janwillem bvandenberg vandenbergb
		a.m.j.smits xandra.zwart Jan.deVries jan.van.der.meer hannekevanleeuwen kees.jansen-taalhuis`) {
		files[fmt.Sprintf("berichten/mail-%02d.md", i)] = "+++\ntitel = \"X\"\ndatum = \"2026-11-20\"\nin_een_zin = \"Kom langs.\"\n+++\nMail naar " + local + "@voorbeeld.example.\n"
	}
	missing(t, files)
}

func missing(t *testing.T, files map[string]string) {
	t.Helper()
	found := personsIn(t, files)
	for name, text := range files {
		if len(found[name]) == 0 {
			t.Errorf("nothing is said of %q", text)
		}
	}
	t.Logf("%d of %d found", len(found), len(files))
}
