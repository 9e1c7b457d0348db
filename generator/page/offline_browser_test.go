package page

import (
	"bytes"
	"strings"
	"testing"

	"pleinwijzer/generator/asset"
)

func testOffline(t *testing.T) {
	s := newServer(t)
	const ready = `navigator.serviceWorker.ready.then(async () => { while (!(await caches.match(location.pathname))) await 0; return 'kept'; })`
	const notice = `document.querySelector('.offline')?.textContent ?? ''`
	v := newVisitor(t, s)
	v.open("/mb/spreekuren/brieven/")
	v.Want(ready, "kept")
	v.open("/mb/pleinen/zuid/?van=elders")
	v.Want(ready, "kept")
	v.Want(notice, "")
	v.open("/mb/feeds/")
	v.Silent("404")

	s.down.Store(true)
	for _, page := range []string{"/mb/spreekuren/brieven/", "/mb/pleinen/zuid/", "/mb/"} {
		v.open(page)
		v.Want(notice, "U bent offline. Wat u ziet, is van zondag 22 november.")
		v.Want(`getComputedStyle(document.body).fontFamily.length > 0 && document.styleSheets[0].cssRules.length > 0`, "true")
	}
	// A page that was never visited says so, at its own address, and what can be read.
	v.open("/mb/spreekuren/paar/")
	v.Want(`location.pathname + ' ' + document.querySelector('h1').textContent`, "/mb/spreekuren/paar/ U bent offline")
	v.Want(`[...document.querySelectorAll('[data-bladzijden] a')].map((a) => a.getAttribute('href')).sort().join()`,
		"/mb/,/mb/meegeven/,/mb/mijn-spreekuren/,/mb/pleinen/zuid/,/mb/spreekuren/brieven/")
	v.Want(`document.querySelector('[data-bladzijden] a[href="/mb/spreekuren/brieven/"]').textContent`, "Brieven & formulieren")

	want := "kept"
	v.Want(`Promise.all(['/mb/feeds/', '/mb/admin/'].map((x) => caches.match(x))).then((x) => x.some(Boolean) ? 'feeds' : 'kept')`, want)

	s.down.Store(false)
	v.open("/mb/spreekuren/brieven/")
	v.Want(notice, "")

	s.slow.Store(true)
	v.open("/mb/spreekuren/brieven/")
	v.Want(notice, "De verbinding is traag. Wat u ziet, is van zondag 22 november.")
	s.slow.Store(false)

	// A new build: the worker of it takes over, with the pages that were kept.
	old := v.eval(`caches.keys().then((x) => x.join())`)
	s.put(asset.WorkerFile, bytes.Replace(s.files[asset.WorkerFile], []byte(`version="`), []byte(`version="nieuw`), 1))
	v.eval(`navigator.serviceWorker.getRegistration().then((x) => x.update()).then(() => '')`)
	v.Want(`caches.keys().then((x) => x.join())`, strings.Replace(old, "/mb/:", "/mb/:nieuw", 1))
	s.down.Store(true)
	v.open("/mb/pleinen/zuid/")
	v.Want(notice, "U bent offline. Wat u ziet, is van zondag 22 november.")
}
