package due_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/due"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/schedule"
)

// files are a directory in which nothing has to be done in 2027: a plein with two partners,
// whose spreekuren are on Tuesday and Thursday.
func files() map[string]string {
	spreekuur := func(titel, partner, dag string) string {
		return "+++\ntitel = \"" + titel + "\"\nplein = \"dorp\"\npartner = " + partner + "\ndag = \"" + dag +
			"\"\ntijd = \"10.00-12.00\"\nin_een_zin = \"Wij helpen u.\"\ngecontroleerd = \"2027-12-31\"\n+++\nKom langs.\n"
	}
	return map[string]string{
		"site.toml":                 "titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\norganisatie = \"De bibliotheek\"\n",
		"pleinen/dorp.md":           "+++\nnaam = \"Dorpsplein\"\nadres = \"Kerkstraat 1\"\npostcode = \"5041 AA\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 01\"\nkartrekker = \"bieb\"\nfeestdagen = \"open\"\n+++\n",
		"partners/bieb.md":          "+++\nnaam = \"Bieb\"\nemail = \"info@bieb.example\"\n+++\n",
		"partners/taalhuis.md":      "+++\nnaam = \"Taalhuis\"\nemail = \"info@taalhuis.example\"\n+++\n",
		"spreekuren/brieven.md":     spreekuur("Brieven", `"taalhuis"`, "dinsdag"),
		"spreekuren/formulier.md":   spreekuur("Formulieren", `["taalhuis", "bieb"]`, "dinsdag"),
		"spreekuren/computers.md":   spreekuur("Computers", `"bieb"`, "donderdag"),
		"spreekuren/op-afspraak.md": strings.Replace(spreekuur("Geld", `"bieb"`, "op afspraak"), "tijd = \"10.00-12.00\"\n", "telefoon = \"013 000 00 02\"\n", 1),
	}
}

func at(date string) time.Time {
	d, err := schedule.ParseDate(date)
	if err != nil {
		panic(err)
	}
	return d.At(9 * 60)
}

// read makes a catalog. Facts that were checked in the future count as checked today, so
// that nothing has to be checked unless a case says so.
func read(t *testing.T, all map[string]string, now time.Time, added string) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	var commit history.Commit
	for name, text := range all {
		fsys[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "2027-12-31", schedule.DateOf(now).String()))}
		commit.Files = append(commit.Files, history.File{Path: name})
	}
	o := catalog.Options{Now: now}
	if added != "" {
		commit.Time = at(added)
		o.History = []history.Commit{commit}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, o)
	if problems = append(problems, unresolved...); problems.HasErrors() {
		t.Fatal(problems)
	}
	return c
}

// edited returns the directory with changes: "file: old => new", or "file: text" for a new
// file.
func edited(t *testing.T, all map[string]string, edits ...string) map[string]string {
	t.Helper()
	all = maps.Clone(all)
	for _, edit := range edits {
		name, change, _ := strings.Cut(edit, ": ")
		old, fresh, replaces := strings.Cut(change, " => ")
		switch {
		case !replaces:
			all[name] = change
		case !strings.Contains(all[name], old):
			t.Fatalf("%s has no %q", name, old)
		default:
			all[name] = strings.Replace(all[name], old, fresh, 1)
		}
	}
	return all
}

// A cause is an edit that gives something to do in 2027.
type cause struct {
	name        string
	edits       []string
	added       string // the day on which all files were committed, if that matters
	kind        string
	who         string
	first, last string // the days on which there is a task; "" for the end of the year
	by          string // the day by which it has to be done
	mends       [][]string
}

const (
	bericht = "+++\ntitel = \"Nieuws\"\ndatum = \"2027-01-02\"\ntot_en_met = \"2027-12-30\"\nin_een_zin = \"ZIN\"\nPLEINEN\n+++\nTekst.\n"
	punt    = "+++\ntitel = \"Ochtend\"\ndatum = \"2027-06-15\"\ntijd = \"10.00-12.00\"\nplein = \"dorp\"\nin_een_zin = \"Wij praten samen.\"\naanmelden = \"niet nodig\"\n[[programma]]\ntijd = \"10.00\"\ntitel = \"Koffie\"\n+++\n"
)

func news(sentence, pleinen string) string {
	return "berichten/nieuws.md: " + strings.NewReplacer("ZIN", sentence, "PLEINEN", pleinen).Replace(bericht)
}

var causes = []cause{
	{
		name: "checked long ago", edits: []string{"spreekuren/brieven.md: 2027-12-31 => 2026-12-28"}, kind: "nakijken", who: "Taalhuis",
		first: "2027-06-30", by: "2027-06-30",
		mends: [][]string{
			{"spreekuren/brieven.md: 2026-12-28 => 2027-06-29"},
			{"spreekuren/brieven.md: gecontroleerd => status = \"tijdelijk gestopt\"\nreden = \"De zaal is dicht.\"\ngecontroleerd"},
			{"spreekuren/brieven.md: gecontroleerd => concept = true\ngecontroleerd"},
			{"spreekuren/brieven.md: gecontroleerd => negeer = { \"nakijken\" = \"Dat doet de gemeente.\" }\ngecontroleerd"},
		},
	},
	{
		name: "never checked", edits: []string{"spreekuren/computers.md: gecontroleerd = \"2027-12-31\" => "}, kind: "nakijken", who: "Bieb",
		first: "2027-01-01", mends: [][]string{{"spreekuren/computers.md: in_een_zin => gecontroleerd = \"2027-12-31\"\nin_een_zin"}},
	},
	{
		name: "a spreekuur by appointment", edits: []string{"spreekuren/op-afspraak.md: 2027-12-31 => 2026-12-01"}, kind: "nakijken", who: "Bieb",
		first: "2027-06-03", by: "2027-06-03", mends: [][]string{{"spreekuren/op-afspraak.md: 2026-12-01 => 2027-06-01"}},
	},
	{
		name: "an end", edits: []string{"spreekuren/brieven.md: in_een_zin => tot_en_met = \"2027-06-29\"\nin_een_zin"}, kind: "spreekuur-eindigt", who: "Taalhuis",
		first: "2027-04-30", by: "2027-06-15",
		mends: [][]string{
			{"spreekuren/brieven.md: 2027-06-29 => 2029-06-29"},
			{"spreekuren/brieven.md: in_een_zin => status = \"gestopt\"\nreden = \"Het is klaar.\"\nin_een_zin"},
		},
	},
	{
		name: "a last date", edits: []string{"spreekuren/brieven.md: dag = \"dinsdag\" => data = [\"2027-05-03\", \"2027-03-01\"]"}, kind: "spreekuur-eindigt", who: "Taalhuis",
		first: "2027-03-04", by: "2027-04-19", mends: [][]string{{"spreekuren/brieven.md: \"2027-05-03\" => \"2027-05-03\", \"2028-12-05\""}},
	},
	{
		name: "a pilot", edits: []string{"pleinen/dorp.md: feestdagen => pilot = { tot_en_met = \"2027-08-31\" }\nfeestdagen"}, kind: "proef-eindigt", who: "Dorpsplein",
		first: "2027-07-02", by: "2027-08-17",
		mends: [][]string{{"pleinen/dorp.md: pilot = { tot_en_met = \"2027-08-31\" } => "}, {"pleinen/dorp.md: 2027-08-31 => 2028-08-31"}},
	},
	{
		name:  "a move",
		edits: []string{"pleinen/dorp.md: feestdagen = \"open\" => feestdagen = \"open\"\n[[verhuizing]]\nvanaf = \"2027-06-01\"\nadres = \"Markt 3\"\npostcode = \"5041 BB\"\nplaats = \"Tilburg\"\nreden = \"Meer ruimte.\""},
		kind:  "verhuizing", who: "Dorpsplein", first: "2027-05-02", last: "2027-05-31", by: "2027-05-18",
		mends: [][]string{
			{news("Het plein verhuist op 1 juni.", `pleinen = ["dorp"]`)}, {news("Kom naar markt 3.", `pleinen = ["dorp"]`)}, {news("Alle pleinen krijgen een nieuwe plek.", "")},
		},
	},
	{
		name:  "a closing",
		edits: []string{"pleinen/dorp.md: feestdagen = \"open\" => feestdagen = \"open\"\n[[afwijkend]]\ndatum = \"2027-06-01\"\ngesloten = true\nreden = \"De zaal is vol.\""},
		kind:  "sluiting", who: "Dorpsplein", first: "2027-04-27", last: "2027-06-01", by: "2027-05-18",
		mends: [][]string{{news("Het plein is dicht.", `pleinen = ["dorp"]`)}, {"spreekuren/formulier.md: dinsdag => maandag"}},
	},
	{
		name:  "a closing of the whole site",
		edits: []string{"site.toml: organisatie => sluitingen = [{ van = \"2027-03-01\", tot_en_met = \"2027-03-05\", reden = \"Voorjaar\" }]\norganisatie"},
		kind:  "sluiting", who: "Dorpsplein", first: "2027-01-25", last: "2027-03-05", by: "2027-02-15",
		mends: [][]string{{news("Alles is gesloten.", "")}},
	},
	{
		name: "no programme", edits: []string{"agenda/ochtend.md: " + strings.Replace(punt, "[[programma]]\ntijd = \"10.00\"\ntitel = \"Koffie\"\n", "", 1)},
		kind: "agenda", who: "Dorpsplein", first: "2027-05-25", last: "2027-06-15", by: "2027-06-01", mends: [][]string{{"agenda/ochtend.md: " + punt}},
	},
	{
		name: "no answer about signing up", edits: []string{"agenda/ochtend.md: " + strings.Replace(punt, "aanmelden = \"niet nodig\"\n", "", 1)},
		kind: "agenda", who: "Dorpsplein", first: "2027-05-25", last: "2027-06-15", by: "2027-06-01", mends: [][]string{{"agenda/ochtend.md: " + punt}},
	},
	{
		name: "no way to sign up", edits: []string{"agenda/ochtend.md: " + strings.Replace(punt, "niet nodig", "verplicht", 1)},
		kind: "agenda", who: "Dorpsplein", first: "2027-05-25", last: "2027-06-15", by: "2027-06-01",
		mends: [][]string{{"agenda/ochtend.md: verplicht\" => verplicht\"\nemail = \"info@bieb.example\""}},
	},
	{
		name: "a draft", edits: []string{"spreekuren/brieven.md: in_een_zin => concept = true\nin_een_zin"}, added: "2027-02-01", kind: "concept", who: "Dorpsplein",
		first: "2027-03-04", by: "2027-03-04", mends: [][]string{{"spreekuren/brieven.md: concept = true => "}},
	},
	{
		name: "school holidays", kind: "schoolvakanties", who: "De hele site",
		edits: []string{
			"spreekuren/brieven.md: in_een_zin => alleen_schoolweken = true\nin_een_zin",
			"site.toml: organisatie => schoolvakanties = [{ naam = \"Zomer\", van = \"2027-09-01\", tot_en_met = \"2027-09-30\" }]\norganisatie",
		},
		first: "2027-03-02", by: "2027-03-02",
		mends: [][]string{{"site.toml: [{ => [{ naam = \"Kerst\", van = \"2028-12-20\", tot_en_met = \"2029-01-02\" }, {"}, {"spreekuren/brieven.md: alleen_schoolweken = true => "}},
	},
}

// TestYear looks on each day of a year: each cause gives one task, on the days of its window
// and no other, and none once it is mended.
func TestYear(t *testing.T) {
	for _, cause := range causes {
		t.Run(cause.name, func(t *testing.T) {
			t.Parallel()
			with := edited(t, files(), cause.edits...)
			for day := schedule.DateOf(at("2027-01-01")); day <= schedule.DateOf(at("2027-12-30")); day++ {
				want := day.String() >= cause.first && (cause.last == "" || day.String() <= cause.last)
				checkDay(t, cause, due.Find(read(t, with, day.At(9*60), cause.added), due.Options{}), day, want)
			}
			for _, mend := range cause.mends {
				mended := edited(t, with, mend...)
				for _, day := range []string{cause.first, cause.by, cause.last} {
					if day == "" {
						continue
					}
					if tasks := due.Find(read(t, mended, at(day), cause.added), due.Options{}); len(tasks) > 0 {
						t.Errorf("%s, mended by %q: %+v", day, mend, tasks)
					}
				}
			}
		})
	}
}

func checkDay(t *testing.T, cause cause, tasks []due.Task, day schedule.Date, want bool) {
	t.Helper()
	if len(tasks) > 1 || len(tasks) == 1 != want {
		t.Fatalf("%s: %d tasks, want one: %t: %+v", day, len(tasks), want, tasks)
	}
	for _, task := range tasks {
		right := task.Kind == cause.kind && task.For.Name() == cause.who && (cause.by == "" || task.By.String() == cause.by)
		if !right || task.What == "" || len(task.About) == 0 {
			t.Fatalf("%s: %+v", day, task)
		}
	}
}

// TestNothingDue looks at the directory in which nothing has to be done.
func TestNothingDue(t *testing.T) {
	for day := schedule.DateOf(at("2027-01-01")); day <= schedule.DateOf(at("2027-12-30")); day += 3 {
		if tasks := due.Find(read(t, files(), day.At(9*60), "2026-01-01"), due.Options{}); len(tasks) > 0 {
			t.Fatalf("%s: %+v", day, tasks)
		}
	}
}

// TestKinds checks that each kind of task has a case in the year. What has changed for G!DS
// does not depend on the day.
func TestKinds(t *testing.T) {
	for _, kind := range due.Kinds() {
		if kind != "gids" && !slices.ContainsFunc(causes, func(c cause) bool { return c.kind == kind }) {
			t.Errorf("no cause gives a task of the kind %s", kind)
		}
	}
}
