package generator_test

import (
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"pleinwijzer/generator"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/desk"
	"pleinwijzer/generator/preview"
	"pleinwijzer/generator/saving"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

var update = flag.Bool("update", false, "make the pictures of the handbook anew")

// A picture in the handbook is a part of a page.
type picture struct {
	open    func(t *testing.T) *browsertest.Tab
	shows   []string // selectors of everything that must be completely visible
	numbers []string // selectors of what gets a number, to which the handbook refers
}

// pictures maps the name of each picture in the handbook to what it shows. To add a
// picture, add a line here, mention its name in content/README.md with a description, and
// run go test ./generator -run TestHandbookPictures -update.
var pictures = map[string]picture{
	"voorpagina": {
		pageAt("/", 1100),
		[]string{".sample", "body > header", ".hero", ".news", "section[aria-labelledby=waarbij]", "#week", ".soon"},
		[]string{"header nav", ".hero form", ".chips", ".news", ".tiles", ".soon .day"},
	},
	"spreekuur": {
		pageAt("/spreekuren/formulierenhulp-loon-op-zand/", 1000),
		[]string{"h1", "h1 + .lead", ".box", "[data-acties]", "section[aria-labelledby=wat]", "section[aria-labelledby=niet]", "section[aria-labelledby=goed]"},
		[]string{"h1", "h1 + .lead", ".box .next", ".when", "section[aria-labelledby=waar]", "section[aria-labelledby=meenemen]",
			"section[aria-labelledby=wat]", "section[aria-labelledby=niet]", "section[aria-labelledby=goed]"},
	},
	"poster": {pageAt("/pleinen/dinsdagochtendplein/poster/", 900), []string{".sheet"}, nil},
	"insluiten": {
		pageAt("/insluiten/?plein=plein-berkel-enschot", 960),
		[]string{"h1", "h1 + .lead", "#insluiten", "#voorbeeld", "section[data-code=link]"},
		[]string{"#insluiten", "#voorbeeld", "#code-link"},
	},
	"melding": {mistaken, []string{"main"}, []string{"h2", "h2 + p", "pre", "pre + p"}},
	"bewerken": {
		formInPreview,
		[]string{"h1", "#veld-titel", "#veld-dag", "#veld-tijd", "#regel", ".bewaar"},
		[]string{"#veld-dag", "#veld-tijd", "#regel", ".bewaar button"},
	},
	"formulier": {
		formOfSpreekuur,
		[]string{"#opslaan", "[data-key-path=titel]", "[data-key-path=dag]", "[data-key-path=tijd]", "[data-key-path=in_een_zin]"},
		[]string{"#opslaan", "[data-key-path=dag] input", "[data-key-path=tijd] input"},
	},
}

// TestHandbookPictures checks that the pages still say what the pictures of them show.
// Fonts differ between machines, so it does not compare pixels: testdata has the words in
// each picture, and the hash of its file.
func TestHandbookPictures(t *testing.T) {
	for name, p := range pictures {
		t.Run(name, func(t *testing.T) {
			tab := p.open(t)
			inPage(tab, "handboek.js")
			pieces := list(slices.Concat(p.shows, p.numbers))
			tab.Want(`handboek.ready(`+pieces+`)`, "true")
			text := browsertest.Ask[string](tab, `handboek.text(`+pieces+`)`)
			file, record := "../content/.handboek/"+name+".webp", "testdata/handboek/"+name+".txt"
			if *update {
				put(t, file, p.take(tab))
			}
			image, err := os.ReadFile(file)
			if err != nil {
				t.Error(err)
			}
			now := fmt.Sprintf("-- %s.webp\n%x\n%s", name, sha256.Sum256(image), text)
			if *update {
				put(t, record, []byte(now))
			}
			if before, err := os.ReadFile(record); err != nil || string(before) != now {
				t.Errorf("the page is not the one of the picture any more: go test ./generator -run TestHandbookPictures -update\nthen\n%s\nnow\n%s", before, now)
			}
		})
	}
}

// take makes the picture.
func (p picture) take(tab *browsertest.Tab) []byte {
	tab.T.Helper()
	frame := browsertest.Ask[page.Viewport](tab, fmt.Sprintf(`(handboek.number(%s), handboek.frame(%s))`, list(p.numbers), list(p.shows)))
	return browsertest.Call(tab, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Format: page.CaptureScreenshotFormatWebp, Quality: new(int64(50)), Clip: &frame, CaptureBeyondViewport: new(true),
	}).Data
}

func put(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// pageAt opens a page of the shipped site.
func pageAt(path string, width int64) func(t *testing.T) *browsertest.Tab {
	return func(t *testing.T) *browsertest.Tab {
		tab := open(t, browsertest.Width(width), browsertest.Scheme("light"), browsertest.Zone("Europe/Amsterdam"))
		tab.Go(host(t) + path)
		return tab
	}
}

// mistaken opens the preview of the shipped content with the mistake that is the example
// in the handbook.
func mistaken(t *testing.T) *browsertest.Tab {
	site := previewWith(t, func(text string) string {
		return strings.Replace(text, `tijd = "10.00-12.00"`, `tijd = 10.30-12.30`, 1)
	})
	tab := browsertest.Open(t, browsertest.Width(900), browsertest.Scheme("light"))
	tab.Go(site + "/")
	return tab
}

// formInPreview opens the form of the spreekuur that is edited in the handbook.
func formInPreview(t *testing.T) *browsertest.Tab {
	site := previewWith(t, func(text string) string { return text })
	tab := browsertest.Open(t, browsertest.Width(1000), browsertest.Scheme("light"))
	tab.Go(site + "/__pleinwijzer/bewerk/bestand?naam=" + firstLesson)
	tab.Do(chromedp.EmulateViewport(1000, 1400)) // so tall that the button at its foot covers nothing
	tab.Want(`document.querySelectorAll('#regel li').length`, "3")
	return tab
}

// firstLesson is the file that the handbook changes first.
const firstLesson = "spreekuren/werk-waalwijk.md"

// previewWith shows the shipped content with forms, after a change of the first lesson. It
// returns the address.
func previewWith(t *testing.T, change func(string) string) string {
	dir := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(dir, os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, filepath.FromSlash(firstLesson))
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	put(t, file, []byte(change(string(text))))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	folder, err := saving.Open(ctx, dir, filepath.Join(dir, "..", "static"))
	if err != nil {
		t.Fatal(err)
	}
	g := generator.New(generator.Folders{Content: os.DirFS(dir), Layouts: layouts.Files, Static: static.Files})
	o := catalog.Options{Now: now}
	try := func(file string, data []byte, look bool) (*generator.Site, error) { return g.Try(file, data, look, o) }
	forms := &desk.Config{Folder: folder, Shown: "content", Records: g.Records, Lists: g.Lists, Try: try}
	done := make(chan error)
	go func() {
		done <- preview.Run(ctx, l, preview.Config{Content: dir, Shown: "content", Says: error.Error, Editing: forms,
			Build: func(c generator.Change) (*generator.Site, error) { return g.Site(c, o) }})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return "http://" + l.Addr().String()
}

// formOfSpreekuur opens the form of the spreekuur that is edited in the handbook.
func formOfSpreekuur(t *testing.T) *browsertest.Tab {
	d := openCMS(t, edited(t))
	d.press("Werken met een lokale repository")
	d.until(`document.body.innerText.includes('Spreekuren')`)
	browsertest.Ask[bool](d.Tab, `(location.hash = '#/collections/spreekuren/entries/werk-waalwijk', true)`)
	d.until(`document.querySelector('[data-key-path="tijd"] input')?.value === '10.00-12.00'`)
	d.Do(browsertest.Scheme("light"), chromedp.EmulateViewport(1000, 760))
	d.until(`document.querySelector('[data-key-path="in_een_zin"] :is(input, textarea)')?.value?.length > 0`)
	browsertest.Ask[bool](d.Tab, `(() => {
		[...document.querySelectorAll('button')].find((b) => b.textContent.trim() === 'Opslaan').id = 'opslaan';
		document.head.insertAdjacentHTML('beforeend', '<style>[class*="material-symbols"] { visibility: hidden }</style>'); // its letters are of another site
		return true;
	})()`)
	return d.Tab
}
