package site

import (
	"html/template"
	"net/url"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/schemaorg"
)

func spreekuurSubject(s *layout.Site, x *catalog.Spreekuur, view spreekuur, description string) schemaorg.Subject {
	var topics []string
	for _, o := range view.Onderwerpen {
		topics = append(topics, o.Title)
	}
	return s.Graph.Spreekuur(x, schemaorg.Told{
		Name: view.Titel.Text, Description: description, Topics: topics,
		URL: s.Absolute(x.Page()), PleinURL: s.Absolute(x.Plein.Page()), Next: x.Next(nextDates), Say: s.Say,
	})
}

// nextDates is how many coming dates a spreekuur shows.
const nextDates = 8

// prose is a text of an editor with its markup. It is foreign where it is Dutch on a
// page in another language.
type prose struct {
	HTML    template.HTML
	Foreign bool
}

type spreekuur struct {
	Titel, InEenZin say.Text
	Text            prose
	Status          *piece.Status
	Active          bool
	Unknown         bool           // nobody here knows when it is held
	News            *piece.Update  // what matters most
	Updates         []piece.Update // and the rest
	Rule            string
	Inloop          string
	Afspraak        piece.Afspraak
	Changes         []piece.Change    // in the coming months
	Next            *piece.Occurrence // the next date that goes on
	After           []piece.Occurrence
	Plein           *catalog.Plein
	PleinLink       layout.Link
	Meenemen, Niet  []string
	Verwijs         []piece.Referral
	Partners        []layout.Link
	Onderwerpen     []layout.Link
	Kosten          say.Text
	Talen           string
	Doelgroepen     string
	Contact         *layout.Contact // of the spreekuur, or else of its plein
	OnAppointment   bool            // there are no dates: how to make an appointment is when it is
	Reach           bool            // a visitor must ask first: how to is part of the answer
	Website         string
	Follow          *piece.Follow
	Card            string // to print; "" for what is not held
	Report          string // the address of a mail about a mistake, or ""
	Checked         string
	CheckedISO      string
}

func SpreekuurPages(s *layout.Site) []layout.Page {
	list := piece.CardListPages(s, layout.Page{
		Path: "/spreekuren/", Title: s.Word("spreekuren"), Description: s.Word("spreekuren-uitleg"), Section: "/spreekuren/", InMenu: true,
	}, piece.CardList{}, catalog.Listed(s.Catalog.Spreekuren))
	for _, x := range s.Catalog.Spreekuren {
		p := layout.Page{Path: x.Page(), Layout: "spreekuur", Section: "/spreekuren/", About: x}
		p.Title, _ = layout.Titled(s, x.Vertaling, x.Titel)
		p.View = func(f *layout.Frame) error {
			view := spreekuurOf(s, x)
			f.Description = layout.InOwnWords(view.InEenZin.Text, view.InEenZin.Foreign, func() string { return inShort(s, x) })
			f.Main, f.Subject = view, spreekuurSubject(s, x, view, f.Description)
			if layout.EmbedsItself(x) {
				f.OEmbed = s.Catalog.Site.Absolute(layout.OEmbedPath(s, x.Page()))
			}
			return nil
		}
		list = append(list, p)
	}
	return list
}

func spreekuurOf(s *layout.Site, x *catalog.Spreekuur) spreekuur {
	view := spreekuur{
		Titel: layout.Text(layout.Titled(s, x.Vertaling, x.Titel)), InEenZin: layout.Text(layout.Sentence(s, x.Vertaling, x.InEenZin)),
		Status: piece.StatusOf(s, x), Active: x.Active(), Unknown: catalog.TimesUnknown(x), OnAppointment: x.OnAppointment(),
		Rule:     s.Language.Capital(s.Say.Rule(x)),
		Afspraak: piece.Afspraak{Needed: x.Aanmelden == content.Required, Possible: x.Aanmelden == content.Allowed},
		Plein:    x.Plein, PleinLink: piece.PleinLink(s, x.Plein),
		Meenemen: x.Meenemen, Niet: x.Niet,
		Partners: layout.Links(s, x.Partners, piece.PartnerLink), Onderwerpen: layout.Links(s, x.Onderwerpen, piece.TopicLink),
		Kosten: s.Say.Costs(x.Kosten), Talen: piece.LanguageNames(s, x.Talen), Doelgroepen: piece.DutchList(x.Doelgroepen),
		Contact: layout.ContactOf(x.Telefoon, x.Email), Website: string(x.Website),
		Follow: piece.FollowOf(s, x.Page()),
	}
	view.News, view.Updates = piece.NewsOf(s, x.Berichten)
	view.Next, view.After, view.Changes = datesAhead(s, x)
	if view.Status != nil {
		view.Status.Draft = false // the frame says so
	}
	text := layout.Text(layout.Body(s, x.Vertaling, x.Body()))
	view.Text = prose{s.MarkdownBelow(2, text.Text), text.Foreign}
	if x.Inloop != (schedule.Span{}) {
		view.Inloop = s.Say.Hours(x.Inloop)
	}
	if view.Contact == nil && !view.OnAppointment {
		view.Contact = layout.ContactOf(x.Plein.Telefoon, x.Plein.Email)
	}
	view.Reach = x.Active() && (view.OnAppointment || view.Afspraak.Needed || view.Next == nil) && (view.Contact != nil || view.Website != "")
	for _, r := range x.Verwijs {
		view.Verwijs = append(view.Verwijs, piece.ReferralOf(s, x.Plein, x, r))
	}
	view.Report = reportMail(s, x)
	if x.Gecontroleerd != 0 {
		view.Checked, view.CheckedISO = s.Say.Date(x.Gecontroleerd), x.Gecontroleerd.String()
	}
	if x.Active() {
		view.Card = s.Link(x.Page() + layout.CardPath)
	}
	return view
}

// datesAhead are the next date that goes on and those after it, each with what is different
// on it, and what those dates do not tell: what is cancelled, and what is different later.
func datesAhead(s *layout.Site, x *catalog.Spreekuur) (next *piece.Occurrence, after []piece.Occurrence, different []piece.Change) {
	var held []catalog.Stretch
	for st := range x.Stretches(s.Catalog.Today.Add(piece.RareDays)) {
		if len(held) == nextDates {
			break
		}
		if !st.Cancelled() {
			held = append(held, st)
		}
	}
	shown := schedule.Date(0)
	if len(held) > 0 {
		shown = held[len(held)-1].Date
	}
	for _, st := range x.Changes(max(shown, s.Catalog.Today.Add(piece.RuleDays))) {
		if st.Cancelled() || st.All[len(st.All)-1].Date > shown {
			different = append(different, piece.ChangeOf(s, st))
		}
	}
	if len(held) == 0 {
		return nil, nil, different
	}
	all := piece.OccurrencesOf(s, held)
	return &all[0], all[1:], different
}

// inShort is when and where a spreekuur is, for the description of a page in a language in
// which nobody said what it is.
func inShort(s *layout.Site, x *catalog.Spreekuur) string {
	where := s.Word("hulp-op-plein-uitleg", x.Plein.Naam, x.Plein.Adres(s.Catalog.Today).Plaats)
	if !x.Active() {
		return where
	}
	return say.Join(s.Language.Capital(s.Say.Rule(x))+".", where)
}

// reportMail is a mail to the people of the site that already says which record it
// is about (RFC 6068). It is in Dutch, as they are.
func reportMail(s *layout.Site, x *catalog.Spreekuur) string {
	to := s.Catalog.Site.Email
	if to == "" || x.From != nil { // the frame leads to its source
		return ""
	}
	subject := "Dit klopt niet: " + x.Titel
	body := "Wat klopt er niet?\r\n\r\n\r\n" + s.Catalog.Site.Absolute(x.Page()) + "\r\n" + x.ID.String()
	return "mailto:" + string(to) + "?subject=" + mailText(subject) + "&body=" + mailText(body)
}

// mailText writes a text in the address of a mail, where a plus is a plus.
func mailText(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
