package timetable

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/slips"
	"pleinwijzer/generator/spreadsheet"
)

// A moment is what the cells of a row say about when a spreekuur is held, by the key of
// their column.
type moment map[string]string

// A said is what a moment came to, for the next row that says the same: in a large
// timetable most do.
type said struct {
	slots           []scaffold.Slot
	dag, tijd, data []string
	key, reason     string
}

// moments remembers what was read. It is safe for concurrent use.
type moments struct {
	sync.Mutex
	known map[[5]string]said
}

// mostKnown is how many moments are remembered.
const mostKnown = 10_000

func (m *moments) read(when moment, d *scaffold.Draft, epoch spreadsheet.Epoch) (key, reason string) {
	var of [5]string
	for i, key := range timeColumns {
		of[i] = when[key]
	}
	m.Lock()
	s, known := m.known[of]
	m.Unlock()
	if known {
		d.Slots = slices.Clip(s.slots)
		for key, texts := range map[string][]string{"dag": s.dag, "tijd": s.tijd, "data": s.data} {
			if len(texts) > 0 {
				d.Put(key, slices.Concat(d.Texts(key), texts)...)
			}
		}
		return s.key, s.reason
	}
	before := slices.Clone(d.Texts("data"))
	key, reason = when.read(d, epoch)
	if len(before) == 0 {
		m.Lock()
		if len(m.known) < mostKnown {
			m.known[of] = said{slices.Clone(d.Slots), d.Texts("dag"), d.Texts("tijd"), slices.Clone(d.Texts("data")), key, reason}
		}
		m.Unlock()
	}
	return key, reason
}

// timeColumns are the keys of the columns that together say when.
var timeColumns = []string{"dag", "tijd", whenColumn, fromColumn, untilColumn}

// read puts the moment into a draft: day and hours, or the dates. A reason is about the
// column with that key.
func (m moment) read(d *scaffold.Draft, epoch spreadsheet.Epoch) (key, reason string) {
	dag, tijd := m["dag"], m["tijd"]
	if m[whenColumn] != "" && dag == "" {
		dag = m[whenColumn]
	}
	if tijd == "" {
		tijd = m.hours(epoch)
	}
	if day, is := dateIn(tijd, epoch); is {
		return "tijd", wentWrong(day)
	}
	tijd = clockIn(tijd, epoch)
	if dag == "" { // "Tijd" may have both
		if _, err := schedule.ParseTimes(oneLine(tijd)); err == nil {
			d.Put("tijd", listOf(oneLine(tijd))...)
			return "", ""
		}
		dag, tijd = tijd, ""
	}
	return "dag", when(d, dag, tijd, epoch)
}

// hours puts "Van" and "Tot" together.
func (m moment) hours(epoch spreadsheet.Epoch) string {
	from, until := clockIn(m[fromColumn], epoch), clockIn(m[untilColumn], epoch)
	if from != "" && until != "" {
		return bare(from) + " - " + bare(until)
	}
	return from + until
}

// bare removes what people write behind or before a time of day.
func bare(text string) string {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "uur"))
	for _, word := range []string{"van ", "vanaf ", "tot "} {
		text = strings.TrimPrefix(text, word)
	}
	if hour, err := strconv.Atoi(text); err == nil && hour < 25 {
		return strconv.Itoa(hour) + ".00"
	}
	return text
}

func wentWrong(day string) string {
	return "hier staat de datum " + day + "; Excel maakt een datum van 10-12; " +
		`typ een ' voor de tijd, of schrijf "10.00-12.00 uur"`
}

// between separates several moments in one cell.
var between = regexp.MustCompile(`\s*(?:\n|;|\s/\s|\|)\s*`)

// when puts days and hours into the draft. There may be several of each, in the same
// order; or the hours are in the same text as the days.
func when(d *scaffold.Draft, dag, tijd string, epoch spreadsheet.Epoch) (reason string) {
	if dag = tidyLines(dag); dag == "" && tijd == "" {
		return ""
	}
	days, hours := between.Split(dag, -1), between.Split(tidyLines(tijd), -1)
	if len(days) != len(hours) || len(days) == 1 {
		days, hours = between.Split(dag, -1), nil
		tijd = strings.Join(between.Split(tidyLines(tijd), -1), " en ")
		if tijd != "" && len(days) > 1 {
			days = []string{strings.Join(days, " en ")}
		}
	}
	var dates []string
	for i, day := range days {
		slot := scaffold.Slot{Dag: oneLine(day)}
		switch {
		case hours != nil:
			slot.Tijd = oneLine(hours[i])
		case tijd != "":
			slot.Tijd = oneLine(tijd)
		default:
			slot = parts(slot.Dag, epoch)
		}
		if these := datesIn(slot.Dag, epoch); these != nil {
			dates, slot.Dag = append(dates, these...), ""
			d.Put("data", dates...)
		}
		if slot != (scaffold.Slot{}) && !slices.Contains(d.Slots, slot) {
			d.Slots = append(d.Slots, slot)
		}
	}
	if dates != nil && len(d.Slots) > 1 {
		return "hier staan dagen en datums door elkaar; maak er aparte rijen van"
	}
	if len(d.Slots) > 0 {
		d.Put("dag", listOf(d.Slots[0].Dag)...)
		d.Put("tijd", listOf(d.Slots[0].Tijd)...)
	}
	return ""
}

func listOf(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func tidyLines(text string) string { return strings.Trim(scaffold.Tidy(scaffold.Text, text), " \n;/|") }

// parts splits a text such as "Dinsdag 10-12" into the days and the hours. What cannot be
// split is left as days, so that the error is about all of it.
func parts(text string, epoch spreadsheet.Epoch) scaffold.Slot {
	if _, err := schedule.ParseDays(text); err == nil || datesIn(text, epoch) != nil {
		return scaffold.Slot{Dag: text}
	}
	words := strings.Fields(text)
	for i := 1; i < len(words); i++ {
		before, after := trimmed(words[:i]), trimmed(words[i:])
		for _, s := range []scaffold.Slot{{Dag: before, Tijd: after}, {Dag: after, Tijd: before}} {
			_, err := schedule.ParseTimes(clockIn(s.Tijd, epoch))
			if err != nil {
				continue
			}
			if _, err := schedule.ParseDays(s.Dag); err == nil || datesIn(s.Dag, epoch) != nil {
				return scaffold.Slot{Dag: s.Dag, Tijd: clockIn(s.Tijd, epoch)}
			}
		}
	}
	return scaffold.Slot{Dag: text}
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

// clockIn rewrites times of day from the notation of a spreadsheet: 10:00:00, or 0,416667
// for a part of a day.
func clockIn(text string, epoch spreadsheet.Epoch) string {
	text = dayZero.ReplaceAllString(strings.TrimSpace(text), "")
	if _, isDate := dateIn(text, epoch); isDate {
		return text
	}
	text = decimal.ReplaceAllStringFunc(text, func(part string) string {
		value, err := strconv.ParseFloat(strings.Replace(part, ",", ".", 1), 64)
		if hours, ok := spreadsheet.Clock(value); ok && err == nil {
			return hours
		}
		return part
	})
	return seconds.ReplaceAllString(text, "$1:$2")
}

// dateIn reads a date, in words, in digits, with the day of the week before it, or as the
// number of days that a spreadsheet counts.
func dateIn(text string, epoch spreadsheet.Epoch) (string, bool) {
	text = strings.TrimSuffix(oneLine(text), " 00:00:00")
	if wholes.MatchString(text) {
		days, _ := strconv.ParseFloat(text, 64)
		return epoch.Date(days)
	}
	if date, ok := slips.MendDate(text); ok {
		return date, true
	}
	return "", false
}

// datesIn reads one or more dates, or returns nil. A year counts for the dates before it
// too, as in "6 maart en 13 maart 2027".
func datesIn(text string, epoch spreadsheet.Epoch) []string {
	if date, ok := dateIn(text, epoch); ok {
		return []string{date}
	}
	text = strings.ReplaceAll(strings.TrimPrefix(oneLine(text), "op "), " en ", ",")
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	dates := make([]string, len(parts))
	year := ""
	for i, part := range slices.Backward(parts) {
		date, ok := dateIn(part, epoch)
		if !ok && year != "" {
			date, ok = dateIn(oneLine(part)+" "+year, epoch)
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
