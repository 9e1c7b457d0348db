package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

var agendaDagen = &Check{
	Explanation: diag.Explanation{
		Code: "agenda-dagen", Title: "Een tijd op meer dagen, zonder de dagen",
		Text:  "Dit agendapunt duurt meer dagen en heeft een tijd. Is het een cursus op dinsdagen, of is het elke dag? Schrijf het erbij. Dan staat elke keer in de agenda van de bezoeker.",
		Wrong: "datum = \"2027-02-16\"\ntot_en_met = \"2027-03-23\"\ntijd = \"13.30-15.30\"",
		Right: "datum = \"2027-02-16\"\ntot_en_met = \"2027-03-23\"\ndag = \"elke dinsdag\"\ntijd = \"13.30-15.30\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, a := range c.Agenda {
			if a.Tijd.Set && a.Last() > a.Datum && a.Keren() == nil && !a.Past(c.Today) {
				add(&a.Record, a.Doc.Value("tot_en_met"), "op welke van deze dagen is het op deze tijd?",
					fmt.Sprintf("voeg toe: dag = %q", likelyDays(a)))
			}
		}
	},
}

// likelyDays returns the rule that the editor most likely means. An agendapunt that
// begins and ends on the same weekday probably takes place once a week.
func likelyDays(a *catalog.Agendapunt) string {
	if first := a.Datum.Weekday(); first == a.Last().Weekday() {
		return "elke " + schedule.WeekdayName(first)
	}
	return "elke dag"
}
