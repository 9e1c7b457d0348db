package preview

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"time"

	"pleinwijzer/generator/schedule"
)

// dayQuery is the query parameter that asks for the site as of another day, as in
// ?op=2026-12-25.
const dayQuery = "op"

// The range of days that can be asked for. For other days the site makes no sense, and a
// mistyped address should not seem to work.
var firstDay, lastDay = schedule.NewDate(2000, time.January, 1), schedule.NewDate(2099, time.December, 31)

// another is what distinguishes the state of another day.
type another struct {
	day   schedule.Date
	shift time.Duration // the difference between the real clock and that of the site
}

// dayOf returns the day that a request asks for, or 0 for now. It is taken from the
// address or else from the address of the page that the request comes from, so that the
// day stays the same while someone follows links that do not mention it. In the latter
// case follows is true. The error is in Dutch.
func dayOf(r *http.Request) (day schedule.Date, follows bool, err error) {
	if query := r.URL.Query(); query.Has(dayQuery) {
		day, err = readDay(query.Get(dayQuery))
		return day, false, err
	}
	from, err := url.Parse(r.Referer())
	if err != nil || from.Host != r.Host {
		return 0, false, nil
	}
	day, err = readDay(from.Query().Get(dayQuery))
	return day, err == nil && day != 0, nil
}

func readDay(text string) (schedule.Date, error) {
	if text == "" {
		return 0, nil
	}
	day, err := schedule.ParseDate(text)
	var wrong *schedule.ParseError
	switch {
	case errors.As(err, &wrong):
		return 0, errors.New(wrong.Message)
	case err != nil:
		return 0, err
	case day < firstDay || day > lastDay:
		return 0, errors.New(schedule.Dutch.Date(day) + " is te ver weg")
	}
	return day, nil
}

// on returns the state as of another day. The states of the last few days that were asked
// for are kept with s.
func (s *state) on(day schedule.Date) *state {
	if s.site == nil || day == 0 || day == schedule.DateOf(s.site.Now) {
		return s
	}
	return s.days.get(day, func() *state {
		other := &state{config: s.config, version: s.version, faults: s.faults}
		other.take(s.site.on(day))
		if other.site != nil {
			other.another = &another{day, other.site.Now.Sub(s.site.Now)}
		}
		if s.broken() { // the site is out of date on any day
			other.failure, other.problems = s.failure, s.problems
		}
		return other
	})
}

// manyDays is how many other days are kept. It is enough to compare a few; each takes as
// much memory as the site itself.
const manyDays = 3

// days is a cache of the states of other days, the most recently used last.
type days struct {
	mu   sync.Mutex
	kept []keptDay
}

type keptDay struct {
	day  schedule.Date
	made func() *state
}

func (d *days) get(day schedule.Date, build func() *state) *state {
	d.mu.Lock()
	kept := keptDay{day, sync.OnceValue(build)}
	if i := slices.IndexFunc(d.kept, func(k keptDay) bool { return k.day == day }); i >= 0 {
		kept = d.kept[i]
		d.kept = slices.Delete(d.kept, i, i+1)
	}
	d.kept = append(d.kept, kept)
	if len(d.kept) > manyDays {
		d.kept = slices.Delete(d.kept, 0, 1)
	}
	d.mu.Unlock()
	return kept.made()
}

// clock returns the script that sets the clock of a page to the day of the site. It must
// come before the scripts of the page.
func (s *state) clock() string {
	if s.another == nil {
		return ""
	}
	return `<script src="` + reserved + `klok.js" data-verschil="` + strconv.FormatInt(s.another.shift.Milliseconds(), 10) + `"></script>`
}

// A chooser is the form with which an editor chooses a day.
type chooser struct {
	Action      string
	Keep        []parameter // the other parameters of the address
	Value       string      // the day that is shown, such as 2026-12-25
	Words       string      // the same in words; "" for today
	Today       string      // the address of the same page today
	First, Last string
}

type parameter struct{ Name, Value string }

func (s *state) chooser(r *http.Request) chooser {
	c := chooser{Action: (&url.URL{Path: clean(r.URL.Path)}).String(), First: firstDay.String(), Last: lastDay.String()}
	query := r.URL.Query()
	query.Del(dayQuery)
	c.Today = (&url.URL{Path: clean(r.URL.Path), RawQuery: query.Encode()}).String()
	for name, values := range query {
		for _, value := range values {
			c.Keep = append(c.Keep, parameter{name, value})
		}
	}
	slices.SortStableFunc(c.Keep, func(a, b parameter) int { return cmp.Compare(a.Name, b.Name) })
	switch {
	case s.another != nil:
		c.Value, c.Words = s.another.day.String(), schedule.Dutch.Date(s.another.day)
	case s.site != nil:
		c.Value = schedule.DateOf(s.site.Now).String()
	}
	return c
}

// writeWrongDay responds to a request for something that is not a day.
func (s *state) writeWrongDay(w http.ResponseWriter, r *http.Request, why error) {
	s.writeOwnPage(w, http.StatusBadRequest, "dag.html", struct {
		Why    string
		Choose chooser
	}{why.Error(), s.chooser(r)})
}

// withDay adds a day to a query.
func withDay(query string, day schedule.Date) string {
	if query != "" {
		query += "&"
	}
	return query + dayQuery + "=" + day.String()
}
