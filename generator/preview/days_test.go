package preview_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

func TestDays(t *testing.T) {
	p := startWith(t, "vandaag is DAG")
	p.save("layouts/base.html", "<html><head><meta charset=utf-8></head><body class=a>X</body></html>")
	p.save("content/plein.md", "plein op DAG")
	p.settle()
	p.wait("/plein/", 200, "plein op 2026-11-22", "<head>")

	const christmas = "/plein/?op=2026-12-25"
	tests := []struct {
		name, from, path string
		status           int
		to               string // where it redirects to
		has, hasNot      []string
	}{
		{"today", "", "/plein/", 200, "", []string{"2026-11-22", ">Vandaag<"}, []string{"klok.js", "U ziet de site"}},
		{"another day", "", christmas, 200, "", []string{
			`<head><script src="/__pleinwijzer/klok.js" data-verschil="2851200000"></script><meta`, "plein op 2026-12-25",
			"<body class=a><pleinwijzer-strook", "U ziet de site zoals op <strong>vrijdag 25 december 2026</strong>",
			`href="/plein/" referrerpolicy="no-referrer">Terug naar vandaag</a>`, `value="2026-12-25"`}, nil},
		{"summer time", "", "/plein/?op=2027-06-01", 200, "", []string{`data-verschil="16498800000"`}, nil}, // 191 days minus an hour
		{"a link on it", christmas, "/", 302, "/?op=2026-12-25", nil, nil},
		{"a link with a query", christmas, "/plein/?a=b", 302, "/plein/?a=b&op=2026-12-25", nil, nil},
		{"to nothing", christmas, "/niets/", 302, "/niets/?op=2026-12-25", nil, nil},
		{"nothing on that day", "", "/niets/?op=2026-12-25", 404, "", []string{"niets", "25 december"}, nil},
		{"an old address", christmas, "/oud/", 302, "/oud/?op=2026-12-25", nil, nil},
		{"an old address with the day", "", "/oud/?op=2026-12-25", 301, "/nieuw/?op=2026-12-25", nil, nil},
		{"data for it", christmas, "/feeds/a.geojson", 200, "", []string{`{"dag":"2026-12-25"}`}, nil},
		{"a style for it", christmas, "/css/site.css", 200, "", []string{"body{}"}, nil},
		{"a day on another day", christmas, "/?op=2027-01-01", 200, "", []string{"2027-01-01"}, nil},
		{"today on another day", christmas, "/?op=", 200, "", []string{"2026-11-22"}, []string{"klok.js"}},
		{"this very day", "", "/?op=2026-11-22", 200, "", []string{"2026-11-22"}, []string{"klok.js", "U ziet"}},
		{"a link on this very day", "/?op=2026-11-22", "/plein/", 200, "", []string{"2026-11-22"}, nil},
		{"the form keeps the rest", "", "/plein/?q=een+%22twee%22&op=2026-12-25", 200, "", []string{
			`<form action="/plein/"><input type="hidden" name="q" value="een &#34;twee&#34;">`, `href="/plein/?q=een&#43;%22twee%22"`}, nil},
		{"no day", "", "/plein/?op=morgen", 400, "", []string{"Die dag kan niet", "&#34;morgen&#34; is geen datum", `name="op"`}, nil},
		{"no such month", "", "/?op=2026-13-01", 400, "", []string{"maand 13 bestaat niet"}, nil},
		{"no such day", "", "/?op=2026-02-30", 400, "", []string{"30 februari 2026 bestaat niet"}, nil},
		{"a slip of the pen", "", "/?op=0226-12-25", 400, "", []string{"25 december 226 is te ver weg"}, nil},
		{"from an address with a slip", "/?op=morgen", "/plein/", 200, "", []string{"2026-11-22"}, nil},
		{"an application", "", "/admin/?op=2026-12-25", 200, "", nil, []string{"pleinwijzer-balk", "klok.js"}},
	}
	for _, test := range tests {
		status, body, header := p.getFrom(test.from, test.path)
		if to := header.Get("Location"); status != test.status || to != test.to {
			t.Errorf("%s: %d to %q, want %d to %q", test.name, status, to, test.status, test.to)
		}
		for _, text := range test.has {
			if !strings.Contains(body, text) {
				t.Errorf("%s: no %q in\n%s", test.name, text, body)
			}
		}
		for _, text := range test.hasNot {
			if strings.Contains(body, text) {
				t.Errorf("%s: %q in\n%s", test.name, text, body)
			}
		}
	}
	request, err := http.NewRequest("GET", p.url+"/plein/", nil)
	p.must(err)
	request.Header.Set("Referer", "https://elders.example"+christmas)
	r, err := http.DefaultTransport.RoundTrip(request)
	p.must(err)
	if r.Body.Close(); r.StatusCode != 200 {
		t.Error("a day is taken from the page of another site")
	}
}

// TestDaysAreKept checks that a day is only made once, as long as the content does not
// change and not too many other days are asked for.
func TestDaysAreKept(t *testing.T) {
	p := startWith(t, "op DAG")
	visit := func(days ...string) {
		for _, day := range days {
			p.wait("/?op="+day, 200, "op "+day)
		}
	}
	visit("2026-12-01", "2026-12-02", "2026-12-01", "2026-12-03", "2026-12-01", "2026-12-04", "2026-12-01", "2026-12-02")
	want := []string{"2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-02"}
	if got := p.made(); !slices.Equal(got, want) {
		t.Errorf("made %q, want %q", got, want)
	}
	p.save("content/index.md", "nieuw op DAG")
	p.wait("/?op=2026-12-01", 200, "nieuw op 2026-12-01")

	p.save("content/index.md", "telefon")
	p.wait("/?op=2026-12-01", 500, "onbekend veld")
	p.wait("/?op=2026-12-01&laatste-goede", 200, "nieuw op 2026-12-01", "laatste goede versie", "1 december")
}

// made returns the other days that were made.
func (p *trial) made() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var days []string
	for _, day := range p.days {
		days = append(days, day.String())
	}
	return days
}
