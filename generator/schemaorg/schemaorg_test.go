package schemaorg

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/teambition/rrule-go"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/moment"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

var noon = time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)

// base is a small directory that tests add to.
func base() fstest.MapFS {
	return files(map[string]string{
		"site.toml": "titel = \"Pleinen\"\nadres = \"https://pleinen.example/mb\"\norganisatie = \"De pleinen\"\ntelefoon = \"013 000 00 00\"",
		"pleinen/noord.toml": `naam = "Plein Noord"
locatie = "Bibliotheek Noord"
adres = "Kerkstraat 1"
postcode = "5175 AA"
plaats = "Loon op Zand"
telefoon = "013 000 00 01"
toegankelijkheid = ["lift"]
[openingstijden]
maandag = "9.00 tot 12.00 uur en 13.00 tot 24.00 uur"
dinsdag = "9.00 tot 12.00 uur"
[[afwijkend]]
van = "2026-12-07"
tot_en_met = "2026-12-08"
gesloten = true
[[afwijkend]]
datum = "2026-12-15"
tijd = "10.00 tot 11.00 uur"
[[verhuizing]]
vanaf = "2026-12-22"
adres = "Markt 2"
postcode = "5175 BB"
plaats = "Loon op Zand"`,
		"pleinen/zuid.toml":      "naam = \"Plein Zuid\"\nadres = \"Weg 2\"\npostcode = \"5038 CC\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 01\"",
		"partners/taalhuis.toml": "naam = \"Taalhuis\"",
	})
}

func files(texts map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range texts {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// spreekuur adds a spreekuur at Plein Noord, on Tuesdays unless the lines say otherwise.
func spreekuur(fsys fstest.MapFS, name string, lines ...string) {
	text := strings.Join(lines, "\n")
	if !strings.Contains(text, "dag = ") && !strings.Contains(text, "data = ") {
		text = "dag = \"dinsdag\"\n" + text
	}
	text = "titel = \"Hulp\"\nplein = \"noord\"\npartner = \"taalhuis\"\ntijd = \"10.00 tot 12.00 uur\"\nin_een_zin = \"Wij helpen.\"\ntekst = \"Kom.\"\n" + text
	fsys["spreekuren/"+name+".toml"] = &fstest.MapFile{Data: []byte(text)}
}

func resolve(t *testing.T, fsys fstest.MapFS, now time.Time) *catalog.Catalog {
	t.Helper()
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: now})
	for _, p := range append(problems, unresolved...) {
		t.Fatalf("%s: %s", p.Range, p.Message)
	}
	return c
}

// node is a JSON object.
type node = map[string]any

// read returns the nodes of a document by type, decoded by an ordinary JSON parser.
func read(t *testing.T, g *Graph, s Subject) map[string][]node {
	t.Helper()
	data, err := g.Document(Page{URL: "https://pleinen.example/mb/x/", Name: "X", Language: "nl", Subject: s})
	if err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	found := map[string][]node{}
	collect(document, found)
	return found
}

func collect(value any, found map[string][]node) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			collect(item, found)
		}
	case node:
		if kind, ok := v["@type"].(string); ok {
			found[kind] = append(found[kind], v)
		}
		for _, item := range v {
			collect(item, found)
		}
	}
}

func spreekuurNodes(t *testing.T, c *catalog.Catalog, slug string) map[string][]node {
	t.Helper()
	i := slices.IndexFunc(c.Spreekuren, func(x *catalog.Spreekuur) bool { return x.Slug == slug })
	x := c.Spreekuren[i]
	g := New(c, func(string) string { return "" })
	return read(t, g, g.Spreekuur(x, Told{Name: x.Titel, Description: x.InEenZin, Next: x.Next(8), Say: say.Dutch(g.catalog)}))
}

// show formats the events of a document, one per line.
func show(found map[string][]node) string {
	var lines []string
	for _, e := range found["Event"] {
		_, status, _ := strings.Cut(e["eventStatus"].(string), "org/")
		line := fmt.Sprint(e["startDate"], " ", e["endDate"], " ", status, " ",
			strings.TrimPrefix(e["location"].(node)["@id"].(string), "https://pleinen.example/mb/pleinen/"))
		for _, key := range []string{"previousStartDate", "disambiguatingDescription"} {
			if value, ok := e[key]; ok {
				line += fmt.Sprint(" ", value)
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestEvents(t *testing.T) {
	fsys := base()
	spreekuur(fsys, "hulp", `[[afwijkend]]
datum = "2026-11-24"
vervalt = true
reden = "Ziekte"
[[afwijkend]]
datum = "2026-12-01"
tijd = "14.00 tot 15.00 uur"
plein = "zuid"
reden = "Feest"
[[afwijkend]]
datum = "2026-12-03"
tijd = "9.00 tot 10.00 uur"`)
	found := spreekuurNodes(t, resolve(t, fsys, noon), "hulp")
	want := `2026-11-24T10:00+01:00 2026-11-24T12:00+01:00 EventCancelled noord/#plein Ziekte
2026-12-01T14:00+01:00 2026-12-01T15:00+01:00 EventRescheduled zuid/#plein 2026-12-01T10:00+01:00 Feest
2026-12-03T09:00+01:00 2026-12-03T10:00+01:00 EventScheduled noord/#plein
2026-12-08T10:00+01:00 2026-12-08T12:00+01:00 EventCancelled noord/#plein het plein is gesloten
2026-12-15T10:00+01:00 2026-12-15T11:00+01:00 EventScheduled noord/#plein het plein heeft andere openingstijden
2026-12-22T10:00+01:00 2026-12-22T12:00+01:00 EventScheduled noord/#plein-2026-12-22
2026-12-29T10:00+01:00 2026-12-29T12:00+01:00 EventScheduled noord/#plein-2026-12-22
2027-01-05T10:00+01:00 2027-01-05T12:00+01:00 EventScheduled noord/#plein-2026-12-22`
	if got := show(found); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	streets := map[string]string{}
	for _, p := range found["Place"] {
		if id, ok := p["@id"].(string); ok {
			streets[id[strings.LastIndex(id, "pleinen/"):]] = p["address"].(node)["streetAddress"].(string)
		}
	}
	if got := fmt.Sprint(streets); got != "map[pleinen/noord/#plein:Kerkstraat 1 pleinen/noord/#plein-2026-12-22:Markt 2 pleinen/zuid/#plein:Weg 2]" {
		t.Errorf("places %s", got)
	}
	series := found["EventSeries"]
	if len(series) != 1 || series[0]["startDate"] != nil {
		t.Errorf("series %v: want one, without a startDate beside its schedule", series)
	}
	for _, e := range found["Event"] {
		if e["superEvent"].(node)["@id"] != series[0]["@id"] {
			t.Errorf("%v is not part of the series", e["@id"])
		}
	}
}

// TestClockChange checks that times have the offset of the day itself, in spring and in
// autumn.
func TestClockChange(t *testing.T) {
	for now, want := range map[string]string{
		"2027-03-20": "2027-03-23T10:00+01:00 2027-03-30T10:00+02:00",
		"2027-10-25": "2027-10-26T10:00+02:00 2027-11-02T10:00+01:00",
	} {
		moment, err := time.Parse(time.DateOnly, now)
		if err != nil {
			t.Fatal(err)
		}
		fsys := base()
		spreekuur(fsys, "hulp")
		events := spreekuurNodes(t, resolve(t, fsys, moment), "hulp")["Event"]
		if got := fmt.Sprint(events[0]["startDate"], " ", events[1]["startDate"]); got != want {
			t.Errorf("from %s: %s, want %s", now, got, want)
		}
	}
}

// TestStopped checks that there are no dates for a spreekuur that is not held.
func TestStopped(t *testing.T) {
	fsys := base()
	spreekuur(fsys, "pauze", `status = "tijdelijk gestopt"`, `reden = "Ziekte"`)
	spreekuur(fsys, "weg", `status = "gestopt"`, `reden = "Geen vraag"`)
	spreekuur(fsys, "voorbij", `tot_en_met = "2026-11-01"`)
	c := resolve(t, fsys, noon)
	for slug, services := range map[string]int{"pauze": 1, "weg": 0, "voorbij": 0} {
		found := spreekuurNodes(t, c, slug)
		if len(found["Service"]) != services || len(found["Event"])+len(found["EventSeries"])+
			len(found["OpeningHoursSpecification"])+len(found["ServiceChannel"]) > 0 {
			t.Errorf("%s: %v", slug, found)
		}
	}
}

func TestPlein(t *testing.T) {
	fsys := base()
	spreekuur(fsys, "hulp")
	spreekuur(fsys, "weg", `status = "gestopt"`, `reden = "Geen vraag"`)
	c := resolve(t, fsys, noon)
	g := New(c, func(string) string { return "" })
	page := Told{Description: c.Pleinen[0].InEenZin, URL: "https://pleinen.example/mb/pleinen/noord/"}
	found := read(t, g, g.Plein(c.Pleinen[0], page, 60, strings.ToUpper))
	var hours []string
	for _, h := range found["OpeningHoursSpecification"] {
		hours = append(hours, fmt.Sprint(h["dayOfWeek"], h["opens"], "-", h["closes"], " ", h["validFrom"], " ", h["validThrough"]))
	}
	want := []string{
		"[https://schema.org/Monday https://schema.org/Tuesday]09:00-12:00 <nil> <nil>",
		"[https://schema.org/Monday]13:00-23:59 <nil> <nil>",
		"<nil>00:00-00:00 2026-12-07 2026-12-08",
		"<nil>10:00-11:00 2026-12-15 2026-12-15",
	}
	if !slices.Equal(hours, want) {
		t.Errorf("hours\n%q\nwant\n%q", hours, want)
	}
	plein := found["Place"][0]
	if n := len(plein["specialOpeningHoursSpecification"].([]any)); n != 2 {
		t.Errorf("%d special hours, want 2", n)
	}
	if got := fmt.Sprint(plein["event"]); got != "[map[@id:https://pleinen.example/mb/spreekuren/hulp/#reeks]]" {
		t.Errorf("events %s", got)
	}
	if library := found["Library"]; len(library) != 1 || library[0]["name"] != "Bibliotheek Noord" || library[0]["address"] == nil {
		t.Errorf("library %v", library)
	}
	if f := found["LocationFeatureSpecification"]; len(f) != 1 || f[0]["name"] != "LIFT" || f[0]["value"] != true {
		t.Errorf("facilities %v", f)
	}
}

func TestBuildingType(t *testing.T) {
	for name, want := range map[string]string{
		"Bibliotheek Waalwijk": "Library", "De bibliotheek": "Library", "Openbare Bibliotheek Noord": "Library",
		"LocHal": "Place", "Oude bibliotheek": "Place", "Bibliotheekplein 3": "Place", "Dorpshuis bij de bibliotheek": "Place",
	} {
		if got := buildingType(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestNasty puts texts into a document that try to break out of it.
func TestNasty(t *testing.T) {
	for _, text := range []string{"</script><script>alert(1)</script>", "<!--<script>", `"\"`, "a\u2028b\u2029c", "&amp;", "\u202eom\u202c 😀", strings.Repeat("lang ", 60)} {
		fsys := base()
		spreekuur(fsys, "hulp")
		c := resolve(t, fsys, noon)
		x := c.Spreekuren[0]
		x.Partners[0].NaamInUitingen = text
		g := New(c, func(string) string { return "" })
		s := g.Spreekuur(x, Told{Name: text, Description: text, Next: x.Next(8), Say: say.Dutch(g.catalog)})
		data, err := g.Document(Page{Name: text, Description: text, Trail: []Crumb{{text, text}, {text, text}}, Subject: s})
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(string(data), "<>&\u2028\u2029") {
			t.Errorf("%q is not escaped in %s", text, data)
		}
		if got := read(t, g, s)["Service"][0]["name"]; got != text {
			t.Errorf("%q came back as %q", text, got)
		}
	}
}

// TestSchedules lets another library expand each Schedule. The dates must be those in the
// catalog that follow the rule.
func TestSchedules(t *testing.T) {
	fsys := base()
	for i, rule := range []string{
		`dag = "maandag t/m vrijdag"`, `dag = "1e en laatste donderdag van de maand"`, "dag = \"om de week op vrijdag\"\nvanaf = \"2026-09-04\"",
		"dag = \"dinsdag\"\nvanaf = \"2027-01-12\"\ntot_en_met = \"2027-06-29\"", `dag = "zondag"`, "dag = \"dinsdag\"\n[[afwijkend]]\nvan = \"2027-02-01\"\ntot_en_met = \"2027-03-31\"\nvervalt = true\nreden = \"Ziek\"",
		"dag = \"om de 3 weken op vrijdag\"\nvanaf = \"2026-09-04\"", `dag = "1e dinsdag van het kwartaal"`, `dag = "laatste vrijdag van mei, juni en december"`,
		`dag = "maandag en woensdag van oktober t/m maart"`, `dag = "even weken op dinsdag in juli en januari"`,
		`dag = "even weken op dinsdag"`, `data = ["2026-12-02", "2027-01-06"]`,
	} {
		spreekuur(fsys, fmt.Sprint("regel-", i), rule)
	}
	all := append(resolve(t, fsys, noon).Spreekuren, shipped(t).Spreekuren...)
	schedules := 0
	for _, x := range all {
		c := &catalog.Catalog{Site: &catalog.Site{Base: "https://pleinen.example"}, Moment: moment.New(noon), Today: schedule.DateOf(noon)}
		g := New(c, nil)
		found := map[string]bool{}
		for _, s := range g.rulesOf(x).schedules {
			schedules++
			for _, date := range expand(t, s, c.Today.Add(400)) {
				found[date] = true
			}
		}
		for o := range x.Between(c.Today, c.Today.Add(400)) {
			at := instant(o.Begin())
			ruled := o.Slot >= 0 && o.Kind == schedule.AsUsual
			if ruled {
				days := x.Schedule.Slots[o.Slot].Days
				_, ruled = days.RRule(x.Schedule.Anchor)
				ruled = ruled || days.ByWeekNumber() // written as fortnights
			}
			if ruled != found[at] {
				t.Errorf("%s at %s: goes by the rule %v, in a schedule %v", x.Slug, at, ruled, found[at])
			}
			delete(found, at)
		}
		if len(found) > 0 {
			t.Errorf("%s: a schedule has dates on which there is nothing: %v", x.Slug, found)
		}
	}
	if schedules < 50 {
		t.Errorf("only %d schedules", schedules)
	}
}

func shipped(t *testing.T) *catalog.Catalog {
	t.Helper()
	records, _, err := contentfs.Read(os.DirFS("../../content"))
	if err != nil {
		t.Fatal(err)
	}
	c, _ := catalog.Resolve(records, catalog.Options{Now: noon})
	return c
}

// expand returns the starting times of a Schedule up to and including a date.
func expand(t *testing.T, s eventSchedule, until schedule.Date) []string {
	t.Helper()
	zone, err := time.LoadLocation(s.Timezone)
	if err != nil {
		t.Fatal(err)
	}
	start, err := time.ParseInLocation("2006-01-02 15:04", s.Start+" "+s.StartTime, zone)
	if err != nil {
		t.Fatal(err)
	}
	option := rrule.ROption{Freq: rrule.WEEKLY, Interval: 1, Dtstart: start, Until: until.At(24 * 60), Wkst: rrule.MO}
	var unit string
	if _, err := fmt.Sscanf(s.Frequency, "P%d%s", &option.Interval, &unit); err != nil || unit != "W" && unit != "M" {
		t.Fatalf("repeatFrequency %q", s.Frequency)
	}
	if unit == "M" {
		option.Freq = rrule.MONTHLY
	}
	for _, day := range s.Days {
		option.Byweekday = append(option.Byweekday, oracleDay(t, day))
	}
	if s.End != "" {
		end, err := schedule.ParseDate(s.End)
		if err != nil {
			t.Fatal(err)
		}
		option.Until = min(end, until).At(24 * 60)
	}
	rule, err := rrule.NewRRule(option)
	if err != nil {
		t.Fatal(err)
	}
	var begins []string
	for _, begin := range rule.All() {
		if !slices.Contains(s.Except, begin.Format(time.DateOnly)) {
			begins = append(begins, instant(begin))
		}
	}
	return begins
}

// oracleDay reads "https://schema.org/Tuesday" and "-1TU".
func oracleDay(t *testing.T, day string) rrule.Weekday {
	t.Helper()
	names := map[string]rrule.Weekday{
		"https://schema.org/Monday": rrule.MO, "https://schema.org/Tuesday": rrule.TU, "https://schema.org/Wednesday": rrule.WE,
		"https://schema.org/Thursday": rrule.TH, "https://schema.org/Friday": rrule.FR, "https://schema.org/Saturday": rrule.SA, "https://schema.org/Sunday": rrule.SU,
	}
	if weekday, ok := names[day]; ok {
		return weekday
	}
	option, err := rrule.StrToROption("FREQ=MONTHLY;BYDAY=" + day)
	if err != nil || len(option.Byweekday) != 1 {
		t.Fatalf("byDay %q: %v", day, err)
	}
	return option.Byweekday[0]
}
