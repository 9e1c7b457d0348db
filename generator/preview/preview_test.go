package preview_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/preview"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// patience only has to end waiting for what never comes, so it is long: a busy machine
// may be slow.
const patience = time.Minute

// trial is a server with its own folders. Its site has a page for every file in the
// content folder; "DAG" in a page is replaced by the day. The word "telefon" in a file is
// an error, "eventueel" gives advice, and "geheim" makes the file a draft.
type trial struct {
	*testing.T
	dir, url string
	stop     func() // stops the server and waits for it

	mu      sync.Mutex
	changes []generator.Change
	days    []schedule.Date // the days other than today for which the site was made
	advised int             // how many times advice was asked for
	settled int             // how many times settle was called
	told    []string        // about pages that cannot be rendered

	// A test locks these to hold up advice, or a build.
	advising, building sync.Mutex
}

// noon is the time of every build.
var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, schedule.Amsterdam)

func start(t *testing.T) *trial { return startWith(t, "welkom") }

// startWith starts a server on a site of one page.
func startWith(t *testing.T, text string) *trial {
	t.Helper()
	p := &trial{T: t, dir: t.TempDir()}
	p.save("content/index.md", text)
	p.save("layouts/base.html", "<body>X</body>")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p.url = "http://" + l.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() {
		done <- preview.Run(ctx, l, preview.Config{
			Content: p.path("content"), Layouts: p.path("layouts"), Static: p.path("static"),
			Shown: "content", Build: p.build, Says: error.Error, Host: "mijnpc", Names: []string{"mijnpc.local"},
			Failed: func(said string) { p.tell("stuk: " + said) }, Mended: func(said string) { p.tell("heel: " + said) },
		})
	}()
	p.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		http.DefaultClient.CloseIdleConnections()
	})
	t.Cleanup(p.stop)
	p.get("/") // responds after the first build, when the folders are being watched
	return p
}

func (p *trial) tell(what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.told = append(p.told, what)
}

func (p *trial) build(change generator.Change) (*generator.Site, error) {
	p.mu.Lock()
	p.changes = append(p.changes, change)
	p.mu.Unlock()
	p.building.Lock()
	defer p.building.Unlock()
	look, err := os.ReadFile(p.path("layouts/base.html"))
	if err != nil || bytes.Contains(look, []byte("{{")) {
		return nil, errors.New("sjabloon base.html:1: dit klopt niet")
	}
	texts := map[string]string{}
	root := os.DirFS(p.path("content"))
	err = fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && filepath.Ext(name) == ".md" {
			text, _ := fs.ReadFile(root, name)
			texts[name] = string(text)
		}
		return nil
	})
	return p.site(string(look), texts, noon), err
}

// site returns the site that is made from some texts, by file, as of a moment.
func (p *trial) site(look string, texts map[string]string, now time.Time) *generator.Site {
	site := &generator.Site{Now: now, Files: []publish.File{
		file("css/site.css", "body{}"), file("agenda.ics", "BEGIN:VCALENDAR"), file("feeds/a.geojson", `{"dag":"`+now.Format(time.DateOnly)+`"}`),
		file("404.html", "<body><p>niets"), file("pl/404.html", "<body><p>nie ma"), file("_redirects", "# oud\n/oud/ /nieuw/ 301\n/weg/* /nieuw/ 200\n"),
		file("admin/index.html", `<html data-herladen="nee"><body></body></html>`),
		{Path: "stuk/index.html", Render: func(io.Writer) error { return errors.New("stuk sjabloon") }},
	}}
	if word := texts["stuk.md"]; word != "" { // two pages with the same error
		fails := func(io.Writer) error { return errors.New(word) }
		for _, page := range []string{"kapot0/index.html", "kapot1/index.html"} {
			site.Files = append(site.Files, publish.File{Path: page, Render: fails})
		}
	}
	known := answers{trial: p, look: look, texts: texts, pages: map[string]generator.Source{}}
	for name, text := range texts {
		site.Problems.Add(find(name, text, misspelt)...)
		known.advice.Add(find(name, text, possibly)...)
		page := strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(name, ".md"), "index")+"/index.html", "/")
		site.Files = append(site.Files, file(page, strings.ReplaceAll(strings.Replace(look, "X", text, 1), "DAG", now.Format(time.DateOnly))))
		known.pages["/"+strings.TrimSuffix(page, "index.html")] = generator.Source{
			Title: name, Range: diag.Range{File: name}, Draft: strings.Contains(text, "geheim"),
		}
	}
	if site.Problems.HasErrors() {
		site.Files = nil
	}
	site.Answers = known
	return site
}

// answers implements generator.Answers for such a site.
type answers struct {
	generator.Answers // supplies the methods that are never called
	*trial
	look   string
	texts  map[string]string
	pages  map[string]generator.Source
	advice diag.List
}

func (a answers) Source(path string) (generator.Source, bool) { s, ok := a.pages[path]; return s, ok }

func (a answers) Advice() diag.List {
	a.mu.Lock()
	a.advised++
	a.mu.Unlock()
	a.advising.Lock()
	defer a.advising.Unlock()
	return a.advice
}

func (a answers) At(now time.Time) (*generator.Site, error) {
	a.mu.Lock()
	a.days = append(a.days, schedule.DateOf(now))
	a.mu.Unlock()
	return a.site(a.look, a.texts, now), nil
}

var (
	misspelt = diag.Diagnostic{
		Code: "veld-onbekend", Range: diag.Range{Excerpt: "telefon"},
		Message: `onbekend veld "telefon"`, Hint: `bedoelt u "telefoon"?`, Example: `telefoon = "013"`,
		Related: []diag.Range{{File: "site.toml", Line: 2, Column: 1}},
	}
	possibly = diag.Diagnostic{
		Severity: diag.Warning, Code: "moeilijk-woord", Range: diag.Range{Excerpt: "eventueel"},
		Message: `"eventueel" is een moeilijk woord`, Hint: `schrijf "misschien"`,
	}
)

// find returns the problem at each place where its excerpt occurs.
func find(name, text string, problem diag.Diagnostic) diag.List {
	var l diag.List
	word := problem.Excerpt
	for i, line := range strings.Split(text, "\n") {
		if at := strings.Index(line, word); at >= 0 {
			problem.Range = diag.Range{File: name, Line: i + 1, Column: at + 1, Length: len(word), Excerpt: line}
			l.Add(problem)
		}
	}
	return l
}

func file(path, text string) publish.File {
	return publish.File{Path: path, Render: func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}}
}

func (p *trial) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *trial) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

// save writes a file atomically, as many editors do, so that no build can read half of
// it.
func (p *trial) save(name, text string) {
	p.Helper()
	p.must(os.MkdirAll(filepath.Dir(p.path(name)), 0o755))
	p.must(os.WriteFile(p.path("nieuw"), []byte(text), 0o644))
	p.must(os.Rename(p.path("nieuw"), p.path(name)))
}

// settle waits until everything that was saved has been built, so that no build is still
// to come. The content of a page does not prove that: a build may read a file before the
// watcher reports it.
func (p *trial) settle() {
	p.Helper()
	p.settled++
	last := fmt.Sprintf("bewaard-%d.txt", p.settled) // reported after everything that was saved before it
	p.save("content/"+last, "")
	n := p.waitBuild(0, func(c generator.Change) bool { return slices.Contains(c.Content, last) })
	p.until(func() bool {
		_, body, _ := p.get("/")
		return strings.HasSuffix(version(body), fmt.Sprintf("-%d", n+1))
	}, "build %d is not shown", n+1)
}

// until waits until done returns true, and fails the test if that never happens.
func (p *trial) until(done func() bool, otherwise string, args ...any) {
	p.Helper()
	for deadline := time.Now().Add(patience); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			p.Fatalf(otherwise, args...)
		}
	}
}

// get requests a page without following redirects.
func (p *trial) get(path string) (status int, body string, header http.Header) {
	p.Helper()
	return p.getFrom("", path)
}

// getFrom is like get, but as if by a link on another page of the server.
func (p *trial) getFrom(page, path string) (status int, body string, header http.Header) {
	p.Helper()
	request, err := http.NewRequest("GET", p.url+path, nil)
	p.must(err)
	if page != "" {
		request.Header.Set("Referer", p.url+page)
	}
	r, err := http.DefaultTransport.RoundTrip(request)
	p.must(err)
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	p.must(err)
	return r.StatusCode, string(text), r.Header
}

// wait waits until a page has a certain status and contains certain texts.
func (p *trial) wait(path string, status int, texts ...string) string {
	p.Helper()
	var got int
	var body string
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		got, body, _ = p.get(path)
		if got == status && !slices.ContainsFunc(texts, func(s string) bool { return !strings.Contains(body, s) }) {
			return body
		}
	}
	p.Fatalf("%s: status %d, want %d with %q in\n%s", path, got, status, texts, body)
	return ""
}

// TestNothingIsLeftRunning checks that the server ends its responses to pages that
// listen, and cuts them off only if that fails.
func TestNothingIsLeftRunning(t *testing.T) {
	before := runtime.NumGoroutine()
	p := start(t)
	shown := version(p.wait("/", 200))
	var followers []*follower
	for range 5 {
		followers = append(followers, p.follow(shown))
	}
	p.save("content/index.md", "nieuw")
	p.wait("/", 200, "nieuw")
	p.stop()
	for _, f := range followers {
		for range f.events {
		}
		if f.err != nil {
			t.Errorf("a page that listens was cut off: %v", f.err)
		}
	}
	for deadline := time.Now().Add(patience); runtime.NumGoroutine() > before; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, before %d:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}
