package say

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// Change is what is different on a date.
type Change struct {
	Label  string // a sentence: "Let op: andere tijd."
	Where  string // a sentence with the other plein, or ""
	Reason Text   // a sentence, or ""
}

// String is the whole change as one text.
func (c Change) String() string { return Join(c.Label, c.Where, c.Reason.Text) }

// Change says what is different on the date; it is empty if nothing is.
func (v *Voice) Change(o catalog.Occurrence) Change {
	c := Change{Label: v.Label(o.Kind), Reason: v.Sentence(v.Reason(o.Why))}
	if o.Elsewhere() && !o.Cancelled() {
		c.Where = v.Word("bij-ander-plein", o.Plein.Naam, Street(o.Adres()))
	}
	return c
}

// ChangeAt is [Voice.Change] as seen from a plein: a visit from another plein is extra
// there.
func (v *Voice) ChangeAt(o catalog.Occurrence, p *catalog.Plein) Change {
	if o.Plein != p || !o.Elsewhere() || o.Cancelled() {
		return v.Change(o)
	}
	return Change{Label: v.Label(schedule.Extra), Reason: v.Sentence(v.Reason(o.Why))}
}

// Label is a sentence about a kind of date, or "" for a usual one.
func (v *Voice) Label(k schedule.Kind) string {
	if k == schedule.AsUsual {
		return ""
	}
	return Stopped(v.Word(labels[k]))
}

// labels are the words for the kinds that visitors must know about.
var labels = map[schedule.Kind]string{
	schedule.Extra: "extra-spreekuur", schedule.OtherTime: "let-op-andere-tijd", schedule.OtherPlace: "let-op-andere-plek",
	schedule.OtherTimeAndPlace: "let-op-andere-tijd-en-plek", schedule.Cancelled: "gaat-niet-door",
}

// Heading is a title that begins with what happened to the date, for programs that show
// little else: "Gaat niet door: Hulp bij brieven".
func (v *Voice) Heading(o catalog.Occurrence) string {
	if o.Kind == schedule.AsUsual {
		return o.Spreekuur.Titel
	}
	return v.Kind(o.Kind) + ": " + o.Spreekuur.Titel
}

// Kind names a kind that visitors must know about, to stand before a title: "Gaat niet
// door".
func (v *Voice) Kind(k schedule.Kind) string { return v.Word(headings[k]) }

var headings = map[schedule.Kind]string{
	schedule.Extra: "extra-keer", schedule.OtherTime: "andere-tijd", schedule.OtherPlace: "andere-plek",
	schedule.OtherTimeAndPlace: "andere-tijd-en-plek", schedule.Cancelled: "gaat-niet-door",
}

// News says when something is different, and what: "Dinsdag 1 december, 10.00 tot 12.00
// uur: gaat niet door."
func (v *Voice) News(st catalog.Stretch) string {
	return v.Capital(v.Stretch(st)) + ": " + v.Change(st.Occurrence).String()
}

// Brief is a short form of a change, to stand beside the hour that it changes: the label
// is "Gaat niet door", and when is "dinsdag 1 december".
func (v *Voice) Brief(st catalog.Stretch) (label, when string) {
	when = v.NearPeriod(st.Period)
	if st.Kind == schedule.Extra || st.Kind.OtherHours() {
		when = v.DateAnd(when, v.Hours(st.Span))
	}
	return v.Kind(st.Kind), when
}

// Reason is why something is different: in the editor's words, or in ours for what
// caused it. It is empty if a spreekuur's own exception gives none.
func (v *Voice) Reason(r schedule.Reason) Text {
	if r.Text != "" {
		return v.Written(r.Text)
	}
	switch r.Cause {
	case schedule.PlaceClosed, schedule.AllClosed:
		return Text{Text: v.Word("reden-plein-gesloten")}
	case schedule.PlaceHours:
		return Text{Text: v.Word("reden-andere-openingstijden")}
	case schedule.NoSchool:
		return Text{Text: v.Word("reden-schoolvakantie")}
	case schedule.OnHoliday:
		return Text{Text: v.holidays(r.Holidays)}
	}
	return Text{}
}

// holidays is "Bevrijdingsdag en Hemelvaartsdag".
func (v *Voice) holidays(set schedule.HolidaySet) string {
	var names []string
	for holiday := range set.All() {
		names = append(names, v.Word("feestdag-"+strings.ReplaceAll(holiday.Key(), "_", "-")))
	}
	return v.Join(names)
}

// WhyOpen is why a plein has other hours. That it has other hours, or is closed, is not
// a reason.
func (v *Voice) WhyOpen(r schedule.Reason) Text {
	if r.Text == "" && r.Cause != schedule.OnHoliday {
		return Text{}
	}
	return v.Reason(r)
}

// OpenDays describes a period of other hours at a plein: when it is, and what the hours
// are. The exceptions within a closing come after it.
func (v *Voice) OpenDays(p catalog.OpenPeriod) (when, hours string) {
	when = v.Capital(v.Period(p.Period))
	if !p.Closed {
		return when, v.AllHours(p.Hours)
	}
	hours = v.Word("gesloten")
	if except := v.Except(p); except != "" {
		hours += ", " + except
	}
	return when, hours
}

// Except is when the plein is open during a closing, or "": "behalve dinsdag 29 december
// van 11.00 tot 16.00 uur".
func (v *Voice) Except(p catalog.OpenPeriod) string {
	if len(p.Except) == 0 {
		return ""
	}
	return v.Word("behalve", List(v, p.Except, func(d catalog.OpenDay) string {
		return v.DateShort(d.Date) + " " + List(v, d.Hours, v.hoursAfter)
	}))
}
