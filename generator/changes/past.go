// Package changes finds out what has changed in the content: which values of which
// records, when, from what and to what.
//
// It compares entries ([Entry]): records as lists of labelled values. The caller supplies
// a function that makes the entries of one version of the content. [Find] goes back
// through version control, makes the entries of each version that a commit touched, and
// compares them. The result is a [Past], which a catalog holds ([catalog.Catalog.Past])
// for everything that reports changes: the feeds, the sheets for G!DS and the calendars.
// It is added to the catalog before any file is rendered, and only by a build: a preview
// would have to go back through the history after every edit.
package changes

import (
	"time"

	"github.com/google/uuid"
)

// Past is what version control knows about the records. It is empty if there is no
// version control.
type Past struct {
	Since   time.Time // nothing is known about the time before
	Changes []Change  // newest first
	byID    map[uuid.UUID][]Change
	gone    map[uuid.UUID][]Change // removals, by the plein where the record was
}

// NewPast returns a Past with the given changes, newest first.
func NewPast(since time.Time, changes []Change) *Past {
	p := &Past{Since: since, Changes: changes, byID: map[uuid.UUID][]Change{}, gone: map[uuid.UUID][]Change{}}
	for _, change := range changes {
		if change.What == Went && len(p.byID[change.ID]) == 0 {
			p.gone[change.Plein] = append(p.gone[change.Plein], change)
		}
		p.byID[change.ID] = append(p.byID[change.ID], change)
	}
	return p
}

// Known reports whether anything is known about the past.
func (p *Past) Known() bool { return p != nil && !p.Since.IsZero() }

// Of returns the changes to a record, newest first.
func (p *Past) Of(id uuid.UUID) []Change {
	if p == nil {
		return nil
	}
	return p.byID[id]
}

// GoneFrom returns the removals of records that were at a plein and have not come back.
func (p *Past) GoneFrom(plein uuid.UUID) []Change {
	if p == nil {
		return nil
	}
	return p.gone[plein]
}
