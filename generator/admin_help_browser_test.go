package generator_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/edit"
)

// headers are those of an answer, each name followed by its value.
func headers(pairs ...string) (list []*fetch.HeaderEntry) {
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, &fetch.HeaderEntry{Name: pairs[i], Value: pairs[i+1]})
	}
	return list
}

// TestAdminHelp opens /admin/ where nobody can log in, under its own policy, and wants it to
// say what is missing and where the handbook tells how to mend it.
func TestAdminHelp(t *testing.T) {
	browsertest.NeedsBrowser(t)
	page := render(t, siteOf(t, edited(t), catalog.Options{Now: now}), "admin/index.html")
	var github atomic.Pointer[func(url string) int64] // what GitHub answers; 0 is no answer at all
	tab := browsertest.Open(t, chromedp.EmulateViewport(1280, 800))
	tab.Listen(func(event any) {
		paused, ok := event.(*fetch.EventRequestPaused)
		if !ok {
			return
		}
		url := paused.Request.URL
		answer := fetch.FulfillRequestParams{RequestID: paused.RequestID, ResponseCode: 200}
		switch {
		case strings.HasSuffix(url, "/admin/"):
			answer.Body = page
			answer.ResponseHeaders = headers("Content-Type", "text/html", "Content-Security-Policy", edit.AdminPolicy)
		case strings.HasPrefix(url, "https://api.github.com/"):
			answer.ResponseCode = (*github.Load())(url)
			answer.ResponseHeaders = headers("Access-Control-Allow-Origin", "*", "Access-Control-Allow-Headers", "*")
			answer.Body = []byte("{}")
		default:
			answer.ResponseCode = 0
		}
		if answer.ResponseCode == 0 {
			blocked := fetch.FailRequestParams{RequestID: paused.RequestID, ErrorReason: network.ErrorReasonBlockedByClient}
			go browsertest.Call(tab, fetch.FailRequest, blocked)
			return
		}
		go browsertest.Call(tab, fetch.FulfillRequest, answer)
	})
	browsertest.Call(tab, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: "*"}}})
	const blocked = "niet geladen van unpkg.com"
	for _, test := range []struct {
		name, url string
		github    func(string) int64
		want, not []string
	}{
		{"all well but the CDN", "https://pleinen.example/admin/", func(string) int64 { return 200 }, []string{blocked, "stap 1 tot en met 6", "bibliotheek/pleinwijzer"}, []string{"kent", "https://"}},
		{"no such repository", "https://pleinen.example/admin/", func(string) int64 { return 404 }, []string{"GitHub kent bibliotheek/pleinwijzer niet", "hoofdstuk 33, Het formulier aanzetten, stap 7"}, []string{"geen map"}},
		{"no such folder", "https://pleinen.example/admin/", func(url string) int64 {
			if strings.Contains(url, "/contents/content?ref=main") {
				return 404
			}
			return 200
		}, []string{"op de tak main geen map content"}, []string{"kent"}},
		{"no GitHub", "https://pleinen.example/admin/", func(string) int64 { return 0 }, []string{"GitHub is niet te bereiken"}, nil},
		{"no https", "http://pleinen.example/admin/", func(string) int64 { return 200 }, []string{"begint met http.", "hoofdstuk 33"}, nil},
		{"serve", "http://localhost:1313/admin/", func(string) int64 { return 404 }, []string{"op uw eigen computer", "Werken met een lokale repository"}, []string{"kent"}},
	} {
		github.Store(&test.github)
		tab.Go(test.url)
		for _, want := range test.want {
			tab.Want(fmt.Sprintf(`document.getElementById('hulp').open && document.getElementById('hulp').innerText.includes(%q) ? %[1]q : document.body.innerText`, want), want)
		}
		text := browsertest.Ask[string](tab, `document.getElementById('hulp-nu').innerText`)
		for _, not := range test.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: the page says %q", test.name, text)
			}
		}
	}
}
