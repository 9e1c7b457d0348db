package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/creack/pty"
)

// screen is a terminal of one line at a time: what is on it after everything was written.
type screen struct {
	mu    sync.Mutex
	lines []string
	line  []rune
	at    int
	drawn []string // what was on the last line after each write, and before it was drawn over
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range string(p) {
		switch {
		case r == '\r': // a terminal may pass on several writes at once
			s.drawn = append(s.drawn, strings.TrimRight(string(s.line), " "))
			s.at = 0
		case r == '\n':
			s.lines, s.line, s.at = append(s.lines, strings.TrimRight(string(s.line), " ")), nil, 0
		case s.at < len(s.line):
			s.line[s.at] = r
			s.at++
		default:
			s.line = append(s.line, r)
			s.at++
		}
	}
	s.drawn = append(s.drawn, strings.TrimRight(string(s.line), " "))
	return len(p), nil
}

// last returns what is on the last line.
func (s *screen) last() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.TrimRight(string(s.line), " ")
}

// TestProgress does long work, in time that the test itself lets pass.
func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		s := &screen{}
		l := &progressLine{out: s, after: longWork}
		stderr := &legible{out: s, before: l.end}
		shows := func(want string) {
			t.Helper()
			synctest.Wait()
			if got := s.last(); got != want {
				t.Errorf("after %v it shows %q, want %q", time.Since(l.begun), got, want)
			}
		}
		l.work(ctx, "inhoud lezen", 0)
		time.Sleep(longWork - time.Millisecond)
		shows("")
		time.Sleep(drawEvery)
		shows("inhoud lezen …")
		done := l.work(ctx, publishing, 12000)
		shows("bestanden maken: 0 van 12.000")
		done.Add(1500)
		time.Sleep(drawEvery)
		shows("bestanden maken: 1.500 van 12.000")

		io.WriteString(stderr, "let op\n") // takes the line away, until there is more work
		shows("")
		time.Sleep(time.Second)
		shows("")
		l.work(ctx, "kort", 0)
		shows("kort …")

		io.WriteString(s, "^C")
		cancel()
		shows("")
		time.Sleep(time.Second)
		shows("")
		l.work(ctx, "meer", 0)
		time.Sleep(time.Minute)
		shows("")
		io.WriteString(stderr, "gestopt\n")
		if len(s.lines) != 2 || s.lines[0] != "let op" || s.lines[1] != "gestopt" {
			t.Errorf("left on the screen: %q", s.lines)
		}
	})
}

// TestNoProgress checks that short work shows nothing, and that nothing is left running.
func TestNoProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &screen{}
		l := &progressLine{out: s, after: longWork}
		l.work(t.Context(), "kort", 0)
		time.Sleep(longWork / 2)
		l.end()
		l.end()
		if len(s.drawn) > 0 {
			t.Errorf("%q", s.drawn)
		}
	})
	var nobody *progressLine
	nobody.work(t.Context(), "iets", 3).Add(1)
	nobody.end()
}

// TestProgressOnTerminal works on a terminal that shows all work, however short. What
// remains on it is what is printed in a pipe, where there is no progress.
func TestProgressOnTerminal(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir()) // check remembers there what links answered
	out, rooster := filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "rooster.csv")
	if err := os.WriteFile(rooster, []byte("Titel;Dag;Tijd;Plein;Partner\nSchrijven;dinsdg;10.00;bieb;taalhuis\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	const now = "2026-11-22T10:00:00+01:00"
	for work, args := range map[string][]string{
		publishing:     {"build", "-content", smallSite, "-out", out, "-now", now},
		readingRooster: {"import", rooster, "-content", smallSite},
		checkingLinks:  {"check", "-external", "-content", smallSite, "-now", now},
	} {
		still := func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }
		var piped bytes.Buffer
		wantCode := run(t.Context(), args, environment{stdout: &piped, stderr: &piped, now: still, verbs: verbs})
		if err := os.RemoveAll(out); err != nil {
			t.Fatal(err)
		}
		s, code := onScreen(t, args, still)
		left := strings.Join(s.lines, "\n") + "\n"
		if code != wantCode || left != piped.String() || strings.Contains(left, "\r") || s.last() != "" {
			t.Errorf("%s: code %d, want %d; on the screen\n%sin a pipe\n%s", args[0], code, wantCode, left, &piped)
		}
		if !strings.Contains(strings.Join(s.drawn, "\n"), work) {
			t.Errorf("%s: no progress: %q", args[0], s.drawn)
		}
	}
}

// onScreen runs the program on a terminal, which shows how far it is from the start.
func onScreen(t *testing.T, args []string, now func() time.Time) (s *screen, code int) {
	t.Helper()
	person, device, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	defer person.Close()
	s = &screen{}
	read := make(chan bool)
	go func() { io.Copy(s, person); close(read) }()
	l := progressOn(device)
	l.after = 0
	code = run(t.Context(), args, environment{stdout: device, stderr: device, now: now, verbs: verbs, progress: l})
	device.Close()
	<-read
	return s, code
}
