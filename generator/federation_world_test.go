package generator_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/federation"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/randomsite"
	"pleinwijzer/generator/schedule"
)

// A worldSource is a directory that publishes every night, with what goes wrong at it.
type worldSource struct {
	name  string
	files map[string]string // its content
	space string            // its naamruimte
	feeds map[string][]byte // what it last made
	wrong func(http.ResponseWriter, *http.Request, []byte)
	odd   federation.Reason // what is odd about feeds, or ""
	since int               // the night since which it is
	good  map[string][]byte // what was taken over last
}

// made is the site of the source on a night: what others fetch of it, and in the last one
// also its calendars.
func (s *worldSource) made(t *testing.T, now time.Time, last bool, change func(map[string]string)) truthSite {
	t.Helper()
	files := maps.Clone(s.files)
	if change != nil {
		change(files)
	}
	files["site.toml"] = fmt.Sprintf("naamruimte = %q\n", s.space) +
		strings.Replace(files["site.toml"], "pleinen.example", s.name+".example", 1)
	c, _ := catalog.Resolve(readTruth(t, files), catalog.Options{Now: now})
	site := truthSite{c, map[string][]byte{}}
	for _, f := range feed.Files(c) {
		list, fetched := strings.CutPrefix(f.Path, "feeds/v1/")
		fetched = fetched && slices.ContainsFunc(kept.Lists, func(of string) bool { return kept.FileOf(of) == list })
		if fetched || last && path.Base(f.Path) == "spreekuur.ics" {
			var b bytes.Buffer
			if err := f.Render(&b); err != nil {
				t.Fatal(err)
			}
			site.files[f.Path] = b.Bytes()
		}
	}
	return site
}

func (s *worldSource) publish(site truthSite) {
	s.feeds = map[string][]byte{}
	for _, list := range kept.Lists {
		s.feeds[kept.FileOf(list)] = site.files["feeds/v1/"+kept.FileOf(list)]
	}
}

// worldFaults are the ways in which an answer is no good.
var worldFaults = map[federation.Code]func(http.ResponseWriter, *http.Request, []byte){
	federation.BadStatus: func(w http.ResponseWriter, _ *http.Request, _ []byte) { w.WriteHeader(http.StatusBadGateway) },
	federation.NotFeed: func(w http.ResponseWriter, _ *http.Request, _ []byte) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<!doctype html>")
	},
	federation.NotJSON: func(w http.ResponseWriter, _ *http.Request, data []byte) { w.Write(data[:len(data)/2]) },
	federation.Invalid: func(w http.ResponseWriter, _ *http.Request, data []byte) {
		w.Write(bytes.Replace(data, []byte(`"versie":"1"`), []byte(`"versie":"2"`), 1))
	},
	federation.Elsewhere: func(w http.ResponseWriter, r *http.Request, _ []byte) {
		http.Redirect(w, r, "http://kwaad.example/", http.StatusFound)
	},
	federation.NoAnswer: func(http.ResponseWriter, *http.Request, []byte) { panic(http.ErrAbortHandler) },
}

var worldNights = flag.Int("nights", 0, "for how many nights TestFederationWorld fetches 40 directories, such as 60")

// TestFederationWorld fetches many directories for many nights from one server, at which
// everything goes wrong that can. A person accepts what is odd after some nights. At the
// end nothing is lost, and every time is that of its source.
func TestFederationWorld(t *testing.T) {
	many, nights := 8, 15
	if browsertest.All() {
		many, nights = 40, 20
	}
	if *worldNights > 0 {
		many, nights = 40, *worldNights
	}
	random := rand.New(rand.NewPCG(uint64(many), 4))
	sources, blocks := map[string]*worldSource{}, strings.Builder{}
	for i := range many {
		shape := randomsite.Shape{Pleinen: 2, Partners: 2, Spreekuren: 8}
		s := &worldSource{name: fmt.Sprintf("bron%d", i), files: randomsite.Files(uint64(500+i), shape)}
		s.space = s.name + ".example"
		sources[s.name] = s
		fmt.Fprintf(&blocks, "[%s]\ntitel = \"%s\"\nadres = \"http://%s.example/feeds/v1/\"\nlicentie = \"CC0-1.0\"\n", s.name, s.name, s.name)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s := sources[strings.TrimSuffix(r.Host, ".example")]
		data := s.feeds[path.Base(r.URL.Path)]
		w.Header().Set("Content-Type", "application/json")
		if s.wrong != nil && path.Base(r.URL.Path) == "spreekuren.json" {
			s.wrong(w, r, data)
			return
		}
		w.Write(data)
	}))
	defer server.Close()
	server.Config.ErrorLog = nil
	network := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "tcp", server.Listener.Addr().String())
	}}
	defer network.CloseIdleConnections()
	own, problems, err := contentfs.Read(fstest.MapFS{
		"site.toml": {Data: []byte(region)}, "onderwerpen.toml": {Data: []byte("[geld]\nnaam = \"Geld\"\n")},
		"bronnen.toml": {Data: []byte(blocks.String())},
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	dir, faults, holds := t.TempDir(), 0, 0
	reader := kept.NewReader(os.DirFS(dir))
	var last map[string]truthSite
	for night := range nights + 1 {
		now := truthNow.AddDate(0, 0, night)
		updater, err := federation.NewUpdater(network, dir, now)
		if err != nil {
			t.Fatal(err)
		}
		last = map[string]truthSite{}
		for _, source := range own.Sources {
			s := sources[source.Slug]
			last[s.name] = s.night(t, random, night, night == nights, now)
			result, err := updater.Update(t.Context(), source, false)
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case (result.Fault != nil) != (s.wrong != nil):
				t.Fatalf("night %d, %s: fault %v, want one: %t", night, s.name, result.Fault, s.wrong != nil)
			case result.Fault != nil:
				faults++
			case (len(result.Holds) > 0) != (s.odd != ""):
				t.Fatalf("night %d, %s: holds %v, want %q", night, s.name, result.Holds, s.odd)
			case len(result.Holds) > 0:
				holds++
				if result.Holds[0].Reason != s.odd || len(result.Holds[0].What) == 0 {
					t.Errorf("night %d, %s: %v does not say why", night, s.name, result.Holds)
				}
				if s.odd == federation.Renamed && night-s.since >= 2 {
					if result, err = updater.Update(t.Context(), source, true); err != nil || !result.Passed() {
						t.Fatal(err, result)
					}
					s.odd, s.good = "", s.feeds
				}
			default:
				s.good = s.feeds
			}
			s.wantKept(t, dir, night)
		}
		if _, problems, err := reader.Join(own, schedule.DateOf(now)); err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
	}
	t.Logf("%d faults and %d holds in %d nights of %d sources", faults, holds, nights, many)
	if faults < many || holds < 3 {
		t.Error("too little went wrong")
	}
	end := truthNow.AddDate(0, 0, nights)
	wantAll(t, reader, own, last, end)
	first, second := worldBytes(t, dir, blocks.String(), end), worldBytes(t, dir, blocks.String(), end)
	for name, text := range first {
		if second[name] != text {
			t.Errorf("%s is another file the second time", name)
		}
	}
}

// night is what happens at a source in a night, and the site that it has then.
func (s *worldSource) night(t *testing.T, random *rand.Rand, night int, last bool, now time.Time) truthSite {
	t.Helper()
	s.wrong = nil
	var change func(map[string]string)
	switch n := random.IntN(20); {
	case s.odd == federation.Renamed: // until somebody accepts it, at the latest in the end
		if last {
			s.since = 0
		}
	case night == 0, last:
		s.odd = ""
	case n == 0: // others have another licence
		s.odd = federation.Licence
	case n == 1:
		s.odd = federation.Shrunk
		change = func(files map[string]string) {
			for name := range files {
				if strings.HasPrefix(name, "spreekuren/") {
					delete(files, name)
				}
			}
		}
	case n == 2 && night < 40:
		s.odd, s.since, s.space = federation.Renamed, night, fmt.Sprintf("%s-%d.example", s.name, night)
	case n == 3: // one more
		s.odd = ""
		s.files[fmt.Sprintf("spreekuren/nieuw%d.toml", night)] = strings.Split(s.files["spreekuren/s0.toml"], "[[verwijs]]")[0]
	case n == 4: // one less
		s.odd = ""
		delete(s.files, fmt.Sprintf("spreekuren/nieuw%d.toml", night-1))
	case n < 10:
		s.odd = ""
		codes := slices.Sorted(maps.Keys(worldFaults))
		s.wrong = worldFaults[codes[random.IntN(len(codes))]]
	default:
		s.odd = ""
	}
	site := s.made(t, now, last, change)
	s.publish(site)
	if s.odd == federation.Licence {
		for name, data := range s.feeds {
			s.feeds[name] = bytes.Replace(data, []byte("CC0-1.0"), []byte("CC-BY-NC-4.0"), 1)
		}
	}
	return site
}

// wantKept wants exactly what was taken over last to be kept.
func (s *worldSource) wantKept(t *testing.T, dir string, night int) {
	t.Helper()
	for name, data := range s.good {
		got, err := os.ReadFile(path.Join(dir, s.name, name))
		if err != nil || !bytes.Equal(got, data) {
			t.Fatalf("night %d, %s: %s is not the last good one (%v)", night, s.name, name, err)
		}
	}
}

// wantAll wants every spreekuur of every source with the times of its own calendar.
func wantAll(t *testing.T, reader *kept.Reader, own *content.Content, sites map[string]truthSite, now time.Time) {
	t.Helper()
	all, problems, err := reader.Join(own, schedule.DateOf(now))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	c, _ := catalog.Resolve(all, catalog.Options{Now: now})
	byID := map[uuid.UUID]*catalog.Spreekuur{}
	for _, s := range c.Spreekuren {
		byID[s.ID] = s
	}
	compared := 0
	f := format{"iCalendar", icsTruth, true, false}
	for name, site := range sites {
		for _, s := range site.Spreekuren {
			here := byID[s.ID]
			if here == nil {
				if s.Active() {
					t.Errorf("%s of %s is lost", s.Slug, name)
				}
				continue
			}
			theirs, until := f.read(t, site, s)
			until = min(until, here.From.Known.Until)
			theirs.held = slices.DeleteFunc(theirs.held, func(line string) bool { return line[:len("2026-11-28")] > until.String() })
			n, _ := f.compare(t, name, s, theirs, truthOf(truthSite{c, nil}, here, until, f))
			compared += n
		}
	}
	t.Logf("%d dates compared", compared)
	if compared < 1000 {
		t.Error("too few dates")
	}
}

// worldBytes are the files of the site of the region.
func worldBytes(t *testing.T, dir, blocks string, now time.Time) map[string]string {
	t.Helper()
	cache := fstest.MapFS{}
	names, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range names {
		files, err := os.ReadDir(path.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			data, err := os.ReadFile(path.Join(dir, e.Name(), f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			cache[e.Name()+"/"+f.Name()] = &fstest.MapFile{Data: data}
		}
	}
	_, files := regionSite(t, cache, map[string]string{"onderwerpen.toml": "[geld]\nnaam = \"Geld\"\n", "bronnen.toml": blocks}, now)
	return files
}
