package generator_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/catalog"
)

// axeScript is where .ci/run puts axe-core.
const axeScript = "../.ci/node_modules/axe-core/axe.min.js"

// needs skips a test on a machine without what it needs. Under CI nothing may
// be skipped.
func needs(t *testing.T, ok bool, what string) {
	t.Helper()
	switch {
	case ok:
	case os.Getenv("CI") == "true":
		t.Fatalf("%s is missing", what)
	default:
		t.Skipf("%s is missing; bash .ci/run installs it and runs this test", what)
	}
}

// browser starts Chromium.
func browser(t *testing.T) context.Context {
	t.Helper()
	program, err := exec.LookPath("chromium")
	needs(t, err == nil, "Debian's chromium")
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
	)
	allocated, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, stop := chromedp.NewContext(allocated)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// host serves the shipped site as Netlify would, with its _headers.
func host(t *testing.T, o catalog.Options) *httptest.Server {
	t.Helper()
	files := renderAll(t, shipped(t, o))
	policy := ""
	for line := range strings.Lines(string(files["_headers"])) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "Content-Security-Policy: "); ok && policy == "" {
			policy = rest
		}
	}
	if policy == "" {
		t.Fatal("_headers has no Content-Security-Policy")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		data, ok := files[name]
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", mediaType(name))
		if !ok {
			w.WriteHeader(http.StatusNotFound)
			data = files["404.html"]
		}
		w.Write(data)
	}))
	t.Cleanup(server.Close)
	return server
}

func mediaType(name string) string {
	types := map[string]string{
		".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json",
		".webmanifest": "application/manifest+json", ".ics": "text/calendar",
	}
	return cmp.Or(types[path.Ext(name)], "text/html; charset=utf-8")
}

// kinds are a page of every kind, by path.
var kinds = []string{
	"/", "/zoeken/", "/mijn-spreekuren/", "/pleinen/", "/pleinen/dinsdagochtendplein/", "/spreekuren/", "/spreekuren/formulierenhulp-loon-op-zand/",
	"/spreekuren/geld-oisterwijk/", "/partners/", "/partners/contourdetwern/", "/dagen/", "/dagen/dinsdag/", "/onderwerpen/",
	"/onderwerpen/geld/", "/plaatsen/", "/plaatsen/tilburg/", "/agenda/", "/agenda/netwerkochtend-januari-2027/",
	"/berichten/", "/berichten/dinsdagochtendplein-nieuwe-plek/", "/over-deze-site/", "/wat-is-een-plein/", "/404.html",
	"/feeds/gids/", "/feeds/gids/dinsdagochtendplein/",
	"/ar/", "/ar/zoeken/", "/ar/pleinen/dinsdagochtendplein/", "/ar/spreekuren/formulierenhulp-loon-op-zand/", "/ar/dagen/dinsdag/", "/uk/",
}

// TestPagesInBrowser opens every kind of page at three widths in light and dark
// and wants no violation of WCAG 2.2 AA and of good practice by axe-core, no
// scrolling sideways and not a word in the console.
func TestPagesInBrowser(t *testing.T) {
	axe, err := os.ReadFile(axeScript)
	needs(t, err == nil, "axe-core")
	ctx := browser(t)
	server := host(t, catalog.Options{Now: now})
	var said console
	if err := chromedp.Listen(ctx, said.listen); err != nil {
		t.Fatal(err)
	}
	for _, width := range []int64{320, 768, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			for _, page := range kinds {
				name := fmt.Sprintf("%s at %d, %s", page, width, scheme)
				audit(t, ctx, name, server.URL+page, string(axe), width, scheme)
				if words := said.take(); len(words) > 0 {
					t.Errorf("%s: the console says %q", name, words)
				}
			}
		}
	}
}

// audited is what the script in the page answers.
type audited struct {
	Overflow   int      // by how many pixels the page is wider than the window
	Violations []string // rule and elements
}

const auditScript = `(async () => {
	const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
	return {
		Overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		Violations: found.violations.map(v => v.id + ": " + v.nodes.map(n => n.html).join(" | ")),
	};
})()`

func audit(t *testing.T, ctx context.Context, name, url, axe string, width int64, scheme string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	err := chromedp.Do(ctx,
		chromedp.EmulateViewport(width, 900),
		inScheme(scheme),
		chromedp.Navigate(url),
		chromedp.Evaluate[chromedp.Void](axe),
	)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[audited](auditScript, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if got.Overflow > 0 {
		t.Errorf("%s: scrolls sideways by %d px", name, got.Overflow)
	}
	for _, violation := range got.Violations {
		t.Errorf("%s: %s", name, violation)
	}
}

// inScheme makes the browser prefer light or dark.
func inScheme(scheme string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		return chromedp.Void{}, err
	}
}

// console collects what pages say to it.
type console struct {
	mu    sync.Mutex
	words []string
}

func (c *console) listen(event any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		for _, a := range event.Args {
			c.words = append(c.words, string(a.Value))
		}
	case *runtime.EventExceptionThrown:
		c.words = append(c.words, event.ExceptionDetails.Text)
	}
}

func (c *console) take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	words := c.words
	c.words = nil
	return words
}

// TestConformance checks the HTML of every page of the shipped site against the
// standard, by html-validate.
func TestConformance(t *testing.T) {
	const program = "../.ci/node_modules/.bin/html-validate"
	_, err := os.Stat(program)
	needs(t, err == nil, "html-validate")
	dir := t.TempDir()
	config, err := json.Marshal(map[string]any{
		"root":    true,
		"extends": []string{"html-validate:standard"},
		"rules":   map[string]any{},
	})
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, ".htmlvalidate.json", config)
	for name, data := range renderAll(t, shipped(t, catalog.Options{Now: now})) {
		if path.Ext(name) == ".html" {
			write(t, dir, strings.ReplaceAll(name, "/", "~"), data)
		}
	}
	absolute, err := exec.LookPath(program)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(absolute, "--config", dir+"/.htmlvalidate.json", "--formatter", "text", dir)
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("html-validate: %v\n%.4000s", err, out)
	}
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(dir+"/"+name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
