package site

import (
	"net/url"
	"strings"

	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/typed"
)

// statement is what people found out about the site. Without one the page only says what
// was tested, and claims nothing.
type statement struct {
	Status, Scope, Norm string
	Date, Signed        string
	Report              say.Text // how and when somebody answers
	Reported, Complaint outside
	Researches          []outside
	Problems            []problem
	Foreign             bool // what editors wrote is Dutch on a page in another language
}

// outside is a name that may lead to another site, or to a mailbox.
type outside struct{ Name, URL, Date string }

type problem struct{ What, Consequence, Measure, Ready string }

// statementOf is nil where the editors gave none.
func statementOf(s *layout.Site) *statement {
	v := &s.Catalog.Site.Verklaring
	if !v.Given() {
		return nil
	}
	view := &statement{
		Status: s.Word("verklaring-status-" + strings.ToLower(v.Status)), Scope: v.Reikwijdte, Norm: v.Norm,
		Date: s.Say.Date(v.Datum), Signed: v.Getekend, Report: say.Text{Text: v.Antwoord, Foreign: s.Foreign()},
		Reported: contactLink(v.Melden), Complaint: outside{Name: v.Klacht.Naam, URL: string(v.Klacht.Adres)}, Foreign: s.Foreign(),
	}
	for _, o := range v.Onderzoeken {
		view.Researches = append(view.Researches, outside{o.Naam, string(o.Adres), s.Say.Date(o.Datum)})
	}
	for _, p := range v.Problemen {
		shown := problem{What: p.Wat, Consequence: p.Gevolg, Measure: p.Maatregel}
		if p.Klaar != 0 {
			shown.Ready = s.Say.Date(p.Klaar)
		}
		view.Problems = append(view.Problems, shown)
	}
	return view
}

// contactLink leads to a mailbox or a page.
func contactLink(c typed.Contact) outside {
	if address := string(c); !strings.Contains(address, "://") {
		return outside{Name: address, URL: (&url.URL{Scheme: "mailto", Opaque: url.PathEscape(address)}).String()}
	}
	return outside{Name: string(c), URL: string(c)}
}
