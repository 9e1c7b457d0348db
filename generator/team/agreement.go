package team

import (
	_ "embed"
	"html/template"
	"slices"
	"strings"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
)

// Clauses are those of a site without any of its own, and a start for those of a new one.
//
//go:embed afspraken.md
var Clauses string

// agreement is what a plein and a partner agree, on paper. What the content knows stands
// there; what it does not, or must not, has lines for a pen.
type agreement struct {
	Title, Lead    string
	Back           layout.Link
	Plein, Partner []row
	Hours          [][]row // of each spreekuur the five answers
	Clauses        template.HTML
	Gids, Meetings []string
	Scans          []scan
	Many           bool   // the spreekuren stand side by side
	Made           string // "" for the one that nothing is filled in on
	Sample         bool
}

// row is a question with its answer, or with lines for a pen.
type row struct {
	Label, Help string
	Lines       []string
	Text        template.HTML
	Pens        []struct{}
}

// scan is an address to type and to point a phone at.
type scan struct {
	Title   string
	Address []string // in parts between which a line may break
	QR      *piece.QR
}

// manyHours is how many spreekuren stand below each other; more stand side by side.
const manyHours = 2

// agreementPages are those for each partner of each plein, and one for a partner that is
// yet to come.
func agreementPages(s *layout.Site) []layout.Page {
	clauses := sync.OnceValue(func() template.HTML { return s.MarkdownBelow(3, clausesOf(s.Catalog)) })
	page := layout.Page{
		Path: layout.EmptyAgreement, Layout: "afspraken", Title: "De afspraken voor een nieuwe partner", Section: "/voor-partners/",
		Reach: layout.Hidden, Once: true,
		View: layout.Shows(func() any { return emptyAgreement(s, clauses()) }),
	}
	if own := s.Catalog.Afspraken(); own != nil {
		page.About = own
	}
	all := []layout.Page{page}
	for _, p := range s.Catalog.Pleinen {
		for _, partner := range agreed(p) {
			all = append(all, layout.Page{
				Path: p.Page() + layout.AgreementPath + partner.Slug + "/", Layout: "afspraken",
				Title: "De afspraken tussen " + p.Naam + " en " + partner.NaamInUitingen, Section: "/pleinen/",
				About: p, Reach: layout.Hidden, Once: true,
				View: layout.Shows(func() any { return agreementOf(s, p, partner, clauses()) }),
			})
		}
	}
	return all
}

// agreed are the partners of a plein with a spreekuur that is not over: those with whom
// there is something to agree.
func agreed(p *catalog.Plein) []*catalog.Partner {
	return slices.DeleteFunc(slices.Clone(p.Partners), func(partner *catalog.Partner) bool { return len(heldBy(p, partner)) == 0 })
}

// heldBy are the spreekuren of a partner at a plein that are not over.
func heldBy(p *catalog.Plein, partner *catalog.Partner) []*catalog.Spreekuur {
	return slices.DeleteFunc(catalog.Running(p.Spreekuren), func(x *catalog.Spreekuur) bool { return !slices.Contains(x.Partners, partner) })
}

func agreementOf(s *layout.Site, p *catalog.Plein, partner *catalog.Partner, clauses template.HTML) agreement {
	held := heldBy(p, partner)
	view := agreement{
		Title: "De afspraken tussen " + p.Naam + " en " + partner.NaamInUitingen,
		Lead:  "Dit spreken het plein en de partner met elkaar af. Wat op de site staat, is al ingevuld. De rest schrijft u er samen bij, met de pen.",
		Back:  layout.Link{Title: teamTitle(p), URL: s.URL(p.Page() + layout.TeamPath)},
		Plein: pleinRows(s, p), Partner: partnerRows(partner), Many: len(held) > manyHours,
		Clauses: filledIn(clauses, p.Naam, partner.NaamInUitingen), Gids: gidsOf(p, held),
		Meetings: meetingsOf(s, p, partner),
		Scans: []scan{
			scanOf(s, "Poster van het plein", p.Page()+layout.PosterPath),
			scanOf(s, "Uw spreekuren op uw eigen site", layout.EmbedPage+"?partner="+partner.Slug),
		},
		Made: s.Say.Date(s.Catalog.Today), Sample: s.Catalog.Site.Voorbeeld,
	}
	for _, x := range held {
		view.Hours = append(view.Hours, answersOf(s, x))
	}
	return view
}

func emptyAgreement(s *layout.Site, clauses template.HTML) agreement {
	return agreement{
		Title: "De afspraken voor een nieuwe partner",
		Lead:  "Wilt u op een plein gaan werken? Vul dit samen met het plein in. Uw antwoorden op de 5 vragen komen op de site.",
		Back:  aboveEmpty(s), Plein: pleinRows(s, nil), Partner: partnerRows(nil), Hours: [][]row{questions()},
		Clauses: filledIn(clauses, "het plein", "de partner"),
		Scans:   []scan{{Title: "Spreekuren op uw eigen site", Address: typedOf(s.Absolute(layout.EmbedPage))}}, // a code would not fit
		Sample:  s.Catalog.Site.Voorbeeld,
	}
}

// aboveEmpty is where the empty agreement leads back to: the page for partners, or on a
// site without one what a plein is.
func aboveEmpty(s *layout.Site) layout.Link {
	above := strings.TrimSuffix(layout.EmptyAgreement, layout.AgreementPath)
	for _, p := range s.Catalog.Paginas {
		if p.Page() == above {
			return layout.Link{Title: p.Titel, URL: s.URL(above)}
		}
	}
	return layout.Link{Title: s.Word("wat-is-een-plein-titel"), URL: s.Link(layout.ExplanationPath)}
}

func scanOf(s *layout.Site, title, path string) scan {
	address := s.Absolute(path)
	return scan{title, typedOf(address), piece.NewQR(address)}
}

func clausesOf(c *catalog.Catalog) string {
	if own := c.Afspraken(); own != nil {
		return own.Body()
	}
	return Clauses
}

// filledIn puts names in the blanks of the clauses. A name that begins a sentence has a
// capital, as "de partner" has there.
func filledIn(clauses template.HTML, plein, partner string) template.HTML {
	rest, filled := string(clauses), strings.Builder{}
	names := map[string]string{content.PleinBlank: plein, content.PartnerBlank: partner}
	for {
		at := strings.IndexByte(rest, '{')
		if at < 0 {
			filled.WriteString(rest)
			return template.HTML(filled.String())
		}
		filled.WriteString(rest[:at])
		rest = rest[at:]
		size := strings.IndexByte(rest, '}') + 1
		name, ok := names[rest[:size]]
		if !ok {
			size, name = 1, "{"
		} else if beginsSentence(filled.String()) {
			name = piece.Capital(name)
		}
		filled.WriteString(template.HTMLEscapeString(name))
		rest = rest[size:]
	}
}

// beginsSentence reports whether what follows on HTML is the first word of a sentence.
func beginsSentence(before string) bool {
	for strings.HasSuffix(before, ">") {
		tag := before[strings.LastIndexByte(before, '<'):]
		before = strings.TrimSuffix(before, tag)
		if name, _, _ := strings.Cut(strings.Trim(tag, "</>"), " "); !inline[name] {
			return true
		}
	}
	before = strings.TrimRight(before, " \n")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".?!>")
}

// inline are the elements of a text that do not begin a line.
var inline = map[string]bool{"a": true, "em": true, "strong": true, "del": true, "code": true}
