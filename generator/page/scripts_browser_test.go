package page

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// server serves the fixture from memory as a host would, below the path of the
// site. It can be unreachable, or slow to answer for a page.
type server struct {
	*httptest.Server
	files map[string]publish.File
	extra map[string]string // what stands in main, by path
	down  atomic.Bool
	slow  atomic.Bool
	asked sync.Map // the paths that were asked for
}

func newServer(t *testing.T) *server { return newServerOf(t, complete(t)) }

func newServerOf(t *testing.T, c *catalog.Catalog) *server {
	s := &server{files: map[string]publish.File{}, extra: map[string]string{}}
	for _, f := range filesOf(t, c) {
		s.files[f.Path] = f
	}
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
	})
	return s
}

var mainElement = regexp.MustCompile(`(?s)<main.*</main>`)

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	if s.down.Load() {
		panic(http.ErrAbortHandler) // hangs up
	}
	s.asked.Store(r.URL.Path, true)
	name := strings.TrimPrefix(r.URL.Path, "/mb/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
		for s.slow.Load() && r.Context().Err() == nil {
			time.Sleep(10 * time.Millisecond)
		}
	}
	content, extra := s.extra[r.URL.Path]
	if extra {
		name = "over/index.html"
	}
	file, ok := s.files[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	var b bytes.Buffer
	if err := file.Render(&b); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	body := b.Bytes()
	if extra {
		body = mainElement.ReplaceAllLiteral(body, []byte("<main id=inhoud tabindex=-1>"+content+"</main>"))
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	w.Header().Set("Content-Security-Policy", policy+"; frame-ancestors 'none'")
	w.Header().Set("Cache-Control", "no-cache")
	w.Write(body)
}

// TestScriptsInBrowser runs what is below side by side in one browser, each
// with a profile of its own.
func TestScriptsInBrowser(t *testing.T) {
	browser := chromium(t)
	for name, test := range map[string]func(*testing.T, context.Context){
		"clock":         testClock,
		"clock goes on": testClockGoesOn,
		"favourites":    testFavourites,
		"share":         testShare,
		"read aloud":    testReadAloud,
		"prefetch":      testPrefetch,
		"offline":       testOffline,
		"every page":    testEveryPage,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, browser)
		})
	}
}

// chromium starts one browser for a test.
func chromium(t *testing.T) context.Context {
	t.Helper()
	if _, err := exec.LookPath("chromium"); err != nil && os.Getenv("CI") != "true" {
		t.Skip("no chromium in PATH; to run this test: apt-get install chromium")
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath("chromium"), chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("headless", true), chromedp.Flag("no-sandbox", true), chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-quic", true), chromedp.Flag("no-first-run", true),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true))
	browser, quit := chromedp.NewContext(allocator)
	t.Cleanup(func() {
		quit()
		stop()
	})
	if err := chromedp.Do(browser); err != nil {
		t.Fatal(err)
	}
	return browser
}

// visitor is a browser profile of its own with one page open.
type visitor struct {
	t       *testing.T
	ctx     context.Context
	server  *server
	mu      sync.Mutex
	console []string
}

func newVisitor(t *testing.T, browser context.Context, s *server, before ...step) *visitor {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(closeTab)
	v := &visitor{t: t, server: s}
	if err := chromedp.Listen(ctx, v.listen); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	t.Cleanup(cancel)
	v.ctx = ctx
	v.run(before...)
	return v
}

// listen collects what the console of the browser would show.
func (v *visitor) listen(event any) {
	var message string
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		message = "console"
		for _, arg := range e.Args {
			message += " " + string(arg.Value)
		}
	case *runtime.EventExceptionThrown:
		message = e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			message += " " + e.ExceptionDetails.Exception.Description
		}
	case *log.EventEntryAdded:
		message = e.Entry.Text + " " + e.Entry.URL
	default:
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.console = append(v.console, message)
}

func (v *visitor) run(actions ...step) {
	v.t.Helper()
	if err := chromedp.Do(v.ctx, actions...); err != nil {
		v.t.Fatal(err)
	}
}

func (v *visitor) open(path string) {
	v.t.Helper()
	v.run(chromedp.Navigate(v.server.URL + path))
}

func (v *visitor) eval(expression string) string {
	v.t.Helper()
	result, err := chromedp.Run(v.ctx, chromedp.Evaluate[any](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		v.t.Fatalf("%s: %v", expression, err)
	}
	return fmt.Sprint(result)
}

// want waits until an expression gives a text.
func (v *visitor) want(expression, want string) {
	v.t.Helper()
	var got string
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		if got = v.eval(expression); got == want {
			return
		}
	}
	v.t.Errorf("%s\n got %q\nwant %q", expression, got, want)
}

// click presses the first button with a text.
func (v *visitor) click(text string) {
	v.t.Helper()
	button := fmt.Sprintf(`[...document.querySelectorAll('button')].find((b) => b.textContent.startsWith(%q))`, text)
	v.want("Boolean("+button+")", "true")
	v.eval(button + ".click()")
}

func (v *visitor) silent() {
	v.t.Helper()
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, message := range v.console {
		v.t.Errorf("console: %s", message)
	}
}

// step is something to do with a page before it is opened.
type step = chromedp.Action[chromedp.Void]

// call is a command of the protocol as a step.
func call[P, R any](command cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// script runs before those of the page.
func script(source string) step {
	return call(cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: source})
}

// inZone puts the browser in a time zone.
func inZone(name string) step {
	return call(emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: name})
}

// at sets the clock of the browser.
func at(t *testing.T, moment string) step {
	t.Helper()
	instant, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		t.Fatal(err)
	}
	return script(fmt.Sprintf(`{
		const Real = Date, start = Real.now();
		window.Date = class extends Real {
			constructor(...given) { given.length ? super(...given) : super(Date.now()); }
			static now() { return %d + Real.now() - start; }
		};
	}`, instant.UnixMilli()))
}

const (
	nowLine  = `document.querySelector('.now').hidden ? '' : document.querySelector('.now').textContent`
	shown    = `[...document.querySelectorAll('main li')].filter((x) => !x.hidden).map((x) => x.textContent.trim()).join('|')`
	todayIs  = `[...document.querySelectorAll('.today h3')].map((x) => x.textContent).join('|')`
	statusIs = `document.querySelector('.status')?.textContent ?? ''`
)

// hours is a plein that is closed on 8 December, and the last Sundays of March
// and October, when the clock changes in the night.
const hours = `<h1>Plein</h1><p class="now" hidden data-open="` +
	`2026-10-25T01:00+02:00/2026-10-25T03:30+01:00 2026-11-24T09:00+01:00/2026-11-24T12:00+01:00 2026-11-24T13:00+01:00/2026-11-24T17:00+01:00 ` +
	`2026-12-15T10:00+01:00/2026-12-15T11:00+01:00 2027-03-28T01:00+01:00/2027-03-28T04:00+02:00 "></p>` +
	`<div class="timetable"><section data-dag="dinsdag"><h3>Dinsdag</h3></section><section data-dag="woensdag"><h3>Woensdag</h3></section></div>` +
	`<ul><li data-begin="2026-11-24T10:00+01:00" data-eind="2026-11-24T12:00+01:00"><time>A</time></li>` +
	`<li class="cancelled" data-begin="2026-11-24T10:00+01:00" data-eind="2026-11-24T12:00+01:00"><s><time>B</time></s></li>` +
	`<li data-begin="2026-11-24T16:00+01:00" data-eind="2026-11-24T17:00+01:00"><p class="time">C</p></li>` +
	`<li data-begin="2026-11-25T00:30+01:00" data-eind="2026-11-25T01:00+01:00"><time>D</time></li>` +
	`<li data-begin="2026-11-26T10:00+01:00" data-eind="2026-11-26T11:00+01:00"><time>E</time></li></ul>`

func testClock(t *testing.T, browser context.Context) {
	s := newServer(t)
	s.extra["/mb/proef/"] = hours
	const later = "C vandaag|D morgen|E"
	tests := []struct{ name, at, now, today, rows string }{
		{"just before", "2026-11-24T09:59:30+01:00", "Nu open, tot 12.00 uur.", "Dinsdag vandaag", "A straks om 10.00 uur|B|" + later},
		{"just after", "2026-11-24T10:00:01+01:00", "Nu open, tot 12.00 uur.", "Dinsdag vandaag", "A nu open, tot 12.00 uur|B|" + later},
		{"before it opens", "2026-11-24T08:59:00+01:00", "Gaat vandaag open om 9.00 uur.", "Dinsdag vandaag", "A straks om 10.00 uur|B|" + later},
		{"at noon", "2026-11-24T12:00:00+01:00", "Gaat vandaag open om 13.00 uur.", "Dinsdag vandaag", "B|" + later},
		{"soon", "2026-11-24T14:00:00+01:00", "Nu open, tot 17.00 uur.", "Dinsdag vandaag", "B|C straks om 16.00 uur|D morgen|E"},
		{"just after midnight", "2026-11-25T00:10:00+01:00", "Vandaag dicht. Gaat open op dinsdag 15 december om 10.00 uur.", "Woensdag vandaag", "B|D straks om 0.30 uur|E morgen"},
		{"the day before", "2026-11-23T20:00:00+01:00", "Vandaag dicht. Gaat morgen open om 9.00 uur.", "", "A morgen|B|C morgen|D|E"},
		{"in the week before", "2026-11-20T20:00:00+01:00", "Vandaag dicht. Gaat open op dinsdag om 9.00 uur.", "", "A|B|C|D|E"},
		{"closed that day", "2026-12-08T10:00:00+01:00", "Vandaag dicht. Gaat open op dinsdag 15 december om 10.00 uur.", "Dinsdag vandaag", "B"},
		{"summer time ends", "2026-10-25T02:59:00+01:00", "Nu open, tot 3.30 uur.", "", "A|B|C|D|E"},
		{"and just after", "2026-10-25T03:30:00+01:00", "Gaat open op dinsdag 24 november om 9.00 uur.", "", "A|B|C|D|E"},
		{"summer time begins", "2027-03-28T03:30:00+02:00", "Nu open, tot 4.00 uur.", "", "B"},
		{"the evening before", "2027-03-27T23:30:00+01:00", "Vandaag dicht. Gaat morgen open om 1.00 uur.", "", "B"},
		{"an old page", "2027-03-28T04:00:00+02:00", "", "", "B"},
	}
	for zone, step := range map[string]int{"Europe/Amsterdam": 1, "America/New_York": 2} {
		v := newVisitor(t, browser, s, inZone(zone))
		for i := 0; i < len(tests); i += step {
			test := tests[i]
			t.Run(zone+"/"+test.name, func(t *testing.T) {
				v.t = t
				v.run(at(t, test.at)) // the last clock that was set holds
				v.open("/mb/proef/")
				v.want(shown, test.rows)
				v.want(nowLine, test.now)
				v.want(todayIs, test.today)
				v.silent()
			})
		}
	}
}

// testClockGoesOn keeps a page open while a spreekuur begins.
func testClockGoesOn(t *testing.T, browser context.Context) {
	s := newServer(t)
	s.extra["/mb/proef/"] = hours
	v := newVisitor(t, browser, s, at(t, "2026-11-24T09:59:59.000+01:00"))
	v.open("/mb/proef/")
	v.want(shown, "A straks om 10.00 uur|B|C vandaag|D morgen|E")
	v.want(shown, "A nu open, tot 12.00 uur|B|C vandaag|D morgen|E")
	v.eval(`Date.now = () => Date.parse('2026-11-24T12:01+01:00'), dispatchEvent(new Event('pageshow')), ''`)
	v.want(shown, "B|C vandaag|D morgen|E")
}

func testFavourites(t *testing.T, browser context.Context) {
	s := newServer(t)
	const list = `document.querySelector('[data-lijst]').innerText`
	const titles = `[...document.querySelectorAll('[data-lijst] h2')].map((x) => x.textContent).join('|')`

	t.Run("keep and remove", func(t *testing.T) {
		v := newVisitor(t, browser, s)
		v.open("/mb/mijn-spreekuren/")
		v.want(list, "U hebt nog niets bewaard. Kies op de bladzijde van een spreekuur: Bewaar.")
		v.open("/mb/spreekuren/brieven/")
		v.click("Bewaar dit spreekuur")
		v.want(statusIs, "Bewaard. Mijn spreekuren")
		v.open("/mb/spreekuren/")
		v.click("Bewaar Om de week")
		v.open("/mb/mijn-spreekuren/")
		v.want(titles, "Brieven & formulieren|Om de week")
		v.want(`document.querySelector('[data-lijst] .when')?.textContent.startsWith('Elke dinsdag')`, "true")
		v.want(`[...document.querySelectorAll('main button')].some((b) => b.textContent === 'Print deze bladzijde')`, "true")
		v.click("Haal weg Brieven")
		v.want(titles, "Om de week")
		v.want(`document.activeElement.textContent`, "Haal weg Om de week")
		v.open("/mb/spreekuren/paar/")
		v.click("Haal weg uit mijn spreekuren")
		v.want(`localStorage.getItem('mijn-spreekuren:/mb/') + document.cookie`, "[]")
		v.silent()
	})
	t.Run("what is stored may be anything", func(t *testing.T) {
		v := newVisitor(t, browser, s, script(`localStorage.setItem('mijn-spreekuren:/mb/', '[{"url":"https://elders.example/spreekuren/x/","title":"x"},{"url":"/mb/spreekuren/paar/","title":"<b>Paar</b>"}]')`))
		v.open("/mb/mijn-spreekuren/")
		v.want(titles, "<b>Paar</b>")
		v.silent()
	})
	t.Run("gone", func(t *testing.T) {
		v := newVisitor(t, browser, s, script(`localStorage.setItem('mijn-spreekuren:/mb/', '[{"url":"/mb/spreekuren/er-niet-meer/","title":"Oud"}]')`))
		v.open("/mb/mijn-spreekuren/")
		v.want(`document.querySelector('[data-lijst] .note')?.textContent`, "Dit spreekuur is er niet meer.")
	})
	t.Run("forbidden", func(t *testing.T) {
		v := newVisitor(t, browser, s, script(`Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })`))
		v.open("/mb/spreekuren/brieven/")
		v.want(`[...document.querySelectorAll('main button')].map((b) => b.textContent).join('|')`, "Deel deze bladzijde|Print deze bladzijde")
		v.open("/mb/mijn-spreekuren/")
		v.want(list, "Bewaren lukt niet op dit apparaat.")
		v.silent()
	})
	t.Run("full", func(t *testing.T) {
		v := newVisitor(t, browser, s, script(`Storage.prototype.setItem = function (key, value) { if (value !== '[]') throw new DOMException('full', 'QuotaExceededError'); }`))
		v.open("/mb/spreekuren/brieven/")
		v.click("Bewaar dit spreekuur")
		v.want(statusIs, "Bewaren lukt niet op dit apparaat.")
		v.silent()
	})
}

func testShare(t *testing.T, browser context.Context) {
	s := newServer(t)
	const without = `Object.defineProperty(navigator, 'share', { value: undefined });`
	tests := map[string]struct{ before, want string }{
		"copied":    {without + `navigator.clipboard.writeText = async (text) => { window.did = text; }`, "De link is gekopieerd."},
		"shown":     {without + `navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError'); }`, "Kopieer deze link: https://pleinen.example/mb/spreekuren/brieven/"},
		"shared":    {`navigator.share = async ({ url }) => { window.did = url; }`, ""},
		"cancelled": {`navigator.share = async () => { window.did = 'https://pleinen.example/mb/spreekuren/brieven/'; throw new DOMException('no', 'AbortError'); }`, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			v := newVisitor(t, browser, s, script(test.before+"; window.print = () => { window.printed = true; };"))
			v.open("/mb/spreekuren/brieven/")
			v.click("Deel deze bladzijde")
			if name != "shown" {
				v.want(`window.did`, "https://pleinen.example/mb/spreekuren/brieven/")
			}
			v.want(statusIs, test.want)
			v.click("Print deze bladzijde")
			v.want(`window.printed`, "true")
			v.silent()
		})
	}
}

// voices stands in for the voices of a device, which a test has none of.
const voices = `{
	window.spoken = [];
	const list = [], told = [];
	window.addVoice = (lang) => { list.push({ lang }); told.forEach((tell) => tell()); };
	Object.defineProperty(window, 'speechSynthesis', { value: {
		speaking: false, pending: false, getVoices: () => list,
		addEventListener: (_, tell) => told.push(tell),
		speak(part) { this.speaking = true; spoken.push(part); },
		cancel() { this.speaking = false; },
	} });
	window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}`

func testReadAloud(t *testing.T, browser context.Context) {
	s := newServer(t)
	s.extra["/mb/proef/"] = `<h1>Kop <em>een</em></h1><p>Tekst <span lang="pl">po polsku</span> hier.</p><p hidden>niet</p><ul><li>Punt</li></ul>`
	v := newVisitor(t, browser, s, script(voices))
	v.open("/mb/proef/")
	const control = `[...document.querySelectorAll('main button')].map((b) => b.textContent).join('|')`
	v.eval(`addVoice('en-GB')`)
	v.want(control, "")
	v.eval(`addVoice('nl_NL')`)
	v.want(control, "Lees voor")
	v.click("Lees voor")
	v.want(`spoken.map((part) => part.lang + ':' + part.text).join('|')`, "nl:Kop een|nl:Tekst|pl:po polsku|nl:hier.|nl:Punt")
	v.want(`String(spoken[2].voice)`, "undefined")
	v.click("Stop met voorlezen")
	v.want(control, "Lees voor")
	v.click("Lees voor")
	v.eval(`spoken.at(-1).onend()`)
	v.want(control, "Lees voor")
	v.silent()
}

func testPrefetch(t *testing.T, browser context.Context) {
	s := newServer(t)
	s.extra["/mb/proef/"] = `<h1>x</h1><a href="/mb/pleinen/zuid/">a</a><a href="https://elders.example/x/">b</a><a href="/mb/pleinen/noord/spreekuren.ics">c</a>`
	const hover = `document.querySelectorAll('main a').forEach((link) => link.dispatchEvent(new Event('touchstart', { bubbles: true })))`
	v := newVisitor(t, browser, s)
	v.open("/mb/proef/")
	v.eval(hover)
	v.want(`[...document.querySelectorAll('link[rel=prefetch]')].map((x) => x.pathname ?? x.getAttribute('href')).join('|')`, "/mb/pleinen/zuid/")
	for end := time.Now().Add(3 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if _, asked := s.asked.Load("/mb/pleinen/zuid/"); asked {
			break
		}
		if time.Now().After(end) {
			t.Fatal("the page was not fetched")
		}
	}
	v.silent()

	v = newVisitor(t, browser, s, script(`Object.defineProperty(navigator, 'connection', { value: { saveData: true } })`))
	v.open("/mb/proef/")
	v.eval(hover)
	time.Sleep(150 * time.Millisecond)
	v.want(`document.querySelectorAll('link[rel=prefetch]').length`, "0")
}

func testOffline(t *testing.T, browser context.Context) {
	s := newServer(t)
	const ready = `navigator.serviceWorker.ready.then(async () => { while (!(await caches.match(location.pathname))) await 0; return 'kept'; })`
	const notice = `document.querySelector('.offline')?.textContent ?? ''`
	v := newVisitor(t, browser, s)
	v.open("/mb/spreekuren/brieven/")
	v.want(ready, "kept")
	v.open("/mb/pleinen/zuid/?van=elders")
	v.want(ready, "kept")
	v.want(notice, "")
	v.open("/mb/feeds/")
	v.silentBut("404")

	s.down.Store(true)
	for _, page := range []string{"/mb/spreekuren/brieven/", "/mb/pleinen/zuid/", "/mb/"} {
		v.open(page)
		v.want(notice, "U bent offline. Laatst bijgewerkt op zondag 22 november 2026.")
		v.want(`getComputedStyle(document.body).fontFamily.length > 0 && document.styleSheets[0].cssRules.length > 0`, "true")
	}
	want := "kept"
	v.want(`Promise.all(['/mb/feeds/', '/mb/admin/'].map((x) => caches.match(x))).then((x) => x.some(Boolean) ? 'feeds' : 'kept')`, want)

	s.down.Store(false)
	v.open("/mb/spreekuren/brieven/")
	v.want(notice, "")

	s.slow.Store(true)
	v.open("/mb/spreekuren/brieven/")
	v.want(notice, "De verbinding is traag. Laatst bijgewerkt op zondag 22 november 2026.")
	s.slow.Store(false)

	// A new build: the worker of it takes over, with the pages that were kept.
	old := v.eval(`caches.keys().then((x) => x.join())`)
	worker := s.files[workerFile]
	s.files[workerFile] = publish.File{Path: workerFile, Render: func(w io.Writer) error {
		var b bytes.Buffer
		err := worker.Render(&b)
		w.Write(bytes.Replace(b.Bytes(), []byte(`version="`), []byte(`version="nieuw`), 1))
		return err
	}}
	v.eval(`navigator.serviceWorker.getRegistration().then((x) => x.update()).then(() => '')`)
	v.want(`caches.keys().then((x) => x.join())`, strings.Replace(old, "/mb/:", "/mb/:nieuw", 1))
	s.down.Store(true)
	v.open("/mb/pleinen/zuid/")
	v.want(notice, "U bent offline. Laatst bijgewerkt op zondag 22 november 2026.")
}

// silentBut forgives messages about what the test asks for itself.
func (v *visitor) silentBut(text string) {
	v.t.Helper()
	v.mu.Lock()
	v.console = slices.DeleteFunc(v.console, func(message string) bool { return strings.Contains(message, text) })
	v.mu.Unlock()
	v.silent()
}

// testEveryPage opens each kind of page: the console stays empty, and
// what script adds is all that script changes.
func testEveryPage(t *testing.T, browser context.Context) {
	s := newServer(t)
	with := newVisitor(t, browser, s, at(t, "2026-11-22T12:00:00+01:00"))
	without := newVisitor(t, browser, s, call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
	const text = `[...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, th, td):not(:empty)')].filter((x) => !x.closest('[hidden], .now, .status, .actions, [data-lijst], .badge')).map((x) => { const y = x.cloneNode(true); y.querySelectorAll('.badge, button').forEach((z) => z.remove()); return y.textContent.replace(/\s+/g, ' ').trim(); }).join('\n')`
	for _, g := range goldens {
		if g.layout == "" || g.layout == "404" || g.layout == "zoeken" {
			continue
		}
		address := "/mb/" + strings.TrimSuffix(g.path, "index.html")
		with.open(address)
		without.open(address)
		if got, want := with.eval(text), without.eval(text); !strings.Contains(got, want) {
			t.Errorf("%s: script takes away\n got %s\nwant %s", address, got, want)
		}
	}
	with.silent()
	without.silent()
}

// TestScriptSize keeps the scripts of the site small.
func TestScriptSize(t *testing.T) {
	var all, search int
	for _, f := range filesOf(t, complete(t)) {
		if path.Ext(f.Path) != ".js" {
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
		t.Logf("%5d %s", b.Len(), f.Path)
	}
	t.Logf("%5d all scripts, of which %d search", all, search)
	if all > 12<<10 {
		t.Errorf("%d bytes of script, compressed; want at most %d", all, 12<<10)
	}
}
