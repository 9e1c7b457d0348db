package page

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/paper"
)

// TestNewsletter gives the block texts that are hard to write in HTML, and reads
// it back in its three forms.
func TestNewsletter(t *testing.T) {
	const title = `</li><script>alert("1")</script> & 'geld' &amp; <b>مرحبا</b> 🙂 ` + "`{{.}}`"
	c := pagetest.Complete(t)
	for _, x := range c.Spreekuren {
		x.Titel = title + strings.Repeat(" lang", 40)
	}
	c.Pleinen[0].InEenZin = title
	page := pagetest.Must(html.Parse(bytes.NewReader(pagetest.Rendered(t, filesOf(t, c), "pleinen/noord/nieuwsbrief/index.html"))))
	parts := map[string]*html.Node{}
	for n := range page.Descendants() {
		if id := attribute(n, "id"); id != "" {
			parts[id] = n
		}
	}
	block, source, text := parts["blok"], textIn(parts["html-bron"]), textIn(parts["gewone-tekst"])

	again := pagetest.Must(html.Parse(strings.NewReader(source)))
	if got, want := textIn(again), textIn(block); got != want {
		t.Errorf("the source says something else than the block\n got %s\nwant %s", got, want)
	}
	links := 0
	for n := range again.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case !strings.Contains(" html head body h2 h3 p strong ul li a br ", " "+n.Data+" "):
			t.Errorf("<%s> is not for a mail", n.Data)
		case attribute(n, "style") != "" || attribute(n, "class") != "" || attribute(n, "id") != "":
			t.Errorf("<%s> has what a program for mail drops", n.Data)
		case n.Data == "a" && !strings.HasPrefix(attribute(n, "href"), "https://pleinen.example/mb/"):
			t.Errorf("a link to %s", attribute(n, "href"))
		case n.Data == "a" && textIn(n) == c.Spreekuren[0].Titel:
			links++
		}
	}
	if links < 3 {
		t.Errorf("%d links have the title, want one for each time it is said", links)
	}
	if !strings.Contains(strings.Join(strings.Fields(text), " "), c.Spreekuren[0].Titel) ||
		!strings.HasPrefix(text, "Plein Noord\n===========\n") {
		t.Errorf("the text is not that of the block:\n%s", text)
	}
	for line := range strings.Lines(text) {
		if utf8.RuneCountInString(line)-1 > paper.TextWidth && strings.Contains(strings.TrimLeft(line, "- "), " ") {
			t.Errorf("%q is too long", line)
		}
	}
}

func textIn(n *html.Node) string {
	var text strings.Builder
	for n := range n.Descendants() {
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
		}
	}
	return text.String()
}

// testNewsletterCopied presses the three buttons.
func testNewsletterCopied(t *testing.T) {
	s := newServer(t)
	const clipboard = `
		navigator.clipboard.writeText = async (text) => { window.did = text; };
		navigator.clipboard.write = async ([item]) => { window.did = (await Promise.all(item.types.map(async (type) => type + ':' + await (await item.getType(type)).text()))).join('|'); };`
	v := newVisitor(t, s, browsertest.Script(clipboard))
	v.open("/mb/pleinen/noord/nieuwsbrief/")
	press := func(i string, want string) {
		t.Helper()
		v.eval(`window.did = '', document.querySelectorAll('[data-kopieer]')[` + i + `].click()`)
		v.Want(`did === `+want, "true")
		v.Want(`document.querySelectorAll('[data-kopieer]')[`+i+`].nextSibling.textContent`, "Gekopieerd.")
	}
	const text, block = `document.getElementById('gewone-tekst').textContent`, `document.getElementById('blok').innerHTML`
	press("0", `'text/plain:' + `+text+` + '|text/html:' + `+block)
	press("1", text)
	press("2", `document.getElementById('html-bron').textContent`)
	v.Want(`document.getElementById('html-bron').textContent === `+block, "true")
	v.eval(`navigator.clipboard.write = async () => { throw new DOMException('no', 'NotAllowedError') }, document.querySelector('[data-kopieer]').click()`)
	v.Want(`document.querySelector('.status').textContent + getSelection().toString().slice(0, 11)`, "Kopiëren lukt niet. De tekst is gekozen: kopieer hem zelf.Plein Noord")
	v.Silent()

	v = newVisitor(t, s, browsertest.WithoutScript())
	v.open("/mb/pleinen/noord/nieuwsbrief/")
	v.Want(`[...document.querySelectorAll('[data-kopieer]')].filter((x) => x.checkVisibility()).length`, "0")
}

// TestNewsletterTells reads the plain text of pleinen with closings of months, a begin
// in spring, dates without an hour, and guests.
func TestNewsletterTells(t *testing.T) {
	const golden = "testdata/nieuwsbrieven.txtar"
	archive := pagetest.Must(txtar.ParseFile(golden))
	for i, f := range archive.Files {
		now, plein, _ := strings.Cut(f.Name, ", ")
		page := pagetest.Rendered(t, filesOf(t, embedCatalog(t, now)), "pleinen/"+plein+"/nieuwsbrief/index.html")
		var got string
		for n := range pagetest.Must(html.Parse(bytes.NewReader(page))).Descendants() {
			if attribute(n, "id") == "gewone-tekst" {
				got, _, _ = strings.Cut(textIn(n), "\nWaar?")
			}
		}
		if got != string(f.Data) && !*rewrite {
			t.Errorf("%s differs from %s; look, and run with -update if it is right\n%s", f.Name, golden, got)
		}
		archive.Files[i].Data = []byte(got)
	}
	if *rewrite {
		if err := os.WriteFile(golden, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
