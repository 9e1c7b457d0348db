package generator_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"pleinwijzer/content"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/handbook"
)

// TestHandbookPageInBrowser opens the handbook as one file, on a phone and on a large
// screen, in light and dark mode.
func TestHandbookPageInBrowser(t *testing.T) {
	t.Parallel()
	axe := axeScript(t)
	page, err := handbook.HTML(content.Handbook, content.Pictures, "v1.2.0")
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html") // the page itself says how it is encoded
		w.Write(page)
	}))
	defer server.Close()
	tab := open(t, browsertest.Width(320), browsertest.Scheme("light"))
	tab.Go(server.URL)
	for _, problem := range audit(tab, axe) {
		t.Errorf("at 320 px: %s", problem)
	}
	tab.Do(browsertest.Scheme("dark"))
	for _, problem := range violations(tab, "color-contrast", "link-in-text-block") {
		t.Errorf("in dark: %s", problem)
	}
	tab.Want(`document.querySelector('td').offsetWidth > 250`, "true") // a table is a list there
	tab.Do(browsertest.Width(1280), browsertest.Scheme("light"))
	for _, problem := range violations(tab, "color-contrast", "landmark-one-main", "region") {
		t.Errorf("at 1280 px: %s", problem)
	}
	tab.Want(`document.querySelector('nav').getBoundingClientRect().right < document.querySelector('main').getBoundingClientRect().left`, "true")
	tab.Want(`[...document.images].every((i) => i.complete && i.naturalWidth > 0)`, "true")
	tab.Want(`Boolean(document.getElementById('28-alle-velden')) && document.characterSet`, `"UTF-8"`)
}
