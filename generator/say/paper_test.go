package say_test

import (
	"testing"

	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/layouts"
)

// TestOnPaper wants paper to be brief about what is near, in each language, and to name
// the year of what is far.
func TestOnPaper(t *testing.T) {
	languages, err := i18n.Load(layouts.Files)
	if err != nil {
		t.Fatal(err)
	}
	c := site(t)
	begin, until := c.Today.Add(3), c.Today.Add(10)
	for code, want := range map[string]string{
		"nl": "1 december t/m 8 december", "en": "1 December up to and including 8 December", "ar": "من 1 ديسمبر إلى 8 ديسمبر",
		"pl": "od 1 grudnia do 8 grudnia", "uk": "з 1 грудня по 8 грудня", "tr": "1 Aralık tarihinden 8 Aralık tarihine kadar",
	} {
		if got := say.In(languages[code], c).OnPaper().Period(schedule.Period{From: begin, Until: until}); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	v := say.In(languages["nl"], c).OnPaper()
	for _, tt := range []struct {
		from, until schedule.Date
		want        string
	}{
		{begin, begin, "dinsdag 1 december"},
		{c.Today - 7, until, "t/m 8 december"},
		{c.Today - 7, c.Today.Add(300), "tot en met vrijdag 24 september 2027"},
		{begin, c.Today.Add(300), "dinsdag 1 december 2026 tot en met vrijdag 24 september 2027"},
	} {
		if got := v.Period(schedule.Period{From: tt.from, Until: tt.until}); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
