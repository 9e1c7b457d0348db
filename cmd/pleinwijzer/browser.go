package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A browser asks other sites whether an address works, and remembers the answers
// for a day. It is polite: it says who it is, asks for the head of a page first,
// and does not wait long.
type browser struct {
	client *http.Client
	now    func() time.Time
	memory string // a file, or "" to remember nothing

	lock    sync.Mutex
	answers map[string]answered
}

// answered is what a site said. What failed is not remembered.
type answered struct {
	Status int       `json:"status"`
	At     time.Time `json:"at"`
}

const (
	answerHolds = 24 * time.Hour
	patience    = 15 * time.Second
	userAgent   = "Pleinwijzer (controle van links)"
)

func newBrowser(now func() time.Time) *browser {
	b := &browser{client: &http.Client{Timeout: patience}, now: now, answers: map[string]answered{}}
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
	if err == nil {
		b.remember(address, answered{status, b.now()})
	}
	return status, err
}

func (b *browser) ask(ctx context.Context, method, address string) (int, error) {
	request, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return 0, err
	}
	request.Header.Set("User-Agent", userAgent)
	response, err := b.client.Do(request)
	if err != nil {
		return 0, err
	}
	response.Body.Close()
	return response.StatusCode, nil
}

// remember keeps an answer on disk too, as far as that goes.
func (b *browser) remember(address string, a answered) {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.answers[address] = a
	data, err := json.Marshal(b.answers)
	if err != nil || b.memory == "" || os.MkdirAll(filepath.Dir(b.memory), 0o755) != nil {
		return
	}
	next := b.memory + ".next"
	if os.WriteFile(next, data, 0o644) == nil {
		os.Rename(next, b.memory)
	}
}
