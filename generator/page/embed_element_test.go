package page

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
)

const (
	root      = `document.querySelector('plein-rooster')?.shadowRoot?.querySelector('.rooster')`
	rowsShown = `[...(` + root + `?.querySelectorAll('.dag') ?? [])].map((day) => day.querySelector('.dagnaam').textContent + ': ' + [...day.querySelectorAll('li')].map((x) => x.querySelector('.tijd').textContent + ' ' + x.querySelector('.titel').textContent).join(', ')).join(' | ')`
	notes     = `[...` + root + `.querySelectorAll('.let-op')].map((x) => x.textContent).join(' | ')`
	moment    = "2026-11-23T09:00:00+01:00" // a Monday
	noord     = `<plein-rooster plein="noord"><a href="https://pleinen.example/mb/pleinen/noord/">Spreekuren van Plein Noord</a></plein-rooster>`
	weekNoord = "Dinsdag: 10.00 tot 12.00 uur Brieven & formulieren | " + extraNoord
	// A date that is no hour of the week.
	extraNoord = "Donderdag: Donderdag 3 december 2026, 14.00 tot 15.00 uur Brieven & formulieren"
	setting    = `document.querySelector('plein-rooster').setAttribute(%q, %q)`
)

func testElementViews(t *testing.T) {
	s := newServer(t)
	v := embedVisitor(t, s.partner(t, noord+s.script(), ""), at(t, moment))
	v.Want(rowsShown, weekNoord)
	v.Want(notes, "Niet in schoolvakanties | Dinsdag 24 november 2026 Gaat niet door. Ziekte. | Dinsdag 1 december 2026, 14.00 tot 15.00 uur. Let op: andere tijd en andere plek. Bij Plein Zuid, Weg 2, Tilburg. Verhuizing. | Dinsdag 8 december 2026 Gaat niet door. Studiedag. | Dinsdag 15 december 2026, 10.00 tot 11.00 uur. Let op: andere tijd. Het plein heeft andere openingstijden. | Niet in de komende 7 dagen. Weer op dinsdag 1 december 2026. | Extra spreekuur.")
	v.Want(root+`.getAttribute('aria-label') + ' ' + `+root+`.lang`, "Spreekuren van Plein Noord nl")
	v.Want(root+`.querySelector('.meer').textContent`, "Meer over Plein Noord")
	set := func(name, value string) {
		t.Helper()
		v.eval(fmt.Sprintf(setting, name, value) + `, ''`)
	}
	const list = "Dinsdag 24 november 2026: 10.00 tot 12.00 uur Brieven & formulieren | Dinsdag 1 december 2026: 14.00 tot 15.00 uur Brieven & formulieren"
	set("weergave", "lijst")
	v.Want(rowsShown, list+" | Donderdag 3 december 2026: 14.00 tot 15.00 uur Brieven & formulieren | Dinsdag 8 december 2026: 10.00 tot 12.00 uur Brieven & formulieren | Dinsdag 15 december 2026: 10.00 tot 11.00 uur Brieven & formulieren")
	v.Want(root+`.querySelectorAll('s').length`, "2")
	set("weergave", "vandaag") // none today; tomorrow's is cancelled, so that it shows up to the next
	v.Want(rowsShown, list)
	set("weergave", "")
	set("plein", "")
	set("partner", "taalhuis")
	v.Want(rowsShown, weekNoord+" | Vrijdag: 10.00 tot 12.00 uur Om de week")
	v.Want(`[...`+root+`.querySelectorAll('.waar')].map((x) => x.textContent).join(' | ')`, "Plein Noord, Loon op Zand | Plein Noord, Loon op Zand | Plein Zuid, Tilburg")
	set("onderwerp", "geld")
	v.Want(rowsShown, weekNoord)
	set("onderwerp", "leeg")
	v.Want(root+`.querySelector('.leeg').textContent`, "Hier zijn nu geen spreekuren.")
	set("taal", "xx") // the site does not speak it
	set("onderwerp", "")
	v.Want(rowsShown, weekNoord+" | Vrijdag: 10.00 tot 12.00 uur Om de week")
	v.Silent()
}

func testElementClock(t *testing.T) {
	s := newServer(t)
	page := s.partner(t, `<plein-rooster plein="zuid" weergave="vandaag"></plein-rooster>`+s.script(), "")
	tests := map[string]string{
		"2026-11-27T09:59:00+01:00": "Vrijdag 27 november 2026 vandaag: 10.00 tot 12.00 uur Om de week",
		"2026-11-27T11:59:00+01:00": "Vrijdag 27 november 2026 vandaag: 10.00 tot 12.00 uur nu open, tot 12.00 uur Om de week",
		"2026-11-26T23:59:00+01:00": "Vrijdag 27 november 2026 morgen: 10.00 tot 12.00 uur Om de week",
		"2026-11-27T12:00:00+01:00": "Dinsdag 1 december 2026: 14.00 tot 15.00 uur Brieven & formulieren", // a guest
	}
	for moment, want := range tests {
		v := embedVisitor(t, page, at(t, moment), browsertest.Zone("America/New_York"))
		v.Want(rowsShown, want)
		v.Want(root+`.querySelector('.meer').textContent`, "Meer over Plein Zuid")
	}
	var data struct{ Woorden struct{ Bijgewerkt string } }
	if err := json.Unmarshal(s.files["embed/v1/pleinen/zuid.json"], &data); err != nil {
		t.Fatal(err)
	}
	v := embedVisitor(t, page, at(t, "2026-12-03T12:00:00+01:00")) // no data are so old where the site is kept up
	v.Want(root+`.querySelector('.meer').textContent`, "Meer over Plein Zuid "+data.Woorden.Bijgewerkt)
}

func testElementLanguages(t *testing.T) {
	browsertest.NeedsBrowser(t)
	s := serverOf(t, pagetest.Shipped(t))
	v := embedVisitor(t, s.partner(t, `<plein-rooster plein="dorpsloket-udenhout" taal="AR"></plein-rooster>`+s.script(), ""), at(t, moment))
	const language = `[` + root + `?.lang, ` + root + `?.dir, ` + root + `?.querySelector('.titel').lang, ` + root + `?.querySelector('.dagnaam').textContent].join(' ')`
	v.Want(language, "ar rtl nl الثلاثاء")
	v.Want(root+`.querySelector('.titel').href.startsWith('https://pleinwijzer.example/ar/spreekuren/')`, "true")
	v.eval(fmt.Sprintf(setting, "plein", "dinsdagochtendplein") + `, ''`)
	v.Want(language, "ar rtl  الثلاثاء") // of which the title is translated
	v.eval(fmt.Sprintf(setting, "plein", "dorpsloket-udenhout") + `, ''`)
	v.eval(fmt.Sprintf(setting, "taal", "nl") + `, ''`)
	v.Want(language, "nl ltr  Dinsdag")
	if s.times("/embed/v1/ar/pleinen/dorpsloket-udenhout.json") != 1 || s.times("/embed/v1/pleinen/dorpsloket-udenhout.json") != 1 {
		t.Errorf("asked for %v", s.asked)
	}
	v.Silent()
}

// looks is the style and the place of everything in the shadow tree.
const looks = `JSON.stringify([document.querySelector('plein-rooster'), ...document.querySelector('plein-rooster').shadowRoot.querySelectorAll('*')].map((x) => {
	const all = getComputedStyle(x), box = x.getBoundingClientRect();
	return [x.localName, Math.round(box.width), Math.round(box.height), ...[...all].filter((name) => !/origin|height|width|size$|^inset|^(top|right|bottom|left)$/.test(name)).map((name) => name + ':' + all.getPropertyValue(name))];
}))`

// testElementHostile wants the element to look the same on a page that unsets all.
func testElementHostile(t *testing.T) {
	s := newServer(t)
	large := chromedp.EmulateViewport(800, 3000) // without a scroll bar
	plain := embedVisitor(t, s.partner(t, `<style>body{margin:0}</style>`+noord+s.script(), ""), at(t, moment), large)
	hostile := embedVisitor(t, s.partner(t, `<style>* {all: unset !important} *::before, *::after {content: "x" !important; display: block !important}</style>`+noord+s.script(), ""), at(t, moment), large)
	for _, v := range []*visitor{plain, hostile} {
		v.Want(rowsShown, weekNoord)
	}
	var want, got [][]any
	for v, into := range map[*visitor]*[][]any{plain: &want, hostile: &got} {
		if err := json.Unmarshal([]byte(v.eval(looks)), into); err != nil {
			t.Fatal(err)
		}
	}
	if len(got) != len(want) || len(got) < 15 {
		t.Fatalf("%d elements, want %d", len(got), len(want))
	}
	for i := range got[1:] { // the first is the element itself, which is the page's
		for j, is := range got[i+1] {
			if is != want[i+1][j] {
				t.Errorf("element %d, %v: got %v, want %v", i, got[i+1][0], is, want[i+1][j])
			}
		}
	}
	if !slices.Contains(got[0], any("display:block")) {
		t.Error("the element itself is not a block")
	}
	if got[0][1] != want[0][1] || got[0][2] != want[0][2] {
		t.Errorf("it is %v by %v, want %v by %v", got[0][1], got[0][2], want[0][1], want[0][2])
	}
	hostile.Silent()
}

func testElementPolicy(t *testing.T) {
	s := newServer(t)
	policy := "default-src 'none'; script-src " + s.URL + "/mb/; connect-src " + s.URL + "/mb/"
	v := embedVisitor(t, s.partner(t, noord+s.script(), policy), at(t, moment))
	v.Want(rowsShown, weekNoord)
	v.Want(`getComputedStyle(`+root+`.querySelector('li')).display`, "flex")
	v.Want(`document.cookie + localStorage.length + document.fonts.size`, "00")
	v.Silent("favicon")
	if s.cookie.Load() {
		t.Error("a cookie was sent")
	}
}

func testElementTwenty(t *testing.T) {
	s := newServer(t)
	page := strings.Repeat(noord, 10) + strings.Repeat(`<plein-rooster plein="noord" weergave="lijst"></plein-rooster>`, 9) + `<plein-rooster partner="taalhuis"></plein-rooster>`
	const count = `window.fetched = 0; { const real = fetch; window.fetch = (...given) => { fetched++; return real(...given); }; }`
	v := embedVisitor(t, s.partner(t, page+s.script()+s.script(), ""), at(t, moment), browsertest.Script(count))
	v.Want(`[...document.querySelectorAll('plein-rooster')].filter((x) => x.shadowRoot?.querySelector('li')).length`, "20")
	v.Want(`window.fetched`, "2")
	for file, want := range map[string]int{"/mb/embed/v1/pleinen/noord.json": 1, "/mb/embed/v1/partners/taalhuis.json": 1} {
		if n := s.times(file); n != want {
			t.Errorf("%s was asked for %d times, want %d", file, n, want)
		}
	}
	v.Silent()
}

func testElementFails(t *testing.T) {
	s := newServer(t)
	const (
		sentence = "De tijden konden niet worden opgehaald. Probeer het later nog eens."
		seen     = `[...document.querySelectorAll('plein-rooster a'), ...document.querySelector('plein-rooster').shadowRoot.querySelectorAll('p, a')].filter((x) => x.checkVisibility() && x.getBoundingClientRect().height > 0).map((x) => x.textContent).join('|')`
	)
	s.noData.Store(true)
	v := embedVisitor(t, s.partner(t, noord+s.script(), ""))
	v.Want(seen, "Spreekuren van Plein Noord|"+sentence)
	s.noData.Store(false) // and it can be tried again
	v.eval(fmt.Sprintf(setting, "plein", "noord") + `, ''`)
	v.Want(rowsShown, weekNoord)

	for name, page := range map[string]string{
		"no such plein":   `<plein-rooster plein="er-niet">A <a href="/x">link</a></plein-rooster>`,
		"nothing chosen":  `<plein-rooster><a href="/x">link</a></plein-rooster>`,
		"not an address":  `<plein-rooster plein="../../../x"><a href="/x">link</a></plein-rooster>`,
		"nothing between": `<plein-rooster plein="er-niet"></plein-rooster>`,
	} {
		want := "link|" + sentence
		if name == "nothing between" {
			address := strings.TrimPrefix(s.URL, "http://") + "/mb/pleinen/er-niet/"
			want = sentence + "|" + address + "|" + address // the paragraph and its link
		}
		embedVisitor(t, s.partner(t, page+s.script(), "")).Want(seen, want)
	}
	s.files["embed/v1/pleinen/noord.json"] = []byte(`{"versie":`)
	embedVisitor(t, s.partner(t, noord+s.script(), "")).Want(seen, "Spreekuren van Plein Noord|"+sentence)
	// Without script there is the link.
	v = embedVisitor(t, s.partner(t, noord, ""))
	v.Want(`document.querySelector('plein-rooster').innerText`, "Spreekuren van Plein Noord")
}

// testElementSandbox puts the element in a frame without an origin, which tells
// the page around it what it shows.
func testElementSandbox(t *testing.T) {
	s := newServer(t)
	inner := noord + s.script() + `<script>setInterval(() => { const x = ` + rowsShown + `; if (x) parent.postMessage([origin, x].join(' '), '*'); }, 20)</script>`
	page := `<script>addEventListener('message', ({ data }) => { window.said = data; })</script><iframe sandbox="allow-scripts" srcdoc='` + strings.ReplaceAll(inner, "'", "&#39;") + `'></iframe>`
	v := embedVisitor(t, s.partner(t, page, ""), at(t, moment))
	v.Want(`window.said`, "null "+weekNoord)
	v.Silent()
}

// testElementNasty gives it words that are code.
func testElementNasty(t *testing.T) {
	s := newServer(t)
	const nasty = `</script><img src=x onerror="window.hacked=1">"'&amp; =cmd() ` + "\n\u202e😀"
	var data map[string]any
	if err := json.Unmarshal(s.files["embed/v1/pleinen/noord.json"], &data); err != nil {
		t.Fatal(err)
	}
	record := data["spreekuren"].([]any)[0].(map[string]any)
	for _, key := range []string{"titel", "wie", "waar"} {
		record[key] = nasty + strings.Repeat(" lang", 60)
	}
	record["komende"].([]any)[0].(map[string]any)["reden"] = nasty
	data["woorden"].(map[string]any)["meer"] = nasty
	text, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	s.files["embed/v1/pleinen/noord.json"] = text
	v := embedVisitor(t, s.partner(t, noord+s.script(), ""), at(t, moment), browsertest.Width(320))
	v.Want(root+`?.querySelector('.titel').textContent.startsWith('</script><img src=x')`, "true")
	v.Want(root+`.querySelectorAll('img, script').length + ' ' + window.hacked`, "0 undefined")
	v.Want(`document.documentElement.scrollWidth <= innerWidth`, "true")
	v.Silent()
}

// testElementTheme wants it in the colours and letters of the page, or in those
// that the page asks for.
func testElementTheme(t *testing.T) {
	s := newServer(t)
	page := `<style>body { background: rgb(0, 0, 64); color: rgb(255, 255, 255); font: 20px serif }
		.eigen { --plein-link-color: rgb(255, 255, 0) } .eigen::part(tijd) { color: rgb(0, 255, 0) }</style>` + noord + strings.Replace(noord, "<plein-rooster", `<plein-rooster class="eigen"`, 1)
	v := embedVisitor(t, s.partner(t, page+s.script(), ""), at(t, moment))
	colours := func(i int) string {
		return fmt.Sprintf(`['.tijd', '.titel', '.wie'].map((x) => getComputedStyle(document.querySelectorAll('plein-rooster')[%d].shadowRoot.querySelector(x)).color).join(' ')`, i)
	}
	v.Want(rowsShown, weekNoord)
	v.Want(colours(0), "rgb(255, 255, 255) rgb(255, 255, 255) rgb(255, 255, 255)")
	v.Want(colours(1), "rgb(0, 255, 0) rgb(255, 255, 0) rgb(255, 255, 255)")
	v.Want(`getComputedStyle(`+root+`).fontSize + ' ' + getComputedStyle(`+root+`).fontFamily`, "20px serif")
}

// testElementSlow wants the first row within 100 ms of the data, on a processor
// that is six times as slow as this one. It counts the work of the page's thread,
// not the time, since other programs take their share of that; and of the element
// alone, which is hidden so that no frame is drawn meanwhile.
func testElementSlow(t *testing.T) {
	s := newServer(t)
	const file = "embed/v1/partners/taalhuis.json"
	var data map[string]any
	if err := json.Unmarshal(s.files[file], &data); err != nil {
		t.Fatal(err)
	}
	list := data["spreekuren"].([]any)
	for len(list) < 40 {
		list = append(list, list[:2]...)
	}
	data["spreekuren"] = list
	text, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	s.files[file] = text
	const hold = `{
		const real = fetch, wait = new Promise((resolve) => { window.release = resolve; });
		window.fetch = async (...given) => {
			const answer = await real(...given);
			window.held = true;
			await wait;
			return answer;
		};
	}`
	const toFirstRow = `new Promise((resolve) => {
		const look = () => document.querySelector('plein-rooster').shadowRoot?.querySelector('li') ? resolve(1) : setTimeout(look);
		release();
		look();
	})`
	page := s.partner(t, `<div hidden><plein-rooster partner="taalhuis"></plein-rooster></div>`+s.script(), "")
	const most = 100 * time.Millisecond
	best := time.Hour
	for i := 0; i < 10 && best > most; i++ { // the same work takes longer where another program has the caches
		v := embedVisitor(t, page, browsertest.Script(hold))
		v.Want(`window.held`, "true")
		before := v.Work()
		browsertest.Ask[int](v.Tab, toFirstRow)
		best = min(best, 6*(v.Work()-before))
	}
	t.Logf("%v from data to a row, of 40 spreekuren", best)
	if best > most || best <= 0 {
		t.Errorf("%v from data to a row, want at most %v", best, most)
	}
}
