package main

import (
	"os"
	"os/exec"
	"path/filepath"
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
	word, _ := forShell(own)
	return word
}

func sameFile(a, b string) bool {
	left, err := os.Stat(a)
	if err != nil {
		return false
	}
	right, err := os.Stat(b)
	return err == nil && os.SameFile(left, right)
}
