package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/federation"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/pagetest"
)

// feedSource is another directory: its feeds, and what goes wrong with them.
type feedSource struct {
	*httptest.Server
	feeds map[string][]byte

	mu    sync.Mutex       // a request that was broken off may still be answered
	wrong http.HandlerFunc // if set, answers for spreekuren.json
}

// fail sets what answers for spreekuren.json, or nil.
func (f *feedSource) fail(answer http.HandlerFunc) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.wrong = answer
}

func (f *feedSource) failing() http.HandlerFunc {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.wrong
}

func newFeedSource(t *testing.T) *feedSource {
	t.Helper()
	f := &feedSource{feeds: map[string][]byte{}}
	for _, file := range feed.Files(pagetest.Shipped(t)) {
		if name, ok := strings.CutPrefix(file.Path, "feeds/v1/"); ok && !strings.HasSuffix(name, ".schema.json") {
			var b bytes.Buffer
			if err := file.Render(&b); err != nil {
				t.Fatal(err)
			}
			f.feeds[name] = b.Bytes()
		}
	}
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/feeds/v1/")
		if wrong := f.failing(); wrong != nil && name == "spreekuren.json" {
			wrong(w, r)
			return
		}
		tag := `"` + kept.Sum(f.feeds[name])[:8] + `"`
		w.Header().Set("ETag", tag)
		w.Header().Set("Content-Type", "application/json")
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Write(f.feeds[name])
	}))
	t.Cleanup(f.Close)
	return f
}

// edit changes the feed of spreekuren.
func (f *feedSource) edit(change func(string) string) {
	f.feeds["spreekuren.json"] = []byte(change(string(f.feeds["spreekuren.json"])))
}

// without leaves out every record from the one with that number on.
func without(first int) func(string) string {
	return func(text string) string {
		lines := strings.Split(text, "\n")
		kept := append(slices.Clone(lines[:1+first]), lines[len(lines)-2:]...)
		kept[first] = strings.TrimSuffix(kept[first], ",")
		return strings.Join(kept, "\n")
	}
}

// fetching is a directory that fetches from a source.
type fetching struct {
	t      *testing.T
	source *feedSource
	dir    string
	out    bytes.Buffer
	now    time.Time
}

func (f *fetching) run(args ...string) error {
	f.out.Reset()
	env := environment{stdout: &f.out, stderr: &f.out, now: func() time.Time { return f.now }, verbs: verbs}
	network := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) { // whatever the name of the host is
		return (&net.Dialer{}).DialContext(ctx, "tcp", f.source.Listener.Addr().String())
	}}
	defer network.CloseIdleConnections()
	return sources{network}.run(f.t.Context(), env, append(args, "-content", f.dir))
}

// says wants the output to have each of the texts.
func (f *fetching) says(texts ...string) {
	f.t.Helper()
	for _, text := range texts {
		if !strings.Contains(f.out.String(), text) {
			f.t.Errorf("no %q in\n%s", text, f.out.String())
		}
	}
}

// files are those of the source without its lock, by name.
func (f *fetching) files() map[string]string {
	f.t.Helper()
	all := map[string]string{}
	names, _ := filepath.Glob(filepath.Join(f.dir, "bronnen", "bron", "*"))
	hidden, _ := filepath.Glob(filepath.Join(f.dir, "bronnen", "bron", ".*"))
	for _, name := range append(names, hidden...) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.t.Fatal(err)
		}
		all[filepath.Base(name)] = string(data)
	}
	return all
}

func (f *fetching) feeds() map[string]string {
	all := f.files()
	delete(all, "slot.toml")
	return all
}

func newFetching(t *testing.T, source *feedSource) *fetching {
	t.Helper()
	return &fetching{t: t, source: source, now: pagetest.Noon, dir: contentOf(t, map[string]string{
		"site.toml":    "titel = \"Regio\"\nadres = \"https://regio.example\"\n",
		"bronnen.toml": "[bron]\ntitel = \"De bron\"\nadres = \"http://bron.example/feeds/v1/\"\nlicentie = \"CC0-1.0\"\n",
	})}
}

// TestBronnen fetches, fetches again without news, and takes over what is new.
func TestBronnen(t *testing.T) {
	source := newFeedSource(t)
	f := newFetching(t, source)
	if err := f.run("-toon"); err != nil {
		t.Error(err)
	}
	f.says("bron: De bron", "nog nooit opgehaald; geef de opdracht: pleinwijzer bronnen bron")
	if err := f.run(); err != nil {
		t.Fatal(err, f.out.String())
	}
	f.says("spreekuren", "gemaakt op 2026-11-22")
	for name, text := range source.feeds {
		if f.feeds()[name] != string(text) {
			t.Errorf("%s is not kept as it came", name)
		}
	}
	first := f.files()
	f.now = f.now.AddDate(0, 0, 1)
	if err := f.run(); err != nil || !maps.Equal(f.files(), first) {
		t.Errorf("a night without news: %v\n%s", err, f.files()["slot.toml"])
	}
	f.says("bron: niets nieuws")
	source.edit(func(text string) string {
		return strings.Replace(text, `"versie":"1"`, `"versie":"1","later":{"a":[1]}`, 1)
	})
	if err := f.run(); err != nil || !strings.Contains(f.feeds()["spreekuren.json"], `"later":{"a":[1]}`) {
		t.Errorf("a field that we do not know is lost: %v", err)
	}
	for days, want := range map[int]string{4: "vraag de beheerder", 20: "van welke dag", 70: "de tijden staan niet meer"} {
		f.now = pagetest.Noon.AddDate(0, 0, days)
		if err := f.run("-toon"); err != nil {
			t.Error(err)
		}
		f.says(want)
	}
	if err := f.run("bronn"); err == nil || err.Error() != `er is geen bron met de naam "bronn"; bedoelt u "bron"?` {
		t.Error(err)
	}
}

// TestBronnenFaults plays everything that can go wrong with a file. What there was stays.
func TestBronnenFaults(t *testing.T) {
	source := newFeedSource(t)
	good := string(source.feeds["spreekuren.json"])
	answer := func(kind, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Write([]byte(body))
		}
	}
	for name, test := range map[string]struct {
		wrong http.HandlerFunc
		want  []string
	}{
		"no such file":               {http.NotFound, []string{"het bestand is er niet [status]", "404", "kijk of het adres klopt: het eindigt op /feeds/v1/"}},
		"a failure":                  {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }, []string{"[status]", "503"}},
		"a page":                     {answer("text/html; charset=utf-8", "<!doctype html>"), []string{"hier staat een webpagina, en geen feed [geen-feed]"}},
		"a page that says otherwise": {answer("application/json", "<!doctype html>"), []string{"[geen-feed]"}},
		"half a file":                {answer("application/json", good[:len(good)/2]), []string{"het bestand is niet heel [kapot]"}},
		"nothing":                    {answer("application/json", ""), []string{"[kapot]"}},
		"too large": {answer("application/json", strings.Repeat(" ", federation.Largest+1)),
			[]string{"groter dan 20 MB [te-groot]"}},
		"against the schema": {answer("application/json", strings.Replace(good, `"status":"actief"`, `"status":"misschien"`, 1)),
			[]string{"er staat iets in dat daar niet hoort [ongeldig]", "bij \"", "stuur deze melding naar de beheerder"}},
		"another host": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://elders.example/feeds/v1/spreekuren.json", http.StatusFound)
		}, []string{"stuurt door naar een andere site [ander-adres]"}},
		"cut off": {func(w http.ResponseWriter, _ *http.Request) { panic(http.ErrAbortHandler) }, []string{"geen antwoord [geen-antwoord]"}},
	} {
		t.Run(name, func(t *testing.T) {
			source.fail(nil)
			f := newFetching(t, source)
			source.fail(test.wrong)
			if err := f.run(); err != errProblems {
				t.Errorf("the first time: %v", err)
			}
			f.says(append(test.want, "van deze bron staat nog niets op de site")...)
			source.fail(nil)
			if err := f.run(); err != nil {
				t.Fatal(err, f.out.String())
			}
			before := f.feeds()
			source.fail(test.wrong)
			f.now = f.now.AddDate(0, 0, 1)
			if err := f.run(); err != errProblems || !maps.Equal(f.feeds(), before) {
				t.Errorf("%v, changed: %t", err, !maps.Equal(f.feeds(), before))
			}
			f.says(append(test.want, "op de site blijft staan wat er was: gemaakt op 2026-11-22")...)
			noted := f.files()["slot.toml"]
			f.now = f.now.AddDate(0, 0, 1)
			if f.run(); f.files()["slot.toml"] != noted {
				t.Errorf("the second night changes the lock:\n%s", f.files()["slot.toml"])
			}
			if f.run("-toon"); !strings.Contains(f.out.String(), "sinds 2026-11-23 komt er niets nieuws: ") {
				t.Errorf("-toon: %s", f.out.String())
			}
			source.fail(nil)
			if err := f.run(); err != nil || strings.Contains(f.files()["slot.toml"], "melding") {
				t.Errorf("afterwards: %v\n%s", err, f.files()["slot.toml"])
			}
		})
	}
}

var idField = regexp.MustCompile(`(?m)^\{"id":"(.)`)

// TestBronnenHolds plays what is odd about a file that is right. It is taken over once it is
// accepted, and then once.
func TestBronnenHolds(t *testing.T) {
	for name, test := range map[string]struct {
		change func(string) string
		want   []string
		once   bool // it is not odd any more the time after
	}{
		"another licence": {func(text string) string { return strings.ReplaceAll(text, "CC0-1.0", "CC-BY-4.0") },
			[]string{`de licentie is nu "CC-BY-4.0", en niet "CC0-1.0" [licentie]`, "zet de nieuwe licentie in bronnen.toml"}, false},
		"no licence": {func(text string) string { return strings.Replace(text, `,"licentie":"CC0-1.0"`, "", 1) },
			[]string{"er staat geen licentie meer bij [licentie]", "verwacht: CC0-1.0"}, false},
		"most are gone": {without(10), []string{"van de spreekuren zijn ineens weg [krimp]", "en nog ", "pleinwijzer bronnen -accepteer bron"}, true},
		"other ids": {func(text string) string {
			return idField.ReplaceAllStringFunc(text, func(s string) string {
				return s[:len(s)-1] + map[bool]string{true: "0", false: "1"}[s[len(s)-1] != '0']
			})
		}, []string{"hebben een ander nummer [ids]", " wordt ", "oude links blijven werken"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			source := newFeedSource(t)
			f := newFetching(t, source)
			if err := f.run(); err != nil {
				t.Fatal(err)
			}
			before := f.feeds()
			source.edit(test.change)
			f.now = f.now.AddDate(0, 0, 1)
			if err := f.run(); err != errProblems || !maps.Equal(f.feeds(), before) {
				t.Errorf("%v, changed: %t", err, !maps.Equal(f.feeds(), before))
			}
			f.says(append(test.want, "op de site blijft staan wat er was")...)
			if err := f.run("-accepteer", "bron"); err != nil {
				t.Error(err, f.out.String())
			}
			f.says("u hebt dit geaccepteerd")
			if f.feeds()["spreekuren.json"] != string(source.feeds["spreekuren.json"]) || !strings.Contains(f.files()["slot.toml"], "[[geaccepteerd]]\ndag = \"2026-11-23\"") {
				t.Errorf("it is not taken over:\n%s", f.files()["slot.toml"])
			}
			if err := f.run(); (err == nil) != test.once {
				t.Errorf("the time after: %v\n%s", err, f.out.String())
			}
		})
	}
}

// TestBronnenGone keeps what is gone without a word, and drops it when it comes back.
func TestBronnenGone(t *testing.T) {
	source := newFeedSource(t)
	f := newFetching(t, source)
	f.run()
	whole := string(source.feeds["spreekuren.json"])
	count := strings.Count(whole, "\n{")
	source.edit(without(count - 1))
	if err := f.run(); err != nil {
		t.Fatal(err, f.out.String())
	}
	f.says(" is weg; de pagina blijft 180 dagen staan en zegt dat")
	if gone := f.files()["weg.json"]; strings.Count(gone, "\n{") != 1 || !strings.Contains(gone, `"dag":"2026-11-22"`) {
		t.Errorf("gone: %.300s", gone)
	}
	source.edit(func(string) string { return whole })
	if err := f.run(); err != nil || f.files()["weg.json"] != "" {
		t.Errorf("%v, still gone: %.300s", err, f.files()["weg.json"])
	}
	source.edit(without(count - 1))
	f.run()
	f.now = f.now.AddDate(0, 0, kept.KeptDays+1)
	if err := f.run(); err != nil || f.files()["weg.json"] == "" {
		t.Errorf("%v, it went by our clock alone", err)
	}
	source.edit(func(text string) string {
		return madeAt.ReplaceAllString(text, `"gemaakt":"`+f.now.Format(time.RFC3339)+`"`)
	})
	if err := f.run(); err != nil || f.files()["weg.json"] != "" {
		t.Errorf("%v, after half a year: %.300s", err, f.files()["weg.json"])
	}
}

var madeAt = regexp.MustCompile(`"gemaakt":"[^"]*"`)

// TestBronnenNeeded lets a spreekuur of the folder stand at a plein of the source. When the
// source drops that plein and everything at it, and half a year passes, the site is still
// there.
func TestBronnenNeeded(t *testing.T) {
	source := newFeedSource(t)
	f := newFetching(t, source)
	first := regexp.MustCompile(`(?m)^\{"id":"[^"]*","slug":"([^"]*)"`)
	slug := func(list string) string { return first.FindStringSubmatch(string(source.feeds[list+".json"]))[1] }
	own := fmt.Sprintf("titel = \"Eigen\"\ntekst = \"Wij helpen.\"\nin_een_zin = \"Wij helpen.\"\nplein = \"bron/%s\"\npartner = \"bron/%s\"\ndag = \"dinsdag\"\n"+
		"tijd = \"10:00-12:00\"\n[[verwijs]]\nvraag = \"Iets anders\"\nnaar = \"bron/%s\"\n", slug("pleinen"), slug("partners"), slug("spreekuren"))
	if err := os.MkdirAll(filepath.Join(f.dir, "spreekuren"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(f.dir, "spreekuren", "eigen.toml"), []byte(own), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, days := range []int{0, 1, 100, 181, 182, 600} {
		f.now = pagetest.Noon.AddDate(0, 0, days)
		if days == 1 {
			for name, text := range source.feeds {
				source.feeds[name] = []byte(without(0)(string(text)))
			}
		}
		if err := f.run("-accepteer", "bron"); err != nil {
			t.Fatal(err, f.out.String())
		}
		f.out.Reset()
		env := environment{stdout: &f.out, stderr: &f.out, now: func() time.Time { return f.now }, verbs: verbs}
		out := t.TempDir()
		if err := build(t.Context(), env, []string{"-content", f.dir, "-out", out}); err != nil {
			t.Fatalf("after %d days: %v\n%s", days, err, f.out.String())
		}
		page, err := os.ReadFile(filepath.Join(out, "spreekuren", "eigen", "index.html"))
		if err != nil || !bytes.Contains(page, []byte("/bron/pleinen/"+slugOf(own))) {
			t.Errorf("after %d days: %v", days, err)
		}
	}
}

var atPlein = regexp.MustCompile(`plein = "bron/([^"]*)"`)

func slugOf(own string) string { return atPlein.FindStringSubmatch(own)[1] }

// TestBronnenWords wants every fault and every reason to hold to say what is wrong and what
// to do, both at the time and with -toon.
func TestBronnenWords(t *testing.T) {
	for _, code := range []federation.Code{
		federation.NoAnswer, federation.TooSlow, federation.TooLarge, federation.BadStatus, federation.NotFeed,
		federation.NotJSON, federation.Invalid, federation.Elsewhere, federation.Insecure, federation.Private,
		federation.NotUTF8, federation.Future, federation.NewerLock, federation.NotHSDS,
	} {
		s := &content.Source{Slug: "bron"}
		if code == federation.NotHSDS {
			s.Soort = content.HSDS
		}
		if text := faultText(s, code); text[0] == "" || text[1] == "" || trouble(s, &kept.Trouble{Code: string(code)}) == "" {
			t.Errorf("%s has no words", code)
		}
	}
	for _, reason := range []federation.Reason{federation.Licence, federation.Shrunk, federation.Renamed, federation.Older} {
		var out bytes.Buffer
		hold := federation.Hold{Reason: reason, List: kept.Spreekuren, What: []string{"2026-11-22T00:00:00Z", "2026-11-20T00:00:00Z"}}
		telling{environment{stdout: &out, stderr: &out}}.held(&content.Source{Slug: "bron"}, hold)
		if lines := strings.Count(out.String(), "\n"); lines < 2 || trouble(&content.Source{}, &kept.Trouble{Code: string(reason)}) == "" {
			t.Errorf("%s: %s", reason, out.String())
		}
	}
}

// TestBronnenSays names the topics that the site does not have, and what it has from another.
func TestBronnenSays(t *testing.T) {
	source := newFeedSource(t)
	f := newFetching(t, source)
	list := "titel = \"Regio\"\nadres = \"https://regio.example\"\n"
	blocks := ""
	for _, name := range []string{"bron", "tweede"} {
		blocks += fmt.Sprintf("[%s]\ntitel = \"De %s\"\nadres = \"http://%s.example/feeds/v1/\"\nlicentie = \"cc0\"\n", name, name, name)
	}
	for name, text := range map[string]string{"site.toml": list, "bronnen.toml": blocks} {
		if err := os.WriteFile(filepath.Join(f.dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.run(); err != nil {
		t.Fatal(err, f.out.String())
	}
	f.says("onderwerpen van deze bron die u niet hebt; wilt u ze tonen, zet ze dan in onderwerpen.toml", " × ")
	if err := f.run("-toon", "tweede"); err != nil {
		t.Fatal(err)
	}
	f.says("tweede: De tweede", "staat al op de site en komt er niet nog eens bij: ", "    plein ", ": van bron bron")
	source.edit(func(text string) string {
		return madeAt.ReplaceAllString(text, `"gemaakt":"2026-11-20T10:30:00+01:00"`)
	})
	if err := f.run("bron"); err != errProblems {
		t.Error(err)
	}
	f.says("de gegevens zijn ouder dan wat er was [ouder]", "nu gemaakt op 2026-11-20 om 10.30 uur; dat was 2026-11-22 om ", "pleinwijzer bronnen -accepteer bron")
}
