package hsds

import (
	"fmt"
	"slices"
	"time"

	"pleinwijzer/generator/schedule"
)

// clocks knows when the clock changes: on which dates, and how many seconds it is
// ahead of UTC before each of them and after the last.
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

// instant is a time on the clock that says how far that is ahead of UTC.
type instant struct {
	schedule.Clock
	ahead int
}

// hours are a span of which both ends are instants.
type hours struct{ begin, end instant }

// on is the span on a date. Asking the zone itself, which is slow, is for the two
// days of the year on which the clock changes.
func (c clocks) on(d schedule.Date, span schedule.Span) hours {
	i, changes := slices.BinarySearch(c.changes, d)
	if changes {
		return hours{instantOn(d, span.Begin), instantOn(d, span.End)}
	}
	return hours{instant{span.Begin, c.ahead[i]}, instant{span.End, c.ahead[i]}}
}

// instantOn is a time on a date on which the clock changes. One in the hour that is
// skipped shows as the end of that hour, see [schedule.Date.At].
func instantOn(d schedule.Date, c schedule.Clock) instant {
	t := d.At(c)
	if c != endOfDay {
		hour, minute, _ := t.Clock()
		c = schedule.Clock(hour*60 + minute)
	}
	return instant{c, offset(t)}
}

// String is the time as HSDS wants it: 10:00+01:00. The end of the day is 23:59,
// since few readers know 24:00.
func (t instant) String() string {
	return fmt.Sprintf("%v%+03d:%02d", min(t.Clock, endOfDay-1), t.ahead/3600, t.ahead%3600/60)
}
