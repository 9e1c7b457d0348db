package preview_test

import (
	"strings"
	"testing"
)

func TestErrorAndMend(t *testing.T) {
	p := start(t)
	p.wait("/", 200, "welkom", "herladen.js")
	p.save("content/index.md", "goed\nmijn telefon <b>\n")
	body := p.wait("/", 500,
		"<code>content/index.md:2:6</code>",
		"<pre>2 | mijn <mark>telefon</mark> &lt;b&gt;</pre>",
		"onbekend veld &#34;telefon&#34;", "bedoelt u &#34;telefoon&#34;?", "telefoon = &#34;013&#34;",
		"<code>content/site.toml:2:1</code>", "herladen.js",
		`<a href="/?laatste-goede">Laatste goede versie bekijken</a>`)
	if strings.Contains(body, "<style") || strings.Contains(body, "<script>") {
		t.Error("the page has script or style in itself")
	}
	p.wait("/zoeken/?dag=ma&amp;x", 500, `href="/zoeken/?dag=ma&amp;amp;x&amp;laatste-goede"`)
	p.wait("/?laatste-goede", 200, "welkom", "pleinwijzer-strook", "herladen.js")
	p.wait("/niets/?laatste-goede", 404, "niets", "pleinwijzer-strook")
	p.wait("/css/site.css", 200, "body{}")
	p.wait("/agenda.ics", 200, "BEGIN")
	p.wait("/nieuw.css", 404)

	p.save("content/index.md", "weer goed")
	p.wait("/", 200, "weer goed")
	status, _, header := p.get("/?a=b&laatste-goede")
	if to := header.Get("Location"); status != 302 || to != "/?a=b" {
		t.Errorf("the last good page, after the mend: %d to %q", status, to)
	}
}

func TestErrorFromTheStart(t *testing.T) {
	p := startWith(t, "telefon")
	body := p.wait("/?laatste-goede", 500, "content/index.md:1:1")
	if strings.Contains(body, "Laatste goede") {
		t.Error("a link to a last good version that never was")
	}
	p.save("content/index.md", "goed")
	p.wait("/", 200, "goed")
}
