// Package columns finds out what the cells of a spreadsheet with a timetable are about: which
// field each heading means (words.go, header.go, settle.go), how dates and hours are written in
// cells (notation.go, cells.go), and what a row leaves to its surroundings (unfold.go): a line
// such as "Dinsdag" above it (sections.go), the row above (gaps.go, ditto.go), or the days above the
// columns of a week (week.go).
//
// Whatever it fills in is told, and where there is more than one way to read a row, that row is
// left as it is, with the reason.
package columns

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/spreadsheet"
)

// A Column says what the cells below a heading contain.
type Column struct {
	scaffold.Question
	Heading string
	Unknown bool
	Guessed bool // it may mean something else, so the person is told
	Ignored bool // the person said that it has no meaning
	Commas  bool // commas are part of the names in it, since other signs separate them

	day bool // the heading is a day, and the cells say what is on that day
}

// Columns that are no field of a spreekuur. Those with the time are put together; those with
// the address of a plein are for a plein that is made.
const (
	File    = "bestand" // identifies a spreekuur when its title is changed
	When    = "wanneer" // day and hours in one cell
	From    = "van"
	Until   = "tot"
	OfPlein = "plein."
)

// Times are the keys of the columns that together say when.
var Times = []string{"dag", "tijd", When, From, Until}

// Agreed lists the columns that a rooster has: those in the agreement between partners, in
// that order.
var Agreed = []string{"titel", "dag", "tijd", "in_een_zin", scaffold.Text, "plein", "partner"}

// A Layout is the structure of a spreadsheet.
type Layout struct {
	spreadsheet.Sheet
	Notation
	Header  spreadsheet.Row
	Columns []Column
	Known   int // how many columns have a meaning
	Width   int // how many cells the sheet has in the row of headings
}

// Check returns an error unless there is enough to make a spreekuur of, and no column is
// there twice. A description can be written later.
func (l Layout) Check() error {
	byKey := map[string]string{}
	var unknown []string
	for _, c := range l.Columns {
		switch other, twice := byKey[c.Key]; {
		case c.Unknown:
			unknown = append(unknown, c.Heading)
		case twice && c.Key != "" && l.beside():
			return fmt.Errorf("er staan twee tabellen naast elkaar, met allebei een kolom %q; zet de tweede onder de eerste, of op een eigen blad", c.Heading)
		case twice && c.Key != "":
			return fmt.Errorf("de kolommen %q en %q zijn voor hetzelfde; laat er één staan", other, c.Heading)
		default:
			byKey[c.Key] = c.Heading
		}
	}
	var missing []error
	for _, key := range Agreed {
		_, ok := byKey[key]
		switch {
		case ok, key == "in_een_zin", key == scaffold.Text:
		case key == "dag" && (l.Has(When) || l.Has("tijd") || l.Has("data")):
		case key == "tijd" && (l.Has(When) || l.Has(From) || l.Has("dag")):
		default:
			missing = append(missing, l.lacking(key, unknown))
		}
	}
	return errors.Join(missing...)
}

// beside reports whether there are two tables next to each other: several headings are there
// twice.
func (l Layout) beside() bool {
	twice, seen := 0, map[string]bool{}
	for _, c := range l.Columns {
		if c.Unknown {
			continue
		}
		if seen[c.Key] {
			twice++
		}
		seen[c.Key] = true
	}
	return twice > 1
}

func (l Layout) lacking(key string, unknown []string) error {
	label := For(key).Label
	mend := "; zet die erbij"
	if near, ok := diag.Nearest(label, unknown); ok {
		mend = fmt.Sprintf("; noem de kolom %q zo", near)
	} else if key == "plein" || key == "partner" {
		mend = fmt.Sprintf("; zet die erbij, of zet boven de rijen een regel zoals %q", label+": "+map[string]string{"plein": "LocHal", "partner": "Taalhuis"}[key])
	}
	return fmt.Errorf("in het rooster ontbreekt de kolom %q%s", label, mend)
}

// Has reports whether a column has the field.
func (l Layout) Has(key string) bool { return l.at(key) >= 0 }

// at returns the index of the column with a field, or -1.
func (l Layout) at(key string) int {
	return slices.IndexFunc(l.Columns, func(c Column) bool { return !c.Unknown && c.Key == key })
}

// Unread returns the headings of columns that are ignored. Addresses only matter when
// pleinen are made.
func (l Layout) Unread(making bool) []string {
	var all []string
	for _, c := range l.Columns {
		if (c.Unknown || !making && strings.HasPrefix(c.Key, OfPlein)) && c.Heading != "" {
			all = append(all, c.Heading)
		}
	}
	return all
}

// A Heading is a heading, with the field that it was taken for.
type Heading struct{ Heading, Label string }

// Guessed returns the headings that may mean something else.
func (l Layout) Guessed() []Heading {
	labels := map[string]string{When: "Dag en tijd", From: "Begintijd", Until: "Eindtijd", File: "Bestand"}
	var all []Heading
	for _, c := range l.Columns {
		if c.Guessed {
			all = append(all, Heading{c.Heading, cmp.Or(labels[c.Key], c.Label)})
		}
	}
	return all
}

// HeadingOf returns the heading above a field, which for day and time may be that of both.
func (l Layout) HeadingOf(key string) string {
	instead := map[string][]string{"dag": {When, "tijd"}, "tijd": {From, When, "dag"}, "data": {"dag", When}}
	for _, key := range append([]string{key}, instead[key]...) {
		if i := l.at(key); i >= 0 {
			return l.Columns[i].Heading
		}
	}
	return ""
}
