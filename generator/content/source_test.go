package content

import (
	"testing"
	"time"

	"pleinwijzer/generator/schedule"
)

func TestAgeOn(t *testing.T) {
	made := time.Date(2026, 9, 1, 22, 30, 0, 0, time.UTC) // after midnight in Amsterdam
	for days, want := range map[int]Age{
		-1: Fresh, 0: Fresh, 2: Fresh, 3: Late, 13: Late, 14: Dated, 59: Dated, 60: Withdrawn, 400: Withdrawn,
	} {
		if got := AgeOn(made, schedule.NewDate(2026, 9, 2).Add(days)); got != want {
			t.Errorf("%d days: %d, want %d", days, got, want)
		}
	}
}
