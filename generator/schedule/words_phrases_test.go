package schedule

import (
	"strings"
	"testing"
)

func TestDutchPhrases(t *testing.T) {
	if err := Dutch.Check(); err != nil {
		t.Error(err)
	}
	first := date("2026-11-24")
	for _, tt := range []struct{ got, want string }{
		{Dutch.Period(first, date("2026-11-27")), "dinsdag 24 november 2026 tot en met vrijdag 27 november 2026"},
		{Dutch.Period(first, first), "dinsdag 24 november 2026"},
		{Dutch.Period(first, 0), "dinsdag 24 november 2026"},
		{Dutch.At(Point, clock("9:30")), "9.30 uur"},
		{Dutch.At(Colon, clock("9:30")), "09:30 uur"},
		{Dutch.Join(nil), ""},
		{Dutch.Join([]string{"a"}), "a"},
		{Dutch.Join([]string{"a", "b", "c"}), "a, b en c"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// TestPhrasesBend says a rule in a language that has two genders, bends the days
// after a preposition, and has its own clock.
func TestPhrasesBend(t *testing.T) {
	p := *Dutch
	p.Clock = "10:00"
	p.Monthly.Text = "w {nummer} {dag} miesiąca"
	p.Monthly.Days = [7]string{2: "wtorek", 3: "środę"}
	p.Monthly.Ordinals = [][6]string{{"pierwszy", 5: "ostatni"}, {"pierwszą", 5: "ostatnią"}}
	p.Monthly.Genders = [7]int{3: 1}
	p.RangeFrom[1], p.RangeUntil[5] = "poniedziałku", "piątku"
	p.Weekly.Range = "od {van} do {tot}"
	for _, tt := range []struct{ days, want string }{
		{"1e en laatste di van de maand", "w pierwszy en ostatni wtorek miesiąca van 10:00 tot 12:00 uur"},
		{"1e en laatste wo van de maand", "w pierwszą en ostatnią środę miesiąca van 10:00 tot 12:00 uur"},
		{"ma t/m vr", "od poniedziałku do piątku van 10:00 tot 12:00 uur"},
	} {
		s := tuesdays()
		s.Slots[0].Days = days(tt.days)
		if got := p.Rule(s, Point, date("2026-11-24")); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.days, got, tt.want)
		}
	}
}

func TestPhrasesCheck(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Phrases)
		want   string
	}{
		{"clock", func(p *Phrases) { p.Clock = "10" }, `klok is "10", and must be 10.00, 10:00 or site`},
		{"month", func(p *Phrases) { p.Months[11] = "" }, "maanden[11] is empty"},
		{"nested", func(p *Phrases) { p.OddWeeks.Range = "{van}" }, "oneven_weken.reeks has no {tot}"},
		{"blank", func(p *Phrases) { p.FullDate += "{uur}" }, "datum has {uur}, which is never filled in"},
		{"open brace", func(p *Phrases) { p.Opening = "{" }, "openingstijden has {}, which is never filled in"},
		{"ordinals", func(p *Phrases) { p.Monthly.Ordinals[0][5] = "" }, "per_maand.nummers[0][5] is empty"},
		{"gender", func(p *Phrases) { p.Monthly.Genders[6] = 1 }, "per_maand.geslachten has 1, and per_maand.nummers has no such row"},
	} {
		p := *Dutch
		p.Monthly.Ordinals = [][6]string{Dutch.Monthly.Ordinals[0]}
		tt.change(&p)
		if err := p.Check(); err == nil || err.Error() != tt.want {
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.want)
		}
	}
	var none Phrases
	if err := none.Check(); err == nil || strings.Count(err.Error(), "\n") < 50 {
		t.Errorf("without any phrase: %v", err)
	}
}

// TestWordsAllocate keeps a text at one allocation, its own.
func TestWordsAllocate(t *testing.T) {
	s, d := tuesdays(), date("2026-11-24")
	for name, say := range map[string]func() string{
		"date":  func() string { return Dutch.Date(d) },
		"span":  func() string { return Point.Span(Span{600, 720}) },
		"rule":  func() string { return s.Words(Point, d) },
		"clock": func() string { return Point.Clock(600) },
	} {
		if got := testing.AllocsPerRun(10, func() { kept = say() }); got > 1 {
			t.Errorf("%s: %v allocations", name, got)
		}
	}
}

var kept string
