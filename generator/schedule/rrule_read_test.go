package schedule

import (
	"slices"
	"testing"
)

// TestReadRRule wants the dates of a rule to be those of its RRULE.
func TestReadRRule(t *testing.T) {
	anchor := NewDate(2026, 11, 3)
	in := Period{anchor, NewDate(2029, 12, 31)}
	for _, text := range []string{
		"elke dinsdag", "maandag tot en met vrijdag", "om de week op vrijdag", "om de 3 weken op maandag en donderdag", "1e donderdag van de maand",
		"eerste en derde donderdag van de maand", "4e en laatste maandag van de maand", "1e en laatste dinsdag van mei en juni", "elke woensdag van september tot en met mei",
		"5e vrijdag van de maand", "dagelijks",
	} {
		days, err := ParseDays(text)
		if err != nil {
			t.Fatal(text, err)
		}
		rule, ok := days.RRule(anchor)
		if !ok {
			t.Fatalf("%s has no rule", text)
		}
		got, ok := ReadRRule(rule)
		if want := slices.Collect(days.Dates(anchor, in)); !ok || len(want) == 0 || !slices.Equal(slices.Collect(got.Dates(anchor, in)), want) {
			t.Errorf("%s, %s: %t, %+v", text, rule, ok, got)
		}
	}
	for _, rule := range []string{
		"", "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101",
		"FREQ=WEEKLY;BYDAY=TU;BYDAY=WE", "FREQ=MONTHLY;BYDAY=1TU,3TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", "FREQ=WEEKLY;INTERVAL=0;BYDAY=TU", "FREQ=MONTHLY;BYDAY=6TU",
		"FREQ=WEEKLY;BYDAY=TU;BYMONTH=13", "FREQ=WEEKLY;BYDAY=T", "FREQ=YEARLY;BYDAY=TU;BYMONTH=1", "FREQ=WEEKLY;INTERVAL=999999999;BYDAY=TU;WKST=MO",
	} {
		if days, ok := ReadRRule(rule); ok {
			t.Errorf("%s: %+v", rule, days)
		}
	}
}
