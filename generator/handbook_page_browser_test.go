package generator_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pleinwijzer/content"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/handbook"
)

// TestHandbookPageInBrowser opens the handbook as one file, on a phone and on a large
// screen. axe-core would take minutes for all of it, so it looks at the first chapters,
// which have all kinds of parts that the others have.
func TestHandbookPageInBrowser(t *testing.T) {
	t.Parallel()
	axe := axeScript(t)
	first, _, ok := strings.Cut(content.Handbook, "\n## 5. ")
	if !ok {
		t.Fatal("no chapter 5")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, err := handbook.HTML(map[bool]string{true: content.Handbook, false: first}[r.URL.Path == "/heel"], content.Pictures, "v1.2.0")
		if err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "text/html") // the page itself says how it is encoded
		w.Write(page)
	}))
	defer server.Close()
	tab := open(t, browsertest.Width(320), browsertest.Scheme("light"))
	tab.Go(server.URL + "/begin")
	for _, problem := range audit(tab, axe) {
		t.Errorf("at 320 px: %s", problem)
	}
	tab.Do(browsertest.Scheme("dark"))
	for _, problem := range violations(tab, "color-contrast", "link-in-text-block") {
		t.Errorf("in dark: %s", problem)
	}
	tab.Go(server.URL + "/heel")
	const fits = `document.documentElement.scrollWidth <= document.documentElement.clientWidth`
	tab.Want(fits, "true")
	tab.Want(`document.querySelector('td').offsetWidth > 250`, "true") // a table is a list there
	tab.Want(`[...document.images].every((i) => i.complete && i.naturalWidth > 0)`, "true")
	tab.Want(`document.characterSet`, "UTF-8")
	tab.Do(browsertest.Width(1280))
	tab.Want(fits, "true")
	tab.Want(`document.querySelector('nav').getBoundingClientRect().right < document.querySelector('main').getBoundingClientRect().left`, "true")
}
