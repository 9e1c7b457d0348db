package page

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/page"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"rsc.io/pdf"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
)

// A paperPlein is a plein with so many spreekuren, and the sheets that it must
// take.
type paperPlein struct {
	spreekuren int
	long       bool // the names and titles are of 300 letters
	weekdays   bool // each spreekuur is held on five days
	sheets     int
}

func (p paperPlein) slug() string {
	return fmt.Sprintf("plein-%d-%t-%t", p.spreekuren, p.long, p.weekdays)
}

func paperPleinen() []paperPlein {
	var all []paperPlein
	for n, sheets := range map[int]int{0: 1, 1: 1, 5: 1, 9: 1, 14: 1, 15: 2, 28: 2, 60: 5} {
		for _, long := range []bool{false, true} {
			for _, weekdays := range []bool{false, true} {
				all = append(all, paperPlein{n, long, weekdays, sheets})
			}
		}
	}
	slices.SortFunc(all, func(a, b paperPlein) int { return strings.Compare(a.slug(), b.slug()) })
	return all
}

// paperSite is a site with these pleinen, in Dutch and Arabic.
func paperSite(t *testing.T, pleinen []paperPlein) []publish.File {
	t.Helper()
	fsys := fstest.MapFS{"site.toml": {Data: []byte("titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\ntalen = [\"ar\"]\nvoorbeeld = true\n[[sluitingen]]\nvan = \"2026-12-28\"\ntot_en_met = \"2026-12-31\"\nreden = \"Alles is dicht.\"\n")}}
	write := func(name, format string, values ...any) {
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, values...)}
	}
	days := []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"}
	titles := []string{"Hulp bij brieven en formulieren", "Geldfit", "Taalcafé voor wie Nederlands wil oefenen", "Digitaal spreekuur"}
	write("partners/kort.md", "+++\nnaam = \"ContourdeTwern\"\n+++\n")
	write("partners/lang.md", "+++\nnaam = %q\n+++\n", longText("Stichting"))
	for _, p := range pleinen {
		name, partner := "Dinsdagochtendplein Loon op Zand", "kort"
		if p.long {
			name, partner = longText("Plein"), "lang"
		}
		write("pleinen/"+p.slug()+".md", "+++\nnaam = %q\nin_een_zin = %q\nlocatie = %q\nadres = \"Kerkstraat 1\"\npostcode = \"5175 AA\"\nplaats = \"Loon op Zand\"\ntelefoon = \"013 000 00 00\"\n+++\n", name, "Hulp bij u in de buurt. "+name, name)
		for i := range p.spreekuren {
			title, day := titles[i%len(titles)], days[i*5/p.spreekuren]
			if p.long {
				title = longText(title)
			}
			if p.weekdays {
				day = "werkdagen"
			}
			write(fmt.Sprintf("spreekuren/s-%d-%s.md", i, p.slug()), "+++\ntitel = %q\nplein = %q\npartner = %q\ndag = %q\ntijd = \"%d.30-%d.45\"\nin_een_zin = %q\naanmelden = \"verplicht\"\nalleen_schoolweken = %t\nmeenemen = [\"uw brief\", \"uw legitimatie\", \"uw DigiD\"]\n+++\nTekst.", title, p.slug(), partner, day, 9+i%8, 10+i%8, title, p.long)
		}
	}
	records, problems, err := content.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: noon})
	if all := append(problems, unresolved...); all.HasErrors() {
		t.Fatal(all)
	}
	return filesOf(t, c)
}

// longText is a text of 300 letters, with one word that is wider than a column.
func longText(begin string) string {
	text := begin + " schuldhulpverleningsorganisatiesamenwerkingsverband " + strings.Repeat("voor iedereen in de buurt ", 12)
	return strings.TrimSpace(string([]rune(text)[:300]))
}

// TestPosters prints posters of pleinen with few and many spreekuren, with short
// and long texts, in Dutch and in Arabic: as many sheets of A4 as there must be,
// each with text, and all text on the sheet and to be read.
func TestPosters(t *testing.T) {
	browsertest.NeedsBrowser(t)
	t.Parallel()
	pleinen := paperPleinen()
	s := serveFiles(t, "/", paperSite(t, pleinen))
	v := newVisitor(t, s, browsertest.Width(794))
	for _, p := range pleinen {
		for _, language := range []string{"/", "/ar/"} {
			if language != "/" && p.spreekuren != 9 && p.spreekuren != 14 {
				continue
			}
			address := language + "pleinen/" + p.slug() + "/poster/"
			v.Do(browsertest.Media("print"))
			v.open(address)
			for _, problem := range browsertest.Ask[[]string](v.Tab, sheetProblems) {
				t.Errorf("%s: %s", address, problem)
			}
			checkPaper(t, address, printed(v), p.sheets, a4)
		}
	}
	v.Silent()
}

// TestCards prints cards in the same way, each on one sheet of A5.
func TestCards(t *testing.T) {
	browsertest.NeedsBrowser(t)
	t.Parallel()
	pleinen := []paperPlein{{1, false, false, 1}, {1, true, false, 1}, {1, true, true, 1}}
	s := serveFiles(t, "/", paperSite(t, pleinen))
	v := newVisitor(t, s, browsertest.Width(794))
	for _, p := range pleinen {
		for _, language := range []string{"/", "/ar/"} {
			address := language + "spreekuren/s-0-" + p.slug() + "/kaart/"
			v.Do(browsertest.Media("print"))
			v.open(address)
			for _, problem := range browsertest.Ask[[]string](v.Tab, sheetProblems) {
				t.Errorf("%s: %s", address, problem)
			}
			checkPaper(t, address, printed(v), 1, a5)
		}
	}
	v.Silent()
}

// sheetProblems lists what a sheet of paper does wrong. Only titles, names and
// what is said of them may be cut, after whole lines, with an ellipsis.
const sheetProblems = `(() => {
	const problems = [], slack = 1.5;
	const cut = (x) => getComputedStyle(x).webkitLineClamp !== 'none';
	const inside = (inner, outer) => inner.left >= outer.left - slack && inner.right <= outer.right + slack && inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;
	const tell = (what, node) => problems.push(what + ': ' + node.textContent.trim().replace(/\s+/g, ' ').slice(0, 60));
	for (const sheet of document.querySelectorAll('.sheet')) {
		const outer = sheet.getBoundingClientRect(), style = getComputedStyle(sheet);
		const paper = { left: outer.left + parseFloat(style.paddingLeft), right: outer.right - parseFloat(style.paddingRight), top: outer.top + parseFloat(style.paddingTop), bottom: outer.bottom - parseFloat(style.paddingBottom) };
		if (outer.left < 0 || parseFloat(style.paddingLeft) < 30) tell('no margin', sheet);
		const foot = sheet.querySelector('footer').getBoundingClientRect();
		const rows = sheet.querySelector('.rows').getBoundingClientRect();
		for (const x of sheet.querySelectorAll('*')) {
			const box = x.getBoundingClientRect(), clipped = x.parentElement.closest('.what, .who, .small, h2, header p, address > *, .card-sheet li');
			if (clipped && cut(clipped) || x.getClientRects().length === 0) continue; // cut, or without a box of its own
			if (!inside(box, paper)) tell('<' + x.localName + ' ' + x.className + '> is off the sheet', x);
			if (!cut(x) && !x.closest('svg') && (x.scrollHeight > x.clientHeight + slack || x.scrollWidth > x.clientWidth + slack) && getComputedStyle(x).display !== 'inline') tell('<' + x.localName + ' ' + x.className + '> runs over', x);
		}
		for (const x of sheet.querySelectorAll('.rows *')) {
			const box = x.getBoundingClientRect(), clipped = x.parentElement.closest('.what, .who, .card-sheet li, address > *');
			if (x.getClientRects().length > 0 && !(clipped && cut(clipped)) && (box.bottom > foot.top + slack || box.bottom > rows.bottom + slack)) tell('<' + x.localName + ' ' + x.className + '> runs into the foot', x);
		}
		for (const time of sheet.querySelectorAll('.time')) {
			const range = document.createRange();
			range.selectNodeContents(time);
			for (const line of range.getClientRects()) if (!inside(line, paper) || !inside(line, time.getBoundingClientRect()) && line.height <= time.clientHeight) tell('a time is cut', time);
			if (cut(time)) tell('a time may be cut', time);
			if (parseFloat(getComputedStyle(time).fontSize) < 8.5) tell('a time is smaller than 2.2 mm', time);
		}
		for (const x of sheet.querySelectorAll('.rows > section > ul > li > div, .rules > li > div')) {
			if (!inside(x.getBoundingClientRect(), x.parentElement.getBoundingClientRect())) tell('a row is too small', x);
		}
		const pieces = [...sheet.querySelectorAll('header, .rows, footer')].map((x) => x.getBoundingClientRect());
		for (let i = 1; i < pieces.length; i++) if (pieces[i - 1].bottom > pieces[i].top + slack) tell('pieces overlap', sheet);
		for (const list of sheet.querySelectorAll('ul')) [...list.children].reduce((above, x) => { if (above && above.getBoundingClientRect().bottom > x.getBoundingClientRect().top + slack) tell('rows overlap', x); return x; }, null);
	}
	if (!document.querySelector('.sheet')) problems.push('no sheet');
	return problems.slice(0, 6);
})()`

// A size of paper in points, of 1/72 inch.
type paperSize struct{ width, height float64 }

var a4, a5 = paperSize{595, 842}, paperSize{420, 595}

// printed is the page as the browser prints it.
func printed(v *visitor) *pdf.Reader {
	v.T.Helper()
	answer := browsertest.Call(v.Tab, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true), PrintBackground: new(true)})
	reader, err := pdf.NewReader(bytes.NewReader(answer.Data), int64(len(answer.Data)))
	if err != nil {
		v.T.Fatal(err)
	}
	return reader
}

// checkPaper wants so many pages of that size, each with text, and no text in
// the outermost 8 mm, where many printers cannot print.
func checkPaper(t *testing.T, address string, r *pdf.Reader, pages int, size paperSize) {
	t.Helper()
	if r.NumPage() != pages {
		t.Errorf("%s: %d pages, want %d", address, r.NumPage(), pages)
	}
	for i := range r.NumPage() {
		p := r.Page(i + 1)
		box := p.V.Key("MediaBox")
		width, height := box.Index(2).Float64(), box.Index(3).Float64()
		if math.Abs(width-size.width) > 1 || math.Abs(height-size.height) > 1 {
			t.Errorf("%s: page %d is %g by %g points, want %v", address, i+1, width, height, size)
		}
		text := p.Content().Text
		if len(text) < 20 {
			t.Errorf("%s: page %d is empty", address, i+1)
		}
		const edge = 8 * 72 / 25.4
		for _, letter := range text {
			if letter.X < edge || letter.Y < edge || letter.X > width-edge || letter.Y > height-edge {
				t.Errorf("%s: page %d has text at %.0f, %.0f", address, i+1, letter.X, letter.Y)
				break
			}
		}
	}
}

var (
	qrShape = regexp.MustCompile(`<svg class="qr" viewBox="0 0 (\d+) \d+"[^>]*><path class="paper-white"[^>]*><path d="([^"]*)"`)
	qrRun   = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-\d+z`)
)

// TestQRCode reads the codes of pages with a decoder, as a phone does.
func TestQRCode(t *testing.T) {
	files := paperSite(t, []paperPlein{{1, false, false, 1}})
	const plein = "plein-1-false-false"
	for path, want := range map[string]string{
		"pleinen/" + plein + "/poster/":          "https://pleinen.example/pleinen/" + plein + "/",
		"ar/pleinen/" + plein + "/poster/":       "https://pleinen.example/ar/pleinen/" + plein + "/",
		"spreekuren/s-0-" + plein + "/kaart/":    "https://pleinen.example/spreekuren/s-0-" + plein + "/",
		"ar/spreekuren/s-0-" + plein + "/kaart/": "https://pleinen.example/ar/spreekuren/s-0-" + plein + "/",
	} {
		html := string(rendered(t, files, path+"index.html"))
		shape := qrShape.FindStringSubmatch(html)
		if shape == nil {
			t.Fatalf("%s has no code", path)
		}
		picture := qrPicture(shape[1], shape[2])
		bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
		if err != nil {
			t.Fatal(err)
		}
		result, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if result.GetText() != want {
			t.Errorf("%s: the code says %q, want %q", path, result.GetText(), want)
		}
	}
}

// qrPicture draws the shape of a code on white.
func qrPicture(size, path string) image.Image {
	const unit = 4
	number := func(text string) (n int) { fmt.Sscan(text, &n); return n * unit }
	picture := image.NewGray(image.Rect(0, 0, number(size), number(size)))
	draw.Draw(picture, picture.Bounds(), image.White, image.Point{}, draw.Src)
	for _, run := range qrRun.FindAllStringSubmatch(path, -1) {
		x, y, length := number(run[1]), number(run[2]), number(run[3])
		draw.Draw(picture, image.Rect(x, y, x+length, y+unit), image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
	return picture
}
