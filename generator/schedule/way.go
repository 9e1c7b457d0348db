package schedule

import (
	"slices"
	"time"
)

// A Way is one way to write what an editor may have meant: the lines of a file that say
// it, and blocks of such lines.
type Way struct {
	Lines  []Line
	Name   string // the name of the blocks: "tijden" or "afwijkend"
	Blocks [][]Line
	Such   bool   // it is an example, of which the editor chooses a part
	Gone   string // a field to remove, if the file has it
}

// A Line is a field with its value.
type Line struct {
	Key      string // "" is the field from which the text was read
	Value    string
	Bare     bool // written without quotes in the file
	IfAbsent bool // only if the file does not have the field yet
}

// way is a Way with dates whose year may still have to be found.
type way struct {
	lines  []line
	name   string
	blocks [][]line
	such   bool
	gone   string
}

type line struct {
	Line
	dates  []dayMonth // the value, if there are any
	first  Weekdays   // or the first date on one of these days
	months Months     // in one of these months
	list   bool       // the dates are a list, even if there is one
}

// Ways returns what may have been meant. Each way is valid; there are none if nothing
// can be offered, and several if the text has more than one possible meaning. A date
// without a year is taken to be in the future. Without a today, its line is left out,
// or the whole way if nothing would be left.
func (e *ParseError) Ways(today Date) []Way {
	var ways []Way
	for _, w := range e.ways {
		if way, ok := w.on(today); ok {
			ways = append(ways, way)
		}
	}
	return ways
}

func (w way) on(today Date) (Way, bool) {
	out := Way{Such: w.such, Name: w.name, Gone: w.gone}
	var ok bool
	if out.Lines, ok = linesOn(w.lines, today); !ok {
		return Way{}, false
	}
	for _, block := range w.blocks {
		lines, ok := linesOn(block, today)
		if !ok {
			return Way{}, false
		}
		out.Blocks = append(out.Blocks, lines)
	}
	return out, len(out.Lines)+len(out.Blocks) > 0
}

func linesOn(lines []line, today Date) ([]Line, bool) {
	var out []Line
	for _, l := range lines {
		switch {
		case l.first != 0:
			if today == 0 {
				continue
			}
			l.Value = firstOn(l.first, l.months, today).String()
		case len(l.dates) > 0:
			value, ok := datesOn(l.dates, l.list, today)
			switch {
			case !ok && today == 0 && len(lines) > 1 && l.Key != "datum":
				continue // the message names the field
			case !ok:
				return nil, false
			}
			l.Value, l.Bare = value, l.list
		}
		out = append(out, l.Line)
	}
	return out, true
}

// firstOn returns the first date from today on that is on one of the days.
func firstOn(days Weekdays, months Months, today Date) Date {
	d := Days{cycle: byWeek, interval: 1, weekdays: days, months: months}
	return d.next(0, Period{From: today})
}

// FirstFrom returns a date on which a rule that counts from a date can begin: the first
// from today on that is on one of its days.
func (d Days) FirstFrom(today Date) Date { return firstOn(d.weekdays, d.months, today) }

// own offers the text itself in another notation.
func own(text string) way { return way{lines: []line{{Line: Line{Value: text}}}} }

// ownDays offers a rule as the text itself, with a first date if it needs one.
func ownDays(d Days) []way { return []way{daysWay(d.String(), d)} }

// ownAppointment offers "op afspraak" or the like as the text itself, without hours.
func ownAppointment(text string) way {
	w := own(text)
	w.gone = tijd.key
	return w
}

// daysWay offers a text that means this rule.
func daysWay(text string, d Days) way {
	w := own(text)
	if d.NeedsAnchor() {
		w.lines = append(w.lines, anchorLine(d))
	}
	return w
}

func anchorLine(d Days) line {
	return line{Line: Line{Key: "vanaf", IfAbsent: true}, first: d.weekdays, months: d.months}
}

// such marks ways as examples.
func such(ways []way) []way {
	for i := range ways {
		ways[i].such = true
	}
	return ways
}

// offer adds ways to an error.
func (e *ParseError) offer(ways ...way) *ParseError {
	for _, w := range ways {
		if !e.has(w) {
			e.ways = append(e.ways, w)
		}
	}
	return e
}

// has reports whether the same text is offered already.
func (e *ParseError) has(w way) bool {
	for _, other := range e.ways {
		if len(w.blocks) == 0 && len(other.blocks) == 0 && len(w.lines) == len(other.lines) && len(w.lines) > 0 &&
			w.lines[0].Value == other.lines[0].Value {
			return true
		}
	}
	return false
}

// maxMends is the maximum number of mistakes that are mended in one text.
const maxMends = 3

// daysFrom offers a text as a "dag" if it is valid, or else what it may mean.
func daysFrom(text string, mended int) []way {
	if mended >= maxMends {
		return nil
	}
	d, err := readDays(text, mended+1)
	switch {
	case err == nil:
		return []way{daysWay(text, d)}
	case len(err.ways) > 0:
		return err.ways
	}
	return nil
}

// blocks offers each of the texts as the "dag" of a block [[tijden]].
func blocks(mended int, texts []string) []way {
	w := way{name: "tijden"}
	for _, text := range texts {
		ways := daysFrom(text, mended)
		if len(ways) != 1 || len(ways[0].lines) == 0 {
			return nil
		}
		own := ways[0].lines[0]
		own.Key = "dag"
		w.blocks = append(w.blocks, []line{own})
		w.addOnce(ways[0].lines[1:])
	}
	if len(w.blocks) < 2 {
		return nil
	}
	return []way{w}
}

// addOnce adds the lines that are not there yet, since blocks share the fields of their
// record.
func (w *way) addOnce(lines []line) {
	for _, l := range lines {
		if !slices.ContainsFunc(w.lines, func(other line) bool { return other.Key == l.Key }) {
			w.lines = append(w.lines, l)
		}
	}
}

// dayMonth is a date as it is written: the year may be missing, and so may the day, if
// only a month is named.
type dayMonth struct {
	day   int
	month time.Month
	year  int
	on    Weekdays // the day of the week that was written with it, or that the rule has
	ends  bool     // if the day is missing: the last day of the month

	numeric bool // "5-1", which can also be hours
	before  bool // the day before it was meant
}
