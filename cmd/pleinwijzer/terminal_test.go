package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A terminal is a terminal with a person, in which the program runs.
type terminal struct {
	t      *testing.T
	device *os.File
	cmd    *exec.Cmd
	lines  chan string // the output of the program, in pieces
	seen   string      // the output since the last answer
	all    bytes.Buffer
}

// atTerminal runs the program in a folder.
func atTerminal(t *testing.T, dir string, args ...string) *terminal {
	t.Helper()
	cmd := exec.Command("pleinwijzer", args...) // testscript.Main put it in PATH
	cmd.Dir = dir
	device, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	tm := overhear(t, device)
	tm.cmd = cmd
	return tm
}

// overhear reads what a program writes to a terminal device.
func overhear(t *testing.T, device *os.File) *terminal {
	tm := &terminal{t: t, device: device, lines: make(chan string)}
	go func() {
		defer close(tm.lines)
		buffer := make([]byte, 4096)
		for ended := 0; ended < 2; { // the last output may arrive after an error says that the program has ended
			n, err := device.Read(buffer)
			if err != nil {
				ended++
				continue
			}
			tm.lines <- string(buffer[:n])
		}
	}()
	t.Cleanup(func() { device.Close() })
	return tm
}

// sees waits until the program asks something, and checks that its output since the last
// answer contains each of the texts.
func (tm *terminal) sees(texts ...string) {
	tm.t.Helper()
	tm.until(func() bool { return strings.HasSuffix(tm.seen, "> ") })
	for _, text := range texts {
		if !strings.Contains(tm.seen, text) {
			tm.t.Fatalf("no %q in:\n%s", text, tm.seen)
		}
	}
}

func (tm *terminal) until(done func() bool) {
	tm.t.Helper()
	deadline := time.After(late)
	for !done() {
		select {
		case text, ok := <-tm.lines:
			if !ok {
				tm.t.Fatalf("the program ended:\n%s", tm.seen)
			}
			tm.seen += strings.ReplaceAll(text, "\r\n", "\n")
			tm.all.WriteString(text)
		case <-deadline:
			tm.t.Fatalf("the program waits:\n%s", tm.seen)
		}
	}
}

func (tm *terminal) types(line string) {
	tm.t.Helper()
	tm.seen = ""
	if _, err := tm.device.WriteString(line + "\n"); err != nil {
		tm.t.Fatal(err)
	}
	tm.until(func() bool { return strings.Contains(tm.seen, "\n") }) // the terminal echoes the answer
	_, tm.seen, _ = strings.Cut(tm.seen, "\n")
}

// press types a single key, such as ctrlC.
func (tm *terminal) press(key string) {
	tm.seen = ""
	tm.device.WriteString(key)
}

const (
	ctrlC = "\x03"
	ctrlD = "\x04"
)

// ends waits until the program ends, and returns its exit code and its last output.
func (tm *terminal) ends() (code int, output string) {
	for text := range tm.lines {
		tm.seen += strings.ReplaceAll(text, "\r\n", "\n")
	}
	tm.cmd.Wait()
	return tm.cmd.ProcessState.ExitCode(), tm.seen
}
