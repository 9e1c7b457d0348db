package timetable

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"pleinwijzer/generator/columns"
	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/schedule"
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

func (m *moments) read(when moment, d *scaffold.Draft, n columns.Notation) (key, reason string) {
	var of [5]string
	for i, key := range columns.Times {
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
	key, reason = when.read(d, n)
	if len(before) == 0 {
		m.Lock()
		if len(m.known) < mostKnown {
			m.known[of] = said{slices.Clone(d.Slots), d.Texts("dag"), d.Texts("tijd"), slices.Clone(d.Texts("data")), key, reason}
		}
		m.Unlock()
	}
	return key, reason
}

// read puts the moment into a draft: day and hours, or the dates. A reason is about the
// column with that key.
func (m moment) read(d *scaffold.Draft, n columns.Notation) (key, reason string) {
	dag, tijd := m["dag"], m["tijd"]
	if m[columns.When] != "" && dag == "" {
		dag = m[columns.When]
	}
	if tijd == "" {
		tijd = m.hours(n)
	}
	if tijd == "" && dag != m[columns.When] { // the day is in a heading, and "Wanneer" has the hours
		tijd = m[columns.When]
	}
	if day, is := n.WithHours().Date(tijd); is {
		return "tijd", wentWrong(day)
	}
	tijd = n.Clock(tijd)
	if dag == "" { // "Tijd" may have both
		if _, err := schedule.ParseTimes(oneLine(tijd)); err == nil {
			d.Put("tijd", listOf(oneLine(tijd))...)
			return "", ""
		}
		dag, tijd = tijd, ""
	}
	return "dag", when(d, dag, tijd, n)
}

// hours puts "Van" and "Tot" together.
func (m moment) hours(n columns.Notation) string {
	from, until := n.Clock(m[columns.From]), n.Clock(m[columns.Until])
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

// when puts days and hours into the draft. There may be several of each, in the same
// order; or the hours are in the same text as the days.
func when(d *scaffold.Draft, dag, tijd string, n columns.Notation) (reason string) {
	if dag = tidyLines(dag); dag == "" && tijd == "" {
		return ""
	}
	days, hours := columns.Between.Split(dag, -1), columns.Between.Split(tidyLines(tijd), -1)
	if len(days) != len(hours) || len(days) == 1 {
		days, hours = columns.Between.Split(dag, -1), nil
		tijd = strings.Join(columns.Between.Split(tidyLines(tijd), -1), " en ")
		if tijd != "" && len(days) > 1 {
			days = []string{strings.Join(days, " en ")}
		}
	}
	var dates []string
	var slots []scaffold.Slot
	for i, day := range days {
		switch day = oneLine(day); {
		case hours != nil:
			slots = append(slots, scaffold.Slot{Dag: day, Tijd: oneLine(hours[i])})
		case tijd != "":
			slots = append(slots, scaffold.Slot{Dag: day, Tijd: oneLine(tijd)})
		default:
			slots = append(slots, n.Moments(day)...)
		}
	}
	for _, slot := range slots {
		if these := n.Dates(slot.Dag); these != nil {
			if n.WithHours().Parts(slot.Dag).Tijd != "" && slot.Tijd != "" {
				return fmt.Sprintf("%q kan een datum zijn, en ook een dag met een tijd; schrijf de datum met het jaar erbij, of alleen de dag", slot.Dag)
			}
			dates, slot.Dag = append(dates, these...), ""
			d.Put("data", dates...)
		}
		if slot != (scaffold.Slot{}) && !slices.Contains(d.Slots, slot) {
			d.Slots = append(d.Slots, slot)
		}
	}
	if day, date, ok := strings.Cut(dag, " "); ok && dates == nil {
		if these := n.Dates(date); len(these) == 1 {
			if reason := wrongDay(day, date, these[0]); reason != "" {
				return reason
			}
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

// wrongDay says that the day of the week before a date is another one.
func wrongDay(day, text, date string) string {
	d, err := schedule.ParseDate(date)
	if _, unknown := schedule.ParseDays(day); err != nil || unknown != nil {
		return ""
	}
	return fmt.Sprintf("%s is een %s, en er staat %q; verbeter de dag of de datum", oneLine(text), schedule.Dutch.Weekday(d.Weekday()), day)
}

func listOf(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func tidyLines(text string) string { return strings.Trim(scaffold.Tidy(scaffold.Text, text), " \n;/|") }
