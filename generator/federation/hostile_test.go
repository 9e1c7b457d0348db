package federation

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
	"pleinwijzer/generator/wholefile"
)

// fewFeeds are our feeds with the first records of each list only.
func fewFeeds(t *testing.T) map[string][]byte {
	feeds := published(t)
	for name, text := range feeds {
		if name == "pleinen.json" {
			continue
		}
		lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		few := append(lines[:min(4, len(lines)-1)], lines[len(lines)-1])
		few[len(few)-2] = strings.TrimSuffix(few[len(few)-2], ",")
		if feeds[name] = []byte(strings.Join(few, "\n") + "\n"); !json.Valid(feeds[name]) {
			t.Fatalf("%s: %s", name, feeds[name])
		}
	}
	return feeds
}

// trial is a source whose feed of spreekuren can be anything.
type trial struct {
	t      *testing.T
	feeds  map[string][]byte
	answer http.HandlerFunc // if set, instead of the feed of spreekuren
	dir    string
	now    time.Time
	source *content.Source
	*Updater
}

func newTrial(t *testing.T) *trial {
	tr := &trial{t: t, feeds: fewFeeds(t), dir: t.TempDir(), now: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name := path.Base(r.URL.Path); tr.answer != nil && name == "spreekuren.json" {
			tr.answer(w, r)
		} else {
			w.Write(tr.feeds[name])
		}
	}))
	t.Cleanup(server.Close)
	updater, err := NewUpdater(http.DefaultTransport, tr.dir, tr.now)
	if err != nil {
		t.Fatal(err)
	}
	tr.Updater = updater
	tr.source = &content.Source{Slug: "bron", Titel: "De bron", Adres: typed.Web(server.URL + "/feeds/v1/"), Licentie: "CC0-1.0"}
	return tr
}

// update fetches, and says what came of it: a code, a reason to hold, or "".
func (tr *trial) update(accept bool) (*Result, string) {
	tr.t.Helper()
	tr.Now = tr.now
	result, err := tr.Update(tr.t.Context(), tr.source, accept)
	switch {
	case err != nil:
		tr.t.Fatal(err)
	case result.Fault != nil:
		return result, string(result.Fault.Code)
	case len(result.Holds) > 0:
		return result, string(result.Holds[0].Reason)
	}
	return result, ""
}

// builds wants the site to be able to read what is kept, with so many spreekuren.
func (tr *trial) builds(want int) *content.Content {
	tr.t.Helper()
	own := &content.Content{Site: &content.Site{}, Sources: []*content.Source{tr.source}}
	all, problems, err := kept.NewReader(os.DirFS(tr.dir)).Join(own, schedule.DateOf(tr.now))
	if err != nil || len(problems) > 0 || len(all.Spreekuren) != want {
		tr.t.Errorf("%d spreekuren, %v, %v", len(all.Spreekuren), messages(problems), err)
	}
	return all
}

func messages(problems diag.List) (all []string) {
	for _, p := range problems {
		all = append(all, p.File+": "+p.Message)
	}
	return all
}

// TestHostileFeeds gives feeds that nobody means. Each is refused for the right reason, or
// taken over and then the site can be made of it.
func TestHostileFeeds(t *testing.T) {
	tr := newTrial(t)
	good := string(tr.feeds["spreekuren.json"])
	first := func(old, new string) []byte { return []byte(strings.Replace(good, old, new, 1)) }
	field := func(more string) []byte { return first("\n{", "\n{"+more+",") }
	id := regexp.MustCompile(`"id":"([^"]*)"`).FindStringSubmatch(good)[1]
	many := &strings.Builder{}
	for i := range 10_000 {
		fmt.Fprintf(many, `"x%d":%d,`, i, i)
	}
	for name, test := range map[string]struct {
		feed []byte
		want Code
	}{
		"a mark of bytes":            {append([]byte("\ufeff"), good...), ""},
		"UTF-16":                     {utf16Of(good), NotUTF8},
		"Latin-1":                    {field("\"x\":\"caf\xe9\""), NotUTF8},
		"a key twice":                {field(`"slug":"een","slug":"twee"`), Invalid},
		"a key twice within":         {field(`"x":{"a":1,"\u0061":2}`), Invalid},
		"the list twice":             {first(`"spreekuren":[`, `"spreekuren":[],"spreekuren":[`), Invalid},
		"a head twice":               {first(`"licentie":`, `"licentie":"CC0-1.0","licentie":`), Invalid},
		"a key in capitals":          {field(`"ID":"x","Telefoon":5,"\u0053lug":["x"]`), ""},
		"a key with a sign for k":    {field("\"\u212Aosten\":5"), ""},
		"a head in capitals":         {first(`"licentie":`, `"LICENTIE":5,"Gemaakt":"x","licentie":`), ""},
		"another list":               {first(`"spreekuren":[`, `"pleinen":5,"partners":[{"naam":5}],"spreekuren":[`), ""},
		"ten thousand unknown keys":  {field(strings.TrimSuffix(many.String(), ",")), ""},
		"nested deeply":              {field(`"x":` + nested(9_000)), Invalid},
		"nested too deeply for JSON": {field(`"x":` + nested(20_000)), NotJSON},
		"a head nested deeply":       {first(`"licentie":`, `"x":`+nested(9_999)+`,"licentie":`), Invalid},
		"not a number":               {field(`"x":NaN`), NotJSON},
		"a number as a text":         {field(`"inloop":{"begin":"9","eind":"10:00"}`), Invalid},
		"a time that is none":        {field(`"inloop":{"begin":10,"eind":"10:00"}`), Invalid},
		"a record without end":       {field(`"x":"` + strings.Repeat("x", 2<<20) + `"`), Invalid},
		"a slug above":               {[]byte(regexp.MustCompile(`\n\{"id":"[^"]*","slug":"[^"]*"`).ReplaceAllString(good, "\n{\"id\":\""+id+"\",\"slug\":\"../../kwaad\"")), Invalid},
		"the id in capitals":         {first(id, strings.ToUpper(id)), ""},
		"from the future":            {madeAt(good, "2027-11-22T00:00:00Z"), Future},
		"a second too many":          {madeAt(good, "2026-11-22T23:59:60Z"), Invalid},
		"nothing after":              {[]byte(good + "{}"), NotJSON},
	} {
		t.Run(name, func(t *testing.T) {
			tr := *tr
			tr.t, tr.dir = t, t.TempDir()
			updater := *tr.Updater
			updater.Dir, tr.Updater = tr.dir, &updater
			feeds := tr.feeds["spreekuren.json"]
			defer func() { tr.feeds["spreekuren.json"] = feeds }()
			tr.feeds["spreekuren.json"] = test.feed
			result, got := tr.update(false)
			if got != string(test.want) {
				t.Fatalf("%q, want %q (%.300v)", got, test.want, result.Fault)
			}
			if got == "" {
				tr.builds(3)
			}
		})
	}
}

func nested(deep int) string { return strings.Repeat("[", deep) + strings.Repeat("]", deep) }

var made = regexp.MustCompile(`"gemaakt":"[^"]*"`)

func madeAt(feed, moment string) []byte {
	return []byte(made.ReplaceAllString(feed, `"gemaakt":"`+moment+`"`))
}

func utf16Of(text string) []byte {
	var b bytes.Buffer
	for _, unit := range append([]uint16{0xfeff}, utf16.Encode([]rune(text))...) {
		b.Write([]byte{byte(unit), byte(unit >> 8)})
	}
	return b.Bytes()
}

// TestHostileAnswers plays servers that lie.
func TestHostileAnswers(t *testing.T) {
	tr := newTrial(t)
	var bomb bytes.Buffer
	packed := gzip.NewWriter(&bomb)
	for range 64 {
		packed.Write(bytes.Repeat([]byte(" "), 1<<20))
	}
	packed.Close()
	tr.update(false)
	good := tr.feeds["spreekuren.json"]
	for name, test := range map[string]struct {
		answer http.HandlerFunc
		want   Code
	}{
		"a bomb": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb.Bytes())
		}, TooLarge},
		"another coding": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			w.Write([]byte{0x8b, 0x03, 0x80})
		}, NotUTF8},
		"a length too long": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", fmt.Sprint(len(good)+9))
			w.Write(good)
		}, NoAnswer},
		"a length too short": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", fmt.Sprint(len(good)-9))
			w.Write(good)
		}, NoAnswer},
		"unchanged, unasked": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }, BadStatus},
	} {
		tr.answer = test.answer
		if result, got := tr.update(false); got != string(test.want) {
			t.Errorf("%s: %q, want %q (%v)", name, got, test.want, result.Fault)
		}
		tr.builds(3)
	}
}

// TestOlder holds what was made before what there is, until somebody accepts it.
func TestOlder(t *testing.T) {
	tr := newTrial(t)
	today := tr.feeds["spreekuren.json"]
	tr.update(false)
	tr.feeds["spreekuren.json"] = madeAt(string(today), "2026-11-20T00:00:00Z")
	if result, got := tr.update(false); got != string(Older) || result.Holds[0].What[1] != "2026-11-20T00:00:00Z" {
		t.Errorf("%q, %v", got, result.Holds)
	}
	if data, err := os.ReadFile(filepath.Join(tr.dir, "bron", "spreekuren.json")); err != nil || !bytes.Equal(data, today) {
		t.Errorf("the newer one is gone: %v", err)
	}
	if _, got := tr.update(true); got != "" {
		t.Errorf("accepted: %q", got)
	}
	if _, got := tr.update(false); got != "" {
		t.Errorf("the time after: %q", got)
	}
}

// TestBrokenCache begins with what is kept in every state in which people and power cuts leave
// it. Nothing that is broken makes a site without its records.
func TestBrokenCache(t *testing.T) {
	conflict := func(data []byte) []byte {
		return append([]byte("<<<<<<< HEAD\n"), append(data, []byte("=======\nx\n>>>>>>> bronnen\n")...)...)
	}
	for name, test := range map[string]struct {
		file   string
		change func([]byte) []byte
	}{
		"a conflict in the lock": {"slot.toml", conflict},
		"half a lock":            {"slot.toml", func(data []byte) []byte { return data[:len(data)/2] }},
		"an empty lock":          {"slot.toml", func([]byte) []byte { return []byte("x") }},
		"a conflict in a feed":   {"spreekuren.json", conflict},
		"a feed that somebody edited": {"spreekuren.json", func(data []byte) []byte {
			return bytes.Replace(data, []byte("actief"), []byte("gestopt"), 1)
		}},
		"a feed that is gone": {"pleinen.json", func([]byte) []byte { return nil }},
	} {
		t.Run(name, func(t *testing.T) {
			tr := newTrial(t)
			tr.update(false)
			file := filepath.Join(tr.dir, "bron", test.file)
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if changed := test.change(data); changed == nil {
				os.Remove(file)
			} else if err := os.WriteFile(file, changed, 0o644); err != nil {
				t.Fatal(err)
			}
			left := filepath.Join(tr.dir, "bron", ".bron-123.tmp")
			if err := os.WriteFile(left, nil, 0o644); err != nil {
				t.Fatal(err)
			}
			tr.answer = http.NotFound
			tr.update(false)
			own := &content.Content{Site: &content.Site{}, Sources: []*content.Source{tr.source}}
			if _, problems, err := kept.NewReader(os.DirFS(tr.dir)).Join(own, schedule.DateOf(tr.now)); err != nil || !problems.HasErrors() {
				t.Errorf("while the source is down a site would be made without it: %v", err)
			}
			tr.answer = nil
			if _, got := tr.update(false); got != "" {
				t.Errorf("afterwards: %q", got)
			}
			tr.builds(3)
			if _, err := os.Stat(left); err == nil {
				t.Error("what the program left halfway is still there")
			}
		})
	}
}

// TestBrokenLockShrinks compares with the files when the lock is broken.
func TestBrokenLockShrinks(t *testing.T) {
	tr := newTrial(t)
	tr.update(false)
	if err := os.WriteFile(filepath.Join(tr.dir, "bron", "slot.toml"), []byte("<<<<<<<"), 0o644); err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitN(string(tr.feeds["spreekuren.json"]), "\n", 2)
	tr.feeds["spreekuren.json"] = []byte(lines[0] + "\n]}\n")
	if _, got := tr.update(false); got != string(Shrunk) {
		t.Errorf("%q", got)
	}
}

// TestNewerLock leaves what a later version of the program kept as it is.
func TestNewerLock(t *testing.T) {
	tr := newTrial(t)
	tr.update(false)
	file := filepath.Join(tr.dir, "bron", "slot.toml")
	data, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(data, []byte("versie = 1\n")) {
		t.Fatalf("%v\n%s", err, data)
	}
	later := bytes.Replace(data, []byte("versie = 1\n"), []byte("versie = 2\nnieuw = true\n"), 1)
	if err := os.WriteFile(file, later, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, got := tr.update(true); got != string(NewerLock) {
		t.Errorf("%q", got)
	}
	if data, _ := os.ReadFile(file); !bytes.Equal(data, later) {
		t.Errorf("the lock was written:\n%s", data)
	}
}

// TestKilledHalfway stops an update after each of its writes. The next one ends where the
// first would have ended, and in between no site is made of half of it.
func TestKilledHalfway(t *testing.T) {
	tr := newTrial(t)
	tr.update(false)
	before := tr.files()
	lines := strings.Split(string(tr.feeds["spreekuren.json"]), "\n")
	tr.feeds["spreekuren.json"] = []byte(strings.Join(append(lines[:2:2], lines[3:]...), "\n")) // one goes
	tr.feeds["pleinen.json"] = bytes.Replace(tr.feeds["pleinen.json"], []byte(`"versie":"1"`), []byte(`"versie":"1","x":1`), 1)
	if _, got := tr.update(false); got != "" {
		t.Fatal(got)
	}
	after := tr.files()
	order := []string{"weg.json"}
	for _, s := range tr.shapes {
		order = append(order, s.File)
	}
	order = append(order, "slot.toml")
	for done := range order {
		all := maps.Clone(before)
		for _, name := range order[:done] {
			all[name] = after[name]
		}
		tr.dir = t.TempDir()
		tr.Dir = tr.dir
		for name, text := range all {
			if err := wholefile.Replace(filepath.Join(tr.dir, "bron", name), []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		own := &content.Content{Site: &content.Site{}, Sources: []*content.Source{tr.source}}
		c, problems, err := kept.NewReader(os.DirFS(tr.dir)).Join(own, schedule.DateOf(tr.now))
		if err != nil || !problems.HasErrors() && len(c.Spreekuren) != 3 {
			t.Errorf("after %d writes a site has %d spreekuren, %v", done, len(c.Spreekuren), err)
		}
		if _, got := tr.update(false); got != "" || !maps.Equal(tr.files(), after) {
			t.Errorf("after %d writes: %q, and other files in the end", done, got)
		}
	}
}

func (tr *trial) files() map[string]string {
	tr.t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(filepath.Join(tr.dir, "bron"))
	if err != nil {
		tr.t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(tr.dir, "bron", e.Name()))
		if err != nil {
			tr.t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}
