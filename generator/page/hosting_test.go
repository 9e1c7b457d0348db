package page

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/pagetest"
)

// TestSitemapTimes wants the time of the last change of a record in the sitemap,
// and none for a page of which that is not known.
func TestSitemapTimes(t *testing.T) {
	records, problems, err := contentfs.Read(fstest.MapFS{
		"site.toml":           {Data: []byte("titel = 'X'\nadres = 'https://x.example'\ntalen = ['nl', 'en']")},
		"partners/bieb.toml":  {Data: []byte("naam = 'Bieb'")},
		"partners/thuis.toml": {Data: []byte("naam = 'Thuis'")},
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	changed := time.Date(2026, 11, 2, 9, 30, 0, 0, time.UTC)
	c, _ := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon, History: []history.Commit{
		{Time: changed, Files: []history.File{{Path: "partners/bieb.toml"}}},
	}})
	sitemap := string(pagetest.Rendered(t, filesOf(t, c), "sitemap.xml"))
	for _, want := range []string{
		"<url><loc>https://x.example/partners/bieb/</loc><lastmod>2026-11-02T09:30:00Z</lastmod></url>",
		"<url><loc>https://x.example/en/partners/bieb/</loc><lastmod>2026-11-02T09:30:00Z</lastmod></url>",
		"<url><loc>https://x.example/partners/thuis/</loc></url>",
	} {
		if !strings.Contains(sitemap, want) {
			t.Errorf("no %s", want)
		}
	}
}
