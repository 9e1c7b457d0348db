package schedule

import "slices"

// The words and phrases in the "dag" of a spreekuur. The parser has already put them in
// lower case and replaced synonyms, see canonical.

// dayWords are the words for several days, and everyWords those with that meaning only
// after "elke", with the part of the day that they include. To accept another, add it
// here.
var (
	dayWords = map[string]Weekdays{
		"dagelijks": allDays, "werkdagen": workdays, "werkdag": workdays, "doordeweeks": workdays, "doordeweekse": workdays,
		"weekend": weekend, "weekends": weekend, "weekenden": weekend, "weekeinde": weekend, "weekeinden": weekend,
	}
	everyWords = map[string]DayParts{
		"dag": 0, "dagen": 0, "ochtend": morning, "morgen": morning, "middag": afternoon, "namiddag": afternoon, "avond": evening,
	}
)

// twoWays are words with a meaning on which people disagree.
var twoWays = map[string][2]string{
	"weekdagen": {"maandag t/m vrijdag", "maandag t/m zondag"}, "weekdag": {"maandag t/m vrijdag", "maandag t/m zondag"},
}

// ordinals are the words for the number of a weekday in the month.
var ordinals = map[string]nths{
	"eerste": nth(1), "tweede": nth(2), "derde": nth(3), "vierde": nth(4), "vijfde": nth(5),
	"laatste": last,
}

// cycles are the phrases for certain weeks, except those with a number, see interval.
// To accept another, add it here. Of two with the same beginning the longer one comes
// first.
var cycles = []struct {
	phrase string
	Days
}{
	{"om de week", Days{cycle: byWeek, interval: 2}},
	{"om de andere week", Days{cycle: byWeek, interval: 2}},
	{"elke andere week", Days{cycle: byWeek, interval: 2}},
	{"in de even weeknummers", Days{cycle: evenWeeks}},
	{"even weeknummers", Days{cycle: evenWeeks}},
	{"in de even weken", Days{cycle: evenWeeks}},
	{"in elke even week", Days{cycle: evenWeeks}},
	{"in even weken", Days{cycle: evenWeeks}},
	{"de even weken", Days{cycle: evenWeeks}},
	{"elke even weken", Days{cycle: evenWeeks}},
	{"even weken", Days{cycle: evenWeeks}},
	{"elke even week", Days{cycle: evenWeeks}},
	{"even week", Days{cycle: evenWeeks}},
	{"in de oneven weeknummers", Days{cycle: oddWeeks}},
	{"oneven weeknummers", Days{cycle: oddWeeks}},
	{"in de oneven weken", Days{cycle: oddWeeks}},
	{"in elke oneven week", Days{cycle: oddWeeks}},
	{"in oneven weken", Days{cycle: oddWeeks}},
	{"de oneven weken", Days{cycle: oddWeeks}},
	{"elke oneven weken", Days{cycle: oddWeeks}},
	{"oneven weken", Days{cycle: oddWeeks}},
	{"elke oneven week", Days{cycle: oddWeeks}},
	{"oneven week", Days{cycle: oddWeeks}},
	{"oneven", Days{cycle: oddWeeks}},
	{"even", Days{cycle: evenWeeks}},
	{"elke week", Days{cycle: byWeek, interval: 1}},
	{"wekelijks", Days{cycle: byWeek, interval: 1}},
	{"wekelijkse", Days{cycle: byWeek, interval: 1}},
}

// maxInterval is the largest number of weeks between two dates: a quarter.
const maxInterval = 13

// monthPhrases go with "1e dinsdag", before or after it. Of two with the same beginning
// the longer one comes first.
var monthPhrases = []string{
	"van de maand", "van elke maand", "in de maand", "in elke maand", "per maand", "elke maand", "v/d maand", "maandelijks",
}

// periods are the parts of a year in phrases such as "eerste dinsdag van het kwartaal",
// in months, and periodPhrases the words before them.
var (
	periods       = map[string]int{"kwartaal": 3, "halfjaar": 6, "half jaar": 6, "jaar": 12}
	periodPhrases = []string{"van de", "van elke", "in de", "in elke", "per", "elke", "v/d", "van de nieuwe", "van elke nieuwe",
		"van elke nieuw", "van de nieuw"}
)

// monthWords are other names of months.
var monthWords = map[string]int{
	"jan": 1, "feb": 2, "febr": 2, "mrt": 3, "maa": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11,
	"dec": 12,
}

// evenMonths are the phrases for every other month, with the first of these months.
var evenMonths = map[string]int{
	"van de even maanden": 2, "in de even maanden": 2, "van even maanden": 2, "in even maanden": 2, "van elke even maand": 2,
	"van de oneven maanden": 1, "in de oneven maanden": 1, "van oneven maanden": 1, "in oneven maanden": 1, "van elke oneven maand": 1,
}

// openDays are the phrases for all days on which the plein is open.
var openDays = []string{
	"elke dag dat de {plein} open is", "elke dagen dat de {plein} open is", "op elke dagen dat de {plein} open is", "elke openingsdag",
	"op dagen dat de {plein} open is", "op de dagen dat de {plein} open is", "dagen dat de {plein} open is",
	"elke openingsdagen", "op elke openingsdagen", "als de {plein} open is", "wanneer de {plein} open is", "zolang de {plein} open is",
}

// ownPlaces are the words for the place whose opening hours are known.
var ownPlaces = []string{"plein", "bibliotheek", "bieb", "gebouw", "locatie", "vestiging", "pand"}

// slipWords are the right words of which a wrong word may be a misspelling.
var slipWords = append(daysWithParts(), "werkdagen", "dagelijks", "eerste", "tweede",
	"derde", "vierde", "vijfde", "laatste", "elke", "oneven", "weekend", "behalve", "maandelijks", "wekelijks", "kwartaal",
	"weken", "maanden", "ochtend", "middag", "avond", "januari", "februari", "augustus", "september", "oktober", "november", "december",
	"openingstijden")

// daysWithParts returns the days of the week, and with each part of them in one word, as
// in "dinsdagochtend".
func daysWithParts() []string {
	words := slices.Clone(weekdayNames[:])
	for _, day := range weekdayNames {
		for _, part := range []string{"ochtend", "middag", "avond"} {
			words = append(words, day+part)
		}
	}
	return words
}

// weekdaysElsewhere are the weekdays in languages that appear in forms.
var weekdaysElsewhere = map[string]string{
	"monday": "maandag", "tuesday": "dinsdag", "wednesday": "woensdag", "thursday": "donderdag", "friday": "vrijdag",
	"saturday": "zaterdag", "sunday": "zondag",
	"mondays": "maandag", "tuesdays": "dinsdag", "wednesdays": "woensdag", "thursdays": "donderdag", "fridays": "vrijdag",
	"saturdays": "zaterdag", "sundays": "zondag",
	"mon": "maandag", "tue": "dinsdag", "wed": "woensdag", "thu": "donderdag", "fri": "vrijdag", "sat": "zaterdag", "sun": "zondag",
	"daily": "dagelijks", "every": "elke", "weekly": "elke week",
}

const (
	exampleDays      = "dinsdag"
	exampleList      = "dinsdag en donderdag"
	exampleRange     = "maandag t/m vrijdag"
	exampleMonthly   = "1e dinsdag van de maand"
	exampleFortnight = "om de week op dinsdag"
	exampleWeeks     = "even weken op dinsdag"
)
