package say

import "pleinwijzer/generator/schedule"

// halfYear is how many days ahead a date on paper needs no year.
const halfYear = 182

// OnPaper is the voice for paper, which has little room and shows the day on which it
// was made. Dates in the next half year have no year, and the ends of a period have no
// weekday either.
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
