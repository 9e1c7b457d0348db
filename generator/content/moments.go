package content

import (
	"errors"
	"strings"
	"time"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// The values that say when.

// scheduleError says a grammar's refusal as an editor's problem.
func scheduleError(code string, err error) error {
	var parse *schedule.ParseError
	if !errors.As(err, &parse) {
		return wrong(code, err.Error(), "")
	}
	wrong := &frontmatter.ValueError{Code: code, Message: parse.Message, Offset: parse.Offset, Length: parse.Length}
	switch {
	case parse.Suggestion != "":
		wrong.Hint = `bedoelt u "` + parse.Suggestion + `"?`
	case parse.Example != "":
		wrong.Example = `"` + parse.Example + `"`
	}
	return wrong
}

func parseDays(s string) (schedule.Days, error) {
	days, err := schedule.ParseDays(s)
	if err != nil {
		return days, scheduleError("dag-onleesbaar", err)
	}
	return days, nil
}

func parseTimes(s string) (schedule.Times, error) {
	times, err := schedule.ParseTimes(s)
	if err != nil {
		return times, scheduleError("tijd-onleesbaar", err)
	}
	return times, nil
}

func parseSpan(s string) (schedule.Span, error) {
	times, err := parseTimes(s)
	if err != nil {
		return schedule.Span{}, err
	}
	if times.Opening || len(times.Spans) != 1 {
		return schedule.Span{}, wrong("tijd-onleesbaar", "hier hoort één begintijd en één eindtijd", `schrijf "10.00 tot 12.00 uur"`)
	}
	return times.Spans[0], nil
}

func parseHours(value any) (any, error) {
	s, ok := value.(string)
	if !ok {
		return nil, frontmatter.ErrType
	}
	times, err := parseTimes(s)
	if err != nil {
		return nil, err
	}
	if times.Opening {
		return nil, wrong("tijd-onleesbaar", "hier horen gewone tijden", `schrijf "10.00 tot 12.00 uur"`)
	}
	return Hours(times.Spans), nil
}

// alone takes a value out of a list of one, which forms write where a list is
// possible.
func alone(value any) any {
	if list, ok := value.([]any); ok && len(list) == 1 {
		return list[0]
	}
	return value
}

// parseOpening reads "gesloten", times as one text, or a list of such texts.
func parseOpening(value any) (any, error) {
	if s, ok := alone(value).(string); ok && strings.EqualFold(strings.TrimSpace(s), "gesloten") {
		return Opening{Closed: true}, nil
	}
	list, ok := value.([]any)
	if ok {
		texts, err := eachText(list, func(s string) error { _, err := parseHours(s); return err })
		if err != nil {
			return nil, err
		}
		value = strings.Join(texts, " en ")
	}
	hours, err := parseHours(value)
	if err != nil {
		return nil, err
	}
	return Opening{Hours: hours.(Hours)}, nil
}

// eachText tries each item of a list, which must be text. The error points at
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

func parseMoment(s string) (Moment, error) {
	if clock, err := schedule.ParseClock(s); err == nil {
		return Moment{Begin: clock, Set: true}, nil
	}
	span, err := parseSpan(s)
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
				return scheduleError("feestdag-onbekend", err)
			}
			rule.Closed |= schedule.Holidays(holiday)
			return nil
		})
		return rule, err
	}
	return nil, frontmatter.ErrType
}

// parseDate reads a TOML date or the same in quotes, as forms write it. Forms
// also add a time of midnight, which is left out.
func parseDate(value any) (any, error) {
	switch v := value.(type) {
	case time.Time:
		if v.Year() == 0 {
			return nil, frontmatter.ErrType // 10:00:00, a time without a date
		}
		return wholeDay(v.Format(time.DateOnly), v.Format(time.TimeOnly))
	case string:
		day, clock, _ := strings.Cut(v, "T")
		return wholeDay(day, clock)
	}
	return nil, frontmatter.ErrType
}

func wholeDay(day, clock string) (any, error) {
	date, err := schedule.ParseDate(day)
	if err != nil {
		if right, ok := frontmatter.MendDate(day); ok {
			return nil, wrong("datum-onleesbaar", "een datum schrijft u als jaar-maand-dag", `schrijf "`+right+`"`)
		}
		return nil, scheduleError("datum-onleesbaar", err)
	}
	if strings.Trim(clock, "0:.Z") != "" {
		return nil, wrong("datum-onleesbaar", "hier hoort een datum zonder tijd", `schrijf "`+day+`"`)
	}
	return date, nil
}
