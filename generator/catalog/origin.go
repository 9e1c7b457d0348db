package catalog

import (
	"slices"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/schedule"
)

// Records of other directories.

// epoch is before every change of a record of another directory.
var epoch = time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC)

// versionFrom is the version of a record of another directory. How often it has changed is
// unknown; the number of minutes until its last change never decreases either.
func versionFrom(o *content.Origin) history.Version {
	if o.Changed.IsZero() {
		return history.Version{}
	}
	return history.Version{Changed: o.Changed, Added: o.Changed, Number: max(0, int(o.Changed.Sub(epoch).Minutes()))}
}

// TimesUnknown reports whether nobody here knows when the spreekuur is held: it is of another
// directory, which said nothing lately, or said it in a way that cannot be read.
func TimesUnknown(s *Spreekuur) bool {
	if s.From == nil || len(s.Tijden) > 0 || s.OnAppointment() || !s.Active() {
		return false
	}
	_, held := s.NextHeld()
	return !held
}

// KnownUntil returns the last day of which it is known whether the spreekuur is held. That is
// the day before today if its times are unknown, and 0 if there is no such day.
func KnownUntil(s *Spreekuur) schedule.Date {
	switch {
	case s.From == nil || s.OnAppointment() || !s.Active():
		return 0
	case TimesUnknown(s):
		return s.today - 1
	}
	return s.From.Known.Until
}

// scheduleFrom takes over when a spreekuur of another directory takes place. Holidays and
// closings of this site say nothing about it: its source has already named every day that
// is different.
func (r *resolver) scheduleFrom(s *Spreekuur) {
	from := s.From
	plan := schedule.Schedule{
		Slots: s.Slots(), Anchor: from.Anchor, Given: from.Given,
		Bounds: schedule.Period{From: s.Vanaf, Until: s.TotEnMet}, Known: from.Known, Home: &schedule.Place{},
	}
	if s.Plein != nil {
		plan.Home.Moves = s.Plein.Schedule.Moves
	}
	for i, a := range s.Afwijkend { // each names a plein that it visits
		if plein := r.pleinBySlug.One(&s.Record, a.Plein, "afwijkend", i, "plein"); plein != nil {
			s.elsewhere = append(s.elsewhere, plein)
			plan.Elsewhere = append(plan.Elsewhere, &schedule.Place{Moves: plein.Schedule.Moves})
		}
	}
	s.Schedule = plan
}

// ours leaves out problems in records of other directories, which an editor here cannot
// mend. What such a record refers to and is not here, is left out of its page.
func (r *resolver) ours(problems diag.List) diag.List {
	theirs := map[string]bool{}
	for _, item := range r.Content.Items() {
		if record := item.File(); record.From != nil {
			theirs[record.Doc.File] = true
		}
	}
	return slices.DeleteFunc(problems, func(d diag.Diagnostic) bool { return theirs[d.File] })
}

// Own returns the catalog without the records of other directories, for what only the
// people of this one can do.
func (c *Catalog) Own() *Catalog {
	own := *c
	own.Pleinen, own.Partners, own.Spreekuren = ours(c.Pleinen), ours(c.Partners), ours(c.Spreekuren)
	own.Agenda, own.Berichten = ours(c.Agenda), ours(c.Berichten)
	return &own
}

func ours[R Record](list []R) []R {
	return slices.DeleteFunc(slices.Clone(list), func(r R) bool { return r.File().From != nil })
}
