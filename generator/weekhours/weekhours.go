// Package weekhours reads the opening hours of a building as people type them: lines with
// some days of the week and their hours.
package weekhours

import (
	"fmt"
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

// noHours are what a person types who has no fixed opening hours to give.
var noHours = regexp.MustCompile(`(?i)^(geen|nee|geen vaste (openings)?tijden|wisselend|onbekend)\.?$`)

// None reports whether a person typed that there are no fixed opening hours.
func None(text string) bool { return noHours.MatchString(strings.TrimSpace(text)) }

// A Week has what was typed about each day, indexed by time.Weekday: hours, "gesloten", or
// nothing.
type Week [7]string

// openingLine is a line about days: they come first, and then their hours.
var openingLine = regexp.MustCompile(`(?i)^(.*?)[\s:,=]*\b((?:van\s+)?\d.*|gesloten|dicht)$`)

// Check returns what is wrong with one line after those before it.
func Check(before []string, line string) diag.List {
	_, problems := Read(append(before[:len(before):len(before)], line))
	return problems
}

// Read reads lines. Two lines about the same day add up.
func Read(lines []string) (Week, diag.List) {
	var w Week
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
	block, _ := content.KindOf("plein").Field("openingstijden")
	for _, f := range block.Fields {
		if f.Key == schedule.WeekdayName(day) {
			return f
		}
	}
	panic("weekhours: a plein has no opening hours on " + day.String())
}

// FromMonday are the days in the order in which people read them.
var FromMonday = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}

// Words reads opening hours back: a line for days in a row with the same hours.
func Words(o content.Openingstijden) []string {
	week := o.Week()
	var lines []string
	for first := 0; first < len(FromMonday); {
		words := hoursWords(week[FromMonday[first]])
		last := first
		for last+1 < len(FromMonday) && hoursWords(week[FromMonday[last+1]]) == words {
			last++
		}
		days := schedule.WeekdayName(FromMonday[first])
		switch {
		case last == first+1:
			days += " en " + schedule.WeekdayName(FromMonday[last])
		case last > first:
			days += " tot en met " + schedule.WeekdayName(FromMonday[last])
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
