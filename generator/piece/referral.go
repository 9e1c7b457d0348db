package piece

import (
	"net/url"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/elsewhere"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
)

// Referral is where a visitor goes with a question that a spreekuur does not answer.
type Referral struct {
	Question string      // in the words of an editor, so always in Dutch
	To       layout.Link // a spreekuur, a partner or a website
	Site     bool        // it is a website, whose name is the title of the link
	How      string      // what the helper does, for pages that are not for visitors
	Visit    *Visit
	Contact  *layout.Contact // of a partner
}

// Visit is when and where someone is helped by a spreekuur.
type Visit struct {
	Spreekuur  layout.Link
	Begin, End string // for machines; "" without a date
	Day, Hours string // the date, in two parts
	When       string // the date, or that it is by appointment, or that no date is known
	Where      string // the plein and its street
	Needed     bool   // an appointment
	Contact    *layout.Contact
	Website    string
}

// ReferralOf is a referral of a spreekuur as it leads today from a plein.
func ReferralOf(s *layout.Site, at *catalog.Plein, from *catalog.Spreekuur, r catalog.Referral) Referral {
	sentence := func(text string) string { return s.Say.Sentence(s.Say.Written(text)).Text }
	view := Referral{Question: sentence(r.Vraag), How: sentence(r.Hoe)}
	switch {
	case r.Spreekuur != nil:
		view.To = SpreekuurLink(s, r.Spreekuur)
	case r.Partner != nil:
		p := r.Partner
		view.To, view.Contact = PartnerLink(s, p), layout.ContactOf(p.Telefoon, p.Email)
	default:
		view.To, view.Site = layout.Link{Title: nameOf(string(r.Website)), URL: string(r.Website)}, true
	}
	if v, ok := elsewhere.Destination(at, from, r, s.Catalog.Today); ok {
		visit := VisitOf(s, v)
		view.Visit = &visit
	}
	return view
}

// VisitOf says when and where it is.
func VisitOf(s *layout.Site, v elsewhere.Visit) Visit {
	x := v.Spreekuur
	view := Visit{Spreekuur: SpreekuurLink(s, x), Needed: NeedsAppointment(x)}
	adres := v.Plein.Adres(s.Catalog.Today)
	switch {
	case v.Dated():
		adres = v.Next.Adres()
		view.Begin, view.End = Instant(v.Next.Begin()), Instant(v.Next.End())
		view.Day, view.Hours = s.Language.Capital(s.Say.Near(v.Next.Date)), s.Say.Hours(v.Next.Span)
		view.When = s.Say.DateAnd(view.Day, view.Hours)
	case v.Helps():
		view.When = s.Language.Capital(s.Say.Rule(x))
	case x.Status == content.Paused:
		view.When = say.Stopped(s.Word("tijdelijk-gestopt"))
	case catalog.TimesUnknown(x):
		view.When = s.Language.Capital(s.Say.Rule(x))
	default:
		view.When = s.Word("geen-nieuwe-datums")
	}
	view.Where = v.Plein.Naam + ", " + say.Street(adres)
	if view.Needed || !v.Dated() {
		if view.Contact, view.Website = layout.ContactOf(x.Telefoon, x.Email), string(x.Website); view.Contact == nil {
			view.Contact = layout.ContactOf(v.Plein.Telefoon, v.Plein.Email)
		}
	}
	return view
}

// nameOf is the name of a website as people know it.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
