package page

import (
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
)

// TestMapLegible looks at maps as a browser draws them, in its own letters: no name lies over
// another one or over a spot, all is within the map, and each spot can be reached with a
// keyboard.
func TestMapLegible(t *testing.T) {
	browsertest.NeedsBrowser(t)
	for _, n := range []int{0, 3, 40, 500} {
		c := spread(t, n)
		if n == 0 {
			c = pagetest.Shipped(t)
		}
		s := serveFiles(t, "/", filesOf(t, c))
		for _, width := range []int64{320, 1280} {
			v := newVisitor(t, s, browsertest.Width(width))
			v.open("/pleinen/")
			v.Want(`(() => {
				const svg = [...document.querySelectorAll('svg.map')].filter((x) => x.getClientRects().length);
				if (svg.length !== 1) return svg.length + ' maps';
				const map = svg[0].getBoundingClientRect();
				const boxes = [...svg[0].querySelectorAll('text:not(a text), circle:not(.reach)')].map((x) => ({ x, box: x.getBoundingClientRect() }));
				for (const [i, a] of boxes.entries()) {
					if (a.box.left < map.left || a.box.right > map.right || a.box.top < map.top || a.box.bottom > map.bottom) return 'outside: ' + a.x.outerHTML;
					for (const b of boxes.slice(0, i)) {
						if (a.x.matches('circle') && b.x.matches('circle')) continue; // round
						const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
						const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
						if (across > 1 && down > a.box.height * 0.3) return a.x.outerHTML + ' over ' + b.x.outerHTML;
					}
				}
				return boxes.length > 2 && document.documentElement.scrollWidth <= innerWidth;
			})()`, "true")
			v.eval(`document.querySelectorAll('svg.map').forEach((x) => x.getClientRects().length && x.querySelector('a').focus())`)
			v.Want(`document.activeElement.matches('a.spot')`, "true")
			v.Press("\t")
			v.Want(`document.activeElement.matches('a.spot ~ a.spot')`, "true")
			v.Press("\r")
			v.Want(`location.pathname !== '/pleinen/'`, "true")
			if t.Failed() {
				t.Fatalf("%d pleinen at %d", n, width)
			}
		}
	}
}
