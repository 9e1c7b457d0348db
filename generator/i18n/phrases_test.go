package i18n

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/schedule"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestPhrases writes down everything that can be said in each language, next to the
// Dutch. Only a person who reads testdata/<code>.txt can see whether it is right.
func TestPhrases(t *testing.T) {
	languages := load(t)
	for _, code := range codes {
		got := strings.Join(append(append(spokenDates(languages[code].Phrases), spokenRules(t, languages[code].Phrases)...), ""), "\n")
		name := "testdata/" + code + ".txt"
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs; go test ./generator/i18n -update, and read what changed:\n%s", name, got)
		}
	}
}

// spokenDates covers every month, every weekday and the other short forms.
func spokenDates(p *schedule.Phrases) (lines []string) {
	for month := time.January; month <= time.December; month++ {
		lines = append(lines, p.Date(schedule.NewDate(2026, month, 1)))
	}
	monday := schedule.NewDate(2026, time.November, 23)
	for d := monday; d < monday+7; d++ {
		lines = append(lines, strings.Join([]string{p.DateShort(d), p.Weekday(d.Weekday()), p.On[d.Weekday()]}, " / "))
	}
	for d := monday; d < monday+7; d++ {
		lines = append(lines, p.Period(d, d+1))
	}
	for _, n := range []schedule.Notation{schedule.Point, schedule.Colon} {
		lines = append(lines, p.At(n, 570), p.Span(n, schedule.Span{Begin: 570, End: 720}))
	}
	return append(lines,
		p.Period(monday, 0),
		p.Join([]string{"A"}), p.Join([]string{"A", "B"}), p.Join([]string{"A", "B", "C"}),
		"",
	)
}

// sayings holds rules of every form, beginning with each form on several sets of
// weekdays.
var sayings = []string{
	"di en do", "ma, wo en vr", "za en zo", "ma t/m vr", "di t/m do", "vr t/m zo", "dagelijks",
	"om de week op di en do", "om de week op ma t/m vr",
	"even weken op wo", "even weken op ma t/m wo", "oneven weken op di", "oneven weken op ma t/m wo",
	"om de 3 weken op ma", "om de 4 weken op ma t/m wo", "om de 5 weken op di en do", "om de 11 weken op vr", "om de 13 weken op zo",
	"1e di van januari, april, juli en oktober", "1e en laatste wo van mei", "2e vr van de maand, behalve in juli en augustus", "laatste zo van het kwartaal",
	"di in mei", "di en do in juli en augustus", "wo van september t/m mei", "om de week op do in januari, maart en september", "even weken op za van oktober t/m maart",
	"dagelijks in juli en augustus",
	"1e en 3e do van de maand", "2e, 4e en laatste za van de maand", "5e ma van de maand",
}

func spokenRules(t *testing.T, p *schedule.Phrases) (lines []string) {
	today := schedule.NewDate(2026, time.November, 24)
	say := func(change func(*schedule.Schedule), days schedule.Days, hours string) {
		times, err := schedule.ParseTimes(hours)
		if err != nil {
			t.Fatal(err)
		}
		s := &schedule.Schedule{Slots: []schedule.Slot{{Days: days, Times: times}}}
		if change != nil {
			change(s)
		}
		lines = append(lines, s.Words(schedule.Point, today), "    "+p.Rule(s, schedule.Point, today))
	}
	const hours = "10-12"
	for _, form := range []string{"%s", "om de week op %s", "even weken op %s", "laatste %s van de maand"} {
		for _, day := range strings.Fields("ma di wo do vr za zo") {
			say(nil, days(t, fmt.Sprintf(form, day)), hours)
		}
	}
	for _, text := range sayings {
		say(nil, days(t, text), hours)
	}
	tuesday, march, june := days(t, "di"), schedule.NewDate(2027, time.March, 1), schedule.NewDate(2027, time.June, 30)
	say(nil, schedule.OnDates([]schedule.Date{march}), hours)
	say(nil, schedule.OnDates([]schedule.Date{today, march, june}), hours)
	say(nil, tuesday, "9.30-12 en 13-15")
	say(nil, tuesday, "openingstijden")
	say(nil, days(t, "tijdens openingstijden"), "openingstijden")
	lines = append(lines, days(t, "tijdens openingstijden").Words(), "    "+p.Days(days(t, "tijdens openingstijden")))
	for month := time.January; month <= time.December; month++ {
		say(nil, days(t, "1e di van "+schedule.Dutch.Months[month-1]), hours)
		say(nil, days(t, "di in "+schedule.Dutch.Months[month-1]), hours)
		say(nil, days(t, fmt.Sprintf("di van %s t/m %s", schedule.Dutch.Months[month-1], schedule.Dutch.Months[(month+3)%12])), hours)
	}
	say(func(s *schedule.Schedule) {
		s.Slots = append(s.Slots, schedule.Slot{Days: days(t, "do"), Times: s.Slots[0].Times})
	}, tuesday, hours)
	say(func(s *schedule.Schedule) { s.SchoolWeeksOnly = true }, tuesday, hours)
	say(func(s *schedule.Schedule) { s.Bounds.From = march }, tuesday, hours)
	say(func(s *schedule.Schedule) { s.Bounds.Until = june }, tuesday, hours)
	say(func(s *schedule.Schedule) {
		s.SchoolWeeksOnly, s.Bounds = true, schedule.Period{From: march, Until: june}
	}, tuesday, hours)
	return lines
}

func days(t *testing.T, text string) schedule.Days {
	t.Helper()
	d, err := schedule.ParseDays(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}

// TestDistinct detects a name that was accidentally pasted twice.
func TestDistinct(t *testing.T) {
	for code, l := range load(t) {
		p := l.Phrases
		distinct(t, code, p.Months[:])
		for _, names := range [][7]string{p.Weekdays, p.Every, p.On, p.RangeFrom, p.RangeUntil, p.Monthly.Days} {
			distinct(t, code, names[:])
		}
		for _, ordinals := range p.Monthly.Ordinals {
			distinct(t, code, ordinals[:])
		}
	}
}

func distinct(t *testing.T, code string, names []string) {
	t.Helper()
	seen := map[string]bool{}
	for _, name := range names {
		if seen[name] {
			t.Errorf("%s has %q twice in %q", code, name, names)
		}
		seen[name] = true
	}
}
