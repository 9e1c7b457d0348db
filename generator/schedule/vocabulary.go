package schedule

// The words and phrases of the "dag" of a spreekuur. The parser has already put
// them in lower case and replaced words that mean the same, see canonical.

// dayWords are the words for several days, and everyWords those that are so only
// after "elke". To accept another, add it here.
var (
	dayWords = map[string]Weekdays{
		"dagelijks": allDays, "werkdagen": workdays, "werkdag": workdays, "doordeweeks": workdays,
	}
	everyWords = map[string]Weekdays{"dag": allDays, "dagen": allDays}
)

// ordinals are the words that say which of its weekday in the month.
var ordinals = map[string]nths{
	"eerste": nth(1), "tweede": nth(2), "derde": nth(3), "vierde": nth(4), "vijfde": nth(5),
	"laatste": last,
}

// cycles are the phrases that say in which weeks. To accept another, add it
// here, the longer of two that begin alike first.
var cycles = []struct {
	phrase string
	cycle  cycle
}{
	{"om de week", fortnight},
	{"om de andere week", fortnight},
	{"om de 2 weken", fortnight},
	{"om de 14 dagen", fortnight},
	{"elke 2 weken", fortnight},
	{"elke 14 dagen", fortnight},
	{"eens per 2 weken", fortnight},
	{"eens in de 2 weken", fortnight},
	{"in de even weken", evenWeeks},
	{"in even weken", evenWeeks},
	{"de even weken", evenWeeks},
	{"even weken", evenWeeks},
	{"elke even week", evenWeeks},
	{"even week", evenWeeks},
	{"in de oneven weken", oddWeeks},
	{"in oneven weken", oddWeeks},
	{"de oneven weken", oddWeeks},
	{"oneven weken", oddWeeks},
	{"elke oneven week", oddWeeks},
	{"oneven week", oddWeeks},
	{"elke week", weekly},
	{"wekelijks", weekly},
}

// months are the phrases after "1e dinsdag".
var months = []string{
	"van de maand", "van elke maand", "in de maand", "per maand", "elke maand", "v/d maand",
}

// slipWords are the right words that a wrong one can be a slip of.
var slipWords = append(weekdayNames[:], "werkdagen", "dagelijks", "eerste", "tweede",
	"derde", "vierde", "vijfde", "laatste", "elke", "oneven")

const (
	exampleDays      = "dinsdag"
	exampleList      = "dinsdag en donderdag"
	exampleRange     = "maandag t/m vrijdag"
	exampleMonthly   = "1e dinsdag van de maand"
	exampleFortnight = "om de week op dinsdag"
	exampleWeeks     = "even weken op dinsdag"
)
