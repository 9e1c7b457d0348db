package generator_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"mime"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
)

// sveltia is the folder in which .ci/run installs the CMS, in the version that the page
// uses.
const sveltia = "../.ci/node_modules/@sveltia/cms/"

// edited returns the content that ships, with a repository configured.
func edited(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	shipped := os.DirFS("../content")
	err := fs.WalkDir(shipped, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(name, ".") {
			return err
		}
		data, err := fs.ReadFile(shipped, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	fsys["site.toml"].Data = append(fsys["site.toml"].Data, "\n[beheer]\ngithub = \"bibliotheek/pleinwijzer\"\n"...)
	return fsys
}

// cdn answers the requests of a tab to unpkg.com from the npm package in .ci, and rejects
// all others: no test uses the internet.
func cdn(tab *browsertest.Tab) {
	tab.Listen(func(event any) {
		paused, ok := event.(*fetch.EventRequestPaused)
		if !ok {
			return
		}
		_, name, _ := strings.Cut(paused.Request.URL, "@sveltia/cms") // followed by @version or nothing
		_, name, _ = strings.Cut(name, "/")
		data, err := os.ReadFile(sveltia + path.Clean(name))
		answer := fetch.FulfillRequestParams{RequestID: paused.RequestID, ResponseCode: 404}
		if strings.HasPrefix(paused.Request.URL, "https://www.githubstatus.com/") {
			data, err, name = []byte(`{"status": {"indicator": "none"}}`), nil, "status.json"
		}
		if err == nil && name != "" {
			answer.ResponseCode, answer.Body = 200, data
		}
		answer.ResponseHeaders = []*fetch.HeaderEntry{
			{Name: "Access-Control-Allow-Origin", Value: "*"}, {Name: "Content-Type", Value: mime.TypeByExtension(path.Ext(name))},
		}
		go browsertest.Call(tab, fetch.FulfillRequest, answer)
	})
	browsertest.Call(tab, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: "https://*"}}})
}

// cms is an editor at the page /admin/ who works with a folder on her own computer, as
// the CMS allows in Chromium. Here the folder is in the browser's private file system.
type cms struct {
	*browsertest.Tab
	address string
}

func openCMS(t *testing.T, fsys fstest.MapFS) *cms {
	t.Helper()
	browsertest.NeedsBrowser(t)
	_, err := os.Stat(sveltia)
	browsertest.Needs(t, err == nil, "@sveltia/cms")
	texts := map[string]string{".git/HEAD": "ref: refs/heads/main\n"}
	for name, file := range fsys {
		texts["content/"+name] = string(file.Data)
	}
	folder, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	d := &cms{address: serveAsked(t, siteOf(t, fsys, catalog.Options{Now: now})) + "/admin/"}
	// The window is as high as a form, since the CMS only creates a field when it is in
	// view.
	d.Tab = browsertest.Open(t, chromedp.EmulateViewport(1400, 8000), browsertest.Script(`
		Object.defineProperty(navigator, 'languages', { get: () => ['nl'] });
		Object.defineProperty(navigator, 'language', { get: () => 'nl' });
		window.repository = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('repository', { create: true });
		window.fileIn = async (path, create) => {
			let folder = await repository(), parts = path.split('/'), name = parts.pop();
			for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
			return folder.getFileHandle(name, { create });
		};
		window.showDirectoryPicker = repository;
	`))
	cdn(d.Tab)
	d.Go(d.address)
	browsertest.Ask[int](d.Tab, `(async (files) => {
		for (const [path, text] of Object.entries(files)) {
			const writer = await (await fileIn(path, true)).createWritable();
			await writer.write(text);
			await writer.close();
		}
		return Object.keys(files).length;
	})(`+string(folder)+`)`)
	return d
}

// read returns the content of a file in the repository.
func (d *cms) read(name string) string {
	d.T.Helper()
	return browsertest.Ask[string](d.Tab, fmt.Sprintf(`(async () => (await (await fileIn(%q)).getFile()).text())()`, name))
}

// until waits until an expression is true, as a result of what the CMS does.
func (d *cms) until(expression string) {
	d.T.Helper()
	for end := time.Now().Add(browsertest.Patience); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		if browsertest.Ask[any](d.Tab, expression) == true {
			return
		}
	}
	d.T.Fatalf("never: %s; on the page:\n%s", expression, browsertest.Ask[string](d.Tab, `document.body.innerText`))
}

// press clicks the button with a certain text.
func (d *cms) press(text string) {
	d.T.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll('button')].find((b) => !b.disabled && b.ariaDisabled !== 'true' && (b.textContent.trim() === %q || b.ariaLabel === %[1]q))`, text)
	d.until(find + ` !== undefined`)
	browsertest.Ask[bool](d.Tab, `(`+find+`?.click(), true)`)
}

// edit opens a file in its form, changes a text in it, and saves, until the condition
// holds. The CMS renders the form several times while it loads, so a change may be lost
// although the field shows it. In that case edit repeats the change, after first making a
// different one. Some time after it saved, the CMS goes to its list, so the form may have to
// be opened again.
func (d *cms) edit(collection, name, key, text, until string) {
	d.T.Helper()
	field := fmt.Sprintf(`document.querySelector('[data-key-path="%s"] :is(input, textarea)')`, key)
	form := fmt.Sprintf(`'#/collections/%s/entries/%s'`, collection, name)
	browsertest.Ask[bool](d.Tab, `(location.hash = `+form+`, true)`)
	d.until(fmt.Sprintf(`(async (field, text) => {
		if (%s) return true;
		if (location.hash !== `+form+`) location.hash = `+form+`;
		if (!field?.value) return false;
		const save = [...document.querySelectorAll('button')].find((b) => !b.disabled && b.textContent.trim() === 'Opslaan');
		if (field.value === text && save) return save.click();
		field.focus();
		Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, field.value === text ? text + '!' : text);
		field.dispatchEvent(new InputEvent('input', { bubbles: true }));
	})(%s, %q)`, until, field, text))
}

// expected lists what the CMS writes to the console when all is well. Its fonts are on
// another site, from which tests fetch nothing.
var expected = []string{"cdn.jsdelivr.net/fontsource", "[Loading site data]", "CMS configuration:"}

// TestAdmin lets an editor change a word in one file of each kind, in the real CMS with
// the configuration and the policy of the page. The saved file must read the same as
// before except for that word, and the form must have shown each field.
func TestAdmin(t *testing.T) {
	fsys := edited(t) // not parallel, since a tab in the background is slow

	fsys["spreekuren/proef.md"] = &fstest.MapFile{Data: []byte(trial)}
	holidays := regexp.MustCompile(`(?m)^(nieuwjaarsdag|goede_vrijdag|koningsdag) = .*\n`)
	fsys["site.toml"].Data = holidays.ReplaceAll(fsys["site.toml"].Data, nil)
	d := openCMS(t, fsys)
	d.press("Werken met een lokale repository")
	for _, collection := range []string{"Spreekuren", "Pleinen", "Partners", "Agenda", "Berichten", "Pagina's", "Instellingen"} {
		d.until(fmt.Sprintf(`document.body.innerText.includes(%q)`, collection))
	}
	d.Silent(expected...)
	const sentence = "Dit is anders."
	for _, file := range []struct{ collection, name string }{
		{"spreekuren", "spreekuren/formulierenhulp-loon-op-zand.md"},
		{"spreekuren", "spreekuren/proef.md"},
		{"spreekuren-tilburg-md", "spreekuren/tilburg/computerhulp-lochal.md"},
		{"spreekuren-toml", "spreekuren/geld-berkel-enschot.toml"},
		{"pleinen", "pleinen/dinsdagochtendplein.md"},
		{"pleinen", "pleinen/plein-waalwijk.md"},
		{"partners", "partners/contourdetwern.md"},
		{"agenda", "agenda/dag-van-de-pleinen-2027.md"},
		{"berichten", "berichten/dinsdagochtendplein-nieuwe-plek.md"},
		{"instellingen", "site.toml"},
	} {
		name := "content/" + file.name
		saving := fmt.Sprintf(`(await (await (await fileIn(%q)).getFile()).text().catch(String)).includes(text)`, name)
		d.edit(file.collection, strings.TrimSuffix(path.Base(name), path.Ext(name)), "in_een_zin", sentence, saving)
		saved := d.read(name)
		wantSame(t, fsys, file.name, saved, sentence)
		d.Silent(expected...)
	}
	const clauses, clausesFile = "Op {plein} helpt {partner}.", "content/afspraken.md"
	d.edit("instellingen", "afspraken", "body", clauses, fmt.Sprintf(`(await (await (await fileIn(%q)).getFile()).text().catch(String)).includes(text)`, clausesFile))
	fsys["afspraken.md"] = &fstest.MapFile{Data: []byte(d.read(clausesFile))}
	if c, problems, err := contentfs.Read(fsys); err != nil || len(problems) > 0 || strings.TrimSpace(c.Afspraken.Body()) != clauses {
		t.Errorf("%v %v: the clauses were saved as %q", err, problems, fsys["afspraken.md"].Data)
	}
}

// TestAdminForm checks that the form of a spreekuur has every field, under its own label,
// and that it rejects what is obviously wrong with the same words as the check command.
func TestAdminForm(t *testing.T) {
	d := openCMS(t, edited(t))
	d.press("Werken met een lokale repository")
	d.until(`document.body.innerText.includes('Spreekuren')`)
	const file = "content/spreekuren/taalhuis-waalwijk.md"
	before := d.read(file)
	d.edit("spreekuren", "taalhuis-waalwijk", "tijd", "in de ochtend",
		`document.body.innerText.includes('Hier staat geen tijd. Bijvoorbeeld: "10.00 - 12.00 uur".')`)
	if d.read(file) != before {
		t.Error("a wrong time was saved")
	}
	spreekuur := content.Kinds[slices.IndexFunc(content.Kinds, func(k content.Kind) bool { return k.Name == "spreekuur" })]
	for _, f := range spreekuur.Fields {
		if f.Key == "tekst" {
			f.Key, f.Label = "body", "Tekst"
		}
		d.until(fmt.Sprintf(`document.querySelector('[data-key-path="%s"]')?.innerText.includes(%q)`, f.Key, f.Label))
	}
	d.Silent(expected...)
}

// trial is a spreekuur with values that can be written in two ways.
const trial = `+++
titel = "Proef"
plein = "plein-waalwijk"
partner = "seniorweb"
data = "2027-01-12"
tijd = "10-12 uur"
in_een_zin = "Wij proberen het."
meenemen = "De brief, en een pen"
talen = "nl"
onderwerpen = "geld"
gecontroleerd = 2026-11-02

[vertaling.en]
titel = "Trial"
+++

Eerste regel.
`

// wantSame reads a folder in which one file was saved by the CMS, and checks that all is
// as before except for one sentence in that file.
func wantSame(t *testing.T, fsys fstest.MapFS, name, saved, sentence string) {
	t.Helper()
	after := fstest.MapFS{}
	for other, file := range fsys {
		after[other] = file
	}
	after[name] = &fstest.MapFile{Data: []byte(saved)}
	want, got := records(t, fsys), records(t, after)
	if want[name] == got[name] {
		t.Errorf("%s: the sentence is what it was", name)
	}
	for file := range want {
		expected := want[file]
		if file == name {
			was := sentenceOf.FindString(expected) // the first one; those of translations come later
			expected = strings.Replace(expected, was, fmt.Sprintf(`"InEenZin":%q`, sentence), 1)
		}
		if expected != got[file] {
			t.Errorf("%s is read as\n%s\nwant\n%s\nsaved as\n%s", file, got[file], expected, saved)
		}
	}
}

var sentenceOf = regexp.MustCompile(`"InEenZin":"(?:[^"\\]|\\.)*"`)

// records returns the files of a content folder after reading, each formatted as a text.
func records(t *testing.T, fsys fs.FS) map[string]string {
	t.Helper()
	c, problems, err := contentfs.Read(fsys)
	if err != nil || len(problems) > 0 {
		var b strings.Builder
		diag.Text(&b, problems)
		t.Fatal(err, b.String())
	}
	all := map[string]string{}
	keep := func(file, body string, value any) {
		text, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		all[file] += string(text) + strings.TrimSpace(body)
	}
	for _, r := range c.Spreekuren {
		keep(r.Doc.File, fmt.Sprint(r.Body(), r.Slots()), r)
	}
	for _, r := range c.Pleinen {
		keep(r.Doc.File, r.Body(), r)
	}
	for _, r := range c.Partners {
		keep(r.Doc.File, r.Body(), r)
	}
	for _, r := range c.Agenda {
		keep(r.Doc.File, r.Body(), r)
	}
	for _, r := range c.Berichten {
		keep(r.Doc.File, r.Body(), r)
	}
	for _, r := range c.Paginas {
		keep(r.Doc.File, r.Body(), r)
	}
	for _, o := range c.Onderwerpen {
		keep("onderwerpen.toml", "", o)
	}
	site := *c.Site // a holiday that is not mentioned has its default value
	site.Feestdagen = content.Feestdagen{}
	keep("site.toml", fmt.Sprint(c.Site.Feestdagen.Closed()), &site)
	return all
}
