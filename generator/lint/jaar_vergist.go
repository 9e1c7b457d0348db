package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

var jaarVergist = &Check{
	Explanation: diag.Explanation{
		Code: "jaar-vergist", Title: "Een datum in een jaar dat niet kan kloppen",
		Text: "De datum van deze uitzondering is voorbij, of nog heel ver weg. In een ander jaar past hij precies. " +
			"Zo'n vergissing gebeurt vaak rond Nieuwjaar. Verander het jaar. Is het een oude uitzondering? Haal het blok dan weg.",
		Wrong: "datum = \"2025-12-09\", opgeschreven in november 2026",
		Right: `datum = "2026-12-08"`,
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, s := range c.Spreekuren {
			for i, a := range s.Afwijkend {
				if !s.Active() {
					break
				}
				b := block{
					Dagen: a.Dagen, record: &s.Record, index: i, needsRule: len(a.Tijd) == 0, inRule: s.InRule, begins: s.Vanaf,
					all: periods(s.Afwijkend, content.AfwijkendSpreekuur.Period),
				}
				b.look(c, add)
			}
		}
		for _, p := range c.Pleinen {
			for i, a := range p.Afwijkend {
				b := block{
					Dagen: a.Dagen, record: &p.Record, index: i, needsRule: a.Gesloten, inRule: func(on schedule.Period) bool { return opens(p, on) },
					all: periods(p.Afwijkend, content.AfwijkendPlein.Period),
				}
				b.look(c, add)
			}
		}
	},
}

// block is an [[afwijkend]] block of a spreekuur or a plein.
type block struct {
	content.Dagen
	record    *content.Record
	index     int
	needsRule bool // the exception only changes what the rule provides, and adds nothing
	inRule    func(schedule.Period) bool
	begins    schedule.Date // the first day of the record, or 0
	all       []schedule.Period
}

const (
	tooFar     = 550 // days ahead: nobody plans an exception that early
	soonEnough = 200 // days ahead: most exceptions are written less far in advance
)

// look checks whether a block that is over, or far in the future, would make sense in
// another year. It stays silent about a past block that made sense in its own year.
func (b *block) look(c *catalog.Catalog, add adder) {
	on := b.Period()
	past, far := on.Until < c.Today, on.From > c.Today.Add(tooFar)
	if on.From == 0 || !past && !far {
		return
	}
	right := b.inYear(c.Today)
	fits := !b.needsRule || b.inRule(right)
	key, other := "datum", ""
	if b.Datum == 0 {
		key, other = "van", fmt.Sprintf(" en tot_en_met = %q", right.Until)
	}
	message, hint := "deze dag is voorbij", fmt.Sprintf("bedoelt u %s = %q%s? of haal dit blok weg", key, right.From, other)
	switch {
	case far:
		message = fmt.Sprintf("dit is pas over %d jaar", max(2, int(on.From-c.Today)/365))
		if hint = "kijk het jaar na"; fits {
			hint = fmt.Sprintf("bedoelt u %s = %q%s?", key, right.From, other)
		}
	case right.From > c.Today.Add(soonEnough) || !fits:
		return
	case on.Until < b.begins: // the record did not exist yet
	case b.outOfOrder(right.From, c.Today):
	case b.needsRule && !b.inRule(on):
	default:
		return
	}
	add(b.record, b.record.Doc.Value("afwijkend", b.index, key), message, hint)
}

// outOfOrder reports whether the blocks are in the order of their dates except for this
// one, which would be in order with the corrected date.
func (b *block) outOfOrder(right, today schedule.Date) bool {
	if b.index < 2 || b.all[b.index-1].From < today || b.all[b.index-1].From > right {
		return false
	}
	return b.all[b.index-2].From <= b.all[b.index-1].From
}

// inYear returns the same period in the first year in which it is not over yet.
func (b *block) inYear(today schedule.Date) schedule.Period {
	on := b.Period()
	year, month, day := on.Until.Civil()
	now, _, _ := today.Civil()
	until := schedule.NewDate(now, month, day)
	if until < today {
		now++
	}
	shift := now - year
	from, first, begin := on.From.Civil()
	return schedule.Period{From: schedule.NewDate(from+shift, first, begin), Until: schedule.NewDate(now, month, day)}
}

// opens reports whether a plein is open, or has a spreekuur, on any day of the period.
func opens(p *catalog.Plein, on schedule.Period) bool {
	for date := on.From; date <= on.Until && date <= on.From.Add(farAhead); date++ {
		if len(p.Schedule.Opening[date.Weekday()]) > 0 || held(p, date) {
			return true
		}
	}
	return false
}
