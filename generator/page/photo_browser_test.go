package page

import (
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/layouts"
)

// TestPhotoMovesNothing waits for photos that come late: the room for them is there, and
// what a small screen gets is small.
func TestPhotoMovesNothing(t *testing.T) {
	browsertest.NeedsBrowser(t)
	r := pagetest.Must(New(layouts.Files, withStatic(t, map[string][]byte{"fotos/Ingang.JPG": photoOf(1600, 1200)}), Kinds))
	s := serveFiles(t, "/", pagetest.Must(r.Site(pagetest.Winter(t, withFields(photographed)))).Files)
	for _, width := range []int64{320, 1280} {
		for _, page := range []string{"/", "/pleinen/markt/", "/spreekuren/brief/"} {
			v := newVisitor(t, s, browsertest.Width(width), browsertest.Script(`{
				window.shifted = '';
				// What moves with the photo in it, something else moves.
				const withPhoto = (x) => x.sources.some((y) => y.node?.querySelector?.('main img') || y.node?.matches?.('main img'));
				new PerformanceObserver((list) => list.getEntries().filter((x) => !withPhoto(x)).forEach((x) => {
					shifted += x.sources.map((y) => y.node?.outerHTML ?? y.node?.textContent).join(' | ');
				})).observe({ type: 'layout-shift', buffered: true });
			}`))
			v.open(page)
			v.eval(`document.querySelector('main img').scrollIntoView()`)
			v.Want(`document.querySelector('main img').complete && document.querySelector('main img').naturalWidth > 0`, "true")
			v.Want(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(location.pathname + shifted))))`, page)
			v.Want(`document.documentElement.scrollWidth <= innerWidth`, "true")
			if width == 320 && page != "/" {
				v.Want(`document.querySelector('main img').currentSrc.endsWith('.320.jpg')`, "true")
			}
			v.Want(`document.querySelector('main img').offsetHeight >= 40 && document.querySelector('main img').offsetHeight <= 400`, "true")
		}
	}
}
