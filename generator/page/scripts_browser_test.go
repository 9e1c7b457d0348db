package page

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Main(m)) }

// TestScriptsInBrowser runs what is below side by side, each with a profile of
// its own.
func TestScriptsInBrowser(t *testing.T) {
	for name, test := range map[string]func(*testing.T){
		"clock":          testClock,
		"clock goes on":  testClockGoesOn,
		"favourites":     testFavourites,
		"share":          testShare,
		"read aloud":     testReadAloud,
		"read questions": testReadQuestions,
		"prefetch":       testPrefetch,
		"offline":        testOffline,
		"sheet":          testSheet,
		"every page":     testEveryPage,
		"newsletter":     testNewsletterCopied,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t)
		})
	}
}

// server serves a site from memory as a host would, below the path of the site.
// It can be unreachable, for data alone too, or slow to answer for a page.
type server struct {
	*httptest.Server
	path   string // of the site, with a slash at the end
	down   atomic.Bool
	noData atomic.Bool
	slow   atomic.Bool
	cookie atomic.Bool // one was sent along
	mu     sync.Mutex
	files  map[string][]byte // not changed: put makes another
	host   http.Handler      // of the files
	asked  map[string]int    // how often, by path
}

// newServer serves the fixture, at /mb/.
func newServer(t *testing.T) *server {
	t.Helper()
	browsertest.NeedsBrowser(t)
	return serverOf(t, pagetest.Complete(t))
}

func serverOf(t *testing.T, c *catalog.Catalog) *server {
	t.Helper()
	return serveFiles(t, c.Site.Path+"/", filesOf(t, c))
}

func serveFiles(t *testing.T, path string, files []publish.File) *server {
	t.Helper()
	browsertest.NeedsBrowser(t)
	s := &server{path: path, files: map[string][]byte{}, asked: map[string]int{}}
	for _, f := range files {
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatal(err)
		}
		s.files[f.Path] = b.Bytes()
	}
	s.host = browsertest.Host(s.path, s.files)
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
	})
	return s
}

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	if s.down.Load() || s.noData.Load() && path.Ext(r.URL.Path) == ".json" {
		panic(http.ErrAbortHandler) // hangs up
	}
	w.Header().Set("Date", pagetest.Noon.Format(http.TimeFormat))
	s.mu.Lock()
	s.asked[r.URL.Path]++
	host := s.host
	s.mu.Unlock()
	if len(r.Cookies()) > 0 {
		s.cookie.Store(true)
	}
	for strings.HasSuffix(r.URL.Path, "/") && s.slow.Load() && r.Context().Err() == nil {
		time.Sleep(10 * time.Millisecond)
	}
	host.ServeHTTP(w, r)
}

// times is how often a path was asked for.
func (s *server) times(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[path]
}

// until waits for what a browser does with the server.
func (s *server) until(t *testing.T, done func() bool, otherwise string) {
	t.Helper()
	for end := time.Now().Add(browsertest.Patience); !done(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal(otherwise)
		}
	}
}

var mainElement = regexp.MustCompile(`(?s)<main.*</main>`)

// try adds a page /mb/proef/ with something of its own in main.
func (s *server) try(content string) {
	s.put("proef/index.html", mainElement.ReplaceAllLiteral(s.files["over/index.html"], []byte("<main id=inhoud tabindex=-1>"+content+"</main>")))
}

// put replaces a file, whatever the browser is asking for meanwhile.
func (s *server) put(path string, data []byte) {
	files := maps.Clone(s.files)
	files[path] = data
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files, s.host = files, browsertest.Host(s.path, files)
}

// visitor is someone who visits a server.
type visitor struct {
	*browsertest.Tab
	server *server
}

func newVisitor(t *testing.T, s *server, before ...browsertest.Step) *visitor {
	t.Helper()
	before = append([]browsertest.Step{browsertest.Clock(pagetest.Noon)}, before...) // of the day on which the site was made
	return &visitor{browsertest.Open(t, before...), s}
}

// open goes to a path of the server.
func (v *visitor) open(path string) {
	v.T.Helper()
	v.Go(v.server.URL + path)
}

func (v *visitor) eval(expression string) string {
	v.T.Helper()
	return fmt.Sprint(browsertest.Ask[any](v.Tab, expression))
}

// click presses the first button with a text.
func (v *visitor) click(text string) {
	v.T.Helper()
	button := fmt.Sprintf(`[...document.querySelectorAll('button')].find((b) => b.textContent.startsWith(%q))`, text)
	v.Want("Boolean("+button+")", "true")
	v.eval(button + ".click()")
}

// statusIs is what the page last announced.
const statusIs = `document.querySelector('.status')?.textContent ?? ''`

// testEveryPage opens each kind of page: the console stays empty, and
// what script adds is all that script changes.
func testEveryPage(t *testing.T) {
	s := newServer(t)
	with := newVisitor(t, s, at(t, "2026-11-22T12:00:00+01:00"))
	without := newVisitor(t, s, browsertest.WithoutScript())
	const text = `[...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, th, td):not(:empty)')].filter((x) => !x.closest('[hidden], .now, .status, .actions, [data-lijst], .badge')).map((x) => { const y = x.cloneNode(true); y.querySelectorAll('.badge, button').forEach((z) => z.remove()); return y.textContent.replace(/\s+/g, ' ').trim(); }).filter(Boolean).join('\n')`
	for _, g := range goldens {
		if slices.Contains([]string{"", "404", "zoeken", "offline", "meegeven"}, g.layout) { // which script fills
			continue
		}
		address := "/mb/" + strings.TrimSuffix(g.path, "index.html")
		with.open(address)
		without.open(address)
		if got, want := with.eval(text), without.eval(text); !strings.Contains(got, want) {
			t.Errorf("%s: script takes away\n got %s\nwant %s", address, got, want)
		}
	}
	with.Silent()
	without.Silent()
}
