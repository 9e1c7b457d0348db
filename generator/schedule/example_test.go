package schedule_test

import (
	"errors"
	"fmt"
	"time"

	"pleinwijzer/generator/schedule"
)

func ExampleSchedule_Between() {
	days, err := schedule.ParseDays("elke vrijdag")
	if err != nil {
		panic(err)
	}
	times, err := schedule.ParseTimes("10.00 - 12.00 uur")
	if err != nil {
		panic(err)
	}
	s := schedule.Schedule{
		Slots: []schedule.Slot{{Days: days, Times: times}},
		Home:  &schedule.Place{ClosedOn: schedule.DefaultHolidays},
	}
	now := time.Date(2026, time.December, 14, 9, 0, 0, 0, schedule.Amsterdam)
	fmt.Println(s.Words(schedule.Point, schedule.DateOf(now)))
	for o := range s.Between(now, now.AddDate(0, 0, 21)) {
		fmt.Printf("%s: %q\n", schedule.Dutch.Date(o.Date), o.Why.Holidays)
	}
	// Output:
	// elke vrijdag van 10.00 tot 12.00 uur
	// vrijdag 18 december 2026: ""
	// vrijdag 25 december 2026: "Eerste Kerstdag"
	// vrijdag 1 januari 2027: "Nieuwjaarsdag"
}

func ExampleParseDays() {
	_, err := schedule.ParseDays("dindag")
	fmt.Println(err)
	var e *schedule.ParseError
	if errors.As(err, &e) {
		fmt.Println("bijvoorbeeld:", e.Example)
	}
	// Output:
	// "dindag" is geen dag van de week; schrijf "dinsdag"
	// bijvoorbeeld: dinsdag
}
