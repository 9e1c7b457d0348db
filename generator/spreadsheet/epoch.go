package spreadsheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// An Epoch is the day from which a workbook counts: its dates and times are numbers of
// days.
type Epoch bool

// Old workbooks of a Mac count from 1904; all others from 1900.
const (
	From1900 Epoch = false
	From1904 Epoch = true
)

// lastDay is 31 December 9999, the last day of a spreadsheet.
const lastDay = 2_958_465

// Date returns the date that a number of days stands for, as 2027-01-12.
func (e Epoch) Date(days float64) (string, bool) {
	if days < 1 || days > lastDay || days != math.Trunc(days) {
		return "", false
	}
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case e == From1904:
		zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 60: // Excel believes that 1900 was a leap year
		zero = zero.AddDate(0, 0, 1)
	}
	return zero.AddDate(0, 0, int(days)).Format(time.DateOnly), true
}

// Clock returns the time that a part of a day stands for, as 10:00. A spreadsheet keeps
// 10:00 as 0.416666666666667, so seconds are rounded.
func Clock(days float64) (string, bool) {
	minutes := int(math.Round(days * 24 * 60))
	if days < 0 || days > 1 || math.IsNaN(days) {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60), true
}

// A form is what a number looks like in a sheet.
type form int

const (
	plain form = iota
	date
	clock
	moment // a date and a time
)

// number writes a number in a form.
func (e Epoch) number(raw string, as form) string {
	value, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw
	}
	whole, part := math.Modf(value)
	day, isDay := e.Date(whole)
	hours, isClock := Clock(part)
	switch {
	case as != plain && value >= 0 && value < 1 && isClock && (as != date || value > 0):
		return hours
	case as == clock && isClock && value > 0:
		return hours
	case as != plain && isDay && part == 0:
		return day
	case as != plain && isDay && isClock:
		return day + " " + hours
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

// formOf reads the code of a number format, such as "d mmmm jjjj" or "[$-413]u:mm". The
// letters of days and hours are those in the file, which are English, whatever the
// language of Excel.
func formOf(code string) form {
	var letters strings.Builder
	quoted, inside, skip := false, false, false
	for i, r := range code {
		switch {
		case inside:
			inside = r != ']'
		case skip:
			skip = false
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '\\' || r == '_' || r == '*':
			skip = true
		case r == '[':
			// [h] counts hours; anything else is a colour, a condition or a language.
			if word, _, ok := strings.Cut(code[i+1:], "]"); ok && strings.Trim(strings.ToLower(word), "hms") == "" {
				letters.WriteByte('h')
			}
			inside = true
		case r == ';': // what follows is for negative numbers and text
			return formOfLetters(letters.String())
		default:
			letters.WriteRune(r)
		}
	}
	return formOfLetters(letters.String())
}

func formOfLetters(letters string) form {
	letters = strings.ToLower(letters)
	if strings.Contains(letters, "general") {
		return plain
	}
	hours := strings.ContainsAny(letters, "hs")
	days := strings.ContainsAny(letters, "yd") || !hours && strings.Contains(letters, "m")
	switch {
	case days && hours:
		return moment
	case days:
		return date
	case hours:
		return clock
	}
	return plain
}

// builtIn returns the form of a number format that has no code in the file.
func builtIn(id int) form {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id >= 50 && id <= 58, id == 34, id == 35, id == 36:
		return date
	case id >= 18 && id <= 21, id >= 32 && id <= 33, id >= 45 && id <= 47:
		return clock
	case id == 22:
		return moment
	}
	return plain
}
