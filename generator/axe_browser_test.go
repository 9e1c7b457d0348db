package generator_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
)

// axeScript reads axe-core from where .ci/run puts it.
func axeScript(t *testing.T) string {
	t.Helper()
	axe, err := os.ReadFile("../.ci/node_modules/axe-core/axe.min.js")
	browsertest.Needs(t, err == nil, "axe-core")
	return string(axe)
}

// TestPagesInBrowser opens every kind of page at three widths in light and dark
// and wants no violation of WCAG 2.2 AA and of good practice by axe-core, no
// scrolling sideways and not a word in the console.
func TestPagesInBrowser(t *testing.T) {
	t.Parallel()
	axe := axeScript(t)
	address := host(t)
	for _, width := range []int64{320, 768, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			tab := open(t, browsertest.Width(width))
			for _, page := range pages() {
				for _, scheme := range []string{"light", "dark"} {
					tab.Do(browsertest.Scheme(scheme))
					if scheme == "light" {
						tab.Go(address + page)
					}
					for _, problem := range audit(tab, axe) {
						t.Errorf("%s, %s: %s", page, scheme, problem)
					}
				}
			}
		})
	}
}

// audit gives what is wrong with the page that is open.
func audit(tab *browsertest.Tab, axe string) []string {
	problems := tab.Console()
	tab.Do(chromedp.Evaluate[chromedp.Void](axe))
	return append(problems, browsertest.Ask[[]string](tab, `(async () => {
		const { violations } = await axe.run(document, { resultTypes: ['violations'],
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
		const problems = violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | '));
		const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
		if (over > 0) problems.push('scrolls sideways by ' + over + ' px');
		return problems;
	})()`)...)
}

func TestAuditFindsProblems(t *testing.T) {
	axe := axeScript(t)
	tab := open(t, browsertest.Width(320))
	findsBroken(t, tab, "<main><h1>Kop</h1></main>", map[string]broken{
		"contrast":    {"<main><h1 style='color:#999'>Kop</h1></main>", "color-contrast"},
		"landmark":    {"<main><h1>Kop</h1></main><p>Los</p>", "region"},
		"too wide":    {"<main><h1>Kop</h1><p style='width:400px'>x</p></main>", "scrolls sideways by"},
		"console":     {"<main><h1>Kop</h1></main><script>console.log('hoi')</script>", "hoi"},
		"exception":   {"<main><h1>Kop</h1></main><script>weg()</script>", "weg is not defined"},
		"not allowed": {"<main><h1>Kop</h1></main><meta http-equiv=Content-Security-Policy content=\"img-src 'none'\"><img alt='' src=/x.png>", "Content Security Policy"},
	}, func() []string { return audit(tab, axe) })
}
