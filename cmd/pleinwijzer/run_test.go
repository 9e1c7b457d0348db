package main

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/diag"
)

const smallSite = "testdata/site/content"

// runWith runs the program in this process and returns all that it prints.
func runWith(ctx context.Context, args ...string) (code int, out string) {
	var b bytes.Buffer
	code = run(ctx, args, environment{nil, &b, &b, time.Now, verbs})
	return code, b.String()
}

func TestBuildStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := filepath.Join(t.TempDir(), "public")
	code, out := runWith(ctx, "build", "-content", smallSite, "-out", dir)
	if code != exitFailure || out != "pleinwijzer: gestopt; de site is zoals hij was\n" {
		t.Errorf("code %d, %q", code, out)
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestServe(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(dir, os.DirFS(smallSite)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	terminal := make(lines, 100)
	code := make(chan int)
	go func() {
		code <- run(ctx, []string{"serve", "-content", dir, "-addr", "localhost:0"}, environment{nil, terminal, terminal, time.Now, verbs})
	}()
	address := strings.Fields(terminal.next(t, "open http://localhost:"))[1]
	terminal.next(t, "content: bijgewerkt in ")
	if status := get(t, address+"/spreekuren/rekenen/"); status != http.StatusOK {
		t.Errorf("a draft: status %d", status)
	}
	if err := os.WriteFile(filepath.Join(dir, "partners", "taalhuis.md"), []byte("+++\nnam = \"Taalhuis\"\n+++\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	terminal.next(t, "content/partners/taalhuis.md: ")
	terminal.next(t, `onbekend veld "nam"`)
	if status := get(t, address+"/"); status != http.StatusInternalServerError {
		t.Errorf("with an error: status %d", status)
	}
	cancel()
	if got := <-code; got != exitFine {
		t.Errorf("exit code %d", got)
	}
}

// lines is a terminal that a test reads along with.
type lines chan string

func (l lines) Write(p []byte) (int, error) {
	for line := range strings.Lines(string(p)) {
		l <- line
	}
	return len(p), nil
}

// next waits for a line with want in it.
func (l lines) next(t *testing.T, want string) string {
	t.Helper()
	deadline := time.After(5 * time.Second)
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

func get(t *testing.T, url string) int {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	return r.StatusCode
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

func TestVersionOf(t *testing.T) {
	info := func(version string, settings ...string) *debug.BuildInfo {
		b := &debug.BuildInfo{GoVersion: "go1.26.0"}
		b.Main.Version = version
		for i := 0; i < len(settings); i += 2 {
			b.Settings = append(b.Settings, debug.BuildSetting{Key: settings[i], Value: settings[i+1]})
		}
		return b
	}
	const revision, date = "0123456789abcdef0123456789abcdef01234567", "2026-11-22T09:00:00Z"
	tests := []struct {
		info *debug.BuildInfo
		want string
	}{
		{info("v1.2.0"), "pleinwijzer v1.2.0 (go1.26.0)"},
		{info("(devel)"), "pleinwijzer zonder versienummer (go1.26.0)"},
		{info("", "vcs.revision", revision, "vcs.time", date, "vcs.modified", "false"),
			"pleinwijzer zonder versienummer (bron 0123456789ab van 2026-11-22, go1.26.0)"},
		{info("v1.2.0", "vcs.revision", revision, "vcs.time", date, "vcs.modified", "true"),
			"pleinwijzer v1.2.0 (bron 0123456789ab van 2026-11-22, daarna gewijzigd, go1.26.0)"},
	}
	for _, test := range tests {
		if got := versionOf(test.info); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func TestCounted(t *testing.T) {
	problem := func(file string, s diag.Severity) diag.Diagnostic {
		return diag.Diagnostic{Range: diag.Range{File: file}, Severity: s}
	}
	tests := []struct {
		list diag.List
		want string
	}{
		{diag.List{problem("a", diag.Error)}, "1 fout in 1 bestand"},
		{diag.List{problem("a", diag.Error), problem("a", diag.Error)}, "2 fouten in 1 bestand"},
		{diag.List{problem("a", diag.Warning), problem("b", diag.Warning)}, "2 waarschuwingen in 2 bestanden"},
		{diag.List{problem("a", diag.Error), problem("b", diag.Warning)}, "1 fout, 1 waarschuwing in 2 bestanden"},
	}
	for _, test := range tests {
		if got := counted(test.list); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
	if got := count(12345, "fout", "fouten"); got != "12.345 fouten" {
		t.Error(got)
	}
}
