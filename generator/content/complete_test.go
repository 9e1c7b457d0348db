package content_test

import (
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

func archive(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if name == "volledig.txtar" { // no form edits the list of sources
		sources, err := txtar.ParseFile("testdata/bronnen.txtar")
		if err != nil {
			t.Fatal(err)
		}
		a.Files = append(a.Files, sources.Files...)
	}
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// asMarkdown turns the .toml records into .md files with the same content.
func asMarkdown(t *testing.T, fsys fstest.MapFS) fstest.MapFS {
	other := fstest.MapFS{}
	for name, file := range fsys {
		text := string(file.Data)
		if path.Dir(name) == "." || path.Ext(name) == ".md" {
			other[name] = file
			continue
		}
		_, after, ok := strings.Cut(text, "\ntekst = ")
		if !ok {
			t.Fatalf("%s has no text", name)
		}
		quote := `"`
		if strings.HasPrefix(after, `"""`) {
			quote = `"""`
		}
		body, _, _ := strings.Cut(after[len(quote):], quote)
		text = strings.Replace(text, "tekst = "+quote+body+quote+"\n", "", 1)
		text = "+++\n" + text + "+++\n" + body
		other[strings.TrimSuffix(name, ".toml")+".md"] = &fstest.MapFile{Data: []byte(text)}
	}
	return other
}

// mustRead reads the files of a folder, none of which may have a problem.
func mustRead(t *testing.T, fsys fstest.MapFS) *content.Content {
	t.Helper()
	c := &content.Content{}
	for _, name := range slices.Sorted(maps.Keys(fsys)) {
		doc, problem := frontmatter.Parse(name, fsys[name].Data)
		if problem != nil {
			t.Fatal(problem)
		}
		var problems diag.List
		switch name {
		case "site.toml":
			c.Site, problems = reading.ReadingOn(0).Site(doc)
		case "onderwerpen.toml":
			c.Onderwerpen, problems = reading.ReadingOn(0).Topics(doc)
		case "bronnen.toml":
			c.Sources, problems = reading.ReadingOn(0).Sources(doc)
		default:
			kind := slices.IndexFunc(content.Kinds, func(k content.Kind) bool { return k.Folder == path.Dir(name) })
			var more *content.Content
			more, problems = reading.Parse(content.Kinds[kind], name, fsys[name].Data)
			c = c.With(more)
		}
		if len(problems) > 0 {
			var b strings.Builder
			diag.Text(&b, problems)
			t.Fatal(b.String())
		}
	}
	return c
}

// TestCompleteUsesEveryField keeps the other tests honest: the complete records
// hold every field there is.
func TestCompleteUsesEveryField(t *testing.T) {
	used := map[string]bool{}
	for name, file := range archive(t, "volledig.txtar") {
		doc, problem := frontmatter.Parse(name, file.Data)
		if problem != nil {
			t.Fatal(problem)
		}
		kind, top := strings.TrimSuffix(name, ".toml"), ""
		fields := content.SiteFields
		switch {
		case name == "onderwerpen.toml":
			kind, fields, top = "onderwerp", content.OnderwerpFields, "geld"
		case name == "bronnen.toml":
			kind, fields, top = "bron", content.SourceFields, "buren"
		case name != "site.toml":
			for _, k := range content.Kinds {
				if k.Folder == path.Dir(name) {
					kind, fields = k.Name, k.Fields
				}
			}
		}
		eachField(fields, "", func(at string, _ frontmatter.Field) {
			if holds(doc, top, at) {
				used[kind+"."+at] = true
			}
		})
	}
	for kind, fields := range kinds() {
		eachField(fields, kind+".", func(at string, _ frontmatter.Field) {
			if !used[at] {
				t.Errorf("%s is not in testdata/volledig.txtar", at)
			}
		})
	}
}

// holds looks for a field, in lists of tables in the first two of them.
func holds(doc *frontmatter.Document, top, at string) bool {
	var path []any
	if top != "" {
		path = append(path, top)
	}
	return holdsBelow(doc, path, strings.Split(at, "."))
}

// holdsBelow tries each way in which a block may be below another: as such, as one of a
// list, or as that of a language.
func holdsBelow(doc *frontmatter.Document, path []any, steps []string) bool {
	path = append(path[:len(path):len(path)], steps[0])
	if !doc.Has(path...) {
		return false
	}
	rest := steps[1:]
	if len(rest) == 0 || holdsBelow(doc, path, rest) {
		return true
	}
	for _, step := range []any{0, 1, "en"} {
		if deeper := append(path[:len(path):len(path)], step); doc.Has(deeper...) && holdsBelow(doc, deeper, rest) {
			return true
		}
	}
	return false
}

func days(t *testing.T, s string) schedule.Days {
	d, err := schedule.ParseDays(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func date(t *testing.T, s string) schedule.Date {
	d, err := schedule.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCompleteRecords(t *testing.T) {
	toml := archive(t, "volledig.txtar")
	for name, fsys := range map[string]fstest.MapFS{"toml": toml, "md": asMarkdown(t, toml)} {
		t.Run(name, func(t *testing.T) {
			c := mustRead(t, fsys)
			yes, no := true, false
			d := func(s string) schedule.Date { return date(t, s) }
			compare(t, c.Site, &content.Site{
				Titel: "Pleinen", InEenZin: "Vind hulp.", Adres: "https://www.voorbeeld.nl/pleinen", Organisatie: "Bibliotheek",
				Telefoon: "013 000 00 00", Email: "info@voorbeeld.nl", Beveiliging: "beveiliging@voorbeeld.nl",
				Taal: "nl", Talen: []typed.Language{"nl", "en"}, Tijdnotatie: "10:00",
				Naamruimte: "voorbeeld.nl", Licentie: "CC0-1.0", Voorbeeld: true,
				Doorverwijzen:   []string{"Luister.", "Loop mee."},
				Feestdagen:      content.Feestdagen{&yes, &yes, &yes, &yes, &yes, &yes, &yes, &yes, &yes, &yes, &yes, &no},
				Sluitingen:      []content.Sluiting{{d("2026-12-24"), d("2027-01-02"), "Kerst"}},
				Schoolvakanties: []content.Schoolvakantie{{"herfstvakantie", d("2026-10-17"), d("2026-10-25")}},
				Thema:           content.Thema{"#8a3b12", "#fffdf8", "#1f1a17", "/logo.svg"},
				Verklaring: content.Verklaring{
					"B", d("2026-11-02"), "Alle pagina's.", "EN 301 549 met WCAG 2.2, niveau A en AA", "de directeur",
					"toegankelijkheid@voorbeeld.nl", "U krijgt binnen 5 werkdagen antwoord.",
					[]content.Onderzoek{{"Onderzoek door een bureau", d("2026-10-12"), "https://www.voorbeeld.nl/rapport"}},
					[]content.Probleem{{"De kaart heeft geen goede tekst.", "Gebruik de lijst eronder.", "Wij maken een nieuwe kaart.", d("2027-06-01")}},
					content.Klacht{"de Nationale ombudsman", "https://www.nationaleombudsman.nl"},
				},
				Beheer:    content.Beheer{"bibliotheek/pleinwijzer", "inhoud", "teksten"},
				Menu:      []content.MenuItem{{"Pleinen", "/pleinen/", map[typed.Language]content.VertaaldeRegel{"en": {"Places"}}}},
				Vertaling: map[typed.Language]content.VertaaldeSite{"en": {"Places", "Help."}},
			})
			compare(t, c.Onderwerpen[0], &content.Onderwerp{
				Naam: "Geld", Uitleg: "Over geld.", Pictogram: "geld", Synoniemen: []string{"schuld", "rekening"},
				GidsAanbodsoort: "Formulieren", Slug: "geld", UPL: []typed.Product{"http://standaarden.overheid.nl/owms/terms/schuldhulpverlening"},
				Vragen: []content.Vraag{{
					"Ik heb schulden.", "schulden", []typed.Slug{"geld"},
					map[typed.Language]content.VertaaldeVraag{"en": {"I have debts."}},
				}},
				Vertaling: map[typed.Language]content.VertaaldOnderwerp{"en": {"Money", "About money.", []string{"debt", "bill"}}},
			})
			compare(t, c.Sources[0], &content.Source{
				Titel: "De buren", Soort: "pleinwijzer", Adres: "https://buren.example/feeds/v1/", Licentie: "CC0-1.0", Vanaf: d("2027-01-04"),
				Pleinen: []typed.Slug{"lochal"}, Voorrang: 10, Negeer: map[string]string{"partner-zelfde": "Dit zijn twee organisaties."},
				ZelfdeAls: []content.SamePartner{{"taalhuis", "vol"}}, Slug: "buren",
			})
			compare(t, c.Pleinen[0], completePlein(t))
			compare(t, c.Partners[0], &content.Partner{
				Naam: "Taalhuis Tilburg", NaamInUitingen: "Taalhuis", InEenZin: "Wij helpen.", Website: "https://www.voorbeeld.nl",
				Telefoon: "013 000 00 01", Email: "info@voorbeeld.nl", Logo: "/logos/taalhuis.svg", Nieuwsbrief: "https://www.voorbeeld.nl/nieuwsbrief", KvK: "12345678",
				Kanalen: content.Kanalen{"https://www.facebook.com/v", "https://www.instagram.com/v", "https://www.linkedin.com/company/v",
					"https://www.youtube.com/@v", "https://social.voorbeeld.nl/@v", "https://bsky.app/profile/v", "https://x.com/v", "https://whatsapp.com/channel/v"},
				Gids: content.Gids{"1", &yes}, Vertaling: inEnglish, Record: full("oud"),
			})
			compare(t, c.Spreekuren[2], completeSpreekuur(t))
			compare(t, c.Agenda[1], &content.Agendapunt{
				Titel: "Netwerkochtend", Datum: d("2027-01-21"), TotEnMet: d("2027-01-23"), Dag: days(t, "elke dag"),
				Behalve: []schedule.Date{d("2027-01-22")}, Tijd: typed.Moment{Begin: 570, End: 780, Set: true},
				InEenZin: "Partners leren elkaar kennen.", Locatie: "De Zaal", Straat: "Kerkstraat 1", Postcode: "5038 AA", Plaats: "Tilburg",
				LocatieTekst: "De zaal is boven.", LocatieWebsite: "https://www.voorbeeld.nl", Breedtegraad: 51.5606, Lengtegraad: 5.0919,
				Programma:   []content.Onderdeel{{typed.Moment{Begin: 570, Set: true}, "Koffie", true}},
				Sprekers:    []content.Spreker{{"A. Voorbeeld", d("2027-01-10"), "Coördinator", "Taalhuis"}},
				Doelgroepen: []string{"vrijwilligers"}, Kosten: "5 euro", Aanmelden: "verplicht", Website: "https://www.voorbeeld.nl",
				Vragen: []string{"Wie doet wat?"}, Voor: "partners", AanmeldenTot: d("2027-01-12"), Plaatsen: 80, Telefoon: "013 000 00 01",
				Email: "info@voorbeeld.nl", Partners: []typed.Slug{"vol"}, Vertaling: toldInEnglish, Record: full("oud"),
			})
			compare(t, c.Berichten[0], &content.Bericht{
				Titel: "Dicht", Datum: d("2026-12-01"), TotEnMet: d("2026-12-24"), InEenZin: "Wij zijn dicht.", Pleinen: []typed.Slug{"vol"},
				Partners: []typed.Slug{"vol"}, Spreekuren: []typed.Slug{"vol"}, Belangrijk: true, Vertaling: toldInEnglish, Record: full("oud"),
			})
			compare(t, c.Paginas[0], &content.Pagina{Titel: "Over", Menu: 2, Voet: 3, Record: full("oud")})
		})
	}
}

// The translations of the complete records.
var (
	toldInEnglish = map[typed.Language]content.Vertaling{"en": {"Help", "We read.", "Short."}}
	inEnglish     = map[typed.Language]content.VertaaldeNaam{"en": {"Help.", "Short."}}
)

func full(aliases ...typed.Slug) content.Record {
	return content.Record{Tekst: "Tekst.", Aliassen: aliases, Concept: true, Negeer: map[string]string{"zin-lang": "citaat"}, Slug: "vol"}
}

func completePlein(t *testing.T) *content.Plein {
	no := false
	d := func(s string) schedule.Date { return date(t, s) }
	day := typed.Opening{Hours: typed.Hours{span(600, 1020)}}
	record := full("nieuwer", "ouder")
	record.Tekst = "Een\n\ntwee."
	return &content.Plein{
		Naam: "Plein Vol", InEenZin: "Hulp.", Doorverwijzen: []string{"Bel samen."},
		Adres:    content.Adres{"De Venloene", "Kerkstraat 1", "5175 AA", "Loon op Zand", 51.627, 5, "0809200000012345"},
		Gemeente: "Loon op Zand", Provincie: "Noord-Brabant", Telefoon: "013 000 00 01", Email: "info@voorbeeld.nl",
		Website: "https://www.voorbeeld.nl", Kartrekker: "vol", Gastheer: true,
		Openingstijden: content.Openingstijden{
			Maandag: day, Dinsdag: typed.Opening{Hours: typed.Hours{span(540, 720), span(780, 1020)}},
			Woensdag:  typed.Opening{Closed: true},
			Donderdag: day, Vrijdag: day,
			Zaterdag: typed.Opening{Hours: typed.Hours{span(600, 720)}}, Zondag: typed.Opening{Closed: true},
		},
		Afwijkend: []content.AfwijkendPlein{
			{Dagen: content.Dagen{Datum: d("2026-12-24")}, Tijd: typed.Hours{span(600, 720)}, Reden: "Kerst"},
			{Dagen: content.Dagen{Van: d("2026-12-25"), TotEnMet: d("2026-12-26")}, Gesloten: true},
		},
		Feestdagen: typed.HolidayRule{Own: true, Closed: schedule.Holidays(schedule.EersteKerstdag, schedule.Koningsdag)},
		Pilot:      content.Pilot{d("2026-09-01"), d("2027-08-31")},
		Toegang:    content.Toegang{[]string{"rolstoel", "rustige ruimte"}, "Bus 136.", "/fotos/ingang.jpg", "De ingang."},
		Verhuizing: []content.Verhuizing{{d("2027-02-01"), d("2028-12-31"), content.Adres{"Dorpshuis", "Dorpsstraat 1", "5175 AB", "Kaatsheuvel", 51.6, 5.1, "0809200000012346"}, content.Toegang{[]string{"lift"}, "Loop om de kerk heen.", "/fotos/dorpshuis.png", "Het dorpshuis."}, "Verbouwing"}},
		Gids:       content.Gids{"123", &no}, Vertaling: inEnglish, Record: record,
	}
}

func completeSpreekuur(t *testing.T) *content.Spreekuur {
	yes := true
	d := func(s string) schedule.Date { return date(t, s) }
	record := full("oud")
	record.Tekst = "Korte omschrijving."
	return &content.Spreekuur{
		Titel: "Hulp bij brieven", Dag: days(t, "1e en 3e dinsdag van de maand"),
		Tijd:     schedule.Times{Spans: []schedule.Span{span(600, 720), span(780, 840)}},
		InEenZin: "Wij lezen uw brief.", Plein: "vol", Partner: []typed.Slug{"vol", "ander"}, Inloop: span(600, 630),
		Onderwerpen: []typed.Slug{"geld"}, Doelgroepen: []string{"ouderen"}, Talen: []typed.Language{"nl", "ar"},
		Kosten: "2 euro", Aanmelden: "mag",
		Telefoon: "013 000 00 01", Email: "info@voorbeeld.nl", Website: "https://www.voorbeeld.nl", Meenemen: []string{"de brief"},
		Niet:    []string{"Wij geven geen geld."},
		Verwijs: []content.Verwijs{{"U hebt een eigen bedrijf.", "ander", "", "Loop mee."}, {"U zoekt werk.", "", "https://www.voorbeeld.nl/werk", ""}},
		Vanaf:   d("2027-01-05"), TotEnMet: d("2027-06-29"), AlleenSchoolweken: true,
		Afwijkend: []content.AfwijkendSpreekuur{
			{Dagen: content.Dagen{Datum: d("2027-01-19")}, Vervalt: true, Reden: "De zaal wordt geverfd."},
			{Dagen: content.Dagen{Van: d("2027-02-01"), TotEnMet: d("2027-02-28")}, Tijd: typed.Hours{span(600, 660)}, Plein: "ander"},
		},
		Status: "tijdelijk gestopt", Reden: "Ziek", Opvolger: "ander", Gecontroleerd: d("2026-11-02"),
		Gids: content.GidsSpreekuur{"Formulieren", content.Gids{"2", &yes}}, Vertaling: toldInEnglish, Record: record,
	}
}

// compare leaves out where the record came from. In a .md file the text is the
// body.
func compare(t *testing.T, got, want any) {
	t.Helper()
	v := reflect.New(reflect.TypeOf(got).Elem()).Elem()
	v.Set(reflect.ValueOf(got).Elem())
	switch x := v.Addr().Interface().(type) {
	case *content.Site:
		x.Doc = nil
	case *content.Onderwerp:
		x.Doc = nil
	case *content.Source:
		x.Doc = nil
	case content.Item:
		base := x.File()
		base.Tekst = typed.Text(strings.TrimSpace(base.Body()))
		base.Doc = nil
	}
	if !reflect.DeepEqual(v.Addr().Interface(), want) {
		t.Errorf("%T\n got  %+v\n want %+v", got, v, reflect.ValueOf(want).Elem())
	}
}

func TestOtherFormsAndDefaults(t *testing.T) {
	c := mustRead(t, archive(t, "volledig.txtar"))
	blocks, dates, event := c.Spreekuren[0], c.Spreekuren[1], c.Agenda[0]
	if blocks.Kosten != "gratis" || blocks.Aanmelden != "niet nodig" ||
		blocks.Status != "actief" || !reflect.DeepEqual(blocks.Talen, []typed.Language{"nl"}) {
		t.Errorf("defaults: %+v", blocks)
	}
	if event.Kosten != "gratis" || event.Aanmelden != "niet nodig" || event.Plein != "vol" {
		t.Errorf("defaults: %+v", event)
	}
	ten := schedule.Times{Spans: []schedule.Span{span(600, 720)}}
	want := []schedule.Slot{{Days: days(t, "maandag"), Times: ten}, {Days: days(t, "elke vrijdag"), Times: schedule.Times{Opening: true}}}
	if got := blocks.Slots(); !reflect.DeepEqual(got, want) {
		t.Errorf("blocks: %+v", got)
	}
	want = []schedule.Slot{{Days: schedule.OnDates([]schedule.Date{date(t, "2027-01-12"), date(t, "2027-02-09")}), Times: ten}}
	if got := dates.Slots(); !reflect.DeepEqual(got, want) {
		t.Errorf("dates: %+v", got)
	}
	if blocks.Vertaling["en"].Titel != "Blocks" {
		t.Errorf("translation: %+v", blocks.Vertaling)
	}
	if got := strings.TrimSpace(dates.Body()); got != "Tekst.\n\nMeer." {
		t.Errorf("body %q", got)
	}
	if got := c.Partners[0].Kanalen.List(); len(got) != 8 || got[0].Name != "Facebook" {
		t.Errorf("channels: %v", got)
	}
}

func TestSiteDefaults(t *testing.T) {
	c := mustRead(t, fstest.MapFS{"site.toml": {Data: []byte("titel = \"P\"\nadres = \"https://a.nl/b\"\n")}})
	s := c.Site
	if s.Taal != "nl" || !reflect.DeepEqual(s.Talen, []typed.Language{"nl"}) || s.Tijdnotatie != "10.00" || s.Naamruimte != "a.nl" {
		t.Errorf("%+v", s)
	}
}

func span(begin, end schedule.Clock) schedule.Span { return schedule.Span{Begin: begin, End: end} }
