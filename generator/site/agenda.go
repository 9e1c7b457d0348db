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

	Past        bool
	Staff       bool // for those who work at a partner, and not for visitors
	Date, When  string
	Keren       []keer // the days of a course that are still to come
	Plein       *layout.Link
	Adres       content.Adres
	About, Door string // how to find the room, and the website of the building
	Calendar    string // the address of the file for a calendar; "" of what is past
	Programme   []part
	Speakers    []string
	Questions   []string
	Doelgroepen string
	Kosten      say.Text
	Aanmelden   piece.Afspraak
	SignUp      *signUp
	Places      int
	Contact     *layout.Contact
	Website     string
	Partners    []layout.Link
	More        []piece.Event // others that are to come
}

// signUp is the last day to sign up, and what is said until then and after it.
type signUp struct {
	Last        string
	Until, Over string
	Passed      bool
}

// keer is one day of a course.
type keer struct{ Date, Words string }

// part is one part of a programme.
type part struct {
	Time, Title string
	Optional    bool
}

// moreEvents is how many others a page of one leads to.
const moreEvents = 3

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
		p.Title, _ = layout.Titled(s, a.Vertaling, a.Titel)
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
		Staff: a.Voor == content.Staff, Adres: a.Adres(a.Datum), About: a.LocatieTekst, Door: string(a.LocatieWebsite),
		Calendar: s.Calendars(a.Page()), Questions: a.Vragen, SignUp: signUpOf(s, a), Places: a.Plaatsen,
		Doelgroepen: piece.DutchList(a.Doelgroepen), Kosten: s.Say.Costs(a.Kosten),
		Aanmelden: piece.Afspraak{Needed: a.Aanmelden == content.Required, Possible: a.Aanmelden == content.Allowed},
		Contact:   layout.ContactOf(a.Telefoon, a.Email), Website: string(a.Website), Partners: layout.Links(s, a.Partners, piece.PartnerLink),
		More: piece.EventsOf(s, first(moreEvents, othersThan(s, a))),
	}
	if view.Calendar != "" {
		view.Calendar = s.URL(view.Calendar)
	}
	view.Titel, view.TitelForeign = layout.Titled(s, a.Vertaling, a.Titel)
	view.InEenZin, view.ZinForeign = layout.Sentence(s, a.Vertaling, a.InEenZin)
	body, foreign := layout.Body(s, a.Vertaling, a.Body())
	view.Text, view.TextForeign = s.Markdown(body), foreign
	if a.Plein != nil {
		plein := piece.PleinLink(s, a.Plein)
		view.Plein = &plein
	}
	for _, o := range a.Programma {
		view.Programme = append(view.Programme, part{s.Say.Moment(o.Tijd), o.Titel, o.Optioneel})
	}
	for _, x := range a.Sprekers {
		view.Speakers = append(view.Speakers, commas(x.Naam, x.Rol, x.Organisatie))
	}
	return view
}

func signUpOf(s *layout.Site, a *catalog.Agendapunt) *signUp {
	if a.AanmeldenTot == 0 || a.Past(s.Catalog.Today) {
		return nil
	}
	until := s.Say.Phrases.Until(a.AanmeldenTot)
	return &signUp{
		Last: a.AanmeldenTot.String(), Passed: a.SignUpOver(s.Catalog.Today),
		Until: s.Word("aanmelden-tot-en-met", until), Over: s.Word("aanmelden-kan-niet-meer", until),
	}
}

// othersThan are the events to come, without this one. One for visitors leads to others
// that are for them.
func othersThan(s *layout.Site, a *catalog.Agendapunt) []*catalog.Agendapunt {
	coming := upcoming(s.Catalog.Agenda, s.Catalog.Today)
	if a.Voor != content.Staff {
		coming = catalog.ForVisitors(coming)
	}
	return slices.DeleteFunc(coming, func(other *catalog.Agendapunt) bool { return other == a })
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
