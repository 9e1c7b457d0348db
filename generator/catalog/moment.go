package catalog

import (
	"sync/atomic"
	"time"

	"pleinwijzer/generator/schedule"
)

// A Moment is that as of which a catalog is. What is different before and after some time
// asks here whether that has come, so that it is known until when all answers stay what
// they are ([Moment.Until]): a build within that time gives the same bytes.
type Moment struct {
	now   time.Time
	until atomic.Int64 // in nanoseconds since 1970
}

// NewMoment makes one. A new day is always something new.
func NewMoment(now time.Time) *Moment {
	m := &Moment{now: now}
	m.until.Store(schedule.DateOf(now).Add(1).At(0).UnixNano())
	return m
}

// Now is the exact moment. A file that tells it is another one in each build, and says so
// (Timed in package publish).
func (m *Moment) Now() time.Time { return m.now }

// Today is the day of that moment.
func (m *Moment) Today() schedule.Date { return schedule.DateOf(m.now) }

// Reached reports whether t has come.
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

// Passed reports whether t is behind us.
func (m *Moment) Passed(t time.Time) bool { return m.Reached(t.Add(1)) }

// Until is the first moment at which one of the answers so far would be another one.
func (m *Moment) Until() time.Time { return time.Unix(0, m.until.Load()) }
