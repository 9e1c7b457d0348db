package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

var uitzonderingLang = &Check{
	Explanation: diag.Explanation{
		Code: "uitzondering-op-feestdag", Title: "Een uitzondering over een feestdag heen",
		Text:  "Een uitzondering met een tijd gaat voor een feestdag of sluiting. Duurt hij meer dagen, dan zegt de site dus ook op die feestdag dat u open bent. Klopt dat niet? Zet er voor die dag een eigen uitzondering bij.",
		Wrong: "van = \"2027-04-01\", tot_en_met = \"2027-05-31\", tijd = \"13.00-15.00\": ook op Koningsdag",
		Right: "[[afwijkend]]\ndatum = \"2027-04-27\"\nvervalt = true\nreden = \"Koningsdag\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		warn := func(r *content.Record, i int, on schedule.Date, why string) {
			add(r, r.Doc.Key("afwijkend", i), fmt.Sprintf("door deze uitzondering is het ook open op %s (%s)", on, why), "zet voor die dag een eigen uitzondering")
		}
		for _, s := range c.Spreekuren {
			for i, a := range s.Afwijkend {
				on := upcoming(a.Period(), c)
				if !s.Active() || len(a.Tijd) == 0 || on.From == on.Until {
					continue
				}
				var f festive
				for o := range s.Between(on.From, on.Until) {
					if !o.Cancelled() {
						f.add(o.Date, o.Kind != schedule.AsUsual, closedBy(o.Plein, o.Date, c))
					}
				}
				if f.first != 0 && f.others {
					warn(&s.Record, i, f.first, f.why)
				}
			}
		}
		for _, p := range c.Pleinen {
			for i, a := range p.Afwijkend {
				on := upcoming(a.Period(), c)
				if len(a.Tijd) == 0 || on.From == on.Until {
					continue
				}
				var f festive
				for date := on.From; date <= on.Until; date++ {
					if _, closed, _ := p.HoursOn(date); !closed && len(p.Schedule.Opening[date.Weekday()]) > 0 {
						f.add(date, true, closedBy(p, date, c))
					}
				}
				if f.first != 0 && f.others {
					warn(&p.Record, i, f.first, f.why)
				}
			}
		}
	},
}

// festive collects what an exception of several days does to holidays. If the exception
// is about holidays only, that is deliberate.
type festive struct {
	first  schedule.Date // the first holiday on which it is open because of the exception
	why    string
	others bool // the exception also covers ordinary days
}

func (f *festive) add(date schedule.Date, different bool, closed string) {
	switch {
	case closed == "":
		f.others = true
	case different && f.first == 0:
		f.first, f.why = date, closed
	}
}

// closedBy returns the holiday or closure that would close the plein if it had no
// exceptions, or "".
func closedBy(p *catalog.Plein, date schedule.Date, c *catalog.Catalog) string {
	bare := p.Schedule
	bare.Deviations = nil
	_, closed, why := bare.HoursOn(date, c.Site.Calendar)
	if !closed {
		return ""
	}
	return say.Dutch(c).Reason(why).Text
}
