package due

import (
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// CheckedFor is how many days a fact counts as checked: half a year.
const CheckedFor = 183

// Unchecked reports whether someone has to check a spreekuur: nobody ever did, or not for
// half a year. A day in the future is a slip, and does not count.
func Unchecked(s *catalog.Spreekuur, today schedule.Date) bool {
	return s.Active() && !s.Concept && uncheckedFrom(s, today) <= today
}

// uncheckedFrom is the day on which a spreekuur has to be checked again.
func uncheckedFrom(s *catalog.Spreekuur, today schedule.Date) schedule.Date {
	if s.Gecontroleerd == 0 || s.Gecontroleerd > today {
		return today
	}
	return s.Gecontroleerd.Add(CheckedFor + 1)
}

// alsoFor is how many days ahead a partner is asked about other spreekuren in the same
// mail, so that nobody gets a mail every week.
const alsoFor = 28

// unchecked finds what nobody has checked for half a year: one task for each partner.
func (f *finder) unchecked(kind string) {
	soon := slices.DeleteFunc(f.spreekuren(), func(s *catalog.Spreekuur) bool {
		return !s.Active() || uncheckedFrom(s, f.Today) > f.Today.Add(alsoFor)
	})
	f.partnersOf(soon, func(p *catalog.Partner, own []*catalog.Spreekuur) {
		if !slices.ContainsFunc(own, func(s *catalog.Spreekuur) bool { return Unchecked(s, f.Today) }) {
			return
		}
		task := Task{For: Who{Partner: p}, By: f.Today,
			What: "Vraag of " + oneOr(len(own), "spreekuur nog klopt", "spreekuren nog kloppen"),
			Then: fmt.Sprintf("Klopt het? Schrijf dan gecontroleerd = %q, met de dag van het antwoord.", f.Today),
			Mail: &Mail{To: p.Email, Phone: p.Telefoon, Subject: "Klopt dit nog? Uw spreekuren op " + f.Site.Titel, Body: f.question(p, own)},
		}
		for _, s := range own {
			task.By = min(task.By, uncheckedFrom(s, f.Today))
			checked := "nooit nagekeken"
			if s.Gecontroleerd != 0 && s.Gecontroleerd <= f.Today {
				checked = "nagekeken op " + f.voice.PlainDate(s.Gecontroleerd)
			}
			task.About = append(task.About, About{
				Text: joined(", ", s.Titel+" ("+s.Plein.Naam+")", f.with(s, p), checked), Page: s.Page(), File: f.file(s.Doc),
			})
		}
		f.ask(kind, task)
	})
}

// question asks a partner whether its hours are right, with everything that someone needs
// who does not have the site at hand.
func (f *finder) question(p *catalog.Partner, own []*catalog.Spreekuur) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Beste mensen van %s,\n\nOp %s staat dit van u. Klopt dit nog?\n", p.NaamInUitingen, f.Site.Titel)
	for _, s := range own {
		lines := []string{"", s.Titel, say.Stopped(joined(", ", "Bij "+s.Plein.Naam, f.with(s, p))), say.Stopped(f.voice.Capital(f.voice.When(s)))}
		if !s.OnAppointment() {
			lines = append(lines, say.Join(f.stopped(f.voice.WalkIn(s)), f.stopped(f.voice.Appointment(s)), f.voice.Contact(s)))
		}
		lines = append(lines, f.Site.Absolute(s.Page()))
		b.WriteString(strings.Join(lines, "\n") + "\n")
	}
	b.WriteString("\nKlopt alles? Antwoord dan alleen: ja.\nIs er iets anders? Schrijf wat er anders is. Wij passen het aan.\n")
	return b.String() + f.greeting()
}

func (f *finder) stopped(text string) string {
	if text == "" {
		return ""
	}
	return say.Stopped(f.voice.Capital(text))
}

// greeting ends a mail. It has no name: whoever sends the mail adds it.
func (f *finder) greeting() string {
	from := f.Site.Organisatie
	if from == "" {
		from = f.Site.Titel
	}
	return "\nMet vriendelijke groet,\n" + from + "\n"
}
