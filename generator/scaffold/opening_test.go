package scaffold

import (
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/reading"
)

// TestOpening reads lines with days and hours, and wants the file to be right.
func TestOpening(t *testing.T) {
	const closed = "; zaterdag en zondag: gesloten"
	for _, test := range []struct{ lines, words, problem string }{
		{"maandag t/m vrijdag 9.00 tot 17.00 uur", "maandag tot en met vrijdag: 9.00 tot 17.00 uur" + closed, ""},
		{"ma-vr 9-17", "maandag tot en met vrijdag: 9.00 tot 17.00 uur" + closed, ""},
		{"werkdagen van 10 tot 17 uur|za: 10-13", "maandag tot en met vrijdag: 10.00 tot 17.00 uur; zaterdag: 10.00 tot 13.00 uur; zondag: gesloten", ""},
		{"elke dag 8:30-20:00", "maandag tot en met zondag: 8.30 tot 20.00 uur", ""},
		{"di en do 9-12 en 13-17|wo dicht", "maandag: gesloten; dinsdag: 9.00 tot 12.00 uur en 13.00 tot 17.00 uur; woensdag: gesloten; " +
			"donderdag: 9.00 tot 12.00 uur en 13.00 tot 17.00 uur; vrijdag tot en met zondag: gesloten", ""},
		{"di 9-12|di 13-17", "maandag: gesloten; dinsdag: 9.00 tot 12.00 uur en 13.00 tot 17.00 uur; woensdag tot en met zondag: gesloten", ""},
		{"geen", "", ""},
		{"Geen vaste openingstijden.", "", ""},
		{"9-17", "", "tijd-onleesbaar"},
		{"maandag", "", "tijd-onleesbaar"},
		{"mandaag 9-17", "", "dag-onleesbaar"},
		{"maandag 9-25", "", "*"},
		{"om de week op dinsdag 9-17", "", "dag-onleesbaar"},
		{"1e dinsdag van de maand 9-17", "", "tijd-onleesbaar"},
		{"di 9-12|di 11-17", "", "*"},
	} {
		t.Run(test.lines, func(t *testing.T) {
			d := NewDraft(content.KindOf("plein"), NewFolder(&content.Content{}))
			q, _ := QuestionFor(d.Kind, Opening)
			problems := d.Set(q, strings.Split(test.lines, "|")...)
			if test.problem != "" {
				if len(problems) == 0 || test.problem != "*" && problems[0].Code != test.problem || problems[0].Hint == "" && test.problem != "*" {
					t.Errorf("problems: %+v, want %s", problems, test.problem)
				}
				return
			}
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			if !d.Has(Opening) {
				if test.words != "" || strings.Contains(string(d.Bytes()), Opening) {
					t.Errorf("no opening hours in %s", d.Bytes())
				}
				return
			}
			for key, text := range map[string]string{"naam": "A", "adres": "B 1", "postcode": "5000 AA", "plaats": "C", "telefoon": "013 000 00 01"} {
				q, _ := QuestionFor(d.Kind, key)
				d.Set(q, text)
			}
			if _, problems := reading.Parse(d.Kind, "pleinen/a.md", d.Bytes()); len(problems) > 0 {
				t.Errorf("%v in\n%s", problems, d.Bytes())
			}
			if got := strings.Join(d.OpeningWords(), "; "); got != test.words {
				t.Errorf("got  %s\nwant %s", got, test.words)
			}
		})
	}
}
