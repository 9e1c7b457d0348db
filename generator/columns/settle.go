package columns

import (
	"pleinwijzer/generator/typed"
	"slices"
	"strings"
)

// Settle reads what only the cells can tell: whether "Van" and "Tot" are times or dates,
// and what separates names.
func (l *Layout) Settle(rows []Row) {
	for i, c := range l.Columns {
		l.Columns[i].Commas = !c.Unknown && c.Relation != "" && slices.ContainsFunc(rows, func(r Row) bool {
			return i < len(r.Cells) && strings.ContainsAny(r.Cells[i], ";\n")
		})
	}
	dates := map[string]string{From: "vanaf", Until: "tot_en_met"}
	for i, c := range l.Columns {
		own := c.Key
		if c.Unknown { // "Start" beside "Van": the other one has the times
			own = vague[typed.Slugify(c.Heading)]
		}
		key, either := dates[own]
		if !either || l.Has(key) {
			continue
		}
		seen, other := 0, false
		for _, r := range rows[:min(len(rows), 100)] {
			if i >= len(r.Cells) || strings.TrimSpace(r.Cells[i]) == "" {
				continue
			}
			_, isDate := l.Date(r.Cells[i])
			seen++
			other = other || !isDate
		}
		if seen > 0 && !other {
			l.Columns[i] = Column{Question: For(key), Heading: c.Heading, Guessed: true}
		}
	}
}
