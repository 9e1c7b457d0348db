package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestSystemWords checks that no error of the system is printed in its own English.
func TestSystemWords(t *testing.T) {
	for e := syscall.Errno(1); e < 134; e++ {
		for _, err := range []error{&fs.PathError{Op: "write", Path: "a", Err: e},
			&os.LinkError{Op: "rename", Old: "b", New: "a", Err: e}, os.NewSyscallError("open", e), e} {
			message := inWords(fmt.Errorf("file %q: %w", "x", err))
			if strings.Contains(message, e.Error()) || strings.Contains(message, "file ") || strings.Contains(message, "rename") {
				t.Errorf("%v: %s", err, message)
			}
		}
	}
	const full = "de schijf is vol; maak ruimte en probeer het opnieuw"
	for _, err := range []error{&fs.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC},
		&os.LinkError{Op: "rename", Old: "b", New: "a", Err: syscall.EDQUOT}} {
		if message := inWords(err); message != full {
			t.Errorf("%v: %s", err, message)
		}
	}
}

// TestOddPlaces uses odd paths on the command line.
func TestOddPlaces(t *testing.T) {
	dir := t.TempDir()
	for name, to := range map[string]string{"dangling": "nowhere", "itself": "itself"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "file"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"build", "-content", smallSite, "-out", in("dangling")}, "is een koppeling naar iets wat er niet is"},
		{[]string{"build", "-content", smallSite, "-out", in("itself")}, "is een koppeling naar iets wat er niet is"},
		{[]string{"build", "-content", smallSite, "-out", in("file/public")}, "een deel van het pad is een bestand"},
		{[]string{"check", "-content", in("dangling")}, "bestaat niet"},
		{[]string{"check", "-content", in("itself")}, "een koppeling die bij zichzelf uitkomt"},
		{[]string{"check", "-content", in("file/content")}, "een deel van het pad is een bestand"},
		{[]string{"import", "-content", smallSite, dir}, "het is een map en geen bestand"},
		{[]string{"import", "-content", smallSite, in("itself")}, "een koppeling die bij zichzelf uitkomt"},
		{[]string{"init", in("dangling")}, "koppeling"},
		{[]string{"init", in("file/site")}, "een deel van het pad is een bestand"},
		{[]string{"build", "-content", smallSite, "-out", in(strings.Repeat("x", 300))}, "de naam is te lang"},
	} {
		code, out := runWith(t.Context(), test.args...)
		if code != exitFailure || !strings.Contains(out, test.want) || strings.Count(out, "\n") != 1 {
			t.Errorf("%q: code %d, %q", test.args, code, out)
		}
	}
}
