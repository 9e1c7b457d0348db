package preview_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

func TestFiles(t *testing.T) {
	p := start(t)
	p.save("content/pleinen/een.md", "plein")
	p.save("content/pleinen/twee & drie.md", "geheim")
	p.wait("/pleinen/een/", 200, "plein",
		`<button type="button" id="hier" data-titel="pleinen/een.md" data-bestand="content/pleinen/een.md"`)
	p.wait("/pleinen/twee%20&%20drie/", 200)
	if _, body, _ := p.get("/niets/"); strings.Contains(body, `id="hier"`) {
		t.Error("a page without a file has one")
	}
	_, body, header := p.get("/__pleinwijzer/bestanden?pad=/pleinen/een/&pad=/niets/&pad=/pleinen/twee+%26+drie/")
	if got := header.Get("Content-Type"); got != "application/json" {
		t.Error(got)
	}
	full := func(name string) string {
		abs, err := filepath.Abs(filepath.FromSlash(name))
		p.must(err)
		return abs
	}
	type file struct {
		Pad, Titel, Bestand, Volledig, Editor string
		Concept                               bool
	}
	var got []file
	p.must(json.Unmarshal([]byte(body), &got))
	editor := "vscode://file/" + strings.TrimPrefix(filepath.ToSlash(full("content/pleinen")), "/")
	want := []file{
		{"/pleinen/een/", "pleinen/een.md", "content/pleinen/een.md", full("content/pleinen/een.md"), editor + "/een.md", false},
		{"/pleinen/twee & drie/", "pleinen/twee & drie.md", "content/pleinen/twee & drie.md", full("content/pleinen/twee & drie.md"), editor + "/twee%20&%20drie.md", true},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	if _, body, _ := p.get("/__pleinwijzer/bestanden"); body != "[]" {
		t.Errorf("no pages: %s", body)
	}
}

func TestAdvice(t *testing.T) {
	p := start(t)
	p.save("content/a.md", "goed\nwij komen eventueel <b>\nof eventueel niet")
	p.save("content/b.md", "eventueel")
	p.save("content/pleinen/c.md", "eventueel")
	p.settle()
	tests := []struct {
		query string
		has   []string
		not   []string
	}{
		{"?pad=/a/", []string{
			`data-aantal="2"`, "<code>content/a.md:2:11</code> (regel 2)", "2 | wij komen <mark>eventueel</mark> &lt;b&gt;", "<code>content/a.md:3:4</code>",
			"&#34;eventueel&#34; is een moeilijk woord", "[moeilijk-woord]", "schrijf &#34;misschien&#34;", "/content/a.md:2:11\">Open in VS Code</a>",
			`<a href="/__pleinwijzer/adviezen">Alle adviezen van de site (4)</a>`}, []string{"content/b.md", "<html"}},
		{"?pad=/b/&pad=/a/&pad=/b/&pad=/niets/", []string{`data-aantal="3"`, "content/b.md:1:1", "content/a.md:2:11"}, nil},
		{"?pad=/pleinen/c/poster/", []string{`data-aantal="1"`, "content/pleinen/c.md:1:1"}, nil},
		{"?pad=/", []string{`data-aantal="0"`, "Op deze pagina is geen advies.", "Alle adviezen van de site (4)"}, []string{"<ol>"}},
		{"", []string{"<html", "<h1>4 adviezen</h1>", "content/a.md:2:11", "content/b.md:1:1", "herladen.js"}, []string{"Zoals op"}},
		{"?op=2026-12-25", []string{"<h1>4 adviezen</h1>", "Zoals op vrijdag 25 december 2026."}, nil},
		{"?pad=/a/&op=2026-12-25", []string{`href="/__pleinwijzer/adviezen?op=2026-12-25"`}, nil},
	}
	for _, test := range tests {
		_, body, _ := p.get("/__pleinwijzer/adviezen" + test.query)
		for _, text := range test.has {
			if !strings.Contains(body, text) {
				t.Errorf("%s: no %q in\n%s", test.query, text, body)
			}
		}
		for _, text := range test.not {
			if strings.Contains(body, text) {
				t.Errorf("%s: %q in\n%s", test.query, text, body)
			}
		}
	}
	if got := p.asked(); got != 2 {
		t.Errorf("advice was asked for %d times, want once for each day", got)
	}
	if status, _, _ := p.get("/__pleinwijzer/adviezen?op=gisteren"); status != 400 {
		t.Errorf("a wrong day: %d", status)
	}
}

// TestAdviceKeepsNothingWaiting checks that neither a page nor an edit waits for advice.
func TestAdviceKeepsNothingWaiting(t *testing.T) {
	p := startWith(t, "eventueel")
	p.wait("/", 200, "eventueel")
	if got := p.asked(); got != 0 {
		t.Errorf("a page asked for advice %d times", got)
	}
	p.advising.Lock()
	done := make(chan string)
	go func() {
		_, body, _ := p.get("/__pleinwijzer/adviezen?pad=/")
		done <- body
	}()
	p.until(func() bool { return p.asked() > 0 }, "advice is not asked for")
	p.save("content/index.md", "misschien")
	p.wait("/", 200, "misschien")
	p.advising.Unlock()
	if body := <-done; !strings.Contains(body, `data-aantal="1"`) {
		t.Errorf("advice about what was there when it was asked for: %s", body)
	}
	p.wait("/__pleinwijzer/adviezen?pad=/", 200, `data-aantal="0"`)
}

func (p *trial) asked() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.advised
}

func TestNothingToTellYet(t *testing.T) {
	p := startWith(t, "telefon")
	for _, path := range []string{"/__pleinwijzer/adviezen?pad=/", "/__pleinwijzer/bestanden?pad=/"} {
		p.wait(path, 404, "Er is nog geen site.")
	}
}
