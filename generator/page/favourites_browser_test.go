package page

import (
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/typed"
)

func testFavourites(t *testing.T) {
	s := newServer(t)
	const list = `document.querySelector('[data-lijst]').innerText`
	const titles = `[...document.querySelectorAll('[data-lijst] h2')].map((x) => x.textContent).join('|')`

	t.Run("keep and remove", func(t *testing.T) {
		v := newVisitor(t, s)
		v.open("/mb/mijn-spreekuren/")
		v.Want(list, "U hebt nog niets bewaard. Kies op de bladzijde van een spreekuur: Bewaar.")
		v.open("/mb/spreekuren/brieven/")
		v.click("Bewaar dit spreekuur")
		v.Want(statusIs, "Bewaard. Mijn spreekuren")
		v.open("/mb/spreekuren/")
		v.click("Bewaar Om de week")
		v.open("/mb/mijn-spreekuren/")
		v.Want(titles, "Brieven & formulieren|Om de week")
		v.Want(`document.querySelector('[data-lijst] .ticks')?.textContent.includes('brief') ?? false`, "true") // what to bring
		v.Want(`document.querySelector('[data-lijst] .when')?.textContent.startsWith('Elke dinsdag')`, "true")
		v.Want(`document.querySelector('[data-lijst] .changes')?.textContent.includes('Gaat niet door: dinsdag 24 november. Ziekte.')`, "true")
		v.Want(`[...document.querySelectorAll('main button')].some((b) => b.textContent === 'Print deze bladzijde')`, "true")
		v.click("Haal weg Brieven")
		v.Want(titles, "Om de week")
		v.Want(`document.activeElement.textContent`, "Haal weg Om de week")
		v.open("/mb/spreekuren/paar/")
		v.click("Haal weg uit mijn spreekuren")
		v.Want(`localStorage.length + document.cookie`, "0")
		v.Silent()
	})
	t.Run("in another language", func(t *testing.T) {
		c := pagetest.Complete(t)
		c.Site.Talen = []typed.Language{"nl", "en"}
		v := newVisitor(t, serveFiles(t, "/mb/", filesOf(t, c)))
		v.open("/mb/spreekuren/brieven/")
		v.click("Bewaar dit spreekuur")
		v.Want(statusIs, "Bewaard. Mijn spreekuren")
		v.open("/mb/en/spreekuren/brieven/")
		v.click("Remove from my help sessions")
		v.click("Save this help session")
		v.open("/mb/en/mijn-spreekuren/")
		v.Want(`document.querySelector('[data-lijst] h2 a').getAttribute('href')`, "/mb/en/spreekuren/brieven/")
		v.open("/mb/mijn-spreekuren/")
		v.Want(`document.querySelector('[data-lijst] h2 a').getAttribute('href')`, "/mb/spreekuren/brieven/")
		v.Want(titles, "Brieven & formulieren")
		v.Silent()
	})
	t.Run("share and empty", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`navigator.share = async (what) => { window.shared = what; }`))
		v.open("/mb/mijn-spreekuren/")
		const about = `[...document.querySelectorAll('main button:not([hidden])')].map((b) => b.textContent).join('|')`
		v.Want(about, "Print deze bladzijde")
		v.open("/mb/spreekuren/brieven/")
		v.click("Bewaar dit spreekuur")
		v.open("/mb/mijn-spreekuren/")
		v.click("Deel deze lijst")
		v.Want(`shared?.text.replace(location.origin, '')`, "Brieven & formulieren: /mb/spreekuren/brieven/")
		v.click("Maak de lijst leeg")
		v.Want(titles, "")
		v.Want(`String(localStorage.length)`, "0")
		v.click("Zet de lijst terug")
		v.Want(titles, "Brieven & formulieren")
		v.click("Maak de lijst leeg")
		v.Want(statusIs, "De lijst is leeg. Zet de lijst terug")
		v.open("/mb/mijn-spreekuren/")
		v.Want(about, "Print deze bladzijde")
		v.Silent()
	})
	t.Run("what is stored may be anything", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`localStorage.setItem('mijn-spreekuren:/mb/', '[{"url":"https://elders.example/spreekuren/x/","title":"x"},{"url":"/mb/spreekuren/paar/","title":"<b>Paar</b>"}]')`))
		v.open("/mb/mijn-spreekuren/")
		v.Want(titles, "Om de week") // as its page says
		v.Silent()
	})
	t.Run("gone", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`localStorage.setItem('mijn-spreekuren:/mb/', '[{"url":"/mb/spreekuren/er-niet-meer/","title":"<b>Oud</b>"}]')`))
		v.open("/mb/mijn-spreekuren/")
		v.Want(titles, "<b>Oud</b>")
		v.Want(`document.querySelector('[data-lijst] .note')?.textContent`, "Dit spreekuur is er niet meer.")
	})
	t.Run("forbidden", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })`))
		v.open("/mb/spreekuren/brieven/")
		v.Want(`[...document.querySelectorAll('main button')].map((b) => b.textContent).join('|')`, "Zet op het blad|Deel deze bladzijde|Print deze bladzijde")
		v.open("/mb/mijn-spreekuren/")
		v.Want(list, "Bewaren lukt niet op dit apparaat.")
		v.Silent()
	})
	t.Run("full", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`Storage.prototype.setItem = function (key, value) { if (value !== '[]') throw new DOMException('full', 'QuotaExceededError'); }`))
		v.open("/mb/spreekuren/brieven/")
		v.click("Bewaar dit spreekuur")
		v.Want(statusIs, "Bewaren lukt niet op dit apparaat.")
		v.Silent()
	})
}
