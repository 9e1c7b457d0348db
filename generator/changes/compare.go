package changes

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/schedule"
)

// An Entry is one version of a record, reduced to what matters to people who want to know
// what changed.
type Entry struct {
	ID     uuid.UUID
	Plein  uuid.UUID // the id of the plein where it is held, or its own
	Title  string
	Page   string // its path on the site
	Listed bool   // whether changes to it are reported: whether it belongs in G!DS, for example
	Fields []Field

	// Dates are the exceptions that the editor made (see [DatesOf]). G!DS does not ask for
	// them; they are here so that a single comparison of two versions finds all changes.
	Dates []Field
}

// A Field is one value of an entry, which may be empty.
type Field struct {
	Key, Label, Value string
	Since             schedule.Date // the day on which the calendar alone gave it this value, as after a move; else 0
	News              bool          // whether people who follow the record want to hear of a change
}

// A Change is a difference between two versions of a record: in the record itself, or in
// one of its values.
type Change struct {
	Time  time.Time
	ID    uuid.UUID // of the record
	Plein uuid.UUID // the plein where the record was, or the record itself
	Title string
	What  What

	// Only set for a value: its name, and its text before and after. One of these may be "".
	Key, Label, Old, New string
}

// What says what kind of change a Change is.
type What int

const (
	Altered  What = iota // a value changed
	Came                 // a new record
	Went                 // a record that is no longer there
	Relisted             // a record that is back in G!DS after it was left out or had stopped
)

// Compare returns the differences between two versions of some entries, in the order of
// after; entries that are gone come last.
func Compare(before, after []Entry, at time.Time) []Change {
	var changes []Change
	was := make(map[uuid.UUID]Entry, len(before))
	for _, e := range before {
		was[e.ID] = e
	}
	for _, e := range after {
		old, known := was[e.ID]
		delete(was, e.ID)
		about := Change{Time: at, ID: e.ID, Plein: e.Plein, Title: e.Title}
		switch {
		case !known:
			about.What = Came
			changes = append(changes, about)
			continue
		case e.Listed && !old.Listed:
			relisted := about
			relisted.What = Relisted
			changes = append(changes, relisted)
		}
		changes = compareFields(changes, about, old.Fields, e.Fields)
		changes = compareFields(changes, about, old.Dates, e.Dates)
	}
	for _, e := range before {
		if _, left := was[e.ID]; left {
			changes = append(changes, Change{Time: at, ID: e.ID, Plein: e.Plein, Title: e.Title, What: Went})
		}
	}
	return changes
}

// compareFields adds a Change for each value that differs. A new field counts, but a
// removed one does not: no form has lost a field, and an exception is removed when it is
// over or no longer applies.
func compareFields(changes []Change, about Change, before, after []Field) []Change {
	for i, f := range after {
		old := Field{}
		if i < len(before) && before[i].Key == f.Key {
			old = before[i] // nearly always, since the fields are the same in every version
		} else {
			old, _ = field(before, f.Key)
		}
		if old.Value != f.Value {
			about.What, about.Key, about.Label, about.Old, about.New = Altered, f.Key, f.Label, old.Value, f.Value
			changes = append(changes, about)
		}
	}
	return changes
}

// field returns the field with a key.
func field(fields []Field, key string) (Field, bool) {
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Key == key })
	if i < 0 {
		return Field{}, false
	}
	return fields[i], true
}
