// Package catalog connects the records of a content folder: slugs become pointers,
// rules become occurrences, and every record gets its address and its stable id. It
// finds problems that no single file shows: a plein that does not exist, two records
// that claim the same address, a reference to a draft.
//
// Types embed the type of the same name in package content. Where that type has a slug,
// a pointer shadows it, so that templates can use both {{.Titel}} and {{.Plein.Naam}}.
//
// A Catalog is not changed after Resolve, so it is safe for concurrent use.
package catalog

import (
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/address"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/moment"
	"pleinwijzer/generator/schedule"
)

// Catalog is everything that the site shows. Its lists are in the order in which people
// look things up: by name, as in a Dutch index.
type Catalog struct {
	Site        *Site
	Moment      *moment.Moment
	Today       schedule.Date
	Pleinen     []*Plein
	Partners    []*Partner
	Spreekuren  []*Spreekuur
	Onderwerpen []*Onderwerp
	Questions   []*Question // in the order of their file
	Plaatsen    []*Plaats
	Dagen       []*Dag             // Monday first
	Agenda      []*Agendapunt      // by date
	Berichten   []*Bericht         // the newest first
	Paginas     []*Pagina          // by title
	Redirects   []address.Redirect // by From
	Past        *changes.Past      // nil if unknown
	Dutch       *i18n.Language     // the words of the site, or nil for those of the program

	records  *content.Content
	versions map[string]history.Version
	newest   time.Time // the last change of the content; zero if unknown
}

// Content returns what the catalog was made from, including what it does not show.
func (c *Catalog) Content() *content.Content { return c.records }

// With returns the catalog with its past.
func (c *Catalog) With(past *changes.Past) *Catalog {
	with := *c
	with.Past = past
	return &with
}

// Site is site.toml with the address that this build is for.
type Site struct {
	*content.Site
	ID       uuid.UUID // the id of the naamruimte, from which all other ids are derived
	Base     string    // scheme, host and path without a slash at the end
	Path     string    // the path of Base: "" or such as "/pleinen"
	Notation schedule.Notation
	Calendar *schedule.Calendar
}

// URL returns the address of a page for a link on the site; path starts with "/".
func (s *Site) URL(path string) string { return s.Path + path }

// Absolute returns the full address of a page, for use elsewhere.
func (s *Site) Absolute(path string) string { return s.Base + path }

// Plein is a plein with everything that happens there.
type Plein struct {
	*content.Plein
	ID         uuid.UUID
	Kartrekker *Partner // or nil
	Plaats     *Plaats  // where it is today
	Spreekuren []*Spreekuur
	Gasten     []*Spreekuur // spreekuren of other pleinen with a date here
	Partners   []*Partner   // all partners with a spreekuur here
	Berichten  []*Bericht
	Agenda     []*Agendapunt
	Schedule   schedule.Place

	// Short is its address as people type it from a poster: at the root of the site, or
	// that of its page where something else is there.
	Short string

	site *Site
}

// Partner is a partner with everything it does.
type Partner struct {
	*content.Partner
	ID         uuid.UUID
	Spreekuren []*Spreekuur
	Pleinen    []*Plein
	Berichten  []*Bericht
	Agenda     []*Agendapunt
}

// Spreekuur is a spreekuur with its place, its people and its dates.
type Spreekuur struct {
	*content.Spreekuur
	ID          uuid.UUID
	Plein       *Plein
	Partners    []*Partner
	Onderwerpen []*Onderwerp
	Opvolger    *Spreekuur // or nil
	Verwijs     []Referral
	Berichten   []*Bericht
	Schedule    schedule.Schedule

	elsewhere []*Plein // by Schedule.Elsewhere
	site      *Site
	moment    *moment.Moment
	today     schedule.Date

	// Ended is called very often, so its result is kept once it is final.
	settled, ended bool
}

// Onderwerp is a topic with the spreekuren about it.
type Onderwerp struct {
	*content.Onderwerp
	Spreekuren []*Spreekuur
}

// Plaats is a town or village with its pleinen.
type Plaats struct {
	Naam       string
	Slug       string
	Pleinen    []*Plein
	Spreekuren []*Spreekuur
}

// Dag is a day of the week with the hours of all spreekuren on that day, sorted by
// time.
type Dag struct {
	Naam    string // also its slug: "dinsdag"
	Weekday time.Weekday

	uren   []Uur
	sorted sync.Once
}

// Agendapunt is an event with its place and organisers.
type Agendapunt struct {
	*content.Agendapunt
	ID       uuid.UUID
	Plein    *Plein // or nil, when it is at an address of its own
	Partners []*Partner
}

// Bericht is an update with what it is about.
type Bericht struct {
	*content.Bericht
	ID         uuid.UUID
	Pleinen    []*Plein
	Partners   []*Partner
	Spreekuren []*Spreekuur
}

// Pagina is a free page.
type Pagina struct {
	*content.Pagina
	ID uuid.UUID
}

// The paths of the pages of records, below the path of the site.

func (p *Plein) Page() string      { return address.Page("/pleinen/", &p.Record) }
func (p *Partner) Page() string    { return address.Page("/partners/", &p.Record) }
func (s *Spreekuur) Page() string  { return address.Page("/spreekuren/", &s.Record) }
func (o *Onderwerp) Page() string  { return "/onderwerpen/" + o.Slug + "/" }
func (p *Plaats) Page() string     { return "/plaatsen/" + p.Slug + "/" }
func (d *Dag) Page() string        { return "/dagen/" + d.Naam + "/" }
func (a *Agendapunt) Page() string { return address.Page("/agenda/", &a.Record) }
func (b *Bericht) Page() string    { return address.Page("/berichten/", &b.Record) }
func (p *Pagina) Page() string     { return "/" + p.Slug + "/" }

// Active reports whether the spreekuur currently takes place: it has not stopped,
// temporarily or for good, and its last day has not passed.
func (s *Spreekuur) Active() bool { return s.Status == content.Running && !s.Ended() }

// Ended reports whether the spreekuur is over for good: it has stopped, or has no dates
// left. An extra date that was announced counts, even after the last day of the rule. A
// spreekuur by appointment has no dates, and ends after its last day.
func (s *Spreekuur) Ended() bool {
	if s.settled {
		return s.ended
	}
	return s.Status == content.Stopped || s.Plein != nil && s.Schedule.Over(s.today)
}

// Active returns the pleinen at which the partner now helps, by name.
func (p *Partner) Active() []*Plein {
	return slices.DeleteFunc(slices.Clone(p.Pleinen), func(at *Plein) bool {
		return !slices.ContainsFunc(p.Spreekuren, func(s *Spreekuur) bool { return s.Plein == at && s.Active() })
	})
}

// Listed returns the spreekuren that are not over for good: first those with hours,
// then those by appointment.
func Listed(all []*Spreekuur) []*Spreekuur {
	var list, last []*Spreekuur
	for _, s := range Running(all) {
		if s.OnAppointment() {
			last = append(last, s)
		} else {
			list = append(list, s)
		}
	}
	return append(list, last...)
}

// OnAppointment returns the active spreekuren that have no hours, only appointments.
func OnAppointment(all []*Spreekuur) []*Spreekuur {
	var list []*Spreekuur
	for _, s := range all {
		if s.OnAppointment() && s.Active() {
			list = append(list, s)
		}
	}
	return list
}

// Running returns the spreekuren that are not over for good: those that people can
// visit, now or later.
func Running(all []*Spreekuur) []*Spreekuur {
	var list []*Spreekuur
	for _, s := range all {
		if !s.Ended() {
			list = append(list, s)
		}
	}
	return list
}

// Offered are the topics about which there is a spreekuur: visitors see no others.
func Offered(all []*Onderwerp) []*Onderwerp {
	var list []*Onderwerp
	for _, o := range all {
		if len(Running(o.Spreekuren)) > 0 {
			list = append(list, o)
		}
	}
	return list
}

// Adres is where the event is held: at the plein, at its address on that day, or at an
// address of its own.
func (a *Agendapunt) Adres(date schedule.Date) content.Adres {
	if a.Plein != nil {
		return a.Plein.Adres(date)
	}
	own := a.Agendapunt
	return content.Adres{
		Locatie: own.Locatie, Straat: own.Straat, Postcode: own.Postcode, Plaats: own.Plaats,
		Breedtegraad: own.Breedtegraad, Lengtegraad: own.Lengtegraad,
	}
}

// ForVisitors returns the events that are not for those alone who work at a partner.
func ForVisitors(all []*Agendapunt) []*Agendapunt {
	return slices.DeleteFunc(slices.Clone(all), func(a *Agendapunt) bool { return a.Voor == content.Staff })
}

// SignUpOver reports whether the last day to sign up has passed.
func (a *Agendapunt) SignUpOver(today schedule.Date) bool {
	return a.AanmeldenTot != 0 && a.AanmeldenTot < today
}

// Past reports whether the event is over.
func (a *Agendapunt) Past(today schedule.Date) bool { return a.Last() < today }

// freshFor is the number of days for which an update without a last day counts as news.
const freshFor = 60

// Current reports whether the update still matters: until its last day or, without one,
// for some weeks.
func (b *Bericht) Current(today schedule.Date) bool {
	last := b.TotEnMet
	if last == 0 {
		last = b.Datum.Add(freshFor)
	}
	return b.Datum <= today && today <= last
}

// Current returns the updates that still matter.
func Current(all []*Bericht, today schedule.Date) []*Bericht {
	var list []*Bericht
	for _, b := range all {
		if b.Current(today) {
			list = append(list, b)
		}
	}
	return list
}
