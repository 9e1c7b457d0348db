package due

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

const (
	endsWithin = 60 // how many days before an end someone has to think about what comes next
	toldBefore = 14 // how many days before a change visitors have to know of it
)

// ending finds spreekuren that end: one task for each partner.
func (f *finder) ending(kind string) {
	ending := slices.DeleteFunc(f.spreekuren(), func(s *catalog.Spreekuur) bool {
		last := lastDay(s)
		return s.Status != content.Running || last == 0 || !f.within(last, endsWithin) || ignored(&s.Record, "loopt-af")
	})
	f.partnersOf(ending, func(p *catalog.Partner, own []*catalog.Spreekuur) {
		task := Task{For: Who{Partner: p}, By: lastDay(own[0]).Add(-toldBefore),
			What: "Vraag hoe het verdergaat: " + oneOr(len(own), "spreekuur stopt", "spreekuren stoppen"),
			Then: `Gaat het door? Verander de laatste dag. Stopt het? Zet status = "gestopt", met een reden en een opvolger.`,
			Mail: f.letters.to(p, "Gaat dit door? Uw spreekuren op "+f.Site.Titel, f.letters.howOn(p, own)),
		}
		for _, s := range own {
			task.By = min(task.By, lastDay(s).Add(-toldBefore))
			text := joined(", ", s.Titel+" ("+s.Plein.Naam+")", f.letters.with(s, p), f.letters.lastWas(lastDay(s)))
			task.About = append(task.About, About{Text: text, Page: s.Page(), File: f.file(s.Doc)})
		}
		f.ask(kind, task)
	})
}

// lastDay is the last day of a spreekuur, or 0 if it goes on.
func lastDay(s *catalog.Spreekuur) schedule.Date {
	last := s.TotEnMet
	if len(s.Data) > 0 {
		if dated := slices.Max(s.Data); last == 0 || dated < last {
			last = dated
		}
	}
	return last
}

// pilots finds trials of pleinen that end.
func (f *finder) pilots(kind string) {
	for _, p := range f.pleinen() {
		last := p.Pilot.TotEnMet
		if last == 0 || !f.within(last, endsWithin) || ignored(&p.Record, "loopt-af") {
			continue
		}
		f.add(kind, "", Task{For: Who{Plein: p}, By: last.Add(-toldBefore),
			What:  "Beslis of het plein blijft: de proef houdt op",
			About: []About{{Text: p.Naam + ", " + f.letters.lastWas(last), Page: p.Page(), File: f.file(p.Doc)}},
			Then:  "Blijft het plein? Haal [pilot] weg. Duurt de proef langer? Verander de laatste dag. Stopt het? Zet de spreekuren op gestopt.",
		})
	}
}
