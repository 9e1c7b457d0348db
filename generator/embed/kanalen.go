package embed

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
)

// kanalen is all that a partner can put on its own channels, with what is chosen there
// filled in: it need not be looked for on the pages of everybody.
type kanalen struct {
	Name    string
	About   layout.Link
	Codes   embedCodes
	Choose  string // where to get another code
	Follow  *piece.Follow
	Feeds   []feedAddress
	Paper   []layout.Link
	Cards   []layout.Link
	Posts   []post
	Events  []piece.Event // to come, for those who work at a partner
	Names   []nameGroup
	Contact *layout.Contact
	Report  string // the address of a mail in which to report a change, or ""
	Source  string // where it is changed, if the partner is of another directory
	Pleinen []pleinContact
}

// feedAddress is a feed, and where it is.
type feedAddress struct{ Title, Address string }

// A post is a text for a message on social media.
type post struct{ ID, Title, Text string }

// nameGroup is how names are written.
type nameGroup struct {
	Title, Note string
	Names       []spelled
}

// spelled is a name to copy.
type spelled struct{ ID, Name, Note string }

// pleinContact is whom to tell of a change at a plein.
type pleinContact struct {
	Plein   layout.Link
	Contact *layout.Contact
}

// ChannelPages are those of each partner.
func ChannelPages(s *layout.Site) []layout.Page {
	all := make([]layout.Page, len(s.Catalog.Partners))
	for i, p := range s.Catalog.Partners {
		all[i] = layout.Page{
			Path: p.Page() + layout.ChannelsPath, Layout: "kanalen", Title: "Voor de kanalen van " + p.NaamInUitingen, Section: "/partners/",
			About: p, Reach: layout.Hidden, Once: true, View: layout.Shows(func() any { return kanalenOf(s, p) }),
		}
	}
	return all
}

func kanalenOf(s *layout.Site, p *catalog.Partner) kanalen {
	site := s.Catalog.Site
	view := kanalen{
		Name: p.NaamInUitingen, About: piece.PartnerLink(s, p),
		Codes: codesOf(s, partnerEmbed(s, p)), Choose: s.Link(layout.EmbedPage) + "?partner=" + p.Slug,
		Follow: piece.FollowOf(s, p.Page()), Names: namesOf(p),
		Contact: layout.ContactOf(site.Telefoon, site.Email), Report: reportTo(string(site.Email), p.NaamInUitingen),
	}
	if p.From != nil { // its times are changed there
		view.Contact, view.Report, view.Source = nil, "", p.From.Credit().URL
	}
	for _, link := range feed.For(p.Page()) {
		view.Feeds = append(view.Feeds, feedAddress{link.Title, site.Absolute(link.Path)})
	}
	below := func(path, title, text string) layout.Link {
		return layout.Link{Title: title, URL: s.URL(p.Page() + path), Text: text}
	}
	view.Paper = []layout.Link{
		below(layout.PosterPath, "Poster", "Uw tijden op alle pleinen, om op te hangen."),
		below(layout.SignPath, "Tafelbordje", "Om op uw tafel te zetten, van twee kanten te lezen."),
		below(layout.NewsletterPath, "Tekst voor uw nieuwsbrief", "Om te kopiëren in een nieuwsbrief of een mail."),
	}
	for _, a := range s.Catalog.Agenda {
		if a.Voor == content.Staff && !a.Past(s.Catalog.Today) {
			view.Events = append(view.Events, piece.EventsOf(s, []*catalog.Agendapunt{a})...)
		}
	}
	for _, x := range p.Spreekuren {
		if layout.EmbedsItself(x) {
			link := piece.SpreekuurLink(s, x)
			view.Cards = append(view.Cards, layout.Link{Title: link.Title, Text: x.Plein.Naam, URL: s.URL(x.Page() + layout.CardPath)})
			view.Posts = append(view.Posts, post{"bericht-" + x.Slug, link.Title + ", " + x.Plein.Naam, postOf(s, x)})
		}
	}
	for _, at := range p.Active() {
		if contact := layout.ContactOf(at.Telefoon, at.Email); contact != nil {
			view.Pleinen = append(view.Pleinen, pleinContact{piece.PleinLink(s, at), contact})
		}
	}
	return view
}

// reportTo is a mail with what somebody has to know to change a time.
func reportTo(address, name string) string {
	if address == "" {
		return ""
	}
	const body = "Welk spreekuur?\n\nOp welke dag of dagen?\n\nWat verandert er?\n\nWaarom? (Dit staat straks op de site.)\n"
	query := url.Values{"subject": {"Wijziging van " + name}, "body": {strings.ReplaceAll(body, "\n", "\r\n")}}.Encode()
	return "mailto:" + address + "?" + strings.ReplaceAll(query, "+", "%20") // RFC 6068: a plus is a plus
}

// mostPost is how long a message may be on the most narrow of the usual channels.
const mostPost = 280

// postOf is a message about a spreekuur: what, when, where and on what terms, with the
// address at which the last times are. What it is in a sentence is left out where there is
// no room.
func postOf(s *layout.Site, x *catalog.Spreekuur) string {
	at := x.Plein.Adres(s.Catalog.Today)
	parts := []string{
		say.Stopped(x.Titel), say.Stopped(x.InEenZin), say.Stopped(s.Language.Capital(s.Say.When(x))),
		say.Stopped(x.Plein.Naam + ", " + say.Street(at)), termsOf(s, x), s.Absolute(x.Page()),
	}
	text := say.Join(parts...)
	if utf8.RuneCountInString(text) > mostPost {
		parts[1] = ""
		text = say.Join(parts...)
	}
	return text
}

// termsOf says what makes it easy to come.
func termsOf(s *layout.Site, x *catalog.Spreekuur) string {
	var terms []string
	if x.Kosten == content.Free {
		terms = append(terms, s.Say.Sentence(s.Say.Costs(content.Free)).Text)
	}
	switch {
	case x.OnAppointment():
	case x.Aanmelden == content.Required:
		terms = append(terms, say.Stopped(s.Language.Capital(s.Word("met-afspraak"))))
	default:
		terms = append(terms, s.Word("geen-afspraak-nodig"))
	}
	return say.Join(terms...)
}

// namesOf are the names that a partner writes, as they are agreed on.
func namesOf(p *catalog.Partner) []nameGroup {
	own := nameGroup{Title: "Uw organisatie", Names: []spelled{{"naam", p.NaamInUitingen, ""}}}
	if p.Naam != p.NaamInUitingen {
		own.Names[0].Note = "zo lezen bezoekers het"
		own.Names = append(own.Names, spelled{"volledige-naam", p.Naam, "de volledige naam"})
	}
	pleinen, spreekuren := nameGroup{Title: "De pleinen"}, nameGroup{Title: "Uw spreekuren"}
	for _, at := range p.Active() {
		pleinen.Names = append(pleinen.Names, spelled{"plein-" + at.Slug, at.Naam, ""})
	}
	for _, x := range catalog.Running(p.Spreekuren) {
		spreekuren.Names = append(spreekuren.Names, spelled{"spreekuur-" + x.Slug, x.Titel, x.Plein.Naam})
	}
	groups := []nameGroup{own}
	for _, group := range []nameGroup{pleinen, spreekuren} {
		if len(group.Names) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}
