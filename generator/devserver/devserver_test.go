package devserver_test

import (
	"bufio"
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
)

// patience is how long a change may take to show. It is far more than needed, for
// the sake of a busy machine.
const patience = 3 * time.Second

// preview is a server on folders of its own. Its site has a page for every file
// in the content folder; the word "telefon" in a file is an error.
type preview struct {
	*testing.T
	dir, url string
	stop     func() // stops the server and waits for it

	mu      sync.Mutex
	changes []devserver.Change
}

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
	site := &devserver.Site{Files: []publish.File{
		file("css/site.css", "body{}"), file("agenda.ics", "BEGIN:VCALENDAR"), file("feeds/a.geojson", "{}"),
		file("404.html", "<p>niets"), file("_redirects", "# oud\n/oud/ /nieuw/ 301\n/weg/* /nieuw/ 200\n"),
		{Path: "stuk/index.html", Render: func(io.Writer) error { return errors.New("stuk sjabloon") }},
	}}
	root := os.DirFS(p.path("content"))
	err = fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".md" {
			return nil
		}
		text, _ := fs.ReadFile(root, name)
		site.Problems.Add(check("content/"+name, string(text))...)
		page := strings.TrimSuffix(strings.TrimSuffix(name, ".md"), "index") + "/index.html"
		site.Files = append(site.Files, file(strings.TrimPrefix(page, "/"), strings.Replace(string(look), "X", string(text), 1)))
		return nil
	})
	if site.Problems.HasErrors() {
		site.Files = nil
	}
	return site, err
}

func check(name, text string) diag.List {
	var l diag.List
	for i, line := range strings.Split(text, "\n") {
		if at := strings.Index(line, "telefon"); at >= 0 {
			l.Add(diag.Diagnostic{
				Range:   diag.Range{File: name, Line: i + 1, Column: at + 1, Length: 7, Excerpt: line},
				Code:    "veld-onbekend",
				Message: `onbekend veld "telefon"`, Hint: `bedoelt u "telefoon"?`, Example: `telefoon = "013"`,
				Related: []diag.Range{{File: "content/site.toml", Line: 2, Column: 1}},
			})
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
	request, err := http.NewRequest("GET", p.url+path, nil)
	p.must(err)
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

func TestErrorAndMend(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom", "herladen.js")
	p.save("content/index.md", "goed\nmijn telefon <b>\n")
	body := p.wait("/", 500,
		"<code>content/index.md:2:6</code>",
		"<pre>2 | mijn <mark>telefon</mark> &lt;b&gt;</pre>",
		"onbekend veld &#34;telefon&#34;", "bedoelt u &#34;telefoon&#34;?", "telefoon = &#34;013&#34;",
		"<code>content/site.toml:2:1</code>", "herladen.js",
		`<a href="/?laatste-goede">Laatste goede versie bekijken</a>`)
	if strings.Contains(body, "<style") || strings.Contains(body, "<script>") {
		t.Error("the page has script or style in itself")
	}
	p.wait("/zoeken/?dag=ma&amp;x", 500, `href="/zoeken/?dag=ma&amp;amp;x&amp;laatste-goede"`)
	p.wait("/?laatste-goede", 200, "welkom", "pleinwijzer-strook", "herladen.js")
	p.wait("/niets/?laatste-goede", 404, "niets", "pleinwijzer-strook")
	p.wait("/css/site.css", 200, "body{}")
	p.wait("/agenda.ics", 200, "BEGIN")
	p.wait("/nieuw.css", 404)

	p.save("content/index.md", "weer goed")
	p.wait("/", 200, "weer goed")
	status, _, header := p.get("/?a=b&laatste-goede")
	if to := header.Get("Location"); status != 302 || to != "/?a=b" {
		t.Errorf("the last good page, after the mend: %d to %q", status, to)
	}
}

func TestErrorFromTheStart(t *testing.T) {
	p := startWith(t, "telefon")
	body := p.wait("/?laatste-goede", 500, "content/index.md:1:1")
	if strings.Contains(body, "Laatste goede") {
		t.Error("a link to a last good version that never was")
	}
	p.save("content/index.md", "goed")
	p.wait("/", 200, "goed")
}

func TestLayouts(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom")
	p.save("layouts/base.html", "{{")
	p.wait("/", 500, "sjabloon base.html:1: dit klopt niet", "Laatste goede versie")
	before := p.builds()
	p.save("content/index.md", "hallo")
	p.waitBuild(before, func(c devserver.Change) bool { // which is told again of the layout
		return c.Look && slices.Equal(c.Content, []string{"index.md"})
	})
	p.wait("/", 500, "base.html")
	p.save("layouts/base.html", "<body>X!</body>")
	p.wait("/", 200, "hallo!")
	p.wait("/stuk/", 500, "stuk sjabloon")

	// A folder that was not there.
	before = p.builds()
	p.save("static/css/site.css", "")
	p.waitBuild(before, func(c devserver.Change) bool { return c.Look })
}

func (p *preview) builds() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.changes)
}

// waitBuild waits for a build after the first n with a fitting change.
func (p *preview) waitBuild(n int, fits func(devserver.Change) bool) {
	p.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		p.mu.Lock()
		found := slices.ContainsFunc(p.changes[n:], fits)
		p.mu.Unlock()
		if found {
			return
		}
	}
	p.Fatalf("no such build among %+v", p.changes[n:])
}

func TestFolders(t *testing.T) {
	p := start(t)
	p.save("content/a/b/c.md", "nieuw")
	p.wait("/a/b/c/", 200, "nieuw")
	p.save("content/a/b/c.md", "anders")
	p.wait("/a/b/c/", 200, "anders")

	p.must(os.Rename(p.path("content/a"), p.path("content/z")))
	p.wait("/z/b/c/", 200, "anders")
	p.wait("/a/b/c/", 404)
	p.save("content/z/b/c.md", "na de verhuizing")
	p.wait("/z/b/c/", 200, "na de verhuizing")
	before := p.builds()
	p.save("content/z/b/d.md", "nog een")
	p.waitBuild(before, func(c devserver.Change) bool { return slices.Equal(c.Content, []string{"z/b/d.md"}) })

	p.must(os.Rename(p.path("content/z/b/c.md"), p.path("content/z/e.md")))
	p.wait("/z/e/", 200, "na de verhuizing")
	p.wait("/z/b/c/", 404)
	p.must(os.RemoveAll(p.path("content/z")))
	p.wait("/z/e/", 404)
	p.save("content/z/e.md", "terug")
	p.wait("/z/e/", 200, "terug")

	// The content folder as a whole, as at a switch of branches.
	p.must(os.Rename(p.path("content"), p.path("elders")))
	p.wait("/", 404)
	p.must(os.Rename(p.path("elders"), p.path("content")))
	p.wait("/z/e/", 200, "terug")
	p.save("content/z/e.md", "klaar")
	p.wait("/z/e/", 200, "klaar")
}

func TestEditors(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom")
	before := p.builds()
	p.save("content/.index.md.swp", "")
	p.save("content/#index.md#", "")
	p.save("content/index.md~", "")
	p.save("content/.git/HEAD", "")
	p.save("elders.md", "")
	time.Sleep(200 * time.Millisecond)
	if n := p.builds(); n != before {
		t.Errorf("leftovers of editors gave %d builds: %+v", n-before, p.changes[before:])
	}
	for _, text := range []string{"eerste", "tweede"} {
		p.save("content/.index.md.tmp", text)
		p.must(os.Rename(p.path("content/.index.md.tmp"), p.path("content/index.md")))
		p.wait("/", 200, text)
	}
	p.must(os.Rename(p.path("content/index.md"), p.path("content/index.md~")))
	p.save("content/index.md", "derde")
	p.wait("/", 200, "derde")
	p.must(os.Remove(p.path("content/index.md")))
	p.wait("/", 404)
}

func TestManySaves(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom")
	before := p.builds()
	for range 100 {
		p.save("content/index.md", strings.Repeat("tekst ", 100))
	}
	p.save("content/index.md", "de laatste")
	p.wait("/", 200, "de laatste")
	if n := p.builds() - before; n > 20 {
		t.Errorf("101 saves gave %d builds", n)
	}
}

// follow listens as a page does that shows a version.
func (p *preview) follow(shown string) (events <-chan string, stop func()) {
	ctx, cancel := context.WithCancel(p.Context())
	request, err := http.NewRequestWithContext(ctx, "GET", p.url+"/__pleinwijzer/versies?getoond="+shown, nil)
	p.must(err)
	r, err := http.DefaultClient.Do(request)
	p.must(err)
	found := make(chan string, 10)
	go func() {
		defer r.Body.Close()
		for lines := bufio.NewScanner(r.Body); lines.Scan(); {
			if version, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				found <- version
			}
		}
	}()
	return found, cancel
}

func version(body string) string {
	_, rest, _ := strings.Cut(body, `data-versie="`)
	v, _, _ := strings.Cut(rest, `"`)
	return v
}

func TestLive(t *testing.T) {
	p := start(t)
	shown := version(p.wait("/", 200, "welkom"))
	events, stop := p.follow(shown)
	defer stop()
	select {
	case v := <-events:
		t.Fatalf("version %s is new to a page with %s", v, shown)
	case <-time.After(100 * time.Millisecond):
	}
	p.save("content/index.md", "nieuw")
	select {
	case v := <-events:
		if body := p.wait("/", 200, "nieuw"); version(body) != v {
			t.Errorf("event %s, page %s", v, version(body))
		}
	case <-time.After(patience):
		t.Fatal("no event")
	}
	late, stopLate := p.follow(shown)
	defer stopLate()
	select {
	case <-late:
	case <-time.After(patience):
		t.Error("a page that is behind is not told")
	}
	p.wait("/__pleinwijzer/herladen.js", 200, "EventSource")
	p.wait("/__pleinwijzer/melding.css", 200, ".pleinwijzer-strook")
	p.wait("/__pleinwijzer/../devserver.go", 404)
}

func TestAddresses(t *testing.T) {
	p := start(t)
	p.save("content/pleinen/loon op zand.md", "plein")
	p.wait("/pleinen/loon%20op%20zand/", 200, "plein")
	tests := []struct {
		path, want string
		status     int
	}{
		{"/css/site.css", "text/css; charset=utf-8", 200},
		{"/agenda.ics", "text/calendar; charset=utf-8", 200},
		{"/feeds/a.geojson", "application/geo+json", 200},
		{"/_redirects", "text/plain; charset=utf-8", 200},
		{"/", "text/html; charset=utf-8", 200},
		{"/index.html", "text/html; charset=utf-8", 200},
		{"/niets/", "text/html; charset=utf-8", 404},
		{"/niets.css", "text/html; charset=utf-8", 404},
		{"/css/site.css/", "text/html; charset=utf-8", 404},
		{"/../../etc/passwd", "text/html; charset=utf-8", 404},
	}
	for _, test := range tests {
		status, _, header := p.get(test.path)
		if got := header.Get("Content-Type"); status != test.status || got != test.want {
			t.Errorf("%s: %d %s, want %d %s", test.path, status, got, test.status, test.want)
		}
		if header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: a browser may keep it", test.path)
		}
	}
	redirects := []struct{ path, to string }{
		{"/pleinen/loon%20op%20zand?a=b", "/pleinen/loon%20op%20zand/?a=b"},
		{"//pleinen//loon%20op%20zand", "/pleinen/loon%20op%20zand/"},
		{"/oud/", "/nieuw/"},
		{"/oud?a=b", "/nieuw/?a=b"},
	}
	for _, test := range redirects {
		status, _, header := p.get(test.path)
		if got := header.Get("Location"); status != 301 || got != test.to {
			t.Errorf("%s: %d to %q, want %q", test.path, status, got, test.to)
		}
	}
	if status, body, _ := p.get("/css/site.css"); status != 200 || body != "body{}" {
		t.Errorf("a style sheet is not left as it is: %q", body)
	}
	if _, body, _ := p.get("/"); !strings.HasSuffix(body, "></script></body>") {
		t.Errorf("the script is not at the end of the body: %q", body)
	}
}

func TestHostsAndMethods(t *testing.T) {
	p := start(t)
	tests := []struct {
		method, host string
		status       int
	}{
		{"GET", "localhost:1313", 200},
		{"GET", "proef.localhost", 200},
		{"GET", "127.0.0.1:1313", 200},
		{"GET", "[::1]:1313", 200},
		{"GET", "mijnpc:1313", 200},
		{"GET", "kwaad.example:1313", 403},
		{"GET", "localhost.kwaad.example", 403},
		{"HEAD", "localhost", 200},
		{"POST", "localhost", 405},
	}
	for _, test := range tests {
		request, err := http.NewRequest(test.method, p.url, nil)
		p.must(err)
		request.Host = test.host
		r, err := http.DefaultClient.Do(request)
		p.must(err)
		r.Body.Close()
		if r.StatusCode != test.status {
			t.Errorf("%s %s: %d, want %d", test.method, test.host, r.StatusCode, test.status)
		}
	}
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
