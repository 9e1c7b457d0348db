package gids

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// The names of the fields that hold an exception: of a spreekuur or a plein on
// the days from a date, and of a plein that moves on that date.

func DateKey(from schedule.Date) string { return "afwijkend " + from.String() }
func MoveKey(from schedule.Date) string { return "verhuizing " + from.String() }

// spreekuurDates has a field for each exception of the editor. Its value holds
// all that the exception says, so that any change of it shows.
func spreekuurDates(s *catalog.Spreekuur) []Field {
	var fields []Field
	for _, a := range s.Afwijkend {
		value := "vervalt"
		if !a.Vervalt {
			value = hours(a.Tijd) + string(a.Plein)
		}
		fields = append(fields, dateField(DateKey(a.Period().From), a.Period(), value+a.Reden))
	}
	return fields
}

func pleinDates(p *catalog.Plein) []Field {
	var fields []Field
	for _, a := range p.Afwijkend {
		fields = append(fields, dateField(DateKey(a.Period().From), a.Period(), hours(a.Tijd)+a.Reden))
	}
	for _, v := range p.Verhuizing {
		fields = append(fields, dateField(MoveKey(v.Vanaf), v.Period(), say.Address(v.Adres)+v.Route+strings.Join(v.Toegankelijkheid, ", ")+v.Reden))
	}
	return fields
}

func dateField(key string, on schedule.Period, value string) Field {
	return Field{Key: key, Value: on.Until.String() + " " + value}
}

func hours(spans content.Hours) string {
	return join(spans, " ", schedule.Span.String)
}
