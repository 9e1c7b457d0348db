package main

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A browser asks other sites whether an address works, and remembers the answers
// for a day. It is polite: it says who it is, asks for the head of a page first,
// leaves a site alone for a while between two questions, and does not wait long.
// It follows no links, so rules for crawlers (robots.txt, RFC 9309) are not for it.
type browser struct {
	client *http.Client
	now    func() time.Time
	pause  time.Duration // between two questions to one host
	memory string        // a file, or "" to remember nothing

	lock     sync.Mutex
	answers  map[string]answered
	answered map[string]time.Time // when each host last answered, or failed to
}

// answered is what a site said. That it had trouble, or did not answer, is not
// remembered.
type answered struct {
	Status int       `json:"status"`
	At     time.Time `json:"at"`
}

const (
	answerHolds = 24 * time.Hour
	patience    = 15 * time.Second
	politePause = time.Second
	userAgent   = "Pleinwijzer (controle van links)"
)

func newBrowser(now func() time.Time) *browser {
	b := &browser{
		client: &http.Client{Timeout: patience}, now: now, pause: politePause,
		answers: map[string]answered{}, answered: map[string]time.Time{},
	}
	if folder, err := os.UserCacheDir(); err == nil {
		b.memory = filepath.Join(folder, "pleinwijzer", "links.json")
	}
	if data, err := os.ReadFile(b.memory); err == nil {
		json.Unmarshal(data, &b.answers) // a broken memory is no memory
	}
	return b
}

// status is what a site answers of an address.
func (b *browser) status(ctx context.Context, address string) (int, error) {
	b.lock.Lock()
	known, ok := b.answers[address]
	b.lock.Unlock()
	if ok && b.now().Sub(known.At) < answerHolds {
		return known.Status, nil
	}
	status, err := b.ask(ctx, http.MethodHead, address)
	if err != nil || status >= 400 { // many sites answer only to the whole question
		status, err = b.ask(ctx, http.MethodGet, address)
	}
	if err == nil && status < 500 {
		b.lock.Lock()
		b.answers[address] = answered{status, b.now()}
		b.lock.Unlock()
	}
	return status, err
}

func (b *browser) ask(ctx context.Context, method, address string) (int, error) {
	request, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return 0, err
	}
	request.Header.Set("User-Agent", userAgent)
	if err := b.wait(ctx, request.URL.Host); err != nil {
		return 0, err
	}
	response, err := b.client.Do(request)
	b.lock.Lock()
	b.answered[request.URL.Host] = time.Now() // a slow host is left alone as long as a quick one
	b.lock.Unlock()
	if err != nil {
		return 0, err
	}
	response.Body.Close()
	return response.StatusCode, nil
}

// wait takes the pause that is left since the last answer of the host, which is
// asked one thing at a time.
func (b *browser) wait(ctx context.Context, host string) error {
	b.lock.Lock()
	left := b.pause - time.Since(b.answered[host])
	b.lock.Unlock()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(left):
	}
	return nil
}

// save keeps the answers for the next run, as far as that goes.
func (b *browser) save() {
	maps.DeleteFunc(b.answers, func(_ string, a answered) bool { return b.now().Sub(a.At) >= answerHolds })
	data, err := json.Marshal(b.answers)
	if err != nil || b.memory == "" || os.MkdirAll(filepath.Dir(b.memory), 0o755) != nil {
		return
	}
	next := b.memory + ".next"
	if os.WriteFile(next, data, 0o644) == nil {
		os.Rename(next, b.memory)
	}
}
