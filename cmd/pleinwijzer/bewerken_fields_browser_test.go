package main

import (
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"path"
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
