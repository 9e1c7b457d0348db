package changes

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/schedule"
)

// An Entry is one record in one version, as those see it who want to know of changes.
type Entry struct {
	ID     uuid.UUID
	Plein  uuid.UUID // where it is, or itself
	Title  string
	Page   string // its path on the site
	Listed bool   // it is told of: it belongs in G!DS, say
	Fields []Field

	// Dates are the editor's own exceptions (see [DatesOf]), which no form asks for. They
	// are here so that one comparison of two versions finds all that changed.
	Dates []Field
}

// A Field is one value of an entry, which may be empty.
type Field struct {
	Key, Label, Value string
	Since             schedule.Date // since when it is so by the calendar alone, as after a move; else 0
	News              bool          // who follows the record wants to hear of a change
}

// A Change is what became different in a record at a moment: the record itself,
// or one of its values.
type Change struct {
	Time  time.Time
	ID    uuid.UUID // of the record
	Plein uuid.UUID // where the record was, or its own
	Title string
	What  What

	// Of a value: its name and its words before and after, of which one may be "".
	Key, Label, Old, New string
}

// What a Change is about.
type What int

const (
	Altered  What = iota // a value
	Came                 // a new record
	Went                 // a record that is not there any more
	Relisted             // a record that was left out of G!DS, or had stopped, and is in it again
)

// Compare says what is different between two versions of some entries, in the
// order of the second; entries that are gone come last.
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

// compareFields adds the values that differ. A field that is new counts, one that
// is gone does not: no form has lost a field, and an exception that is gone is
// past or no exception any more.
func compareFields(changes []Change, about Change, before, after []Field) []Change {
	for i, f := range after {
		old := Field{}
		if i < len(before) && before[i].Key == f.Key {
			old = before[i] // the forms are the same, so this is nearly always so
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

// field finds a field by its key.
func field(fields []Field, key string) (Field, bool) {
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Key == key })
	if i < 0 {
		return Field{}, false
	}
	return fields[i], true
}
