package page

import (
	"bytes"
	"compress/gzip"
	"path"
	"regexp"
	"strings"
	"testing"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/typed"
)

// TestWorkerLanguages wants the worker to know the path of each language, and to
// be another when they are: it keeps the first page and the own list of those
// that a visitor reads, which are there.
func TestWorkerLanguages(t *testing.T) {
	head := regexp.MustCompile(`^const version="(\w{10})",assets=\["static/.*"\],languages=(\[.*\]);\n`)
	c, versions := pagetest.Complete(t), map[string]bool{}
	for want, talen := range map[string][]typed.Language{`[]`: nil, `["en/","ar/"]`: {"nl", "en", "ar"}} {
		c.Site.Talen = talen
		files := filesOf(t, c)
		found := head.FindSubmatch(pagetest.Rendered(t, files, asset.WorkerFile))
		if found == nil || string(found[2]) != want {
			t.Fatalf("worker begins with %q, want languages %s", found, want)
		}
		versions[string(found[1])] = true
		for _, code := range talen {
			prefix := strings.TrimPrefix(string(code)+"/", "nl/")
			for _, page := range []string{prefix + "index.html", prefix + strings.TrimPrefix(layout.MinePage, "/") + "index.html"} {
				if !strings.Contains(string(pagetest.Rendered(t, files, page)), `<html lang="`+string(code)+`"`) {
					t.Errorf("%s is not in %s", page, code)
				}
			}
		}
	}
	if len(versions) != 2 {
		t.Errorf("versions %v, want two", versions)
	}
}

// sheetScriptBytes is the most that the script of the sheet to give along may cost, on its
// page alone.
const sheetScriptBytes = 4<<10 + 7<<7

// TestScriptSize keeps the scripts that visitors fetch small.
func TestScriptSize(t *testing.T) {
	var all, search, sheet int
	for _, f := range filesOf(t, pagetest.Complete(t)) {
		if path.Ext(f.Path) != ".js" || strings.HasPrefix(f.Path, "embed/") || // TestElementSize
			strings.Contains(f.Path, "/gids.") || strings.Contains(f.Path, "/kopieer.") ||
			strings.Contains(f.Path, "/papier.") || strings.Contains(f.Path, "/scherm.") || // for partners and editors
			strings.Contains(f.Path, "/aanmelden.") { // on the page of an event alone
			continue
		}
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err := f.Render(z); err != nil {
			t.Fatal(err)
		}
		z.Close()
		all += b.Len()
		if strings.Contains(f.Path, "zoeken") {
			search += b.Len()
		}
		if strings.Contains(f.Path, "meegeven") {
			sheet += b.Len()
		}
		t.Logf("%5d %s", b.Len(), f.Path)
	}
	t.Logf("%5d all scripts, of which %d search", all, search)
	// Beside what each page needs, a kilobyte and a half lets a visitor choose for the sheet.
	// That the address of a record may begin with a source takes some bytes of both.
	if most := 8<<10 + 1<<9 + 1<<8 + 1<<6; all-search-sheet > most {
		t.Errorf("%d bytes of script for every page, compressed; want at most %d", all-search-sheet, most)
	}
	if search > searchScriptBytes || sheet > sheetScriptBytes {
		t.Errorf("%d bytes for the search and %d for the sheet; want at most %d and %d", search, sheet, searchScriptBytes, sheetScriptBytes)
	}
}
