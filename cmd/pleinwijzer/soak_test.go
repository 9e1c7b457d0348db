package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"
)

// soak is how long an editor works in TestSoak; in an afternoon a leak shows that a
// test of seconds misses.
var soak = flag.Duration("soak", 2*time.Second, "how long `time` TestSoak edits")

// TestSoak edits a site all the time, as fast as its preview follows, and wants the
// preview to hold no more at the end than at the start.
func TestSoak(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	go func() {
		for range s.terminal { // reads along, or serve waits to print
		}
	}()
	e := &editing{served: s}
	for range e.kinds() { // the first of each fills what is kept for the next
		e.next()
	}
	start := e.holds()
	first, streams := e.edits, e.streams
	for end := time.Now().Add(*soak); time.Now().Before(end); {
		e.next()
	}
	for (e.edits-first)%len(e.kinds()) != 0 { // so that both have the same behind them
		e.next()
	}
	stop := e.holds()
	for wait := time.Now().Add(late); !stop.within(start) && time.Now().Before(wait); time.Sleep(50 * time.Millisecond) {
		stop = e.holds() // what was dropped last may be on its way out
	}
	t.Logf("%d edits, %d streams: %v at the start, %v at the end", e.edits-first, e.streams-streams, start, stop)
	if !stop.within(start) {
		t.Error("the preview holds on to more than at the start")
	}
}

// held is what a process holds on to.
type held struct {
	heap        uint64 // bytes that are in use
	goroutines  int
	descriptors int // 0 where the system does not tell
	resident    int // KiB of memory, as the system counts; it is in the log alone
}

func (h held) String() string {
	return fmt.Sprintf("%d KiB in use, %d goroutines, %d descriptors (%d KiB resident)", h.heap>>10, h.goroutines, h.descriptors, h.resident)
}

// within leaves room for what a pool or a buffer has more of by chance; in an afternoon
// of thousands of edits the smallest leak is larger.
func (h held) within(start held) bool {
	return h.heap <= start.heap+start.heap/8+1<<20 && h.goroutines <= start.goroutines && h.descriptors <= start.descriptors
}

func (e *editing) holds() held {
	http.DefaultClient.CloseIdleConnections()
	var memory runtime.MemStats
	for range 3 { // a pool lets go at the second, a finalizer after the first
		runtime.GC()
	}
	runtime.ReadMemStats(&memory)
	h := held{heap: memory.HeapAlloc, goroutines: runtime.NumGoroutine()}
	for _, folder := range []string{"/proc/self/fd", "/dev/fd"} {
		if open, err := os.ReadDir(folder); err == nil {
			h.descriptors = len(open)
			break
		}
	}
	if text, err := os.ReadFile("/proc/self/statm"); err == nil {
		fmt.Sscan(string(text), new(int), &h.resident)
		h.resident *= os.Getpagesize() >> 10
	}
	return h
}

// editing is an editor who tries everything in turn.
type editing struct {
	*served
	edits, streams int
}

// next makes the next edit, while some browsers wait for it and others go away.
func (e *editing) next() {
	e.Helper()
	kinds := e.kinds()
	wait := e.stream()
	e.stream()(false)
	leave := e.stream()
	kinds[e.edits%len(kinds)](fmt.Sprintf("Ronde %08d", e.edits)) // all as long
	wait(true)
	leave(false)
	e.edits++
}

// stream waits for news of another version, as a page in a browser does. What it
// returns ends that: when the news has come, or at once.
func (e *editing) stream() (end func(news bool)) {
	e.Helper()
	e.streams++
	ctx, cancel := context.WithCancel(e.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, e.address+"/__pleinwijzer/versies", nil)
	if err != nil {
		e.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		e.Fatal(err)
	}
	events := bufio.NewScanner(answer.Body)
	// The first is the version that there is.
	news := func() {
		for range 2 {
			for events.Scan() && len(events.Bytes()) > 0 && !slices.Equal(events.Bytes()[:5], []byte("data:")) {
			}
		}
	}
	return func(wait bool) {
		if wait {
			news()
		}
		cancel()
		io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
	}
}

// kinds are the ways of editing. Each is done when a page shows it.
func (e *editing) kinds() []func(text string) {
	const broken = `class="pleinwijzer-melding"`
	const spreekuur = "+++\ntitel = \"Taalspreekuur\"\nplein = \"bieb\"\npartner = \"taalhuis\"\ndag = \"dinsdag\"\ntijd = \"10.00-12.00\"\nin_een_zin = \"Wij helpen u.\"\n+++\n"
	beside := filepath.Dir(e.dir)
	return []func(string){
		func(text string) { // a text
			e.write("spreekuren/taal.md", spreekuur+text+"\n")
			e.until("/spreekuren/taal/", text)
		},
		func(text string) { // a name that stands on other pages
			e.write("partners/taalhuis.md", "+++\nnaam = \""+text+"\"\n+++\n")
			e.until("/spreekuren/taal/", text)
		},
		func(text string) { // a record in a folder, both new, that go again
			slug := fmt.Sprintf("p%d", e.edits)
			e.write("pleinen/"+slug+"/"+slug+".md", "+++\nnaam = \""+text+"\"\nadres = \"Dorpsstraat 1\"\n"+
				"postcode = \"5171 AA\"\nplaats = \"Ons Dorp\"\ntelefoon = \"013 000 00 01\"\n+++\n")
			e.until("/pleinen/"+slug+"/", text)
			e.must(os.RemoveAll(filepath.Join(e.dir, "pleinen", slug)))
			e.until("/pleinen/"+slug+"/", "Misschien is de pagina verhuisd")
		},
		func(text string) { // a mistake, and its mend
			e.write("spreekuren/taal.md", "+++\ntitle = \""+text+"\"\n+++\n")
			e.until("/spreekuren/taal/", broken)
			e.write("spreekuren/taal.md", spreekuur+text+"\n")
			e.until("/spreekuren/taal/", text)
		},
		func(text string) { // the look
			e.write("../static/ronde.txt", text)
			e.until("/ronde.txt", text)
		},
		func(text string) { // a template that is none
			e.write("../layouts/base.html", "{{")
			e.until("/", "Laatste goede versie")
			e.must(os.Remove(filepath.Join(beside, "layouts", "base.html")))
			e.until("/", "Taalspreekuur")
		},
		func(text string) { // advice, and other days
			e.write("spreekuren/taal.md", spreekuur+"Wij realiseren dit.\n\n"+text+"\n")
			e.until("/spreekuren/taal/", text)
			e.until("/__pleinwijzer/adviezen?pad=/spreekuren/taal/", "realiseren")
			for day := range 5 {
				e.until(fmt.Sprintf("/spreekuren/taal/?op=2030-01-%02d", e.edits%20+day+1), text)
			}
		},
		func(string) { // another branch
			e.must(os.Rename(e.dir, e.dir+"-elders"))
			e.until("/spreekuren/taal/", broken)
			e.must(os.Rename(e.dir+"-elders", e.dir))
			e.until("/spreekuren/taal/", "Taalspreekuur")
		},
	}
}

func (e *editing) must(err error) {
	e.Helper()
	if err != nil {
		e.Fatal(err)
	}
}
