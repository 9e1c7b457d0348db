package main

import (
	"context"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"pleinwijzer/generator/publish"
)

// A progressLine is a line on a terminal that says how far long work is. It is only there
// while the work is done: it goes away before anything else is printed, and when the
// person stops the program. Where no person looks, such as in a pipe, there is none.
//
// It is made with a carriage return and spaces, which all terminals know.
type progressLine struct {
	out   io.Writer     // nil if nobody sees it
	after time.Duration // how long work may take before it is shown

	mu    sync.Mutex
	begun time.Time // when the first work began
	what  string
	total int
	done  *atomic.Int64
	shown int           // how many characters are on the line
	stop  chan struct{} // ends the goroutine that draws; nil if there is none
	drawn sync.WaitGroup
}

const (
	longWork  = 2 * time.Second // after which a person wonders whether the program still runs
	drawEvery = 100 * time.Millisecond
)

// progressOn returns the line for a terminal.
func progressOn(out io.Writer) *progressLine {
	if !isScreen(out) {
		out = nil
	}
	return &progressLine{out: out, after: longWork}
}

// work says what is being done from now on. The caller counts in the result how much of
// it is done; a total of 0 means that it does not count.
func (l *progressLine) work(ctx context.Context, what string, total int) *atomic.Int64 {
	done := new(atomic.Int64)
	if l == nil || l.out == nil || ctx.Err() != nil {
		return done
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.begun.IsZero() {
		l.begun = time.Now()
	}
	l.what, l.total, l.done = what, total, done
	if l.stop == nil {
		stop := make(chan struct{})
		l.stop = stop
		l.drawn.Go(func() { l.keepDrawing(ctx, stop) })
	}
	l.draw()
	return done
}

func (l *progressLine) keepDrawing(ctx context.Context, stop <-chan struct{}) {
	tick := time.NewTicker(drawEvery)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return
		case <-ctx.Done():
			l.mu.Lock()
			l.clear()
			l.mu.Unlock()
			return
		case <-tick.C:
			l.mu.Lock()
			if ctx.Err() == nil {
				l.draw()
			}
			l.mu.Unlock()
		}
	}
}

// end takes the line away. It comes back when there is more work.
func (l *progressLine) end() {
	if l == nil {
		return
	}
	l.mu.Lock()
	if l.stop != nil {
		close(l.stop)
		l.stop = nil
	}
	l.mu.Unlock()
	l.drawn.Wait()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.clear()
}

// draw writes the line over what was there.
func (l *progressLine) draw() {
	if time.Since(l.begun) < l.after {
		return
	}
	text := progressText(l.what, int(l.done.Load()), l.total)
	length := len([]rune(text))
	io.WriteString(l.out, "\r"+text+strings.Repeat(" ", max(0, l.shown-length)))
	l.shown = max(l.shown, length)
}

// clear also takes away what the terminal itself puts behind the line for Ctrl and C.
func (l *progressLine) clear() {
	if l.shown > 0 {
		io.WriteString(l.out, "\r"+strings.Repeat(" ", l.shown+len("^C"))+"\r")
		l.shown = 0
	}
}

// counting returns files that count how many of them have been rendered.
func counting(files []publish.File, rendered *atomic.Int64) []publish.File {
	counted := make([]publish.File, len(files))
	for i, f := range files {
		counted[i] = f
		counted[i].Render = func(w io.Writer) error {
			defer rendered.Add(1)
			return f.Render(w)
		}
	}
	return counted
}
