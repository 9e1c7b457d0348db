package gids

import (
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
)

// Compare says what is different between two versions of some entries, in the
// order of the second; entries that are gone come last.
func Compare(before, after []Entry, at time.Time) []catalog.Change {
	var changes []catalog.Change
	was := make(map[uuid.UUID]Entry, len(before))
	for _, e := range before {
		was[e.ID] = e
	}
	for _, e := range after {
		old, known := was[e.ID]
		delete(was, e.ID)
		about := catalog.Change{Time: at, ID: e.ID, Plein: e.Plein, Title: e.Title}
		switch {
		case !known:
			about.What = catalog.Came
			changes = append(changes, about)
			continue
		case e.Listed && !old.Listed:
			relisted := about
			relisted.What = catalog.Relisted
			changes = append(changes, relisted)
		}
		changes = compareFields(changes, about, old.Fields, e.Fields)
		changes = compareFields(changes, about, old.Dates, e.Dates)
	}
	for _, e := range before {
		if _, left := was[e.ID]; left {
			changes = append(changes, catalog.Change{Time: at, ID: e.ID, Plein: e.Plein, Title: e.Title, What: catalog.Went})
		}
	}
	return changes
}

// compareFields adds the values that differ. A field that is new counts, one that
// is gone does not: no form has lost a field, and an exception that is gone is
// past or no exception any more.
func compareFields(changes []catalog.Change, about catalog.Change, before, after []Field) []catalog.Change {
	for i, f := range after {
		old := Field{}
		if i < len(before) && before[i].Key == f.Key {
			old = before[i] // the forms are the same, so this is nearly always so
		} else {
			old, _ = field(before, f.Key)
		}
		if old.Value != f.Value {
			about.What, about.Key, about.Label, about.Old, about.New = catalog.Altered, f.Key, f.Label, old.Value, f.Value
			changes = append(changes, about)
		}
	}
	return changes
}
