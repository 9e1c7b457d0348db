package page

import (
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
)

func testShare(t *testing.T) {
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
			v := newVisitor(t, s, browsertest.Script(test.before+"; window.print = () => { window.printed = true; };"))
			v.open("/mb/spreekuren/brieven/")
			v.click("Deel deze bladzijde")
			if name != "shown" {
				v.Want(`window.did`, "https://pleinen.example/mb/spreekuren/brieven/")
			}
			v.Want(statusIs, test.want)
			v.click("Print deze bladzijde")
			v.Want(`window.printed`, "true")
			v.Silent()
		})
	}
}

// voices stands in for the voices of a device, which a test has none of.
const voices = `{
	window.spoken = [];
	const list = [], told = [];
	window.addVoice = (lang, localService) => { list.push({ lang, localService }); told.forEach((tell) => tell()); };
	Object.defineProperty(window, 'speechSynthesis', { value: {
		speaking: false, pending: false, getVoices: () => list,
		addEventListener: (_, tell) => told.push(tell),
		speak(part) { this.speaking = true; spoken.push(part); },
		cancel() { this.speaking = false; },
	} });
	window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}`

func testReadAloud(t *testing.T) {
	s := newServer(t)
	s.try(`<h1>Kop <em>een</em></h1><p>Tekst <span lang="pl">po polsku</span> hier.</p><p hidden>niet</p><ul><li>Punt</li></ul>`)
	v := newVisitor(t, s, browsertest.Script(voices))
	v.open("/mb/proef/")
	const control = `[...document.querySelectorAll('main button')].map((b) => b.textContent).join('|')`
	v.eval(`addVoice('en-GB')`)
	v.Want(control, "")
	v.eval(`addVoice('nl-NL', false)`) // that of a service, which the text would go to
	v.eval(`addVoice('nl_NL', true)`)
	v.Want(control, "Lees voor")
	v.click("Lees voor")
	v.Want(`spoken.map((part) => part.lang + ':' + part.text).join('|')`, "nl:Kop een|nl:Tekst|pl:po polsku|nl:hier.|nl:Punt")
	v.Want(`String(spoken[2].voice)`, "undefined")
	v.Want(`spoken[0].voice.lang`, "nl_NL")
	v.click("Stop met voorlezen")
	v.Want(control, "Lees voor")
	v.click("Lees voor")
	v.eval(`spoken.at(-1).onend()`)
	v.Want(control, "Lees voor")
	v.Silent()
}

func testPrefetch(t *testing.T) {
	s := newServer(t)
	s.try(`<h1>x</h1><a href="/mb/pleinen/zuid/">a</a><a href="https://elders.example/x/">b</a><a href="/mb/pleinen/noord/spreekuren.ics">c</a>`)
	const hover = `document.querySelectorAll('main a').forEach((link) => link.dispatchEvent(new Event('touchstart', { bubbles: true })))`
	v := newVisitor(t, s)
	v.open("/mb/proef/")
	v.eval(hover)
	v.Want(`[...document.querySelectorAll('link[rel=prefetch]')].map((x) => x.pathname ?? x.getAttribute('href')).join('|')`, "/mb/pleinen/zuid/")
	s.until(t, func() bool { return s.times("/mb/pleinen/zuid/") > 0 }, "the page was not fetched")
	v.Silent()

	v = newVisitor(t, s, browsertest.Script(`Object.defineProperty(navigator, 'connection', { value: { saveData: true } })`))
	v.open("/mb/proef/")
	v.eval(hover)
	time.Sleep(150 * time.Millisecond)
	v.Want(`document.querySelectorAll('link[rel=prefetch]').length`, "0")
}
