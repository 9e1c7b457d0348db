package typed

import (
	"errors"
	"regexp"
	"strings"
	"time"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// dated reads the values that say when something happens.
type dated struct {
	today schedule.Date // 0 if unknown
}

// scheduleError turns an error of the grammar into a problem for an editor. Dates
// without a year are taken to be after today.
func scheduleError(code string, err error, today schedule.Date) error {
	var parse *schedule.ParseError
	if !errors.As(err, &parse) {
		return wrong(code, err.Error(), "")
	}
	wrong := &frontmatter.ValueError{Code: code, Message: parse.Message, Offset: parse.Offset, Length: parse.Length, Ways: parse.Ways(today)}
	switch {
	case parse.Suggestion != "":
		wrong.Hint = `bedoelt u "` + parse.Suggestion + `"?`
	case parse.Example != "":
		wrong.Example = `"` + parse.Example + `"`
	}
	return wrong
}

func (d dated) days(s string) (schedule.Days, error) {
	days, err := schedule.ParseDays(s)
	if err != nil {
		return days, scheduleError("dag-onleesbaar", err, d.today)
	}
	return days, nil
}

func (d dated) times(s string) (schedule.Times, error) {
	times, err := schedule.ParseTimes(s)
	if err != nil {
		return times, scheduleError("tijd-onleesbaar", err, d.today)
	}
	return times, nil
}

func (d dated) span(s string) (schedule.Span, error) {
	times, err := d.times(s)
	if err != nil {
		return schedule.Span{}, err
	}
	if times.Opening || len(times.Spans) != 1 {
		e := &frontmatter.ValueError{Code: "tijd-onleesbaar", Message: "hier hoort één begintijd en één eindtijd", Example: `"10.00 tot 12.00 uur"`}
		for _, span := range times.Spans {
			e.Ways = append(e.Ways, schedule.Way{Lines: []schedule.Line{{Value: span.Written()}}})
		}
		return schedule.Span{}, e
	}
	return times.Spans[0], nil
}

func (d dated) hours(value any) (any, error) {
	s, ok := value.(string)
	if !ok {
		return nil, frontmatter.ErrType
	}
	times, err := d.times(s)
	if err != nil {
		return nil, err
	}
	if times.Opening {
		return nil, wrong("tijd-onleesbaar", "hier horen gewone tijden", `schrijf "10.00 tot 12.00 uur"`)
	}
	return Hours(times.Spans), nil
}

// alone returns the only item of a list, since forms write a list wherever one is
// possible.
func alone(value any) any {
	if list, ok := value.([]any); ok && len(list) == 1 {
		return list[0]
	}
	return value
}

// opening reads "gesloten", hours as one text, or a list of such texts.
func (d dated) opening(value any) (any, error) {
	if s, ok := alone(value).(string); ok && strings.EqualFold(strings.TrimSpace(s), "gesloten") {
		return Opening{Closed: true}, nil
	}
	list, ok := value.([]any)
	if ok {
		texts, err := eachText(list, func(s string) error { _, err := d.hours(s); return err })
		if err != nil {
			return nil, err
		}
		value = strings.Join(texts, " en ")
	}
	hours, err := d.hours(value)
	if err != nil {
		return nil, err
	}
	return Opening{Hours: hours.(Hours)}, nil
}

// eachText tries each item of a list, all of which must be texts. The error points at
// the item.
func eachText(list []any, try func(string) error) ([]string, error) {
	texts := make([]string, len(list))
	for i, item := range list {
		s, ok := item.(string)
		if !ok {
			return nil, frontmatter.ErrType
		}
		texts[i] = strings.TrimSpace(s)
		if err := try(texts[i]); err != nil {
			var wrong *frontmatter.ValueError
			if errors.As(err, &wrong) {
				wrong.Item = i + 1
			}
			return nil, err
		}
	}
	return texts, nil
}

func (d dated) moment(s string) (Moment, error) {
	clock, err := schedule.ParseClock(s)
	if err == nil {
		return Moment{Begin: clock, Set: true}, nil
	}
	var wrong *schedule.ParseError
	if errors.As(err, &wrong) && len(wrong.Ways(0)) > 0 { // "half 11" is one time, written otherwise
		return Moment{}, scheduleError("tijd-onleesbaar", err, d.today)
	}
	span, err := d.span(s)
	return Moment{Begin: span.Begin, End: span.End, Set: true}, err
}

// parseHolidayRule reads "gesloten", "open", or the list of holidays on which
// a plein closes.
func parseHolidayRule(value any) (any, error) {
	if s, ok := alone(value).(string); ok {
		switch strings.ToLower(strings.TrimSpace(s)) {
		case "gesloten":
			return HolidayRule{}, nil
		case "open":
			return HolidayRule{Own: true}, nil
		}
	}
	switch v := value.(type) {
	case string:
		return nil, wrong("keuze-onbekend", `dit kan niet bij "feestdagen"`, `kies "gesloten", "open", of een lijst zoals ["koningsdag"]`)
	case []any:
		rule := HolidayRule{Own: true}
		_, err := eachText(v, func(s string) error {
			holiday, err := schedule.ParseHoliday(s)
			if err != nil {
				return scheduleError("feestdag-onbekend", err, 0)
			}
			rule.Closed |= schedule.Holidays(holiday)
			return nil
		})
		return rule, err
	}
	return nil, frontmatter.ErrType
}

// date reads a TOML date, or a date in quotes as forms write it. Forms may add midnight
// as a time, which is ignored.
func (d dated) date(value any) (any, error) {
	switch v := value.(type) {
	case time.Time:
		if v.Year() == 0 {
			return nil, frontmatter.ErrType // 10:00:00, a time without a date
		}
		return d.wholeDay(v.Format(time.DateOnly), v.Format(time.TimeOnly))
	case string:
		if m := formTime.FindStringSubmatch(v); m != nil {
			return d.wholeDay(m[1], m[2])
		}
		return d.wholeDay(v, "")
	}
	return nil, frontmatter.ErrType
}

// formTime is a date as forms write it, with a time.
var formTime = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)T(.*)$`)

func (d dated) wholeDay(day, clock string) (any, error) {
	date, err := schedule.ParseDate(day)
	if err != nil {
		return nil, scheduleError("datum-onleesbaar", err, d.today)
	}
	if strings.Trim(clock, "0:.Z") != "" {
		return nil, wrong("datum-onleesbaar", "hier hoort een datum zonder tijd", `schrijf "`+day+`"`)
	}
	return date, nil
}
