package due_test

import (
	"bytes"
	"net/mail"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	ical "github.com/emersion/go-ical"
	"github.com/google/uuid"
	"github.com/yuin/goldmark"

	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/due"
	"pleinwijzer/generator/say"
)

// half gives two partners something to check in July 2027, and one of them soon more.
func half(t *testing.T) map[string]string {
	return edited(t, files(), "spreekuren/brieven.md: 2027-12-31 => 2026-12-28", "spreekuren/formulier.md: 2027-12-31 => 2026-12-28",
		"spreekuren/computers.md: 2027-12-31 => 2027-01-20")
}

// TestMail checks that each partner gets one mail to its public address, with its own hours
// in words, also those that it holds with others and those that have to be checked soon.
func TestMail(t *testing.T) {
	tasks := due.Find(read(t, half(t), at("2027-07-05"), ""), due.Options{})
	var bieb, taalhuis string
	for _, task := range tasks {
		if _, err := mail.ParseAddress(string(task.Mail.To)); err != nil || !strings.HasPrefix(task.Mail.Subject, "Klopt dit nog?") {
			t.Errorf("%+v", task.Mail)
		}
		switch task.Mail.To {
		case "info@bieb.example":
			bieb = task.Mail.Body
		case "info@taalhuis.example":
			taalhuis = task.Mail.Body
		}
	}
	if len(tasks) != 2 {
		t.Fatalf("%+v", tasks)
	}
	for _, part := range []string{
		"Beste mensen van Bieb,\n", "Klopt dit nog?", "\nFormulieren\nBij Dorpsplein, samen met Taalhuis.\nElke dinsdag van 10.00 tot 12.00 uur.\n",
		"\nComputers\nBij Dorpsplein.\nElke donderdag", "https://pleinen.example/spreekuren/computers/\n", "\nDe bibliotheek\n",
	} {
		if !strings.Contains(bieb, part) {
			t.Errorf("%q is not in\n%s", part, bieb)
		}
	}
	if strings.Contains(bieb, "Brieven") || strings.Contains(taalhuis, "Computers") || !strings.Contains(taalhuis, "Brieven") {
		t.Errorf("not its own hours:\n%s\n%s", bieb, taalhuis)
	}
}

// TestFor asks for the tasks of each one.
func TestFor(t *testing.T) {
	all := edited(t, half(t), "agenda/ochtend.md: "+strings.NewReplacer("[[programma]]\ntijd = \"10.00\"\ntitel = \"Koffie\"\n", "", "2027-06-15", "2027-07-20").Replace(punt),
		"agenda/elders.md: "+strings.NewReplacer("plein = \"dorp\"", "locatie = \"De Zaal\"\nadres = \"Markt 1\"\nplaats = \"Tilburg\"\npartners = [\"taalhuis\"]",
			"[[programma]]\ntijd = \"10.00\"\ntitel = \"Koffie\"\n", "", "2027-06-15", "2027-07-20").Replace(punt),
		"pleinen/stad.md: "+strings.NewReplacer("Dorpsplein", "Stadsplein", "kartrekker = \"bieb\"\n", "").Replace(files()["pleinen/dorp.md"]),
		"spreekuren/computers.md: \"dorp\" => \"stad\"")
	c := read(t, all, at("2027-07-05"), "")
	for name, want := range map[string]string{
		"":                               "agenda/Dorpsplein agenda/Taalhuis nakijken/Bieb nakijken/Taalhuis",
		"Taalhuis":                       "agenda/Taalhuis nakijken/Taalhuis",
		"bieb":                           "agenda/Dorpsplein nakijken/Bieb", // it leads the plein
		"dorp":                           "agenda/Dorpsplein nakijken/Bieb nakijken/Taalhuis",
		"Stadsplein":                     "", // what is there can wait
		"site":                           "",
		"pleinen/dorp.md":                "agenda/Dorpsplein nakijken/Bieb nakijken/Taalhuis",
		"content/partners/taalhuis.toml": "agenda/Taalhuis nakijken/Taalhuis",
		"partners/dorp":                  "unknown",
		"kerk":                           "unknown",
	} {
		var o due.Options
		if name != "" {
			who, known := due.Named(c, name)
			if o.For = &who; !known {
				if want != "unknown" {
					t.Errorf("%s is unknown", name)
				}
				continue
			}
		}
		var got []string
		for _, task := range due.Find(c, o) {
			got = append(got, task.Kind+"/"+task.For.Name())
			if name == "dorp" && strings.Contains(task.What, "2 spreekuren") && task.For.Partner.Slug == "bieb" {
				t.Errorf("a spreekuur of another plein: %+v", task)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestWeeks checks that what should have been done is in this week, on every day of it.
func TestWeeks(t *testing.T) {
	for _, test := range []struct{ now, want string }{
		{"2027-07-05", "Deze week (week 27, tot en met zondag 11 juli)"},
		{"2027-07-11", "Deze week (week 27, tot en met zondag 11 juli)"},
		{"2027-07-12", "Deze week (week 28, tot en met zondag 18 juli)"},
		{"2028-01-01", "Deze week (week 52, tot en met zondag 2 januari)"},
	} {
		c := read(t, half(t), at(test.now), "")
		weeks := due.Weeks(say.Dutch(c), due.Find(c, due.Options{}))
		if len(weeks) != 1 || weeks[0].Heading != test.want || len(weeks[0].People) != 2 {
			t.Errorf("%s: %+v", test.now, weeks)
		}
	}
	ends := edited(t, files(), "spreekuren/brieven.md: in_een_zin => tot_en_met = \"2027-07-06\"\nin_een_zin", "spreekuren/computers.md: in_een_zin => tot_en_met = \"2027-07-15\"\nin_een_zin",
		"spreekuren/formulier.md: \"taalhuis\", \"bieb\" => \"taalhuis\"")
	c := read(t, ends, at("2027-06-15"), "")
	var got []string
	for _, week := range due.Weeks(say.Dutch(c), due.Find(c, due.Options{})) {
		got = append(got, week.Heading)
	}
	want := []string{"Volgende week (week 25, maandag 21 juni tot en met zondag 27 juni)", "Week 26 (maandag 28 juni tot en met zondag 4 juli)"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestCalendar reads the calendar back. A task keeps its UID while it exists.
func TestCalendar(t *testing.T) {
	uids := map[string]bool{}
	for _, now := range []string{"2027-07-05", "2027-07-09"} {
		c := read(t, half(t), at(now), "")
		tasks := due.Find(c, due.Options{})
		var b bytes.Buffer
		if err := due.Calendar(&b, c, tasks); err != nil {
			t.Fatal(err)
		}
		cal, err := ical.NewDecoder(&b).Decode()
		if err != nil {
			t.Fatal(err)
		}
		for i, event := range cal.Events() {
			uids[event.Props.Get("UID").Value] = true
			if on := event.Props.Get("DTSTART").Value; on != strings.ReplaceAll(now, "-", "") {
				t.Errorf("%s: on %s", now, on)
			}
			text, err := event.Props.Get("DESCRIPTION").Text()
			if err != nil || !strings.Contains(text, tasks[i].Mail.Body) {
				t.Errorf("%v: %s", err, text)
			}
		}
	}
	if len(uids) != 2 {
		t.Errorf("UIDs: %v", uids)
	}
	var b bytes.Buffer
	if err := due.Calendar(&b, read(t, files(), at("2027-07-05"), ""), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := ical.NewDecoder(&b).Decode(); err != nil {
		t.Errorf("without tasks: %v", err)
	}
}

// TestMarkdown checks that nothing that editors wrote becomes Markdown, calls a person, or
// gets out of the box with the mail.
func TestMarkdown(t *testing.T) {
	const nasty = "Hulp <b>nu</b> *snel* [x](http://kwaad.example) @jansen #12 ``` `x` | ~~weg~~ </details> <script>"
	all := edited(t, half(t), "spreekuren/brieven.md: titel = \"Brieven\" => titel = '"+nasty+"'")
	c := read(t, all, at("2027-07-05"), "")
	var b, html bytes.Buffer
	if err := due.Markdown(&b, c, due.Find(c, due.Options{})); err != nil {
		t.Fatal(err)
	}
	if err := goldmark.Convert(b.Bytes(), &html); err != nil {
		t.Fatal(err)
	}
	shown := strings.NewReplacer("\u200b", "").Replace(html.String())
	if !strings.Contains(shown, "Hulp &lt;b&gt;nu&lt;/b&gt; *snel* [x](http://kwaad.example) @jansen #12 ``` `x` | ~~weg~~ &lt;/details&gt; &lt;script&gt;") {
		t.Errorf("the title is not as it was written:\n%s", shown)
	}
	for _, mark := range []string{"<b>", "<em>snel", "href=\"http://kwaad", "<script"} {
		if strings.Contains(shown, mark) {
			t.Errorf("%s in\n%s", mark, shown)
		}
	}
	outside := b.String()
	for at := strings.Index(outside, "````text"); at >= 0; at = strings.Index(outside, "````text") {
		outside = outside[:at] + outside[strings.Index(outside[at+8:], "````")+at+12:]
	}
	if strings.Contains(outside, "@jansen") || strings.Contains(outside, "#12") {
		t.Errorf("calls a person or an issue:\n%s", outside)
	}
}

// TestIssueFits fills an issue with more than GitHub accepts.
func TestIssueFits(t *testing.T) {
	all := half(t)
	for _, n := range []int{60, 700} {
		for i := range n {
			name := "nog-" + string(rune('a'+i%26)) + strings.Repeat("x", i/26)
			all["spreekuren/"+name+".md"] = strings.Replace(all["spreekuren/brieven.md"], "Brieven", "Een heel lange titel voor een spreekuur nummer "+name, 1)
			all["partners/"+name+".md"] = strings.ReplaceAll(all["partners/taalhuis.md"], "Taalhuis", "Partner "+name)
			all["spreekuren/"+name+".md"] = strings.Replace(all["spreekuren/"+name+".md"], `"taalhuis"`, `"`+name+`"`, 1)
		}
		c := read(t, all, at("2027-07-05"), "")
		text := due.Issue(c, due.Find(c, due.Options{}))
		if len(text) > 65_000 || len(text) < 10_000 || !strings.Contains(text, "`pleinwijzer taken`") || strings.Contains(text, "<details>") {
			t.Errorf("%d spreekuren: %d bytes, ending in %q", n, len(text), text[max(0, len(text)-200):])
		}
	}
}

func TestPrivate(t *testing.T) {
	c := read(t, files(), at("2027-03-01"), "")
	tests := []struct{ name, text, want string }{
		{"a task", "[[taak]]\nwat = \"Evaluatie\"\ndatum = \"2027-03-31\"\n", "Evaluatie/De hele site"},
		{"too early", "[[taak]]\nwat = \"Evaluatie\"\ndatum = \"2027-04-01\"\n", ""},
		{"earlier", "[[taak]]\nwat = \"Evaluatie\"\ndatum = \"2027-04-01\"\ndagen_vooraf = 31\n", "Evaluatie/De hele site"},
		{"on the day", "[[taak]]\nwat = \"Evaluatie\"\ndatum = 2027-03-02\ndagen_vooraf = 0\n", ""},
		{"late", "[[taak]]\nwat = \"Opzeggen\"\ndatum = \"2026-03-01\"\n", "Opzeggen/De hele site"},
		{"done", "[[taak]]\nwat = \"Opzeggen\"\ndatum = \"2026-03-01\"\ngedaan = true\n", ""},
		{"for a plein", "[[taak]]\nwat = \"Training\"\ndatum = \"2027-03-01\"\nvoor = \"Dorpsplein\"\n", "Training/Dorpsplein"},
		{"for a partner", "[[taak]]\nwat = \"Training\"\ndatum = \"2027-03-01\"\nvoor = \"bieb\"\n", "Training/Bieb"},
		{"for nobody", "[[taak]]\nwat = \"Training\"\ndatum = \"2027-03-01\"\nvoor = \"biep\"\n", `voor-onbekend: bedoelt u "bieb"?`},
		{"without a day", "[[taak]]\nwat = \"Training\"\n", "veld-ontbreekt: voeg toe: datum = \"2027-03-01\""},
		{"a day that is none", "[[taak]]\nwat = \"Training\"\ndatum = \"31-02-2027\"\n", "datum-onleesbaar: "},
		{"too many days", "[[taak]]\nwat = \"Training\"\ndatum = \"2027-03-01\"\ndagen_vooraf = 999\n", "dagen-vooraf: schrijf een getal van 0 tot en met 366"},
		{"an unknown field", "[[taak]]\nwat = \"Training\"\ndatum = \"2027-03-01\"\ngedaam = true\n", `veld-onbekend: bedoelt u "gedaan"?`},
		{"no block", "wat = \"Training\"\n", "veld-onbekend: zet boven de regels van een taak het kopje [[taak]]"},
		{"not TOML", "[[taak]]\nwat = Training\n", "aanhaling-ontbreekt: schrijf: wat = \"Training\""},
		{"only a remark", "# niets\n", ""},
		{"empty", "", "bestand-leeg: vul het bestand of verwijder het"},
	}
	for _, test := range tests {
		folder := fstest.MapFS{"prive.toml": {Data: []byte(test.text)}, "lees.md": {Data: []byte("niets")}, "oud.toml/a.toml": {}}
		tasks, problems, err := due.Private(folder, c, nil)
		got := ""
		switch {
		case err != nil:
			t.Errorf("%s: %v", test.name, err)
		case len(problems) > 0:
			got = problems[0].Code + ": " + problems[0].Hint
		case len(tasks) > 0:
			got = tasks[0].What + "/" + tasks[0].For.Name()
			if !tasks[0].Private {
				t.Errorf("%s: not marked", test.name)
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	if _, _, err := due.Private(fstest.MapFS{"lees.md": {}}, c, nil); err != due.ErrNoTasks {
		t.Error(err)
	}
}

// TestGids checks that each plein has one task for G!DS, which names each record once.
func TestGids(t *testing.T) {
	c := read(t, files(), at("2027-07-05"), "")
	plein, brieven, weg := c.Pleinen[0], c.Spreekuren[0], uuid.New()
	change := func(of uuid.UUID, title string, what changes.What, label string) changes.Change {
		return changes.Change{ID: of, Plein: plein.ID, Title: title, What: what, Label: label}
	}
	tasks := due.Find(c, due.Options{Since: c.Today.Add(-7), Changes: []changes.Change{
		change(plein.ID, plein.Naam, changes.Altered, "Telefoon"), change(plein.ID, plein.Naam, changes.Altered, "Postcode"),
		change(brieven.ID, brieven.Titel, changes.Came, ""), change(brieven.ID, brieven.Titel, changes.Altered, ""),
		change(weg, "Weg", changes.Went, ""),
	}})
	if len(tasks) != 1 || tasks[0].For.Plein != plein || tasks[0].What != "Werk G!DS bij: 3 vermeldingen zijn veranderd sinds 28 juni 2027" {
		t.Fatalf("%+v", tasks)
	}
	var got []string
	for _, a := range tasks[0].About {
		got = append(got, a.Text)
	}
	if want := []string{"Dorpsplein: Telefoon, Postcode", brieven.Titel + ": is nieuw", "Weg: hoort niet meer in G!DS"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if tasks := due.Find(c, due.Options{}); len(tasks) > 0 {
		t.Errorf("without changes: %+v", tasks)
	}
}
