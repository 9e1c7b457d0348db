package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
)

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

// TestBackAfterSaving goes back in the browser after saving and after undoing, also when the
// file has changed since: the form shows what is in the file, not what was typed once.
func TestBackAfterSaving(t *testing.T) {
	s, tab := atDesk(t, nil)
	const file, title, text = "spreekuren/taal.md", `document.querySelector('#veld-titel').value`, `document.querySelector('#veld-tekst').value`
	before := s.read(file)
	other := strings.Replace(before, `"Taalspreekuur"`, `"Van een ander"`, 1)
	back := func() {
		tab.Do(chromedp.Evaluate[chromedp.Void](`(window.before = true, history.back(), true)`))
		tab.Want(`!window.before && document.readyState === 'complete'`, "true")
	}
	tab.Go(s.address + hourForm)
	typeIn(tab, "veld-titel", "Samen lezen")
	typeIn(tab, "veld-tekst", "Getypt met zorg.")
	submit(tab)
	back()
	tab.Want(title, "Samen lezen")
	tab.Want(text, "Getypt met zorg.")
	s.write(file, other)
	tab.Do(chromedp.Evaluate[chromedp.Void](`(window.before = true, history.forward(), true)`))
	tab.Want(`!window.before && document.readyState === 'complete'`, "true")
	tab.Want(title, "Van een ander")
	back()
	tab.Want(title, "Van een ander")
	tab.Want(text+` === 'Getypt met zorg.'`, "false")
	typeIn(tab, "veld-titel", "Nog eens")
	typeIn(tab, "veld-tekst", "Nog een tekst.")
	submit(tab)
	tab.Do(chromedp.Evaluate[chromedp.Void](`(window.before = true, document.querySelector('#bewaard button').click(), true)`))
	tab.Want(`!window.before && document.querySelector('#bewaard')?.innerText.includes('teruggezet')`, "true")
	back()
	tab.Want(`document.querySelector('#bewaard').innerText.includes('later ongedaan gemaakt')`, "true")
	tab.Want(title, "Van een ander")
	back()
	tab.Want(title, "Van een ander")
	tab.Want(text+` === 'Nog een tekst.'`, "false")
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
