package preview_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator"
)

func TestLayouts(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom")
	p.save("layouts/base.html", "{{")
	p.wait("/", 500, "sjabloon base.html:1: dit klopt niet", "Laatste goede versie")
	before := p.builds()
	p.save("content/index.md", "hallo")
	p.waitBuild(before, func(c generator.Change) bool { // the failed change to the layout is included again
		return c.Look && slices.Contains(c.Content, "index.md")
	})
	p.wait("/", 500, "base.html")
	p.save("layouts/base.html", "<body>X!</body>")
	p.wait("/", 200, "hallo!")
	p.wait("/stuk/", 500, "stuk sjabloon")

	// A folder that did not exist.
	p.settle()
	before = p.builds()
	p.save("static/css/site.css", "")
	p.waitBuild(before, func(c generator.Change) bool { return c.Look })
}

// builds returns the number of builds that have started.
func (p *trial) builds() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.changes)
}

// waitBuild waits for a build after the first n with a matching change, and returns how
// many builds preceded it.
func (p *trial) waitBuild(n int, fits func(generator.Change) bool) int {
	p.Helper()
	found := -1
	p.until(func() bool {
		found = slices.IndexFunc(p.changesFrom(n), fits)
		return found >= 0
	}, "no such build")
	return n + found
}

// changesFrom returns the changes of the builds after the first n.
func (p *trial) changesFrom(n int) []generator.Change {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.changes[n:])
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
	p.settle()
	before := p.builds()
	p.save("content/z/b/d.md", "nog een")
	p.waitBuild(before, func(c generator.Change) bool { return slices.Equal(c.Content, []string{"z/b/d.md"}) })

	p.must(os.Rename(p.path("content/z/b/c.md"), p.path("content/z/e.md")))
	p.wait("/z/e/", 200, "na de verhuizing")
	p.wait("/z/b/c/", 404)
	p.must(os.RemoveAll(p.path("content/z")))
	p.wait("/z/e/", 404)
	p.save("content/z/e.md", "terug")
	p.wait("/z/e/", 200, "terug")

	// The content folder as a whole, as when switching branches.
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
	p.settle()
	if after := p.changesFrom(before); len(after) != 1 || len(after[0].Content) != 1 || after[0].Look {
		t.Errorf("leftovers of editors are taken for changes: %+v", after)
	}
	for _, text := range []string{"eerste", "tweede"} {
		p.save("content/.index.md.tmp", text)
		p.must(os.Rename(p.path("content/.index.md.tmp"), p.path("content/index.md")))
		p.wait("/", 200, text)
	}
	p.must(os.Rename(p.path("content/index.md"), p.path("content/index.md~")))
	p.save("content/index.md", "derde")
	p.wait("/", 200, "derde")
	p.must(os.WriteFile(p.path("content/index.md"), []byte("vierde"), 0o644)) // overwritten in place
	p.wait("/", 200, "vierde")
	p.must(os.Remove(p.path("content/index.md")))
	p.wait("/", 404)
}

// TestManySaves checks that what is saved during a build is built right after it.
func TestManySaves(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom")
	before := p.builds()
	p.building.Lock()
	for range 100 {
		p.must(os.WriteFile(p.path("content/index.md"), []byte(strings.Repeat("tekst ", 100)), 0o644))
	}
	p.save("content/index.md", "de laatste")
	p.building.Unlock()
	p.wait("/", 200, "de laatste")
	p.settle()
	if n := p.builds() - before; n > 20 { // it may take a few if the saves are reported late
		t.Errorf("101 saves gave %d builds", n)
	}
}
