package page

import (
	"html/template"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// nextDates is how many coming dates a spreekuur shows.
const nextDates = 8

type spreekuur struct {
	Titel, InEenZin string
	Text            template.HTML
	Status          *status
	Active          bool
	Updates         []update
	Rule            string
	Inloop          string
	Afspraak        afspraak
	Next            []occurrence
	Plein           *catalog.Plein
	PleinLink       link
	Meenemen, Niet  []string
	Partners        []link
	Onderwerpen     []link
	Kosten          string
	Talen           string
	Doelgroepen     string
	Contact         *contact // of the spreekuur, or else of its plein
	Website         string
	ICS             string
	Checked         string
	CheckedISO      string
}

// afspraak says whether a visitor makes an appointment.
type afspraak struct{ Needed, Possible bool }

func (s *site) spreekuren() []publish.File {
	files := s.cardList("Spreekuren", "Alle spreekuren, op alfabet.", "/spreekuren/", "/spreekuren/", running(s.catalog.Spreekuren))
	for _, x := range s.catalog.Spreekuren {
		files = append(files, s.page(x.Page(), "spreekuur", func() frame { return s.spreekuur(x) }))
	}
	return files
}

func (s *site) spreekuur(x *catalog.Spreekuur) frame {
	view := spreekuur{
		Titel: x.Titel, InEenZin: x.InEenZin, Text: s.markdown(x.Body()),
		Status: s.status(x), Active: x.Active(),
		Updates:  s.updates(current(x.Berichten, s.catalog.Today)),
		Rule:     capital(x.Rule()),
		Afspraak: afspraak{Needed: x.Aanmelden == content.Required, Possible: x.Aanmelden == content.Allowed},
		Next:     s.occurrences(x.Next(nextDates)),
		Plein:    x.Plein, PleinLink: s.pleinLink(x.Plein),
		Meenemen: x.Meenemen, Niet: x.Niet,
		Partners: links(x.Partners, s.partnerLink), Onderwerpen: links(x.Onderwerpen, s.topicLink),
		Kosten: capital(x.Kosten), Talen: languageNames(x.Talen), Doelgroepen: capital(and(x.Doelgroepen)),
		Contact: contactOf(x.Telefoon, x.Email), Website: string(x.Website),
		ICS: s.url(x.Plein.Page() + "spreekuren.ics"),
	}
	if x.Inloop != (schedule.Span{}) {
		view.Inloop = s.span(x.Inloop)
	}
	if view.Contact == nil {
		view.Contact = contactOf(x.Plein.Telefoon, x.Plein.Email)
	}
	if x.Gecontroleerd != 0 {
		view.Checked, view.CheckedISO = schedule.DateWords(x.Gecontroleerd), x.Gecontroleerd.String()
	}
	f := s.frame(x.Titel, x.InEenZin, x.Page(), "/spreekuren/", view)
	f.Draft = x.Concept
	f.Feeds = []feedLink{{"text/calendar", "Agenda van " + x.Plein.Naam, view.ICS}}
	return f
}
