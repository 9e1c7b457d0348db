package schemaorg

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
)

// eventSchedule is one rule of a spreekuur, from its next date on.
type eventSchedule struct {
	Type      string   `json:"@type"`
	Frequency string   `json:"repeatFrequency"` // an ISO 8601 duration
	Days      []string `json:"byDay"`
	Start     string   `json:"startDate"`
	End       string   `json:"endDate,omitempty"`
	StartTime string   `json:"startTime"`
	EndTime   string   `json:"endTime"`
	Timezone  string   `json:"scheduleTimezone"`
	Except    []string `json:"exceptDate,omitempty"` // only up to the horizon
}

// plan returns what a spreekuur does from today on, for the period that feeds cover.
func (g *Graph) plan(x *catalog.Spreekuur) recurrence.Plan {
	known := recurrence.Known(g.catalog.Today)
	known.From = g.catalog.Today
	return recurrence.PlanIn(x, known)
}

// unruled returns the dates that no Schedule includes, because they differ from their
// rule or follow none, except for those in listed. Together with the schedules they give
// a consumer every date until the schedules end.
func (g *Graph) unruled(x *catalog.Spreekuur, listed []catalog.Occurrence) []catalog.Occurrence {
	ruled := map[string]bool{}
	for _, t := range g.plan(x).Tracks {
		for _, date := range t.Known {
			if _, changed := t.Changes[date]; t.Rule != "" && !changed && !slices.Contains(t.Skipped, date) {
				ruled[hoursOn(date, t.Span)] = true
			}
		}
	}
	for _, o := range listed {
		ruled[hoursOn(o.Date, o.Span)] = true
	}
	var rest []catalog.Occurrence
	for o := range x.Between(g.catalog.Today, recurrence.Known(g.catalog.Today).Until) {
		if !o.Cancelled() && !ruled[hoursOn(o.Date, o.Span)] && o.End().After(g.catalog.Now) {
			rest = append(rest, o)
		}
	}
	return rest
}

func hoursOn(date schedule.Date, span schedule.Span) string {
	return date.String() + " " + span.String()
}

// schedulesOf returns the rules that a Schedule can express. Dates that follow no rule
// appear only as events.
func (g *Graph) schedulesOf(x *catalog.Spreekuur) []eventSchedule {
	if made, ok := g.schedules.Load(x); ok {
		return made.([]eventSchedule)
	}
	var list []eventSchedule
	for _, t := range g.plan(x).Tracks {
		if t.Rule != "" && len(t.Known) > 0 {
			list = append(list, scheduleOf(t))
		}
	}
	g.schedules.Store(x, list)
	return list
}

func scheduleOf(t *recurrence.Track) eventSchedule {
	s := eventSchedule{
		Type: "Schedule", Start: t.Known[0].String(), End: t.In.Until.String(),
		StartTime: clock(t.Span.Begin), EndTime: clock(t.Span.End), Timezone: schedule.Amsterdam.String(),
	}
	s.Frequency, s.Days = repeats(t.Rule)
	except := slices.Clone(t.Skipped)
	for date := range t.Changes {
		except = append(except, date)
	}
	slices.Sort(except)
	for _, date := range except {
		s.Except = append(s.Except, date.String())
	}
	return s
}

// repeats translates an RRULE of package recurrence to the terms of a Schedule. A weekday
// is written as its name; the nth weekday of a month as in BYDAY.
func repeats(rule string) (frequency string, days []string) {
	unit, interval := "W", "1"
	for part := range strings.SplitSeq(rule, ";") {
		key, value, _ := strings.Cut(part, "=")
		switch {
		case part == "FREQ=MONTHLY":
			unit = "M"
		case key == "INTERVAL":
			interval = value
		case key == "BYDAY":
			days = strings.Split(value, ",")
		}
	}
	if frequency = "P" + interval + unit; unit == "M" {
		return frequency, days
	}
	for i, short := range days {
		days[i] = byDay[short]
	}
	return frequency, days
}

// byDay maps the weekdays of RFC 5545, section 3.3.10, to those of schema.org.
var byDay = func() map[string]string {
	names := map[string]string{}
	for _, day := range catalog.Week {
		names[strings.ToUpper(day.String()[:2])] = weekday(day)
	}
	return names
}()
