package generator_test

import (
	"embed"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"pleinwijzer/generator/browsertest"
)

// checks are the scripts with which tests examine a page.
//
//go:embed testdata/browser
var checks embed.FS

// inPage loads a script of checks into the page that is open.
func inPage(tab *browsertest.Tab, name string) {
	tab.T.Helper()
	source, err := checks.ReadFile("testdata/browser/" + name)
	if err != nil {
		tab.T.Fatal(err)
	}
	tab.Do(chromedp.Evaluate[chromedp.Void](string(source)))
}

// TestKeyboard goes through every kind of page with only the Tab key, from right to left on
// a phone alone.
func TestKeyboard(t *testing.T) {
	t.Parallel()
	address := host(t)
	for _, width := range []int64{320, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			tab := open(t, browsertest.Width(width))
			for _, page := range pagesAt(t, width, 320) {
				tab.Go(address + page)
				past := skip
				if strings.HasPrefix(page, "/embed/") || strings.HasSuffix(page, "/scherm/") {
					past = nothingToSkip
				}
				for _, problem := range append(tabThrough(tab), past(tab)...) {
					t.Errorf("%s: %s", page, problem)
				}
				tab.Silent()
			}
		})
	}
}

// tabThrough presses Tab from the top of a page until the focus leaves the page. Every
// control must receive focus exactly once, in document order, and must then be in view
// with an outline (WCAG 2.2: 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 2.4.13 and 2.5.8).
func tabThrough(tab *browsertest.Tab) []string {
	tab.T.Helper()
	tab.Want("[...document.querySelectorAll('plein-rooster')].every((x) => x.shadowRoot?.querySelector('.rooster'))", "true")
	inPage(tab, "keyboard.js")
	var problems []string
	n := browsertest.Ask[int](tab, "keyboard.controls.length")
	for range 2*n + 10 { // scrollable areas receive focus too
		tab.Press(kb.Tab)
		step := browsertest.Ask[struct {
			Left     bool
			Problems []string
		}](tab, "keyboard.look()")
		if step.Left {
			break
		}
		problems = append(problems, step.Problems...)
	}
	return append(problems, browsertest.Ask[[]string](tab, "keyboard.rest()")...)
}

// skip follows the first link, which must lead past the menu.
func skip(tab *browsertest.Tab) []string {
	tab.T.Helper()
	tab.Do(chromedp.Evaluate[chromedp.Void]("keyboard.controls[0].focus()"))
	tab.Press(kb.Enter)
	if at := browsertest.Ask[string](tab, "document.activeElement.localName"); at != "main" {
		return []string{"the first link leads to " + at + ", not to main"}
	}
	return nil
}

// nothingToSkip checks that a page begins with its main part.
func nothingToSkip(tab *browsertest.Tab) []string {
	tab.T.Helper()
	if first := browsertest.Ask[string](tab, "document.body.firstElementChild.localName"); first != "main" {
		return []string{"begins with " + first + ", not with main"}
	}
	return nil
}

func TestKeyboardFindsProblems(t *testing.T) {
	tab := open(t, browsertest.Width(320))
	const first = "<a href=#m>Naar de inhoud</a><main id=m tabindex=-1>"
	findsBroken(t, tab, first+"<p>Zie <a href=#x style='display:inline'>daar</a> of.</p><button>Knop</button><details><summary>Meer</summary><a href=#z>Dicht</a></details>", map[string]broken{
		"not reached":   {first + "<a href=#x tabindex=-1>Weg</a>", "never has the focus"},
		"order":         {first + "<a href=#x>Een</a><a href=#y tabindex=1>Twee</a>", "out of order"},
		"trap":          {first + "<a href=#x>Een</a><button onkeydown='event.preventDefault()'>Vast</button><a href=#y>Twee</a>", "never has the focus"},
		"no outline":    {first + "<a href=#x style='outline:none'>Een</a>", "no outline"},
		"thin outline":  {first + "<a href=#x style='outline:1px solid'>Een</a>", "no outline"},
		"faint outline": {first + "<a href=#x style='outline-color:#ccc'>Een</a>", "faint outline"},
		"covered":       {first + "<a href=#x>Een</a><div style='position:fixed;inset:0;background:#fff'></div>", "covered"},
		"small":         {first + "<button style='width:20px;min-height:20px;padding:0;font-size:8px'>x</button>", "too small"},
		"in a shadow":   {first + "<div><template shadowrootmode=open><a href=#x style='outline:none'>Een</a></template></div>", "no outline"},
		"no way past":   {"<a href=#x>Een</a><main id=m tabindex=-1>", "not to main"},
	}, func() []string { return append(tabThrough(tab), skip(tab)...) })
}

// TestControls operates all controls by keyboard.
func TestControls(t *testing.T) {
	t.Parallel()
	address := host(t)
	tab := open(t, browsertest.Width(320), browsertest.Script(`{
		window.did = [];
		window.print = () => did.push('print');
		navigator.share = async ({ url }) => { did.push('share'); };
		Object.defineProperty(window, 'speechSynthesis', { value: {
			getVoices: () => [{ lang: 'nl-NL' }], addEventListener() {}, cancel() {}, speak: () => did.push('speak'),
		} });
		window.SpeechSynthesisUtterance = class {};
	}`))
	focus := func(selector, text string) {
		t.Helper()
		tab.Want(fmt.Sprintf(`(() => {
			const found = [...document.querySelectorAll(%q)].find((x) => x.textContent.startsWith(%q));
			found?.focus();
			return document.activeElement === found;
		})()`, selector, text), "true")
	}

	tab.Go(address + "/")
	focus("#q", "")
	tab.Press("geld" + kb.Enter)
	tab.Want("location.pathname + location.search", "/zoeken/?q=geld")

	tab.Go(address + "/zoeken/")
	focus("summary", "")
	for _, key := range []string{" ", kb.Enter} {
		before := browsertest.Ask[bool](tab, "document.activeElement.parentElement.open")
		tab.Press(key)
		tab.Want("document.activeElement.parentElement.open", fmt.Sprint(!before))
	}

	tab.Go(address + "/spreekuren/formulierenhulp-loon-op-zand/")
	for _, button := range []struct{ text, key, did string }{
		{"Deel", kb.Enter, "share"}, {"Print", " ", "print"}, {"Lees voor", kb.Enter, "speak"},
	} {
		focus("button", button.text)
		tab.Press(button.key)
		tab.Want("did.at(-1)", button.did)
	}
	focus("button", "Bewaar")
	tab.Press(" ")
	tab.Want("document.activeElement.textContent", "Haal weg uit mijn spreekuren")
	tab.Press(" ")
	tab.Want("document.activeElement.textContent", "Bewaar dit spreekuur")
	if lines := tab.Console(); len(lines) > 0 {
		t.Errorf("the console says %q", strings.Join(lines, "\n"))
	}
}
