package team

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/elsewhere"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
)

// wijzer is the Verwijswijzer: who helps with what at a plein, and where else.
type wijzer struct {
	Name    string
	Plein   layout.Link
	Made    string
	Address []string // where the page is, for paper; a line may break between the parts
	Steps   []string
	Topics  []wijzerTopic
	Tables  []wijzerTable
}

// wijzerTopic is a topic of the site. Near is who helps elsewhere, where nobody helps here.
type wijzerTopic struct {
	Name string
	Icon string
	Rows int // of the table
	Here []wijzerVisit
	Near *wijzerVisit
}

// wijzerVisit is when someone helps, and where if that is not here.
type wijzerVisit struct {
	piece.Visit
	Who      string
	Phone    string
	Sooner   string // the date at another plein that comes before the one here
	Distance string
}

// wijzerTable is a table at the plein with the questions that it sends on.
type wijzerTable struct {
	Spreekuur layout.Link
	Who       string
	Not       []string
	Referrals []wijzerReferral
}

type wijzerReferral struct {
	piece.Referral
	When  string // what there is instead of a date: ways to reach a partner without spreekuren
	Phone string
}

// ReferralPages are the Verwijswijzers. What they say changes with the day.
func ReferralPages(s *layout.Site) []layout.Page {
	all := make([]layout.Page, 0, len(s.Catalog.Pleinen))
	for _, p := range s.Catalog.Pleinen {
		all = append(all, layout.Page{
			Path: p.Page() + layout.ReferralPath, Layout: "wijzer", Title: "Verwijswijzer van " + p.Naam, Section: "/pleinen/",
			About: p, Reach: layout.Hidden, Once: true, Daily: true,
			View: layout.Shows(func() any { return wijzerOf(s, p) }),
		})
	}
	return all
}

func wijzerOf(s *layout.Site, p *catalog.Plein) wijzer {
	view := wijzer{
		Name: piece.Softened(p.Naam), Plein: piece.PleinLink(s, p), Made: s.Say.Date(s.Catalog.Today),
		Steps: s.Catalog.Site.Steps(p.Plein), Address: typedOf(s.Catalog.Site.Absolute(p.Page() + layout.ReferralPath)),
	}
	for _, o := range s.Catalog.Onderwerpen {
		view.Topics = append(view.Topics, wijzerTopicOf(s, p, o))
	}
	for _, x := range slices.Concat(p.Spreekuren, p.Gasten) {
		if x.Active() && len(x.Verwijs)+len(x.Niet) > 0 {
			view.Tables = append(view.Tables, wijzerTableOf(s, p, x))
		}
	}
	return view
}

func wijzerTopicOf(s *layout.Site, p *catalog.Plein, o *catalog.Onderwerp) wijzerTopic {
	topic := wijzerTopic{Name: o.Naam, Icon: o.Pictogram}
	helped := false
	for _, v := range elsewhere.Here(p, o) {
		helped = helped || v.Helps()
		topic.Here = append(topic.Here, wijzerVisitOf(s, p, v))
	}
	if v, ok := elsewhere.Nearest(p, o.Spreekuren, s.Catalog.Today); ok && !helped {
		near := wijzerVisitOf(s, p, v)
		topic.Near = &near
	}
	topic.Rows = len(topic.Here)
	if !helped {
		topic.Rows++
	}
	return topic
}

func wijzerVisitOf(s *layout.Site, p *catalog.Plein, v elsewhere.Visit) wijzerVisit {
	x := v.Spreekuur
	view := wijzerVisit{Visit: piece.VisitOf(s, v), Who: piece.WhoOf(s, x), Phone: string(cmp.Or(x.Telefoon, v.Plein.Telefoon))}
	if v.Helps() && !v.Dated() {
		view.When = s.Language.Capital(s.Say.When(x))
	}
	if first := elsewhere.Anywhere(x); v.Plein == p && v.Dated() && first.Next.Begin().Before(v.Next.Begin()) {
		view.Sooner = fmt.Sprintf("%s bij %s", s.Say.DateAnd(s.Say.Near(first.Next.Date), s.Say.Hours(first.Next.Span)), first.Plein.Naam)
	}
	if km, known := elsewhere.Distance(p, v.Plein, s.Catalog.Today); known && v.Plein != p {
		view.Distance = s.Word("kilometer", fmt.Sprintf("%.0f", max(km, 1)))
	}
	return view
}

func wijzerTableOf(s *layout.Site, p *catalog.Plein, x *catalog.Spreekuur) wijzerTable {
	table := wijzerTable{Spreekuur: piece.SpreekuurLink(s, x), Who: piece.WhoOf(s, x), Not: x.Niet}
	for _, r := range x.Verwijs {
		table.Referrals = append(table.Referrals, wijzerReferralOf(s, p, x, r))
	}
	return table
}

func wijzerReferralOf(s *layout.Site, p *catalog.Plein, x *catalog.Spreekuur, r catalog.Referral) wijzerReferral {
	view := wijzerReferral{Referral: piece.ReferralOf(s, p, x, r)}
	switch to := r.Spreekuur; {
	case to != nil:
		view.Phone = string(cmp.Or(to.Telefoon, to.Plein.Telefoon))
		if to.OnAppointment() && to.Active() {
			view.Visit.When = s.Language.Capital(s.Say.When(to))
		}
	case r.Partner != nil && view.Visit == nil:
		view.When = say.Join("Geen spreekuur op een plein.", s.Say.Ways(r.Partner.Telefoon, r.Partner.Email, r.Partner.Website))
	case r.Partner != nil:
		view.Phone = string(r.Partner.Telefoon)
	default:
		view.To.Title = withoutScheme(view.To.URL) // paper has no links
	}
	return view
}

// withoutScheme is how people type the address of another site, which may need its "www.".
func withoutScheme(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	return strings.TrimSuffix(rest, "/")
}
