package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNewHalfway(t *testing.T) {
	dir := site(t)
	tm := atTerminal(t, dir, "new", "spreekuur")
	for _, s := range halfwaySteps {
		tm.sees(s.sees)
		tm.types(s.types)
	}
	code, output := tm.ends()
	if code != exitFine || !strings.Contains(output, "partners/seniorweb.md is gemaakt") ||
		!strings.Contains(output, "spreekuren/computerhulp.md is gemaakt") {
		t.Fatalf("code %d, %s", code, output)
	}
	if code, out := runWith(t.Context(), "check", "-content", filepath.Join(dir, "content")); code != exitFine {
		t.Errorf("check: %s", out)
	}
	if _, err := os.Stat(filepath.Join(dir, "content/pleinen/wijkhuis.md")); err == nil {
		t.Error("the plein that was not wanted is there")
	}
}

// openingSteps give the opening hours of a plein, with slips, and change them.
var openingSteps = []step{
	{"Naam\n", "Plein Zuid"}, {"", "Alle hulp bij elkaar."}, {"", ""}, {"", "Kerkstraat 1"}, {"", "5038AA"}, {"Plaats\n", "Tilburg"},
	{"Dagen die u niet noemt, zijn gesloten.", "9-17"},
	{"staan geen dag en tijd", "mandaag 9-17"},
	{"mandaag", "maandag t/m vrijdag 9-17"},
	{"Nog meer dagen?", "?"},
	{"Zijn er geen vaste openingstijden?", "za 10-12"},
	{"", ""},
	{"  maandag tot en met vrijdag: 9.00 tot 17.00 uur\n  zaterdag: 10.00 tot 12.00 uur\n  zondag: gesloten\nKlopt dit?", "nee"},
	{"Openingstijden\n", "di 9-12 en 13-17"}, {"", ""}, {"dinsdag: 9.00 tot 12.00 uur en 13.00 tot 17.00 uur", ""},
	{"Telefoon\n", "013 000 00 01"}, {"", ""}, {"", ""}, {"", ""}, {"", ""}, {"Naam van het bestand\n", ""},
	{"Openingstijden: di 9-12 en 13-17\n", ""},
}

// TestNewHalfwayStopped checks that stopping after the partner was made leaves no partner
// either.
func TestNewHalfwayStopped(t *testing.T) {
	dir := site(t)
	before := files(t, dir)
	tm := atTerminal(t, dir, "new", "spreekuur")
	for _, s := range halfwaySteps[:len(halfwaySteps)-1] {
		tm.sees(s.sees)
		tm.types(s.types)
	}
	tm.sees()
	tm.press(ctrlC)
	if code, output := tm.ends(); code != exitFailure {
		t.Errorf("code %d, %s", code, output)
	}
	if after := files(t, dir); after != before {
		t.Errorf("left\n%s", after)
	}
}
