package federation

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/kept"
)

// withoutOne takes the second spreekuur out of the feed of a trial, and returns its slug.
func (tr *trial) withoutOne() string {
	tr.t.Helper()
	lines := strings.Split(string(tr.feeds["spreekuren.json"]), "\n")
	var one struct{ Slug string }
	if err := json.Unmarshal([]byte(strings.Trim(lines[2], ",")), &one); err != nil {
		tr.t.Fatal(err)
	}
	lines = append(lines[:2:2], lines[3:]...)
	last := &lines[len(lines)-3] // before the end of the list, and an empty line
	*last = strings.TrimSuffix(*last, ",")
	tr.feeds["spreekuren.json"] = []byte(strings.Join(lines, "\n"))
	return one.Slug
}

// madeOn makes the feeds of a trial on another day.
func (tr *trial) madeOn(day time.Time) {
	made := regexp.MustCompile(`"gemaakt":"[^"]*"`)
	for name, text := range tr.feeds {
		tr.feeds[name] = made.ReplaceAll(text, []byte(`"gemaakt":"`+day.Format(time.RFC3339)+`"`))
	}
}

func (tr *trial) gone() []kept.Gone {
	tr.t.Helper()
	all, err := kept.ReadGone(os.DirFS(tr.dir), "bron")
	if err != nil {
		tr.t.Fatal(err)
	}
	return all
}

// TestClockAhead lets the clock of this computer be ten years ahead for a night. Nothing that
// is kept is thrown away, and what goes that night is gone since the night after.
func TestClockAhead(t *testing.T) {
	tr := newTrial(t)
	begin := tr.now
	tr.update(false)
	tr.withoutOne()
	tr.update(false)
	if len(tr.gone()) != 1 {
		t.Fatalf("%d records are gone", len(tr.gone()))
	}
	tr.now = begin.AddDate(10, 0, 0)
	tr.withoutOne()
	tr.madeOn(begin.Add(time.Hour))
	if _, got := tr.update(true); got != "" || len(tr.gone()) != 2 {
		t.Fatalf("%q: %d records are gone", got, len(tr.gone()))
	}
	tr.now = begin.AddDate(0, 0, 1)
	tr.madeOn(tr.now)
	tr.update(false)
	for _, g := range tr.gone() {
		if g.Day > "2026-11-23" {
			t.Errorf("gone since %s", g.Day)
		}
	}
	tr.now = begin.AddDate(0, 0, kept.KeptDays+2)
	if tr.update(false); len(tr.gone()) != 2 {
		t.Errorf("%d records are kept while the source says that it is November", len(tr.gone()))
	}
	tr.madeOn(tr.now)
	if tr.update(false); len(tr.gone()) != 0 {
		t.Errorf("%d records are kept for ever", len(tr.gone()))
	}
}

// TestMentioned keeps a record that a file refers to which an editor still has to mend.
func TestMentioned(t *testing.T) {
	tr := newTrial(t)
	tr.update(false)
	slug := tr.withoutOne()
	tr.update(false)
	tr.Needed = kept.Needed{}
	tr.Needed.Mention([]byte("titel = \"Hulp\nopvolger = [\"Bron/" + slug + "\"\n<<<<<<< HEAD"))
	tr.now = tr.now.AddDate(1, 0, 0)
	tr.madeOn(tr.now)
	tr.update(false)
	if all := tr.gone(); len(all) != 1 || !bytes.Contains(all[0].Record, []byte(slug)) {
		t.Errorf("%d records of %s", len(all), slug)
	}
}
