package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// longException is from how many days on other hours are a season, in which
// nobody thought of a holiday.
const longException = 28

var uitzonderingLang = &Check{
	Explanation: diag.Explanation{
		Code: "uitzondering-op-feestdag", Title: "Een lange uitzondering over een feestdag heen",
		Text:  "Een uitzondering met een tijd gaat voor een feestdag of sluiting. Duurt hij een maand of langer, dan zegt de site dus ook op die feestdag dat u open bent. Klopt dat niet? Zet er voor die dag een eigen uitzondering bij.",
		Wrong: "van = \"2027-04-01\", tot_en_met = \"2027-05-31\", tijd = \"13.00-15.00\": ook op Koningsdag",
		Right: "[[afwijkend]]\ndatum = \"2027-04-27\"\nvervalt = true\nreden = \"Koningsdag\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		warn := func(r *content.Record, i int, on schedule.Date, why string) {
			add(r, r.Doc.Key("afwijkend", i), fmt.Sprintf("door deze uitzondering is het ook open op %s (%s)", on, why), "zet voor die dag een eigen uitzondering")
		}
		for _, s := range c.Spreekuren {
			for i, a := range s.Afwijkend {
				period := a.Period()
				if !s.Active() || len(a.Tijd) == 0 || int(period.Until-period.From) < longException || period.Until < c.Today {
					continue
				}
				for o := range s.Between(max(period.From, c.Today), period.Until) {
					why := closedBy(s.Plein, o.Date, c)
					if why != "" && !o.Cancelled() && o.Kind != schedule.AsUsual {
						warn(&s.Record, i, o.Date, why)
						break
					}
				}
			}
		}
		for _, p := range c.Pleinen {
			for i, a := range p.Afwijkend {
				period := a.Period()
				if len(a.Tijd) == 0 || int(period.Until-period.From) < longException {
					continue
				}
				for date := max(period.From, c.Today); date <= period.Until; date++ {
					_, closed, _ := p.Schedule.HoursOn(date, c.Site.Calendar)
					if why := closedBy(p, date, c); why != "" && !closed && len(p.Schedule.Opening[date.Weekday()]) > 0 {
						warn(&p.Record, i, date, why)
						break
					}
				}
			}
		}
	},
}

// closedBy is the holiday or closure that would close the plein, were it not for
// its own exceptions.
func closedBy(p *catalog.Plein, date schedule.Date, c *catalog.Catalog) string {
	bare := p.Schedule
	bare.Deviations = nil
	_, closed, why := bare.HoursOn(date, c.Site.Calendar)
	if !closed {
		return ""
	}
	return say.Dutch(c).Reason(why).Text
}
