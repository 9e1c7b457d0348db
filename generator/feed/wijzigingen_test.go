package feed

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	ical "github.com/emersion/go-ical"
	"github.com/google/uuid"
	"github.com/mmcdole/gofeed"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/history"
)

// readWijzigingen reads the feed of changes as others do.
func readWijzigingen(t *testing.T, c *catalog.Catalog) *gofeed.Feed {
	t.Helper()
	var b bytes.Buffer
	if err := wijzigingenAtom(c)[0].Render(&b); err != nil {
		t.Fatal(err)
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatalf("%v\n%s", err, b.Bytes())
	}
	return feed
}

func itemLines(feed *gofeed.Feed) []string {
	var list []string
	for _, item := range feed.Items {
		list = append(list, item.UpdatedParsed.In(now.Location()).Format("2006-01-02 15:04")+" "+item.Title)
	}
	return list
}

// TestWijzigingen is about what follows from the content alone: the day of an
// entry does not move with the day of the build.
func TestWijzigingen(t *testing.T) {
	files := maps.Clone(small)
	files["spreekuren/begint.toml"] = strings.Replace(files["spreekuren/open.toml"], "Open tafel", "Begint later", 1) + "vanaf = \"2026-12-15\"\n"
	files["spreekuren/stil.toml"] = strings.Replace(files["spreekuren/open.toml"], "Open tafel", "Even niet", 1) +
		"status = \"tijdelijk gestopt\"\nreden = \"Ziekte.\"\ngecontroleerd = \"2026-11-01\"\nopvolger = \"brieven\"\n"
	files["spreekuren/oud.toml"] = strings.Replace(files["spreekuren/open.toml"], "Open tafel", "Lang voorbij", 1) + "status = \"gestopt\"\ngecontroleerd = \"2026-01-01\"\n"
	files["spreekuren/concept.toml"] = strings.Replace(files["spreekuren/begint.toml"], "Begint later", "Geheim", 1) + "concept = true\n"
	files["pleinen/dorpsplein.toml"] = strings.Replace(files["pleinen/dorpsplein.toml"], "2027-03-01", "2027-01-11", 1)
	want := []string{
		"2026-11-12 00:00 Verhuisd: Dorpsplein, vanaf maandag 11 januari",
		"2026-11-01 00:00 Tijdelijk gestopt: Even niet",
		"2026-10-23 00:00 Verhuisd: Hulp bij brieven, formulieren; en meer, dinsdag 22 december",
		"2026-10-16 00:00 Gewijzigd: Hulp bij brieven, formulieren; en meer, dinsdag 15 december",
		"2026-10-16 00:00 Nieuw: Begint later",
		"2026-10-11 00:00 Nieuw: Hulp bij brieven, formulieren; en meer, donderdag 10 december",
		"2026-10-09 00:00 Vervalt: Hulp bij brieven, formulieren; en meer, dinsdag 8 december",
		"2026-10-02 00:00 Gewijzigd: Dorpsplein, dinsdag 1 december",
		"2026-09-02 00:00 Nieuw: Even weken",
	}
	got := itemLines(readWijzigingen(t, site(t, files)))
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, item := range readWijzigingen(t, site(t, files)).Items {
		switch {
		case strings.HasPrefix(item.Title, "Vervalt"):
			if want := "Hulp bij brieven, formulieren; en meer. Dinsdag 8 december 2026, 10.00 tot 12.00 uur: Gaat niet door. De vrijwilligers hebben een cursus."; item.Description != want {
				t.Errorf("%q, want %q", item.Description, want)
			}
		case strings.HasPrefix(item.Title, "Tijdelijk"):
			if want := "Even niet bij Dorpsplein is tijdelijk gestopt. Ziekte. U kunt nu terecht bij Hulp bij brieven, formulieren; en meer, Dorpsplein."; item.Description != want {
				t.Errorf("%q, want %q", item.Description, want)
			}
		}
	}
}

// TestWijzigingenPast is about what the past tells.
func TestWijzigingenPast(t *testing.T) {
	c := site(t, small)
	s := c.Spreekuren[slices.IndexFunc(c.Spreekuren, func(s *catalog.Spreekuur) bool { return s.Slug == "brieven" })]
	open := c.Spreekuren[slices.IndexFunc(c.Spreekuren, func(s *catalog.Spreekuur) bool { return s.Slug == "open" })]
	at := func(days int) time.Time { return now.AddDate(0, 0, -days) }
	change := func(days int, key string) changes.Change {
		return changes.Change{Time: at(days), ID: s.ID, Plein: s.Plein.ID, Title: s.Titel, Key: key}
	}
	past := changes.NewPast(at(300), []changes.Change{
		change(1, "kosten"), change(1, "wanneer"), // one edit, one entry
		change(2, "gecontroleerd"), // no news
		change(3, "adres"),         // news of the plein
		{Time: at(3), ID: s.Plein.ID, Plein: s.Plein.ID, Key: "adres"},
		change(4, changes.DateKey(s.Afwijkend[0].Datum)),
		{Time: at(5), ID: open.ID, Plein: open.Plein.ID, What: changes.Came},
		{Time: at(6), ID: uuid.New(), Title: "Weg", What: changes.Went},
		change(91, "titel"), // long ago
	})
	all := itemLines(readWijzigingen(t, c.With(past)))
	for _, want := range []string{
		"2026-11-21 12:00 Gewijzigd: Hulp bij brieven, formulieren; en meer",
		"2026-11-19 12:00 Verhuisd: Dorpsplein",
		"2026-11-18 12:00 Vervalt: Hulp bij brieven, formulieren; en meer, dinsdag 8 december",
		"2026-11-17 12:00 Nieuw: Open tafel",
		"2026-11-16 12:00 Gestopt: Weg",
	} {
		if !slices.Contains(all, want) {
			t.Errorf("no entry %s", want)
		}
	}
	if !slices.IsSortedFunc(all, func(a, b string) int { return strings.Compare(b[:16], a[:16]) }) {
		t.Error("not the newest first")
	}
	recent := slices.DeleteFunc(all, func(s string) bool { return s < "2026-11-1" })
	if len(recent) != 5 {
		t.Errorf("too many entries:\n%s", strings.Join(recent, "\n"))
	}
}

// TestWijzigingenMany bounds the feed and wants each id once, and the same ones
// the next day.
func TestWijzigingenMany(t *testing.T) {
	files := maps.Clone(small)
	for i := range 40 {
		for _, slug := range []string{"a", "b", "c", "d"} {
			files[fmt.Sprintf("spreekuren/%s%d.toml", slug, i)] = strings.Replace(files["spreekuren/open.toml"], "Open tafel", fmt.Sprint("Tafel ", slug, i), 1) + "vanaf = \"2026-11-01\"\n"
		}
	}
	first := readWijzigingen(t, site(t, files))
	if len(first.Items) != wijzigingenMax {
		t.Fatalf("%d entries", len(first.Items))
	}
	ids := map[string]bool{}
	for i, item := range readWijzigingen(t, site(t, files)).Items {
		if item.GUID != first.Items[i].GUID || !strings.HasPrefix(item.GUID, "urn:uuid:") || ids[item.GUID] {
			t.Errorf("id %s of %s", item.GUID, item.Title)
		}
		ids[item.GUID] = true
	}
}

var pasted = []string{`=cmd()|' /C calc'!A1`, "+31 tel", "@SUM(1)", "-2", `"; drop`, "a;b", "</script><b>&amp;", "שלום 👋🏽", "regel een\nregel twee", strings.Repeat("x", 300)}

func nastyFiles() map[string]string {
	files := maps.Clone(small)
	for i, text := range pasted {
		files[fmt.Sprintf("spreekuren/n%d.toml", i)] = fmt.Sprintf("titel = %q\nplein = \"elders\"\npartner = \"bieb\"\ndag = \"dinsdag\"\ntijd = \"10-12\"\nin_een_zin = %q\nvanaf = \"2026-11-10\"\ntekst = \"x\"\nkosten = %q\n", text, text, text)
	}
	return files
}

// TestNasty wants each text whole after an independent reader, and no cell that a
// spreadsheet would calculate.
func TestNasty(t *testing.T) {
	c := site(t, nastyFiles())
	titles := map[string]bool{}
	for _, item := range readWijzigingen(t, c).Items {
		titles[item.Title] = true
	}
	rows := readGids(t, c)
	for _, text := range pasted {
		want := strings.Join(strings.Fields(text), " ")
		if !slices.ContainsFunc(slices.Collect(maps.Keys(titles)),
			func(s string) bool { return strings.Join(strings.Fields(s), " ") == "Nieuw: "+want }) {
			t.Errorf("no entry for %q", text)
		}
		if !slices.ContainsFunc(rows, func(row []string) bool {
			return strings.Join(strings.Fields(strings.TrimPrefix(row[1], "'")), " ") == want
		}) {
			t.Errorf("no row for %q", text)
		}
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a formula: %q", cell)
			}
		}
	}
	var b bytes.Buffer
	if err := wijzigingenAtom(c)[0].Render(&b); err != nil || xml.Unmarshal(b.Bytes(), new(struct{ XMLName xml.Name })) != nil {
		t.Error("not well-formed", err)
	}
}

func readGids(t *testing.T, c *catalog.Catalog) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := gidsCSV(c)[0].Render(&b); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(b.String(), "\xEF\xBB\xBF")
	if !marked || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Error("no byte order mark, or a line that does not end in CRLF")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestGidsCSV compares the file with the sheets, and wants in it only what belongs
// in G!DS.
func TestGidsCSV(t *testing.T) {
	files := maps.Clone(small)
	files["spreekuren/niet.toml"] = strings.Replace(files["spreekuren/open.toml"], "Open tafel", "Niet in G!DS", 1) + "[gids]\nopnemen = false\n"
	files["spreekuren/concept.toml"] = strings.Replace(files["spreekuren/open.toml"], "Open tafel", "Concept", 1) + "concept = true\n"
	files["spreekuren/soort.toml"] = strings.Replace(files["spreekuren/open.toml"], "Open tafel", "Soort", 1) + "[gids]\nid = \"=1\"\naanbodsoort = \"Cursus\"\n"
	c := site(t, files)
	var want [][]string
	for _, p := range gids.Pleinen(c) {
		for _, e := range gids.SheetOf(c, p).Aanbod {
			var row []string
			for _, f := range e.Fields {
				row = append(row, f.Value)
			}
			want = append(want, row)
		}
	}
	rows := readGids(t, c)
	if !slices.Equal(rows[0], gids.Columns()) || len(rows) != 1+len(want) {
		t.Fatalf("%d rows for %d spreekuren, of %q", len(rows), len(want), rows[0])
	}
	titles := []string{}
	for i, row := range rows[1:] {
		for j := range row {
			if strings.TrimPrefix(row[j], "'") != want[i][j] {
				t.Errorf("%s: %q, want %q", rows[0][j], row[j], want[i][j])
			}
		}
		titles = append(titles, row[1])
	}
	slices.Sort(titles)
	if got, want := strings.Join(titles, "|"), "Even weken|Hulp bij brieven, formulieren; en meer|Open tafel|Soort"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestVersions wants the times of version control in calendars and JSON, where it
// has any.
func TestVersions(t *testing.T) {
	at := time.Date(2026, 11, 5, 9, 30, 0, 0, time.UTC)
	file := func(path string) []history.File { return []history.File{{Path: path}} }
	commits := []history.Commit{
		{Time: at.Add(2 * time.Hour), Files: file("pleinen/elders.toml")},
		{Time: at, Files: file("spreekuren/brieven.md")},
		{Time: at.Add(-time.Hour), Files: file("pleinen/dorpsplein.toml")},
		{Time: at.Add(-2 * time.Hour), Files: append(file("pleinen/dorpsplein.toml"), file("spreekuren/brieven.md")...)},
		{Time: at.Add(-3 * time.Hour), Files: append(file("pleinen/elders.toml"), file("spreekuren/weken.toml")...)},
	}
	fsys := fstest.MapFS{}
	for name, data := range small {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	read, _, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, _ := catalog.Resolve(read, catalog.Options{Now: now, History: commits})
	got := map[string]string{}
	for _, s := range c.Spreekuren {
		got[s.Slug] = fmt.Sprint(stamps(t, c, s), " ", source{c, &recordLines{}}.spreekuur(s).Gewijzigd)
	}
	for slug, want := range map[string]string{
		"brieven": "20261105T113000Z 3600690 2026-11-05T12:30:00+01:00", // elders, where it is a guest, changed later
		"weken":   "20261105T113000Z 3600690 2026-11-05T12:30:00+01:00", // its plein changed later
		"open":    "20260101T000000Z 3156480 ",
	} {
		if got[slug] != want {
			t.Errorf("%s: %q, want %q", slug, got[slug], want)
		}
	}
}

// TestClosingsCount wants a closing in site.toml to count as a change of every
// spreekuur that version control knows: otherwise who asks for what changed since a
// day keeps the dates on which all is closed. Another change of that file does not.
func TestClosingsCount(t *testing.T) {
	at := time.Date(2026, 11, 5, 9, 30, 0, 0, time.UTC)
	commits := []history.Commit{
		{Time: at.Add(time.Hour), Files: []history.File{{Path: "site.toml"}}},
		{Time: at, Files: []history.File{{Path: "spreekuren/brieven.md"}, {Path: "spreekuren/weken.toml"}, {Path: "pleinen/elders.toml"}, {Path: "site.toml"}}},
	}
	fsys := fstest.MapFS{}
	for name, data := range small {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	read, _, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, _ := catalog.Resolve(read, catalog.Options{Now: now, History: commits})
	closings := changes.Change{Time: at.Add(time.Hour), ID: c.Site.ID, What: changes.Altered, Key: "dagen dicht"}
	for name, test := range map[string]struct {
		past *changes.Past
		want string
	}{
		"nothing known":    {nil, "20261105T103000Z 3600630"},
		"a closing":        {changes.NewPast(at.Add(-time.Hour), []changes.Change{closings}), "20261105T103000Z 3600630"},
		"something else":   {changes.NewPast(at.Add(-time.Hour), nil), "20261105T093000Z 3600570"},
		"known since then": {changes.NewPast(at.Add(2*time.Hour), nil), "20261105T103000Z 3600630"},
	} {
		c := c.With(test.past)
		for _, s := range c.Spreekuren {
			if s.Slug != "brieven" && s.Slug != "weken" {
				continue
			}
			if got := stamps(t, c, s); got != test.want {
				t.Errorf("%s: %s, want %s", name, got, test.want)
			}
		}
	}
}

// stamps are the version of the events of a spreekuur.
func stamps(t *testing.T, c *catalog.Catalog, s *catalog.Spreekuur) string {
	t.Helper()
	cal, err := ical.NewDecoder(strings.NewReader(render(t, c, s.Page()[1:]+"spreekuur.ics"))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range cal.Events() {
		return value(e, "LAST-MODIFIED") + " " + value(e, "SEQUENCE")
	}
	return ""
}
