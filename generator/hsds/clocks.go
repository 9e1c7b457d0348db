package hsds

import (
	"fmt"
	"slices"
	"time"

	"pleinwijzer/generator/schedule"
)

// clocks holds the dates on which the clock changes, and the offset from UTC in seconds
// before each of them and after the last.
type clocks struct {
	changes []schedule.Date
	ahead   []int
}

const noon, endOfDay schedule.Clock = 12 * 60, 24 * 60

func clocksIn(p schedule.Period) clocks {
	c := clocks{ahead: []int{offset(p.From.At(noon))}}
	for date := p.From; date <= p.Until; date++ {
		if now := offset(date.At(noon)); now != c.ahead[len(c.ahead)-1] {
			c.changes, c.ahead = append(c.changes, date), append(c.ahead, now)
		}
	}
	return c
}

func offset(t time.Time) int {
	_, seconds := t.Zone()
	return seconds
}

// instant is a time of day with its offset from UTC in seconds.
type instant struct {
	schedule.Clock
	ahead int
}

// hours is a span between two instants.
type hours struct{ begin, end instant }

// on returns the span on a date. Asking the time zone is slow, so that is only done for
// the two days a year on which the clock changes.
func (c clocks) on(d schedule.Date, span schedule.Span) hours {
	i, changes := slices.BinarySearch(c.changes, d)
	if changes {
		return hours{instantOn(d, span.Begin), instantOn(d, span.End)}
	}
	return hours{instant{span.Begin, c.ahead[i]}, instant{span.End, c.ahead[i]}}
}

// instantOn returns a time on a date on which the clock changes. A time in the hour that
// is skipped becomes the end of that hour; see [schedule.Date.At].
func instantOn(d schedule.Date, c schedule.Clock) instant {
	t := d.At(c)
	if c != endOfDay {
		hour, minute, _ := t.Clock()
		c = schedule.Clock(hour*60 + minute)
	}
	return instant{c, offset(t)}
}

// String returns the time in the format of HSDS: 10:00+01:00. The end of the day is
// written as 23:59, since few consumers understand 24:00.
func (t instant) String() string {
	return fmt.Sprintf("%v%+03d:%02d", min(t.Clock, endOfDay-1), t.ahead/3600, t.ahead%3600/60)
}
