package page

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// paperFonts are families of Debian that stand for those of other devices: Noto Sans for
// Android, Roboto for ChromeOS, Liberation Sans for Arial, Open Sans for Segoe UI. DejaVu
// Sans is about the widest that there is.
var paperFonts = []string{"Noto Sans", "DejaVu Sans", "Roboto", "Liberation Sans", "Open Sans"}

// A paperPlein is a plein with so many spreekuren, and the sheets that it may take in any
// font, with and without script.
type paperPlein struct {
	spreekuren       int
	long             bool // the names and titles are as long as they come
	sheets, unscaled int
}

var paperPleinen = []paperPlein{{1, false, 1, 1}, {8, false, 1, 2},
	{14, false, 2, 2}, {30, false, 4, 5}, {1, true, 1, 2}, {14, true, 12, 12}}

func (p paperPlein) slug() string { return fmt.Sprintf("plein-%d-%t", p.spreekuren, p.long) }

func (p paperPlein) name() string {
	if p.long {
		return "Plein " + longText
	}
	return "Dinsdagplein Loon op Zand"
}

// title of a spreekuur is one that no other has.
func (p paperPlein) title(i int) string {
	titles := []string{"Brieven en formulieren Q%02d", "Geldfit Q%02d", "Taalcafé Q%02d voor wie Nederlands wil oefenen", "Informatiepunt Q%02d Digitale Overheid"}
	title := fmt.Sprintf(titles[i%len(titles)], i)
	if p.long {
		title += " " + longText
	}
	return title
}

// times of a spreekuur are such that no other has them, and nothing else on the paper.
// Some are held twice a day.
func (p paperPlein) times(i int) []schedule.Span {
	begin := schedule.Clock(9*60 + 6*i)
	spans := []schedule.Span{{Begin: begin, End: begin + 63}}
	if i%5 == 4 {
		spans = append(spans, schedule.Span{Begin: begin + 6*60 + 1, End: begin + 7*60 + 2})
	}
	return spans
}

// days is on how many days of the week a spreekuur is held.
func (p paperPlein) days(i int) int {
	if i == 3 {
		return 5
	}
	return 1
}

// longText has a word that is wider than a column.
const longText = "schuldhulpverleningsorganisatiesamenwerkingsverband voor iedereen in de buurt en in de hele gemeente, ook voor mantelzorgers"

// paperSite is a site with these pleinen, in Dutch and Arabic.
func paperSite(t *testing.T) []publish.File {
	t.Helper()
	fsys := fstest.MapFS{"site.toml": {Data: []byte("titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\ntalen = [\"ar\"]\nvoorbeeld = true\n[[sluitingen]]\nvan = \"2026-12-28\"\ntot_en_met = \"2026-12-31\"\nreden = \"Alles is dicht.\"\n")}}
	write := func(name, format string, values ...any) {
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, values...)}
	}
	days := []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"}
	write("partners/kort.md", "+++\nnaam = \"ContourdeTwern\"\n+++\n")
	write("partners/lang.md", "+++\nnaam = %q\n+++\n", "Stichting "+longText)
	for _, p := range paperPleinen {
		partner := "kort"
		if p.long {
			partner = "lang"
		}
		write("pleinen/"+p.slug()+".md", "+++\nnaam = %q\nin_een_zin = \"Hulp bij u in de buurt.\"\nlocatie = \"Bibliotheek\"\nadres = \"Kerkstraat 1\"\npostcode = \"5175 AA\"\nplaats = \"Loon op Zand\"\ntelefoon = \"013 000 00 00\"\n+++\n", p.name())
		for i := range p.spreekuren {
			day := days[i*5/p.spreekuren]
			if p.days(i) == 5 {
				day = "werkdagen"
			}
			var times []string
			for _, span := range p.times(i) {
				times = append(times, span.Begin.String()+"-"+span.End.String())
			}
			write(fmt.Sprintf("spreekuren/s-%d-%s.md", i, p.slug()), "+++\ntitel = %q\nplein = %q\npartner = %q\ndag = %q\ntijd = %q\nin_een_zin = \"Wij lezen samen uw brief.\"\naanmelden = \"verplicht\"\nalleen_schoolweken = %t\nmeenemen = [\"uw brief\", \"uw legitimatie\", \"uw DigiD\"]\n+++\nTekst.", p.title(i), p.slug(), partner, day, strings.Join(times, " en "), p.long)
		}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon})
	if all := append(problems, unresolved...); all.HasErrors() {
		t.Fatal(all)
	}
	return filesOf(t, c)
}

// inFont serves files with style sheets that ask for a font of this machine.
func inFont(t *testing.T, files []publish.File, family string) *server {
	t.Helper()
	const system = "system-ui,"
	s, found := serveFiles(t, "/", files), false
	for path, data := range s.files {
		if strings.HasSuffix(path, ".css") && bytes.Contains(data, []byte(system)) {
			s.files[path], found = bytes.ReplaceAll(data, []byte(system), []byte(strconv.Quote(family)+",")), true
		}
	}
	if !found {
		t.Fatal("no style sheet asks for the font of the system")
	}
	return s
}

// needsFont skips a test on a machine without a font: a text must be of another width in
// it than in the two that would take its place.
func needsFont(t *testing.T, v *visitor, family string) {
	t.Helper()
	there := browsertest.Ask[bool](v.Tab, fmt.Sprintf(`(() => {
		const brush = document.createElement('canvas').getContext('2d');
		const width = (family) => { brush.font = '40px ' + family; return brush.measureText('Dinsdag 10.00 tot 12.00 uur').width; };
		return ['monospace', 'serif'].every((other) => width('%q, ' + other) !== width(other));
	})()`, family))
	browsertest.Needs(t, there, family)
}

// TestPaper prints posters and cards in every font, with and without script, in Dutch and
// Arabic, and reads them back: all there is stands on them once, nothing is cut or stands
// on something else, and there are no more sheets than it takes.
func TestPaper(t *testing.T) {
	_, err := exec.LookPath("pdftotext")
	browsertest.Needs(t, err == nil, "pdftotext of poppler-utils")
	browsertest.NeedsBrowser(t)
	files := paperSite(t)
	for _, family := range paperFonts {
		t.Run(family, func(t *testing.T) {
			t.Parallel()
			s := inFont(t, files, family)
			scaled := newVisitor(t, s, browsertest.Width(1280))
			scaled.open("/pleinen/" + paperPleinen[0].slug() + "/poster/")
			needsFont(t, scaled, family)
			unscaled := newVisitor(t, s, browsertest.Width(1280), browsertest.WithoutScript())
			for _, p := range paperPleinen {
				for _, language := range []string{"/", "/ar/"} {
					address := language + "pleinen/" + p.slug() + "/poster/"
					checkPoster(t, scaled, address, p, p.sheets)
					checkPoster(t, unscaled, address, p, p.unscaled)
					checkCard(t, scaled, language+"spreekuren/s-0-"+p.slug()+"/kaart/", p)
				}
			}
			scaled.Silent()
		})
	}
}

func checkPoster(t *testing.T, v *visitor, address string, p paperPlein, most int) {
	t.Helper()
	sheets := printed(v, address)
	checkPaper(t, address, sheets, most, a4)
	for i := range p.spreekuren {
		wantTimes(t, address, sheets, p.times(i), p.days(i))
	}
	wantTitles(t, address, sheets, p)
	for i, sheet := range sheets {
		if !strings.Contains(sheet.text, squeezed("pleinen.example")) || !p.long && !strings.Contains(sheet.text, squeezed(p.name())) {
			t.Errorf("%s: sheet %d has no name or address", address, i+1)
		}
	}
}

// smallLetters are texts of a poster in letters of less than 12 points, as printed.
const smallLetters = `[...document.querySelectorAll('.sheet *')]
	.filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 15.9)
	.map((e) => e.textContent.trim()).join('|')`

// TestPosterLetters wants all of a poster in at least 12 points, and its address on one
// line, however many rows it has.
func TestPosterLetters(t *testing.T) {
	browsertest.NeedsBrowser(t)
	v := newVisitor(t, serveFiles(t, "/", paperSite(t)), browsertest.Width(1280), browsertest.Media("print"))
	for _, p := range paperPleinen {
		v.open("/pleinen/" + p.slug() + "/poster/")
		v.Want(smallLetters, "")
		v.Want(`document.querySelector('.sheet footer .address').getClientRects().length`, "1")
		v.Want(`String(document.querySelector('.sheet footer .address').textContent.trim())`, "pleinen.example/"+p.slug())
	}
}

func checkCard(t *testing.T, v *visitor, address string, p paperPlein) {
	t.Helper()
	most := 1
	if p.long {
		most = 3
	}
	sheets := printed(v, address)
	checkPaper(t, address, sheets, most, a5)
	wantTimes(t, address, sheets, p.times(0), 1)
	if all := allText(sheets); !strings.Contains(all, squeezed(p.title(0))) || !strings.Contains(all, squeezed("uw DigiD")) {
		t.Errorf("%s has no title or not all to bring: %s", address, all)
	}
}

// wantTitles wants each title to be there once for each day, and all words of all of them. In what order
// a table is read back differs, and of a word that is wider than its column the parts are.
func wantTitles(t *testing.T, address string, sheets []printedSheet, p paperPlein) {
	t.Helper()
	there, want := map[string]int{}, map[string]int{}
	for _, s := range sheets {
		for _, word := range s.Words {
			there[word.Text]++
		}
	}
	for i := range p.spreekuren {
		for word := range strings.FieldsSeq(p.title(i)) {
			want[word] += p.days(i)
		}
	}
	for word, times := range want {
		if once := word[0] == 'Q'; len(word) < 30 && (there[word] < times || once && there[word] != times) {
			t.Errorf("%s: %q is there %d times, want %d", address, word, there[word], times)
		}
	}
}

// wantTimes wants each time to be there so often. Arabic has other words around them.
func wantTimes(t *testing.T, address string, sheets []printedSheet, spans []schedule.Span, often int) {
	t.Helper()
	notation := schedule.Point
	if strings.HasPrefix(address, "/ar/") {
		notation = schedule.Colon
	}
	there := map[string]int{}
	for _, s := range sheets {
		for _, word := range s.Words {
			there[strings.Trim(word.Text, ".,:;،")]++
		}
	}
	for _, span := range spans {
		for _, clock := range []schedule.Clock{span.Begin, span.End} {
			text, _, _ := strings.Cut(schedule.Dutch.At(notation, clock), " ")
			if there[text] != often {
				t.Errorf("%s: %s is there %d times and not %d: %v", address, text, there[text], often, there)
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
	files := paperSite(t)
	const plein = "plein-1-false"
	for path, want := range map[string]string{
		"pleinen/" + plein + "/poster/":          "https://pleinen.example/pleinen/" + plein + "/",
		"pleinen/" + plein + "/scherm/":          "https://pleinen.example/pleinen/" + plein + "/",
		"ar/pleinen/" + plein + "/poster/":       "https://pleinen.example/ar/pleinen/" + plein + "/",
		"spreekuren/s-0-" + plein + "/kaart/":    "https://pleinen.example/spreekuren/s-0-" + plein + "/",
		"ar/spreekuren/s-0-" + plein + "/kaart/": "https://pleinen.example/ar/spreekuren/s-0-" + plein + "/",
	} {
		html := string(pagetest.Rendered(t, files, path+"index.html"))
		shape := qrShape.FindStringSubmatch(html)
		if shape == nil {
			t.Fatalf("%s has no code", path)
		}
		if got := scanned(t, qrPicture(shape[1], shape[2])); got != want {
			t.Errorf("%s: the code says %q, want %q", path, got, want)
		}
	}
}

// scanned is what the code in a picture says.
func scanned(t *testing.T, picture image.Image) string {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		t.Fatal(err)
	}
	return result.GetText()
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
