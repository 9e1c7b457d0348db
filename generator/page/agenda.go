package page

import (
	"html/template"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/say"
)

type agenda struct {
	Title        string
	Coming, Past []event
	Follow       *follow
}

type agendapunt struct {
	Titel, InEenZin string
	Text            template.HTML
	Past            bool
	Date, When      string
	Keren           []keer // the days of a course that are still to come
	Plein           *link
	Adres           content.Adres
	Programme       []part
	Speakers        []string
	Doelgroepen     string
	Kosten          say.Text
	Aanmelden       afspraak
	Email, Website  string
	Partners        []link
}

// keer is one day of a course.
type keer struct{ Date, Words string }

// part is one part of a programme.
type part struct{ Time, Title string }

func (s *site) agenda() []publish.File {
	today := s.catalog.Today
	ordered := agendaOrder(s.catalog)
	files := s.list(s.word("agenda"), s.word("agenda-uitleg"), "/agenda/", "/agenda/", "agenda", len(ordered), func(from, to int) any {
		here := ordered[from:to]
		soon := upcoming(here, today)
		return agenda{Title: s.word("agenda"), Coming: s.events(soon), Past: s.events(here[len(soon):]), Follow: s.follow("/agenda/")}
	})
	for _, a := range s.catalog.Agenda {
		files = append(files, s.page(a.Page(), "agendapunt", func() frame { return s.agendapunt(a) }))
	}
	return files
}

// agendaOrder is what comes first, soonest first, and then what has been, the
// last first.
func agendaOrder(c *catalog.Catalog) []*catalog.Agendapunt {
	var past []*catalog.Agendapunt
	for _, a := range c.Agenda {
		if a.Past(c.Today) {
			past = append(past, a)
		}
	}
	slices.Reverse(past)
	return append(upcoming(c.Agenda, c.Today), past...)
}

func (s *site) agendapunt(a *catalog.Agendapunt) frame {
	view := agendapunt{
		Titel: a.Titel, InEenZin: a.InEenZin, Text: s.markdown(a.Body()), Past: a.Past(s.catalog.Today),
		Date: a.Datum.String(), When: s.say.Event(a), Keren: s.keren(a),
		Adres:       content.Adres{Locatie: a.Locatie, Straat: a.Straat, Postcode: a.Postcode, Plaats: a.Agendapunt.Plaats},
		Doelgroepen: dutchList(a.Doelgroepen), Kosten: s.say.Costs(a.Kosten),
		Aanmelden: afspraak{Needed: a.Aanmelden == content.Required, Possible: a.Aanmelden == content.Allowed},
		Email:     string(a.Email), Website: string(a.Website), Partners: links(a.Partners, s.partnerLink),
	}
	if a.Plein != nil {
		plein := s.pleinLink(a.Plein)
		view.Plein, view.Adres = &plein, a.Plein.Adres(a.Datum)
	}
	for _, o := range a.Programma {
		view.Programme = append(view.Programme, part{s.say.Moment(o.Tijd), o.Titel})
	}
	for _, x := range a.Sprekers {
		view.Speakers = append(view.Speakers, commas(x.Naam, x.Rol, x.Organisatie))
	}
	f := s.frame(a.Titel, a.InEenZin, a.Page(), "/agenda/", view)
	f.Draft = a.Concept
	f.Subject = s.graph.Agendapunt(a, s.absolute(a.Page()))
	return f
}

// keren are the days of a course from today on.
func (s *site) keren(a *catalog.Agendapunt) []keer {
	var list []keer
	for _, date := range a.Keren() {
		if date >= s.catalog.Today {
			list = append(list, keer{date.String(), s.say.Phrases.Date(date)})
		}
	}
	return list
}

// commas joins what is not empty.
func commas(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), ", ")
}
