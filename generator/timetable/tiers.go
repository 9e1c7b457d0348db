package timetable

import (
	"cmp"
	"slices"
	"strings"

	"pleinwijzer/generator/columns"
	"pleinwijzer/generator/spreadsheet"
)

// Some people write their headings in two rows: a group such as "Wanneer", or a day, above "Van"
// and "Tot". Here the two become one, and the hours below a day become one cell.

// A tiered is a sheet with headings in two rows.
type tiered struct {
	columns.Notation
	headings []string
	to       []int    // for each column of the sheet, its place in headings
	hours    []string // for each column below a day: the key of its heading
}

// foldHeadings returns rows with the headings in one row.
func foldHeadings(rows []spreadsheet.Row, told map[string]string, n columns.Notation) (folded []spreadsheet.Row, width int) {
	for i := range min(len(rows), columns.HeaderRows) - 1 {
		upper, lower := rows[i], rows[i+1]
		if upper.Number+1 != lower.Number || upper.Wrong+lower.Wrong != "" {
			continue
		}
		t := tiers(upper, lower, n)
		if t == nil {
			continue
		}
		header := lower
		header.Cells, header.Many = t.headings, len(t.headings)
		known := func(r spreadsheet.Row) int { return fields(columns.FindHeader([]spreadsheet.Row{r}, told, n)) }
		if !t.hasDays() && known(header) <= max(known(upper), known(lower)) {
			continue
		}
		folded = append(slices.Clone(rows[:i]), header)
		for _, r := range rows[i+2:] {
			folded = append(folded, t.fold(r))
		}
		return folded, len(t.to)
	}
	return rows, 0
}

// fields counts the fields that columns have.
func fields(l columns.Layout) int {
	keys := map[string]bool{}
	for _, c := range l.Columns {
		if !c.Unknown {
			keys[c.Key] = true
		}
	}
	return len(keys)
}

// tiers reads two rows as headings, or returns nil.
func tiers(upper, lower spreadsheet.Row, n columns.Notation) *tiered {
	const fewest, most = 2, 100
	width := max(len(upper.Cells), len(lower.Cells))
	if width > most {
		return nil
	}
	t := &tiered{Notation: n, to: make([]int, width), hours: make([]string, width)}
	count := map[string]int{}
	for i := range width {
		below := columns.Cell(lower, i)
		if _, ok := columns.Meaning(below); below != "" && !ok && below != columns.Cell(upper, i) {
			return nil
		}
		count[below]++
	}
	if width-count[""] < fewest {
		return nil
	}
	group, day := "", ""
	for i := range width {
		above, below := columns.Cell(upper, i), columns.Cell(lower, i)
		if above != "" || below == "" {
			group = above
		}
		key, _ := columns.Meaning(below)
		is := slices.Contains([]string{"tijd", columns.From, columns.Until}, key)
		if is {
			is = n.Names(group)
		}
		if is {
			t.hours[i] = key
		}
		if is && group == day {
			t.to[i] = len(t.headings) - 1
			continue
		}
		heading := cmp.Or(below, above)
		if day = ""; is {
			day, heading = group, group
		} else if below != "" && count[below] > 1 {
			heading = strings.TrimSpace(group + " " + below)
		}
		t.to[i] = len(t.headings)
		t.headings = append(t.headings, heading)
	}
	return t
}

// hasDays reports whether there is a column for each of several days.
func (t *tiered) hasDays() bool {
	days := map[int]bool{}
	for i, key := range t.hours {
		if key != "" {
			days[t.to[i]] = true
		}
	}
	return len(days) > 1
}

// fold puts the hours of each day of a row together.
func (t *tiered) fold(r spreadsheet.Row) spreadsheet.Row {
	if r.Wrong != "" {
		return r
	}
	cells := make([]string, len(t.headings))
	from := ""
	for i, to := range t.to {
		text := columns.Cell(r, i)
		switch t.hours[i] {
		case "":
			cells[to] = text
			continue
		case columns.From:
			from = text
			if i+1 < len(t.to) && t.to[i+1] == to && t.hours[i+1] == columns.Until {
				continue
			}
		case columns.Until:
			text = moment{columns.From: from, columns.Until: text}.hours(t.Notation)
			from = ""
		}
		cells[to] = strings.TrimPrefix(cells[to]+map[bool]string{true: " en "}[text != ""]+text, " en ")
	}
	cells = append(cells, r.Cells[min(len(t.to), len(r.Cells)):]...)
	r.Many = max(r.Many-len(t.to)+len(t.headings), 0)
	r.Cells = cells
	return r
}
