package columns

import (
	"slices"
	"strings"

	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/schedule"
)

// People often write a day once, and leave the cells below it empty. Whoever does that never
// writes the same day twice below each other: where somebody does, an empty cell may as well
// have been forgotten, and stays empty.

// gaps are the fields whose empty cells may count as the one above.
var gaps = []string{"dag", When, "plein", "partner"}

// repeating finds the columns that have the same text in two rows below each other.
func (l *Layout) repeating(rows []Row) map[int]bool {
	repeats := map[int]bool{}
	for i := range rows[:max(len(rows)-1, 0)] {
		a, b := &rows[i], &rows[i+1]
		if b.Number != a.Number+1 {
			continue
		}
		for c := range l.Columns {
			text := Cell(a.Row, c)
			if text != "" && strings.EqualFold(text, Cell(b.Row, c)) {
				repeats[c] = true
			}
		}
	}
	return repeats
}

// fromAbove fills in what a row leaves to the one above it.
func (u *unfolder) fromAbove(r *Row) {
	if u.above == nil {
		return
	}
	for _, key := range gaps {
		at := u.at(key)
		if at < 0 || u.repeats[at] || Cell(r.Row, at) != "" || Cell(u.above.Row, at) == "" {
			continue
		}
		if (key == "dag" || key == When) && (u.ownDay(r) != "" || u.value(r, "data") != "") {
			continue
		}
		text := Cell(u.above.Row, at)
		u.put(r, key, text)
		shown := text
		if key == "plein" || key == "partner" {
			shown = Shown(key, text)
		} else if date, ok := u.Date(text); ok {
			shown = Shown("dag", date)
		}
		u.tell(r, Filled{Key: key, Value: strings.ToLower(shown[:1]) + shown[1:], From: u.source(r, key), Above: true})
	}
}

// source returns the row from which a value comes that a row gets from the one above, possibly
// by way of others.
func (u *unfolder) source(r *Row, key string) int {
	from := u.above.Number
	if got, ok := u.got[key]; ok && got.by == from {
		from = got.from
	}
	u.got[key] = origin{r.Number, from}
	return from
}

// proceed completes a row that only has another time for the spreekuur above it.
func (u *unfolder) proceed(r *Row) {
	title := u.at("titel")
	if u.above == nil || title < 0 || u.repeats[title] || Cell(r.Row, title) != "" || Cell(u.above.Row, title) == "" {
		return
	}
	if u.value(r, "in_een_zin")+u.value(r, scaffold.Text) != "" {
		return
	}
	if !slices.ContainsFunc(Times, func(key string) bool { return u.value(r, key) != "" }) {
		return
	}
	for i, c := range u.Columns {
		if !c.Unknown && !slices.Contains(Times, c.Key) && c.Key != "data" && Cell(r.Row, i) == "" && Cell(u.above.Row, i) != "" {
			u.put(r, c.Key, Cell(u.above.Row, i))
		}
	}
	u.tell(r, Filled{Value: Cell(u.above.Row, title), From: u.source(r, ""), Above: true})
}

// isMoment reports whether the only cell of a row has another time for the row above.
func (u *unfolder) isMoment(r *Row, at int) bool {
	if at >= len(u.Columns) || u.above == nil {
		return false
	}
	text := Cell(r.Row, at)
	switch u.Columns[at].Key {
	case "tijd":
		_, err := schedule.ParseTimes(u.Clock(oneLine(text)))
		return err == nil
	case When, "dag":
		return u.Parts(text).Tijd != ""
	}
	return false
}
