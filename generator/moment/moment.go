// Package moment knows the moment that a site is made for, and how long what was asked about
// it stays true.
package moment

import (
	"sync/atomic"
	"time"

	"pleinwijzer/generator/schedule"
)

// A Moment is the moment that a catalog is made for. All code that compares a time with the
// present does so here, so that it is known how long the answers stay the same
// ([Moment.Until]): until then a build gives the same bytes.
type Moment struct {
	now   time.Time
	until atomic.Int64 // in nanoseconds since 1970
}

// New returns a Moment, which lasts until the end of the day at most.
func New(now time.Time) *Moment {
	m := &Moment{now: now}
	m.until.Store(schedule.DateOf(now).Add(1).At(0).UnixNano())
	return m
}

// Now returns the exact moment. A file that shows it differs in every build, and must be
// marked as such (see publish.File.Timed).
func (m *Moment) Now() time.Time { return m.now }

// Today returns the day of the moment.
func (m *Moment) Today() schedule.Date { return schedule.DateOf(m.now) }

// Reached reports whether t is now or in the past.
func (m *Moment) Reached(t time.Time) bool {
	if !t.After(m.now) {
		return true
	}
	for at := t.UnixNano(); ; {
		until := m.until.Load()
		if until <= at || m.until.CompareAndSwap(until, at) {
			return false
		}
	}
}

// Passed reports whether t is in the past.
func (m *Moment) Passed(t time.Time) bool { return m.Reached(t.Add(1)) }

// Until returns the first moment at which one of the answers given so far changes.
func (m *Moment) Until() time.Time { return time.Unix(0, m.until.Load()) }
