package devserver_test

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"testing"
	"time"
)

// follow listens as a page does that shows a version.
func (p *preview) follow(shown string) (events <-chan string, stop func()) {
	ctx, cancel := context.WithCancel(p.Context())
	request, err := http.NewRequestWithContext(ctx, "GET", p.url+"/__pleinwijzer/versies?getoond="+shown, nil)
	p.must(err)
	r, err := http.DefaultClient.Do(request)
	p.must(err)
	found := make(chan string, 10)
	go func() {
		defer r.Body.Close()
		for lines := bufio.NewScanner(r.Body); lines.Scan(); {
			if version, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				found <- version
			}
		}
	}()
	return found, cancel
}

func version(body string) string {
	_, rest, _ := strings.Cut(body, `data-versie="`)
	v, _, _ := strings.Cut(rest, `"`)
	return v
}

func TestLive(t *testing.T) {
	p := start(t)
	shown := version(p.wait("/", 200, "welkom"))
	events, stop := p.follow(shown)
	defer stop()
	select {
	case v := <-events:
		t.Fatalf("version %s is new to a page with %s", v, shown)
	case <-time.After(100 * time.Millisecond):
	}
	p.save("content/index.md", "nieuw")
	select {
	case v := <-events:
		if body := p.wait("/", 200, "nieuw"); version(body) != v {
			t.Errorf("event %s, page %s", v, version(body))
		}
	case <-time.After(patience):
		t.Fatal("no event")
	}
	late, stopLate := p.follow(shown)
	defer stopLate()
	select {
	case <-late:
	case <-time.After(patience):
		t.Error("a page that is behind is not told")
	}
	p.wait("/__pleinwijzer/herladen.js", 200, "EventSource")
	p.wait("/__pleinwijzer/melding.css", 200, ".pleinwijzer-strook")
	p.wait("/__pleinwijzer/../devserver.go", 404)
}
