package schedule

import (
	"testing"
	"time"
)

func TestDaysWords(t *testing.T) {
	for _, tt := range []struct {
		days Days
		want string
	}{
		{days("di"), "elke dinsdag"},
		{days("di en do"), "elke dinsdag en donderdag"},
		{days("ma, wo en vr"), "elke maandag, woensdag en vrijdag"},
		{days("ma t/m vr"), "maandag tot en met vrijdag"},
		{days("za en zo"), "elke zaterdag en zondag"},
		{days("dagelijks"), "elke dag"},
		{days("1e en 3e do"), "de 1e en 3e donderdag van de maand"},
		{days("laatste vr"), "de laatste vrijdag van de maand"},
		{days("om de week op vr"), "om de week op vrijdag"},
		{days("om de 3 weken op vr"), "om de 3 weken op vrijdag"},
		{days("om de 6 weken op ma t/m vr"), "om de 6 weken op maandag tot en met vrijdag"},
		{days("1e di van het kwartaal"), "de 1e dinsdag van januari, april, juli en oktober"},
		{days("di in juli en augustus"), "elke dinsdag in juli en augustus"},
		{days("di van september t/m mei"), "elke dinsdag, van september tot en met mei"},
		{days("1e di van de maand behalve in juli"), "de 1e dinsdag van de maand, van augustus tot en met juni"},
		{days("dinsdagmiddag"), "elke dinsdag"},
		{days("tijdens openingstijden"), "elke dag dat het plein open is"},
		{days("even weken op di"), "op dinsdag in de even weken"},
		{days("oneven weken op di en do"), "op dinsdag en donderdag in de oneven weken"},
		{dates("2026-05-05", "2026-03-03", "2026-04-07"), "op 3 maart, 7 april en 5 mei 2026"},
		{dates("2026-11-03", "2026-12-01", "2027-01-05"), "op 3 november, 1 december 2026 en 5 januari 2027"},
		{dates("2026-11-03"), "op 3 november 2026"},
		{Days{}, ""},
	} {
		if got := tt.days.Words(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.days, got, tt.want)
		}
	}
}

func TestScheduleWords(t *testing.T) {
	today := date("2026-11-24")
	for _, tt := range []struct {
		name   string
		change func(*Schedule)
		want   string
	}{
		{"plain", func(*Schedule) {}, "elke dinsdag van 10.00 tot 12.00 uur"},
		{"two spans", func(s *Schedule) { s.Slots[0].Times = times("10-12 en 13-15") },
			"elke dinsdag van 10.00 tot 12.00 uur en van 13.00 tot 15.00 uur"},
		{"no leading zero", func(s *Schedule) { s.Slots[0].Times = times("9.30-12") },
			"elke dinsdag van 9.30 tot 12.00 uur"},
		{"two slots", func(s *Schedule) { s.Slots = append(s.Slots, slot("do", "13-15")) },
			"elke dinsdag van 10.00 tot 12.00 uur en elke donderdag van 13.00 tot 15.00 uur"},
		{"opening hours", func(s *Schedule) { s.Slots[0].Times = times("openingstijden") },
			"elke dinsdag tijdens de openingstijden"},
		{"open days", func(s *Schedule) { s.Slots[0] = slot("tijdens openingstijden", "openingstijden") },
			"tijdens de openingstijden"},
		{"months in a row", func(s *Schedule) { s.Slots[0].Days = days("di van september t/m mei") },
			"elke dinsdag van 10.00 tot 12.00 uur, van september tot en met mei"},
		{"some months", func(s *Schedule) { s.Slots[0].Days = days("1e di van mei en juni") },
			"de 1e dinsdag van mei en juni van 10.00 tot 12.00 uur"},
		{"school weeks", func(s *Schedule) { s.SchoolWeeksOnly = true },
			"elke dinsdag van 10.00 tot 12.00 uur, alleen in schoolweken"},
		{"begins later", func(s *Schedule) { s.Bounds.From = date("2027-03-01") },
			"elke dinsdag van 10.00 tot 12.00 uur, vanaf 1 maart 2027"},
		{"began", func(s *Schedule) { s.Bounds.From = today },
			"elke dinsdag van 10.00 tot 12.00 uur"},
		{"ends", func(s *Schedule) { s.Bounds = Period{today, date("2027-06-30")} },
			"elke dinsdag van 10.00 tot 12.00 uur, tot en met 30 juni 2027"},
		{"begins and ends", func(s *Schedule) { s.Bounds = Period{date("2027-03-01"), date("2027-06-30")} },
			"elke dinsdag van 10.00 tot 12.00 uur, vanaf 1 maart 2027 tot en met 30 juni 2027"},
		{"dates to come", func(s *Schedule) { s.Slots[0].Days = dates("2026-11-17", "2026-12-01") },
			"op 1 december 2026 van 10.00 tot 12.00 uur"},
		{"dates all gone", func(s *Schedule) { s.Slots[0].Days = dates("2026-11-03", "2026-11-17") },
			"op 3 november en 17 november 2026 van 10.00 tot 12.00 uur"},
	} {
		s := tuesdays()
		tt.change(s)
		if got := s.Words(Point, today); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if got, want := tuesdays().Words(Colon, today), "elke dinsdag van 10:00 tot 12:00 uur"; got != want {
		t.Errorf("with a colon: %q, want %q", got, want)
	}
}

func TestDateWords(t *testing.T) {
	d := date("2026-11-24")
	if got, want := Dutch.Date(d), "dinsdag 24 november 2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := Dutch.DateAnd("op 24 november", Point.Span(Span{600, 720})), "op 24 november, 10.00 tot 12.00 uur"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := DateWordsShort(d), "dinsdag 24 november"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := WeekdayName(time.Sunday) + " " + Dutch.Months[time.December-1]; got != "zondag december" {
		t.Error(got)
	}
}

// dates returns the rule that falls on these dates.
func dates(texts ...string) Days {
	var list []Date
	for _, text := range texts {
		list = append(list, date(text))
	}
	return OnDates(list)
}
