package content

import (
	"testing"

	"pleinwijzer/generator/schedule"
)

func TestHolidaysOfTheSite(t *testing.T) {
	yes, no := true, false
	f := Feestdagen{Carnaval: &yes, Koningsdag: &no}
	want := schedule.DefaultHolidays | schedule.Holidays(schedule.Carnaval)&^schedule.Holidays(schedule.Koningsdag)
	want &^= schedule.Holidays(schedule.Koningsdag)
	if got := f.Closed(); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got := (Feestdagen{}).Closed(); got != schedule.DefaultHolidays {
		t.Errorf("without a choice: %v", got)
	}
}
