package schedule

import (
	"iter"
	"math/bits"
	"time"
)

// Months is a set of months: bit 1 is January. A rule without months applies in all of
// them.
type Months uint16

const allMonths Months = 1<<13 - 2

// monthRun returns the months from the first up to and including the last, if necessary
// over the turn of the year.
func monthRun(first, last time.Month) Months {
	set := Months(1) << first
	for m := first; m != last; {
		m = m%12 + 1
		set |= 1 << m
	}
	return set
}

// everyMonths returns the months at a fixed distance from each other, starting with the
// first.
func everyMonths(first time.Month, apart int) Months {
	var set Months
	for m := int(first); m <= 12; m += apart {
		set |= 1 << m
	}
	return set
}

// Has reports whether the month is in the set.
func (m Months) Has(month time.Month) bool { return m&(1<<month) != 0 }

// Len returns the number of months in the set.
func (m Months) Len() int { return bits.OnesCount16(uint16(m)) }

// All yields the months in the set, January first.
func (m Months) All() iter.Seq[time.Month] {
	return func(yield func(time.Month) bool) {
		for month := time.January; month <= time.December; month++ {
			if m.Has(month) && !yield(month) {
				return
			}
		}
	}
}

// run returns the ends of three or more consecutive months, which may continue over the
// turn of the year: "september t/m mei".
func (m Months) run() (first, last time.Month, ok bool) {
	if m.Len() < 3 || m == allMonths {
		return 0, 0, false
	}
	for month := range m.All() {
		if before := (month+10)%12 + 1; !m.Has(before) {
			if first != 0 {
				return 0, 0, false // a second row begins here
			}
			first = month
		}
	}
	return first, (first+time.Month(m.Len())-2)%12 + 1, true
}

// stride returns the largest step from the first month that reaches all months of the
// set: 3 for the first months of quarters, 1 if no other step fits.
func (m Months) stride() int {
	first := time.Month(bits.TrailingZeros16(uint16(m)))
	for _, apart := range []int{12, 6, 4, 3, 2} {
		set := everyMonths(first, apart)
		if m&^set == 0 {
			return apart
		}
	}
	return 1
}

// Runs returns the periods of consecutive months that touch the given period, which
// must have an end.
func (m Months) Runs(in Period) []Period {
	var runs []Period
	year, _, _ := in.From.Civil()
	for month := NewDate(year-1, time.January, 1); month <= in.Until; month = month.addMonths(1) {
		if !m.Has(month.month()) {
			continue
		}
		until := month.addMonths(1) - 1
		if n := len(runs); n > 0 && runs[n-1].Until == month-1 {
			runs[n-1].Until = until
		} else {
			runs = append(runs, Period{month, until})
		}
	}
	for len(runs) > 0 && runs[0].Until < in.From {
		runs = runs[1:]
	}
	return runs
}

// addMonths returns the date so many months after the first of a month.
func (d Date) addMonths(n int) Date {
	year, month, day := d.Civil()
	return NewDate(year, month+time.Month(n), day)
}
