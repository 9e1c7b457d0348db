package due

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// letters writes mails, in the words of the site.
type letters struct {
	*say.Voice
	site *catalog.Site
}

// to is a mail to the public address of a partner.
func (l letters) to(p *catalog.Partner, subject, body string) *Mail {
	return &Mail{To: p.Email, Phone: p.Telefoon, Subject: subject, Body: body}
}

// question asks a partner whether its hours are right, with everything that someone needs
// who does not have the site at hand.
func (l letters) question(p *catalog.Partner, own []*catalog.Spreekuur) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Beste mensen van %s,\n\nOp %s staat dit van u. Klopt dit nog?\n", p.NaamInUitingen, l.site.Titel)
	for _, s := range own {
		lines := []string{"", s.Titel, l.where(s, p), say.Stopped(l.Capital(l.When(s)))}
		if !s.OnAppointment() {
			lines = append(lines, say.Join(l.stopped(l.WalkIn(s)), l.stopped(l.Appointment(s)), l.Contact(s)))
		}
		lines = append(lines, l.site.Absolute(s.Page()))
		b.WriteString(strings.Join(lines, "\n") + "\n")
	}
	b.WriteString("\nKlopt alles? Antwoord dan alleen: ja.\nIs er iets anders? Schrijf wat er anders is. Wij passen het aan.\n")
	return b.String() + l.greeting()
}

// where says at which plein a spreekuur is, and with whom.
func (l letters) where(s *catalog.Spreekuur, p *catalog.Partner) string {
	return say.Stopped(joined(", ", "Bij "+s.Plein.Naam, l.with(s, p)))
}

func (l letters) stopped(text string) string {
	if text == "" {
		return ""
	}
	return say.Stopped(l.Capital(text))
}

// greeting ends a mail. It has no name: whoever sends the mail adds it.
func (l letters) greeting() string {
	from := l.site.Organisatie
	if from == "" {
		from = l.site.Titel
	}
	return "\nMet vriendelijke groet,\n" + from + "\n"
}

func (l letters) lastWas(last schedule.Date) string {
	if last < l.Today {
		return "de laatste dag was " + l.PlainDate(last)
	}
	return "de laatste dag is " + l.PlainDate(last)
}

// howOn asks a partner what happens after the last day.
func (l letters) howOn(p *catalog.Partner, own []*catalog.Spreekuur) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Beste mensen van %s,\n\nVolgens %s houdt dit op. Klopt dat?\n", p.NaamInUitingen, l.site.Titel)
	for _, s := range own {
		fmt.Fprintf(&b, "\n%s\n%s\n%s\n%s\n", s.Titel, l.where(s, p),
			l.stopped(l.lastWas(lastDay(s))), l.site.Absolute(s.Page()))
	}
	b.WriteString("\nGaat het door? Schrijf dan tot wanneer.\nStopt het? Schrijf waarom, en waar mensen dan terechtkunnen.\n")
	return b.String() + l.greeting()
}

// with names the other partners of a spreekuur: "samen met het Taalhuis", or "".
func (l letters) with(s *catalog.Spreekuur, p *catalog.Partner) string {
	var others []string
	for _, other := range s.Partners {
		if other != p {
			others = append(others, other.NaamInUitingen)
		}
	}
	if len(others) == 0 {
		return ""
	}
	return "samen met " + l.Join(others)
}
