package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// served is a preview of the small site with additional files.
type served struct {
	*testing.T
	dir, address string
	terminal     lines
	stop         func()
}

// serveHere starts the preview with a clock.
func serveHere(t *testing.T, files map[string]string, now func() time.Time) *served {
	t.Helper()
	return serveWith(t, files, now, "-addr", "localhost:0")
}

// serveWith starts the preview with some flags.
func serveWith(t *testing.T, files map[string]string, now func() time.Time, flags ...string) *served {
	t.Helper()
	s := &served{T: t, dir: filepath.Join(t.TempDir(), "content"), terminal: make(lines, 100)}
	if err := os.CopyFS(s.dir, os.DirFS(smallSite)); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		s.write(name, text)
	}
	ctx, cancel := context.WithCancel(t.Context())
	code := make(chan int)
	go func() {
		code <- run(ctx, append([]string{"serve", "-content", s.dir}, flags...),
			environment{stdout: s.terminal, stderr: s.terminal, now: now, verbs: verbs})
	}()
	s.stop = sync.OnceFunc(func() {
		cancel()
		for {
			select {
			case <-s.terminal: // otherwise the program may block for ever when it prints
			case got := <-code:
				if got != exitFine {
					t.Errorf("exit code %d", got)
				}
				return
			}
		}
	})
	t.Cleanup(s.stop)
	s.address = strings.Fields(s.terminal.next(t, "open http://localhost:"))[1]
	s.terminal.next(t, "content: bijgewerkt in ")
	return s
}

// write writes a file atomically, as many editors do, so that serve never reads half of
// it.
func (s *served) write(name, text string) {
	s.Helper()
	name = filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		s.Fatal(err)
	}
	whole := filepath.Join(filepath.Dir(s.dir), "nieuw")
	if err := os.WriteFile(whole, []byte(text), 0o644); err != nil {
		s.Fatal(err)
	}
	if err := os.Rename(whole, name); err != nil {
		s.Fatal(err)
	}
}

// get requests a page.
func (s *served) get(path string) (status int, body string) {
	s.Helper()
	r, err := http.Get(s.address + path)
	if err != nil {
		s.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		s.Fatal(err)
	}
	return r.StatusCode, string(text)
}

// TestServeAdmin says why there is no form at /admin/, until there is one.
func TestServeAdmin(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	for _, address := range []string{"/admin/", "/admin", "/admin/index.html", "/admin/?a=b"} {
		status, body := s.get(address)
		if status != http.StatusNotFound || !strings.Contains(body, "<code>[beheer]</code>") || !strings.Contains(body, "Hoofdstuk 33") {
			t.Errorf("%s: status %d\n%s", address, status, body)
		}
	}
	if _, body := s.get("/admin/weg/"); strings.Contains(body, "[beheer]") {
		t.Errorf("another address: %s", body)
	}
	site, err := os.ReadFile(filepath.Join(s.dir, "site.toml"))
	if err != nil {
		t.Fatal(err)
	}
	s.write("site.toml", string(site)+"\n[beheer]\ngithub = \"bibliotheek/pleinen\"\n")
	s.until("/admin/", `data-repository="bibliotheek/pleinen"`)
}

func TestServe(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	if status, _ := s.get("/spreekuren/rekenen/"); status != http.StatusOK {
		t.Errorf("a draft: status %d", status)
	}
	s.write("partners/taalhuis.md", "+++\nnam = \"Taalhuis\"\n+++\n")
	s.terminal.next(t, "content/partners/taalhuis.md: ")
	s.terminal.next(t, `onbekend veld "nam"`)
	s.until("/", `class="pleinwijzer-melding"`) // the browser is notified after the terminal
	if status, body := s.get("/"); status != http.StatusInternalServerError {
		t.Errorf("with an error: status %d\n%s", status, body)
	}
	s.stop()
}

// late only has to end waiting for what never comes, so it is long: a busy machine may be
// slow.
const late = time.Minute

// until requests a page until it contains a text. One request is not enough, since an
// edit may be reported as two.
func (s *served) until(path, want string) {
	s.Helper()
	body := ""
	for end := time.Now().Add(late); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if _, body = s.get(path); strings.Contains(body, want) {
			return
		}
	}
	s.Fatalf("%s never says %s, but\n%s", path, want, body)
}

// TestServeAdvises checks that advice is given when a page asks for it, and that the
// terminal shows the new part.
func TestServeAdvises(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	const advices = "/__pleinwijzer/adviezen?pad=/partners/taalhuis/"
	s.write("partners/taalhuis.md", "+++\nnaam = \"Taalhuis\"\n+++\nWij realiseren dit.\n")
	s.terminal.next(t, "content/partners/taalhuis.md: bijgewerkt")
	s.until(advices, `data-aantal="1"`)
	s.terminal.next(t, `moeilijk woord: "realiseren"`)
	s.write("partners/taalhuis.md", "+++\nnaam = \"Taalhuis\"\n+++\nWij realiseren dit. Indien u wilt.\n")
	s.until(advices, `data-aantal="2"`)
	if line := s.terminal.next(t, "moeilijk woord"); !strings.Contains(line, `"Indien"`) {
		t.Errorf("what was told before is told again: %s", line)
	}
	s.write("partners/taalhuis.md", "+++\nnaam = \"Taalhuis\"\nwebsite = \"https://taalhuis.example\"\n+++\nU leert lezen. Wij helpen u.\n")
	s.until(advices, `data-aantal="0"`)
}

// TestServeWhileAdviceIsMade checks that an edit shows up while a page is waiting for
// advice about the previous version, which takes longer. How soon depends on the load of
// the machine; the time is logged.
func TestServeWhileAdviceIsMade(t *testing.T) {
	const n = 1000
	files := map[string]string{}
	text := func(title string) string {
		return fmt.Sprintf("+++\ntitel = %q\nplein = \"bieb\"\npartner = \"taalhuis\"\ndag = \"elke dinsdag\"\ntijd = \"10.00-12.00\"\nin_een_zin = \"Wij realiseren hulp.\"\n+++\n"+
			"Indien u hulp wilt, kunt u langskomen en wordt er samen met u gekeken naar de mogelijkheden.\n", title)
	}
	for i := range n {
		files[fmt.Sprintf("spreekuren/x%d.md", i)] = text(fmt.Sprintf("Spreekuur %d", i))
	}
	s := serveHere(t, files, time.Now)
	go func() {
		for range s.terminal { // keeps reading, since advice would fill it
		}
	}()
	var waiting sync.WaitGroup
	var longest time.Duration
	for i := range 5 {
		waiting.Go(func() { s.get("/__pleinwijzer/adviezen?pad=/spreekuren/x7/") })
		title := fmt.Sprintf("Anders %d", i)
		begun := time.Now()
		s.write("spreekuren/x7.md", text(title))
		s.until("/spreekuren/x7/", title)
		longest = max(longest, time.Since(begun))
	}
	t.Logf("with %d spreekuren an edit was shown after %v at most", n+2, longest)
	waiting.Wait()
	if _, body := s.get("/__pleinwijzer/adviezen?pad=/spreekuren/x7/"); strings.Contains(body, `data-aantal="0"`) {
		t.Error("no advice at all")
	}
}

// lines is a terminal whose output a test reads.
type lines chan string

func (l lines) Write(p []byte) (int, error) {
	for line := range strings.Lines(string(p)) {
		l <- line
	}
	return len(p), nil
}

// next waits for a line that contains want.
func (l lines) next(t *testing.T, want string) string {
	t.Helper()
	deadline := time.After(late)
	for {
		select {
		case line := <-l:
			if strings.Contains(line, want) {
				return line
			}
		case <-deadline:
			t.Fatalf("no line with %q", want)
		}
	}
}

func TestServeWherePortIsTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	code, out := runWith(t.Context(), "serve", "-content", smallSite, "-addr", l.Addr().String())
	want := "pleinwijzer: op " + l.Addr().String() + " draait al iets; stop dat, of kies een andere poort, zoals -addr " + nextPort(l.Addr().String()) + "\n"
	if code != exitFailure || out != want {
		t.Errorf("code %d, %q", code, out)
	}
}

func TestNextPort(t *testing.T) {
	for addr, want := range map[string]string{"localhost:1313": "localhost:1314", "[::1]:80": "[::1]:81", ":1313": ":1314"} {
		if got := nextPort(addr); got != want {
			t.Errorf("%s: %s, want %s", addr, got, want)
		}
	}
}

func TestServeURL(t *testing.T) {
	addr := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1313}
	for host, want := range map[string]string{
		"localhost": "http://localhost:1313",
		"":          "http://localhost:1313",
		"0.0.0.0":   "http://localhost:1313",
		"::":        "http://localhost:1313",
		"127.0.0.1": "http://127.0.0.1:1313",
		"::1":       "http://[::1]:1313",
		"mijnpc":    "http://mijnpc:1313",
	} {
		if got := serveURL(host, addr); got != want {
			t.Errorf("%q: %s, want %s", host, got, want)
		}
	}
}
