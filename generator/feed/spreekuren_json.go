package feed

import (
	"io"
	"iter"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// komendeMax is how many coming dates a spreekuur has in the feed.
const komendeMax = 8

// The JSON feed of spreekuren, version 1. A field that is empty is left out: a
// reader never meets null, "" or [].
type (
	spreekurenHead struct {
		Versie      string `json:"versie"`
		Gemaakt     string `json:"gemaakt"` // RFC 3339
		Bron        string `json:"bron"`    // the page with the same spreekuren
		Titel       string `json:"titel"`
		Organisatie string `json:"organisatie,omitempty"`
		Licentie    string `json:"licentie,omitempty"`
		Tijdzone    string `json:"tijdzone"`
	}

	spreekuurJSON struct {
		ID            string             `json:"id"`
		Slug          string             `json:"slug"`
		URL           string             `json:"url"`
		Titel         string             `json:"titel"`
		InEenZin      string             `json:"in_een_zin"`
		Tekst         string             `json:"tekst,omitempty"`
		TekstHTML     string             `json:"tekst_html,omitempty"`
		Regel         string             `json:"regel"`
		Rooster       []roosterJSON      `json:"rooster,omitempty"`
		Inloop        *inloopJSON        `json:"inloop,omitempty"`
		Komende       []komendeJSON      `json:"komende,omitempty"`
		Plein         pleinJSON          `json:"plein"`
		Partners      []partnerJSON      `json:"partners,omitempty"`
		Onderwerpen   []onderwerpJSON    `json:"onderwerpen,omitempty"`
		Doelgroepen   []string           `json:"doelgroepen,omitempty"`
		Talen         []content.Language `json:"talen,omitempty"`
		Kosten        string             `json:"kosten,omitempty"`
		Aanmelden     string             `json:"aanmelden"`
		Telefoon      content.Phone      `json:"telefoon,omitempty"`
		Email         content.Email      `json:"email,omitempty"`
		Website       content.Web        `json:"website,omitempty"`
		Meenemen      []string           `json:"meenemen,omitempty"`
		Niet          []string           `json:"niet,omitempty"`
		Status        string             `json:"status"`
		Reden         string             `json:"reden,omitempty"`
		Opvolger      string             `json:"opvolger,omitempty"` // slug
		Gecontroleerd string             `json:"gecontroleerd,omitempty"`
		Gewijzigd     string             `json:"gewijzigd,omitempty"` // RFC 3339; absent without version control
	}

	// inloopJSON is the part of the hours in which no appointment is needed.
	inloopJSON struct {
		Begin string `json:"begin"`
		Eind  string `json:"eind"`
	}

	// komendeJSON is one date. It names a door only where that is not the door of
	// the plein today: at another plein, or after a move.
	komendeJSON struct {
		Begin  string `json:"begin"` // RFC 3339
		Eind   string `json:"eind"`
		Status string `json:"status"`
		Reden  string `json:"reden,omitempty"`
		Plein  string `json:"plein,omitempty"` // slug, when elsewhere
		*adresJSON
	}

	adresJSON struct {
		Locatie      string           `json:"locatie,omitempty"`
		Adres        string           `json:"adres"`
		Postcode     content.Postcode `json:"postcode"`
		Plaats       string           `json:"plaats"`
		Breedtegraad float64          `json:"breedtegraad,omitzero"`
		Lengtegraad  float64          `json:"lengtegraad,omitzero"`
	}

	pleinJSON struct {
		Slug string `json:"slug"`
		Naam string `json:"naam"`
		URL  string `json:"url"`
		adresJSON
		Telefoon content.Phone `json:"telefoon,omitempty"`
		Email    content.Email `json:"email,omitempty"`
	}

	partnerJSON struct {
		Slug    string      `json:"slug"`
		Naam    string      `json:"naam"`
		URL     string      `json:"url"`
		Website content.Web `json:"website,omitempty"`
	}

	onderwerpJSON struct {
		Slug string `json:"slug"`
		Naam string `json:"naam"`
	}
)

// spreekurenJSON lists the feed of the whole site and that of each page.
func spreekurenJSON(c *catalog.Catalog) []publish.File {
	written := &texts{base: c.Site.Base}
	files := []publish.File{spreekurenFile(c, written, "feeds/v1/spreekuren.json", wholeSite(c))}
	for _, page := range pages(c) {
		files = append(files, spreekurenFile(c, written, page.file("spreekuren.json"), page))
	}
	return files
}

func spreekurenFile(c *catalog.Catalog, written *texts, path string, of selection) publish.File {
	return publish.File{Path: path, Render: func(w io.Writer) error {
		return jsonFeed[*spreekuurJSON]{
			head: spreekurenHead{
				Versie: "1", Gemaakt: timestamp(c.Now), Bron: c.Site.Absolute(of.page),
				Titel: of.title, Organisatie: c.Site.Organisatie, Licentie: c.Site.Licentie,
				Tijdzone: schedule.Amsterdam.String(),
			},
			key: "spreekuren", records: spreekuurRecords(c, written, of.spreekuren),
		}.write(w)
	}}
}

func spreekuurRecords(c *catalog.Catalog, written *texts, spreekuren []*catalog.Spreekuur) iter.Seq[*spreekuurJSON] {
	return func(yield func(*spreekuurJSON) bool) {
		for _, s := range spreekuren {
			if !yield(spreekuurRecord(c, s, written.of(s))) {
				return
			}
		}
	}
}

func spreekuurRecord(c *catalog.Catalog, s *catalog.Spreekuur, words *text) *spreekuurJSON {
	r := &spreekuurJSON{
		ID: s.ID.String(), Slug: s.Slug, URL: c.Site.Absolute(s.Page()),
		Titel: s.Titel, InEenZin: s.InEenZin,
		Tekst: words.plain, TekstHTML: words.html,
		Regel: s.Rule(), Rooster: rooster(s, c.Today), Komende: komende(s, c.Today),
		Plein:       pleinOf(c, s.Plein),
		Doelgroepen: s.Doelgroepen, Talen: s.Talen, Kosten: s.Kosten,
		Aanmelden: s.Aanmelden, Telefoon: s.Telefoon, Email: s.Email, Website: s.Website,
		Meenemen: s.Meenemen, Niet: s.Niet,
		Status: status(s), Reden: s.Reden, Gecontroleerd: s.Gecontroleerd.String(),
	}
	if s.Inloop != (schedule.Span{}) {
		r.Inloop = &inloopJSON{s.Inloop.Begin.String(), s.Inloop.End.String()}
	}
	if changed := c.Version(&s.Record).Changed; !changed.IsZero() {
		r.Gewijzigd = timestamp(changed)
	}
	if s.Opvolger != nil {
		r.Opvolger = s.Opvolger.Slug
	}
	for _, p := range s.Partners {
		r.Partners = append(r.Partners, partnerJSON{p.Slug, p.NaamInUitingen, c.Site.Absolute(p.Page()), p.Website})
	}
	for _, o := range s.Onderwerpen {
		r.Onderwerpen = append(r.Onderwerpen, onderwerpJSON{o.Slug, o.Naam})
	}
	return r
}

// status is the editor's, but for a spreekuur that has had its last day: nobody
// may show that as active.
func status(s *catalog.Spreekuur) string {
	if s.Ended() {
		return "gestopt"
	}
	return s.Status
}

func pleinOf(c *catalog.Catalog, p *catalog.Plein) pleinJSON {
	return pleinJSON{
		Slug: p.Slug, Naam: p.Naam, URL: c.Site.Absolute(p.Page()),
		adresJSON: adresOf(p.Adres(c.Today)), Telefoon: p.Telefoon, Email: p.Email,
	}
}

func adresOf(a content.Adres) adresJSON {
	return adresJSON{a.Locatie, a.Straat, a.Postcode, a.Plaats, a.Breedtegraad, a.Lengtegraad}
}

var statusWords = [...]string{
	schedule.GoesOn: "gaat door", schedule.Cancelled: "vervalt", schedule.Changed: "gewijzigd",
}

// komende are the next dates.
func komende(s *catalog.Spreekuur, today schedule.Date) []komendeJSON {
	next := s.Next(komendeMax)
	dates := make([]komendeJSON, len(next))
	door := s.Plein.Adres(today)
	for i, o := range next {
		date := &dates[i]
		*date = komendeJSON{
			Begin: timestamp(o.Begin()), Eind: timestamp(o.End()),
			Status: statusWords[o.Status], Reden: o.Reason,
		}
		if o.Elsewhere() {
			date.Plein = o.Plein.Slug
		}
		if o.Elsewhere() || o.Adres != door {
			adres := adresOf(o.Adres)
			date.adresJSON = &adres
		}
	}
	return dates
}

func timestamp(t time.Time) string { return t.In(schedule.Amsterdam).Format(time.RFC3339) }
