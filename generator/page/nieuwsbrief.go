package page

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// newsletterPath is a page for who writes a newsletter, with a block to paste in
// it. It is in Dutch only, as the page about the feeds is.
const newsletterPath = "nieuwsbrief/"

// newsletterDays is how far ahead the block tells what is different: a month, and
// the days that a newsletter takes to go out.
const newsletterDays = 35

type nieuwsbrief struct {
	Name         string
	Plein        link
	Made         string
	HTML         template.HTML // the block as people see it
	Source, Text string        // the same for a program for mail: as HTML, and as plain text
}

// newsletter is the block, for partials/newsletter.html. Programs for mail drop
// style, so it has none: it takes that of the newsletter.
type newsletter struct {
	Name, InEenZin string
	Days           timetable
	Different      []newsletterChange
	Updates        []update
	Lines          []string // the address
	Phone          string
	Origin         string // of the site, in front of the addresses of links
	Address        string // of the plein
	Sample         bool
	Made           string
}

// newsletterChange is one thing that is different: a day of the plein, a date of a
// spreekuur, or a move.
type newsletterChange struct {
	Plein     *openPeriod
	Date      *occurrence
	Spreekuur link
	Move      *move

	on schedule.Date
}

func (s *site) newsletters() []publish.File {
	files := make([]publish.File, len(s.catalog.Pleinen))
	for i, p := range s.catalog.Pleinen {
		files[i] = s.pageOrError(p.Page()+newsletterPath, "nieuwsbrief", func() (frame, error) { return s.newsletterPage(p) })
	}
	return files
}

func (s *site) newsletterPage(p *catalog.Plein) (frame, error) {
	block, err := s.templates.fragment("newsletter", s.newsletter(p))
	if err != nil {
		return frame{}, err
	}
	source := inLines(string(block))
	text, err := plainText(source)
	if err != nil {
		return frame{}, fmt.Errorf("%s as text: %w", p.Page()+newsletterPath, err)
	}
	view := nieuwsbrief{Name: p.Naam, Plein: s.pleinLink(p), Made: s.say.Date(s.catalog.Today), HTML: template.HTML(source), Source: source, Text: text}
	return s.frame("Voor uw nieuwsbrief: "+p.Naam, "", "", "/pleinen/", view), nil
}

var pieceEnds = strings.NewReplacer("</h2>", "</h2>\n", "</h3>", "</h3>\n", "</p>", "</p>\n", "<ul>", "<ul>\n", "</li>", "</li>\n", "</ul>", "</ul>\n")

// inLines puts each piece of the block on a line of its own, for who has to find
// a place in the source.
func inLines(block string) string {
	lines := strings.FieldsFunc(pieceEnds.Replace(block), func(r rune) bool { return r == '\n' })
	return strings.Join(lines, "\n")
}

func (s *site) newsletter(p *catalog.Plein) newsletter {
	site := s.catalog.Site
	return newsletter{
		Name: p.Naam, InEenZin: p.InEenZin, Days: s.timetable(p.Spreekuren, false), Different: s.different(p),
		Updates: s.updates(catalog.Current(p.Berichten, s.catalog.Today)),
		Lines:   say.AddressLines(p.Adres(s.catalog.Today)), Phone: string(p.Telefoon),
		Origin: strings.TrimSuffix(site.Base, site.Path), Address: s.absolute(p.Page()),
		Sample: site.Voorbeeld, Made: s.say.Date(s.catalog.Today),
	}
}

// different is what is not as in a normal week, in order of date. That a
// spreekuur is not held on a day on which the plein is closed need not be say.Text
// again.
func (s *site) different(p *catalog.Plein) []newsletterChange {
	var list []newsletterChange
	today, last := s.catalog.Today, s.catalog.Today.Add(newsletterDays)
	periods := s.exceptions(p, newsletterDays)
	for i := range periods {
		list = append(list, newsletterChange{Plein: &periods[i], on: periods[i].From})
	}
	if next := p.NextMove(today); next != nil && next.Vanaf <= last {
		list = append(list, newsletterChange{Move: s.location(p).Move, on: next.Vanaf})
	}
	for _, x := range slices.Concat(p.Spreekuren, p.Gasten) {
		for st := range x.Different(last) {
			if st.Cancelled() && st.Why.ClosesPlace() && x.Plein == p {
				continue // told of the plein
			}
			date := s.occurrences([]catalog.Stretch{st})[0]
			date.Words = s.language.Capital(date.Words)
			list = append(list, newsletterChange{Date: &date, Spreekuur: s.spreekuurLink(x), on: st.Date})
		}
	}
	slices.SortStableFunc(list, func(a, b newsletterChange) int { return int(a.on - b.on) })
	return list
}
