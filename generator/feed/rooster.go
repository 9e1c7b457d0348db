package feed

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
)

// roosterJSON is one stretch of time of the rule, for programs that make a calendar of
// it. It has either an RRULE (RFC 5545, section 3.3.10) or dates.
type roosterJSON struct {
	RRule    string   `json:"rrule,omitempty" doc:"De regel, zoals in RFC 5545. Tel vanaf de dag in vanaf, als die er staat." form:"rrule" example:"FREQ=WEEKLY;BYDAY=TU"`
	Data     []string `json:"data,omitempty" doc:"De dagen, als er geen regel van te maken is." form:"datum" example:"2026-12-04"`
	Begin    string   `json:"begin" doc:"Het begin, op de klok in Nederland." form:"tijd" example:"10:00"`
	Eind     string   `json:"eind" doc:"Het eind, op de klok in Nederland." form:"tijd" example:"12:00"`
	Vanaf    string   `json:"vanaf,omitempty" doc:"De eerste dag." form:"datum" example:"2026-11-03"`
	TotEnMet string   `json:"tot_en_met,omitempty" doc:"De laatste dag." form:"datum" example:"2027-06-29"`
}

// rooster is the rule of the spreekuur without its exceptions; uitzonderingen has those.
// A spreekuur on appointment has an empty rooster, and a rule that no RRULE can express
// has the dates from today on. A spreekuur that has stopped has no rooster, so that
// nobody fills a calendar with it.
func rooster(c *catalog.Catalog, s *catalog.Spreekuur) []roosterJSON {
	if !s.Active() {
		return nil
	}
	if s.OnAppointment() {
		return []roosterJSON{}
	}
	var entries []roosterJSON
	bounds := s.Schedule.Bounds
	if until := s.Schedule.Claimed().Until; s.Schedule.Known.Until != 0 {
		bounds.Until = until // a reader would go on
	}
	for _, r := range recurrence.GroupDays(recurrence.SeriesOf(s)) {
		entry := roosterJSON{
			Begin: r.Span.Begin.String(), Eind: r.Span.End.String(),
			Vanaf: bounds.From.String(), TotEnMet: bounds.Until.String(),
		}
		rule, ok := r.RRule(s.Schedule.Anchor)
		if ok {
			entry.RRule = rule
			entry.Vanaf = start(s, r).String()
		} else if entry.Data = comingDates(c, s, r); entry.Data == nil {
			continue // all its dates have passed
		}
		entries = append(entries, entry)
	}
	return entries
}

// start is the first date of the rule, so that "vanaf" can serve as the DTSTART of the
// RRULE. A reader that counts "om de week" from a date outside the rule may count the
// wrong weeks.
func start(s *catalog.Spreekuur, r recurrence.Series) schedule.Date {
	if s.Schedule.Bounds.From == 0 {
		return 0
	}
	if first := r.First(s.Schedule.Anchor, s.Schedule.Bounds); first != 0 {
		return first
	}
	return s.Schedule.Bounds.From
}

// comingDates are all dates of a list. Of a rule, which has no end, they are those in
// the time that the feed covers.
func comingDates(c *catalog.Catalog, s *catalog.Spreekuur, r recurrence.Series) []string {
	in := schedule.Period{From: c.Today}
	if len(s.Data) == 0 {
		in.Until = recurrence.Known(c, s.Plein).Until
	}
	var dates []string
	if in, ok := recurrence.Overlap(in, s.Schedule.Claimed()); ok {
		for date := range r.Dates(s.Schedule.Anchor, in) {
			dates = append(dates, date.String())
		}
	}
	return dates
}
