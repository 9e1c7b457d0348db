package catalog_test

import (
	"fmt"
	"slices"
	"testing"

	"pleinwijzer/generator/address"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
)

func TestLinks(t *testing.T) {
	c := resolve(t, base(t), catalog.Options{})
	taalhuis := find(t, c, "taalhuis-waalwijk")
	plein := taalhuis.Plein
	for _, got := range []struct{ what, got, want string }{
		{"partners of a spreekuur", names(taalhuis.Partners, (*catalog.Partner).Page), "/partners/taalhuis-waalwijk/, /partners/seniorweb/"},
		{"topics of a spreekuur", names(taalhuis.Onderwerpen, (*catalog.Onderwerp).Page), "/onderwerpen/formulieren/"},
		{"spreekuren of a topic", names(taalhuis.Onderwerpen[0].Spreekuren, (*catalog.Spreekuur).Page), "/spreekuren/taalhuis-waalwijk/"},
		{"spreekuren of a plein", names(plein.Spreekuren, (*catalog.Spreekuur).Page), "/spreekuren/taalhuis-waalwijk/"},
		{"partners of a plein", names(plein.Partners, (*catalog.Partner).Page), "/partners/seniorweb/, /partners/taalhuis-waalwijk/"},
		{"pleinen of a partner", names(plein.Partners[0].Pleinen, (*catalog.Plein).Page), "/pleinen/plein-goirle/, /pleinen/plein-waalwijk/"},
		{"agenda of a plein", names(plein.Agenda, (*catalog.Agendapunt).Page), "/agenda/open-dag/"},
		{"berichten of a plein", names(find(t, c, "digihulp-goirle").Plein.Berichten, (*catalog.Bericht).Page), "/berichten/nieuw-plein/"},
		{"place of a plein", plein.Plaats.Page(), "/plaatsen/waalwijk/"},
		{"spreekuren of a place", names(plein.Plaats.Spreekuren, (*catalog.Spreekuur).Page), "/spreekuren/taalhuis-waalwijk/"},
		{"pages", names(c.Paginas, (*catalog.Pagina).Page), "/privacy/"},
		{"days", names(c.Dagen, (*catalog.Dag).Page), "/dagen/maandag/, /dagen/dinsdag/, /dagen/woensdag/, /dagen/donderdag/, /dagen/vrijdag/, /dagen/zaterdag/, /dagen/zondag/"},
	} {
		if got.got != got.want {
			t.Errorf("%s: %s, want %s", got.what, got.got, got.want)
		}
	}
}

// TestIDs holds the ids that data users keep. An id here must never change.
func TestIDs(t *testing.T) {
	before := resolve(t, base(t), catalog.Options{})
	for _, id := range []struct{ got, want string }{
		{find(t, before, "taalhuis-waalwijk").ID.String(), "01d425b6-7e5a-516b-9898-969fb6992d2b"},
		{before.Pleinen[0].ID.String(), "e6a8d88f-0c2a-5ff8-8889-034f71be35be"},
		{before.Partners[0].ID.String(), "b837aa3c-7210-5f7e-89e2-2105aa744ce2"},
		{before.Agenda[0].ID.String(), "2b5b35da-5206-54a5-bebe-cc659eeeca31"},
		{before.Berichten[0].ID.String(), "fc158bf6-5029-5013-aaa9-968aac6955e6"},
		{before.Paginas[0].ID.String(), "1c6cfdeb-049b-5648-98d2-92a0543c643d"},
	} {
		if id.got != id.want {
			t.Errorf("id %s, want %s", id.got, id.want)
		}
	}
	renamed := base(t)
	for _, aliases := range []string{`["taalhuis-waalwijk"]`, `["tweede", "taalhuis-waalwijk"]`} {
		spreekuur(renamed, "derde", "aliassen = "+aliases)
		delete(renamed, "spreekuren/taalhuis-waalwijk.md")
		after := resolve(t, renamed, catalog.Options{})
		if find(t, after, "derde").ID != find(t, before, "taalhuis-waalwijk").ID {
			t.Errorf("with aliases %s the id changed", aliases)
		}
	}
	ids := map[string]bool{}
	same := base(t) // one slug in two kinds
	put(same, "partners/plein-goirle.md", `naam = "X"`)
	after := resolve(t, same, catalog.Options{})
	for _, p := range after.Pleinen {
		ids[p.ID.String()] = true
	}
	for _, p := range after.Partners {
		ids[p.ID.String()] = true
	}
	if len(ids) != len(after.Pleinen)+len(after.Partners) {
		t.Error("a plein and a partner of one slug share an id")
	}
}

// TestShortAddresses: a plein has an address at the root, unless that leads elsewhere.
func TestShortAddresses(t *testing.T) {
	for slug, want := range map[string]string{
		"noord": "/noord/", "over": "/pleinen/over/", "oud": "/pleinen/oud/", "feeds": "/pleinen/feeds/", "en": "/pleinen/en/", "static": "/pleinen/static/",
	} {
		fsys := base(t)
		put(fsys, "paginas/over.md", "titel = \"Over\"\naliassen = [\"oud\"]")
		put(fsys, "pleinen/"+slug+".md", "naam = \"AA\"\nadres = \"Weg 1\"\npostcode = \"5000 AA\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 01\"")
		c := resolve(t, fsys, catalog.Options{Reserved: []string{"feeds"}})
		if got := c.Pleinen[slices.IndexFunc(c.Pleinen, func(p *catalog.Plein) bool { return p.Slug == slug })].Short; got != want {
			t.Errorf("%s is at %s, want %s", slug, got, want)
		}
	}
}

func TestRedirects(t *testing.T) {
	fsys := base(t)
	spreekuur(fsys, "nieuw", `aliassen = ["minder-oud", "oud"]`)
	spreekuur(fsys, "verborgen", `aliassen = ["oud-concept"]`, "concept = true")
	put(fsys, "paginas/over.md", "titel = \"Over\"\naliassen = [\"about\"]")
	put(fsys, "partners/mee.md", "naam = \"MEE\"\naliassen = [\"oud\"]") // its own folder
	show := func(r address.Redirect) string { return r.From + ">" + r.To }
	for _, c := range []struct {
		drafts bool
		want   string
	}{
		{false, "/about/>/over/, /partners/oud/>/partners/mee/, /spreekuren/minder-oud/>/spreekuren/nieuw/, /spreekuren/oud/>/spreekuren/nieuw/"},
		{true, "/about/>/over/, /partners/oud/>/partners/mee/, /spreekuren/minder-oud/>/spreekuren/nieuw/, /spreekuren/oud-concept/>/spreekuren/verborgen/, /spreekuren/oud/>/spreekuren/nieuw/"},
	} {
		if got := names(resolve(t, fsys, catalog.Options{Drafts: c.drafts}).Redirects, show); got != c.want {
			t.Errorf("drafts %v: %s\nwant %s", c.drafts, got, c.want)
		}
	}
}

func TestOrder(t *testing.T) {
	fsys := base(t)
	for i, naam := range []string{"Élan", "emmaus", "Eendracht", "'s-Heerenhulp", "Zorg", "abc", "ABC 2", "De Brug", "Ijsbreker", "Øster", "10 voor taal", "9 voor taal", "'t Pleintje", "B&B", "B en B", "Plein 10", "Plein 9", "Plein 09a", "Österhof"} {
		put(fsys, fmt.Sprintf("partners/p-%d.md", i), `naam = "`+naam+`"`)
	}
	put(fsys, "partners/lang.md", "naam = \"Zeer lange naam\"\nnaam_in_uitingen = \"Aa\"")
	put(fsys, "paginas/a.md", "titel = \"B\"")
	put(fsys, "paginas/b.md", "titel = \"A\"")
	put(fsys, "paginas/c.md", "titel = \"Z\"\nmenu = 1")
	put(fsys, "berichten/b.md", "titel = \"Nieuwste\"\ndatum = \"2026-12-02\"\nin_een_zin = \"X.\"")
	put(fsys, "agenda/b.md", "titel = \"Eerste\"\ndatum = \"2027-01-02\"\nin_een_zin = \"X.\"\nplein = \"plein-goirle\"")
	c := resolve(t, fsys, catalog.Options{})
	for _, got := range []struct{ got, want string }{
		{names(c.Partners, func(p *catalog.Partner) string { return p.NaamInUitingen }),
			"9 voor taal, 10 voor taal, Aa, abc, ABC 2, B&B, B en B, De Brug, Eendracht, Élan, emmaus, Ijsbreker, Øster, Österhof, Plein 9, Plein 09a, Plein 10, SeniorWeb, 's-Heerenhulp, 't Pleintje, Taalhuis Waalwijk, Zorg"},
		{names(c.Paginas, func(p *catalog.Pagina) string { return p.Slug }), "b, a, privacy, c"},
		{names(c.Berichten, func(b *catalog.Bericht) string { return b.Slug }), "b, nieuw-plein"},
		{names(c.Agenda, func(a *catalog.Agendapunt) string { return a.Slug }), "b, open-dag"},
	} {
		if got.got != got.want {
			t.Errorf("got  %s\nwant %s", got.got, got.want)
		}
	}
}

func TestDrafts(t *testing.T) {
	fsys := base(t)
	put(fsys, "pleinen/nieuw.md", "naam = \"Nieuw\"\nadres = \"A 1\"\npostcode = \"5141 AB\"\nplaats = \"Sprang\"\ntelefoon = \"013 000 00 01\"\nconcept = true")
	put(fsys, "partners/nieuw.md", "naam = \"Nieuw\"\nconcept = true")
	put(fsys, "agenda/nieuw.md", "titel = \"N\"\ndatum = \"2027-01-02\"\nin_een_zin = \"X.\"\nplein = \"plein-goirle\"\nconcept = true")
	put(fsys, "berichten/nieuw.md", "titel = \"N\"\ndatum = \"2027-01-02\"\nin_een_zin = \"X.\"\npleinen = [\"plein-goirle\"]\nconcept = true")
	put(fsys, "paginas/nieuw.md", "titel = \"N\"\nconcept = true")
	spreekuur(fsys, "nieuw", `plein = "nieuw"`, `partner = "nieuw"`, "concept = true") // a draft may name a draft
	for _, drafts := range []bool{false, true} {
		c := resolve(t, fsys, catalog.Options{Drafts: drafts})
		got := fmt.Sprint(len(c.Pleinen), len(c.Partners), len(c.Spreekuren), len(c.Agenda), len(c.Berichten), len(c.Paginas), len(c.Plaatsen),
			len(c.Pleinen[0].Agenda), len(c.Pleinen[0].Berichten))
		want := "2 2 2 1 1 1 2 0 1"
		if drafts {
			got = fmt.Sprint(len(c.Pleinen), len(c.Partners), len(c.Spreekuren), len(c.Agenda), len(c.Berichten), len(c.Paginas), len(c.Plaatsen),
				len(c.Pleinen[1].Agenda), len(c.Pleinen[1].Berichten))
			want = "3 3 3 2 2 2 3 1 2"
		}
		if got != want {
			t.Errorf("drafts %v: %s, want %s", drafts, got, want)
		}
	}
	spreekuur(fsys, "open", `plein = "nieuw"`)
	records, _, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	// Both can be shown, but a site without the drafts cannot be made.
	c, problems := catalog.Resolve(records, catalog.Options{Now: now, Drafts: true})
	if len(problems) != 1 || problems[0].Code != "verwijzing-concept" || problems[0].Severity != diag.Warning || len(c.Spreekuren) != 4 {
		t.Errorf("%d spreekuren, %v", len(c.Spreekuren), problems)
	}
}

func TestBase(t *testing.T) {
	for _, c := range []struct{ base, absolute, url string }{
		{"", "https://www.voorbeeld.nl/pleinen/", "/pleinen/"},
		{"https://a.nl/", "https://a.nl/pleinen/", "/pleinen/"},
		{"https://a.nl/sub/pad/", "https://a.nl/sub/pad/pleinen/", "/sub/pad/pleinen/"},
		{"http://localhost:1313", "http://localhost:1313/pleinen/", "/pleinen/"},
		{"https://a.nl/één", "https://a.nl/%C3%A9%C3%A9n/pleinen/", "/%C3%A9%C3%A9n/pleinen/"},
	} {
		s := resolve(t, base(t), catalog.Options{BaseURL: c.base}).Site
		if s.Absolute("/pleinen/") != c.absolute || s.URL("/pleinen/") != c.url {
			t.Errorf("%q: %s, %s", c.base, s.Absolute("/pleinen/"), s.URL("/pleinen/"))
		}
	}
}

func TestCurrent(t *testing.T) {
	bericht := func(from, until string) *catalog.Bericht {
		b := &catalog.Bericht{Bericht: &content.Bericht{Datum: date(from)}}
		if until != "" {
			b.TotEnMet = date(until)
		}
		return b
	}
	for _, c := range []struct {
		b     *catalog.Bericht
		today string
		want  bool
	}{
		{bericht("2026-12-01", ""), "2026-11-30", false},
		{bericht("2026-12-01", ""), "2026-12-01", true},
		{bericht("2026-12-01", ""), "2027-01-30", true},
		{bericht("2026-12-01", ""), "2027-01-31", false},
		{bericht("2026-12-01", "2026-12-03"), "2026-12-03", true},
		{bericht("2026-12-01", "2026-12-03"), "2026-12-04", false},
		{bericht("2026-12-01", "2027-11-30"), "2027-11-30", true},
	} {
		if got := c.b.Current(date(c.today)); got != c.want {
			t.Errorf("%v on %s: %v", c.b.Bericht.Datum, c.today, got)
		}
	}
}

func TestPast(t *testing.T) {
	a := &catalog.Agendapunt{Agendapunt: &content.Agendapunt{Datum: date("2027-01-21"), TotEnMet: date("2027-01-22")}}
	if a.Past(date("2027-01-22")) || !a.Past(date("2027-01-23")) {
		t.Error("an event is past after its last day")
	}
}

func TestWithoutSite(t *testing.T) {
	fsys := base(t)
	delete(fsys, "site.toml")
	c, problems, _ := contentfs.Read(fsys)
	if _, more := catalog.Resolve(c, catalog.Options{Now: now}); len(more) > 0 || len(problems) != 1 {
		t.Errorf("%v %v", problems, more)
	}
}
