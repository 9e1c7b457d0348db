package catalog

import (
	"maps"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// Adres returns the address of the plein on a date, including moves.
func (p *Plein) Adres(on schedule.Date) content.Adres {
	return p.moved(p.Schedule.MoveOn(on))
}

// moved returns the address of the verhuizing with that index, or the first address for
// -1.
func (p *Plein) moved(move int) content.Adres {
	if move < 0 {
		return p.Plein.Adres
	}
	return p.Verhuizing[move].Adres
}

// Toegang describes how to get into the plein on a date, and what is in the building.
// It belongs to the address for which it was written, and applies again if the plein
// moves back.
func (p *Plein) Toegang(on schedule.Date) content.Toegang {
	move := p.Schedule.MoveOn(on)
	if move < 0 {
		return p.Plein.Toegang
	}
	here := p.Verhuizing[move]
	if here.Route == "" && here.Foto == "" && len(here.Toegankelijkheid) == 0 && here.SameDoor(p.Plein.Adres) {
		return p.Plein.Toegang
	}
	return here.Toegang
}

// A Move is what changes on the first day at another address.
type Move struct {
	Vanaf   schedule.Date
	Adres   content.Adres
	Toegang content.Toegang
	Reden   string // "" if the plein only moves back
}

// Moves returns the days after a date on which the address changes: where a move
// begins, and where a temporary one ends.
func (p *Plein) Moves(after schedule.Date) []Move {
	reasons := map[schedule.Date]string{}
	for _, v := range p.Verhuizing {
		if v.TotEnMet >= after && v.TotEnMet != 0 {
			reasons[v.TotEnMet.Add(1)] = ""
		}
	}
	for _, v := range p.Verhuizing {
		if v.Vanaf > after {
			reasons[v.Vanaf] = v.Reden
		}
	}
	var moves []Move
	before := p.Adres(after)
	for _, date := range slices.Sorted(maps.Keys(reasons)) {
		if adres := p.Adres(date); adres != before {
			moves = append(moves, Move{date, adres, p.Toegang(date), reasons[date]})
			before = adres
		}
	}
	return moves
}

// NextMove returns the first move after the date, or nil.
func (p *Plein) NextMove(after schedule.Date) *Move {
	if len(p.Verhuizing) == 0 {
		return nil
	}
	moves := p.Moves(after)
	if len(moves) == 0 {
		return nil
	}
	return &moves[0]
}
