package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/diag"
)

const smallSite = "testdata/site/content"

// runWith runs the program in this process and returns everything that it prints.
func runWith(ctx context.Context, args ...string) (code int, out string) {
	var b bytes.Buffer
	code = run(ctx, args, environment{stdout: &b, stderr: &b, now: time.Now, verbs: verbs})
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

// TestReadingStopped stops every verb while it reads content.
func TestReadingStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, verb := range []string{"check", "gids", "taken"} {
		if code, out := runWith(ctx, verb, "-content", smallSite); code != exitFailure || !strings.HasPrefix(out, "pleinwijzer: gestopt;") {
			t.Errorf("%s: code %d, %q", verb, code, out)
		}
	}
}

// TestEnding stops a verb that never ends, and one that takes some time to end.
func TestEnding(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var output bytes.Buffer
	env := environment{stderr: &output}
	never := make(chan int)
	if code := ending(ctx, env, 0, func() int { return <-never }); code != exitFailure || output.Len() == 0 {
		t.Errorf("code %d, %q", code, output.String())
	}
	output.Reset()
	if code := ending(ctx, env, time.Hour, func() int { return exitProblems }); code != exitProblems || output.Len() > 0 {
		t.Errorf("code %d, %q", code, output.String())
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
		info             *debug.BuildInfo
		address, release string
		want             string
	}{
		{info("v1.2.0"), "", "", "pleinwijzer v1.2.0 (go1.26.0)"},
		{info("(devel)"), "", "", "pleinwijzer zonder versienummer (go1.26.0)"},
		{info("", "vcs.revision", revision, "vcs.time", date, "vcs.modified", "false"), "", "",
			"pleinwijzer zonder versienummer (bron 0123456789ab van 2026-11-22, go1.26.0)"},
		{info("v1.2.0", "vcs.revision", revision, "vcs.time", date, "vcs.modified", "true"), "", "",
			"pleinwijzer v1.2.0 (bron 0123456789ab van 2026-11-22, daarna gewijzigd, go1.26.0)"},
		{info("(devel)", "vcs.revision", revision, "vcs.time", date), "https://git.example/pleinwijzer", "v1.3.0",
			"pleinwijzer v1.3.0 (bron 0123456789ab van 2026-11-22, go1.26.0)\nhttps://git.example/pleinwijzer"},
	}
	for _, test := range tests {
		if got := versionOf(test.info, test.address, test.release); got != test.want {
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
