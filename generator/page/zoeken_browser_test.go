package page

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	browserpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// visit opens the search page of the shipped site in a browser whose clock says
// when the site was built.
type visit struct {
	t       *testing.T
	ctx     context.Context
	base    string
	console []string
}

func newVisit(t *testing.T) *visit {
	t.Helper()
	return visitOf(t, shippedCatalog)
}

// visitOf opens the site of another catalog.
func visitOf(t *testing.T, of func(*testing.T) *catalog.Catalog) *visit {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil && os.Getenv("CI") != "true" {
		t.Skip("no chromium in PATH; apt-get install chromium, and run this test again")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
	)
	allocated, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, stop := chromedp.NewContext(allocated)
	t.Cleanup(stop)
	server := httptest.NewServer(hosted(t, filesOf(t, of(t))))
	t.Cleanup(server.Close)
	v := &visit{t: t, ctx: ctx, base: server.URL}
	// The first step starts the browser, which lives as long as its context.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Listen(ctx, func(event any) {
		if e, ok := event.(*runtime.EventExceptionThrown); ok {
			v.console = append(v.console, e.ExceptionDetails.Text)
		}
	}); err != nil {
		t.Fatal(err)
	}
	return v
}

// shippedCatalog is the content that comes with the program.
func shippedCatalog(t *testing.T) *catalog.Catalog {
	t.Helper()
	records, problems, err := content.Read(os.DirFS("../../content"))
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: noon})
	for _, p := range append(problems, unresolved...) {
		t.Errorf("%s: %s", p.Range, p.Message)
	}
	return c
}

// hosted serves files from memory, each rendered when it is asked for, under
// the policy of the site.
func hosted(t *testing.T, files []publish.File) http.Handler {
	byPath := map[string]publish.File{}
	for _, f := range files {
		byPath[f.Path] = f
	}
	types := map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json"}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		f, ok := byPath[name]
		if !ok || name == workerFile { // a worker would outlive the page
			http.NotFound(w, r)
			return
		}
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", types[path.Ext(name)])
		w.Write(b.Bytes())
	})
}

func (v *visit) do(steps ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, 10*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		v.t.Fatal(err)
	}
}

// open goes to an address of the search page, its clock at noon of the build.
func (v *visit) open(query string) {
	v.t.Helper()
	v.do(chromedp.Navigate(v.base + "/zoeken/" + query))
	v.until("document.title, true")
}

// until waits for something to be true in the page.
func (v *visit) until(condition string) {
	v.t.Helper()
	for range 500 { // ten seconds, for a machine with much to do
		if ask[bool](v, "Boolean("+condition+")") {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	v.t.Fatalf("it never became true that %s; the page says %q at %s, console %q", condition, ask[string](v, "document.querySelector('main').innerText.slice(0, 1500)"), ask[string](v, "location.href"), v.console)
}

func ask[T any](v *visit, script string) T {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, 10*time.Second)
	defer cancel()
	got, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	if err != nil {
		v.t.Fatalf("%s: %v", script, err)
	}
	return got
}

// found waits until a number of spreekuren is announced, any number for -1, and
// gives their titles.
func (v *visit) found(n int) []string {
	v.t.Helper()
	words := `/^\d+ spreek(uur|uren) gevonden$/`
	switch n {
	case 0:
		words = `/^Geen spreekuren gevonden$/`
	case 1:
		words = `/^1 spreekuur gevonden$/`
	case -1:
	default:
		words = fmt.Sprintf(`/^%d spreekuren gevonden$/`, n)
	}
	v.until("document.getElementById('resultaten').ariaBusy === 'false'")
	v.until(words + ".test(document.getElementById('gevonden').textContent)")
	return ask[[]string](v, "[...document.querySelectorAll('#resultaten h3')].map(h => h.textContent)")
}

func (v *visit) pick(name, value string) {
	v.t.Helper()
	v.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(
		`{const s = document.querySelector('[name=%s]'); s.focus(); s.value = %q; s.dispatchEvent(new Event('change', {bubbles: true}))}`, name, value)))
}

// typed opens the page again, with words typed.
func (v *visit) typed(words string) {
	v.open("")
	v.found(-1)
	v.do(chromedp.Focus(chromedp.CSS("[name=q]")), chromedp.KeyEvent(words))
	v.until("new URLSearchParams(location.search).get('q') === " + fmt.Sprintf("%q", words))
}

func has(titles []string, part string) bool {
	return slices.ContainsFunc(titles, func(title string) bool { return strings.Contains(title, part) })
}

func TestSearchInBrowser(t *testing.T) {
	v := newVisit(t)
	v.do(clockAt(noon))

	t.Run("everything, from now", func(t *testing.T) {
		v.t = t
		v.open("")
		if all := v.found(-1); len(all) != 12 {
			t.Errorf("%d cards on the first screen, want 12", len(all))
		}
		if next := ask[string](v, "document.querySelector('.next').textContent"); !strings.Contains(next, "morgen") {
			t.Errorf("the first on a Sunday is %q, want one of Monday", next)
		}
		v.do(chromedp.Focus(chromedp.CSS("#meer")), chromedp.KeyEvent(kb.Enter))
		v.until("document.querySelectorAll('#resultaten article').length > 12")
		if !ask[bool](v, "document.activeElement === document.querySelectorAll('#resultaten article')[12].querySelector('a')") {
			t.Error("after more, the focus is not on the first new one")
		}
	})
	t.Run("words", func(t *testing.T) {
		v.t = t
		v.typed("formul")
		if got := v.found(-1); !has(got, "formulieren") {
			t.Errorf("formul: %q", got)
		}
		v.typed("taalcafe")
		if got := v.found(-1); !has(got, "Taalcafé") {
			t.Errorf("without the accent: %q", got)
		}
		v.typed("een")
		plain := v.found(-1)
		v.typed("één")
		if got := v.found(-1); len(got) == 0 || !slices.Equal(got, plain) {
			t.Errorf("één: %q, een: %q", got, plain)
		}
		v.typed("bijstand")
		if got := v.found(-1); !has(got, "geld") && !has(got, "Geld") {
			t.Errorf("a synonym: %q", got)
		}
	})
	t.Run("nothing found", func(t *testing.T) {
		v.t = t
		v.open("?q=xyzzy&plaats=tilburg")
		v.found(0)
		v.until("!document.getElementById('niets').hidden && !document.getElementById('lijsten').hidden")
		v.do(chromedp.Click(chromedp.CSS("#niets button")))
		v.until("location.search === '?q=xyzzy'")
		if active := ask[string](v, "document.activeElement.name"); active != "q" {
			t.Errorf("the focus went to %q", active)
		}
	})
	t.Run("filters and the back button", func(t *testing.T) {
		v.t = t
		v.open("")
		v.found(-1)
		v.pick("dag", "dinsdag")
		v.until("location.search === '?dag=dinsdag'")
		v.pick("plaats", "tilburg")
		v.until("location.search === '?dag=dinsdag&plaats=tilburg'")
		if active := ask[string](v, "document.activeElement.name"); active != "plaats" {
			t.Errorf("the focus went to %q", active)
		}
		got := v.found(-1)
		count := ask[string](v, "document.querySelector('[name=plaats]').selectedOptions[0].text")
		if announced := ask[string](v, "document.getElementById('gevonden').textContent"); !strings.HasPrefix(announced, strings.Trim(strings.TrimPrefix(count, "Tilburg "), "()")+" ") {
			t.Errorf("%q announced, %q counted, %d shown", announced, count, len(got))
		}
		v.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		v.until("location.search === '?dag=dinsdag' && document.querySelector('[name=plaats]').value === ''")
		v.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		v.until("location.search === '' && document.querySelector('[name=dag]').value === ''")
	})
	t.Run("an address", func(t *testing.T) {
		v.t = t
		v.open("?dagdeel=ochtend&onderwerp=geld&taal=nl&afspraak=nee&plaats=bestaat-niet")
		v.found(-1)
		if !ask[bool](v, "document.querySelector('[name=afspraak]').checked && document.querySelector('[name=dagdeel]').value === 'ochtend' && document.querySelector('[name=onderwerp]').value === 'geld' && document.querySelector('[name=plaats]').value === ''") {
			t.Error("the form does not say what the address says")
		}
	})
	t.Run("by keyboard", func(t *testing.T) {
		v.t = t
		v.open("")
		v.found(-1)
		v.do(chromedp.EmulateViewport(1100, 900), chromedp.Focus(chromedp.CSS("[name=q]")))
		var order []string
		for range 13 {
			order = append(order, ask[string](v, "document.activeElement.name || document.activeElement.textContent"))
			v.do(chromedp.KeyEvent(kb.Tab))
		}
		want := []string{"q", "Kies dag, plaats, onderwerp of taal", "dag", "dagdeel", "plaats", "onderwerp", "taal", "afspraak", "bij", "Dichtbij mij", "Zoeken", "Alles wissen"}
		if !slices.Equal(order[:len(want)], want) {
			t.Errorf("Tab goes to %q, want %q", order, want)
		}
		v.do(chromedp.Focus(chromedp.CSS("[name=dag]")), chromedp.KeyEvent("d"))
		v.until("location.search === '?dag=dinsdag'")
		v.do(chromedp.Focus(chromedp.CSS("[name=afspraak]")), chromedp.KeyEvent(" "))
		v.until("location.search === '?dag=dinsdag&afspraak=nee'")
	})
	t.Run("nearby", func(t *testing.T) {
		v.t = t
		v.open("?bij=waalwijk")
		v.found(-1)
		if where := ask[string](v, "document.querySelector('#resultaten .where').textContent"); !strings.Contains(where, "Waalwijk") {
			t.Errorf("nearest to Waalwijk is %q", where)
		}
		if last := ask[string](v, "document.querySelectorAll('#resultaten .where')[11].textContent"); !strings.Contains(last, "km") {
			t.Errorf("no distance in %q", last)
		}
		v.do(
			chromedp.Evaluate[chromedp.Void]("navigator.geolocation.getCurrentPosition = (ok) => ok({coords: {latitude: 51.5606, longitude: 5.0839}})"),
			chromedp.Focus(chromedp.CSS("#dichtbij")), chromedp.KeyEvent(kb.Enter))
		v.until("document.querySelector('#dichtbij').ariaPressed === 'true' && document.querySelector('#resultaten .where').textContent.includes('Tilburg')")
		if address := ask[string](v, "location.search"); address != "" {
			t.Errorf("the position of a visitor is in the address %q", address)
		}
	})
	t.Run("on a clock elsewhere", func(t *testing.T) {
		v.t = t
		v.do(zone("America/New_York"), clockAt(time.Date(2026, 11, 24, 10, 30, 0, 0, schedule.Amsterdam)))
		v.open("?dag=dinsdag&plaats=loon-op-zand")
		v.found(-1)
		if next := ask[string](v, "document.querySelector('.next').textContent"); next != "Nu bezig: vandaag, 10.00 tot 12.00 uur." {
			t.Errorf("half past ten on a Tuesday: %q", next)
		}
		v.do(clockAt(time.Date(2026, 11, 24, 12, 0, 0, 0, schedule.Amsterdam)))
		v.open("?dag=dinsdag&plaats=loon-op-zand")
		v.found(-1)
		if next := ask[string](v, "document.querySelector('.next').textContent"); next != "Volgende keer: dinsdag 1 december, 10.00 tot 12.00 uur." {
			t.Errorf("when it has ended: %q", next)
		}
	})
	t.Run("narrow", func(t *testing.T) {
		v.t = t
		v.do(chromedp.EmulateViewport(320, 800))
		v.open("?dag=dinsdag")
		v.found(-1)
		if chosen := ask[string](v, "document.querySelector('summary').textContent"); !strings.Contains(chosen, "(1 gekozen)") {
			t.Errorf("the closed filters say %q", chosen)
		}
		v.do(chromedp.Click(chromedp.CSS("summary")))
		if over := ask[int](v, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); over > 0 {
			t.Errorf("scrolls sideways by %d px", over)
		}
		small := ask[[]string](v, "[...document.querySelectorAll('.finder input:not([type=checkbox]), .finder select, .finder button, .finder .check label, #meer')].filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)")
		if len(small) > 0 {
			t.Errorf("too small to touch: %q", small)
		}
	})
	t.Run("without script", func(t *testing.T) {
		v.t = t
		v.do(scripting(false), chromedp.Navigate(v.base+"/zoeken/"), scripting(true))
		v.until("document.getElementById('zoekformulier').hidden && !document.getElementById('lijsten').hidden")
	})
	if len(v.console) > 0 {
		t.Errorf("the console says %q", v.console)
	}
}

// scripting switches the scripts of the page off or on.
func scripting(on bool) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	})
}

// zone moves the computer of the visitor.
func zone(name string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: name})
		return err
	})
}

// clockAt makes every page that opens later believe that it is that moment.
func clockAt(moment time.Time) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, browserpage.AddScriptToEvaluateOnNewDocument, browserpage.AddScriptToEvaluateOnNewDocumentParams{
			Source: fmt.Sprintf("Date.now = () => %d", moment.UnixMilli()),
		})
		return err
	})
}
