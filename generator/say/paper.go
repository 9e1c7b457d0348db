package say

import "pleinwijzer/generator/schedule"

// halfYear is how far ahead a date needs no year.
const halfYear = 182

// OnPaper is the voice for paper, where there is little room and the day on which it
// was made: a date of the coming half year goes without its year, and the ends of a
// period without their weekdays too.
func (v *Voice) OnPaper() *Voice {
	paper := *v
	paper.paper = true
	return &paper
}

func (v *Voice) short(d schedule.Date) bool { return v.paper && d < v.Today.Add(halfYear) }

// Date is "dinsdag 24 november 2026".
func (v *Voice) Date(d schedule.Date) string {
	if v.short(d) {
		return v.DateShort(d)
	}
	return v.Phrases.Date(d)
}

// Until is "tot en met vrijdag 27 november 2026".
func (v *Voice) Until(last schedule.Date) string {
	if v.short(last) {
		return v.UntilPaper(last)
	}
	return v.Phrases.Until(last)
}
