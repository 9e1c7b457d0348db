package scaffold

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Opening is the key of the question for the opening hours of a plein. Its answer is any
// number of lines with days and hours, which become the fields of a block.
const Opening = "openingstijden"

// openingField describes the question. The file has a field for each day instead.
var openingField = frontmatter.Field{
	Key: Opening, Label: "Openingstijden", Type: reflect.TypeFor[[]string](), Example: `["maandag t/m vrijdag 9.00 tot 17.00 uur"]`,
	Help: "Wanneer is het gebouw open? Typ een of meer dagen en de tijd. Zijn de tijden niet elke dag gelijk? Typ dan meer regels, zoals " +
		`"zaterdag 10.00 tot 13.00 uur". Dagen die u niet noemt, zijn gesloten. Zijn er geen vaste openingstijden? Typ dan: geen.`,
}

// noHours are what a person types who has no fixed opening hours to give.
var noHours = regexp.MustCompile(`(?i)^(geen|nee|geen vaste (openings)?tijden|wisselend|onbekend)\.?$`)

// NoOpening reports whether a person typed that there are no fixed opening hours.
func NoOpening(text string) bool { return noHours.MatchString(strings.TrimSpace(text)) }

// A week has what was typed about each day, indexed by time.Weekday: hours, "gesloten", or
// nothing.
type week [7]string

// openingLine is a line about days: they come first, and then their hours.
var openingLine = regexp.MustCompile(`(?i)^(.*?)[\s:,=]*\b((?:van\s+)?\d.*|gesloten|dicht)$`)

// CheckOpening returns what is wrong with one line after those before it.
func CheckOpening(before []string, line string) diag.List {
	_, problems := weekOf(append(before[:len(before):len(before)], line))
	return problems
}

// weekOf reads lines. Two lines about the same day add up.
func weekOf(lines []string) (week, diag.List) {
	var w week
	for _, line := range lines {
		m := openingLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil || m[1] == "" {
			return w, diag.List{{Code: "tijd-onleesbaar", Message: fmt.Sprintf("in %q staan geen dag en tijd", line),
				Hint: `schrijf eerst de dagen en dan de tijd, zoals "maandag t/m vrijdag 9.00 tot 17.00 uur"`}}
		}
		days, problem := weekdaysOf(m[1])
		if problem != nil {
			return w, diag.List{*problem}
		}
		hours := m[2]
		if strings.EqualFold(hours, "dicht") {
			hours = "gesloten"
		}
		for day := range days.All() {
			all := hours
			if w[day] != "" && w[day] != "gesloten" && hours != "gesloten" {
				all = w[day] + " en " + hours
			}
			if problems := reading.Check(dayField(day), frontmatter.Quote(all)); problems.HasErrors() {
				return w, problems
			}
			w[day] = all
		}
	}
	return w, nil
}

// weekdaysOf reads days of every week.
func weekdaysOf(text string) (schedule.Weekdays, *diag.Diagnostic) {
	field, _ := content.KindOf("spreekuur").Field("dag")
	if problems := reading.Check(field, frontmatter.Quote(text)); problems.HasErrors() {
		return 0, &problems[0]
	}
	days, err := schedule.ParseDays(text)
	if err != nil || !days.Weekly() || days.Parts() != 0 || days.Open() || days.Weekdays() == 0 {
		return 0, &diag.Diagnostic{Code: "dag-onleesbaar", Message: fmt.Sprintf("%q zijn geen dagen van elke week", text),
			Hint: `schrijf alleen dagen, zoals "maandag t/m vrijdag"`}
	}
	return days.Weekdays(), nil
}

// dayField is the field of a day in the block of a plein.
func dayField(day time.Weekday) frontmatter.Field {
	block, _ := content.KindOf("plein").Field(Opening)
	for _, f := range block.Fields {
		if f.Key == schedule.WeekdayName(day) {
			return f
		}
	}
	panic("scaffold: a plein has no opening hours on " + day.String())
}

// fromMonday are the days in the order in which people read them.
var fromMonday = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}

// setOpening stores the answer to the question for opening hours.
func (d *Draft) setOpening(lines []string) diag.List {
	if len(lines) == 1 && NoOpening(lines[0]) {
		lines = nil
	}
	_, problems := weekOf(lines)
	switch {
	case problems.HasErrors():
	case len(lines) == 0:
		delete(d.texts, Opening)
	default:
		d.texts[Opening] = lines
	}
	return problems
}

// openingBlock returns the opening hours as they are written in the file.
func (d *Draft) openingBlock() (frontmatter.Block, bool) {
	w, _ := weekOf(d.texts[Opening])
	block := frontmatter.Block{Name: Opening, Alone: true}
	for _, day := range fromMonday {
		if w[day] == "" {
			w[day] = "gesloten" // as the question says
		}
		block.Values = append(block.Values, frontmatter.Value{Key: schedule.WeekdayName(day), Spelled: frontmatter.Quote(w[day])})
	}
	return block, d.Has(Opening)
}

// OpeningWords reads the opening hours back: a line for days in a row with the same hours.
func (d *Draft) OpeningWords() []string {
	c, _ := reading.Parse(d.Kind, d.Path("concept"), d.Bytes())
	week := c.Pleinen[0].Openingstijden.Week()
	var lines []string
	for first := 0; first < len(fromMonday); {
		words := hoursWords(week[fromMonday[first]])
		last := first
		for last+1 < len(fromMonday) && hoursWords(week[fromMonday[last+1]]) == words {
			last++
		}
		days := schedule.WeekdayName(fromMonday[first])
		switch {
		case last == first+1:
			days += " en " + schedule.WeekdayName(fromMonday[last])
		case last > first:
			days += " tot en met " + schedule.WeekdayName(fromMonday[last])
		}
		lines = append(lines, days+": "+words)
		first = last + 1
	}
	return lines
}

func hoursWords(o typed.Opening) string {
	if len(o.Hours) == 0 {
		return "gesloten"
	}
	var spans []string
	for _, span := range o.Hours {
		spans = append(spans, span.Written())
	}
	return strings.Join(spans, " en ")
}
