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

// soak is how long TestSoak edits. An afternoon reveals leaks that a test of seconds
// misses.
var soak = flag.Duration("soak", 2*time.Second, "how long `time` TestSoak edits")

// TestSoak edits a site continuously, as fast as its preview can follow, and checks that
// the preview holds no more resources at the end than at the start.
func TestSoak(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	go func() {
		for range s.terminal { // keeps reading, or serve blocks when it prints
		}
	}()
	e := &editing{served: s}
	for range e.kinds() { // the first edit of each kind fills the caches
		e.next()
	}
	start := e.holds()
	first, streams := e.edits, e.streams
	for end := time.Now().Add(*soak); time.Now().Before(end); {
		e.next()
	}
	for (e.edits-first)%len(e.kinds()) != 0 { // so that the same edits precede both measurements
		e.next()
	}
	stop := e.holds()
	for wait := time.Now().Add(late); !stop.within(start) && time.Now().Before(wait); time.Sleep(50 * time.Millisecond) {
		stop = e.holds() // what was last in use may still be being released
	}
	t.Logf("%d edits, %d streams: %v at the start, %v at the end", e.edits-first, e.streams-streams, start, stop)
	if !stop.within(start) {
		t.Error("the preview holds on to more than at the start")
	}
}

// held is what a process holds on to.
type held struct {
	heap        uint64 // bytes in use
	goroutines  int
	descriptors int // 0 if the system does not tell
	resident    int // memory in KiB according to the system; only logged
}

func (h held) String() string {
	return fmt.Sprintf("%d KiB in use, %d goroutines, %d descriptors (%d KiB resident)", h.heap>>10, h.goroutines, h.descriptors, h.resident)
}

// within leaves some room for pools and buffers, whose size varies. In an afternoon with
// thousands of edits even the smallest leak becomes larger than that.
func (h held) within(start held) bool {
	return h.heap <= start.heap+start.heap/8+1<<20 && h.goroutines <= start.goroutines && h.descriptors <= start.descriptors
}

func (e *editing) holds() held {
	http.DefaultClient.CloseIdleConnections()
	var memory runtime.MemStats
	for range 3 { // a pool is emptied by the second collection, and a finalizer runs after the first
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

// editing is an editor who tries all kinds of edits in turn.
type editing struct {
	*served
	edits, streams int
}

// next makes the next edit, while some browsers wait for it and others disconnect.
func (e *editing) next() {
	e.Helper()
	kinds := e.kinds()
	wait := e.stream()
	e.stream()(false)
	leave := e.stream()
	kinds[e.edits%len(kinds)](fmt.Sprintf("Ronde %08d", e.edits)) // all of the same length
	wait(true)
	leave(false)
	e.edits++
}

// stream waits for the event of another version, like a page in a browser. The function
// that it returns ends that, either after the event or immediately.
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
	// The first event is about the present version.
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

// kinds returns the kinds of edits. Each of them waits until a page shows the edit.
func (e *editing) kinds() []func(text string) {
	const broken = `class="pleinwijzer-melding"`
	const spreekuur = "+++\ntitel = \"Taalspreekuur\"\nplein = \"bieb\"\npartner = \"taalhuis\"\ndag = \"dinsdag\"\ntijd = \"10.00-12.00\"\nin_een_zin = \"Wij helpen u.\"\n+++\n"
	beside := filepath.Dir(e.dir)
	return []func(string){
		func(text string) { // a text
			e.write("spreekuren/taal.md", spreekuur+text+"\n")
			e.until("/spreekuren/taal/", text)
		},
		func(text string) { // a name that other pages show
			e.write("partners/taalhuis.md", "+++\nnaam = \""+text+"\"\n+++\n")
			e.until("/spreekuren/taal/", text)
		},
		func(text string) { // a new record in a new folder, both removed again
			slug := fmt.Sprintf("p%d", e.edits)
			e.write("pleinen/"+slug+"/"+slug+".md", "+++\nnaam = \""+text+"\"\nadres = \"Dorpsstraat 1\"\n"+
				"postcode = \"5171 AA\"\nplaats = \"Ons Dorp\"\ntelefoon = \"013 000 00 01\"\n+++\n")
			e.until("/pleinen/"+slug+"/", text)
			e.must(os.RemoveAll(filepath.Join(e.dir, "pleinen", slug)))
			e.until("/pleinen/"+slug+"/", "Misschien is de pagina verhuisd")
		},
		func(text string) { // a mistake, and its correction
			e.write("spreekuren/taal.md", "+++\ntitle = \""+text+"\"\n+++\n")
			e.until("/spreekuren/taal/", broken)
			e.write("spreekuren/taal.md", spreekuur+text+"\n")
			e.until("/spreekuren/taal/", text)
		},
		func(text string) { // the look
			e.write("../static/ronde.txt", text)
			e.until("/ronde.txt", text)
		},
		func(text string) { // a template with a syntax error
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
		func(string) { // switching to another branch and back
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
