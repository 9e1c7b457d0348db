// Package changes finds out what changed since: which values of which records, when,
// from what to what.
//
// It compares entries ([Entry]): records as lists of labelled values. The caller
// supplies a function that makes the entries of one version of the content; [Find] goes
// back through version control, makes the entries of each version that a commit touched,
// and compares them. The result is a [Past], which a catalog holds
// ([catalog.Catalog.Past]) for everything that reports changes: the feeds, the sheets
// for G!DS, the calendars. It is added to the catalog before any file is rendered, and
// only by a build: a preview would have to look back again after every edit.
package changes

import (
	"time"

	"github.com/google/uuid"
)

// Past is what version control tells of the records. It is empty where it tells
// nothing.
type Past struct {
	Since   time.Time // before it nothing is known
	Changes []Change  // the newest first
	byID    map[uuid.UUID][]Change
	gone    map[uuid.UUID][]Change // by plein
}

// NewPast makes a Past of changes, the newest first.
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

// Known reports whether there is a past at all.
func (p *Past) Known() bool { return p != nil && !p.Since.IsZero() }

// Of gives the changes of a record, the newest first.
func (p *Past) Of(id uuid.UUID) []Change {
	if p == nil {
		return nil
	}
	return p.byID[id]
}

// GoneFrom gives the removals of what was at a plein and did not come back.
func (p *Past) GoneFrom(plein uuid.UUID) []Change {
	if p == nil {
		return nil
	}
	return p.gone[plein]
}
