// Package piece has what pages of several kinds show alike: a card, a row of a week, a
// change, an appointment. Each is the view of a file in layouts/partials.
package piece

import (
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
)

// card shows a spreekuur in a list.
type card struct {
	Link     layout.Link
	Rule     string      // "" for what is not held now
	Changes  []Change    // before the next date that goes on
	Next     *Occurrence // that date, or nil
	InEenZin string      // "" where it would be Dutch on a page in another language
	About    string      // and then, what it is about
	Plein    layout.Link
	Plaats   string
	Status   *Status
	Afspraak bool // not without an appointment

	// How to make an appointment, where there are no hours.
	Contact *layout.Contact
	Website string
}

// Status says that a spreekuur is not held now, or not yet public.
type Status struct {
	Paused, Stopped, Draft bool
	Reason                 string
	Successor              *layout.Link // Text is the plein
}

// Row is a line of a timetable or of the list of one day.
type Row struct {
	Time      string
	Begin     string // for machines, of a row that is one date; "" for a normal week
	End       string
	Held      string // for machines, of a row of a normal week: when it is, "begin/end begin/end"
	Spreekuur layout.Link
	About     string // what it is about, where its title is Dutch on a page in another language
	Who       []Name
	Where     string
	Rule      string   // for a rule that skips weeks
	School    bool     // only in school weeks
	Afspraak  bool     // not without an appointment
	Cancelled bool     // the one date
	Later     string   // when it is not held in the coming week: when it is
	LaterOn   []string // the same, of some days of a bar
	Changes   []Change
}

// Occurrence is a line of the coming dates of a spreekuur.
type Occurrence struct {
	Begin     string // for machines
	End       string
	Words     string       // "dinsdag 24 november 2026, 10.00 tot 12.00 uur"
	Day       string       // "Dinsdag 24 november": its parts, each on a line
	Hours     string       // "10.00 tot 12.00 uur"
	Label     string       // what is different, in a sentence; "" when it is as usual
	Elsewhere *layout.Link // at another plein than usual
	Street    string       // and where that is
	Reason    say.Text
}

// Event shows an agendapunt in a list.
type Event struct {
	Link       layout.Link
	Date, When string
	InEenZin   string
	Where      string
	Foreign    bool // the sentence is Dutch on a page in another language
	Staff      bool // for those who work at a partner, and not for visitors
}

// Update shows a bericht in a list.
type Update struct {
	Link      layout.Link
	Date, Day string
	InEenZin  string
	Foreign   bool // the sentence is Dutch on a page in another language
	Important bool
}

func PleinLink(s *layout.Site, p *catalog.Plein) layout.Link {
	l := layout.Link{Title: p.Naam, URL: s.Link(p.Page()), Foreign: s.Foreign()}
	l.Text, l.Other = layout.SentenceOf(s, p.Vertaling, p.InEenZin)
	return l
}

func PartnerLink(s *layout.Site, p *catalog.Partner) layout.Link {
	l := layout.Link{Title: p.NaamInUitingen, URL: s.Link(p.Page()), Foreign: s.Foreign()}
	l.Text, l.Other = layout.SentenceOf(s, p.Vertaling, p.InEenZin)
	return l
}

func SpreekuurLink(s *layout.Site, x *catalog.Spreekuur) layout.Link {
	title := layout.Text(layout.Titled(s, x.Vertaling, x.Titel))
	return layout.Link{Title: title.Text, URL: s.Link(x.Page()), Text: x.Reden, Foreign: title.Foreign, Other: s.Foreign()}
}

func TopicLink(s *layout.Site, o *catalog.Onderwerp) layout.Link {
	title, foreign := layout.Topic(s, o.Onderwerp)
	return layout.Link{Title: title, URL: s.Link(o.Page()), Icon: o.Pictogram, Foreign: foreign}
}

// AboutOf is what a spreekuur is about, for who cannot read the title of the link to it.
func AboutOf(s *layout.Site, x *catalog.Spreekuur, link layout.Link) string {
	if !link.Foreign {
		return ""
	}
	return topicsOf(s, x)
}

// topicsOf are the topics of a spreekuur, as far as those are in the language of the page.
func topicsOf(s *layout.Site, x *catalog.Spreekuur) string {
	var names []string
	for _, o := range x.Onderwerpen {
		if l := TopicLink(s, o); !l.Foreign {
			names = append(names, l.Title)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return s.Word("gaat-over", strings.Join(names, "\u00a0· ")) // most names have an "and" in them
}

func cardOf(s *layout.Site, x *catalog.Spreekuur) card {
	c := card{Link: SpreekuurLink(s, x), Plein: PleinLink(s, x.Plein), Status: StatusOf(s, x)}
	c.Afspraak = NeedsAppointment(x) && !x.OnAppointment()
	if zin := layout.Text(layout.Sentence(s, x.Vertaling, x.InEenZin)); zin.Foreign {
		c.About = topicsOf(s, x)
	} else {
		c.InEenZin = zin.Text
	}
	if x.Active() {
		c.Rule = s.Language.Capital(s.Say.Rule(x))
		if x.OnAppointment() {
			c.Contact, c.Website = layout.ContactOf(x.Telefoon, x.Email), string(x.Website)
		}
	}
	for _, st := range x.NextStretches(1) {
		if st.Cancelled() {
			c.Changes = append(c.Changes, ChangeOf(s, st))
		} else {
			next := OccurrencesOf(s, []catalog.Stretch{st})[0]
			c.Next = &next
		}
	}
	if x.Plein.Plaats != nil {
		c.Plaats = x.Plein.Plaats.Naam
	}
	return c
}

func StatusOf(s *layout.Site, x *catalog.Spreekuur) *Status {
	if x.Active() && !x.Concept || x.From != nil && x.From.Gone != 0 { // the frame says what is gone
		return nil
	}
	st := &Status{
		Paused: x.Status == content.Paused, Stopped: x.Ended(), Draft: x.Concept, Reason: x.Reden,
	}
	if next := x.Opvolger; next != nil {
		there := SpreekuurLink(s, next)
		there.Text = next.Plein.Naam
		st.Successor = &there
	}
	return st
}

func OccurrencesOf(s *layout.Site, list []catalog.Stretch) []Occurrence {
	made := make([]Occurrence, len(list))
	for i, st := range list {
		change := s.Say.Change(st.Occurrence)
		made[i] = Occurrence{
			Begin:  Instant(st.Begin()),
			End:    Instant(st.End()),
			Words:  s.Say.DateAndHours(st.Occurrence),
			Day:    s.Language.Capital(s.Say.Near(st.Date)),
			Hours:  s.Say.Hours(st.Span),
			Label:  change.Label,
			Reason: change.Reason,
		}
		if change.Where != "" {
			there := PleinLink(s, st.Plein)
			made[i].Elsewhere, made[i].Street = &there, say.Street(st.Adres())
		}
	}
	return made
}

// Instant is a moment for machines, with the offset that holds on that day.
func Instant(t time.Time) string { return t.Format("2006-01-02T15:04Z07:00") }

func EventsOf(s *layout.Site, list []*catalog.Agendapunt) []Event {
	made := make([]Event, len(list))
	for i, a := range list {
		e := Event{
			Link: layout.Link{URL: s.Link(a.Page())},
			Date: a.Datum.String(), When: s.Say.Event(a), Where: a.Locatie + ", " + a.Agendapunt.Plaats, Staff: a.Voor == content.Staff,
		}
		if a.Plein != nil {
			e.Where = say.Where(a.Plein, a.Plein.Adres(a.Datum))
		}
		e.Link.Title, e.Link.Foreign = layout.Titled(s, a.Vertaling, a.Titel)
		e.InEenZin, e.Foreign = layout.Sentence(s, a.Vertaling, a.InEenZin)
		made[i] = e
	}
	return made
}

func UpdatesOf(s *layout.Site, list []*catalog.Bericht) []Update {
	made := make([]Update, len(list))
	for i, b := range list {
		u := Update{Link: layout.Link{URL: s.Link(b.Page())}, Date: b.Datum.String(), Day: s.Say.Date(b.Datum), Important: b.Belangrijk}
		u.Link.Title, u.Link.Foreign = layout.Titled(s, b.Vertaling, b.Titel)
		u.InEenZin, u.Foreign = layout.Sentence(s, b.Vertaling, b.InEenZin)
		made[i] = u
	}
	return made
}

// NewsOf are the updates that hold today: one that is important, to stand above all else,
// and the rest.
func NewsOf(s *layout.Site, all []*catalog.Bericht) (important *Update, others []Update) {
	for _, u := range UpdatesOf(s, catalog.Current(all, s.Catalog.Today)) {
		if u.Important && important == nil {
			important = &u
		} else {
			others = append(others, u)
		}
	}
	return important, others
}

// UnknownOf are the spreekuren of which nobody here knows when they are held.
func UnknownOf(s *layout.Site, all []*catalog.Spreekuur) []layout.Link {
	var list []layout.Link
	for _, x := range all {
		if catalog.TimesUnknown(x) {
			link := SpreekuurLink(s, x)
			link.Text, link.Other = s.Language.Capital(s.Say.Rule(x))+".", s.Foreign() && x.From.Rule != ""
			list = append(list, link)
		}
	}
	return list
}

// PausedOf are the spreekuren that stopped for a time.
func PausedOf(s *layout.Site, all []*catalog.Spreekuur) []layout.Link {
	var list []layout.Link
	for _, x := range all {
		if x.Status == content.Paused {
			list = append(list, SpreekuurLink(s, x))
		}
	}
	return list
}
