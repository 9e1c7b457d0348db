package kept

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/schedule"
)

var today = schedule.NewDate(2026, 11, 28)

// directory is a source with feeds of these records, as JSON, by list.
type directory map[string][]string

// record is one with an id that follows from its name.
func record(name, more string) string {
	return fmt.Sprintf(`{"id":%q,"slug":%q,"url":"https://x.example/%s/"%s}`, idOf(name), name, name, more)
}

func idOf(name string) string { return uuid.NewSHA1(uuid.NameSpaceURL, []byte(name)).String() }

func plainPlein(name, street string) string {
	return record(name, fmt.Sprintf(`,"naam":%q,"adres":%q,"postcode":"5000 AA","plaats":"Dorp"`, name, street))
}

func (d directory) files(t *testing.T, source string, to fstest.MapFS) {
	t.Helper()
	lock := Lock{}
	for _, list := range Lists {
		text := fmt.Sprintf(`{"gemaakt":"2026-11-28T01:00:00+01:00","geldig_tot":"2027-12-31",%q:[%s]}`, list, strings.Join(d[list], ",\n"))
		if !json.Valid([]byte(text)) {
			t.Fatal(text)
		}
		to[source+"/"+FileOf(list)] = &fstest.MapFile{Data: []byte(text)}
		lock.Files = append(lock.Files, File{Name: FileOf(list), Sum: Sum([]byte(text))})
	}
	for _, was := range d["was"] { // list, name before, name now
		f := strings.Fields(was)
		lock.Former = append(lock.Former, Former{List: f[0], Slug: f[1], ID: idOf(f[2])})
	}
	if gone := d["gone"]; len(gone) > 0 { // list, day, record
		var all []Gone
		for _, line := range gone {
			list, rest, _ := strings.Cut(line, " ")
			day, text, _ := strings.Cut(rest, " ")
			all = append(all, Gone{List: list, Day: day, Record: json.RawMessage(text)})
		}
		text, err := EncodeGone(all)
		if err != nil {
			t.Fatal(err)
		}
		to[GonePath(source)] = &fstest.MapFile{Data: text}
	}
	text, err := lock.Encode()
	if err != nil {
		t.Fatal(err)
	}
	to[LockPath(source)] = &fstest.MapFile{Data: text}
}

// joined reads a folder with sources.
func joined(t *testing.T, files map[string]string, sources map[string]directory) (*content.Content, string) {
	t.Helper()
	folder, cache := fstest.MapFS{}, fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	folder["site.toml"] = &fstest.MapFile{Data: []byte("titel = \"Regio\"\nadres = \"https://regio.example\"\n")}
	own, problems, err := contentfs.Read(folder)
	for _, p := range problems {
		t.Fatal(p.Range, p.Message, p.Hint)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		sources[name].files(t, name, cache)
	}
	all, problems, err := NewReader(cache).Join(own, today)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, p := range problems {
		told = append(told, p.Code+" "+p.Range.File+" "+p.Hint)
	}
	return all, strings.Join(told, "; ")
}

func block(name, more string) string {
	return fmt.Sprintf("[%s]\ntitel = \"%s\"\nadres = \"https://%s.example/feeds/v1/\"\nlicentie = \"CC0-1.0\"\n%s\n", name, name, name, more)
}

// circle is a source of which a partner is another one.
func circle(name, partner, as string) string {
	return block(name, fmt.Sprintf("[[%s.zelfde_als]]\npartner = %q\nals = %q", name, partner, as))
}

func slugs(c *content.Content) string {
	var all []string
	for _, r := range c.Items() {
		all = append(all, r.File().Slug)
	}
	return strings.Join(all, " ")
}

// TestJoin wants each record once, under the name of the source that goes first.
func TestJoin(t *testing.T) {
	bron := func(name, url string) string {
		return record(name, fmt.Sprintf(`,"naam":%q,"adres":"Weg 1","postcode":"5000 ZZ","plaats":"Dorp","bron":{"naam":"x","url":%q,"licentie":"CC0-1.0"}`, name, url))
	}
	three := map[string]directory{
		"a": {Partners: {record("o", `,"naam":"O"`)}}, "b": {Partners: {record("u", `,"naam":"U"`)}},
		"c": {Partners: {record("w", `,"naam":"W"`)}},
	}
	for name, test := range map[string]struct {
		blocks  string
		sources map[string]directory
		want    string
		told    string
	}{
		"two sources": {block("a", "") + block("b", ""),
			map[string]directory{"a": {Pleinen: {plainPlein("p", "Weg 1")}}, "b": {Pleinen: {plainPlein("q", "Weg 2")}}}, "a/p b/q", ""},
		"one id in both": {block("a", "") + block("b", ""),
			map[string]directory{"a": {Pleinen: {plainPlein("p", "Weg 1")}}, "b": {Pleinen: {plainPlein("p", "Weg 1")}}}, "a/p", ""},
		"precedence": {block("a", "") + block("b", "voorrang = 1"),
			map[string]directory{"a": {Pleinen: {plainPlein("p", "Weg 1")}}, "b": {Pleinen: {plainPlein("p", "Weg 1")}}}, "b/p", ""},
		"by way of another": {block("a", "voorrang = 1") + block("b", ""),
			map[string]directory{"a": {Pleinen: {bron("p", "https://b.example/p/")}}, "b": {Pleinen: {plainPlein("p", "Weg 1")}}}, "b/p", ""},
		"it comes back": {block("a", ""),
			map[string]directory{"a": {Pleinen: {bron("p", "https://regio.example/pleinen/p/")}}}, "", ""},
		"one building": {block("a", "") + block("b", ""),
			map[string]directory{"a": {Pleinen: {plainPlein("p", "Weg 1")}}, "b": {Pleinen: {plainPlein("q", "Weg 1")}}}, "a/p b/q", ""},
		"one building and precedence": {block("a", "") + block("b", "voorrang = 1"),
			map[string]directory{"a": {Pleinen: {plainPlein("p", "Weg 1")}}, "b": {Pleinen: {plainPlein("q", "weg  1")}}}, "b/q", ""},
		"only some pleinen": {block("a", "pleinen = [\"q\"]"),
			map[string]directory{"a": {Pleinen: {plainPlein("p", "Weg 1"), plainPlein("q", "Weg 2")}, Partners: {record("o", `,"naam":"O"`)}}},
			"a/q", ""},
		"later": {block("a", "vanaf = \"2026-11-29\""), map[string]directory{"a": {Pleinen: {plainPlein("p", "Weg 1")}}}, "", ""},
		"the same partner": {block("a", "[[a.zelfde_als]]\npartner = \"o\"\nals = \"b/u\"") + block("b", ""),
			map[string]directory{"a": {Partners: {record("o", `,"naam":"O"`)}}, "b": {Partners: {record("u", `,"naam":"U"`)}}}, "b/u", ""},
		"a partner that is not there": {block("a", "[[a.zelfde_als]]\npartner = \"o\"\nals = \"b/uu\"") + block("b", ""),
			map[string]directory{"a": {Partners: {record("o", `,"naam":"O"`)}}, "b": {Partners: {record("u", `,"naam":"U"`)}}}, "b/u a/o",
			`zelfde-als-onbekend bronnen.toml bedoelt u "b/u"?`},
		"three partners in a circle": {circle("a", "o", "b/u") + circle("b", "u", "c/w") + circle("c", "w", "a/o"),
			three,
			"a/o", "zelfde-als-kring bronnen.toml haal dit blok zelfde_als weg"},
		"a partner that is itself": {circle("a", "o", "a/o"), map[string]directory{"a": {Partners: {record("o", `,"naam":"O"`)}}},
			"a/o", "zelfde-als-kring bronnen.toml haal dit blok zelfde_als weg"},
		"a row of partners to one that is not there": {circle("a", "o", "b/u") + circle("b", "u", "c/ww") + block("c", ""),
			three,
			"c/w b/u", `zelfde-als-onbekend bronnen.toml bedoelt u "c/w"?`},
		"a plein with another name than it had": {block("a", "pleinen = [\"was\"]"),
			map[string]directory{"a": {Pleinen: {plainPlein("p", "Weg 1")}, "was": {"pleinen was p"}}}, "a/p", ""},
		"one id for two kinds": {block("a", ""), map[string]directory{"a": {
			Pleinen: {plainPlein("p", "Weg 1")}, Partners: {strings.Replace(record("o", `,"naam":"O"`), idOf("o"), idOf("p"), 1)},
		}}, "a/p", ""},
		"one id in capitals": {block("a", "") + block("b", ""), map[string]directory{
			"a": {Pleinen: {plainPlein("p", "Weg 1")}},
			"b": {Pleinen: {strings.Replace(plainPlein("p", "Weg 1"), idOf("p"), strings.ToUpper(idOf("p")), 1)}},
		}, "a/p", ""},
		"not fetched yet": {block("a", ""), nil, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			c, told := joined(t, map[string]string{"bronnen.toml": test.blocks}, test.sources)
			if got := slugs(c); got != test.want || told != test.told {
				t.Errorf("%q, %q, want %q, %q", got, told, test.want, test.told)
			}
		})
	}
}

// TestOwnBuilding wants a plein of the site itself to stay, and that of a source with any
// other precedence to be the same one.
func TestOwnBuilding(t *testing.T) {
	own := "naam = \"Eigen\"\nadres = \"Weg 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n"
	for precedence, want := range map[string]string{"": "eigen a/p", "voorrang = 1": "eigen", "voorrang = -1": "eigen"} {
		c, _ := joined(t, map[string]string{"bronnen.toml": block("a", precedence), "pleinen/eigen.toml": own},
			map[string]directory{"a": {Pleinen: {plainPlein("p", "Weg 1")}}})
		if got := slugs(c); got != want {
			t.Errorf("%q: %q, want %q", precedence, got, want)
		}
	}
}

// TestReplaced wants the old address of a page of a source to lead to the record of the folder
// that is shown in its place, also the addresses that it had before.
func TestReplaced(t *testing.T) {
	c, told := joined(t, map[string]string{
		"bronnen.toml":       block("a", "voorrang = 1\n[[a.zelfde_als]]\npartner = \"o\"\nals = \"huis\"") + block("b", "[[b.zelfde_als]]\npartner = \"u\"\nals = \"a/o\""),
		"pleinen/eigen.toml": "naam = \"Eigen\"\nadres = \"Weg 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n",
		"partners/huis.toml": "naam = \"Huis\"\ntelefoon = \"013 000 00 02\"\n",
	}, map[string]directory{
		"a": {
			Pleinen: {plainPlein("p", "Weg 1")}, Partners: {record("o", `,"naam":"O"`)},
			"was": {"pleinen vroeger p", "partners oud o"},
		},
		"b": {Partners: {record("u", `,"naam":"U"`)}},
	})
	shown, problems := catalog.Resolve(c, catalog.Options{Now: today.At(schedule.Clock(720))})
	if told != "" || problems.HasErrors() {
		t.Fatal(told, problems)
	}
	var got []string
	for _, r := range shown.Redirects {
		got = append(got, r.From+" "+r.To)
	}
	want := []string{
		"/a/partners/o/ /partners/huis/", "/a/partners/oud/ /partners/huis/", "/a/pleinen/p/ /pleinen/eigen/",
		"/a/pleinen/vroeger/ /pleinen/eigen/", "/b/partners/u/ /partners/huis/",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestBroken refuses what is not as it was fetched, and names the file.
func TestBroken(t *testing.T) {
	cache := fstest.MapFS{}
	directory{Pleinen: {plainPlein("p", "Weg 1")}}.files(t, "a", cache)
	own := &content.Content{Sources: []*content.Source{{Slug: "a"}}}
	for name, change := range map[string]func(fstest.MapFS){
		"bronnen/a/pleinen.json":    func(f fstest.MapFS) { f["a/pleinen.json"] = &fstest.MapFile{Data: []byte("{}")} },
		"bronnen/a/spreekuren.json": func(f fstest.MapFS) { delete(f, "a/spreekuren.json") },
		"bronnen/a/slot.toml":       func(f fstest.MapFS) { f["a/slot.toml"] = &fstest.MapFile{Data: []byte("<<<<<<<")} },
		"bronnen/a/weg.json":        func(f fstest.MapFS) { f["a/weg.json"] = &fstest.MapFile{Data: []byte("<<<<<<<")} },
	} {
		broken := maps.Clone(cache)
		change(broken)
		_, problems, err := NewReader(broken).Join(own, today)
		if err != nil || len(problems) != 1 || problems[0].Code != "bron-kapot" || problems[0].File != name {
			t.Errorf("%s: %v, %v", name, problems, err)
		}
	}
}

// TestRefused names what was there already.
func TestRefused(t *testing.T) {
	cache := fstest.MapFS{}
	for _, name := range []string{"a", "b"} {
		directory{Pleinen: {plainPlein("p", "Weg 1"), plainPlein("only-"+name, "Weg 2")}}.files(t, name, cache)
	}
	r := NewReader(cache)
	two := &content.Content{Sources: []*content.Source{{Slug: "a"}, {Slug: "b"}}}
	_, _, err := r.Join(two, today)
	if err != nil || len(r.Refused("a")) > 0 || !slices.Equal(r.Refused("b"), []Refused{{Pleinen, "p", "a/p"}}) {
		t.Errorf("%v, %v and %v", err, r.Refused("a"), r.Refused("b"))
	}
}

// TestHostile reads what a schema lets through and nobody means. None of it may keep the
// program busy, give a time that cannot be, or become a link that runs something.
func TestHostile(t *testing.T) {
	hour := func(name, more string) string {
		return record(name, `,"titel":"T","in_een_zin":"Z","regel":"elke dag","plein":{"slug":"p"},"status":"actief",`+more)
	}
	c, _ := joined(t, map[string]string{"bronnen.toml": block("a", "")}, map[string]directory{"a": {
		Pleinen: {strings.Replace(plainPlein("p", "Weg 1"), "https://x.example/p/", "javascript:alert(1)", 1)},
		Spreekuren: {
			hour("busy", `"rooster":[{"rrule":"FREQ=WEEKLY;INTERVAL=999999999;BYDAY=TU","begin":"10:00","eind":"12:00","vanaf":"2026-11-24"}]`),
			hour("backwards", `"rooster":[{"rrule":"FREQ=WEEKLY;BYDAY=TU","begin":"12:00","eind":"10:00"}]`),
			hour("alone", `"uitzonderingen":[{"datum":"2026-12-01","begin":"10:00","eind":"12:00","status":"vervalt"},{"datum":"0000-99-99","begin":"10:00","eind":"12:00","status":"extra"}]`),
			hour("odd", `"rooster":{"a":1}`),
			hour("itself", `"rooster":[],"opvolger":"itself","verwijs":[{"vraag":"V","spreekuur":{"slug":"itself"}},{"vraag":"V","partner":{"slug":"nobody"}}]`),
		},
	}})
	if url := c.Pleinen[0].From.URL; url != "https://a.example/" {
		t.Errorf("a link to %s", url)
	}
	for _, s := range c.Spreekuren {
		if len(s.Tijden) > 0 || s.Opvolger != "" || len(s.Verwijs) > 0 || s.From.Rule != "elke dag" {
			t.Errorf("%s: %+v", s.Slug, s)
		}
	}
	if len(c.Spreekuren) != 5 {
		t.Errorf("%d spreekuren", len(c.Spreekuren))
	}
}
