package generator_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pleinwijzer/generator/browsertest"
)

// TestWithoutScript opens every kind of page with scripts disabled. All text of the page
// must be readable, and all visible controls must work.
func TestWithoutScript(t *testing.T) {
	t.Parallel()
	address := host(t)
	tab := open(t, browsertest.Width(320), browsertest.WithoutScript())
	for _, page := range pages(t) {
		tab.Go(address + page)
		name := strings.TrimPrefix(page, "/")
		if !strings.HasSuffix(name, ".html") {
			name += "index.html"
		}
		for _, problem := range scriptless(tab, string(renderedSite[name])) {
			t.Errorf("%s: %s", page, problem)
		}
		tab.Silent()
	}
}

// scriptless reports what text in the source of a page cannot be read in the tab, and
// which visible controls do nothing without scripts.
func scriptless(tab *browsertest.Tab, source string) []string {
	tab.T.Helper()
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return []string{err.Error()}
	}
	var problems []string
	seen := inOneLine(browsertest.Ask[string](tab, `{
		document.querySelectorAll('details').forEach((x) => { x.removeAttribute('name'); x.open = true; }); // opens without script, one at a time
		[...document.querySelectorAll('[type=radio]')].at(-1)?.click(); // the last of the tabs is all of them
		document.body.innerText;
	}`))
	for _, text := range written(doc) {
		if !strings.Contains(seen, text) {
			problems = append(problems, "cannot be read: "+text)
		}
	}
	return append(problems, browsertest.Ask[[]string](tab, `const tabs = (x) => { // a style sheet shows what was chosen
		if (x.type !== 'radio') return false;
		const chosen = document.querySelector('[type=radio]:checked');
		const texts = [x, [...document.querySelectorAll('[type=radio]')].find((other) => other !== x)].map((radio) => {
			radio?.click();
			return document.body.innerText;
		});
		chosen?.click();
		return texts[0] !== texts[1];
	}; [...document.querySelectorAll('button, input, select, textarea, a')]
		.filter((x) => x.getClientRects().length)
		.filter((x) => !tabs(x))
		.filter((x) => x.matches('a') ? /^(#|javascript:|)$/.test(x.getAttribute('href')) :
			!x.form?.hasAttribute('action') || x.matches('button, input[type=button]') && x.type !== 'submit')
		.map((x) => 'does nothing: ' + x.outerHTML.slice(0, 120))`)...)
}

// written returns the pieces of text in the body that the page itself does not hide.
func written(n *html.Node) []string {
	switch {
	case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
		return []string{inOneLine(n.Data)}
	case n.Type == html.ElementNode && (hides[n.DataAtom] || hasAttribute(n, "hidden")):
		return nil
	}
	var texts []string
	for child := range n.ChildNodes() {
		texts = append(texts, written(child)...)
	}
	return texts
}

// hides lists elements whose text is not displayed. A drawing is there in two sizes, of
// which one is, and what it says is in a list beside it.
var hides = map[atom.Atom]bool{atom.Head: true, atom.Script: true, atom.Style: true, atom.Template: true, atom.Svg: true}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func inOneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestScriptlessFindsProblems(t *testing.T) {
	tab := open(t, browsertest.WithoutScript())
	const text = "<main><p>Een <b>twee</b>\n drie</p>"
	findsBroken(t, tab, text+"<p hidden>niet</p><template>niet</template><details><summary>Meer</summary>Dit</details><form action=/zoeken/><input name=q><button>Zoek</button></form>", map[string]broken{
		"hidden":      {text + "<p class=x style='display:none'>vier</p>", "cannot be read: vier"},
		"invisible":   {text + "<p style='visibility:hidden'>vijf</p>", "cannot be read: vijf"},
		"button":      {text + "<button type=button>Deel</button>", "does nothing: <button"},
		"loose":       {text + "<label>Zoek <input></label>", "does nothing: <input"},
		"loose radio": {text + "<label>Dag <input type=radio name=d><input type=radio name=d></label>", "does nothing: <input"},
		"empty link":  {text + "<a href='#'>Open</a>", "does nothing: <a"},
	}, func() []string {
		return scriptless(tab, browsertest.Ask[string](tab, "document.documentElement.outerHTML"))
	})
}
