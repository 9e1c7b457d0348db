package generator_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/static"
)

// axeScript reads axe-core from the folder in which .ci/run installs it.
func axeScript(t *testing.T) string {
	t.Helper()
	axe, err := os.ReadFile("../.ci/node_modules/axe-core/axe.min.js")
	browsertest.Needs(t, err == nil, "axe-core")
	return string(axe)
}

// TestPagesInBrowser opens every kind of page at three widths, in light and dark mode, from
// right to left at the outer two.
// axe-core must find no violations of WCAG 2.2 AA or its best practices, and there must
// be no horizontal scrolling and no messages in the console.
func TestPagesInBrowser(t *testing.T) {
	t.Parallel()
	axe := axeScript(t)
	address := host(t)
	for _, width := range []int64{320, 768, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			tab := open(t, browsertest.Width(width))
			for _, page := range pagesAt(t, width, 320, 1280) {
				tab.Do(browsertest.Scheme("light"))
				tab.Go(address + page)
				for _, problem := range audit(tab, axe) {
					t.Errorf("%s: %s", page, problem)
				}
				// Dark mode differs only in its colours (TestSchemes).
				tab.Do(browsertest.Scheme("dark"))
				for _, problem := range violations(tab, "color-contrast", "link-in-text-block") {
					t.Errorf("%s in dark: %s", page, problem)
				}
			}
		})
	}
}

// audit returns what is wrong with the page that is open.
func audit(tab *browsertest.Tab, axe string) []string {
	problems := tab.Console()
	tab.Do(chromedp.Evaluate[chromedp.Void](axe))
	return append(problems, violations(tab, "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")...)
}

// violations returns the violations of axe-core rules, or of all rules with certain tags,
// and reports horizontal scrolling.
func violations(tab *browsertest.Tab, rules ...string) []string {
	return browsertest.Ask[[]string](tab, `(async () => {
		const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: '`+strings.Join(rules, " ")+`'.split(' ') });
		const problems = violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | '));
		const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
		if (over > 0) problems.push('scrolls sideways by ' + over + ' px');
		return problems;
	})()`)
}

// TestSchemes checks that the styles for dark mode change only colours, so that
// everything else that was tested in light mode also holds in dark mode.
func TestSchemes(t *testing.T) {
	block := regexp.MustCompile(`(?s)@media screen and \(prefers-color-scheme: dark\) \{\n  :root:root \{\n(.*?)\n  \}\n\}`)
	colour := regexp.MustCompile(`^    --plein-[a-z-]+: #[0-9a-f]{6};$`)
	found := 0
	err := fs.WalkDir(static.Files, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".css" {
			return err
		}
		style, err := fs.ReadFile(static.Files, name)
		if n := strings.Count(string(style), "prefers-color-scheme"); n != len(block.FindAll(style, -1)) {
			t.Errorf("%s: a style for a scheme that this test cannot read", name)
		}
		for _, dark := range block.FindAllSubmatch(style, -1) {
			for line := range strings.Lines(string(dark[1])) {
				if line = strings.TrimSuffix(line, "\n"); !colour.MatchString(line) {
					t.Errorf("%s: in dark more than a colour changes: %s", name, line)
				}
				found++
			}
		}
		return err
	})
	if err != nil || found == 0 {
		t.Errorf("%d colours for dark, %v", found, err)
	}
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
