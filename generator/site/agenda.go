package site

import (
	"html/template"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schemaorg"
)

type agenda struct {
	Title        string
	Coming, Past []piece.Event
	Follow       *piece.Follow
}

type agendapunt struct {
	Titel, InEenZin string
	Text            template.HTML

	TitelForeign, ZinForeign, TextForeign bool // those are Dutch on a page in another language

	Past           bool
	Date, When     string
	Keren          []keer // the days of a course that are still to come
	Plein          *layout.Link
	Adres          content.Adres
	Programme      []part
	Speakers       []string
	Doelgroepen    string
	Kosten         say.Text
	Aanmelden      piece.Afspraak
	Email, Website string
	Partners       []layout.Link
}

// keer is one day of a course.
type keer struct{ Date, Words string }

// part is one part of a programme.
type part struct{ Time, Title string }

func AgendaPages(s *layout.Site) []layout.Page {
	today := s.Catalog.Today
	ordered := agendaOrder(s.Catalog)
	all := layout.ListPages(s, layout.Page{
		Path: "/agenda/", Layout: "agenda", Title: s.Word("agenda"), Description: s.Word("agenda-uitleg"), Section: "/agenda/", InMenu: true,
	}, len(ordered), func(from, to int) any {
		here := ordered[from:to]
		soon := upcoming(here, today)
		return agenda{Title: s.Word("agenda"), Coming: piece.EventsOf(s, soon),
			Past: piece.EventsOf(s, here[len(soon):]), Follow: piece.FollowOf(s, "/agenda/")}
	})
	for _, a := range s.Catalog.Agenda {
		p := layout.Page{Path: a.Page(), Layout: "agendapunt", Section: "/agenda/", About: a}
		p.Title, _ = s.Titled(a.Vertaling, a.Titel)
		p.View = func(f *layout.Frame) error {
			view := agendapuntOf(s, a)
			f.Description = layout.InOwnWords(view.InEenZin, view.ZinForeign, func() string {
				return say.Join(s.Language.Capital(view.When)+".", commas(view.Adres.Locatie, view.Adres.Plaats))
			})
			f.Main = view
			f.Subject = s.Graph.Agendapunt(a, schemaorg.Told{Name: view.Titel, Description: f.Description, URL: s.Absolute(a.Page())})
			return nil
		}
		all = append(all, p)
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

func agendapuntOf(s *layout.Site, a *catalog.Agendapunt) agendapunt {
	view := agendapunt{
		Past: a.Past(s.Catalog.Today),
		Date: a.Datum.String(), When: s.Say.Event(a), Keren: kerenOf(s, a),
		Adres:       content.Adres{Locatie: a.Locatie, Straat: a.Straat, Postcode: a.Postcode, Plaats: a.Agendapunt.Plaats},
		Doelgroepen: piece.DutchList(a.Doelgroepen), Kosten: s.Say.Costs(a.Kosten),
		Aanmelden: piece.Afspraak{Needed: a.Aanmelden == content.Required, Possible: a.Aanmelden == content.Allowed},
		Email:     string(a.Email), Website: string(a.Website), Partners: layout.Links(s, a.Partners, piece.PartnerLink),
	}
	view.Titel, view.TitelForeign = s.Titled(a.Vertaling, a.Titel)
	view.InEenZin, view.ZinForeign = s.Sentence(a.Vertaling, a.InEenZin)
	body, foreign := s.Body(a.Vertaling, a.Body())
	view.Text, view.TextForeign = s.Markdown(body), foreign
	if a.Plein != nil {
		plein := piece.PleinLink(s, a.Plein)
		view.Plein, view.Adres = &plein, a.Plein.Adres(a.Datum)
	}
	for _, o := range a.Programma {
		view.Programme = append(view.Programme, part{s.Say.Moment(o.Tijd), o.Titel})
	}
	for _, x := range a.Sprekers {
		view.Speakers = append(view.Speakers, commas(x.Naam, x.Rol, x.Organisatie))
	}
	return view
}

// kerenOf are the days of a course from today on.
func kerenOf(s *layout.Site, a *catalog.Agendapunt) []keer {
	var list []keer
	for _, date := range a.Keren() {
		if date >= s.Catalog.Today {
			list = append(list, keer{date.String(), s.Say.Phrases.Date(date)})
		}
	}
	return list
}

// commas joins what is not empty.
func commas(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), ", ")
}
