package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// Where this program comes from. A release links both in (.ci/release); a program that was
// built in another way does not know.
var (
	source  string // the address of its repository, such as "https://github.com/naam/pleinwijzer"
	release string // its version, such as "v1.2.0"
)

// edition names exactly this program in its repository: the version of a release, or else
// the commit, or "" if the source had uncommitted changes.
func edition() string {
	if release != "" {
		return release
	}
	return revision()
}

// startedAs is what a person types to start this program again: its name where the shell
// finds it by that, or else where it is. It returns "" if that is not known, or is a place
// that nobody should remember.
func startedAs() string {
	own, err := os.Executable()
	if err != nil {
		return ""
	}
	const name = "pleinwijzer"
	if found, err := exec.LookPath(name); err == nil && sameFile(found, own) {
		return name
	}
	if strings.Contains(filepath.ToSlash(own), "/go-build") { // of "go run", which removes it
		return "go run ./cmd/pleinwijzer"
	}
	if strings.Contains(filepath.ToSlash(own), "/.pleinwijzer/") { // kept by pleinwijzer.sh
		return ""
	}
	return typedAs(own, runtime.GOOS)
}

// typedAs is how a program is started by its path, or "" where that is not safe to paste.
// On Windows that is in PowerShell, which takes what begins with a quote for a text.
func typedAs(path, system string) string {
	slashed := path
	if system == "windows" {
		slashed = strings.ReplaceAll(path, `\`, "/") // forShell accepts no backslash
	}
	word, _ := forShell(slashed)
	if system != "windows" || word == "" {
		return word
	}
	if _, rest, ok := strings.Cut(slashed, ":"); ok {
		if bare, _ := forShell(rest); bare == rest {
			return path // also in the old Command Prompt
		}
	}
	return "& " + `"` + strings.Trim(word, `"`) + `"`
}

func sameFile(a, b string) bool {
	left, err := os.Stat(a)
	if err != nil {
		return false
	}
	right, err := os.Stat(b)
	return err == nil && os.SameFile(left, right)
}
