package kept

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// byAppointment is how the rule of a spreekuur without hours begins.
const byAppointment = "op afspraak"

func (j *joiner) spreekuur(c candidate, x *spreekuur) *content.Spreekuur {
	s := &content.Spreekuur{
		Record: j.record(c), Titel: x.Titel, InEenZin: x.Line, Plein: j.slug(c.source, Pleinen, x.Plein.Slug),
		Partner: j.all(c.source, Partners, x.Partners), Onderwerpen: j.topics(c.source, x), Doelgroepen: x.Doelgroepen, Talen: x.Talen,
		Kosten: x.Kosten, Aanmelden: x.Aanmelden, Telefoon: x.Telefoon, Email: x.Email, Website: x.Website,
		Meenemen: x.Meenemen, Niet: x.Niet, Status: x.Status, Reden: x.Reden, Gecontroleerd: date(x.Gecontroleerd),
		Gids: content.GidsSpreekuur{Gids: notInGids()},
	}
	s.From.Changed = x.Gewijzigd
	if x.Inloop != nil {
		s.Inloop = x.Inloop.span()
	}
	if to := j.slug(c.source, Spreekuren, x.Opvolger); string(to) != s.Slug {
		s.Opvolger = to
	}
	j.referrals(c.source, s, x)
	for _, v := range x.Vertaling {
		if j.own.Site == nil || !slices.Contains(j.own.Site.Talen, v.Taal) {
			continue // no page would show it
		}
		if s.Vertaling == nil {
			s.Vertaling = map[typed.Language]content.Vertaling{}
		}
		s.Vertaling[v.Taal] = content.Vertaling{Titel: v.Titel, InEenZin: v.InEenZin, Tekst: typed.Text(asMarkdown(v.Tekst))}
	}
	if s.From.Gone != 0 {
		s.Status = content.Stopped
	}
	s.Defaults()
	j.times(c.source, s, x)
	return s
}

func (j *joiner) referrals(from *source, s *content.Spreekuur, x *spreekuur) {
	for _, v := range x.Verwijs {
		to := content.Verwijs{Vraag: v.Vraag, Website: v.Website, Hoe: v.Hoe}
		switch {
		case v.Spreekuur != nil:
			to.Naar = j.slug(from, Spreekuren, v.Spreekuur.Slug)
		case v.Partner != nil:
			to.Naar = j.slug(from, Partners, v.Partner.Slug)
		}
		if string(to.Naar) != s.Slug && (to.Naar != "" || to.Website != "") {
			s.Verwijs = append(s.Verwijs, to)
		}
	}
}

// times takes over the rule and the days that are different. A rule that we cannot read
// leaves the days unknown: half a rule would give wrong ones.
func (j *joiner) times(from *source, s *content.Spreekuur, x *spreekuur) {
	slots, ok := rosterOf(x.Rooster)
	if j.silent(&s.Record) {
		return
	}
	s.From.Rule, _, _ = strings.Cut(x.Regel, ": ") // how to make an appointment is said elsewhere
	switch {
	case strings.HasPrefix(x.Regel, byAppointment) && len(slots) == 0:
		s.Dag, _ = schedule.ParseDays(byAppointment)
	case !ok:
	case len(slots) == 0: // paused, or with nothing left but extra dates
		j.days(from, s, x.Uitzonderingen)
	default:
		rule := readRoster(slots, s.From.Known)
		if rule == nil {
			return
		}
		s.Tijden, s.Vanaf, s.TotEnMet, s.From.Anchor = rule.blocks, rule.from, rule.until, rule.anchor
		j.days(from, s, x.Uitzonderingen)
	}
}

// rosterOf reads the rules of a rooster.
func rosterOf(text json.RawMessage) (slots []slot, ok bool) {
	if len(text) == 0 {
		return nil, true
	}
	return slots, json.Unmarshal(text, &slots) == nil
}

// roster is a rooster in our terms.
type roster struct {
	blocks      []content.Blok
	anchor      schedule.Date // from which rules count
	from, until schedule.Date
}

// readRoster reads the rules of a rooster, or returns nil if one of them has no place in
// our terms.
func readRoster(slots []slot, known schedule.Period) *roster {
	r := &roster{}
	for _, s := range slots {
		if from := date(s.Vanaf); from != 0 && (r.from == 0 || from < r.from) {
			r.from = from
		}
		r.until = max(r.until, date(s.TotEnMet))
	}
	for i, s := range slots {
		if i > 0 && r.extend(slots[i-1], s) {
			continue
		}
		days, ok := schedule.OnDates(dates(s.Data)), len(s.Data) > 0
		if s.RRule != "" {
			days, ok = schedule.ReadRRule(s.RRule)
		}
		switch from := date(s.Vanaf); {
		case !ok, days.NeedsAnchor() && from == 0, s.span().Begin >= s.span().End:
			return nil
		case !days.NeedsAnchor():
		case r.anchor == 0:
			r.anchor = from
		case !slices.Contains(slices.Collect(days.Dates(r.anchor, schedule.Period{From: from, Until: from})), from):
			days = listed(days, from, known) // it counts from another day than the rules before it
		}
		r.blocks = append(r.blocks, content.Blok{Dag: days, Tijd: schedule.Times{Spans: []schedule.Span{s.span()}}})
	}
	return r
}

// extend adds the hours of a slot to the block before it, if they are on the same days.
func (r *roster) extend(before, s slot) bool {
	if s.span().Begin >= s.span().End {
		return false
	}
	times := &r.blocks[len(r.blocks)-1].Tijd
	last := times.Spans[len(times.Spans)-1]
	if s.RRule == "" || s.RRule != before.RRule || s.Vanaf != before.Vanaf || s.span().Begin < last.End {
		return false
	}
	times.Spans = append(times.Spans, s.span())
	return true
}

// listed returns the dates of a rule in the time that is known, as a list.
func listed(days schedule.Days, anchor schedule.Date, known schedule.Period) schedule.Days {
	in := schedule.Period{From: max(anchor, known.From), Until: known.Until}
	return schedule.OnDates(slices.Collect(days.Dates(anchor, in)))
}

// days sets what takes place on each day that departs from the rule.
func (j *joiner) days(from *source, s *content.Spreekuur, exceptions []exception) {
	byDate := map[schedule.Date][]exception{}
	for _, e := range exceptions {
		if on := date(e.Datum); s.From.Known.Contains(on) {
			byDate[on] = append(byDate[on], e)
		}
	}
	rule := schedule.Schedule{Slots: s.Slots(), Anchor: s.From.Anchor, Bounds: schedule.Period{From: s.Vanaf, Until: s.TotEnMet}}
	for _, on := range slices.Sorted(maps.Keys(byDate)) {
		day := schedule.GivenDay{Date: on, Occurrences: slices.Collect(rule.Days(on, on))}
		for _, e := range byDate[on] {
			place, known := j.visit(from, s, e.Plein)
			day.Occurrences = apply(day.Occurrences, on, e, place, known)
		}
		for i := range day.Occurrences {
			if o := &day.Occurrences[i]; o.Kind == schedule.Cancelled && from.closed[s.Plein][on] {
				o.Why.Cause = schedule.PlaceClosed // what the page of the plein says explains it
			}
		}
		slices.SortStableFunc(day.Occurrences, func(a, b schedule.Occurrence) int {
			return cmp.Or(cmp.Compare(a.Span.Begin, b.Span.Begin), cmp.Compare(a.Span.End, b.Span.End))
		})
		s.From.Given = append(s.From.Given, day)
	}
}

// visit returns the number of the plein where the spreekuur is on a day, as an occurrence
// has it. It is unknown if we do not show that plein.
func (j *joiner) visit(from *source, s *content.Spreekuur, slug string) (place int, known bool) {
	if slug == "" {
		return 0, true
	}
	at := j.slug(from, Pleinen, slug)
	if at == "" || at == s.Plein {
		return 0, at != ""
	}
	for i, a := range s.Afwijkend {
		if a.Plein == at {
			return i + 1, true
		}
	}
	s.Afwijkend = append(s.Afwijkend, content.AfwijkendSpreekuur{Plein: at})
	return len(s.Afwijkend), true
}

// apply changes the occurrences of a day as an exception says. At a place that we do not
// know nothing is claimed.
func apply(day []schedule.Occurrence, on schedule.Date, e exception, place int, known bool) []schedule.Occurrence {
	o := schedule.Occurrence{
		Date: on, Span: e.span(), Slot: -1, Kind: schedule.Extra, Place: place,
		Why: schedule.Reason{Cause: schedule.ByException, Text: e.Reden, During: schedule.Period{From: on, Until: on}},
	}
	instead := e.span()
	if e.Was != nil {
		instead = e.Was.span()
	}
	usual := func(r schedule.Occurrence) bool { return r.Kind == schedule.AsUsual && r.Span == instead }
	if at := slices.IndexFunc(day, usual); at >= 0 && e.Status != "extra" {
		o.Slot, o.Regular = day[at].Slot, instead
		day = slices.Delete(day, at, at+1)
	}
	switch {
	case e.Status == "vervalt":
		o.Kind, o.Place = schedule.Cancelled, 0
	case !known:
		return day
	case o.Regular == schedule.Span{}:
	case o.Span != o.Regular && place > 0:
		o.Kind = schedule.OtherTimeAndPlace
	case o.Span != o.Regular:
		o.Kind = schedule.OtherTime
	case place > 0:
		o.Kind = schedule.OtherPlace
	default:
		o.Kind = schedule.AsUsual // such as a plein that we take for the same
		o.Why = schedule.Reason{}
	}
	return append(day, o)
}
