package changes

import (
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// DateKey returns the key of the field for an exception of a spreekuur or a plein that
// starts on a date.
func DateKey(from schedule.Date) string { return "afwijkend " + from.String() }

// MoveKey returns the key of the field for a plein that moves on a date.
func MoveKey(from schedule.Date) string { return "verhuizing " + from.String() }

// DatesOf returns a field for each exception of a spreekuur. Its value contains
// everything that the exception says, so that any change to it shows.
func DatesOf(s *content.Spreekuur) []Field {
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

// DatesOfPlein does the same for a plein, and also returns a field for each of its moves.
func DatesOfPlein(p *content.Plein) []Field {
	var fields []Field
	for _, a := range p.Afwijkend {
		fields = append(fields, dateField(DateKey(a.Period().From), a.Period(), hours(a.Tijd)+a.Reden))
	}
	for _, v := range p.Verhuizing {
		fields = append(fields, dateField(MoveKey(v.Vanaf), v.Period(), address(v.Adres)+v.Route+strings.Join(v.Toegankelijkheid, ", ")+v.Reden))
	}
	return fields
}

func dateField(key string, on schedule.Period, value string) Field {
	return Field{Key: key, Value: on.Until.String() + " " + value}
}

func hours(spans typed.Hours) string {
	var all []string
	for _, span := range spans {
		all = append(all, span.String())
	}
	return strings.Join(all, " ")
}

func address(a content.Adres) string {
	return strings.Join([]string{a.Locatie, a.Straat, string(a.Postcode), a.Plaats}, ", ")
}
