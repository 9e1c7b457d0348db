package schedule

// Phrases has what is needed to express dates, times and rules in one language. It
// consists of data only, so that a language is a file and not code; [Dutch] is the
// example.
//
// Most fields are patterns: texts with blanks such as {dag}. The tag needs lists the
// blanks that a pattern must have, may those that it can also have; [Phrases.Check]
// checks this. The keys and blanks are Dutch, like everything that translators see.
//
// Code never inflects a word. A language with inflection has the inflected words here:
// each weekday as in each kind of sentence, with its preposition if that depends on the
// day (Polish "we wtorek", "w środę"). Lists of weekdays begin with Sunday, as in
// [time.Weekday].
type Phrases struct {
	// Clock is how times are written: "10.00", "10:00", or "site" for the notation of
	// the site.
	Clock string `toml:"klok"`

	Weekdays [7]string  `toml:"weekdagen"` // alone or in a date: "dinsdag"
	Months   [12]string `toml:"maanden"`   // as in a date: "november"

	// For a list of three: "a, b en c". Spaces matter, as in " en ".
	Comma string `toml:"komma"`
	And   string `toml:"en"`

	FullDate     string `toml:"datum" needs:"weekdag dag maand jaar"`
	ShortDate    string `toml:"datum_kort" needs:"weekdag dag maand"`
	DayMonth     string `toml:"dag_maand" needs:"dag maand"`
	DayMonthYear string `toml:"dag_maand_jaar" needs:"dag maand jaar"`

	// A date or a period, followed by its hours.
	DateHours string `toml:"datum_en_tijd" needs:"datum tijd"`

	// A period is these two, one after the other. The weekday is {weekdag}, or {van}
	// and {tot} as in RangeFrom and RangeUntil.
	PeriodFirst string `toml:"periode_begin" needs:"dag maand jaar" may:"weekdag van"`
	PeriodLast  string `toml:"periode_eind" needs:"dag maand jaar" may:"weekdag tot"`

	// The same without a year, for a period in the near future.
	ShortFirst string `toml:"periode_begin_kort" needs:"dag maand" may:"weekdag van"`
	ShortLast  string `toml:"periode_eind_kort" needs:"dag maand" may:"weekdag tot"`

	// The same on paper, where there is little room.
	PaperFirst string `toml:"periode_begin_papier" needs:"dag maand"`
	PaperLast  string `toml:"periode_eind_papier" needs:"dag maand"`

	Moment    string `toml:"om" needs:"begin"`                 // alone: "10.00 uur"
	Hours     string `toml:"van_tot" needs:"begin eind"`       // alone: "10.00 tot 12.00 uur"
	RuleHours string `toml:"uren_in_regel" needs:"begin eind"` // after the days of a rule: "van 10.00 tot 12.00 uur"
	Opening   string `toml:"openingstijden"`                   // the same, for "tijdens de openingstijden"

	EveryDay   string     `toml:"elke_dag"`
	OpenDays   string     `toml:"elke_open_dag"` // the days of "tijdens openingstijden"
	Weekly     Weekly     `toml:"elke_week"`
	EveryWeeks EveryWeeks `toml:"om_de_weken"`
	EvenWeeks  Weekly     `toml:"even_weken"`
	OddWeeks   Weekly     `toml:"oneven_weken"`
	InMonths   InMonths   `toml:"in_maanden"`

	Every [7]string `toml:"elke"` // the {dagen} of Weekly
	On    [7]string `toml:"op"`   // the {dagen} of the others, and of "Spreekuren op {1}"

	// The ends of a run of weekdays.
	RangeFrom  [7]string `toml:"vanaf_weekdag"`
	RangeUntil [7]string `toml:"tot_weekdag"`

	Monthly Monthly `toml:"per_maand"`

	ByAppointment string `toml:"op_afspraak"`

	OnDate  string `toml:"op_datum" needs:"datums"`
	OnDates string `toml:"op_datums" needs:"datums"`

	// What may follow a rule, including the comma before it.
	SchoolWeeks string `toml:"schoolweken"`
	Starts      string `toml:"begint" needs:"van"`
	Ends        string `toml:"eindigt" needs:"tot"`
	StartsEnds  string `toml:"begint_en_eindigt" needs:"van tot"`
}

// Weekly is the wording of a weekly rule.
type Weekly struct {
	Days  string `toml:"dagen" needs:"dagen"`   // "elke {dagen}"
	Range string `toml:"reeks" needs:"van tot"` // "{van} tot en met {tot}", for three or more consecutive days
}

// EveryWeeks is the wording of a rule that skips weeks.
type EveryWeeks struct {
	Days  string                  `toml:"dagen" needs:"weken dagen"`
	Range string                  `toml:"reeks" needs:"weken van tot"`
	Weeks [maxInterval - 1]string `toml:"weken"` // {weken}, from 2 on: "om de week", "om de 3 weken"
}

// InMonths is the wording of a rule, with its hours, that only applies in some months.
// A monthly rule has a list of months in its own pattern, see [Monthly].
type InMonths struct {
	Month  string     `toml:"een" needs:"regel maanden"`
	Months string     `toml:"meer" needs:"regel maanden"`
	Range  string     `toml:"reeks" needs:"regel van tot"` // three or more consecutive months
	In     [12]string `toml:"in"`                          // {maanden}
	From   [12]string `toml:"van"`
	Until  [12]string `toml:"tot"`
}

// Monthly is the wording of "the first and third Tuesday of the month".
type Monthly struct {
	Text string    `toml:"tekst" needs:"nummer dag"` // "de {nummer} {dag} van de maand"
	Days [7]string `toml:"dagen"`                    // {dag}: "dinsdag"

	// The same in one month, or in some: "de {nummer} {dag} van {maanden}".
	OfMonth  string     `toml:"in_maand" needs:"nummer dag maanden"`
	OfMonths string     `toml:"in_maanden" needs:"nummer dag maanden"`
	Months   [12]string `toml:"maanden"`

	// Ordinals are "1e" to "5e" and "laatste", once for each gender; Genders has the
	// row for each weekday.
	Ordinals [][6]string `toml:"nummers"`
	Genders  [7]int      `toml:"geslachten"`
}

// Dutch is the language of editors and of feeds.
var Dutch = &Phrases{
	Clock:    "site",
	Weekdays: weekdayNames,
	Months:   monthNames,
	Comma:    ", ",
	And:      " en ",

	FullDate:     "{weekdag} {dag} {maand} {jaar}",
	ShortDate:    "{weekdag} {dag} {maand}",
	DayMonth:     "{dag} {maand}",
	DayMonthYear: "{dag} {maand} {jaar}",
	DateHours:    "{datum}, {tijd}",
	PeriodFirst:  "{weekdag} {dag} {maand} {jaar}",
	PeriodLast:   " tot en met {weekdag} {dag} {maand} {jaar}",
	ShortFirst:   "{weekdag} {dag} {maand}",
	ShortLast:    " tot en met {weekdag} {dag} {maand}",
	PaperFirst:   "{dag} {maand}",
	PaperLast:    " t/m {dag} {maand}",

	Moment:    "{begin} uur",
	Hours:     "{begin} tot {eind} uur", // a word instead of a dash, for people who listen
	RuleHours: "van {begin} tot {eind} uur",
	Opening:   "tijdens de openingstijden",

	EveryDay: "elke dag",
	OpenDays: "elke dag dat het plein open is",
	// "elke maandag tot en met vrijdag" is not correct Dutch.
	Weekly: Weekly{"elke {dagen}", "{van} tot en met {tot}"},
	EveryWeeks: EveryWeeks{
		Days: "{weken} op {dagen}", Range: "{weken} op {van} tot en met {tot}",
		Weeks: [maxInterval - 1]string{
			"om de week", "om de 3 weken", "om de 4 weken", "om de 5 weken", "om de 6 weken", "om de 7 weken",
			"om de 8 weken", "om de 9 weken", "om de 10 weken", "om de 11 weken", "om de 12 weken", "om de 13 weken",
		},
	},
	InMonths: InMonths{
		Month: "{regel} in {maanden}", Months: "{regel} in {maanden}", Range: "{regel}, van {van} tot en met {tot}",
		In: monthNames, From: monthNames, Until: monthNames,
	},
	EvenWeeks: Weekly{"op {dagen} in de even weken", "op {van} tot en met {tot} in de even weken"},
	OddWeeks:  Weekly{"op {dagen} in de oneven weken", "op {van} tot en met {tot} in de oneven weken"},

	Every:      weekdayNames,
	On:         weekdayNames,
	RangeFrom:  weekdayNames,
	RangeUntil: weekdayNames,

	Monthly: Monthly{
		Text:     "de {nummer} {dag} van de maand",
		Days:     weekdayNames,
		OfMonth:  "de {nummer} {dag} van {maanden}",
		OfMonths: "de {nummer} {dag} van {maanden}",
		Months:   monthNames,
		Ordinals: [][6]string{{"1e", "2e", "3e", "4e", "5e", "laatste"}},
	},

	ByAppointment: onAppointment,

	OnDate:  "op {datums}",
	OnDates: "op {datums}",

	SchoolWeeks: ", alleen in schoolweken",
	Starts:      ", vanaf {van}",
	Ends:        ", tot en met {tot}",
	StartsEnds:  ", vanaf {van} tot en met {tot}",
}
