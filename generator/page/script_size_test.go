package page

import (
	"bytes"
	"strings"
	"testing"

	"pleinwijzer/generator/pagetest"
)

// searchScriptBytes is the most that the script of the search may cost, compressed. Half a
// kilobyte of it is for questions in six languages, and two for words that say when, wrong
// letters and days on which nothing goes on.
const searchScriptBytes = 8<<10 + 1<<8

func TestSearchScriptSize(t *testing.T) {
	total := 0
	for _, f := range filesOf(t, pagetest.Complete(t)) {
		if strings.HasPrefix(f.Path, "static/js/zoeken") {
			var b bytes.Buffer
			if err := f.Render(&b); err != nil {
				t.Fatal(err)
			}
			total += pagetest.Compressed(t, b.Bytes())
		}
	}
	t.Logf("%d bytes", total)
	if total == 0 || total > searchScriptBytes {
		t.Errorf("the script takes %d bytes, at most %d", total, searchScriptBytes)
	}
}
