package openreferral

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// TestPlainText wants what a visitor of the other system reads, and no tag.
func TestPlainText(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "",
		"Gewone tekst.\r\nTweede regel.":     "Gewone tekst.\nTweede regel.",
		"voor wie < 18 of > 65 jaar is":      "voor wie < 18 of > 65 jaar is",
		"Taal & rekenen":                     "Taal & rekenen",
		"Taal &amp; rekenen":                 "Taal & rekenen",
		"&amp;lt;b&amp;gt; staat er":         "&lt;b&gt; staat er",
		"caf&eacute;&nbsp;De&#32;Hoek":       "café De Hoek",
		"<p>Een.</p><p>Twee.</p>":            "Een.\n\nTwee.",
		"<div>Een.<br>Twee.<br/>Drie.</div>": "Een.\nTwee.\nDrie.",
		"<p>Neem mee:</p>\n<ul>\n  <li>uw <b>pas</b></li>\n  <li><p>een brief</p></li>\n</ul>\n<p>Tot dan.</p>": "Neem mee:\n\n- uw pas\n- een brief\n\nTot dan.",
		"Kom <strong>gerust</strong>\nlangs.":                                           "Kom gerust\nlangs.",
		"<h2>Wat?</h2>Hulp<h2>Waar?</h2>Hier":                                           "Wat?\n\nHulp\n\nWaar?\n\nHier",
		`Zie <a href="https://x.example/a">de site</a>.`:                                "Zie de site (https://x.example/a).",
		`<a href="https://x.example/">x.example</a>`:                                    "x.example",
		`<a href="https://x.example">https://x.example/</a>`:                            "https://x.example/",
		`<a href="javascript:alert(1)">klik</a>`:                                        "klik",
		`<A HREF='mailto:jan@x.example'>mail</A>`:                                       "mail",
		"<script>alert(1)</script>Hoi<style>p{}</style>":                                "Hoi",
		"Hoi <script>alert(1)":                                                          "Hoi",
		"<!-- weg --><![CDATA[ook weg]]><?php echo 1 ?>Hoi":                             "Hoi",
		"Afgekapt <a href=\"https://x.exa":                                              "Afgekapt",
		"Afgekapt <b":                                                                   "Afgekapt",
		"als a <":                                                                       "als a <",
		"Vul <uw naam> in bij <naam>.":                                                  "Vul <uw naam> in bij <naam>.",
		"<o:p>Uit Word</o:p>":                                                           "Uit Word",
		"<img src=x onerror=alert(1)>Hoi":                                               "Hoi",
		"<svg><script>alert(1)</script></svg>Hoi":                                       "Hoi",
		"<table><tr><th>Dag</th><td>dinsdag</td></tr><tr><td>vrijdag</td></tr></table>": "Dag dinsdag\nvrijdag",
		"<p>Ongesloten<p>alinea":                                                        "Ongesloten\n\nalinea",
		"</div></div>":                                                                  "",
	} {
		if got := plainText(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// FuzzPlainText wants no text to keep a tag of HTML that was not written as an entity.
func FuzzPlainText(f *testing.F) {
	for _, seed := range []string{"<p>a</p>", "<scr<script>ipt>x", "<<b>b>", "a<b", "<a href='x>'>y</a>", "<textarea><b>x</b>", "<plaintext><b>x", "<title><i>t</title>", "<b/onclick=x>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := plainText(text)
		if strings.Contains(text, "&") {
			return // an entity may stand for anything, as text
		}
		z := html.NewTokenizer(strings.NewReader(got))
		for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
			if raw := string(z.Raw()); kind != html.TextToken && known(raw) {
				t.Errorf("%q keeps %q in %q", text, raw, got)
			}
		}
	})
}

// TestPlainTextTime wants no text to keep the program busy.
func TestPlainTextTime(t *testing.T) {
	for _, part := range []string{"<b", "<", "<b>", "<p>", "\n ", "<li>", "&amp;", "<!--", "<a href='https://x.example'>", "<a b=", "</a>", "<script>"} {
		begin := time.Now()
		plainText(strings.Repeat(part, 30_000))
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%q: %s", part, took)
		}
	}
}

// TestNumbers reads numbers as texts and texts as numbers, and wants what is neither to
// make a rule that cannot be said.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]int{
		`2`: 2, `"2"`: 2, `null`: -1, `""`: -1, `"twee"`: -1, `2.5`: -1, `1e99`: -1, `"NaN"`: -1, `[1]`: -1, `true`: -1,
	} {
		var n number
		if err := json.Unmarshal([]byte(text), &n); err != nil || n.whole() != want {
			t.Errorf("%s: %d, %v", text, n.whole(), err)
		}
	}
	if (*number)(nil).whole() != 0 {
		t.Error("no number is one")
	}
	var w words
	if err := json.Unmarshal([]byte(`5041`), &w); err != nil || w != "5041" {
		t.Errorf("%q, %v", w, err)
	}
	if err := json.Unmarshal([]byte(`{"a":1}`), &w); err == nil {
		t.Error("an object is a text")
	}
	_, s := read(t, `,"schedules":[{"freq":"WEEKLY","interval":"2","byday":"TU","dtstart":"2026-12-08","opens_at":"10:00","closes_at":"12:00","timezone":"2"}]`)
	if len(s.Rooster) != 1 || s.Rooster[0].RRule != "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" {
		t.Errorf("%+v", s.Rooster)
	}
}

// TestHTMLInFields wants no tag in any field of what is made of a service.
func TestHTMLInFields(t *testing.T) {
	d, s := read(t, `,"alert":"<p>Let op: <b>dicht</b></p>","application_process":"<ul><li>Bel</li><li>Mail</li></ul>","eligibility_description":"Voor &gt; 18 &amp; ouder",
		"required_documents":[{"document":"<b>pas</b>"}],"cost_options":[{"option":"<i>gratis</i>"}],"attributes":[{"taxonomy_term":{"name":"Geld &amp; schulden"}},{"taxonomy_term":{"name":"<br>"}}],
		"organization":{"id":"o1","name":"Taal<b>huis</b>","description":"<p>Een.</p><script>alert(1)</script>"}`)
	text, err := json.Marshal([]any{s, d.records})
	if err != nil || strings.Contains(string(text), "\\u003c") {
		t.Errorf("%s", text)
	}
	if s.Tekst != "Let op: dicht\n\n- Bel\n- Mail\n\nVoor > 18 & ouder" || s.Meenemen[0] != "pas" || s.Kosten != "gratis" || s.Onderwerpen[0].Naam != "Geld & schulden" {
		t.Errorf("%+v", s)
	}
	if got := oddText(d); got != "onderwerp 1, zonder-tijd 1" {
		t.Errorf("odd: %s", got)
	}
}

// TestPages plays lists that do not end, or are not what they say.
func TestPages(t *testing.T) {
	one, two := serviceWith(""), strings.Replace(serviceWith(""), `"s1"`, `"s2"`, 1)
	same := `{"total_pages":3,"contents":[` + one + "," + two + `]}`
	for name, test := range map[string]struct {
		files map[string]string
		want  string
	}{
		"one page over and over": {map[string]string{"/services?page=1": same, "/services?page=2": same}, "only services of the pages before it"},
		"too many pages":         {map[string]string{"/services?page=1": `{"total_pages":2001,"contents":[]}`}, "more services than can be taken over"},
		"an empty page before the last": {map[string]string{"/services?page=1": strings.Replace(same, "3", "2", 1), "/services?page=2": `{"total_pages":3,"contents":[]}`},
			"unexpected EOF"},
		"no list":          {map[string]string{"/services?page=1": `{"error":"later"}`}, "no list of contents"},
		"a list of itself": {map[string]string{"/services?page=1": `[` + one + `]`}, "no list of contents"},
		"more than a page": {map[string]string{"/services?page=1": `{"total_items":9,"contents":[` + one + `]}`}, "unexpected EOF"},
	} {
		test.files[""] = `{"version":"3.1"}`
		if _, err := Read(api(test.files)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
