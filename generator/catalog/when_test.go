package catalog_test

import (
	"fmt"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/schedule"
)

func show(o catalog.Occurrence) string {
	s := fmt.Sprint(o.Date, " ", o.Span.Begin)
	switch {
	case o.Cancelled():
		s += " vervalt: " + why(o.Why)
	case o.Elsewhere():
		s += " bij " + o.Plein.Slug
	case o.Kind != schedule.AsUsual:
		s += " anders"
	}
	return s
}

func why(r schedule.Reason) string {
	if r.Text != "" || r.Holidays != 0 {
		return r.Text + r.Holidays.String()
	}
	return [...]string{"", "", "plein gesloten", "plein anders", "alles gesloten"}[r.Cause]
}

func TestNext(t *testing.T) {
	for _, c := range []struct {
		name, now string
		fields    []string
		n         int
		want      string
	}{
		{"plain", "2026-11-20 10:00", nil, 2, "2026-11-24 10:00, 2026-11-25 10:00"},
		{"before it begins", "2026-11-24 09:59", nil, 1, "2026-11-24 10:00"},
		{"while it goes on", "2026-11-24 11:59", nil, 1, "2026-11-24 10:00"},
		{"ended today", "2026-11-24 12:00", nil, 1, "2026-11-25 10:00"},
		{"cancelled today, in the evening", "2026-11-24 23:00", []string{"[[afwijkend]]\ndatum = \"2026-11-24\"\nvervalt = true\nreden = \"Ziek\""}, 2,
			"2026-11-24 10:00 vervalt: Ziek, 2026-11-25 10:00"},
		{"cancelled yesterday", "2026-11-25 00:00", []string{"[[afwijkend]]\ndatum = \"2026-11-24\"\nvervalt = true"}, 1, "2026-11-25 10:00"},
		{"other hours", "2026-11-24 10:30", []string{"[[afwijkend]]\ndatum = \"2026-11-24\"\ntijd = \"9-10\""}, 1, "2026-11-25 10:00"},
		{"elsewhere", "2026-11-20 10:00", []string{"[[afwijkend]]\ndatum = \"2026-11-24\"\nplein = \"plein-goirle\""}, 1, "2026-11-24 10:00 bij plein-goirle"},
		{"two kinds elsewhere", "2026-11-20 10:00", []string{"[[afwijkend]]\ndatum = \"2026-11-24\"\ntijd = \"9-10\"", "[[afwijkend]]\ndatum = \"2026-11-25\"\nplein = \"plein-goirle\""}, 2,
			"2026-11-24 09:00 anders, 2026-11-25 10:00 bij plein-goirle"},
		{"stopped", "2026-11-20 10:00", []string{`status = "gestopt"`}, 2, ""},
		{"stopped for a time", "2026-11-20 10:00", []string{`status = "tijdelijk gestopt"`}, 2, ""},
		{"past its last day", "2026-11-20 10:00", []string{`tot_en_met = "2026-11-18"`}, 2, ""},
		{"begins later", "2026-11-20 10:00", []string{`vanaf = "2027-01-05"`}, 1, "2027-01-05 10:00"},
		{"inside the horizon", "2026-11-20 10:00", []string{`vanaf = "2027-12-21"`}, 1, "2027-12-21 10:00"},
		{"past the horizon", "2026-11-20 10:00", []string{`vanaf = "2028-02-01"`}, 1, ""},
		{"school weeks", "2026-12-20 10:00", []string{"alleen_schoolweken = true"}, 2, "2026-12-22 10:00 vervalt: Kerst, 2026-12-23 10:00 vervalt: Kerst, 2027-01-05 10:00"},
		{"a closing", "2027-03-01 10:00", nil, 2, "2027-03-02 10:00 vervalt: verbouwing, 2027-03-03 10:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := base(t)
			fsys["site.toml"].Data = append(fsys["site.toml"].Data, "[[schoolvakanties]]\nnaam = \"Kerst\"\nvan = \"2026-12-19\"\ntot_en_met = \"2027-01-03\"\n[[sluitingen]]\nvan = \"2027-03-02\"\ntot_en_met = \"2027-03-02\"\nreden = \"verbouwing\"\n"...)
			spreekuur(fsys, "x", append([]string{`dag = "dinsdag en woensdag"`}, c.fields...)...)
			s := find(t, resolve(t, fsys, catalog.Options{Now: wall(c.now)}), "x")
			if got := names(s.Next(c.n), show); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestActive(t *testing.T) {
	for _, c := range []struct {
		fields        []string
		active, ended bool
	}{
		{nil, true, false},
		{[]string{`tot_en_met = "2026-11-24"`}, true, false},
		{[]string{`tot_en_met = "2026-11-23"`}, false, true}, // a Monday, after the last Tuesday
		{[]string{`tot_en_met = "2026-11-19"`, "[[afwijkend]]\ndatum = \"2026-12-01\"\ntijd = \"10-12\""}, true, false},
		{[]string{`tot_en_met = "2026-11-19"`}, false, true},
		{[]string{`status = "gestopt"`}, false, true},
		{[]string{`status = "tijdelijk gestopt"`}, false, false},
		{[]string{"dag = -", `data = ["2026-11-20", "2026-01-01"]`}, true, false},
		{[]string{"dag = -", `data = ["2026-11-19", "2026-01-01"]`}, false, true},
	} {
		fsys := base(t)
		spreekuur(fsys, "x", c.fields...)
		s := find(t, resolve(t, fsys, catalog.Options{}), "x")
		if s.Active() != c.active || s.Ended() != c.ended {
			t.Errorf("%q: active %v, ended %v", c.fields, s.Active(), s.Ended())
		}
	}
}

func TestComing(t *testing.T) {
	fsys := base(t)
	spreekuur(fsys, "vroeg", `dag = "dinsdag en donderdag"`, `tijd = "9-10"`)
	spreekuur(fsys, "gestopt", `dag = "dagelijks"`, `status = "gestopt"`)
	c := resolve(t, fsys, catalog.Options{Now: wall("2026-11-24 10:30")})
	who := func(o catalog.Occurrence) string { return o.Spreekuur.Slug + " " + show(o) }
	for last, want := range map[string]string{
		"2026-11-26": "taalhuis-waalwijk 2026-11-24 10:00, vroeg 2026-11-26 09:00, digihulp-goirle 2026-11-26 10:00",
		"2026-11-25": "taalhuis-waalwijk 2026-11-24 10:00",
		"2026-11-23": "",
	} {
		if got := names(c.Coming(c.Spreekuren, date(last)), who); got != want {
			t.Errorf("until %s: %s\nwant %s", last, got, want)
		}
	}
}

// TestNextHeld closes all for a month, but for one hour.
func TestNextHeld(t *testing.T) {
	for exception, want := range map[string]string{
		"": "digihulp-goirle 2026-12-31 10:00",
		"[[afwijkend]]\ndatum = \"2026-12-17\"\ntijd = \"13-14\"": "vroeg 2026-12-17 09:00 vervalt: dicht, digihulp-goirle 2026-12-17 13:00 anders",
	} {
		fsys := base(t)
		fsys["site.toml"].Data = append(fsys["site.toml"].Data, "[[sluitingen]]\nvan = \"2026-11-24\"\ntot_en_met = \"2026-12-30\"\nreden = \"dicht\"\n"...)
		spreekuur(fsys, "vroeg", `dag = "donderdag"`, `tijd = "9-10"`, `tot_en_met = "2026-12-24"`)
		spreekuur(fsys, "digihulp-goirle", `plein = "plein-goirle"`, `dag = "donderdag"`, exception)
		c := resolve(t, fsys, catalog.Options{Now: wall("2026-11-24 10:30")})
		who := func(o catalog.Occurrence) string { return o.Spreekuur.Slug + " " + show(o) }
		if got := names(c.NextHeld(c.Spreekuren), who); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestTimetable(t *testing.T) {
	fsys := base(t)
	delete(fsys, "spreekuren/taalhuis-waalwijk.md")
	delete(fsys, "spreekuren/digihulp-goirle.md")
	for slug, fields := range map[string][]string{
		"a-wekelijks":   {`dag = "maandag t/m woensdag"`},
		"b-maandelijks": {`dag = "1e en 3e dinsdag van de maand"`, `tijd = "9-10"`},
		"c-om-de-week":  {`dag = "om de week op dinsdag"`, `vanaf = "2026-09-01"`},
		"d-even":        {`dag = "even weken op dinsdag"`, `tijd = "10-11"`},
		"e-opening":     {`dag = "dinsdag"`, `tijd = "tijdens openingstijden"`},
		"f-blokken":     {"dag = -", "tijd = -", "[[tijden]]\ndag = \"zondag\"\ntijd = \"10-12 en 13-14\"", "[[tijden]]\ndag = \"dinsdag\"\ntijd = \"8-9\""},
		"g-data":        {"dag = -", `data = ["2026-11-24", "2026-12-01", "2026-01-06"]`, `tijd = "20-21"`},
		"h-gestopt":     {`status = "gestopt"`},
		"i-voorbij":     {`tot_en_met = "2026-01-01"`},
		"j-alles-open":  {`dag = "werkdagen"`, `tijd = "tijdens openingstijden"`},
		"k-open":        {`dag = "tijdens openingstijden"`, "tijd = -"},
		"l-kwartaal":    {`dag = "1e dinsdag van het kwartaal"`, `tijd = "15-16"`},
		"m-drie-weken":  {`dag = "om de 3 weken op maandag"`, `vanaf = "2026-09-07"`, `tijd = "15-16"`},
	} {
		spreekuur(fsys, slug, fields...)
	}
	c := resolve(t, fsys, catalog.Options{})
	cell := func(u catalog.Uur) string {
		s := u.Span.String() + " " + u.Spreekuur.Slug[:1]
		if !u.Weekly {
			s += " (" + u.Days.Words() + ")"
		}
		return s
	}
	got := names(c.Dagen, func(d *catalog.Dag) string { return "\n" + d.Naam + ": " + names(d.Uren(), cell) })
	want := `
maandag: 10:00 - 12:00 a, 15:00 - 16:00 m (om de 3 weken op maandag), 
dinsdag: 08:00 - 09:00 f, 09:00 - 10:00 b (de 1e en 3e dinsdag van de maand), 09:00 - 17:00 e, 09:00 - 17:00 j, 09:00 - 17:00 k, 10:00 - 11:00 d (op dinsdag in de even weken), 10:00 - 12:00 a, 10:00 - 12:00 c (om de week op dinsdag), 15:00 - 16:00 l (de 1e dinsdag van januari, april, juli en oktober), 20:00 - 21:00 g (op 24 november en 1 december 2026), 
woensdag: 10:00 - 12:00 a, 
donderdag: , 
vrijdag: , 
zaterdag: , 
zondag: 10:00 - 12:00 f, 13:00 - 14:00 f`
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestExceptions(t *testing.T) {
	fsys := base(t)
	put(fsys, "pleinen/plein-waalwijk.md", `naam = "Plein Waalwijk"
adres = "Markt 1"
postcode = "5141 AB"
plaats = "Waalwijk"
telefoon = "013 000 00 01"
[openingstijden]
dinsdag = "9-17"
donderdag = "9-17"
vrijdag = "9-17"
[[afwijkend]]
datum = "2026-12-22"
tijd = "9-12"
reden = "Schoonmaak"
[[afwijkend]]
datum = "2026-12-24"
gesloten = true
[[afwijkend]]
datum = "2026-12-26"
tijd = "10-11"
[[afwijkend]]
datum = "2026-12-29"
tijd = "9-17"`)
	c := resolve(t, fsys, catalog.Options{})
	open := func(d catalog.OpenDay) string {
		return fmt.Sprint(d.Date, " ", d.Hours, " ", d.Closed, " ", why(d.Why))
	}
	got := names(c.Pleinen[1].Exceptions(date("2026-12-20"), date("2027-01-02")), open)
	want := "2026-12-22 [09:00 - 12:00] false Schoonmaak, 2026-12-24 [] true plein gesloten, 2026-12-25 [] true Eerste Kerstdag, 2026-12-26 [10:00 - 11:00] false plein anders, 2027-01-01 [] true Nieuwjaarsdag"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// A plein without opening hours is still closed on holidays.
	got = names(c.Pleinen[0].Exceptions(date("2026-12-20"), date("2026-12-31")), open)
	if want := "2026-12-25 [] true Eerste Kerstdag, 2026-12-26 [] true Tweede Kerstdag"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNotation(t *testing.T) {
	fsys := base(t)
	fsys["site.toml"].Data = append(fsys["site.toml"].Data, "tijdnotatie = \"10:00\"\n"...)
	c := resolve(t, fsys, catalog.Options{})
	if got := find(t, c, "taalhuis-waalwijk").Schedule.Words(c.Site.Notation, c.Today); c.Site.Notation != schedule.Colon ||
		got != "elke dinsdag van 10:00 tot 12:00 uur" {
		t.Errorf("got %q", got)
	}
}

// BenchmarkResolve ties 10,000 spreekuren at 500 pleinen together.
func BenchmarkResolve(b *testing.B) {
	fsys := base(b)
	for i := range 500 {
		put(fsys, fmt.Sprintf("pleinen/p-%d.md", i), fmt.Sprintf("naam = \"Plein Één %d\"\nadres = \"A 1\"\npostcode = \"5141 AB\"\nplaats = \"Plaats %d\"\ntelefoon = \"013 000 00 01\"\n[openingstijden]\ndinsdag = \"9-17\"", i*7%500, i%90))
		put(fsys, fmt.Sprintf("partners/o-%d.md", i), fmt.Sprintf("naam = \"Órganisatie %d\"", i*3%500))
	}
	days := []string{"elke dinsdag", "maandag t/m vrijdag", "1e en 3e donderdag van de maand", "even weken op dinsdag"}
	for i := range 10_000 {
		spreekuur(fsys, fmt.Sprintf("s-%d", i),
			fmt.Sprintf(`titel = "Hulp bij brieven en formulieren %d"`, i*7919%10_000), fmt.Sprintf(`plein = "p-%d"`, i%500),
			fmt.Sprintf(`partner = "o-%d"`, i%499), fmt.Sprintf("dag = %q", days[i%len(days)]), `onderwerpen = ["geld"]`)
	}
	c, problems, err := contentfs.Read(fsys)
	if err != nil || len(problems) > 0 {
		b.Fatal(err, problems)
	}
	b.ReportAllocs()
	for b.Loop() {
		catalog.Resolve(c, catalog.Options{Now: now})
	}
}
