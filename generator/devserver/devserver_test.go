package devserver_test

import (
	"bytes"
	"context"
	"errors"
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

	"pleinwijzer/generator/devserver"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// patience is how long a change may take to show. It is far more than needed, for
// the sake of a busy machine.
const patience = 3 * time.Second

// preview is a server on folders of its own. Its site has a page for every file
// in the content folder; "DAG" in a page becomes the day. The word "telefon" in a
// file is an error, "eventueel" is advised against, and "geheim" makes a draft.
type preview struct {
	*testing.T
	dir, url string
	stop     func() // stops the server and waits for it

	mu      sync.Mutex
	changes []devserver.Change
	days    []schedule.Date // that were made, other than today
	advised int             // how many times advice was asked for

	advising sync.Mutex // is held by a test for which advice takes long
}

// noon is when each build is.
var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, schedule.Amsterdam)

func start(t *testing.T) *preview { return startWith(t, "welkom") }

// startWith starts a server on a site of one page.
func startWith(t *testing.T, text string) *preview {
	t.Helper()
	p := &preview{T: t, dir: t.TempDir()}
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
		done <- devserver.Run(ctx, l, devserver.Config{
			Content: p.path("content"), Layouts: p.path("layouts"), Static: p.path("static"),
			Build: p.build, Host: "mijnpc",
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
	return p
}

func (p *preview) build(change devserver.Change) (*devserver.Site, error) {
	p.mu.Lock()
	p.changes = append(p.changes, change)
	p.mu.Unlock()
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

// site is the site of some texts, by file, as of a moment.
func (p *preview) site(look string, texts map[string]string, now time.Time) *devserver.Site {
	site := &devserver.Site{Now: now, Files: []publish.File{
		file("css/site.css", "body{}"), file("agenda.ics", "BEGIN:VCALENDAR"), file("feeds/a.geojson", `{"dag":"`+now.Format(time.DateOnly)+`"}`),
		file("404.html", "<body><p>niets"), file("_redirects", "# oud\n/oud/ /nieuw/ 301\n/weg/* /nieuw/ 200\n"),
		file("admin/index.html", `<html data-herladen="nee"><body></body></html>`),
		{Path: "stuk/index.html", Render: func(io.Writer) error { return errors.New("stuk sjabloon") }},
	}}
	pages := map[string]devserver.Source{}
	var advice diag.List
	for name, text := range texts {
		site.Problems.Add(find("content/"+name, text, misspelt)...)
		advice.Add(find("content/"+name, text, possibly)...)
		page := strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(name, ".md"), "index")+"/index.html", "/")
		site.Files = append(site.Files, file(page, strings.ReplaceAll(strings.Replace(look, "X", text, 1), "DAG", now.Format(time.DateOnly))))
		pages["/"+strings.TrimSuffix(page, "index.html")] = devserver.Source{
			Title: name, Range: diag.Range{File: "content/" + name}, Draft: strings.Contains(text, "geheim"),
		}
	}
	if site.Problems.HasErrors() {
		site.Files = nil
	}
	site.Source = func(path string) (devserver.Source, bool) { s, ok := pages[path]; return s, ok }
	site.Advice = func() diag.List {
		p.mu.Lock()
		p.advised++
		p.mu.Unlock()
		p.advising.Lock()
		defer p.advising.Unlock()
		return advice
	}
	site.On = func(day schedule.Date) (*devserver.Site, error) {
		p.mu.Lock()
		p.days = append(p.days, day)
		p.mu.Unlock()
		return p.site(look, texts, day.At(12*60)), nil
	}
	return site
}

var (
	misspelt = diag.Diagnostic{
		Code: "veld-onbekend", Range: diag.Range{Excerpt: "telefon"},
		Message: `onbekend veld "telefon"`, Hint: `bedoelt u "telefoon"?`, Example: `telefoon = "013"`,
		Related: []diag.Range{{File: "content/site.toml", Line: 2, Column: 1}},
	}
	possibly = diag.Diagnostic{
		Severity: diag.Warning, Code: "moeilijk-woord", Range: diag.Range{Excerpt: "eventueel"},
		Message: `"eventueel" is een moeilijk woord`, Hint: `schrijf "misschien"`,
	}
)

// find gives the problem at each place where its excerpt is.
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

func (p *preview) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *preview) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p *preview) save(name, text string) {
	p.Helper()
	p.must(os.MkdirAll(filepath.Dir(p.path(name)), 0o755))
	p.must(os.WriteFile(p.path(name), []byte(text), 0o644))
}

// get asks for a page, without going where a redirect points.
func (p *preview) get(path string) (status int, body string, header http.Header) {
	p.Helper()
	return p.getFrom("", path)
}

// getFrom is get by a link on a page of the server.
func (p *preview) getFrom(page, path string) (status int, body string, header http.Header) {
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

// wait waits until the page has a status and texts in it.
func (p *preview) wait(path string, status int, texts ...string) string {
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

func TestNothingIsLeftRunning(t *testing.T) {
	before := runtime.NumGoroutine()
	p := start(t)
	shown := version(p.wait("/", 200))
	for range 5 {
		_, stop := p.follow(shown)
		defer stop()
	}
	p.save("content/index.md", "nieuw")
	p.wait("/", 200, "nieuw")
	began := time.Now()
	p.stop()
	if took := time.Since(began); took > time.Second {
		t.Errorf("stopping took %v", took)
	}
	for deadline := time.Now().Add(patience); runtime.NumGoroutine() > before; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, before %d:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}
