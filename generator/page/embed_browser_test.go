package page

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
)

// script is the line that a partner pastes below the elements.
func (s *server) script() string {
	return `<script src="` + s.URL + s.path + `embed/v1.js" async></script>`
}

// partner is a site at another origin with one page.
func (s *server) partner(t *testing.T, page, policy string) string {
	t.Helper()
	const head = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Partner</title>`
	files := map[string][]byte{"index.html": []byte(head + page), "favicon.ico": nil}
	if policy != "" {
		files["_headers"] = []byte("/*\n  Content-Security-Policy: " + policy)
	}
	site := httptest.NewServer(browsertest.Host("/", files))
	t.Cleanup(site.Close)
	return site.URL + "/"
}

// TestEmbedsInBrowser runs what is below side by side.
func TestEmbedsInBrowser(t *testing.T) {
	for name, test := range map[string]func(*testing.T){
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
		"WordPress":            testWordPress,
		"plain frames":         testPlainFrames,
		"declared heights":     testDeclaredHeights,
		"no CORS":              testElementFramed,
		"page for partners":    testInsluiten,
		"slow phone":           testElementSlow,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t)
		})
	}
}

// embedVisitor opens the page of a partner.
func embedVisitor(t *testing.T, address string, before ...browsertest.Step) *visitor {
	t.Helper()
	v := newVisitor(t, nil, before...)
	v.Go(address)
	return v
}

// testFrame puts the page for frames where scripts alone are allowed, by itself
// and as WordPress does.
func testFrame(t *testing.T) {
	s := newServer(t)
	const listen = `<script>window.said = []; addEventListener('message', ({ data }) => said.push(data))</script>`
	frame := func(after string) string {
		return `<body style="margin:0">` + listen + `<iframe sandbox="allow-scripts" width="600" height="600" frameborder="0" src="` + s.URL + `/mb/embed/pleinen/noord/` + after + `"></iframe>`
	}
	v := embedVisitor(t, s.partner(t, frame(""), ""))
	v.Want(`said.some(({ type, height }) => type === 'plein-rooster:hoogte' && height > 100 && height < 800)`, "true")
	v.Want(`said.some(({ message }) => message)`, "false")
	if s.times("/mb/embed/frame.css") != 1 {
		t.Error("the style sheet was not fetched")
	}
	v.Silent()

	v = embedVisitor(t, s.partner(t, frame("#?secret=abcDEF1234"), ""))
	v.Want(`said.some(({ message, value, secret }) => message === 'height' && value > 100 && secret === 'abcDEF1234')`, "true")
	const led = `said.find(({ message }) => message === 'link')?.value ?? ''`
	s.until(t, func() bool {
		v.Do(chromedp.MouseClickXY(380, 77)) // the title of the first spreekuur; a click is lost on a frame that is not shown yet
		return v.eval(led) != ""
	}, "no click leads anywhere")
	v.Want(led, "https://pleinen.example/mb/spreekuren/brieven/")
}

// testFraming wants a browser to frame the pages that are for it, and no others.
func testFraming(t *testing.T) {
	s := newServer(t)
	page := `<iframe src="` + s.URL + `/mb/embed/pleinen/noord/"></iframe><iframe src="` + s.URL + `/mb/pleinen/noord/"></iframe>`
	v := embedVisitor(t, s.partner(t, page, ""))
	const refusal = "frame-ancestors 'none'"
	var messages []string
	s.until(t, func() bool {
		messages = append(messages, v.Console()...)
		return strings.Contains(strings.Join(messages, "\n"), refusal) && s.times("/mb/embed/frame.css") > 0
	}, "a frame was not asked for, or none refused")
	refused := strings.Count(strings.Join(messages, "\n"), refusal)
	if refused != 1 {
		t.Errorf("%d frames were refused, want one: %q", refused, messages)
	}
}

func testInsluiten(t *testing.T) {
	s := newServer(t)
	v := newVisitor(t, s, at(t, moment), browsertest.Script(`navigator.clipboard.writeText = async (text) => { window.did = text; }`))
	v.open("/mb/insluiten/?partner=taalhuis")
	code := func(kind string) string {
		return `document.querySelector('[data-code=` + kind + `] code').textContent`
	}
	v.Want(`document.getElementById('keuze').value`, "partner:taalhuis")
	v.Want(rowsShown, weekNoord+" | Vrijdag: 10.00 tot 12.00 uur Om de week")
	v.Want(code("link"), "https://pleinen.example/mb/partners/taalhuis/")
	pick := func(id, value string) {
		v.eval(fmt.Sprintf(`{const x = document.getElementById(%q); x.value = %q; x.dispatchEvent(new Event('change', { bubbles: true }))}; ''`, id, value))
	}
	pick("weergave", "lijst")
	v.Want(code("element"), `<plein-rooster partner="taalhuis" weergave="lijst"><a href="https://pleinen.example/mb/partners/taalhuis/">Spreekuren van Taalhuis</a></plein-rooster>`+"\n"+`<script src="https://pleinen.example/mb/embed/v1.js" async></script>`)
	v.Want(code("frame"), `<div><iframe src="https://pleinen.example/mb/embed/partners/taalhuis/" title="Spreekuren van Taalhuis" width="100%" height="1000" frameborder="0" loading="lazy" style="display:block;width:100%;height:1000px;border:0"></iframe></div>`+"\n"+`<script src="https://pleinen.example/mb/embed/v1.js" async></script>`)
	v.Want(code("fragment"), "https://pleinen.example/mb/embed/partners/taalhuis/fragment.html")
	v.eval(`document.querySelector('[data-code=element] button').click()`)
	v.Want(`document.getElementById('gezegd').textContent`, "Gekopieerd.")
	v.Want(`window.did`, v.eval(code("element")))
	v.eval(`navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError') }, document.querySelector('[data-code=link] button').click()`)
	v.Want(`document.getElementById('gezegd').textContent + getSelection()`, "Kopiëren lukt niet. De tekst is gekozen: kopieer hem zelf.https://pleinen.example/mb/partners/taalhuis/")
	pick("weergave", "")
	pick("keuze", "onderwerp:geld")
	v.Want(`[...document.querySelectorAll('[data-code]')].filter((x) => !x.hidden).map((x) => x.dataset.code).join()`, "element")
	v.Want(`document.getElementById('alleen-code').hidden`, "false")
	v.Want(rowsShown, weekNoord)
	v.Silent()
}
