package page

import (
	"bytes"
	"fmt"
	"image/png"
	"os/exec"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/typed"
)

const (
	sheetTitles = `[...document.querySelectorAll('.handout h3')].map((x) => x.textContent).join('|')`
	sheetDates  = `[...document.querySelectorAll('.handout .dates li')].map((x) => x.textContent).join('|')`
	sheetSays   = `[...document.querySelectorAll('[data-meegeven] > p')].map((x) => x.textContent.trim()).join('|')`
	fragment    = `location.hash.replace(/&d=.*/, '')`
	keptHere    = `String(localStorage.length + sessionStorage.length) + document.cookie + window.name`
)

// follow goes where a link with that address goes.
func (v *visitor) follow(address string) {
	v.T.Helper()
	v.eval(`document.querySelector('a[href^="` + address + `"]').click()`)
	v.Want(`location.pathname + (document.readyState === 'complete')`, address+"true")
}

// testSheet chooses spreekuren on one page after another. What was chosen is in the address
// and nowhere else.
func testSheet(t *testing.T) {
	s := newServer(t)
	t.Run("choose", func(t *testing.T) {
		v := newVisitor(t, s)
		v.open("/mb/meegeven/")
		v.Want(sheetSays, "Er staat nog niets op het blad. Kies bij een spreekuur: Zet op het blad.")
		v.Want(`[...document.querySelectorAll('main :is(button, .button)')].filter((x) => x.checkVisibility()).length`, "0")
		v.open("/mb/spreekuren/")
		v.click("Zet op het blad Om de week")
		v.Want(`location.hash`, "#s=paar")
		v.follow("/mb/spreekuren/brieven/")
		v.Want(`location.hash`, "#s=paar")
		v.eval(`document.querySelector('a.skip').click()`) // a place in the page
		v.Want(`location.hash`, "#s=paar")
		v.click("Zet op het blad")
		v.Want(`location.hash`, "#s=paar,brieven")
		v.Want(`document.querySelector('main [role=status] a')?.textContent`, "Naar het blad")
		v.eval(`history.go(-2)`)
		v.Want(`location.pathname + location.hash`, "/mb/spreekuren/#s=paar,brieven")
		v.Want(`[...document.querySelectorAll('main button')].filter((b) => b.textContent.startsWith('Haal van het blad')).length`, "2")
		v.follow("/mb/pleinen/noord/")
		v.click("Zet op het blad") // shows what there is
		v.Want(`document.activeElement.textContent`, "Haal van het blad Brieven & formulieren")
		v.click("Haal van het blad Brieven")
		v.Want(`location.hash`, "#s=paar")
		v.click("Zet op het blad Brieven")
		v.Want(keptHere, "0")
		v.follow("/mb/meegeven/")
		v.Want(sheetTitles, "Om de week|Brieven & formulieren")
		v.click("Haal van het blad Om de week")
		v.Want(sheetTitles, "Brieven & formulieren")
		v.Want(`document.activeElement.textContent`, "Haal van het blad Brieven & formulieren")
		v.Want(fragment, "#s=brieven")
		v.Want(keptHere, "0")
		v.Silent()
	})
	t.Run("what it says", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`navigator.share = async ({ url }) => { window.shared = url; }; window.print = () => { window.printed = true; };`))
		v.open("/mb/meegeven/#s=brieven,paar,weg")
		v.Want(sheetTitles, "Brieven & formulieren|Om de week|Gestopt")
		v.Want(sheetDates, "Dinsdag 1 december, 14.00 tot 15.00 uur. Let op: andere tijd en andere plek. Bij Plein Zuid, Weg 2, Tilburg. Verhuizing.|"+
			"Donderdag 3 december 2026, 14.00 tot 15.00 uur. Extra spreekuur.|Vrijdag 27 november, 10.00 tot 12.00 uur|Vrijdag 11 december 2026, 10.00 tot 12.00 uur")
		const part = `document.querySelectorAll('.handout article')[%d].innerText.replace(/\s+/g, ' ')`
		for i, want := range [][]string{
			{"Neem mee de brief", "Bus 1 stopt voor de deur.", "013 000 00 03", "Vraag naar", "Afgesproken op"},
			{"Weg 2, 5038 CC Tilburg, Plein Zuid.", "Maak eerst een afspraak.", "zuid@pleinen.example"},
			{"Gestopt. Geen vraag. Ga nu naar Brieven & formulieren"},
		} {
			for _, text := range want {
				v.Want(fmt.Sprintf(part+`.includes(%q)`, i, text), "true")
			}
		}
		v.Want(`document.querySelector('.handout').innerText.includes('Gemaakt op zondag 22 november 2026.')`, "true")
		const link = "/mb/meegeven/#s=brieven,paar,weg&d=2026-11-22"
		v.Want(`location.pathname + location.hash`, link)
		v.click("Deel dit blad")
		v.Want(`window.shared?.replace(location.origin, '')`, link)
		v.Want(`(() => { const { href } = document.querySelector('main a[href^="sms:"]'); return href.slice(0, 11) + decodeURIComponent(href).endsWith(location.origin + '`+link+`'); })()`, "sms:?&body=true")
		v.click("Print dit blad")
		v.Want(`window.printed`, "true")
		v.Silent("404") // of the card of what stopped
	})
	t.Run("opened later", func(t *testing.T) {
		v := newVisitor(t, s, at(t, "2026-12-02T09:00:00+01:00"))
		v.open("/mb/meegeven/#s=brieven&d=2026-11-22")
		v.Want(sheetSays, "Dit blad is gemaakt op zondag 22 november 2026. U ziet nu de nieuwste datums.")
		v.Want(`document.querySelector('.handout .dates li').textContent`, "Donderdag 3 december 2026, 14.00 tot 15.00 uur. Extra spreekuur.")
		v.Want(`document.querySelector('.handout header p').textContent`, "De tijden zijn van zondag 22 november 2026.") // so says the host
		v.Want(`document.querySelectorAll('.handout .dates li').length`, "2")
	})
	t.Run("any address", func(t *testing.T) {
		v := newVisitor(t, s)
		const badLink = "Een deel van de link klopt niet. Dat deel staat niet op het blad."
		fifty := "paar,brieven"
		for i := range 48 {
			fifty += fmt.Sprintf(",weg-%d", i)
		}
		for fragment, want := range map[string][2]string{
			fifty: {"In de link staan meer dan 6 spreekuren. U ziet de eerste 6.", "Om de week|Brieven & formulieren|weg-0|weg-1|weg-2|weg-3"},
			"../../admin,paar,%2e%2e%2fadmin,//elders.example,.":                  {badLink, "Om de week"},
			"<script>alert(1)</script>,paar,%3Cimg%20src=x%20onerror=alert(1)%3E": {badLink, "Om de week"},
			"paar%00,paar,%,%E0%A4%A":                                             {badLink, "Om de week"},
			"PAAR,paar,paar":                                                      {badLink, "Om de week"},
			"paar&s=brieven&d=2026-99-99&d=x":                                     {"", "Om de week"},
			"paar," + strings.Repeat("a", 100_000):                                {"In de link staan meer dan 6 spreekuren. U ziet de eerste 6.|" + badLink, "Om de week"},
			strings.Repeat("-", 300) + ",a--b,é":                                  {badLink + " Er staat nog niets op het blad. Kies bij een spreekuur: Zet op het blad.", ""},
			"constructor,__proto__,paar":                                          {badLink, "constructor|Om de week"},
		} {
			v.open("/mb/meegeven/?" + fmt.Sprint(len(fragment)) + "#s=" + fragment)
			v.Want(sheetTitles, want[1])
			v.Want(sheetSays, want[0])
			v.Want(`[...document.querySelectorAll('main :is(script, img, iframe)')].filter((x) => !x.src.includes('/static/')).length`, "0")
		}
		v.open("/mb/spreekuren/#s=a,b,c,d,e,f")
		v.click("Zet op het blad Om de week")
		v.Want(`location.hash`, "#s=a,b,c,d,e,f")
		v.Want(`[...document.querySelectorAll('main [role=status]')].map((x) => x.textContent.trim()).join('')`, "Het blad is vol. Er passen 6 spreekuren op. Naar het blad")
		v.Silent("404")
	})
	t.Run("in two languages", func(t *testing.T) {
		c := pagetest.Complete(t)
		c.Site.Talen = []typed.Language{"nl", "ar"}
		v := newVisitor(t, serveFiles(t, "/mb/", filesOf(t, c)))
		v.open("/mb/meegeven/#s=brieven")
		v.follow("/mb/ar/meegeven/")
		v.Want(`[...document.querySelectorAll('.handout [lang=nl]')].map((x) => x.textContent).join('|').replace(/\d+/g, '#')`,
			"Meegeefblad|Gemaakt op zondag # november #.|Brieven & formulieren|dinsdag # december|donderdag # december|Kerkstraat #, # AA Loon op Zand, De Bieb, Plein Noord. Bus # stopt voor de deur.|Neem mee|de brief|Vraag naar|Afgesproken op|Mijn vraag|Scan voor de nieuwste tijden")
		v.Want(`document.querySelector('.handout .dates strong').textContent.includes('ديسمبر')`, "true")
		v.Silent()
	})
	t.Run("without connection", func(t *testing.T) {
		s := newServer(t)
		v := newVisitor(t, s)
		v.open("/mb/meegeven/#s=brieven,paar") // the first visit, by a link
		v.Want(sheetTitles, "Brieven & formulieren|Om de week")
		const ready = `navigator.serviceWorker.ready.then(async () => { for (const path of ['meegeven/', 'spreekuren/paar/', 'spreekuren/brieven/kaart/']) while (!(await caches.match('/mb/' + path))) await 0; return 'kept'; })`
		v.Want(ready, "kept")
		s.down.Store(true)
		v.open("/mb/meegeven/?nog-eens#s=brieven,paar&d=2026-11-22")
		v.Want(sheetTitles, "Brieven & formulieren|Om de week")
		v.Want(`document.querySelectorAll('.handout svg.qr').length`, "2")
		v.Want(`document.querySelector('.offline')?.textContent ?? ''`, "U bent offline. Wat u ziet, is van zondag 22 november.")
		v.open("/mb/meegeven/?een-ander#s=brieven,pauze")
		v.Want(sheetTitles, "Brieven & formulieren|pauze")
		v.Want(`document.querySelector('.handout article:last-child').innerText.includes('De tijden konden niet worden opgehaald.')`, "true")
	})
}

// TestSheetPrinted prints sheets with one, three and six spreekuren, with texts as long as
// they come too: it is one sheet of A4 each time, with nothing in its margins.
func TestSheetPrinted(t *testing.T) {
	_, err := exec.LookPath("pdftotext")
	browsertest.Needs(t, err == nil, "pdftotext of poppler-utils")
	browsertest.NeedsBrowser(t)
	files := paperSite(t)
	for _, family := range []string{"Noto Sans", "DejaVu Sans"} { // about the usual one, and the widest
		t.Run(family, func(t *testing.T) {
			t.Parallel()
			v := newVisitor(t, inFont(t, files, family), browsertest.Width(360)) // on a phone
			v.open("/")
			needsFont(t, v, family)
			for _, p := range []paperPlein{{14, false, 0, 0}, {14, true, 0, 0}} {
				for _, n := range []int{1, 3, 6} {
					var slugs []string
					for i := range n {
						slugs = append(slugs, fmt.Sprintf("s-%d-%s", i, p.slug()))
					}
					for _, language := range []string{"", "ar/"} {
						checkSheet(t, v, "/"+language+"meegeven/?"+fmt.Sprint(n, p.long, "#s=")+strings.Join(slugs, ","), p, n)
					}
				}
			}
			v.Silent()
		})
	}
}

func checkSheet(t *testing.T, v *visitor, address string, p paperPlein, n int) {
	t.Helper()
	sheets := printed(v, address)
	v.Want(`document.querySelectorAll('.handout svg.qr').length`, fmt.Sprint(n))
	checkPaper(t, address, sheets, 1, a4)
	all := allText(sheets)
	wants := []string{"Vraagnaar", "Afgesprokenop", "Mijnvraag", "013000"}
	for i := range n {
		wants = append(wants, fmt.Sprintf("Q%02d", i))
	}
	for _, want := range wants {
		if !strings.Contains(all, squeezed(want)) {
			t.Errorf("%s has no %q: %s", address, want, all)
		}
	}
	if p.long {
		return
	}
	v.Do(browsertest.Media("print"))
	v.Want(`[...document.querySelectorAll('.handout :is(p, li, h2, h3, span)')].filter((x) => x.textContent.trim() && parseFloat(getComputedStyle(x).fontSize) < 18.6).length`, "0") // 14 points
	v.Do(browsertest.Media(""))
}

// TestSheetScan reads the codes of a printed sheet as the camera of a phone does.
func TestSheetScan(t *testing.T) {
	_, err := exec.LookPath("pdftoppm")
	browsertest.Needs(t, err == nil, "pdftoppm of poppler-utils")
	browsertest.NeedsBrowser(t)
	v := newVisitor(t, serveFiles(t, "/", paperSite(t)), browsertest.Width(1280))
	const slug = "s-0-plein-8-false"
	camera := exec.Command("pdftoppm", "-r", "200", "-png", "-singlefile", "-")
	camera.Stdin = bytes.NewReader(pdfOf(v, "/meegeven/#s="+slug))
	data, err := camera.Output()
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := scanned(t, picture), "https://pleinen.example/spreekuren/"+slug+"/"; got != want {
		t.Errorf("the code says %q, want %q", got, want)
	}
}
