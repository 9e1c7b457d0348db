package saving_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"pleinwijzer/generator/saving"
)

// TestBatch lets a form and two programs that save many files do so at once: each new file is
// made by one of them, and no change is lost.
func TestBatch(t *testing.T) {
	p := newPlace(t)
	p.write("content/spreekuren/taalhuis.md", "")
	const each = 10
	var made [each]atomic.Int32
	var wg sync.WaitGroup
	for worker := range 3 {
		f := p.open()
		wg.Go(func() {
			for i := range each {
				err := f.Together(func(b *saving.Batch) error { return b.Create(fmt.Sprintf("pleinen/plein-%d.md", i), []byte("+++\n+++\n")) })
				if refusal, ok := errors.AsType[*saving.Refusal](err); err != nil && !(ok && refusal.Reason == saving.Exists) {
					t.Error(err)
				} else if err == nil {
					made[i].Add(1)
				}
				lengthen(t, f, byte('a'+worker))
			}
		})
	}
	wg.Wait()
	for i := range made {
		if n := made[i].Load(); n != 1 {
			t.Errorf("plein %d was made %d times", i, n)
		}
	}
	if got := p.read("content/spreekuren/taalhuis.md"); len(got) != 3*each {
		t.Errorf("%d of %d changes are there", len(got), 3*each)
	}
}

// lengthen adds a letter to a file, all but the first in a batch, and starts again if somebody else was first.
func lengthen(t *testing.T, f *saving.Folder, letter byte) {
	const file = "spreekuren/taalhuis.md"
	for {
		now, err := f.Read(file)
		data := append(slices.Clone(now.Data), letter)
		switch {
		case err != nil:
		case letter > 'a':
			err = f.Together(func(b *saving.Batch) error { return b.Save(file, now.Sum, data) })
		default:
			_, err = f.Save(file, now.Sum, data)
		}
		if _, again := errors.AsType[*saving.Conflict](err); !again {
			if err != nil {
				t.Error(err)
			}
			return
		}
	}
}

// TestBatchCreate refuses what Create refuses: the same record deeper in its folder and with
// another extension, a wrong name, no content, and a file in the place of a folder.
func TestBatchCreate(t *testing.T) {
	p := newPlace(t)
	p.write("content/spreekuren/diep/taal.toml", "titel = \"Taal\"\n")
	p.write("content/pleinen", "a file")
	create := func(names ...string) error {
		return p.Together(func(b *saving.Batch) error {
			for _, name := range names {
				if err := b.Create(name, []byte("+++\n+++\n")); err != nil {
					return err
				}
			}
			return nil
		})
	}
	p.refused(create("spreekuren/taal.md"), saving.Exists, "spreekuren/diep/taal.toml")
	p.refused(create("spreekuren/Groot.md"), saving.Name, "Groot")
	p.refused(create("elders/a.md"), saving.NotContent, "elders/a.md")
	p.refused(create("pleinen/a.md"), saving.NotFile, "")
	p.refused(create("site.toml"), saving.Exists, "site.toml")
	p.must(create("spreekuren/een.md", "spreekuren/twee.md", "onderwerpen.toml"))
	p.refused(create("spreekuren/drie.md", "spreekuren/drie.toml"), saving.Exists, "drie.md")
	if got := p.files(); !strings.Contains(got, "onderwerpen.toml") || !strings.Contains(got, "twee.md") {
		t.Error(got)
	}
}
