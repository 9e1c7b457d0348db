package recurrence

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// stay is a period during which a plein has one address. The first stay has no first day,
// the last one no last day.
type stay struct {
	schedule.Period
	adres content.Adres
}

// staysOf returns the stays of a plein in order. Together they cover all time.
func staysOf(p *catalog.Plein) []stay {
	begins := []schedule.Date{0}
	for _, move := range p.Schedule.Moves {
		begins = append(begins, move.From)
		if move.Until != 0 {
			begins = append(begins, move.Until.Add(1))
		}
	}
	slices.Sort(begins)
	var stays []stay
	for _, begin := range slices.Compact(begins) {
		adres := p.Adres(begin)
		last := len(stays) - 1
		if last >= 0 && stays[last].adres == adres {
			continue
		}
		if last >= 0 {
			stays[last].Until = begin - 1
		}
		stays = append(stays, stay{schedule.Period{From: begin}, adres})
	}
	return stays
}

// name distinguishes the series of one stay from those of another. A series keeps its
// name when another move is added later.
func (s stay) name() string {
	if s.From == 0 {
		return ""
	}
	return on("-from", s.From)
}
