package devserver_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/devserver"
)

func TestLayouts(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom")
	p.save("layouts/base.html", "{{")
	p.wait("/", 500, "sjabloon base.html:1: dit klopt niet", "Laatste goede versie")
	before := p.builds()
	p.save("content/index.md", "hallo")
	p.waitBuild(before, func(c devserver.Change) bool { // which is told again of the layout
		return c.Look && slices.Equal(c.Content, []string{"index.md"})
	})
	p.wait("/", 500, "base.html")
	p.save("layouts/base.html", "<body>X!</body>")
	p.wait("/", 200, "hallo!")
	p.wait("/stuk/", 500, "stuk sjabloon")

	// A folder that was not there.
	before = p.builds()
	p.save("static/css/site.css", "")
	p.waitBuild(before, func(c devserver.Change) bool { return c.Look })
}

func (p *preview) builds() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.changes)
}

// waitBuild waits for a build after the first n with a fitting change.
func (p *preview) waitBuild(n int, fits func(devserver.Change) bool) {
	p.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		p.mu.Lock()
		found := slices.ContainsFunc(p.changes[n:], fits)
		p.mu.Unlock()
		if found {
			return
		}
	}
	p.Fatalf("no such build among %+v", p.changes[n:])
}

func TestFolders(t *testing.T) {
	p := start(t)
	p.save("content/a/b/c.md", "nieuw")
	p.wait("/a/b/c/", 200, "nieuw")
	p.save("content/a/b/c.md", "anders")
	p.wait("/a/b/c/", 200, "anders")

	p.must(os.Rename(p.path("content/a"), p.path("content/z")))
	p.wait("/z/b/c/", 200, "anders")
	p.wait("/a/b/c/", 404)
	p.save("content/z/b/c.md", "na de verhuizing")
	p.wait("/z/b/c/", 200, "na de verhuizing")
	before := p.builds()
	p.save("content/z/b/d.md", "nog een")
	p.waitBuild(before, func(c devserver.Change) bool { return slices.Equal(c.Content, []string{"z/b/d.md"}) })

	p.must(os.Rename(p.path("content/z/b/c.md"), p.path("content/z/e.md")))
	p.wait("/z/e/", 200, "na de verhuizing")
	p.wait("/z/b/c/", 404)
	p.must(os.RemoveAll(p.path("content/z")))
	p.wait("/z/e/", 404)
	p.save("content/z/e.md", "terug")
	p.wait("/z/e/", 200, "terug")

	// The content folder as a whole, as at a switch of branches.
	p.must(os.Rename(p.path("content"), p.path("elders")))
	p.wait("/", 404)
	p.must(os.Rename(p.path("elders"), p.path("content")))
	p.wait("/z/e/", 200, "terug")
	p.save("content/z/e.md", "klaar")
	p.wait("/z/e/", 200, "klaar")
}

func TestEditors(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom")
	before := p.builds()
	p.save("content/.index.md.swp", "")
	p.save("content/#index.md#", "")
	p.save("content/index.md~", "")
	p.save("content/.git/HEAD", "")
	p.save("content/~$index.md", "")
	p.save("content/4913", "")
	p.save("content/Thumbs.db", "")
	p.save("elders.md", "")
	time.Sleep(200 * time.Millisecond)
	if n := p.builds(); n != before {
		t.Errorf("leftovers of editors gave %d builds: %+v", n-before, p.changes[before:])
	}
	for _, text := range []string{"eerste", "tweede"} {
		p.save("content/.index.md.tmp", text)
		p.must(os.Rename(p.path("content/.index.md.tmp"), p.path("content/index.md")))
		p.wait("/", 200, text)
	}
	p.must(os.Rename(p.path("content/index.md"), p.path("content/index.md~")))
	p.save("content/index.md", "derde")
	p.wait("/", 200, "derde")
	p.must(os.Remove(p.path("content/index.md")))
	p.wait("/", 404)
}

func TestManySaves(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom")
	before := p.builds()
	for range 100 {
		p.save("content/index.md", strings.Repeat("tekst ", 100))
	}
	p.save("content/index.md", "de laatste")
	p.wait("/", 200, "de laatste")
	if n := p.builds() - before; n > 20 {
		t.Errorf("101 saves gave %d builds", n)
	}
}
