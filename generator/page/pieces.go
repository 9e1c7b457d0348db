package page

import (
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
)

// The pieces that pages share, one for each file in layouts/partials. A piece
// is flat and ready: plain fields with words and addresses, no methods. Looking
// up a promoted field or a method by name costs a template ten times what a
// plain field costs, and there are a million of them in a large directory.

// link leads to a page of the site or elsewhere.
type link struct {
	Title, URL string
	Text       string // a line below it
	Icon       string // the name of its pictogram in icons/onderwerpen.svg, or ""
	Count      int    // how many spreekuren are behind it; 0 is not shown
	Slug       string // of a day, for its colour: "dinsdag", or ""
	Short      string // and its short name: "di"
	Foreign    bool   // the title is Dutch on a page in another language
}

// card shows a spreekuur in a list.
type card struct {
	Link     link
	Rule     string      // "" for what is not held now
	Changes  []change    // before the next date that goes on
	Next     *occurrence // that date, or nil
	InEenZin string
	Foreign  bool // that sentence is Dutch on a page in another language
	Plein    link
	Plaats   string
	Status   *status

	// How to make an appointment, where there are no hours.
	Contact *contact
	Website string
}

// status says that a spreekuur is not held now, or not yet public.
type status struct {
	Paused, Stopped, Draft bool
	Reason                 string
	Successor              *link // Text is the plein
}

// row is a line of a timetable or of the list of one day.
type row struct {
	Time      string
	Begin     string // for machines, of a row that is one date; "" for a normal week
	End       string
	Held      string // for machines, of a row of a normal week: when it is, "begin/end begin/end"
	Spreekuur link
	Who       []name
	Where     string
	Rule      string // for a rule that skips weeks
	School    bool   // only in school weeks
	Afspraak  bool   // not without an appointment
	Cancelled bool   // the one date
	Later     string // when it is not held in the coming week: when it is
	Changes   []change
}

// occurrence is a line of the coming dates of a spreekuur.
type occurrence struct {
	Begin     string // for machines
	End       string
	Words     string // "dinsdag 24 november 2026, 10.00 tot 12.00 uur"
	Label     string // what is different, in a sentence; "" when it is as usual
	Elsewhere *link  // at another plein than usual
	Street    string // and where that is
	Reason    say.Text
}

// event shows an agendapunt in a list.
type event struct {
	Link       link
	Date, When string
	InEenZin   string
	Where      string
}

// update shows a bericht in a list.
type update struct {
	Link      link
	Date, Day string
	InEenZin  string
	Important bool
}

// contact is how to reach people.
type contact struct {
	Telefoon, Tel string
	Email         string
}

func contactOf(phone content.Phone, mail content.Email) *contact {
	if phone == "" && mail == "" {
		return nil
	}
	return &contact{Telefoon: string(phone), Tel: phone.Tel(), Email: string(mail)}
}

// url is the address of a file of the site, link that of a page in the language
// of this one.
func (s *site) url(path string) string  { return s.catalog.Site.URL(path) }
func (s *site) link(path string) string { return s.catalog.Site.URL(s.prefix + path) }

func pleinLink(s *site, p *catalog.Plein) link {
	return link{Title: p.Naam, URL: s.link(p.Page()), Text: p.InEenZin, Foreign: s.foreign()}
}

func partnerLink(s *site, p *catalog.Partner) link {
	return link{Title: p.NaamInUitingen, URL: s.link(p.Page()), Text: p.InEenZin, Foreign: s.foreign()}
}

func spreekuurLink(s *site, x *catalog.Spreekuur) link {
	title, foreign := s.told(x, x.Titel, func(v content.Vertaling) string { return v.Titel })
	return link{Title: title, URL: s.link(x.Page()), Text: x.Reden, Foreign: foreign}
}

func topicLink(s *site, o *catalog.Onderwerp) link {
	return link{Title: o.Naam, URL: s.link(o.Page()), Icon: o.Pictogram, Foreign: s.foreign()}
}

// told is a text of a spreekuur in the language of the page, or else in Dutch,
// which is then foreign.
func (s *site) told(x *catalog.Spreekuur, dutch string, of func(content.Vertaling) string) (text string, foreign bool) {
	if !s.foreign() {
		return dutch, false
	}
	if text := of(x.Vertaling[content.Language(s.language.Code)]); text != "" {
		return text, false
	}
	return dutch, true
}

func links[T any](s *site, list []T, of func(*site, T) link) []link {
	made := make([]link, len(list))
	for i, item := range list {
		made[i] = of(s, item)
	}
	return made
}

func cardOf(s *site, x *catalog.Spreekuur) card {
	c := card{Link: spreekuurLink(s, x), Plein: pleinLink(s, x.Plein), Status: statusOf(s, x)}
	c.InEenZin, c.Foreign = s.told(x, x.InEenZin, func(v content.Vertaling) string { return v.InEenZin })
	if x.Active() {
		c.Rule = s.language.Capital(s.say.Rule(x))
		if x.OnAppointment() {
			c.Contact, c.Website = contactOf(x.Telefoon, x.Email), string(x.Website)
		}
	}
	for _, st := range x.NextStretches(1) {
		if st.Cancelled() {
			c.Changes = append(c.Changes, changeOf(s, st))
		} else {
			next := occurrencesOf(s, []catalog.Stretch{st})[0]
			next.Words = s.say.DateAnd(s.say.Near(st.Date), s.say.Hours(st.Span))
			c.Next = &next
		}
	}
	if x.Plein.Plaats != nil {
		c.Plaats = x.Plein.Plaats.Naam
	}
	return c
}

func statusOf(s *site, x *catalog.Spreekuur) *status {
	if x.Active() && !x.Concept {
		return nil
	}
	st := &status{
		Paused: x.Status == content.Paused, Stopped: x.Ended(), Draft: x.Concept, Reason: x.Reden,
	}
	if next := x.Opvolger; next != nil {
		there := spreekuurLink(s, next)
		there.Text = next.Plein.Naam
		st.Successor = &there
	}
	return st
}

func occurrencesOf(s *site, list []catalog.Stretch) []occurrence {
	made := make([]occurrence, len(list))
	for i, st := range list {
		change := s.say.Change(st.Occurrence)
		made[i] = occurrence{
			Begin:  instant(st.Begin()),
			End:    instant(st.End()),
			Words:  s.say.DateAndHours(st.Occurrence),
			Label:  change.Label,
			Reason: change.Reason,
		}
		if change.Where != "" {
			there := pleinLink(s, st.Plein)
			made[i].Elsewhere, made[i].Street = &there, say.Street(st.Adres)
		}
	}
	return made
}

// instant is a moment for machines, with the offset that holds on that day.
func instant(t time.Time) string { return t.Format("2006-01-02T15:04Z07:00") }

func eventsOf(s *site, list []*catalog.Agendapunt) []event {
	made := make([]event, len(list))
	for i, a := range list {
		e := event{
			Link: link{Title: a.Titel, URL: s.link(a.Page())},
			Date: a.Datum.String(), When: s.say.Event(a), InEenZin: a.InEenZin, Where: a.Locatie + ", " + a.Agendapunt.Plaats,
		}
		if a.Plein != nil {
			e.Where = say.Where(a.Plein, a.Plein.Adres(a.Datum))
		}
		made[i] = e
	}
	return made
}

func updatesOf(s *site, list []*catalog.Bericht) []update {
	made := make([]update, len(list))
	for i, b := range list {
		made[i] = update{
			Link: link{Title: b.Titel, URL: s.link(b.Page())},
			Date: b.Datum.String(), Day: s.say.Date(b.Datum), InEenZin: b.InEenZin, Important: b.Belangrijk,
		}
	}
	return made
}
