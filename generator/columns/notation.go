package columns

import (
	"cmp"
	"fmt"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/slips"
	"pleinwijzer/generator/spreadsheet"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Notation is how dates are written in one file.
type Notation struct {
	Epoch spreadsheet.Epoch
	Today schedule.Date
	Year  int // that a title names, or 0

	hours bool // "do 10-12" has hours, and is no date without a year
}

// WithHours returns the notation of cells that must have the hours, since no other cell does.
func (n Notation) WithHours() Notation {
	n.hours = true
	return n
}

// Between separates several moments in one cell.
var Between = regexp.MustCompile(`\s*(?:\n|;|\s/\s|\|)\s*`)

// Parts splits a text such as "Dinsdag 10-12" into the days and the hours. What cannot be
// split is left as days, so that the error is about all of it.
func (n Notation) Parts(text string) scaffold.Slot {
	if _, err := schedule.ParseDays(text); err == nil || n.Dates(text) != nil {
		return scaffold.Slot{Dag: text}
	}
	words := strings.Fields(text)
	for i := 1; i < len(words); i++ {
		before, after := trimmed(words[:i]), trimmed(words[i:])
		for _, s := range []scaffold.Slot{{Dag: before, Tijd: after}, {Dag: after, Tijd: before}} {
			_, err := schedule.ParseTimes(n.Clock(s.Tijd))
			if err != nil {
				continue
			}
			if _, err := schedule.ParseDays(s.Dag); err == nil || n.Dates(s.Dag) != nil {
				return scaffold.Slot{Dag: s.Dag, Tijd: n.Clock(s.Tijd)}
			}
		}
	}
	return scaffold.Slot{Dag: text}
}

// dayFirst is how the next moment begins, after the hours of the one before.
var dayFirst = regexp.MustCompile(`(?i)^(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|elke?|iedere?|\d{1,2}(?:e|de|ste)|eerste|tweede|derde|vierde|laatste)[.,:]?$`)

// Moments splits a text into the days and hours of one or more moments, as in "di 10-12, do
// 14-16". What cannot be split is left as the days of one, so that the error is about all of it.
func (n Notation) Moments(text string) []scaffold.Slot {
	whole := n.Parts(text)
	n = n.WithHours()
	if with := n.Parts(text); with.Tijd != "" {
		return []scaffold.Slot{with}
	}
	if _, err := schedule.ParseDays(text); whole.Tijd != "" || err == nil || n.Dates(text) != nil {
		return []scaffold.Slot{whole}
	}
	const most = 60
	words := strings.Fields(text)
	if len(words) > most {
		return []scaffold.Slot{whole}
	}
	var slots []scaffold.Slot
	start := 0
	for i := 1; i <= len(words); i++ {
		if i < len(words) && !dayFirst.MatchString(words[i]) {
			continue
		}
		one := n.Parts(strings.TrimRight(strings.TrimSuffix(strings.Join(words[start:i], " "), " en"), " ,;&+."))
		if one.Tijd != "" {
			slots, start = append(slots, one), i
		}
	}
	if start < len(words) || len(slots) < 2 {
		return []scaffold.Slot{whole}
	}
	return slots
}

func trimmed(words []string) string {
	text := strings.Trim(strings.Join(words, " "), " ,:()-–")
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSuffix(text, " van"), "om "))
}

// seconds are what a spreadsheet writes behind a time, and the day before the first one.
var (
	seconds = regexp.MustCompile(`\b(\d{1,2})[:.](\d\d)[:.]\d\d\b`)
	dayZero = regexp.MustCompile(`^(1899-12-3[01]|1900-01-0[01]|1904-01-01) `)
	decimal = regexp.MustCompile(`\b0[.,]\d{3,}\b|^0[.,]\d+$`)
	wholes  = regexp.MustCompile(`^\d{5}$`)
)

// Clock rewrites times of day from the notation of a spreadsheet: 10:00:00, or 0,416667
// for a part of a day.
func (n Notation) Clock(text string) string {
	text = dayZero.ReplaceAllString(strings.TrimSpace(text), "")
	if _, isDate := n.Date(text); isDate {
		return text
	}
	text = decimal.ReplaceAllStringFunc(text, func(part string) string {
		value, err := strconv.ParseFloat(strings.Replace(part, ",", ".", 1), 64)
		if hours, ok := spreadsheet.Clock(value); ok && err == nil {
			return hours
		}
		return part
	})
	return seconds.ReplaceAllString(halfDays.ReplaceAllStringFunc(text, wholeDay), "$1:$2")
}

// halfDays is a time of day as an English computer writes it: 01:30:00 PM.
var halfDays = regexp.MustCompile(`(?i)\b(1[0-2]|0?\d)(?:[:.](\d\d)(?:[:.]\d\d)?)? ?([ap])\.?m\b\.?`)

func wholeDay(text string) string {
	m := halfDays.FindStringSubmatch(text)
	hour, _ := strconv.Atoi(m[1])
	hour %= 12
	if strings.EqualFold(m[3], "p") {
		hour += 12
	}
	return fmt.Sprintf("%02d:%s", hour, cmp.Or(m[2], "00"))
}

// Date reads a date, in words, in digits, with the day of the week before it, or as the
// number of days that a spreadsheet counts.
func (n Notation) Date(text string) (string, bool) {
	text = strings.TrimSuffix(oneLine(text), " 00:00:00")
	if wholes.MatchString(text) {
		days, _ := strconv.ParseFloat(text, 64)
		return n.Epoch.Date(days)
	}
	if date, ok := slips.MendDate(text); ok {
		return date, true
	}
	if m := shortYear.FindStringSubmatch(text); m != nil {
		digits := m[2] + m[4]
		year, _ := strconv.Atoi(digits)
		if date, ok := slips.MendDate(m[1] + m[3] + "20" + digits); ok && n.isNear(2000+year) {
			return date, true
		}
	}
	return n.withYear(text)
}

// shortYear is a date with the last two digits of a year: "12 jan 27", "12-1-'27".
var shortYear = regexp.MustCompile(`(?i)^(.*(?:\d[-/.]|[a-z]{3}\.? ))['’‘](\d\d)$|^(.*\d{1,2} [a-z]{3,9}\.? )(\d\d)$`)

// isNear reports whether somebody may plan for a year.
func (n Notation) isNear(year int) bool {
	const ahead = 5
	this, _, _ := n.Today.Civil()
	return year >= this-1 && year <= this+ahead
}

// yearless is a day and a month at the end of a text.
var yearless = regexp.MustCompile(`(?i)^(?:[a-z]+\.?,? )?\d{1,2}(?:( (?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?)|[-/]\d{1,2})$`)

// withYear completes a date without a year: with the year that a title has, or else with this
// year or the next, if the day of the week tells which.
func (n Notation) withYear(text string) (string, bool) {
	m := yearless.FindStringSubmatch(text)
	if m == nil || m[1] == "" && !unicode.IsLetter(rune(text[0])) { // 10-12 is a time
		return "", false
	}
	between := " "
	if m[1] == "" && n.hours && strings.Contains(text, "-") {
		return "", false
	}
	if m[1] == "" {
		between = text[strings.LastIndexAny(text, "-/") : strings.LastIndexAny(text, "-/")+1]
	}
	this, _, _ := n.Today.Civil()
	years := []int{this, this + 1}
	if n.Year != 0 {
		years = []int{n.Year}
	}
	var found []string
	for _, year := range years {
		if date, ok := slips.MendDate(text + between + strconv.Itoa(year)); ok {
			found = append(found, date)
		}
	}
	if len(found) != 1 || n.Year == 0 && !unicode.IsLetter(rune(text[0])) {
		return "", false
	}
	return found[0], true
}

// lacksYear reports whether a text is a date of which only the year is missing.
func (n Notation) lacksYear(text string) bool {
	n.Year, _, _ = n.Today.Civil()
	_, isDate := n.withYear(text)
	return isDate
}

var justDay = regexp.MustCompile(`^\d{1,2}$`)

// Dates reads one or more dates, or returns nil. A year and a month count for the dates before
// it too, as in "6 maart en 13 maart 2027" and "6, 13 en 20 maart 2027".
func (n Notation) Dates(text string) []string {
	if date, ok := n.Date(text); ok {
		return []string{date}
	}
	text = strings.ReplaceAll(strings.TrimPrefix(oneLine(text), "op "), " en ", ",")
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	dates := make([]string, len(parts))
	year := ""
	for i, part := range slices.Backward(parts) {
		date, ok := n.Date(part)
		if !ok && year != "" {
			date, ok = n.Date(oneLine(part) + " " + year)
		}
		if day := oneLine(part); !ok && year != "" && justDay.MatchString(day) {
			date, ok = slips.MendDate(day + "-" + dates[i+1][5:7] + "-" + year)
		}
		if !ok {
			return nil
		}
		dates[i], year = date, date[:4]
	}
	if len(dates) == 0 {
		return nil
	}
	return dates
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
