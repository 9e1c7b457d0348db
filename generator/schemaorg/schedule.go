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
	known := recurrence.Known(g.catalog, x.Plein)
	known.From = g.catalog.Today
	return recurrence.PlanIn(x, known)
}

// unruled returns the dates that no Schedule includes, because they differ from their
// rule or follow none, except for those in listed. Together with the schedules they give
// a consumer every date until the schedules end.
func (g *Graph) unruled(x *catalog.Spreekuur, listed []catalog.Occurrence) []catalog.Occurrence {
	if g.rulesOf(x).complete {
		return nil
	}
	ruled := map[heldAt]bool{}
	for _, t := range g.plan(x).Tracks {
		for _, date := range t.Known {
			if _, changed := t.Changes[date]; t.Rule != "" && !changed && !slices.Contains(t.Skipped, date) {
				ruled[heldAt{date, t.Span}] = true
			}
		}
	}
	for _, o := range listed {
		ruled[heldAt{o.Date, o.Span}] = true
	}
	var rest []catalog.Occurrence
	for o := range x.Between(g.catalog.Today, recurrence.Known(g.catalog, x.Plein).Until) {
		if !o.Cancelled() && !ruled[heldAt{o.Date, o.Span}] && !g.catalog.Moment.Reached(o.End()) {
			rest = append(rest, o)
		}
	}
	return rest
}

// heldAt is when something is held.
type heldAt struct {
	date schedule.Date
	span schedule.Span
}

// rules are the rules of a spreekuur that a Schedule can express. They are complete if it is
// held on no other dates. Dates that follow no rule appear only as events.
type rules struct {
	schedules []eventSchedule
	complete  bool
}

func (g *Graph) rulesOf(x *catalog.Spreekuur) rules {
	if made, ok := g.rules.Load(x); ok {
		return made.(rules)
	}
	plan := g.plan(x)
	r := rules{complete: len(plan.Extra) == 0}
	for _, t := range plan.Tracks {
		if t.Rule == "" {
			r.complete = false
		} else if len(t.Known) > 0 {
			r.schedules = append(r.schedules, scheduleOf(t))
		}
		for _, o := range t.Changes {
			r.complete = r.complete && o.Cancelled()
		}
	}
	g.rules.Store(x, r)
	return r
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
