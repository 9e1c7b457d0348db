package page

import (
	"testing"

	"pleinwijzer/generator/browsertest"
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
	t.Run("what is stored may be anything", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`localStorage.setItem('mijn-spreekuren:/mb/', '[{"url":"https://elders.example/spreekuren/x/","title":"x"},{"url":"/mb/spreekuren/paar/","title":"<b>Paar</b>"}]')`))
		v.open("/mb/mijn-spreekuren/")
		v.Want(titles, "<b>Paar</b>")
		v.Silent()
	})
	t.Run("gone", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`localStorage.setItem('mijn-spreekuren:/mb/', '[{"url":"/mb/spreekuren/er-niet-meer/","title":"Oud"}]')`))
		v.open("/mb/mijn-spreekuren/")
		v.Want(`document.querySelector('[data-lijst] .note')?.textContent`, "Dit spreekuur is er niet meer.")
	})
	t.Run("forbidden", func(t *testing.T) {
		v := newVisitor(t, s, browsertest.Script(`Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })`))
		v.open("/mb/spreekuren/brieven/")
		v.Want(`[...document.querySelectorAll('main button')].map((b) => b.textContent).join('|')`, "Deel deze bladzijde|Print deze bladzijde")
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
