package columns

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/spreadsheet"
	"pleinwijzer/generator/typed"
)

// A timetable of a week has a column for each day. The cells below have the hours, or a cross
// where a column has the hours of all days; or, where the rows are hours, what is held then.

// Fewest columns that make a week. Two dates beside each other are usually from and until.
const fewestDays, fewestDates = 2, 3

// markDays finds the columns of a week among those without another meaning.
func (n Notation) markDays(columns []Column, told map[string]string) {
	if len(columns) > mostGuessed {
		return
	}
	var days, dates []int
	seen := map[string]bool{}
	last := -1
	for i, c := range columns {
		if _, explained := told[typed.Slugify(c.Heading)]; !c.Unknown || explained {
			continue
		}
		key, isDate := n.DayAbove(c.Heading)
		if key == "" || seen[key] {
			continue
		}
		seen[key], last = true, i
		if isDate {
			dates = append(dates, i)
		} else {
			days = append(days, i)
		}
	}
	if len(days) < fewestDays && len(dates) < fewestDates || len(days) > 0 && len(dates) > 0 {
		return
	}
	for i := range columns[:last+1] {
		c := &columns[i]
		if c.day = slices.Contains(append(days, dates...), i); !c.day && c.Heading == "" {
			c.Heading = "kolom " + spreadsheet.Letters(i)
			if key := told[typed.Slugify(c.Heading)]; key != "" {
				*c = Column{Question: For(key), Heading: c.Heading}
			}
		}
	}
}

// DayAbove reads the day above a column: one day of the week, or a date.
func (n Notation) DayAbove(heading string) (day string, isDate bool) {
	const most = 40 // bytes
	if heading == "" || len(heading) > most {
		return "", false
	}
	if date, ok := n.Date(heading); ok {
		return date, true
	}
	days, err := schedule.ParseDays(heading)
	if err != nil || !days.Weekly() || days.Weekdays().Len() != 1 {
		return "", false
	}
	return days.Words(), false
}

// Names reports whether a heading is one day or date.
func (n Notation) Names(heading string) bool {
	day, _ := n.DayAbove(heading)
	return day != ""
}

// Signs in the cells of a week.
var (
	cross = regexp.MustCompile(`(?i)^(x+|v|✓|✔|✅|●|•|ja|1)$`)
	none  = regexp.MustCompile(`(?i)^([-–—/.]+|0|nee|geen|gesloten|dicht|vrij|n\.?v\.?t\.?)$`)
)

// A week is a timetable with a column for each day.
type week struct {
	*Layout
	folder *scaffold.Folder
	days   []int
	labels []Column // the other columns, with those that the days become
	keep   []int    // for each of the columns that were there, its place in labels or -1
}

// unfoldWeek makes rows with a day of rows with several days.
func (l *Layout) unfoldWeek(rows []Row, f *scaffold.Folder) []Row {
	w := &week{Layout: l, folder: f}
	for i, c := range l.Columns {
		if c.day {
			w.days = append(w.days, i)
		}
	}
	if w.days == nil {
		return rows
	}
	w.nameLabels(rows)
	byHour := (l.Has("tijd") || l.Has(From)) && w.countNames(rows)
	w.labels, w.keep = nil, make([]int, len(l.Columns))
	for i, c := range l.Columns {
		if w.keep[i] = -1; !c.day {
			w.keep[i] = len(w.labels)
			w.labels = append(w.labels, c)
		}
	}
	var all []Row
	for _, r := range rows {
		switch {
		case r.Skip != "" || r.Wrong != "":
			all = append(all, w.without(r))
		case l.Has("dag") && Cell(r.Row, l.at("dag")) != "":
			r.Wrong = "in deze rij staat een dag, en boven de kolommen staan ook dagen; laat er één van staan"
			all = append(all, w.without(r))
		case byHour:
			all = append(all, w.byHour(r)...)
		default:
			all = append(all, w.byDay(r))
		}
	}
	l.Columns = w.labels
	return all
}

// nameLabels guesses what the columns without a known heading are about, by their cells.
func (w *week) nameLabels(rows []Row) {
	for i := range w.Columns {
		c := &w.Columns[i]
		if c.day || !c.Unknown || c.Heading == "" {
			continue
		}
		count, seen := map[string]int{}, 0
		for _, r := range rows[:min(len(rows), 100)] {
			text := Cell(r.Row, i)
			if text == "" || !slices.ContainsFunc(w.days, func(d int) bool { return Cell(r.Row, d) != "" }) {
				continue
			}
			seen++
			count[w.about(text)]++
		}
		for _, key := range []string{"tijd", "plein", "partner"} {
			if seen > 0 && count[key] == seen && !w.Has(key) {
				*c = Column{Question: For(key), Heading: c.Heading, Guessed: true}
				break
			}
		}
		if c.Unknown && seen > 0 && i < w.days[0] && !w.Has("titel") && !w.countNames(rows) {
			*c = Column{Question: For("titel"), Heading: c.Heading, Guessed: true}
		}
	}
}

// about tells what a text is: the hours, or the name of a plein or a partner.
func (w *week) about(text string) string {
	if w.isHours(text) {
		return "tijd"
	}
	for _, kind := range []string{"plein", "partner"} {
		if name, _ := named(w.folder, kind, text); name != "" {
			return kind
		}
	}
	return "titel"
}

func (w *week) isHours(text string) bool {
	_, err := schedule.ParseTimes(w.Clock(oneLine(strings.ReplaceAll(text, "\n", " en "))))
	return err == nil
}

// countNames reports whether more cells of the days have names in them than hours.
func (w *week) countNames(rows []Row) bool {
	names, hours := 0, 0
	for _, r := range rows {
		for _, d := range w.days {
			switch text := Cell(r.Row, d); {
			case text == "" || none.MatchString(text):
			case cross.MatchString(text) || w.isHours(text):
				hours++
			default:
				names++
			}
		}
	}
	return names > hours
}

// without returns a row without the cells of its days.
func (w *week) without(r Row) Row {
	cells := make([]string, len(w.labels))
	for i, to := range w.keep {
		if to >= 0 && i < len(r.Cells) {
			cells[to] = r.Cells[i]
		}
	}
	r.Cells, r.Many = cells, len(cells)
	return r
}

// put sets a field of a row, in a column that is added where there is none.
func (w *week) put(r *Row, key, text string) {
	at := slices.IndexFunc(w.labels, func(c Column) bool { return !c.Unknown && c.Key == key })
	if at < 0 {
		at = len(w.labels)
		w.labels = append(w.labels, Column{Question: For(key), Heading: For(key).Label})
	}
	for len(r.Cells) <= at {
		r.Cells = append(r.Cells, "")
	}
	r.Cells[at] = text
	r.Many = len(r.Cells)
}

// byDay reads a row with hours or crosses below the days.
func (w *week) byDay(r Row) Row {
	var days, hours []string
	filled := 0
	out := w.without(r)
	for _, d := range w.days {
		text, heading := Cell(r.Row, d), w.Columns[d].Heading
		if text != "" {
			filled++
		}
		switch {
		case text == "" || none.MatchString(text):
			continue
		case cross.MatchString(text):
			hours = append(hours, "")
		case w.isHours(text):
			hours = append(hours, oneLine(strings.ReplaceAll(text, "\n", " en ")))
		default:
			out.Wrong = fmt.Sprintf(`onder %q staat %q; schrijf daar de tijd, zoals "10.00-12.00"`, heading, oneLine(text))
			return out
		}
		days = append(days, heading)
	}
	if len(days) == 0 {
		if i := slices.IndexFunc(r.Cells, func(cell string) bool { return strings.TrimSpace(cell) != "" }); filled > 0 || w.isOwn(r, i) {
			out.Skip = "op geen van de dagen staat een tijd"
		}
		return out
	}
	same := !slices.ContainsFunc(hours, func(h string) bool { return h != hours[0] })
	if _, dates := w.DayAbove(days[0]); dates {
		if !same {
			out.Wrong = "op deze datums zijn de tijden niet gelijk; maak er aparte rijen van"
			return out
		}
		days = []string{strings.Join(days, ", ")}
	} else if same {
		days = []string{strings.Join(days, " en ")}
	}
	w.put(&out, "dag", strings.Join(days, "\n"))
	if same {
		hours = hours[:1]
	}
	if at := w.at("tijd"); at >= 0 && hours[0] != "" && Cell(r.Row, at) != "" {
		out.Wrong = "in deze rij staat een tijd, en onder de dagen ook; laat er één van staan"
	} else if hours[0] != "" || len(hours) > 1 {
		w.put(&out, "tijd", strings.Join(hours, "\n"))
	}
	return out
}

// isOwn reports whether the only cell of a row is what the column is about, and so no heading
// above other rows.
func (w *week) isOwn(r Row, i int) bool {
	return i >= 0 && i < len(w.Columns) && !w.Columns[i].Unknown && w.about(r.Cells[i]) == w.Columns[i].Key
}

// byHour reads a row with what is held at its hour on each day.
func (w *week) byHour(r Row) []Row {
	var all []Row
	for _, d := range w.days {
		text := Cell(r.Row, d)
		if text == "" || none.MatchString(text) {
			continue
		}
		out := w.without(r)
		w.put(&out, "dag", w.Columns[d].Heading)
		w.dissect(&out, text, w.Columns[d].Heading)
		all = append(all, out)
	}
	if all == nil {
		all = []Row{w.without(r)}
		if i := slices.IndexFunc(r.Cells, func(cell string) bool { return strings.TrimSpace(cell) != "" }); w.isOwn(r, i) {
			all[0].Skip = "op geen van de dagen staat hier iets"
		}
	}
	return all
}

// pieces separates what a cell says of one spreekuur.
var pieces = regexp.MustCompile(`\s*[\n;|()]\s*|\s+[-–/]\s+`)

// dissect puts the pieces of a cell where they belong.
func (w *week) dissect(r *Row, text, heading string) {
	put := map[string]string{}
	for _, piece := range pieces.Split(text, -1) {
		if piece = strings.TrimSpace(piece); piece == "" {
			continue
		}
		key := w.about(piece)
		if put[key] != "" {
			r.Wrong = fmt.Sprintf("in de cel onder %q staan twee dingen: %q en %q; zet ze in aparte rijen", heading, put[key], piece)
			return
		}
		put[key] = piece
	}
	for _, key := range []string{"titel", "tijd", "plein", "partner"} {
		at := slices.IndexFunc(w.labels, func(c Column) bool { return !c.Unknown && c.Key == key })
		switch own := Cell(r.Row, max(at, 0)); {
		case put[key] == "":
		case at >= 0 && own != "" && key != "tijd" && own != put[key]:
			r.Wrong = fmt.Sprintf("onder %q staat %q, en in de rij zelf %q; haal een van de twee weg", heading, put[key], own)
		default:
			w.put(r, key, put[key])
		}
	}
}
