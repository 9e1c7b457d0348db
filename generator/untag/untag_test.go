package untag

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// TestText wants what a visitor of the other system reads, and no tag.
func TestText(t *testing.T) {
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
		if got := Text(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// FuzzText wants no text to keep a tag of HTML that was not written as an entity.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"<p>a</p>", "<scr<script>ipt>x", "<<b>b>", "a<b", "<a href='x>'>y</a>", "<textarea><b>x</b>", "<plaintext><b>x", "<title><i>t</title>", "<b/onclick=x>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Text(text)
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

// TestTextTime wants no text to keep the program busy.
func TestTextTime(t *testing.T) {
	for _, part := range []string{"<b", "<", "<b>", "<p>", "\n ", "<li>", "&amp;", "<!--", "<a href='https://x.example'>", "<a b=", "</a>", "<script>"} {
		begin := time.Now()
		Text(strings.Repeat(part, 30_000))
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%q: %s", part, took)
		}
	}
}
