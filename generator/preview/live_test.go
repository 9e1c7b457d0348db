package preview_test

import (
	"bufio"
	"net/http"
	"strings"
	"testing"
	"time"
)

// A follower is a page that listens for versions newer than the one it shows.
type follower struct {
	events chan string
	err    error // why the events ended; set before the channel is closed
}

// follow listens like a page that shows a version, until the server stops.
func (p *trial) follow(shown string) *follower {
	p.Helper()
	r, err := http.Get(p.url + "/__pleinwijzer/versies?getoond=" + shown)
	p.must(err)
	f := &follower{events: make(chan string, 100)}
	go func() {
		defer close(f.events)
		defer r.Body.Close()
		lines := bufio.NewScanner(r.Body)
		for lines.Scan() {
			if version, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				f.events <- version
			}
		}
		f.err = lines.Err()
	}()
	return f
}

// next returns the next version that the page is told about.
func (p *trial) next(f *follower) string {
	p.Helper()
	select {
	case version := <-f.events:
		return version
	case <-time.After(patience):
		p.Fatal("no event")
		return ""
	}
}

func version(body string) string {
	_, rest, _ := strings.Cut(body, `data-versie="`)
	v, _, _ := strings.Cut(rest, `"`)
	return v
}

func TestLive(t *testing.T) {
	p := start(t)
	shown := version(p.wait("/", 200, "welkom"))
	page := p.follow(shown)
	p.save("content/index.md", "nieuw")
	p.settle()
	last := version(p.wait("/", 200, "nieuw"))
	latest := p.next(page)
	if latest == shown {
		t.Errorf("version %s is new to a page that shows it", shown)
	}
	for latest != last { // a change may be built in several steps
		latest = p.next(page)
	}
	if v := p.next(p.follow(shown)); v != last {
		t.Errorf("a page that is behind is told of %s, want %s", v, last)
	}
	p.wait("/__pleinwijzer/herladen.js", 200, "EventSource")
	p.wait("/__pleinwijzer/melding.css", 200, ".pleinwijzer-strook")
	p.wait("/__pleinwijzer/../preview.go", 404)
}
