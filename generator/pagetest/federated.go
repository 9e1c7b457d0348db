package pagetest

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/schedule"
)

//go:embed federated.txtar
var federatedFiles []byte

// Region is the site of a region that shows other directories: its content, and what it
// keeps of them. At Noon noord is late, oud dated and stil withdrawn; kort is fresh, and
// says nothing of the days after KortUntil. The plein dezelfde-deur of oud is in the same
// building as kerk of noord, and weg-kerk of noord is gone.
func Region(t testing.TB) (folder, cache fstest.MapFS) {
	t.Helper()
	folders := map[string]fstest.MapFS{}
	for _, f := range txtar.Parse(federatedFiles).Files {
		of, name, _ := strings.Cut(f.Name, "/")
		if folders[of] == nil {
			folders[of] = fstest.MapFS{}
		}
		folders[of][name] = &fstest.MapFile{Data: f.Data}
	}
	cache = fstest.MapFS{}
	for name, days := range map[string]int{"noord": 4, "oud": 20, "stil": 70, "kort": 0} {
		made := Noon.AddDate(0, 0, -days)
		feeds := feedsOf(t, folders[name], made)
		var gone []kept.Gone
		switch name {
		case "noord":
			file := "feeds/v1/" + kept.FileOf(kept.Spreekuren)
			var record json.RawMessage
			feeds[file], record = without(t, feeds[file], "weg-kerk")
			gone = []kept.Gone{{List: kept.Spreekuren, Day: "2026-11-18", Made: made.AddDate(0, 0, -1), Record: record}}
		case "kort":
			for file, data := range feeds {
				feeds[file] = validUntil.ReplaceAll(data, []byte(`"geldig_tot":"`+KortUntil+`"`))
			}
		}
		for file, data := range Keep(t, name, feeds, gone) {
			cache[file] = data
		}
	}
	return folders["regio"], cache
}

// RegionCatalog is the directory of [Region] at Noon.
func RegionCatalog(t testing.TB) *catalog.Catalog {
	t.Helper()
	folder, cache := Region(t)
	own, problems, err := contentfs.Read(folder)
	if err != nil {
		t.Fatal(err)
	}
	joined, more, err := kept.NewReader(cache).Join(own, schedule.DateOf(Noon))
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(joined, catalog.Options{Now: Noon})
	for _, p := range slices.Concat(problems, more, unresolved) {
		t.Errorf("%s: %s", p.Range, p.Message)
	}
	return c
}

// KortUntil is the last day of which the source kort says anything.
const KortUntil = "2026-11-24"

var validUntil = regexp.MustCompile(`"geldig_tot": ?"[^"]*"`)

// feedsOf are the feeds of a folder as they were made at a moment.
func feedsOf(t testing.TB, folder fstest.MapFS, made time.Time) map[string][]byte {
	t.Helper()
	records, problems, err := contentfs.Read(folder)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: made})
	for _, p := range append(problems, unresolved...) {
		t.Errorf("%s: %s", p.Range, p.Message)
	}
	files := map[string][]byte{}
	for _, f := range feed.Files(c) {
		if strings.HasPrefix(f.Path, "feeds/v1/") {
			var b bytes.Buffer
			if err := f.Render(&b); err != nil {
				t.Fatal(err)
			}
			files[f.Path] = b.Bytes()
		}
	}
	return files
}

// without leaves a record out of a feed, and returns it.
func without(t testing.TB, data []byte, slug string) (rest []byte, record json.RawMessage) {
	t.Helper()
	var doc map[string]json.RawMessage
	var records []json.RawMessage
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(doc[kept.Spreekuren], &records); err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(records, func(r json.RawMessage) bool { return bytes.Contains(r, []byte(`"slug":"`+slug+`"`)) })
	record = slices.Clone(records[at])
	doc[kept.Spreekuren] = Must(json.Marshal(slices.Delete(records, at, at+1)))
	return Must(json.Marshal(doc)), record
}

// Keep is what a directory keeps of a source: its feeds as they are, with their lock, and
// what the source does not mention any more.
func Keep(t testing.TB, name string, feeds map[string][]byte, gone []kept.Gone) fstest.MapFS {
	t.Helper()
	fsys, lock := fstest.MapFS{}, &kept.Lock{}
	for _, list := range kept.Lists {
		data := feeds["feeds/v1/"+kept.FileOf(list)]
		var head struct {
			Gemaakt   time.Time
			GeldigTot string `json:"geldig_tot"`
		}
		if err := json.Unmarshal(data, &head); err != nil {
			t.Fatal(list, err)
		}
		lock.Files = append(lock.Files, kept.File{Name: kept.FileOf(list), Sum: kept.Sum(data), Made: head.Gemaakt, Until: head.GeldigTot})
		fsys[name+"/"+kept.FileOf(list)] = &fstest.MapFile{Data: data}
	}
	fsys[kept.LockPath(name)] = &fstest.MapFile{Data: Must(lock.Encode())}
	if len(gone) > 0 {
		fsys[kept.GonePath(name)] = &fstest.MapFile{Data: Must(kept.EncodeGone(gone))}
	}
	return fsys
}
