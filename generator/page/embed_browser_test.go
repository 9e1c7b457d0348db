package page

import (
	"bytes"
	"context"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// publisher serves the fixture as a host would, with what _headers says. Partners
// are other origins that show it.
type publisher struct {
	*httptest.Server
	t      *testing.T
	path   string // of the site
	files  map[string]publish.File
	rules  hostedHeaders
	data   sync.Map // bodies in the place of a file, by path
	fails  atomic.Bool
	mu     sync.Mutex
	asked  map[string]int
	cookie atomic.Bool // one was sent along
}

func newPublisher(t *testing.T) *publisher { return publisherOf(t, complete(t)) }

func publisherOf(t *testing.T, c *catalog.Catalog) *publisher {
	files := filesOf(t, c)
	p := &publisher{t: t, path: c.Site.Path + "/", files: map[string]publish.File{}, asked: map[string]int{}, rules: readHeaders(string(rendered(t, files, "_headers")))}
	for _, f := range files {
		p.files[p.path+f.Path] = f
	}
	p.Server = httptest.NewServer(http.HandlerFunc(p.serve))
	t.Cleanup(p.Close)
	return p
}

func (p *publisher) serve(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.asked[r.URL.Path]++
	p.mu.Unlock()
	if len(r.Cookies()) > 0 {
		p.cookie.Store(true)
	}
	name := r.URL.Path
	if strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	for key, values := range p.rules.of(r.URL.Path) {
		w.Header()[key] = values
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	if data, ok := p.data.Load(name); ok {
		w.Write([]byte(data.(string)))
		return
	}
	if p.fails.Load() && path.Ext(name) == ".json" {
		panic(http.ErrAbortHandler) // hangs up
	}
	f, ok := p.files[name]
	if !ok || path.Base(name) == workerFile {
		http.NotFound(w, r)
		return
	}
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		p.t.Errorf("%s: %v", name, err)
	}
	w.Write(b.Bytes())
}

func (p *publisher) times(path string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked[path]
}

// script is the line that a partner pastes below the elements.
func (p *publisher) script() string {
	return `<script src="` + p.URL + p.path + `embed/v1.js" async></script>`
}

// partner is a site at another origin with one page.
func (p *publisher) partner(t *testing.T, page, policy string) string {
	t.Helper()
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			w.Header().Set("Content-Type", "image/x-icon")
			return
		}
		if policy != "" {
			w.Header().Set("Content-Security-Policy", policy)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Partner</title>%s`, page)
	}))
	t.Cleanup(site.Close)
	return site.URL + "/"
}

// TestEmbedsInBrowser runs what is below side by side in one browser.
func TestEmbedsInBrowser(t *testing.T) {
	browser := chromium(t)
	for name, test := range map[string]func(*testing.T, context.Context){
		"views and attributes": testElementViews,
		"clock":                testElementClock,
		"languages":            testElementLanguages,
		"hostile style":        testElementHostile,
		"strict policy":        testElementPolicy,
		"twenty":               testElementTwenty,
		"no data":              testElementFails,
		"sandbox":              testElementSandbox,
		"nasty words":          testElementNasty,
		"theme":                testElementTheme,
		"frame":                testFrame,
		"framing":              testFraming,
		"page for partners":    testInsluiten,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, browser)
		})
	}
	// By itself, since it measures.
	t.Run("slow phone", func(t *testing.T) { testElementSlow(t, browser) })
}

// embedVisitor opens the page of a partner.
func embedVisitor(t *testing.T, browser context.Context, address string, before ...step) *visitor {
	t.Helper()
	v := newVisitor(t, browser, nil, before...)
	v.run(chromedp.Navigate(address))
	return v
}

// testFrame puts the page for frames where scripts alone are allowed, by itself
// and as WordPress does.
func testFrame(t *testing.T, browser context.Context) {
	p := newPublisher(t)
	const listen = `<script>window.said = []; addEventListener('message', ({ data }) => said.push(data))</script>`
	frame := func(after string) string {
		return `<body style="margin:0">` + listen + `<iframe sandbox="allow-scripts" width="600" height="600" frameborder="0" src="` + p.URL + `/mb/embed/pleinen/noord/` + after + `"></iframe>`
	}
	v := embedVisitor(t, browser, p.partner(t, frame(""), ""))
	v.want(`said.some(({ type, height }) => type === 'plein-rooster:hoogte' && height > 100 && height < 600)`, "true")
	v.want(`said.some(({ message }) => message)`, "false")
	if p.times("/mb/embed/frame.css") != 1 {
		t.Error("the style sheet was not fetched")
	}
	v.silent()

	v = embedVisitor(t, browser, p.partner(t, frame("#?secret=abcDEF1234"), ""))
	v.want(`said.some(({ message, value, secret }) => message === 'height' && value > 100 && secret === 'abcDEF1234')`, "true")
	v.run(chromedp.MouseClickXY(380, 77)) // the title of the first spreekuur
	v.want(`said.find(({ message }) => message === 'link')?.value ?? ''`, "https://pleinen.example/mb/spreekuren/brieven/")
}

// testFraming wants a browser to frame the pages that are for it, and no others.
func testFraming(t *testing.T, browser context.Context) {
	p := newPublisher(t)
	page := `<iframe src="` + p.URL + `/mb/embed/pleinen/noord/"></iframe><iframe src="` + p.URL + `/mb/pleinen/noord/"></iframe>`
	v := embedVisitor(t, browser, p.partner(t, page, ""))
	for end := time.Now().Add(5 * time.Second); p.times("/mb/embed/frame.css") == 0 && time.Now().Before(end); {
		time.Sleep(20 * time.Millisecond)
	}
	if p.times("/mb/embed/frame.css") == 0 || p.times("/mb/pleinen/noord/") == 0 {
		t.Error("a frame was not asked for")
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	refused := 0
	for _, message := range v.console {
		if strings.Contains(message, "frame-ancestors 'none'") {
			refused++
		}
	}
	if refused != 1 {
		t.Errorf("%d frames were refused, want one: %q", refused, v.console)
	}
}

func testInsluiten(t *testing.T, browser context.Context) {
	p := newPublisher(t)
	v := newVisitor(t, browser, nil, at(t, moment), script(`navigator.clipboard.writeText = async (text) => { window.did = text; }`))
	v.run(chromedp.Navigate(p.URL + "/mb/insluiten/?partner=taalhuis"))
	code := func(kind string) string {
		return `document.querySelector('[data-code=` + kind + `] code').textContent`
	}
	v.want(`document.getElementById('keuze').value`, "partner:taalhuis")
	v.want(rowsShown, weekNoord+" | Vrijdag: 10.00 tot 12.00 uur Om de week")
	v.want(code("link"), "https://pleinen.example/mb/partners/taalhuis/")
	pick := func(id, value string) {
		v.eval(fmt.Sprintf(`{const x = document.getElementById(%q); x.value = %q; x.dispatchEvent(new Event('change', { bubbles: true }))}; ''`, id, value))
	}
	pick("weergave", "lijst")
	v.want(code("element"), `<plein-rooster partner="taalhuis" weergave="lijst"><a href="https://pleinen.example/mb/partners/taalhuis/">Spreekuren van Taalhuis</a></plein-rooster>`+"\n"+`<script src="https://pleinen.example/mb/embed/v1.js" async></script>`)
	v.want(code("frame"), `<iframe src="https://pleinen.example/mb/embed/partners/taalhuis/" title="Spreekuren van Taalhuis" width="100%" height="460" frameborder="0" loading="lazy"></iframe>`)
	v.want(code("fragment"), "https://pleinen.example/mb/embed/partners/taalhuis/fragment.html")
	v.eval(`document.querySelector('[data-code=element] button').click()`)
	v.want(`document.getElementById('gezegd').textContent`, "Gekopieerd.")
	v.want(`window.did`, v.eval(code("element")))
	v.eval(`navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError') }, document.querySelector('[data-code=link] button').click()`)
	v.want(`document.getElementById('gezegd').textContent + getSelection()`, "Kopiëren lukt niet. De tekst is gekozen: kopieer hem zelf.https://pleinen.example/mb/partners/taalhuis/")
	pick("weergave", "")
	pick("keuze", "onderwerp:geld")
	v.want(`[...document.querySelectorAll('[data-code]')].filter((x) => !x.hidden).map((x) => x.dataset.code).join()`, "element")
	v.want(`document.getElementById('alleen-code').hidden`, "false")
	v.want(rowsShown, "Dinsdag: 10.00 tot 12.00 uur Brieven & formulieren")
	v.silentBut("bad HTTP response") // there is no service worker here
}
