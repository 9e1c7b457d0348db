package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"maps"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"pleinwijzer/generator/lint"
	"pleinwijzer/generator/public"
	"pleinwijzer/generator/rooted"
)

// A browser checks whether addresses of other sites work, and remembers the answers for a
// day. It is polite: it identifies itself, tries a HEAD request first, pauses between two
// requests to the same site, and does not wait long. It does not crawl, so rules for
// crawlers (robots.txt, RFC 9309) do not apply to it.
type browser struct {
	transport http.RoundTripper
	now       func() time.Time
	pause     time.Duration // between two requests to the same host
	memory    string        // the path of a file, or "" to remember nothing

	lock     sync.Mutex
	answers  map[string]answered
	answered map[string]time.Time // when each host last responded or failed to
}

// answered is the response of a site. Server errors and missing responses are not
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
		transport: newOutside(public.Address), now: now, pause: politePause,
		answers: map[string]answered{}, answered: map[string]time.Time{},
	}
	if folder, err := os.UserCacheDir(); err == nil {
		b.memory = filepath.Join(folder, "pleinwijzer", "links.json")
	}
	b.remember()
	return b
}

// remember loads the answers of earlier runs that are still valid. A damaged file is
// ignored; save will replace it.
func (b *browser) remember() {
	data, err := rooted.Open(context.Background(), filepath.Dir(b.memory), ".", textLimit).ReadFile(filepath.Base(b.memory))
	known := map[string]answered{}
	if err != nil || json.Unmarshal(data, &known) != nil {
		return
	}
	for address, a := range known {
		if b.holds(a) {
			b.answers[address] = a
		}
	}
}

func (b *browser) holds(a answered) bool {
	age := b.now().Sub(a.At)
	return age >= 0 && age < answerHolds && a.Status >= 200 && a.Status < 500
}

// status returns the status with which a site responds to an address.
func (b *browser) status(ctx context.Context, address string) (int, error) {
	b.lock.Lock()
	known, ok := b.answers[address]
	b.lock.Unlock()
	if ok && b.holds(known) {
		return known.Status, nil
	}
	status, err := b.ask(ctx, http.MethodHead, address)
	if errors.Is(err, lint.ErrPrivate) {
		return 0, err
	}
	if err != nil || status >= 300 { // many sites only respond properly to GET
		status, err = b.ask(ctx, http.MethodGet, address)
	}
	if err == nil && status < 500 {
		b.lock.Lock()
		b.answers[address] = answered{status, b.now()}
		b.lock.Unlock()
	}
	return status, err
}

// counted returns status, which then counts how many addresses it was asked about.
func (b *browser) counted(done *atomic.Int64) lint.Fetch {
	return func(ctx context.Context, address string) (int, error) {
		defer done.Add(1)
		return b.status(ctx, address)
	}
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
	response, err := b.visit().Do(request)
	b.lock.Lock()
	b.answered[request.URL.Host] = time.Now() // a slow host gets the same pause as a fast one
	b.lock.Unlock()
	if err != nil {
		return 0, reasonOf(err)
	}
	response.Body.Close()
	return response.StatusCode, nil
}

// visit returns a client for a single request. It keeps cookies, since some sites
// redirect clients without them endlessly. After too many redirects the last redirect is
// the response.
func (b *browser) visit() *http.Client {
	jar, _ := cookiejar.New(nil) // is documented never to fail
	return &http.Client{
		Transport: b.transport, Timeout: patience, Jar: jar,
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) >= manyRedirects {
				return http.ErrUseLastResponse
			}
			return nil
		},
	}
}

// manyRedirects is the number after which browsers give up (Fetch standard, HTTP-redirect
// fetch).
const manyRedirects = 20

// reasonOf distinguishes a site that cannot be reached from one that responds in the
// wrong way.
func reasonOf(err error) error {
	var unsafe *tls.CertificateVerificationError
	var dialed *net.OpError
	var unknown *net.DNSError
	var late interface{ Timeout() bool }
	switch {
	case errors.Is(err, lint.ErrPrivate), errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &unsafe):
		return lint.ErrUnsafe
	case errors.As(err, &dialed) && dialed.Op == "dial", errors.As(err, &unknown), errors.As(err, &late) && late.Timeout():
		return err
	}
	return lint.ErrGarbled
}

// wait waits until the pause since the host's last response is over. Each host gets one
// request at a time.
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

// save stores the answers for the next run. It ignores errors.
func (b *browser) save() {
	maps.DeleteFunc(b.answers, func(_ string, a answered) bool { return !b.holds(a) })
	data, err := json.Marshal(b.answers)
	if err != nil || b.memory == "" || os.MkdirAll(filepath.Dir(b.memory), 0o755) != nil {
		return
	}
	next := b.memory + ".next"
	if os.WriteFile(next, data, 0o644) == nil {
		os.Rename(next, b.memory)
	}
}
