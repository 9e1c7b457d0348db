package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pleinwijzer/generator"
)

// trial is a watcher of which the test itself receives what the system tells, and decides
// when it looks. So nothing in it depends on time.
type trial struct {
	*testing.T
	*Watcher
	dir      string
	alarms   int // how often it was said that the system does not tell everything
	changed  generator.Change
	listened int // how often the test listened
}

func watching(t *testing.T) *trial {
	tr := &trial{T: t, dir: t.TempDir()}
	tr.write("content/site.toml", "")
	tr.write("content/paginas/over.md", "")
	tr.Watcher = New(func() { tr.alarms++ }, tr.path("content"), tr.path("layouts"), tr.path("static"))
	t.Cleanup(func() {
		if tr.events != nil {
			tr.events.Close()
		}
	})
	return tr
}

func (tr *trial) path(name string) string { return filepath.Join(tr.dir, filepath.FromSlash(name)) }

func (tr *trial) must(err error) {
	tr.Helper()
	if err != nil {
		tr.Fatal(err)
	}
}

func (tr *trial) write(name, text string) {
	tr.Helper()
	tr.must(os.MkdirAll(filepath.Dir(tr.path(name)), 0o777))
	tr.must(os.WriteFile(tr.path(name), []byte(text), 0o666))
}

// listen receives everything that the system has to tell. It tells in order, so nothing is
// under way any more once it told of a last file.
func (tr *trial) listen() {
	tr.Helper()
	tr.listened++
	last := filepath.Join(filepath.Dir(tr.content), fmt.Sprint("laatste", tr.listened))
	tr.must(os.WriteFile(last, nil, 0o666))
	for deadline := time.After(time.Minute); ; {
		select {
		case event := <-tr.events.Events:
			tr.poll.hear(event.Name)
			tr.changed = tr.changed.With(tr.take(event))
			if event.Name == last {
				return
			}
		case <-deadline:
			tr.Fatal("the system tells nothing")
		}
	}
}

// look looks once and returns the change that only looking found.
func (tr *trial) look() generator.Change { return tr.compare(tr.stamps(tr.Context())) }

// TestNoFalseAlarm changes files in all ways that a system tells about.
func TestNoFalseAlarm(t *testing.T) {
	tr := watching(t)
	steps := []struct {
		name  string
		first bool // look while the word is still under way
		do    func()
	}{
		{"write", true, func() { tr.write("content/paginas/over.md", "anders") }},
		{"new folders", false, func() { tr.write("content/a/b/c.md", "x"); tr.write("content/a/b/d/e.md", "x") }},
		{"in new folders", true, func() { tr.write("content/a/b/d/e.md", "nog een") }},
		{"rename folder", true, func() { tr.must(os.Rename(tr.path("content/a"), tr.path("content/z"))) }},
		{"in renamed", true, func() { tr.write("content/z/b/c.md", "weer") }},
		{"another time", false, func() { tr.must(os.Chtimes(tr.path("content/site.toml"), time.Time{}, time.Unix(1e9, 0))) }},
		{"replace", true, func() { tr.write("nieuw", "x"); tr.must(os.Rename(tr.path("nieuw"), tr.path("content/site.toml"))) }},
		{"remove", true, func() { tr.must(os.RemoveAll(tr.path("content/z"))) }},
		{"layouts", true, func() { tr.write("layouts/partials/kop.html", "x") }},
		{"content is gone", false, func() { tr.must(os.Rename(tr.path("content"), tr.path("elders"))) }},
		{"and back", false, func() { tr.must(os.Rename(tr.path("elders"), tr.path("content"))) }},
		{"after that", true, func() { tr.write("content/paginas/over.md", "terug") }},
		{"leftovers", true, func() { tr.write("content/.site.toml.swp", "x") }},
		{"nothing", false, func() {}},
	}
	for _, step := range steps {
		step.do()
		if step.first {
			tr.look()
		}
		tr.listen()
		for range 3 {
			if change := tr.look(); !change.IsEmpty() || tr.alarms > 0 {
				t.Fatalf("%s: only looking found %+v, %d alarms", step.name, change, tr.alarms)
			}
		}
	}
}

// TestSilentDisk changes files after the system was told to keep silent about them.
func TestSilentDisk(t *testing.T) {
	tr := watching(t)
	tr.leave(tr.content)
	tr.write("content/paginas/over.md", "van een andere computer")
	tr.listen()
	if change := tr.look(); !change.IsEmpty() || tr.alarms > 0 || tr.poll.pause() != soon {
		t.Fatalf("at first sight %+v, %d alarms, a pause of %v", change, tr.alarms, tr.poll.pause())
	}
	tr.listen()
	if change := tr.look(); !slices.Equal(change.Content, []string{"paginas/over.md"}) || change.Look || tr.alarms != 1 {
		t.Fatalf("%+v, %d alarms", change, tr.alarms)
	}
	tr.write("content/nieuw/x.md", "")
	tr.must(os.Remove(tr.path("content/site.toml")))
	tr.write("content/paginas/over.md~", "")
	if change := tr.look(); !slices.Equal(change.Content, []string{"nieuw", "nieuw/x.md", "site.toml"}) || tr.alarms != 1 {
		t.Errorf("%+v, %d alarms", change, tr.alarms)
	}
	if change := tr.look(); !change.IsEmpty() || tr.poll.pause() != often {
		t.Errorf("nothing changed: %+v, and a pause of %v", change, tr.poll.pause())
	}
}

// TestHigherFolderMoved gives another name to a folder around the content, about which no
// system tells anything. That is no reason to say that the disk is silent.
func TestHigherFolderMoved(t *testing.T) {
	tr := watching(t)
	top := tr.dir
	tr.dir = filepath.Join(top, "werk", "site")
	tr.write("content/site.toml", "")
	tr.Watcher = New(func() { tr.alarms++ }, tr.path("content"))
	defer tr.events.Close()
	for _, from := range []string{"werk", "elders"} {
		to := map[string]string{"werk": "elders", "elders": "werk"}[from]
		tr.must(os.Rename(filepath.Join(top, from), filepath.Join(top, to)))
		tr.look()
		if change := tr.look(); !slices.Equal(change.Content, []string{"."}) || tr.alarms > 0 {
			t.Fatalf("%s to %s: %+v, %d alarms", from, to, change, tr.alarms)
		}
	}
	tr.changed = generator.Change{}
	tr.write("content/site.toml", "terug")
	tr.listen()
	if !slices.Equal(tr.changed.Content, []string{"site.toml"}) {
		t.Errorf("what comes back is not watched any more: %+v", tr.changed)
	}
}

// TestNoSystem watches where the system has nothing to give, as when too many folders are
// watched already.
func TestNoSystem(t *testing.T) {
	tr := watching(t)
	tr.events.Close()
	tr.Watcher.events = nil
	tr.turnDeaf()
	tr.write("content/site.toml", "anders")
	if change := tr.look(); !slices.Equal(change.Content, []string{"site.toml"}) || tr.alarms != 1 {
		t.Errorf("%+v, %d alarms", change, tr.alarms)
	}
}

// TestPause checks that looking takes a small part of the time, however large the folder.
func TestPause(t *testing.T) {
	for _, test := range []struct {
		poll poll
		want time.Duration
	}{
		{poll{took: time.Millisecond}, seldom},
		{poll{took: time.Second}, 100 * time.Second},
		{poll{took: time.Millisecond, deaf: true}, often},
		{poll{took: time.Second, deaf: true}, 20 * time.Second},
	} {
		if got := test.poll.pause(); got != test.want {
			t.Errorf("%+v: %v, want %v", test.poll, got, test.want)
		}
	}
}
