package paper

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// newsletterDays is how far ahead the block tells what is different: a month, and
// the days that a newsletter takes to go out.
const newsletterDays = 35

type nieuwsbrief struct {
	Name         string
	About        layout.Link // the plein or the partner that it is of
	Partner      bool
	Made         string
	HTML         template.HTML // the block as people see it
	Source, Text string        // the same for a program for mail: as HTML, and as plain text
}

// newsletter is the block, for partials/newsletter.html. Programs for mail drop
// style, so it has none: it takes that of the newsletter.
type newsletter struct {
	Name, InEenZin string
	Days           []newsletterDay
	OnAppointment  []newsletterRow
	Unknown        []layout.Link      // whose times nobody here knows
	Different      []newsletterChange // of a plein
	Changes        []paperChange      // of a partner
	Updates        []piece.Update
	Lines          []string // the address of a plein
	Places         []place  // the addresses of a partner
	Phone          string
	Origin         string // of the site, in front of the addresses of links
	Address        string // of the page
	Credit         *layout.Credit
	Sample         bool
	Made           string
}

type newsletterDay struct {
	Name string
	Rows []newsletterRow
}

// newsletterRow is an hour of a normal week.
type newsletterRow struct {
	Time      string
	Spreekuur layout.Link
	Who       string
	Where     string // of a partner
	Afspraak  bool   // not without one
	Rule      string // for a rule that skips weeks
	School    bool   // only in school weeks
	Begins    string // the first date of a rule that begins later, or ""
	Again     string // the next date of what is not held in the coming week, or ""
	None      bool   // no date is known

	of *catalog.Spreekuur
}

// newsletterChange is one thing that is different: a day of the plein, a date of a
// spreekuur, or a move.
type newsletterChange struct {
	Plein     *piece.OpenPeriod
	Why       string // of the plein, a sentence
	Date      *newsletterDate
	Spreekuur layout.Link
	Who       string // of a spreekuur that is not in the week
	Move      *piece.Move

	on schedule.Date
}

// newsletterDate is a date or a period of a spreekuur, and what is different then.
type newsletterDate struct {
	Words string
	say.Change
}

// NewsletterPages are those of each plein and each partner.
func NewsletterPages(s *layout.Site) []layout.Page {
	all := make([]layout.Page, 0, len(s.Catalog.Pleinen)+len(s.Catalog.Partners))
	for _, p := range s.Catalog.Pleinen {
		page := nieuwsbrief{Name: p.Naam, About: piece.PleinLink(s, p)}
		all = append(all, newsletterPage(s, p, page, func() newsletter { return newsletterOf(s, p) }))
	}
	for _, p := range s.Catalog.Partners {
		page := nieuwsbrief{Name: p.NaamInUitingen, About: piece.PartnerLink(s, p), Partner: true}
		all = append(all, newsletterPage(s, p, page, func() newsletter { return partnerNewsletterOf(s, p) }))
	}
	return all
}

func newsletterPage(s *layout.Site, of catalog.Entry, view nieuwsbrief, block func() newsletter) layout.Page {
	section := "/pleinen/"
	if view.Partner {
		section = "/partners/"
	}
	return layout.Page{
		Path: of.Page() + layout.NewsletterPath, Layout: "nieuwsbrief", Title: "Voor uw nieuwsbrief: " + view.Name, Section: section,
		About: of, Reach: layout.Hidden, Once: true,
		View: func(f *layout.Frame) error {
			view := view
			f.Main = &view
			return view.fill(s, of, block())
		},
	}
}

// fill puts the block in the page, in its three forms.
func (n *nieuwsbrief) fill(s *layout.Site, of catalog.Entry, view newsletter) error {
	block, err := s.Templates.Fragment("newsletter", view)
	if err != nil {
		return err
	}
	source := inLines(string(block))
	text, err := plainText(source)
	if err != nil {
		return fmt.Errorf("%s as text: %w", of.Page()+layout.NewsletterPath, err)
	}
	n.Made, n.HTML, n.Source, n.Text = s.Say.Date(s.Catalog.Today), template.HTML(source), source, text
	return nil
}

var pieceEnds = strings.NewReplacer("</h2>", "</h2>\n", "</h3>", "</h3>\n", "</p>", "</p>\n", "<ul>", "<ul>\n", "</li>", "</li>\n", "</ul>", "</ul>\n")

// inLines puts each piece of the block on a line of its own, for who has to find
// a place in the source.
func inLines(block string) string {
	lines := strings.FieldsFunc(pieceEnds.Replace(block), func(r rune) bool { return r == '\n' })
	return strings.Join(lines, "\n")
}

func newsletterOf(s *layout.Site, p *catalog.Plein) newsletter {
	block := blockOf(s, p, p.Spreekuren, p.Berichten)
	block.Name, block.InEenZin, block.Phone = p.Naam, p.InEenZin, string(p.Telefoon)
	block.Different, block.Lines = differentOf(s, p), say.AddressLines(p.Adres(s.Catalog.Today))
	return block
}

// blockOf is what the blocks of all have in common.
func blockOf(s *layout.Site, of catalog.Entry, all []*catalog.Spreekuur, news []*catalog.Bericht) newsletter {
	site := s.Catalog.Site
	return newsletter{
		Days: newsletterWeek(s, all), OnAppointment: newsletterAppointments(s, all), Unknown: piece.UnknownOf(s, all),
		Updates: piece.UpdatesOf(s, catalog.Current(news, s.Catalog.Today)),
		Origin:  strings.TrimSuffix(site.Base, site.Path), Address: s.Absolute(of.Page()), Credit: layout.CreditOf(s, of),
		Sample: site.Voorbeeld, Made: s.Say.Date(s.Catalog.Today),
	}
}

func newsletterWeek(s *layout.Site, all []*catalog.Spreekuur) []newsletterDay {
	var week []newsletterDay
	for _, day := range catalog.Timetable(all) {
		if day.Count() == 0 {
			continue
		}
		rows := make([]newsletterRow, day.Count())
		for i, u := range day.Uren() {
			rows[i] = newsletterRowOf(s, u)
		}
		week = append(week, newsletterDay{s.Language.Capital(s.Say.Weekday(day.Weekday)), rows})
	}
	return week
}

// newsletterAppointments are the spreekuren without hours.
func newsletterAppointments(s *layout.Site, all []*catalog.Spreekuur) []newsletterRow {
	var rows []newsletterRow
	for _, x := range catalog.OnAppointment(all) {
		rows = append(rows, newsletterRow{Time: s.Say.UnderAppointment(x), Spreekuur: piece.SpreekuurLink(s, x), Who: piece.WhoOf(s, x), of: x})
	}
	return rows
}

func newsletterRowOf(s *layout.Site, u catalog.Uur) newsletterRow {
	x := u.Spreekuur
	row := newsletterRow{
		Time: s.Say.Hours(u.Span), Spreekuur: piece.SpreekuurLink(s, x), Afspraak: x.Aanmelden == content.Required, School: x.AlleenSchoolweken,
		Who: piece.WhoOf(s, x), of: x,
	}
	if !u.Weekly {
		row.Rule = s.Say.Days(u.Days)
	}
	switch {
	case u.ThisWeek():
	case u.Next == 0:
		row.None = true
	case u.Starts != 0:
		row.Begins = s.Say.Date(u.Next)
	default:
		row.Again = s.Say.Date(u.Next)
	}
	return row
}

// differentOf is what is not as in a normal week, in order of date. What the closings of
// the plein say need not be said again of its spreekuren.
func differentOf(s *layout.Site, p *catalog.Plein) []newsletterChange {
	var list []newsletterChange
	today, last := s.Catalog.Today, s.Catalog.Today.Add(newsletterDays)
	periods := piece.ExceptionsOf(s, p, newsletterDays)
	for i := range periods {
		list = append(list, newsletterChange{Plein: &periods[i], Why: s.Say.Sentence(periods[i].Reason).Text, on: periods[i].From})
	}
	if next := p.NextMove(today); next != nil && next.Vanaf <= last {
		list = append(list, newsletterChange{Move: piece.LocationOf(s, p).Move, on: next.Vanaf})
	}
	closings := p.OpenPeriods(today, last)
	for _, x := range slices.Concat(p.Spreekuren, p.Gasten) {
		list = append(list, datesOf(s, x, p, closings, last)...)
	}
	slices.SortStableFunc(list, func(a, b newsletterChange) int { return int(a.on - b.on) })
	return list
}

// datesOf are the dates of a spreekuur that are not as usual for a plein. Where it is
// not in the week, they say who helps, and do not end before one that goes on.
func datesOf(s *layout.Site, x *catalog.Spreekuur, p *catalog.Plein, closings []catalog.OpenPeriod, last schedule.Date) []newsletterChange {
	var list []newsletterChange
	guest, who := x.Plein != p, ""
	alone := !guest && len(x.Uren()) == 0
	if guest || alone {
		who = piece.WhoOf(s, x)
	}
	for st := range x.Stretches(last) {
		if st.Date > last && !alone {
			break
		}
		st, here := st.Here(p)
		if !here || st.Kind == schedule.AsUsual || p.ExplainsAll(closings, st) {
			continue
		}
		date := newsletterDate{s.Language.Capital(s.Say.Stretch(st)), s.Say.ChangeAt(st.Occurrence, p)}
		list = append(list, newsletterChange{Date: &date, Spreekuur: piece.SpreekuurLink(s, x), Who: who, on: st.Date})
	}
	return list
}
