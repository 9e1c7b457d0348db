package preview_test

import (
	"os"
	"slices"
	"testing"
)

// TestFaultsAreToldOnce has pages that cannot be rendered, which is told when someone asks
// for one of them, and again when that is over.
func TestFaultsAreToldOnce(t *testing.T) {
	p := start(t)
	hears := func(want ...string) {
		t.Helper()
		p.until(func() bool {
			p.mu.Lock()
			defer p.mu.Unlock()
			return len(p.told) >= len(want)
		}, "never told %q", want)
		p.mu.Lock()
		defer p.mu.Unlock()
		if !slices.Equal(p.told, want) {
			t.Fatalf("told %q, want %q", p.told, want)
		}
	}
	p.save("content/stuk.md", "geen deler")
	p.settle()
	hears()
	p.wait("/kapot0/", 500, "geen deler")
	p.wait("/kapot1/", 500, "geen deler")
	p.wait("/kapot1/?op=2026-12-25", 500, "geen deler")
	hears("stuk: geen deler")
	p.save("content/iets.md", "anders")
	p.settle()
	p.wait("/kapot0/", 500, "geen deler")
	hears("stuk: geen deler")
	p.save("content/stuk.md", "iets anders")
	p.settle()
	hears("stuk: geen deler", "heel: geen deler")
	p.wait("/kapot0/", 500, "iets anders")
	hears("stuk: geen deler", "heel: geen deler", "stuk: iets anders")
	p.must(os.Remove(p.path("content/stuk.md")))
	p.settle()
	hears("stuk: geen deler", "heel: geen deler", "stuk: iets anders", "heel: iets anders")
}
