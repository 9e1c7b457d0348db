package due

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// knownFor is how many days ahead the school holidays have to be known: agendas and feeds
// cover as many.
const knownFor = 183

// HolidaysMissing reports whether the school holidays of the next half year are not known
// while a spreekuur depends on them. It returns the index of the last known holiday, or -1
// if there is none.
func HolidaysMissing(c *catalog.Catalog) (last int, missing bool) {
	used := false
	for _, s := range c.Spreekuren {
		used = used || s.AlleenSchoolweken && s.Active()
	}
	begin, last := schedule.Date(0), -1
	for i, v := range c.Site.Schoolvakanties {
		if v.Van > begin {
			begin, last = v.Van, i
		}
	}
	return last, used && begin <= c.Today.Add(knownFor)
}

// holidays finds out whether someone has to look up the school holidays.
func (f *finder) holidays(kind string) {
	last, missing := HolidaysMissing(f.Catalog)
	if !missing {
		return
	}
	task := Task{By: f.Today, What: "Vul de schoolvakanties in",
		About: []About{{Text: "Er staan geen schoolvakanties in.", File: f.file(f.Site.Doc)}},
		Then:  "Voeg voor elke vakantie van het volgende schooljaar een blok [[schoolvakanties]] toe.",
	}
	if last >= 0 {
		v := f.Site.Schoolvakanties[last]
		task.By = v.Van.Add(-knownFor)
		task.About[0].Text = fmt.Sprintf("De laatste die erin staat, is: %s, van %s.", v.Naam, f.voice.Phrases.Period(v.Van, v.TotEnMet))
	}
	f.add(kind, "", task)
}
