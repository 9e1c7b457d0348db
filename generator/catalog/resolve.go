package catalog

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/address"
	"pleinwijzer/generator/collate"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/moment"
	"pleinwijzer/generator/refer"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Options say when and for which address the catalog is made.
type Options struct {
	Now      time.Time
	BaseURL  string   // the address of the site; "" for the adres in site.toml
	Drafts   bool     // include drafts
	Reserved []string // the first parts of addresses of the site's own pages
	History  []history.Commit
}

// Resolve connects the records. If the problems include an error, the catalog must not
// be shown.
func Resolve(c *content.Content, o Options) (*Catalog, diag.List) {
	r := resolver{
		Rules:   refer.Rules{Content: c, Drafts: o.Drafts},
		catalog: &Catalog{Moment: moment.New(o.Now), Today: schedule.DateOf(o.Now), records: c, versions: history.Versions(o.History, o.Now)},
	}
	for _, commit := range slices.Backward(o.History) { // the oldest first; some may be in the future
		if r.catalog.Moment.Reached(commit.Time) {
			r.catalog.newest = commit.Time
		}
	}
	if c.Site == nil {
		return r.catalog, nil // package contentfs has reported it
	}
	r.site(o.BaseURL)
	r.topics()
	r.partners()
	r.pleinen()
	r.spreekuren()
	r.agenda()
	r.berichten()
	r.paginas()
	r.addresses(o.Reserved)
	r.groups()
	r.sort()
	r.link()
	r.Problems = r.ours(r.Problems)
	r.Problems.Sort()
	return r.catalog, r.Problems
}

// resolver makes one catalog. Each step only needs the steps before it.
type resolver struct {
	refer.Rules
	catalog *Catalog
	ids     address.IDs

	topicBySlug     *refer.Index[*Onderwerp]
	partnerBySlug   *refer.Index[*Partner]
	pleinBySlug     *refer.Index[*Plein]
	spreekuurBySlug *refer.Index[*Spreekuur]
}

func (r *resolver) site(base string) {
	site := &Site{Site: r.Content.Site, Calendar: &schedule.Calendar{}}
	site.Base = strings.TrimRight(cmp.Or(base, string(site.Adres)), "/")
	if u, err := url.Parse(site.Base); err == nil {
		site.Base, site.Path = u.String(), u.EscapedPath()
	}
	if site.Tijdnotatie == "10:00" {
		site.Notation = schedule.Colon
	}
	for _, v := range site.Sluitingen {
		site.Calendar.Closures = append(site.Calendar.Closures, schedule.Closure{
			Period: schedule.Period{From: v.Van, Until: v.TotEnMet}, Reason: v.Reden,
		})
	}
	for _, v := range site.Schoolvakanties {
		site.Calendar.SchoolHolidays = append(site.Calendar.SchoolHolidays, schedule.SchoolHoliday{
			Period: schedule.Period{From: v.Van, Until: v.TotEnMet}, Name: v.Naam,
		})
	}
	r.ids = address.NewIDs(site.Naamruimte)
	site.ID = r.ids.Space
	r.catalog.Site = site
}

func (r *resolver) topics() {
	r.topicBySlug = refer.New(&r.Rules, "onderwerp", len(r.Content.Onderwerpen), (*Onderwerp).Names)
	for _, t := range r.Content.Onderwerpen {
		topic := &Onderwerp{Onderwerp: t}
		r.topicBySlug.AddTopic(t.Slug, topic)
		r.catalog.Onderwerpen = append(r.catalog.Onderwerpen, topic)
	}
	r.questions()
}

// questions ties the questions of topics to the others that help as well.
func (r *resolver) questions() {
	inFile := slices.SortedFunc(slices.Values(r.catalog.Onderwerpen), func(a, b *Onderwerp) int { return cmp.Compare(a.Line(), b.Line()) })
	for _, o := range inFile {
		from := &content.Record{Doc: o.Doc}
		for i := range o.Vragen {
			q := &Question{Vraag: &o.Vragen[i], Topics: []*Onderwerp{o}}
			for _, other := range r.topicBySlug.All(from, q.Ook, o.Slug, "vragen", i, "ook") {
				if other != o {
					q.Topics = append(q.Topics, other)
				}
			}
			r.catalog.Questions = append(r.catalog.Questions, q)
		}
	}
}

func (r *resolver) partners() {
	r.partnerBySlug = refer.New(&r.Rules, "partner", len(r.Content.Partners), (*Partner).Names)
	for _, p := range r.Content.Partners {
		partner := &Partner{Partner: p, ID: r.ids.Of("partner", &p.Record)}
		r.partnerBySlug.Add(&p.Record, partner)
		if r.shown(&p.Record) {
			r.catalog.Partners = append(r.catalog.Partners, partner)
		}
	}
}

// shown reports whether a record is part of this build.
func (r *resolver) shown(record *content.Record) bool { return r.Drafts || !record.Concept }

func (r *resolver) pleinen() {
	r.pleinBySlug = refer.New(&r.Rules, "plein", len(r.Content.Pleinen), (*Plein).Names)
	for _, p := range r.Content.Pleinen {
		plein := &Plein{Plein: p, ID: r.ids.Of("plein", &p.Record), site: r.catalog.Site}
		plein.Schedule = r.place(p)
		plein.Kartrekker = r.partnerBySlug.One(&p.Record, p.Kartrekker, "kartrekker")
		r.pleinBySlug.Add(&p.Record, plein)
		if r.shown(&p.Record) {
			r.catalog.Pleinen = append(r.catalog.Pleinen, plein)
		}
	}
}

// place returns what the schedule needs to know about a plein.
func (r *resolver) place(p *content.Plein) schedule.Place {
	place := schedule.Place{HasOpening: p.Openingstijden.Known(), ClosedOn: r.Content.Site.Feestdagen.Closed()}
	for weekday, opening := range p.Openingstijden.Week() {
		place.Opening[weekday] = opening.Hours
	}
	if p.Feestdagen.Own {
		place.ClosedOn = p.Feestdagen.Closed
	}
	for _, a := range p.Afwijkend {
		place.Deviations = append(place.Deviations, schedule.Deviation{
			On: a.Period(), Closed: a.Gesloten, Hours: a.Tijd, Reason: a.Reden,
		})
	}
	for _, v := range p.Verhuizing {
		place.Moves = append(place.Moves, v.Period())
	}
	return place
}

func (r *resolver) spreekuren() {
	r.spreekuurBySlug = refer.New(&r.Rules, "spreekuur", len(r.Content.Spreekuren), (*Spreekuur).Names)
	all := make([]Spreekuur, len(r.Content.Spreekuren)) // in one allocation, since there are many
	r.catalog.Spreekuren = make([]*Spreekuur, 0, len(all))
	for i, s := range r.Content.Spreekuren {
		spreekuur := &all[i]
		*spreekuur = Spreekuur{
			Spreekuur: s, ID: r.ids.Of("spreekuur", &s.Record),
			site: r.catalog.Site, moment: r.catalog.Moment, today: r.catalog.Today,
		}
		r.spreekuurBySlug.Add(&s.Record, spreekuur)
		spreekuur.Plein = r.pleinBySlug.One(&s.Record, s.Plein, "plein")
		spreekuur.Partners = r.partnerBySlug.All(&s.Record, s.Partner, "partner")
		spreekuur.Onderwerpen = r.topicBySlug.All(&s.Record, s.Onderwerpen, "onderwerpen")
		r.schedule(spreekuur)
		if r.shown(&s.Record) && spreekuur.Plein != nil {
			r.catalog.Spreekuren = append(r.catalog.Spreekuren, spreekuur)
		}
	}
	successor := func(s *Spreekuur) typed.Slug { return s.Spreekuur.Opvolger }
	for i := range all {
		s := &all[i]
		s.Opvolger = r.spreekuurBySlug.Next(&s.Record, s.Spreekuur.Opvolger, "opvolger", successor)
	}
	r.referrals(all)
}

func (r *resolver) schedule(s *Spreekuur) {
	if s.From != nil {
		r.scheduleFrom(s)
		return
	}
	plan := schedule.Schedule{
		Slots: s.Slots(), Anchor: s.Vanaf, SchoolWeeksOnly: s.AlleenSchoolweken,
		Bounds: schedule.Period{From: s.Vanaf, Until: s.TotEnMet}, Calendar: r.catalog.Site.Calendar,
	}
	if s.Plein != nil {
		plan.Home = &s.Plein.Schedule
	}
	for i, a := range s.Afwijkend {
		exception := schedule.Exception{On: a.Period(), Cancelled: a.Vervalt, Times: a.Tijd, Reason: a.Reden}
		if plein := r.pleinBySlug.One(&s.Record, a.Plein, "afwijkend", i, "plein"); plein != nil {
			s.elsewhere = append(s.elsewhere, plein)
			plan.Elsewhere = append(plan.Elsewhere, &plein.Schedule)
			exception.Place = len(s.elsewhere)
		}
		plan.Exceptions = append(plan.Exceptions, exception)
	}
	s.Schedule = plan
}

func (r *resolver) agenda() {
	for _, a := range r.Content.Agenda {
		item := &Agendapunt{Agendapunt: a, ID: r.ids.Of("agendapunt", &a.Record)}
		item.Plein = r.pleinBySlug.One(&a.Record, a.Plein, "plein")
		item.Partners = r.partnerBySlug.All(&a.Record, a.Partners, "partners")
		if r.shown(&a.Record) {
			r.catalog.Agenda = append(r.catalog.Agenda, item)
		}
	}
}

func (r *resolver) berichten() {
	for _, b := range r.Content.Berichten {
		bericht := &Bericht{Bericht: b, ID: r.ids.Of("bericht", &b.Record)}
		bericht.Pleinen = r.pleinBySlug.All(&b.Record, b.Pleinen, "pleinen")
		bericht.Partners = r.partnerBySlug.All(&b.Record, b.Partners, "partners")
		bericht.Spreekuren = r.spreekuurBySlug.All(&b.Record, b.Spreekuren, "spreekuren")
		if r.shown(&b.Record) {
			r.catalog.Berichten = append(r.catalog.Berichten, bericht)
		}
	}
}

func (r *resolver) paginas() {
	for _, p := range r.Content.Paginas {
		if r.shown(&p.Record) {
			r.catalog.Paginas = append(r.catalog.Paginas, &Pagina{Pagina: p, ID: r.ids.Of("pagina", &p.Record)})
		}
	}
}

// addresses gives the records their addresses. It collects the redirects from old names.
func (r *resolver) addresses(reserved []string) {
	book, problems := address.Of(r.Content, reserved)
	r.Problems.Add(problems...)
	for _, p := range r.catalog.Pleinen {
		p.Short = p.Page()
		if book.FreeAtRoot(p.Slug) {
			p.Short = "/" + p.Slug + "/"
		}
	}
	r.catalog.Redirects = book.Redirects(r.shown)
}

// sort puts every list in the order in which visitors read it.
func (r *resolver) sort() {
	c := r.catalog
	collate.ByName(c.Pleinen, func(p *Plein) string { return p.Naam })
	collate.ByName(c.Partners, func(p *Partner) string { return p.NaamInUitingen })
	collate.ByName(c.Spreekuren, func(s *Spreekuur) string { return s.Titel })
	collate.ByName(c.Onderwerpen, func(o *Onderwerp) string { return o.Naam })
	collate.ByName(c.Plaatsen, func(p *Plaats) string { return p.Naam })
	slices.SortStableFunc(c.Agenda, func(a, b *Agendapunt) int {
		return cmp.Or(cmp.Compare(a.Datum, b.Datum), cmp.Compare(a.Tijd.Begin, b.Tijd.Begin))
	})
	slices.SortStableFunc(c.Berichten, func(a, b *Bericht) int { return cmp.Compare(b.Datum, a.Datum) })
	collate.ByName(c.Paginas, func(p *Pagina) string { return p.Titel })
}
