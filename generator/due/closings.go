package due

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// closesWithin is how many days before a closing visitors must be able to read about it.
const closesWithin = 35

// closing are the words of which an update about a closing has at least one.
var closing = []string{"dicht", "gesloten", "sluit", "niet open", "niet door", "geen spreekuur", "geen spreekuren", "vakantie"}

// A closedPlein is a plein that is closed for a period, and how many of its spreekuren do
// not take place because of that.
type closedPlein struct {
	*catalog.Plein
	hit, all int
}

// closings finds closings that hit more than half of a plein without an update about it.
// One that is the same for several pleinen is one task for the site.
func (f *finder) closings(kind string) {
	var periods []catalog.OpenPeriod // in order of their first day at the first plein
	pleinen := map[schedule.Period][]closedPlein{}
	for _, p := range f.pleinen() {
		for _, d := range p.Different(f.Today, f.Today.Add(closesWithin)) {
			if d.Hours == nil || !d.Hours.Closed {
				continue
			}
			closed := closedIn(p, d.Hours.Period)
			if 2*closed.hit <= closed.all || f.announced(p, max(d.Hours.From, f.Today), closing) {
				continue
			}
			if pleinen[d.Hours.Period] == nil {
				periods = append(periods, *d.Hours)
			}
			pleinen[d.Hours.Period] = append(pleinen[d.Hours.Period], closed)
		}
	}
	for _, period := range periods {
		if asked := f.options.For; asked == nil || asked.Plein == nil && asked.Partner == nil {
			f.closed(kind, period, pleinen[period.Period])
			continue
		}
		for _, p := range pleinen[period.Period] {
			f.closed(kind, period, []closedPlein{p})
		}
	}
}

// closedIn counts the spreekuren of a plein that have a date in a period on which they do
// not take place because the plein is closed.
func closedIn(p *catalog.Plein, during schedule.Period) closedPlein {
	closed := closedPlein{Plein: p}
	for _, s := range p.Spreekuren {
		if !s.Active() || s.Concept || s.OnAppointment() {
			continue
		}
		closed.all++
		for o := range s.Between(during.From, during.Until) {
			if o.Cancelled() && o.Why.ClosesPlace() {
				closed.hit++
				break
			}
		}
	}
	return closed
}

func (f *finder) closed(kind string, period catalog.OpenPeriod, pleinen []closedPlein) {
	when := f.voice.Phrases.Period(period.From, period.Until)
	task := Task{By: period.From.Add(-toldBefore), What: "Maak een bericht: dicht op " + when}
	if period.Until > period.From {
		task.What = "Maak een bericht: dicht van " + when
	}
	if len(pleinen) == 1 {
		task.For = Who{Plein: pleinen[0].Plein}
	}
	var slugs []string
	for _, p := range pleinen {
		slugs = append(slugs, fmt.Sprintf("%q", p.Slug))
		text := fmt.Sprintf("%s: %d van de %s %s niet door", p.Naam, p.hit, oneOr(p.all, "spreekuur", "spreekuren"), goes(p.hit))
		task.About = append(task.About, About{Text: text, Page: p.Page(), File: f.file(p.Doc)})
	}
	task.Then = fmt.Sprintf("Schrijf in het bericht wanneer het dicht is, met pleinen = [%s] en tot_en_met = %q.", strings.Join(slugs, ", "), period.Until)
	f.add(kind, period.From.String(), task)
}

func goes(n int) string {
	if n == 1 {
		return "gaat"
	}
	return "gaan"
}
