package slips

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// Slips in the value of one field.

var decimalComma = regexp.MustCompile(`^\d+,\d+$`)

// comma recognizes a number with a decimal comma, as is usual in Dutch.
func (s *stop) comma() (diag.Diagnostic, bool) {
	if !decimalComma.MatchString(s.value) {
		return diag.Diagnostic{}, false
	}
	problem := s.problem("getal-komma", s.valueAt, s.valueAt+len(s.value), "een getal schrijft u hier met een punt")
	return s.mend(problem, strings.Replace(s.value, ",", ".", 1))
}

// date recognizes a date that does not exist, or that is written in another way.
func (s *stop) date() (diag.Diagnostic, bool) {
	if isoForm.MatchString(s.value) {
		problem := s.problem("datum-onleesbaar", s.valueAt, s.valueAt+len(s.value), "deze datum bestaat niet")
		problem.Hint = "kijk de dag en de maand na"
		return problem, true
	}
	day, ok := MendDate(s.value)
	if !ok {
		return diag.Diagnostic{}, false
	}
	problem := s.problem("datum-onleesbaar", s.valueAt, s.valueAt+len(s.value), "een datum schrijft u als jaar-maand-dag")
	return s.mend(problem, Quote(day))
}

// MendDate converts a date in another notation, such as 25-12-2026 or 25 december 2026,
// into 2026-12-25.
func MendDate(text string) (string, bool) {
	if date, ok := schedule.LenientDate(text); ok {
		return date.String(), true
	}
	for _, layout := range []string{"2006-1-2", "2006/1/2"} {
		if day, err := time.Parse(layout, text); err == nil {
			return day.Format(time.DateOnly), true
		}
	}
	return "", false
}

var isoForm = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// quotesInside recognizes `titel = "Zeg "ja""`, or two values without brackets.
func (s *stop) quotesInside() (diag.Diagnostic, bool) {
	if s.why != moreOnLine || s.value == "" || !strings.ContainsAny(s.value[:1], `"'[{`) {
		return diag.Diagnostic{}, false
	}
	rest := strings.TrimSpace(s.doc.Text()[s.at:s.end])
	at := s.at + strings.Index(s.doc.Text()[s.at:s.end], rest)
	problem := s.problem("waarde-dubbel", at, at+len(rest), "na de waarde staat nog iets")
	switch {
	case strings.HasPrefix(rest, ",") && strings.Contains(rest, `"`):
		problem.Message = "hier staan meer waarden"
		return s.mend(problem, "["+s.value+"]")
	case strings.Contains(rest, `"`):
		problem.Message = "in deze tekst staan aanhalingstekens"
		return s.mend(problem, Quote(strings.TrimSuffix(s.value[1:], s.value[:1])))
	}
	problem.Hint = "haal dit weg"
	return problem, true
}

// noQuotes recognizes a value that should be in quotes, and a field without a value.
func (s *stop) noQuotes() (diag.Diagnostic, bool) {
	switch {
	case s.key == "" && strings.HasPrefix(strings.TrimSpace(s.line), "="):
		problem := s.problem("naam-ontbreekt", s.at, s.at+1, "voor het is-teken ontbreekt de naam van het veld")
		problem.Example = `titel = "Hulp bij brieven"`
		return problem, true
	case s.key == "" || s.at <= s.keyEnd+strings.IndexByte(s.doc.Text()[s.keyEnd:s.end], '='):
		return diag.Diagnostic{}, false
	case s.value == "" || strings.HasPrefix(s.value, "#"):
		problem := s.problem("waarde-ontbreekt", s.end, s.end, fmt.Sprintf("achter %q staat geen waarde", s.key))
		problem.Hint = "vul de waarde in, of haal de regel weg"
		return problem, true
	case strings.ContainsAny(s.value[:1], `"'[{`):
		return diag.Diagnostic{}, false
	}
	if value := strings.TrimLeft(s.value, "= \t"); value != s.value {
		problem := s.problem("is-teken", s.valueAt, s.valueAt+1, "hier staat een is-teken te veel")
		return s.mend(problem, valueOf(value))
	}
	problem := s.problem("aanhaling-ontbreekt", s.valueAt, s.valueAt+len(s.value), "om deze waarde horen aanhalingstekens")
	switch strings.ToLower(s.value) {
	case "ja", "true", "waar", "aan":
		problem.Message = fmt.Sprintf("%q is hier geen waarde", s.value)
		return s.mend(problem, "true")
	case "nee", "false", "onwaar", "uit":
		problem.Message = fmt.Sprintf("%q is hier geen waarde", s.value)
		return s.mend(problem, "false")
	}
	return s.mend(problem, Quote(s.value))
}
