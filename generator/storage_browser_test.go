package generator_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
)

// requests records the addresses that a tab requests.
type requests struct {
	mu        sync.Mutex
	addresses []string
}

func (r *requests) listen(event any) {
	if e, ok := event.(*network.EventRequestWillBeSent); ok {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.addresses = append(r.addresses, e.Request.URL)
	}
}

// elsewhere returns the requests to any site other than that of the address.
func (r *requests) elsewhere(address string) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(r.addresses), func(a string) bool {
		return strings.HasPrefix(a, address+"/") || strings.HasPrefix(a, "data:")
	})
}

// stored returns everything that the pages of a site have stored in the browser, except
// for the pages that the service worker caches.
func stored(tab *browsertest.Tab) []string {
	tab.T.Helper()
	found := browsertest.Ask[[]string](tab, `(async () => [
		...Object.keys(localStorage).map((key) => 'localStorage ' + key + ' ' + localStorage[key]),
		...Object.keys(sessionStorage).map((key) => 'sessionStorage ' + key),
		...(await indexedDB.databases()).map(({ name }) => 'database ' + name),
		...(await caches.keys()).filter((name) => !name.startsWith('pleinwijzer:/:')).map((name) => 'cache ' + name),
	])()`)
	for _, cookie := range browsertest.Call(tab, network.GetCookies, network.GetCookiesParams{}).Cookies {
		found = append(found, "cookie "+cookie.Name)
	}
	return found
}

// TestNothingStored visits every kind of page and presses every button. There must be no
// cookies, nothing stored except the list that the visitor asked for, and no requests to
// other sites.
func TestNothingStored(t *testing.T) {
	t.Parallel()
	address := host(t)
	tab := open(t, browsertest.Script(`window.print = () => {}; navigator.share = async () => {};`))
	var asked requests
	tab.Listen(asked.listen)
	for _, page := range pages(t) {
		tab.Go(address + page)
	}
	if found := stored(tab); len(found) > 0 {
		t.Errorf("before the visitor keeps anything: %q", found)
	}
	pressed := 0
	for _, page := range pages(t) {
		tab.Go(address + page)
		pressed += browsertest.Ask[int](tab, `{
			const all = [...document.querySelectorAll('button')].filter((x) => x.type === 'button' && x.getClientRects().length);
			all.forEach((x) => x.click());
			all.length;
		}`)
	}
	if pressed < 50 {
		t.Errorf("pressed only %d buttons", pressed)
	}
	const list = "localStorage mijn-spreekuren:/ "
	if found := stored(tab); len(found) != 1 || !strings.HasPrefix(found[0], list) {
		t.Errorf("after pressing every button: %q, want the visitor's list alone", found)
	}
	if found := asked.elsewhere(address); len(found) > 0 {
		t.Errorf("asked of other sites: %q", found)
	}
}

func TestStoredFindsProblems(t *testing.T) {
	tab := open(t)
	tab.Go(serve(t, map[string][]byte{"index.html": []byte("<!doctype html><title>Proef</title>")}))
	if found := stored(tab); len(found) > 0 {
		t.Errorf("in a new profile: %q", found)
	}
	tab.Do(chromedp.Evaluate[chromedp.Void](`(async () => {
		localStorage.a = sessionStorage.b = 1;
		document.cookie = 'c=1; max-age=100';
		await caches.open('d');
		await new Promise((resolve) => { indexedDB.open('e').onsuccess = resolve; });
	})()`, chromedp.EvalAwaitPromise))
	want := []string{"localStorage a 1", "sessionStorage b", "database e", "cache d", "cookie c"}
	if found := stored(tab); !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
	var asked requests
	tab.Listen(asked.listen)
	other := serve(t, map[string][]byte{"x.png": nil})
	tab.Do(chromedp.Evaluate[chromedp.Void](`fetch('`+other+`/x.png', { mode: 'no-cors' })`, chromedp.EvalAwaitPromise))
	if found := asked.elsewhere("http://here"); !slices.Contains(found, other+"/x.png") {
		t.Errorf("saw %q, want a request of another site", found)
	}
}
