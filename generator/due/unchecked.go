package due

import (
	"slices"

	"pleinwijzer/generator/catalog"
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
		return !s.Active() || ignored(&s.Record, "nakijken") || uncheckedFrom(s, f.Today) > f.Today.Add(alsoFor)
	})
	f.partnersOf(soon, func(p *catalog.Partner, own []*catalog.Spreekuur) {
		if !slices.ContainsFunc(own, func(s *catalog.Spreekuur) bool { return Unchecked(s, f.Today) }) {
			return
		}
		task := Task{For: Who{Partner: p}, By: f.Today,
			What: "Vraag of " + oneOr(len(own), "spreekuur nog klopt", "spreekuren nog kloppen"),
			Then: "Klopt het? Zet dan bij gecontroleerd de dag van het antwoord.",
			Mail: f.letters.to(p, "Klopt dit nog? Uw spreekuren op "+f.Site.Titel, f.letters.question(p, own)),
		}
		for _, s := range own {
			task.By = min(task.By, uncheckedFrom(s, f.Today))
			text := joined(", ", s.Titel+" ("+s.Plein.Naam+")", f.letters.with(s, p), f.checked(s))
			task.About = append(task.About, About{Text: text, Page: s.Page(), File: f.file(s.Doc)})
		}
		f.ask(kind, task)
	})
}

// checked says when a spreekuur was last checked.
func (f *finder) checked(s *catalog.Spreekuur) string {
	switch {
	case s.Gecontroleerd == 0:
		return "nooit nagekeken"
	case s.Gecontroleerd > f.Today:
		return "de dag bij gecontroleerd moet nog komen"
	}
	return "nagekeken op " + f.voice.PlainDate(s.Gecontroleerd)
}
