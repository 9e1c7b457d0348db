package catalog

import (
	"time"

	"github.com/google/uuid"
)

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

// With is the catalog with what is known of its past.
func (c *Catalog) With(past *Past) *Catalog {
	with := *c
	with.Past = past
	return &with
}
