package schedule

import (
	"slices"
	"testing"
)

// TestApart wants one place in the month for each rule, and together the same
// dates.
func TestApart(t *testing.T) {
	in := Period{NewDate(2026, 1, 1), NewDate(2028, 12, 31)}
	for _, tt := range []struct {
		rule string
		want []string
	}{
		{"elke dinsdag", []string{"FREQ=WEEKLY;BYDAY=TU"}},
		{"1e donderdag van de maand", []string{"FREQ=MONTHLY;BYDAY=1TH"}},
		{"eerste en derde donderdag van de maand", []string{"FREQ=MONTHLY;BYDAY=1TH", "FREQ=MONTHLY;BYDAY=3TH"}},
		{"4e en laatste maandag van de maand", []string{"FREQ=MONTHLY;BYDAY=-1MO", "FREQ=MONTHLY;BYDAY=4MO"}},
		{"1e en laatste dinsdag van mei en juni", []string{"FREQ=MONTHLY;BYDAY=-1TU;BYMONTH=5,6", "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=5,6"}},
	} {
		days, err := ParseDays(tt.rule)
		if err != nil {
			t.Fatal(err)
		}
		var rules []string
		var dates []Date
		for _, part := range days.Apart() {
			rule, _ := part.RRule(0)
			rules = append(rules, rule)
			dates = slices.AppendSeq(dates, part.Dates(0, in))
		}
		slices.Sort(dates)
		if !slices.Equal(rules, tt.want) || !slices.Equal(slices.Compact(dates), slices.Collect(days.Dates(0, in))) {
			t.Errorf("%s: %q, want %q", tt.rule, rules, tt.want)
		}
	}
}

// TestAllYear wants a rule without months that has all dates of the rule, and no
// others where the months lie a step apart.
func TestAllYear(t *testing.T) {
	in := Period{NewDate(2026, 1, 1), NewDate(2030, 12, 31)}
	for _, day := range []Days{inMonth(nth(1), tu), inMonth(last, fr)} {
		for months := Months(2); months < allMonths; months += 2 {
			day.months = months
			wide, anchor := day.AllYear()
			if wide.months != 0 {
				t.Fatalf("%s keeps its months", day)
			}
			got := slices.Collect(wide.Dates(anchor, in))
			for date := range day.Dates(0, in) {
				if !slices.Contains(got, date) {
					t.Fatalf("%s: %s is lost", day, date)
				}
			}
			if step := months.stride(); months.Len() == 12/step && len(got) != len(slices.Collect(day.Dates(0, in))) {
				t.Errorf("%s: every %d months has other dates", day, step)
			}
		}
	}
}
