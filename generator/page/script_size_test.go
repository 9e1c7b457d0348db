package page

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"pleinwijzer/generator/pagetest"
)

func TestSearchScriptSize(t *testing.T) {
	total := 0
	for _, f := range filesOf(t, pagetest.Complete(t)) {
		if strings.HasPrefix(f.Path, "static/js/zoeken") {
			var b bytes.Buffer
			if err := f.Render(&b); err != nil {
				t.Fatal(err)
			}
			total += compressed(t, b.Bytes())
		}
	}
	t.Logf("%d bytes", total)
	if total == 0 || total > 6<<10 {
		t.Errorf("the script takes %d bytes, at most %d", total, (6 << 10))
	}
}

func compressed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(w, bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
