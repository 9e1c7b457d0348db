package page

import (
	"html/template"
	"net/url"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// nextDates is how many coming dates a spreekuur shows.
const nextDates = 8

type spreekuur struct {
	Titel, InEenZin string
	Text            template.HTML
	TitelForeign    bool // these are Dutch on a page in another language
	ZinForeign      bool
	TextForeign     bool
	Status          *status
	Active          bool
	Updates         []update
	Rule            string
	Inloop          string
	Afspraak        afspraak
	Changes         []change // in the coming months
	Next            []occurrence
	Plein           *catalog.Plein
	PleinLink       link
	Meenemen, Niet  []string
	Partners        []link
	Onderwerpen     []link
	Kosten          say.Text
	Talen           string
	Doelgroepen     string
	Contact         *contact // of the spreekuur, or else of its plein
	OnAppointment   bool     // there are no dates: how to make an appointment is when it is
	Website         string
	Follow          *follow
	Card            string // to print; "" for what is not held
	Report          string // the address of a mail about a mistake, or ""
	Checked         string
	CheckedISO      string
}

// afspraak says whether a visitor makes an appointment.
type afspraak struct{ Needed, Possible bool }

func spreekuurPages(s *site) []Page {
	list := cardListPages(s, Page{
		Path: "/spreekuren/", Title: s.word("spreekuren"), Description: s.word("spreekuren-uitleg"), Section: "/spreekuren/", InMenu: true,
	}, cardList{}, catalog.Listed(s.catalog.Spreekuren))
	for _, x := range s.catalog.Spreekuren {
		p := Page{Path: x.Page(), Layout: "spreekuur", Section: "/spreekuren/", About: x}
		p.Title, _ = s.told(x, x.Titel, func(v content.Vertaling) string { return v.Titel })
		p.Description, _ = s.told(x, x.InEenZin, func(v content.Vertaling) string { return v.InEenZin })
		p.View = func(f *frame) error {
			view := spreekuurOf(s, x)
			f.Main, f.Subject = view, spreekuurSubject(s, x, view, x.Next(nextDates))
			f.OEmbed = s.catalog.Site.Absolute(oembedPath(s, x.Plein.Page())) // of its plein, where it stands among the others
			f.Picture = pictureOf(s, x.Page(), spreekuurPicture(s, x))
			return nil
		}
		list = append(list, p)
	}
	return list
}

func spreekuurOf(s *site, x *catalog.Spreekuur) spreekuur {
	view := spreekuur{
		Status: statusOf(s, x), Active: x.Active(), OnAppointment: x.OnAppointment(),
		Updates:  updatesOf(s, catalog.Current(x.Berichten, s.catalog.Today)),
		Rule:     s.language.Capital(s.say.Rule(x)),
		Afspraak: afspraak{Needed: x.Aanmelden == content.Required, Possible: x.Aanmelden == content.Allowed},
		Plein:    x.Plein, PleinLink: pleinLink(s, x.Plein),
		Meenemen: x.Meenemen, Niet: x.Niet,
		Partners: links(s, x.Partners, partnerLink), Onderwerpen: links(s, x.Onderwerpen, topicLink),
		Kosten: s.say.Costs(x.Kosten), Talen: languageNames(s, x.Talen), Doelgroepen: dutchList(x.Doelgroepen),
		Contact: contactOf(x.Telefoon, x.Email), Website: string(x.Website),
		Follow: followOf(s, x.Page()),
	}
	view.Next, view.Changes = datesAhead(s, x)
	if view.Status != nil {
		view.Status.Draft = false // the frame says so
	}
	view.Titel, view.TitelForeign = s.told(x, x.Titel, func(v content.Vertaling) string { return v.Titel })
	view.InEenZin, view.ZinForeign = s.told(x, x.InEenZin, func(v content.Vertaling) string { return v.InEenZin })
	body, foreign := s.told(x, x.Body(), func(v content.Vertaling) string { return string(v.Tekst) })
	view.Text, view.TextForeign = s.markdownBelow(2, body), foreign
	if x.Inloop != (schedule.Span{}) {
		view.Inloop = s.say.Hours(x.Inloop)
	}
	if view.Contact == nil && !view.OnAppointment {
		view.Contact = contactOf(x.Plein.Telefoon, x.Plein.Email)
	}
	view.Report = reportMail(s, x)
	if x.Gecontroleerd != 0 {
		view.Checked, view.CheckedISO = s.say.Date(x.Gecontroleerd), x.Gecontroleerd.String()
	}
	if x.Active() {
		view.Card = s.link(x.Page() + cardPath)
	}
	return view
}

// dates are the next dates that go on, each with what is different on it, and what
// those dates do not tell: what is cancelled, and what is different later.
func datesAhead(s *site, x *catalog.Spreekuur) (next []occurrence, different []change) {
	var held []catalog.Stretch
	for st := range x.Stretches(s.catalog.Today.Add(rareDays)) {
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
	for _, st := range x.Changes(max(shown, s.catalog.Today.Add(ruleDays))) {
		if st.Cancelled() || st.All[len(st.All)-1].Date > shown {
			different = append(different, changeOf(s, st))
		}
	}
	return occurrencesOf(s, held), different
}

// report is a mail to the people of the site that already says which record it
// is about (RFC 6068). It is in Dutch, as they are.
func reportMail(s *site, x *catalog.Spreekuur) string {
	to := s.catalog.Site.Email
	if to == "" {
		return ""
	}
	subject := "Dit klopt niet: " + x.Titel
	body := "Wat klopt er niet?\r\n\r\n\r\n" + s.catalog.Site.Absolute(x.Page()) + "\r\n" + x.ID.String()
	return "mailto:" + string(to) + "?subject=" + mailText(subject) + "&body=" + mailText(body)
}

// mailText writes a text in the address of a mail, where a plus is a plus.
func mailText(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
