package columns

import (
	"errors"
	"maps"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/spreadsheet"
	"pleinwijzer/generator/typed"
	"slices"
	"strings"
)

// HeaderRows is how many rows are searched for the headings, which may have a title above
// them.
const HeaderRows = 20

// mostGuessed is how many headings there may be for guesses: with more, it is no
// timetable.
const mostGuessed = 100

// FindHeader searches for the row of headings: the one with the most fields. told has the
// headings that a person has explained, with the key of the field, or "" for none.
func FindHeader(rows []spreadsheet.Row, told map[string]string, n Notation) Layout {
	var best Layout
	for _, r := range rows[:min(len(rows), HeaderRows)] {
		columns := n.columnsOf(r.Cells, told)
		known := 0
		for _, c := range columns {
			if !c.Unknown || c.day {
				known++
			}
		}
		if known > best.Known && !best.precedes(rows, r) {
			best = Layout{Header: r, Columns: columns, Known: known, Width: len(r.Cells), Notation: n}
		}
	}
	return best
}

// precedes reports whether a row belongs to a table below the one of this layout: between
// their headings are rows of the first.
func (l Layout) precedes(rows []spreadsheet.Row, r spreadsheet.Row) bool {
	return (&Layout{}).headings(l.Header) != nil && slices.ContainsFunc(rows, func(between spreadsheet.Row) bool {
		return between.Line > l.Header.Line && between.Line < r.Line && len(filledIn(between)) > 1
	})
}

// ErrNoHeadings is the error for a sheet that is no timetable.
var ErrNoHeadings = errors.New("er is geen regel met kopjes zoals Titel, Dag en Tijd; zet die boven het rooster")

func (n Notation) columnsOf(cells []string, told map[string]string) []Column {
	names := names()
	columns := make([]Column, len(cells))
	taken := map[string]bool{}
	several := slices.ContainsFunc(cells, func(cell string) bool { return typed.Slugify(cell) == "partners" })
	for i, cell := range cells {
		heading := strings.Join(strings.Fields(cell), " ")
		slug := typed.Slugify(heading)
		q, ok := names[slug]
		key, explained := told[slug]
		if explained {
			q, ok = For(key), key != ""
		}
		if several && slug == "partner" { // the other column has them one by one
			ok = false
		}
		columns[i] = Column{Question: q, Heading: heading, Unknown: !ok, Ignored: explained && !ok}
		taken[q.Key] = taken[q.Key] || ok
	}
	n.markDays(columns, told)
	// The clearest guesses come first: a word that people use, words among others, and
	// then a slip of the pen.
	for _, guess := range []func(string) string{func(slug string) string { return vague[slug] }, among, misspelt} {
		for i := range columns {
			c := &columns[i]
			slug := typed.Slugify(c.Heading)
			_, explained := told[slug]
			if !c.Unknown || c.day || explained || slug == "" || isPersonal(slug) {
				continue
			}
			if len(cells) > mostGuessed {
				return columns
			}
			if key := guess(slug); key != "" && !taken[key] && !(key == When && (taken["dag"] || taken["tijd"])) {
				*c, taken[key] = Column{Question: For(key), Heading: c.Heading, Guessed: true}, true
			}
		}
	}
	return columns
}

func isPersonal(slug string) bool {
	return slices.ContainsFunc(personal, func(word string) bool { return strings.Contains(slug, word) })
}

// among returns the key of the one field whose heading is among the words of another, as
// in "Naam van het spreekuur".
func among(slug string) string {
	found := ""
	words := strings.Split(slug, "-")
	if len(words) == 1 {
		return ""
	}
	for _, word := range words {
		key := headings[word]
		if q, ok := names()[word]; ok {
			key = q.Key
		}
		switch {
		case key == "" || key == found || strings.HasPrefix(key, OfPlein):
		case found != "":
			return "" // there are two, as in "Telefoon partner"
		default:
			found = key
		}
	}
	return found
}

// misspelt returns the key of the agreed column that a heading is nearest to.
func misspelt(slug string) string {
	if vague[slug] != "" { // it is a word of its own: "Eind" is no slip for "Tijd"
		return ""
	}
	labels := map[string]string{}
	for _, key := range Agreed {
		labels[typed.Slugify(For(key).Label)] = key
	}
	if near, ok := diag.Nearest(slug, slices.Sorted(maps.Keys(labels))); ok && len(slug) > 3 {
		return labels[near]
	}
	return ""
}
