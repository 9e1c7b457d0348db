package schedule

import (
	"regexp"
	"strings"
	"testing"
)

var (
	daysForm  = regexp.MustCompile(DaysPattern())
	timesForm = regexp.MustCompile(TimesPattern())
	clockForm = regexp.MustCompile(ClockPattern())
)

// variants are ways to write a text that mean the same to the parsers.
func variants(text string) []string {
	return []string{
		text, strings.ToUpper(text), "\t" + text + " ", strings.ReplaceAll(text, " ", " \u00a0"), strings.ReplaceAll(text, "-", "—"), text + ".",
	}
}

// TestPatternsAccept wants a pattern to accept whatever its parser accepts.
func TestPatternsAccept(t *testing.T) {
	for _, tt := range daysTable {
		for _, text := range variants(tt.text) {
			wantDaysForm(t, text)
		}
	}
	for _, text := range daysErrors {
		wantDaysForm(t, text)
		wantDaysForm(t, strings.ReplaceAll(text, " tot ", " t/m "))
	}
	for _, tt := range timesTable {
		for _, text := range variants(tt.text) {
			wantTimesForm(t, text)
		}
	}
	for _, text := range timesErrors {
		wantTimesForm(t, text)
	}
	for _, text := range []string{"0", "9", "09.30", "9:30 uur", "24.00u", "twee", "14uur", "veertien uur"} {
		wantTimesForm(t, text)
	}
}

func wantDaysForm(t *testing.T, text string) {
	t.Helper()
	if _, err := ParseDays(text); err == nil && !daysForm.MatchString(text) {
		t.Errorf("dag %q is right, but the pattern refuses it", text)
	}
}

func wantTimesForm(t *testing.T, text string) {
	t.Helper()
	if _, err := ParseTimes(text); err == nil && !timesForm.MatchString(text) {
		t.Errorf("tijd %q is right, but the pattern refuses it", text)
	}
	times, err := ParseTimes(text)
	if err == nil && !times.Opening && !clockForm.MatchString(text) {
		t.Errorf("hours %q are right, but the pattern refuses them", text)
	}
	if _, err := ParseClock(text); err == nil && !clockForm.MatchString(text) {
		t.Errorf("clock %q is right, but the pattern refuses it", text)
	}
}

// TestPatternsRefuse wants a pattern to refuse what is plainly wrong, and most
// of what its parser refuses.
func TestPatternsRefuse(t *testing.T) {
	for _, text := range []string{"", " ", "dinsdga", "tuesday", "dinsdagnacht", "di 10.00", "12 januari", "overmorgen", "elke", "dinsdagen om 10.00", "6e dinsdag van de maand", "2027-01-12"} {
		if daysForm.MatchString(text) {
			t.Errorf("the pattern accepts dag %q", text)
		}
	}
	for _, text := range []string{"", "ochtend", "half kwart", "van tot", "25.00 - 26.00", "10.75 - 11.00", "1000 - 1200", "10x - 12x", "di 10.00 - 12.00"} {
		if timesForm.MatchString(text) || clockForm.MatchString(text) {
			t.Errorf("the pattern accepts tijd %q", text)
		}
	}
	if clockForm.MatchString("tijdens openingstijden") {
		t.Error("the pattern of hours accepts a text without")
	}
	seen := 0
	for _, text := range daysErrors {
		if !daysForm.MatchString(text) {
			seen++
		}
	}
	if 3*seen < len(daysErrors) {
		t.Errorf("the pattern refuses %d of %d wrong texts", seen, len(daysErrors))
	}
	t.Logf("the pattern refuses %d of %d wrong texts; the order of words is for the parser", seen, len(daysErrors))
}

// The Kelvin sign, which is a k in lower case, is in no pattern.
func FuzzPatterns(f *testing.F) {
	for _, tt := range daysTable {
		f.Add(tt.text)
	}
	for _, tt := range timesTable {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsRune(text, '\u212a') {
			return
		}
		wantDaysForm(t, text)
		wantTimesForm(t, text)
	})
}
