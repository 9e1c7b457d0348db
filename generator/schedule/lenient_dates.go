package schedule

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Dates as people write them in Dutch: "dinsdag 5 januari 2027", "5 jan.", "5-1-2027".

var (
	monthForm   = `(` + strings.Join(monthForms(), "|") + `)\b\.?`
	weekdayForm = `(?:(` + strings.Join(weekdayNames[:], "|") + `|ma|di|wo|do|vr|za|zo)\.?,?\s+)?`
	yearForm    = `(?:\s*,?\s*((?:19|20)\d\d|'\d\d)\b)?`

	dateForms = []*regexp.Regexp{
		regexp.MustCompile(`(?i)^` + weekdayForm + `()(\d{4})-(\d{1,2})-(\d{1,2})\b`),
		regexp.MustCompile(`(?i)^` + weekdayForm + `(\d{1,2})(?:e|ste|de)?\s*` + monthForm + yearForm),
		regexp.MustCompile(`(?i)^` + weekdayForm + `(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})\b`),
		regexp.MustCompile(`(?i)^` + weekdayForm + `(\d{1,2})[-/](\d{1,2})\b`),
		regexp.MustCompile(`(?i)^()()` + monthForm + yearForm),
	}
)

func monthForms() []string {
	forms := slices.Clone(monthNames[:])
	for word := range monthWords {
		forms = append(forms, word)
	}
	// Of two alternatives with the same beginning the longer one comes first, and the
	// order is always the same.
	slices.SortFunc(forms, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return forms
}

// lenientDate reads a date at the beginning of a text and returns the rest of the text.
// The day or the year may be missing.
func lenientDate(text string) (d dayMonth, rest string, ok bool) {
	for i, form := range dateForms {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		rest = text[len(m[0]):]
		switch i {
		case 0:
			d = dayMonth{day: number(m[5]), month: time.Month(number(m[4])), year: number(m[3])}
		case 1, 4:
			d = dayMonth{month: monthNamed(strings.ToLower(m[3])), year: yearOf(m[4])}
			if m[2] != "" {
				d.day = number(m[2])
			}
		case 2:
			d = dayMonth{day: number(m[2]), month: time.Month(number(m[3])), year: yearOf(m[4])}
		case 3:
			d = dayMonth{day: number(m[2]), month: time.Month(number(m[3])), numeric: strings.Contains(m[0], "-")}
		}
		if day, named := dayNamed(strings.ToLower(m[1])); named {
			d.on = 1 << day
		}
		leap := 2028
		if d.year != 0 {
			leap = d.year
		}
		if d.month < 1 || d.month > 12 || d.day > daysIn(leap, d.month) || d.day == 0 && i != 4 {
			continue
		}
		return d, rest, true
	}
	return dayMonth{}, text, false
}

func yearOf(text string) int {
	text = strings.Trim(text, "'")
	if len(text) == 2 {
		return 2000 + number(text)
	}
	return number(text)
}

// LenientDate reads a whole text as a date with its year, in any notation. If it names
// a day of the week that does not match the date, it is not a date.
func LenientDate(text string) (Date, bool) {
	d, rest, ok := lenientDate(strings.TrimSpace(text))
	if !ok || d.day == 0 || d.year == 0 || strings.Trim(rest, " .") != "" {
		return 0, false
	}
	date := NewDate(d.year, d.month, d.day)
	return date, d.on == 0 || d.on.Has(date.Weekday())
}

// after returns the date in the given year, or else the first one on or after another
// date.
func (d dayMonth) after(from Date) (Date, bool) {
	year := d.year
	if year == 0 {
		if from == 0 {
			return 0, false
		}
		year, _, _ = from.Civil()
	}
	date := d.in(year)
	if d.year == 0 && date < from {
		date = d.in(year + 1)
	}
	_, month, _ := date.Civil()
	return date, month == d.month // 29 February does not always exist
}

func (d dayMonth) in(year int) Date {
	switch {
	case d.day > 0:
		return NewDate(year, d.month, d.day)
	case d.ends:
		return NewDate(year, d.month, daysIn(year, d.month))
	}
	return NewDate(year, d.month, 1)
}

// datesOn formats dates as the value of a field.
func datesOn(dates []dayMonth, list bool, today Date) (string, bool) {
	from := today
	var texts []string
	for _, d := range dates {
		date, ok := d.after(from)
		if !ok || d.on != 0 && list && !d.on.Has(date.Weekday()) {
			return "", false
		}
		if from = date; d.before {
			date--
		}
		texts = append(texts, date.String())
	}
	if !list {
		return texts[0], true
	}
	for i, text := range texts {
		texts[i] = strconv.Quote(text)
	}
	return "[" + strings.Join(texts, ", ") + "]", true
}

// lenientDates reads a text that consists of dates only: "5 januari, 2 februari en 2
// maart 2027", "6, 13 en 20 maart". A month or a year also applies to the days before
// it.
func lenientDates(text string) ([]dayMonth, bool) {
	var dates []dayMonth
	var bare int // days without a month at the end of dates
	for rest := strings.TrimSpace(text); rest != ""; rest = nextDate(rest) {
		d, after, ok := lenientDate(rest)
		if !ok {
			if m := bareDay.FindStringSubmatch(rest); m != nil {
				dates, bare, rest = append(dates, dayMonth{day: number(m[2])}), bare+1, rest[len(m[0]):]
				continue
			}
			return nil, false
		}
		if d.day == 0 {
			return nil, false
		}
		for i := len(dates) - bare; i < len(dates); i++ {
			dates[i].month, dates[i].year = d.month, d.year
		}
		dates, bare, rest = append(dates, d), 0, after
		if rest != "" && !dateBreak.MatchString(rest) {
			return nil, false
		}
	}
	if bare > 0 || len(dates) == 0 {
		return nil, false
	}
	for i := len(dates) - 2; i >= 0; i-- { // "1 december en 5 januari 2027" begins in the year before
		if next := dates[i+1]; dates[i].year == 0 && next.year != 0 {
			if dates[i].year = next.year; dates[i].in(next.year) >= next.in(next.year) {
				dates[i].year--
			}
		}
	}
	return dates, true
}

var (
	bareDay   = regexp.MustCompile(`(?i)^` + weekdayForm + `(\d{1,2})\s*(?:,|;|/|&|en\b)\s*`)
	dateBreak = regexp.MustCompile(`(?i)^\.?\s*(?:,|;|/|&|\+|en\b|$)`)
	dateGap   = regexp.MustCompile(`(?i)^[.,;/&+\s]*(?:en\b|op\b)?\s*`)
)

func nextDate(rest string) string { return rest[len(dateGap.FindString(rest)):] }

// mendDate offers what may have been meant by a date.
func mendDate(e *ParseError) *ParseError {
	d, rest, ok := lenientDate(strings.TrimSpace(e.Input))
	if !ok || d.day == 0 || strings.Trim(rest, " .") != "" {
		return e
	}
	e.Offset, e.Length, e.Message = 0, len(e.Input), "een datum schrijft u als jaar-maand-dag"
	if d.year != 0 && d.on != 0 {
		if date := NewDate(d.year, d.month, d.day); !d.on.Has(date.Weekday()) {
			e.Message = fmt.Sprintf("%s is een %s", Dutch.Date(date)[len(WeekdayName(date.Weekday()))+1:], WeekdayName(date.Weekday()))
		}
	}
	return e.offer(way{lines: []line{{dates: []dayMonth{d}}}})
}
