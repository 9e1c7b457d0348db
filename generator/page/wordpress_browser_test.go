package page

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

// pasted are links as a partner pastes them: of each kind, short and long, from both sides
// of the page.
var pasted = []string{
	"pleinen/lochal-tilburg", "pleinen/dorpsloket-udenhout", "partners/casade", "partners/informatiepunt-digitale-overheid",
	"spreekuren/geld-drunen", "spreekuren/digid-kaatsheuvel", "ar/pleinen/plein-goirle", "uk/partners/gemeente-tilburg",
}

// frameWidths are those for which frames have to fit.
var frameWidths = []int{320, 400, 600, 800, 1000}

// embedServer serves some frames of the shipped site, with addresses of its own. Each page
// in a frame tells the page around it what it looks like, when asked.
func embedServer(t *testing.T, links []string) *server {
	t.Helper()
	browsertest.NeedsBrowser(t)
	wanted := []string{"_headers", "embed/v1.js", "embed/frame.js", "embed/frame.css"}
	for _, link := range links {
		wanted = append(wanted, "oembed/"+link+".json", "embed/"+link+"/index.html")
	}
	files := slices.DeleteFunc(filesOf(t, pagetest.Shipped(t)), func(f publish.File) bool { return !slices.Contains(wanted, f.Path) })
	s := serveFiles(t, "/", files)
	for name, data := range s.files {
		s.files[name] = bytes.ReplaceAll(data, []byte("https://pleinwijzer.example"), []byte(s.URL))
	}
	s.files["404.html"] = []byte("<!doctype html><title>Elders</title>") // for all that links lead to
	s.files["embed/frame.js"] = append(s.files["embed/frame.js"], testimony...)
	return s
}

// testimony is what a page in a frame tells when asked: how much of it is out of view, its
// rows and those that show, and whether the link to all of them does.
const testimony = `
addEventListener('message', ({ data, source }) => {
	if (data.question !== 'view') return;
	const rows = [...document.querySelectorAll('li')], seen = (x) => x?.checkVisibility() ?? false;
	const end = document.querySelector('footer').getBoundingClientRect().bottom + scrollY;
	source.postMessage({ answer: { under: Math.ceil(end - innerHeight), rows: rows.length, seen: rows.filter(seen).length, more: seen(document.querySelector('.more')) } }, '*');
});
`

// views are what the frames of a page look like, each with its place in it.
const views = `Promise.all([...document.querySelectorAll('iframe')].map((frame) => new Promise((resolve) => {
	const hear = ({ source, data }) => {
		if (source !== frame.contentWindow || !data.answer) return;
		removeEventListener('message', hear);
		const box = frame.getBoundingClientRect();
		resolve({ ...data.answer, src: frame.getAttribute('src'), height: box.height, width: box.width,
			shown: frame.checkVisibility() && getComputedStyle(frame).position !== 'absolute' });
	};
	addEventListener('message', hear);
	frame.contentWindow.postMessage({ question: 'view' }, '*');
})))`

// faults waits until each frame in the page is as it should be. The code has what is wrong
// with one, x.
func (v *visitor) faults(code string) {
	v.T.Helper()
	v.Want(`Promise.race([new Promise((resolve) => setTimeout(resolve, 1000, 'a frame is silent')), `+views+
		`.then((all) => JSON.stringify(all.filter((x) => `+code+`)))])`, "[]")
}

// asWordPress is what WordPress makes of an answer for a page that it does not know
// (wp_filter_oembed_result): it leaves few attributes, and hides the frame after a quotation.
func asWordPress(t *testing.T, answer []byte, secret string) string {
	t.Helper()
	var rich struct{ HTML string }
	if err := json.Unmarshal(answer, &rich); err != nil {
		t.Fatal(err)
	}
	plain := regexp.MustCompile(` (class|loading|style)="[^"]*"`).ReplaceAllString(rich.HTML, "")
	parts := regexp.MustCompile(`(?s)^(<blockquote>.*?</blockquote>).*?(<iframe.*?></iframe>)$`).FindStringSubmatch(plain)
	if parts == nil {
		t.Fatalf("no quotation before a frame: %s", rich.HTML)
	}
	quotation := strings.Replace(parts[1], "<blockquote", `<blockquote class="wp-embedded-content" data-secret="`+secret+`"`, 1)
	frame := strings.Replace(parts[2], "<iframe", `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="position: absolute; clip: rect(1px, 1px, 1px, 1px);" data-secret="`+secret+`"`, 1)
	return quotation + regexp.MustCompile(` src="([^"]*)"`).ReplaceAllString(frame, ` src="$1#?secret=`+secret+`"`)
}

// wordpress is the script that WordPress adds to a page with a quotation, of the package
// that .ci/run fetches.
func wordpress(t *testing.T) string {
	t.Helper()
	const name = "usr/share/wordpress/wp-includes/js/wp-embed.js"
	cache, _ := os.UserCacheDir()
	for _, folder := range []string{"/", filepath.Join(cache, "pleinwijzer-wordpress")} {
		if script, err := os.ReadFile(filepath.Join(folder, name)); err == nil {
			return "<script>" + string(script) + "</script>"
		}
	}
	browsertest.Needs(t, false, "WordPress, as .ci/run fetches it")
	return ""
}

// testWordPress has a page with a pasted link of each kind, and the script of WordPress
// itself, which is there before the frames or after.
func testWordPress(t *testing.T) {
	script := wordpress(t)
	s := embedServer(t, pasted)
	var embeds strings.Builder
	for i, link := range pasted {
		embeds.WriteString(asWordPress(t, s.files["oembed/"+link+".json"], fmt.Sprintf("geheim%04d", i)))
	}
	const width = `<style>iframe { max-width: 100% }</style><body style="margin:0"><main style="width:320px">`
	before := embedVisitor(t, s.partner(t, script+width+embeds.String(), ""), browsertest.Width(1280))
	for _, pixels := range frameWidths {
		before.eval(fmt.Sprintf(`document.querySelector('main').style.width = '%dpx'`, pixels))
		before.faults(fmt.Sprintf(`!x.shown || x.under > 16 || x.width !== %d || x.height > 1000 || x.more !== (x.seen < x.rows) || x.seen === 0 ||
			(x.more ? x.height < 1000 || x.under < -350 : x.under < -32 && x.height > 200)`, pixels))
	}
	before.Want(`[...document.querySelectorAll('blockquote')].filter((x) => x.checkVisibility()).length`, "0")
	before.Want(views+`.then((all) => all.filter((x) => x.more).length)`, "2") // that need more than 1000 pixels at any width

	late := embedVisitor(t, s.partner(t, width+embeds.String()+`<script>addEventListener('load', () => setTimeout(() => { window.started = true; }, 100))</script>`, ""))
	late.Want(`window.started`, "true")
	late.Want(`[...document.querySelectorAll('blockquote')].filter((x) => x.checkVisibility()).length`, fmt.Sprint(len(pasted)))
	source, _ := json.Marshal(strings.TrimSuffix(strings.TrimPrefix(script, "<script>"), "</script>"))
	late.eval(`(0, eval)(` + string(source) + `), dispatchEvent(new Event('load')), ''`)
	late.faults(`!x.shown || x.under > 16`)

	s.follow(t, before)
}

// follow presses a link in a frame, by pointer and by keyboard, until the server is asked
// for the page that it leads to.
func (s *server) follow(t *testing.T, v *visitor) {
	t.Helper()
	home := v.eval(`location.href`)
	link := regexp.MustCompile(`"what"><a href="[^"]*(/spreekuren/[^"]+)"`).FindSubmatch(s.files["embed/"+pasted[0]+"/index.html"])
	for i, press := range []func(){
		func() { v.Do(chromedp.MouseClickXY(700, 80)) },
		func() { v.Press("\t\r") },
	} {
		s.until(t, func() bool {
			if v.eval(`location.href`) != home { // pressed before all stood in its place
				v.Go(home)
				v.faults(`!x.shown`)
			}
			v.eval(`document.querySelectorAll('iframe').forEach((x, i) => { if (i) x.remove() }), (scrollTo(0, 0), '')`)
			press()
			return s.times(string(link[1])) > i
		}, "the link in a frame leads nowhere")
		v.Go(home)
		v.faults(`!x.shown`)
	}
}

// testPlainFrames has the code for a frame in plain pages: one that takes all styles away,
// one with borders, and one without the script, where what was pasted has to do.
func testPlainFrames(t *testing.T) {
	s := embedServer(t, pasted)
	frames := func(scripted bool) string {
		var all strings.Builder
		for _, link := range pasted {
			var answer struct{ HTML string }
			if err := json.Unmarshal(s.files["oembed/"+link+".json"], &answer); err != nil {
				t.Fatal(err)
			}
			_, frame, _ := strings.Cut(answer.HTML, "</blockquote>")
			all.WriteString(strings.Replace(frame, ` loading="lazy"`, "", 1))
		}
		if scripted {
			all.WriteString(s.script())
		}
		return all.String()
	}
	const body = `<body><main style="display:block">`
	for name, test := range map[string]struct{ page, fault string }{
		"unset":    {`<style>* { all: unset } script, style, head { display: none }</style>` + body + frames(true), `x.more || x.under > 0 || x.under < -24`},
		"border":   {`<style>iframe { box-sizing: border-box; padding: 2px; outline: 1px solid }</style>` + body + frames(true), `x.more || x.under > 16`},
		"declared": {body + frames(false), `x.under > 16 || x.more && x.height < 1000 || x.more !== (x.seen < x.rows)`},
		"small":    {`<style>iframe { height: 400px !important }</style>` + body + frames(false), `x.height !== 400 || x.under > 16 || x.seen === 0 || x.more !== (x.seen < x.rows)`},
	} {
		v := embedVisitor(t, s.partner(t, test.page, ""), browsertest.Width(1280))
		for _, pixels := range frameWidths {
			v.eval(fmt.Sprintf(`document.querySelector('main').style.width = '%dpx'`, pixels))
			v.T = t
			v.faults(fmt.Sprintf(`!x.shown || x.width !== %d || %s`, pixels, test.fault))
		}
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

// testElementFramed has the element where a host sends no header by which another site may
// read, and then where the page refuses the frame.
func testElementFramed(t *testing.T) {
	s := newServer(t)
	headers := string(s.files["_headers"])
	s.files["_headers"] = []byte(regexp.MustCompile(`(?m)^\s*Access-Control-Allow-Origin.*\n`).ReplaceAllString(headers, ""))
	s.host = browsertest.Host(s.path, s.files)
	s.files["embed/rooster.js"] = append(s.files["embed/rooster.js"],
		"\n"+`addEventListener('message', ({ data, source }) => data === 'rows' && source.postMessage({ rows: `+rowsShown+`, under: document.documentElement.scrollHeight - innerHeight, lang: `+root+`.lang }, '*'))`...)
	const frame = `document.querySelector('plein-rooster').shadowRoot.querySelector('iframe')`
	const told = `new Promise((resolve) => {
		addEventListener('message', ({ data }) => data.rows && resolve([data.rows, data.under, data.lang].join('; ')), { once: false });
		` + frame + `?.contentWindow.postMessage('rows', '*');
		setTimeout(resolve, 1000, '');
	})`
	v := embedVisitor(t, s.partner(t, `<style>* { all: unset !important }</style>`+noord+s.script(), ""), at(t, moment))
	v.Want(told, weekNoord+"; 0; nl")
	v.Want(frame+`.title + ' ' + `+frame+`.checkVisibility({ visibilityProperty: true })`, "Spreekuren van Plein Noord true")
	v.Want(`document.querySelector('plein-rooster').shadowRoot.querySelector('slot')`, "<nil>")
	v.eval(`document.querySelector('plein-rooster').parentElement.style.setProperty('width', '320px'), ''`)
	v.Want(told, weekNoord+"; 0; nl")
	for _, set := range [][2]string{{"plein", ""}, {"partner", "taalhuis"}, {"onderwerp", "geld"}} {
		v.eval(fmt.Sprintf(setting, set[0], set[1]) + `, ''`)
	}
	v.Want(frame+`.src.split('?')[1]`, "partner=taalhuis&onderwerp=geld")
	v.Want(told, weekNoord+"; 0; nl")

	const seen = `[...document.querySelectorAll('plein-rooster a'), ...document.querySelector('plein-rooster').shadowRoot.querySelectorAll('p, a, iframe')].filter((x) => x.checkVisibility({ visibilityProperty: true }) && x.getBoundingClientRect().height > 0).map((x) => x.textContent || x.localName).join('|')`
	v = embedVisitor(t, s.partner(t, noord+s.script(), "frame-src 'none'"), at(t, moment))
	v.Want(`document.querySelector('plein-rooster').shadowRoot?.querySelector('.rooster') ? `+seen+` : ''`, "Spreekuren van Plein Noord")
	v = embedVisitor(t, s.partner(t, strings.ReplaceAll(noord, `plein="noord"`, `plein="er-niet"`)+s.script(), ""), at(t, moment))
	v.Want(seen, "Spreekuren van Plein Noord|De tijden konden niet worden opgehaald. Probeer het later nog eens.")
}

// testDeclaredHeights wants every frame of the shipped site to need no more than the height
// that is pasted with it, at any width, but for those that need more than the most; and not
// to leave the half of it empty on a phone.
func testDeclaredHeights(t *testing.T) {
	browsertest.NeedsBrowser(t)
	var links []string
	for _, f := range filesOf(t, pagetest.Shipped(t)) {
		link, found := strings.CutPrefix(f.Path, "oembed/")
		if found && (strings.Count(link, "/") == 1 || strings.HasPrefix(link, "pl/pleinen/")) { // a language with long words
			links = append(links, strings.TrimSuffix(link, ".json"))
		}
	}
	s := embedServer(t, links)
	v := embedVisitor(t, s.URL+"/nergens") // measures frames of its own origin
	widths, _ := json.Marshal(frameWidths)
	const measure = `(async (links, widths) => {
		const frame = Object.assign(document.createElement('iframe'), { height: 5000 });
		document.body.append(frame);
		const heights = [];
		for (const link of links) {
			frame.src = '/embed/' + link + '/';
			await new Promise((resolve) => { frame.onload = resolve; });
			heights.push(widths.map((width) => {
				frame.width = width;
				const page = frame.contentDocument.documentElement;
				page.classList.add('measured'); // without the room that a frame has left
				return Math.ceil(page.getBoundingClientRect().height);
			}));
		}
		return JSON.stringify(heights);
	})`
	asked, _ := json.Marshal(links)
	var heights [][]int
	if err := json.Unmarshal([]byte(v.eval(measure+"("+string(asked)+","+string(widths)+")")), &heights); err != nil {
		t.Fatal(err)
	}
	declared, needed := 0, 0
	for i, link := range links {
		var answer struct{ Height int }
		if err := json.Unmarshal(s.files["oembed/"+link+".json"], &answer); err != nil {
			t.Fatal(err)
		}
		if most := slices.Max(heights[i]); most > answer.Height && answer.Height != 1000 || most < 100 {
			t.Errorf("%s: needs %v, and has %d", link, heights[i], answer.Height)
		}
		declared += answer.Height
		needed += min(1000, heights[i][0])
	}
	t.Logf("%d frames: %d pixels of %d", len(links), needed, declared)
	if len(links) < 90 || declared > 2*needed {
		t.Errorf("%d frames have %d pixels, and need %d", len(links), declared, needed)
	}
}
