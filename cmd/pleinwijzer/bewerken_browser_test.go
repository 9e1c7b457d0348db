package main

import (
	"context"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/rogpeppe/go-internal/txtar"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/fieldset"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/schedule"
)

// fillIn changes every field of a form as a person does, with the events of a browser, and
// returns what the form then sends.
//
//go:embed testdata/invullen.js
var fillIn string

// TestEveryField changes every field of every kind in a browser, adds a block to every
// list, and reads what was typed back from the file. The kinds and their fields are those
// of package content, in the folder that uses them all.
func TestEveryField(t *testing.T) {
	browsertest.NeedsBrowser(t)
	archive, err := txtar.ParseFile("../../generator/content/testdata/volledig.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, schedule.Amsterdam)
	s := serveHere(t, nil, func() time.Time { return noon })
	s.quiet()
	for name, text := range files {
		s.write(name, text)
	}
	s.until(deskPath, "partners/vol.toml")
	s.until(deskPath, "paginas/vol.toml")
	tab := browsertest.Open(t, browsertest.Width(1280))
	for _, name := range fullFiles(t, files) {
		tab.Go(s.address + deskPath + "bestand?naam=" + url.QueryEscape(name))
		sent := url.Values(browsertest.Ask[map[string][]string](tab, fillIn))
		for _, missed := range unsent(t, name, sent) {
			t.Errorf("%s: the form has no %s", name, missed)
		}
		submit(tab)
		tab.Want(`document.querySelector('#bewaard') ? 'bewaard' : document.querySelector('main').innerText.slice(0, 600)`, "bewaard")
		got := valuesOf(t, s, name)
		got, sent = unordered(got), unordered(onDisk(sent))
		for field, want := range sent {
			if !slices.Equal(filled(got[field]), filled(want)) {
				t.Errorf("%s: %s is %q in the file, and was filled in as %q", name, field, got[field], want)
			}
		}
	}
	tab.Silent("422", "404") // of errors, and of pictures that are not there
}

// unordered puts the reasons of advice that is to be ignored by its name: they are a table,
// which has no order.
func unordered(values url.Values) url.Values {
	all := url.Values{}
	for name, list := range values {
		if row, ok := strings.CutSuffix(name, ".reden"); ok && strings.HasPrefix(name, "negeer.") {
			name = "negeer " + values.Get(row+".advies")
		}
		if !strings.HasPrefix(name, "negeer.") {
			all[name] = list
		}
	}
	return all
}

// filled leaves out what says that nothing is filled in.
func filled(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(s string) bool { return s == "" })
}

// fullFiles returns the files with every field, one of each kind.
func fullFiles(t *testing.T, files map[string]string) []string {
	t.Helper()
	names := []string{"onderwerpen.toml"}
	for _, kind := range content.Kinds {
		i := len(names)
		for name := range files {
			if path.Dir(name) == kind.Folder && strings.HasPrefix(path.Base(name), "vol.") {
				names = append(names, name)
			}
		}
		if len(names) != i+1 {
			t.Fatalf("%d files with every field of %s", len(names)-i, kind.Name)
		}
	}
	return append(names, "site.toml") // the last, since the languages are those of the site
}

// submit saves the form, also if what was filled in has errors.
func submit(tab *browsertest.Tab) {
	tab.T.Helper()
	const button = `document.querySelector('.bewaar button')`
	tab.Do(chromedp.Evaluate[chromedp.Void](`(window.before = true, ` + button + `.click())`))
	tab.Want(`!window.before && document.readyState === 'complete'`, "true")
	const force = `document.querySelector('[value=toch]')`
	if browsertest.Ask[bool](tab, force+` !== null`) {
		tab.Do(chromedp.Evaluate[chromedp.Void](`(window.before = true, ` + force + `.click())`))
		tab.Want(`!window.before && document.readyState === 'complete'`, "true")
	}
}

// readForm reads the form of a file.
func readForm(t *testing.T, name string, data []byte, lists edit.Lists) *form.Form {
	t.Helper()
	kind, ok := contentfs.KindOf(name)
	if !ok {
		t.Fatalf("%s is of no kind", name)
	}
	f, problem := form.Read(kind, name, data, lists)
	if problem != nil {
		t.Fatalf("%s: %v", name, problem)
	}
	return f
}

func listsOf(t *testing.T, dir string) edit.Lists {
	t.Helper()
	c, _, err := contentfs.Read(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	return edit.ListsOf(c)
}

// valuesOf returns what the form for a file would send as it is now.
func valuesOf(t *testing.T, s *served, name string) url.Values {
	t.Helper()
	f := readForm(t, name, []byte(s.read(name)), listsOf(t, s.dir))
	return fieldset.Values(f.Fields)
}

// onDisk gives rows the numbers that they have in the file: those of a browser have names.
func onDisk(sent url.Values) url.Values {
	all := url.Values{}
	for name, values := range sent {
		parts := strings.Split(name, ".")
		for i := 1; i < len(parts); i++ {
			keys := slices.DeleteFunc(slices.Clone(sent[strings.Join(strings.Split(name, ".")[:i], ".")]),
				func(k string) bool { return k == "" })
			if n := slices.Index(keys, parts[i]); n >= 0 {
				parts[i] = fmt.Sprint(n)
			}
		}
		values = slices.Clone(values)
		if rows := slices.DeleteFunc(slices.Clone(values), func(k string) bool { return k == "" }); isRows(sent, name) {
			values = []string{""}
			for i := range rows {
				values = append(values, fmt.Sprint(i))
			}
		}
		all[strings.Join(parts, ".")] = values
	}
	return all
}

func isRows(sent url.Values, name string) bool {
	for other := range sent {
		if strings.HasPrefix(other, name+".") {
			return true
		}
	}
	return false
}

// unsent lists the fields of a file's form, and those of a new block in it, of which the
// browser sent nothing.
func unsent(t *testing.T, name string, sent url.Values) []string {
	t.Helper()
	var missed []string
	kind, _ := contentfs.KindOf(name)
	want := func(names ...string) {
		if !slices.ContainsFunc(names, func(n string) bool { return sentAt(sent, n) }) {
			missed = append(missed, names[0])
		}
	}
	for _, f := range kind.Fields {
		if f.Key != "" {
			want(f.Key)
		}
		for _, inner := range f.Fields {
			want(f.Key+"."+inner.Key, f.Key+".*."+inner.Key, kind.Name+".*."+inner.Key)
		}
	}
	return missed
}

// sentAt reports whether a value was sent at a name, or within it; "*" is any row.
func sentAt(sent url.Values, pattern string) bool {
	parts := strings.Split(pattern, ".")
	for name := range sent {
		own := strings.Split(name, ".")
		if len(own) < len(parts) {
			continue
		}
		same := true
		for i, part := range parts {
			same = same && (part == "*" || part == own[i])
		}
		if same {
			return true
		}
	}
	return false
}

// atDesk opens the preview of the small site, and a tab.
func atDesk(t *testing.T, files map[string]string) (*served, *browsertest.Tab) {
	t.Helper()
	s, tab := visit(t, nil)
	s.quiet()
	for name, text := range files { // they may have errors, which the start would wait for
		s.write(name, text)
	}
	for name := range files {
		s.until(deskPath, name)
	}
	tab.Do(browsertest.Width(1280))
	return s, tab
}

// typeIn types a text in a field, in the place of what is there.
func typeIn(tab *browsertest.Tab, id, text string) {
	tab.T.Helper()
	tab.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`(document.getElementById(%q).focus(), document.getElementById(%q).select(), true)`, id, id)))
	tab.Press(text)
}

const settled = `document.documentElement.dataset.bezig === undefined`

// TestEdit walks as a person without training does: from a card to the form, to what is
// wrong while they type, the page beside it, saving, and back by "Ongedaan maken".
func TestEdit(t *testing.T) {
	s, tab := atDesk(t, nil)
	before := s.read("spreekuren/taal.md")
	tab.Go(s.address + "/spreekuren/")
	const card = `[...document.querySelectorAll('main pleinwijzer-bestand')].map((x) => x.shadowRoot.querySelector('a[aria-label="Bewerk Taalspreekuur"]')).find(Boolean)`
	tab.Want(card+`?.textContent`, "Bewerk")
	tab.Do(chromedp.Evaluate[chromedp.Void](card + `.click()`))
	tab.Want(`document.querySelector('h1')?.textContent`, "Taalspreekuur")
	tab.Want(settled, "true")
	const page = `document.querySelector('#pagina').contentDocument`
	tab.Want(page+`.querySelector('h1').textContent`, "Taalspreekuur")

	typeIn(tab, "veld-titel", "Samen lezen")
	tab.Want(page+`.querySelector('h1').textContent`, "Samen lezen")
	typeIn(tab, "veld-dag", "elke dinsdach")
	const wrong = `document.getElementById('veld-dag-fout').textContent`
	tab.Want(wrong+`.startsWith('Fout: ')`, "true")
	tab.Want(`document.getElementById('veld-dag').getAttribute('aria-invalid')`, "true")
	tab.Want(`document.getElementById('veld-dag').getAttribute('aria-describedby').includes('veld-dag-fout')`, "true")
	typeIn(tab, "veld-dag", "elke woensdag")
	tab.Want(wrong, "")
	tab.Want(`document.querySelector('#regel').innerText.includes('woensdag 25 november')`, "true")
	typeIn(tab, "veld-in_een_zin", "Wij realiseren een gesprek.")
	tab.Want(`document.getElementById('veld-in_een_zin-fout').textContent.includes('Tip: Moeilijk woord')`, "true")
	tab.Want(`document.querySelector('#stand').textContent`, "Nog niet bewaard")
	if s.read("spreekuren/taal.md") != before {
		t.Error("typing saves")
	}

	tab.Press("\r") // in a field of one line
	tab.Want(`document.querySelector('#bewaard')?.innerText.startsWith('Bewaard om ')`, "true")
	tab.Want(`document.activeElement.id`, "bewaard")
	if got := s.read("spreekuren/taal.md"); !strings.Contains(got, `titel = "Samen lezen"`) || !strings.Contains(got, "elke woensdag") {
		t.Errorf("the file is\n%s", got)
	}
	tab.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector('#bewaard button').click()`))
	tab.Want(`document.querySelector('#bewaard')?.innerText.includes('teruggezet')`, "true")
	tab.Want(`document.querySelector('#veld-titel').value`, "Taalspreekuur")
	if got := s.read("spreekuren/taal.md"); got != before {
		t.Errorf("the file is\n%s", got)
	}
	tab.Go(s.address + deskPath + "veranderd")
	tab.Want(`document.querySelector('.stappen').innerText.includes('Samen lezen')`, "true")

	// The text of the file, with each error at its line.
	tab.Go(s.address + hourPath + "&tekst")
	tab.Want(settled, "true")
	const text = `document.getElementById('veld-tekst')`
	replace := func(old, now string) {
		tab.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(
			`(%[1]s.value = %[1]s.value.replace(%[2]q, %[3]q), %[1]s.dispatchEvent(new Event('input', { bubbles: true })))`, text, old, now)))
	}
	replace("titel =", "titel ==")
	tab.Want(`document.querySelector('#fouten a')?.textContent`, "Regel 2")
	tab.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector('#fouten a').click()`))
	tab.Want(text+`.value.slice(`+text+`.selectionStart, `+text+`.selectionEnd)`, `titel == "Taalspreekuur"`)
	replace("titel ==", "titel =")
	tab.Want(`document.querySelector('#fouten').textContent.trim() + `+text+`.getAttribute('aria-invalid')`, "null")
	tab.Silent()
}

// TestBlocksByKeyboard adds, moves and removes blocks without a mouse.
func TestBlocksByKeyboard(t *testing.T) {
	s, tab := atDesk(t, nil)
	tab.Go(s.address + hourPath)
	tab.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector('[id="veld-afwijkend"]').closest('details').querySelector('summary').focus()`))
	tab.Press("\r")
	const row = `document.activeElement.name`
	press := func(selector string) {
		t.Helper()
		tab.Want(fmt.Sprintf(`(document.querySelector(%q).focus(), document.activeElement === document.querySelector(%q))`,
			selector, selector), "true")
		tab.Press("\r")
	}
	for _, day := range []string{"2026-12-29", "2026-12-22"} {
		press(`[data-veld=afwijkend] > [data-doe=erbij]`)
		tab.Want(row+`.endsWith('.datum')`, "true")
		tab.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`{ const day = document.activeElement; day.value = %q; day.dispatchEvent(new Event('input', { bubbles: true })); }`, day)))
		tab.Do(chromedp.Evaluate[chromedp.Void](`document.activeElement.closest('.blok').querySelector('[type=checkbox][value=ja]').focus()`))
		tab.Press(" ")
	}
	tab.Want(`[...document.querySelectorAll('[data-veld=afwijkend] output')].map((o) => o.textContent).filter(Boolean).join()`,
		"dinsdag 29 december 2026,dinsdag 22 december 2026")
	press(`[data-veld=afwijkend] .blok:nth-of-type(2) [data-doe=omhoog]`)
	tab.Want(`document.activeElement.dataset.doe`, "omlaag") // what moved stays at hand
	press(`[data-veld=afwijkend] > [data-doe=erbij]`)
	press(`[data-veld=afwijkend] .blok:nth-of-type(3) [data-doe=weg]`)
	tab.Want(`document.activeElement.dataset.doe`, "weg")
	tab.Want(`[...document.querySelectorAll('[data-veld=afwijkend] .blok input[type=date][name$=".datum"]')].map((i) => i.value).join()`, "2026-12-22,2026-12-29")
	tab.Want(settled, "true")
	submit(tab)
	got := valuesOf(t, s, "spreekuren/taal.md")
	if got.Get("afwijkend.0.datum") != "2026-12-22" || got.Get("afwijkend.1.datum") != "2026-12-29" ||
		got.Get("afwijkend.1.vervalt") != "ja" {
		t.Errorf("the file is\n%s", s.read("spreekuren/taal.md"))
	}
	tab.Silent()
}

const hourPath = deskPath + "bestand?naam=spreekuren%2Ftaal.md"

// TestManyNames finds one plein among three hundred.
func TestManyNames(t *testing.T) {
	files := map[string]string{}
	for i := range 300 {
		files[fmt.Sprintf("pleinen/p%d.md",
			i)] = fmt.Sprintf("+++\nnaam = \"Plein %d in Gemáál\"\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\n+++\n", i)
	}
	s, tab := atDesk(t, files)
	tab.Go(s.address + hourPath)
	tab.Want(`document.querySelector('#veld-plein').options.length`, "301")
	typeIn(tab, "veld-plein-zoek", "gemaal 217")
	tab.Want(`[...document.querySelector('#veld-plein').options].map((o) => o.text).join()`, "Plein 217 in Gemáál,Plein in de bieb")
	tab.Press("\r\t") // a search is not for saving; the list comes next
	tab.Want(`document.activeElement.id`, "veld-plein")
	tab.Do(chromedp.Evaluate[chromedp.Void](`{ const list = document.querySelector('#veld-plein'); list.value = 'p217'; list.dispatchEvent(new Event('input', { bubbles: true })); }`))
	tab.Want(settled, "true")
	submit(tab)
	if got := s.read("spreekuren/taal.md"); !strings.Contains(got, `plein = "p217"`) {
		t.Errorf("the file is\n%s", got)
	}
}

// TestUploadInBrowser chooses a photo, sees it, and saves.
func TestUploadInBrowser(t *testing.T) {
	s, tab := atDesk(t, nil)
	tab.Go(s.address + deskPath + "bestand?naam=pleinen/bieb.md")
	tab.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`{
		const data = Uint8Array.from(atob(%q), (c) => c.charCodeAt(0));
		const files = new DataTransfer();
		files.items.add(new File([data], 'Ingang.png', { type: 'image/png' }));
		const input = document.querySelector('[data-beeld="veld-foto"]');
		input.files = files.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
	}`, base64.StdEncoding.EncodeToString(photograph(t)))))
	tab.Want(`document.querySelector('#veld-foto').closest('.beeld').querySelector('img').naturalWidth`, "640")
	tab.Want(settled, "true")
	submit(tab)
	tab.Want(`document.querySelector('#veld-foto').value.startsWith('/fotos/')`, "true")
	tab.Want(`document.querySelector('#veld-foto').closest('.beeld').querySelector('img').naturalWidth > 0`, "true")
	if entries, err := os.ReadDir(filepath.Join(filepath.Dir(s.dir), "static", "fotos")); err != nil || len(entries) != 1 {
		t.Errorf("%v %v", entries, err)
	}
}

// TestFormsAreAccessible looks at every page of the forms, on a phone and on a desk, in
// light and dark, with everything unfolded.
func TestFormsAreAccessible(t *testing.T) {
	axe, err := os.ReadFile("../../.ci/node_modules/axe-core/axe.min.js")
	browsertest.Needs(t, err == nil, "axe-core")
	s, tab := atDesk(t, map[string]string{
		"spreekuren/stuk.md": strings.Replace(wrongHour, "dinsdag", "dinsdach", 1),
		"spreekuren/vorm.md": strings.Replace(wrongHour, "=", "==", 1),
	})
	pages := []string{deskPath, hourPath, deskPath + "bestand?naam=spreekuren/stuk.md", deskPath + "bestand?naam=spreekuren/vorm.md",
		deskPath + "bestand?naam=pleinen/bieb.md", deskPath + "nieuw?soort=spreekuur", deskPath + "veranderd"}
	for i, look := range []struct {
		width  int64
		scheme string
	}{{320, "light"}, {1280, "dark"}} {
		tab.Do(browsertest.Width(look.width), browsertest.Scheme(look.scheme))
		for _, page := range pages[i:] { // the list needs to be looked at once
			tab.Go(s.address + page)
			tab.Want(settled, "true")
			tab.Do(chromedp.Evaluate[chromedp.Void](`{ for (const fold of document.querySelectorAll('details')) fold.open = true; document.querySelector('iframe')?.remove(); }`))
			for _, problem := range audited(tab, string(axe)) {
				t.Errorf("%d %s %s: %s", look.width, look.scheme, page, problem)
			}
		}
	}
	tab.Do(browsertest.Media("screen", "forced-colors", "active"))
	tab.Go(s.address + hourPath)
	tab.Want(`getComputedStyle(document.querySelector('.bewaar button')).borderTopStyle`, "solid")
}

const wrongHour = "+++\ntitel = \"Stuk\"\nplein = \"bieb\"\npartner = \"taalhuis\"\ndag = \"dinsdag\"\ntijd = \"10.00-12.00\"\nin_een_zin = \"Wij helpen.\"\n+++\nKom langs.\n"

func audited(tab *browsertest.Tab, axe string) []string {
	tab.Do(chromedp.Evaluate[chromedp.Void](axe))
	return browsertest.Ask[[]string](tab, `(async () => {
		const { violations } = await axe.run(document, { resultTypes: ['violations'],
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
		const problems = violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 300)).join(' | '));
		const root = document.documentElement;
		if (root.scrollWidth > root.clientWidth) problems.push('scrolls sideways');
		return problems;
	})()`)
}

// TestFormInOtherBrowsers changes a record with Firefox and WebKit.
func TestFormInOtherBrowsers(t *testing.T) {
	found, _ := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	firefox, _ := exec.LookPath("firefox-esr")
	for _, program := range []string{"node", "xvfb-run", "firefox-esr", "WebKitWebDriver"} {
		_, err := exec.LookPath(program)
		browsertest.Needs(t, err == nil && len(found) > 0, program+", for Firefox and WebKit")
	}
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, schedule.Amsterdam)
	s := serveHere(t, nil, func() time.Time { return noon })
	s.quiet()
	dir := t.TempDir()
	data, err := json.Marshal(map[string]string{"form": s.address + hourPath, "firefox": firefox, "webkit": found[len(found)-1]})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "visit.json"), data, 0o666); err != nil {
		t.Fatal(err)
	}
	within, stop := context.WithTimeout(t.Context(), 5*time.Minute) // of a browser that hangs
	defer stop()
	visit := exec.CommandContext(within, "xvfb-run", "-a", "node", "browsers.mjs", dir)
	visit.Dir = "../../.ci"
	if out, err := visit.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	got := valuesOf(t, s, "spreekuren/taal.md")
	if got.Get("titel") != "Taalspreekuur Firefox WebKit" || got.Get("afwijkend.0.datum") != "2026-12-29" ||
		got.Get("afwijkend.1.datum") != "2026-12-28" {
		t.Errorf("the file is\n%s", s.read("spreekuren/taal.md"))
	}
}
