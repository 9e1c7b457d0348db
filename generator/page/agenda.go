package page

import (
	"html/template"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
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

func agendaPages(s *site) []Page {
	today := s.catalog.Today
	ordered := agendaOrder(s.catalog)
	all := listPages(s, Page{
		Path: "/agenda/", Layout: "agenda", Title: s.word("agenda"), Description: s.word("agenda-uitleg"), Section: "/agenda/", InMenu: true,
	}, len(ordered), func(from, to int) any {
		here := ordered[from:to]
		soon := upcoming(here, today)
		return agenda{Title: s.word("agenda"), Coming: eventsOf(s, soon), Past: eventsOf(s, here[len(soon):]), Follow: followOf(s, "/agenda/")}
	})
	for _, a := range s.catalog.Agenda {
		all = append(all, Page{
			Path: a.Page(), Layout: "agendapunt", Title: a.Titel, Description: a.InEenZin, Section: "/agenda/", About: a,
			View: func(f *frame) error {
				f.Main, f.Subject = agendapuntOf(s, a), s.graph.Agendapunt(a, s.absolute(a.Page()))
				return nil
			},
		})
	}
	return all
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

func agendapuntOf(s *site, a *catalog.Agendapunt) agendapunt {
	view := agendapunt{
		Titel: a.Titel, InEenZin: a.InEenZin, Text: s.markdown(a.Body()), Past: a.Past(s.catalog.Today),
		Date: a.Datum.String(), When: s.say.Event(a), Keren: kerenOf(s, a),
		Adres:       content.Adres{Locatie: a.Locatie, Straat: a.Straat, Postcode: a.Postcode, Plaats: a.Agendapunt.Plaats},
		Doelgroepen: dutchList(a.Doelgroepen), Kosten: s.say.Costs(a.Kosten),
		Aanmelden: afspraak{Needed: a.Aanmelden == content.Required, Possible: a.Aanmelden == content.Allowed},
		Email:     string(a.Email), Website: string(a.Website), Partners: links(s, a.Partners, partnerLink),
	}
	if a.Plein != nil {
		plein := pleinLink(s, a.Plein)
		view.Plein, view.Adres = &plein, a.Plein.Adres(a.Datum)
	}
	for _, o := range a.Programma {
		view.Programme = append(view.Programme, part{s.say.Moment(o.Tijd), o.Titel})
	}
	for _, x := range a.Sprekers {
		view.Speakers = append(view.Speakers, commas(x.Naam, x.Rol, x.Organisatie))
	}
	return view
}

// keren are the days of a course from today on.
func kerenOf(s *site, a *catalog.Agendapunt) []keer {
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
