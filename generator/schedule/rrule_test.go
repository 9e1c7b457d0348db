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
