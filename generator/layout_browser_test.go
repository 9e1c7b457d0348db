package generator_test

import (
	"fmt"
	"testing"

	"pleinwijzer/generator/browsertest"
)

// watchShifts records how far things move after they are first shown.
const watchShifts = `{
	window.shifts = [];
	window.shiftWatch = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
	shiftWatch.observe({ type: 'layout-shift', buffered: true });
}`

// TestNothingMoves opens pages on a slow device. Nothing that a visitor sees may jump
// when scripts add their part, and only style sheets may delay the first display.
func TestNothingMoves(t *testing.T) {
	t.Parallel()
	address := host(t)
	for _, width := range []int64{320, 1280} {
		for _, page := range []string{"/", "/pleinen/dinsdagochtendplein/", "/spreekuren/formulierenhulp-loon-op-zand/", "/zoeken/", "/ar/"} {
			// Each page in a profile of its own, since the first visit is the slowest. The tab is
			// closed with its subtest, since a slowed tab keeps the processor busy.
			t.Run(fmt.Sprintf("%d%s", width, page), func(t *testing.T) {
				tab := open(t, browsertest.Width(width), browsertest.Slowly(4), browsertest.Script(watchShifts))
				tab.Go(address + page)
				for _, problem := range append(moved(tab), waitedFor(tab)...) {
					t.Error(problem)
				}
			})
		}
	}
}

// moved reports what has moved too far: a cumulative layout shift of more than 0.01.
func moved(tab *browsertest.Tab) []string {
	tab.T.Helper()
	// What a script does right away is visible in the second frame after it.
	return browsertest.Ask[[]string](tab, `new Promise((resolve) => {
		setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))), 300);
	}).then(() => {
		shifts.push(...shiftWatch.takeRecords());
		const unasked = shifts.filter((x) => !x.hadRecentInput);
		const total = unasked.reduce((sum, x) => sum + x.value, 0);
		if (total <= 0.01) return [];
		const what = unasked.flatMap((x) => x.sources.map((y) => y.node?.outerHTML?.slice(0, 100)));
		return ['moves by ' + total.toFixed(3) + ': ' + what.join(' | ')];
	})`)
}

// waitedFor reports which files other than style sheets delay the display of a page.
func waitedFor(tab *browsertest.Tab) []string {
	tab.T.Helper()
	return browsertest.Ask[[]string](tab, `performance.getEntriesByType('resource')
		.filter((x) => x.renderBlockingStatus === 'blocking' && !new URL(x.name).pathname.endsWith('.css'))
		.map((x) => 'waits for ' + x.name)`)
}

func TestMovesFindsProblems(t *testing.T) {
	tab := open(t, browsertest.Width(320), browsertest.Script(watchShifts))
	const text = "<main><h1>Kop</h1><p>Tekst</p></main>"
	findsBroken(t, tab, text, map[string]broken{
		"late":   {text + "<script>setTimeout(() => document.body.prepend(Object.assign(document.createElement('div'), { style: 'height:300px' })), 100)</script>", "moves by"},
		"script": {"<script src=/404.js></script>" + text, "waits for"},
	}, func() []string { return append(moved(tab), waitedFor(tab)...) })
}

// TestFirstScreen checks the first screen of a phone: the header is a single row, the
// search field is near the top, and there are ways to continue by place, day and topic.
func TestFirstScreen(t *testing.T) {
	site := host(t)
	for _, page := range []string{"/", "/ar/", "/uk/", "/en/", "/pl/", "/tr/"} {
		tab := open(t, browsertest.Width(320))
		tab.Go(site + page)
		tab.Want(`document.querySelector('header.site').offsetHeight <= 140`, "true")
		tab.Want(`document.documentElement.scrollWidth <= innerWidth`, "true")
		tab.Want(`document.querySelector('h1').getBoundingClientRect().top < 260`, "true")
		tab.Want(`document.querySelector('.chips').getBoundingClientRect().bottom < 800`, "true")
		tab.Want(`document.querySelector('.tiles').getBoundingClientRect().top < 1100`, "true")
	}
}

// TestLongMenu gives a site more lines in its menu than fit in a row. Its name keeps whole
// words: it once had one letter a line.
func TestLongMenu(t *testing.T) {
	site := host(t)
	for _, width := range []int64{1024, 1280} {
		tab := open(t, browsertest.Width(width))
		tab.Go(site + "/")
		tab.Want(`(() => {
			const name = document.querySelector('.name a');
			name.lastChild.textContent = 'Pleinen in Bommelerwaard';
			const list = document.querySelector('header.site nav ul');
			for (const item of [...list.children].slice(0, 5)) list.append(item.cloneNode(true));
			return name.offsetHeight < 60 && document.documentElement.scrollWidth <= innerWidth;
		})()`, "true")
	}
}
