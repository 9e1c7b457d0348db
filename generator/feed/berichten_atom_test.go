package feed

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed/atom"
)

// berichten is a site with more updates than a feed holds. The last is the
// newest.
func berichten(n int) map[string]string {
	files := without("berichten", small)
	for i := range n {
		day := now.AddDate(0, 0, i-n).Format(time.DateOnly)
		about := "partners = [\"bieb\"]"
		if i%10 == 0 {
			about = "pleinen = [\"dorpsplein\"]\nspreekuren = [\"brieven\"]"
		}
		files[fmt.Sprintf("berichten/b%d.md", i)] = fmt.Sprintf("+++\ntitel = \"Bericht %d & meer\"\ndatum = %q\nin_een_zin = \"Zin <%d>.\"\n%s\n+++\nLees [hier](/over/) en [daar](#kop).\n", i, day, i, about)
	}
	return files
}

func readAtom(t *testing.T, text string) *atom.Feed {
	t.Helper()
	strict := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := strict.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	f, err := new(atom.Parser).Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestAtom(t *testing.T) {
	const n = 53
	c := site(t, berichten(n))
	f := readAtom(t, render(t, c, "feeds/berichten.atom"))
	if len(f.Entries) != atomMax {
		t.Fatalf("%d entries", len(f.Entries))
	}
	if f.Title != "Nieuws van Pleinen in het dorp" || f.Authors[0].Name != "De bibliotheek" || f.Updated != f.Entries[0].Updated {
		t.Errorf("%s by %v, updated %s", f.Title, f.Authors, f.Updated)
	}
	seen := map[string]bool{f.ID: true}
	for i, e := range f.Entries {
		slug := fmt.Sprintf("b%d", n-1-i)
		if want := fmt.Sprintf("Bericht %d & meer", n-1-i); e.Title != want || e.Summary != fmt.Sprintf("Zin <%d>.", n-1-i) {
			t.Errorf("%s: %s", e.Title, e.Summary)
		}
		if e.Links[0].Href != "https://pleinen.example/berichten/"+slug+"/" || seen[e.ID] || !strings.HasPrefix(e.ID, "urn:uuid:") {
			t.Errorf("%s: link %s, id %s", slug, e.Links[0].Href, e.ID)
		}
		seen[e.ID] = true
		if day := now.AddDate(0, 0, -1-i).Format(time.DateOnly); !strings.HasPrefix(e.Updated, day+"T00:00:00+0") || e.Published != e.Updated {
			t.Errorf("%s: updated %s, published %s", slug, e.Updated, e.Published)
		}
		if e.Content.Type != "html" || !strings.Contains(e.Content.Value, `<a href="https://pleinen.example/over/">hier</a>`) {
			t.Errorf("%s: %s", slug, e.Content.Value)
		}
	}
	if got := f.Entries[2].Categories; len(got) != 2 || got[0].Term != "dorpsplein" ||
		got[0].Label != "Dorpsplein" || got[1].Term != "brieven" {
		t.Errorf("categories %v", got)
	}
}

// TestAtomOfPages wants the updates of a plein or partner with its page, and where
// there are none yet a feed to follow all the same.
func TestAtomOfPages(t *testing.T) {
	c := site(t, berichten(11))
	if f := readAtom(t, render(t, c, "pleinen/dorpsplein/berichten.atom")); len(f.Entries) != 2 || f.Title != "Nieuws van Dorpsplein" {
		t.Errorf("%s: %d entries", f.Title, len(f.Entries))
	}
	if f := readAtom(t, render(t, c, "partners/bieb/berichten.atom")); len(f.Entries) != 11 { // two about a spreekuur of theirs
		t.Errorf("%d entries", len(f.Entries))
	}
	for _, path := range []string{"pleinen/elders/berichten.atom", "feeds/berichten.atom"} {
		f := readAtom(t, render(t, site(t, berichten(0)), path))
		if len(f.Entries) != 0 || f.UpdatedParsed == nil {
			t.Errorf("%s: %d entries, updated %q", path, len(f.Entries), f.Updated)
		}
	}
}
