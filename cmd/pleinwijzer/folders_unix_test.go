//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// oddThings creates things that can be in a folder but must not be read.
var oddThings = map[string]func(name string) error{
	"a pipe":               func(name string) error { return syscall.Mkfifo(name, 0o644) },
	"a link out":           func(name string) error { return os.Symlink("/etc", name) },
	"a link to an endless": func(name string) error { return os.Symlink("/dev/zero", name) },
	"a link within":        func(name string) error { return os.Symlink("bieb.md", name) },
	"a link to itself":     func(name string) error { return os.Symlink(filepath.Base(name), name) },
	"a link to nothing":    func(name string) error { return os.Symlink("nergens", name) },
	"a large file": func(name string) error {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			return err
		}
		return os.Truncate(name, staticLimit+1)
	},
}

// TestOddThings puts one of each in each place that is read. Every verb must end with a
// message that mentions it.
func TestOddThings(t *testing.T) {
	for _, place := range []string{
		"content/spreekuren/x.md", "content/pleinen/bieb.md", "content/berichten", "content/onbekend", "content/site.toml",
		"layouts/base.html", "layouts/partials", "layouts/i18n/nl.toml", "static/x.png", "static/js/x.js", "static/map",
	} {
		for thing, put := range oddThings {
			if thing == "a large file" && filepath.Ext(place) == "" {
				continue
			}
			dir := t.TempDir()
			if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(smallSite)); err != nil {
				t.Fatal(err)
			}
			name := filepath.Join(dir, filepath.FromSlash(place))
			os.Remove(name)
			os.MkdirAll(filepath.Dir(name), 0o755)
			if err := put(name); err != nil {
				t.Skip(err)
			}
			for _, args := range [][]string{{"check"}, {"build", "-out", filepath.Join(dir, "public")}} {
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				code, out := runWith(ctx, append(args, "-content", filepath.Join(dir, "content"))...)
				cancel()
				if code != exitProblems || !strings.Contains(out, place) || strings.Contains(out, "root:") {
					t.Errorf("%s as %s, %s: code %d\n%s", place, thing, args, code, out)
				}
			}
		}
	}
}

// TestOddFolderOnce checks that an unreadable folder is reported once, and not again for
// each record that refers to something in it.
func TestOddFolderOnce(t *testing.T) {
	for _, folder := range []string{"partners", "pleinen", "spreekuren", "partners/meer"} {
		for _, thing := range []string{"a pipe", "a link out", "a link to itself"} {
			dir := filepath.Join(t.TempDir(), "content")
			if err := os.CopyFS(dir, os.DirFS(smallSite)); err != nil {
				t.Fatal(err)
			}
			for i, kind := range []string{"partners/taalhuis.md", folder} {
				if name := filepath.Join(dir, kind); i == 1 || strings.HasPrefix(folder, "partners") {
					os.RemoveAll(name)
				}
			}
			if err := oddThings[thing](filepath.Join(dir, folder)); err != nil {
				t.Skip(err)
			}
			if code, out := runWith(t.Context(), "check", "-content", dir); code != exitProblems ||
				!strings.Contains(out, "\n1 fout in 1 bestand\n") {
				t.Errorf("%s as %s: code %d, %s", folder, thing, code, out)
			}
		}
	}
}

// TestOddNames checks that names which Windows does not allow are reported, since they
// would break the site for people who build it there.
func TestOddNames(t *testing.T) {
	for _, place := range []string{"static/con.txt", "static/aux/x.txt", "static/wat?.pdf", "layouts/partials/nul.html"} {
		dir := t.TempDir()
		if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(smallSite)); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, filepath.FromSlash(place))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if code, out := runWith(t.Context(), "check", "-content", filepath.Join(dir, "content")); code != exitProblems ||
			!strings.Contains(out, place) || !strings.Contains(out, "Windows") {
			t.Errorf("code %d, %s", code, out)
		}
	}
}

// TestOddFormats checks that errors in the input are reported in the requested format,
// wherever they are.
func TestOddFormats(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(smallSite)); err != nil {
		t.Fatal(err)
	}
	places := []string{"content/paginas/x.md", "layouts/base.html", "layouts/i18n/nl.toml", "static/x.png", "static/map"}
	for _, place := range places {
		name := filepath.Join(dir, filepath.FromSlash(place))
		os.MkdirAll(filepath.Dir(name), 0o755)
		if err := os.Symlink("/etc/hosts", name); err != nil {
			t.Skip(err)
		}
	}
	for format, start := range map[string]string{"json": "[", "sarif": "{", "github": "::error "} {
		var data, output bytes.Buffer
		code := run(t.Context(), []string{"check", "-format", format, "-content", filepath.Join(dir, "content")},
			environment{stdout: &data, stderr: &output, now: time.Now, verbs: verbs})
		if code != exitProblems || output.Len() > 0 || !strings.HasPrefix(strings.TrimSpace(data.String()), start) ||
			format != "github" && !json.Valid(data.Bytes()) {
			t.Errorf("%s: code %d, %s%s", format, code, &output, &data)
		}
		for _, place := range places {
			if !strings.Contains(data.String(), place) || strings.Contains(data.String(), "..") {
				t.Errorf("%s says nothing of %s:\n%s", format, place, &data)
			}
		}
	}
}

// TestLinkedLook checks that a layouts or static folder which is itself a link is
// refused, since what it leads to would be published.
func TestLinkedLook(t *testing.T) {
	for _, folder := range []string{"static", "layouts"} {
		dir := t.TempDir()
		if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(smallSite)); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("/etc", filepath.Join(dir, folder)); err != nil {
			t.Skip(err)
		}
		if code, out := runWith(t.Context(), "check", "-content", filepath.Join(dir, "content")); code != exitProblems ||
			!strings.Contains(out, "koppeling") {
			t.Errorf("code %d, %s", code, out)
		}
	}
}
