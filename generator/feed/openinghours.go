package feed

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
)

// OpeningHours is when the plein is open as an opening_hours value of
// OpenStreetMap (specification 0.7), as in
//
//	Mo-Fr 09:00-17:00; Sa 10:00-14:00; 2026 Dec 25-2026 Dec 26 off; 2026 Dec 31 09:00-12:00
//
// or "" for a plein without opening hours. Holidays are among the dates: which days
// PH stands for depends on the country that a reader supposes, and for no country
// does it have Carnaval or the days that this plein chose.
func OpeningHours(c *catalog.Catalog, p *catalog.Plein) string {
	if !p.Schedule.HasOpening {
		return ""
	}
	rules := weekRules(p.Schedule.Opening)
	days := p.Exceptions(c.Today, recurrence.Known(c, p).Until)
	for len(days) > 0 {
		hours := days[0].Hours
		var dates []schedule.Date
		days = slices.DeleteFunc(days, func(d catalog.OpenDay) bool {
			same := slices.Equal(d.Hours, hours)
			if same {
				dates = append(dates, d.Date)
			}
			return same
		})
		rules = append(rules, datesOSM(dates)+" "+hoursOSM(hours))
	}
	return strings.Join(rules, "; ")
}

// weekRules gives the hours of a week, with one rule for all days that have the same
// hours.
func weekRules(week [7][]schedule.Span) []string {
	var rules []string
	for i, weekday := range catalog.Week {
		hours := week[weekday]
		same := func(d time.Weekday) bool { return slices.Equal(week[d], hours) }
		if len(hours) == 0 || slices.ContainsFunc(catalog.Week[:i], same) {
			continue
		}
		rules = append(rules, daysOSM(same)+" "+hoursOSM(hours))
	}
	if rules == nil {
		return []string{"off"}
	}
	return rules
}

// daysOSM is a set of weekdays: "Mo-We,Fr".
func daysOSM(in func(time.Weekday) bool) string {
	var runs []string
	for i := 0; i < len(catalog.Week); i++ {
		if !in(catalog.Week[i]) {
			continue
		}
		first := i
		for i+1 < len(catalog.Week) && in(catalog.Week[i+1]) {
			i++
		}
		run := catalog.Week[first].String()[:2]
		if i > first {
			run += "-" + catalog.Week[i].String()[:2]
		}
		runs = append(runs, run)
	}
	return strings.Join(runs, ",")
}

// datesOSM is a list of dates in order: "2026 Dec 25-2026 Dec 26,2027 Jan 01". Both
// ends of a range are whole dates: "2027 Feb 12-28" is allowed too, but the common
// library (opening_hours.js 3.15) takes it for no day at all.
func datesOSM(dates []schedule.Date) string {
	var runs []string
	for i := 0; i < len(dates); i++ {
		first := dates[i]
		for i+1 < len(dates) && dates[i+1] == dates[i]+1 {
			i++
		}
		run := dateOSM(first)
		if dates[i] > first {
			run += "-" + dateOSM(dates[i])
		}
		runs = append(runs, run)
	}
	return strings.Join(runs, ",")
}

func dateOSM(d schedule.Date) string {
	year, month, day := d.Civil()
	return fmt.Sprintf("%d %s %02d", year, month.String()[:3], day)
}

func hoursOSM(spans []schedule.Span) string {
	if len(spans) == 0 {
		return "off"
	}
	texts := make([]string, len(spans))
	for i, s := range spans {
		texts[i] = s.Begin.String() + "-" + s.End.String()
	}
	return strings.Join(texts, ",")
}
