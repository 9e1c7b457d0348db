package main

import (
	"bytes"
	"encoding/base64"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestHostileFolder opens a form, does something to its file, and then saves. Whatever was
// done, it is not undone, nothing outside the folder changes, and what was typed comes back.
func TestHostileFolder(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	name := filepath.Join(s.dir, "partners", "taalhuis.md")
	outside := filepath.Join(t.TempDir(), "elders.md")
	original := s.read("partners/taalhuis.md")
	must := func(errs ...error) {
		t.Helper()
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	write := func(file, text string) error { return os.WriteFile(file, []byte(text), 0o644) }
	tests := []struct {
		name  string
		do    func()
		after string // what is in the file then
		says  string
		unix  bool
	}{
		{"read-only", func() { must(os.Chmod(name, 0o444)) }, original, "alleen-lezen", false},
		{"UTF-16", func() { must(write(name, "\xff\xfe+\x00+\x00+\x00")) }, "\xff\xfe+\x00+\x00+\x00", "UTF-8", false},
		{"Latin-1", func() { must(write(name, original+"\xe9\xe9n")) }, original + "\xe9\xe9n", "UTF-8", false},
		{"a conflict of git", func() { must(write(name, "<<<<<<< HEAD\n"+original)) }, "<<<<<<< HEAD\n" + original,
			"git kon niet kiezen", false},
		{"no fields any more", func() { must(write(name, "Alleen tekst.\n")) }, "Alleen tekst.\n", "niet te lezen", false},
		{"empty", func() { must(write(name, "")) }, "", "leeg", false},
		{"very large", func() { must(write(name, strings.Repeat("x", 11<<20))) }, strings.Repeat("x", 11<<20), "10 MB", false},
		{"a link", func() { must(write(outside, original), os.Remove(name), os.Symlink(outside, name)) }, original, "koppeling", true},
		{"a folder", func() { must(os.Remove(name), os.Mkdir(name, 0o755)) }, "-", "", false},
		{"no folder", func() { must(os.Rename(filepath.Dir(name), filepath.Dir(name)+"-weg")) }, "-", "", false},
		{"a linked folder", func() {
			must(write(outside, original), os.RemoveAll(filepath.Dir(name)), os.Symlink(filepath.Dir(outside), filepath.Dir(name)))
		}, "-", "koppeling", true},
	}
	for _, test := range tests {
		if test.unix && runtime.GOOS == "windows" {
			continue
		}
		os.RemoveAll(filepath.Dir(name))
		must(os.MkdirAll(filepath.Dir(name), 0o755), write(name, original))
		f := s.form(partnerForm)
		f.values.Set("in_een_zin", "Getypt met zorg.")
		test.do()
		status, body := f.send("")
		if status < 400 || !strings.Contains(body, "Getypt met zorg.") && !hidden(body, "Getypt met zorg.") ||
			!strings.Contains(body, test.says) {
			t.Errorf("%s: status %d, and it says\n%s", test.name, status, textOf(body))
		}
		got, err := os.ReadFile(name)
		if test.after == "-" && err == nil || test.after != "-" && string(got) != test.after {
			t.Errorf("%s: afterwards the file has %d bytes, %v", test.name, len(got), err)
		}
		if there, err := os.ReadFile(outside); err == nil && string(there) != original {
			t.Errorf("%s: the file outside was changed", test.name)
		}
		if status, body := s.get(partnerForm); strings.Contains(body, "panic") || status == http.StatusInternalServerError {
			t.Errorf("%s: opened then, status %d\n%s", test.name, status, textOf(body))
		}
	}
}

var basis = regexp.MustCompile(`name="_basis" value="([^"]*)"`)

// hidden reports whether a page has a text in what its form sends back.
func hidden(body, text string) bool {
	for _, found := range basis.FindAllStringSubmatch(body, -1) {
		data, err := base64.StdEncoding.DecodeString(html.UnescapeString(found[1]))
		if err == nil && strings.Contains(string(data), text) {
			return true
		}
	}
	return false
}

// textOf is the main part of a page, for a message.
func textOf(body string) string {
	if _, main, ok := strings.Cut(body, "<main"); ok {
		body = main
	}
	return body[:min(len(body), 1500)]
}

// TestHostileNames asks for, and saves, what is no content.
func TestHostileNames(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	for name, text := range map[string]string{"README.md": "handboek", "embed.go": "package x", "../geheim.md": "+++\ntitel = \"x\"\n+++\n", ".git/config": "x"} {
		name = filepath.Join(s.dir, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(name), 0o755)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f := s.form(partnerForm)
	for _, name := range []string{
		"README.md", "embed.go", "../geheim.md", "..%2Fgeheim.md", `..\geheim.md`, "partners/../../geheim.md", "/etc/passwd",
		".git/config", "partners", "partners/", "",
		"partners/taalhuis.md\x00", "PARTNERS/taalhuis.md", "partners/TAALHUIS.md", "partners/con.md",
		"partners/" + strings.Repeat("a", 300) + ".md", "C:/x.md", "partners/x.md/y.md",
	} {
		address := "bestand?" + url.Values{"naam": {name}}.Encode()
		if status, body := s.get(deskPath + address); status < 400 || status >= 500 || !strings.Contains(body, "<h1") {
			t.Errorf("%q opens with status %d", name, status)
		}
		if status, _ := s.post(address, f.values); status < 400 || status >= 500 {
			t.Errorf("%q is saved, with status %d", name, status)
		}
	}
	if s.read("README.md")+s.read("embed.go")+s.read("../geheim.md") != "handboekpackage x+++\ntitel = \"x\"\n+++\n" {
		t.Error("something was changed")
	}
	before, _ := os.ReadDir(filepath.Join(s.dir, "partners"))
	for _, slug := range []string{"taalhuis", "TAALHUIS", "con", "../../x", "a/b", ".", strings.Repeat("a", 300)} {
		f := s.form(deskPath + "nieuw?soort=partner")
		f.values.Set("naam", "Een nieuwe partner")
		f.values.Set("_bestandsnaam", slug)
		status, body := f.send("toch")
		if slug == "taalhuis" || slug == "TAALHUIS" {
			if status < 400 || !strings.Contains(body, "er is al een bestand") && !strings.Contains(body, "Er is al een bestand") {
				t.Errorf("a new file takes the name of another, status %d\n%s", status, textOf(body))
			}
		} else if status >= 500 {
			t.Errorf("%q: status %d", slug, status)
		}
	}
	after, _ := os.ReadDir(filepath.Join(s.dir, "partners"))
	for _, e := range after[:min(len(after), 20)] {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".md") || strings.ContainsAny(e.Name(), `\/ `) || e.Name() == "con.md" {
			t.Errorf("there is %s", e.Name())
		}
	}
	t.Logf("%d partners became %d", len(before), len(after))
}

// TestUnknownKey saves a file with a field that nobody knows, a remark, and a mark of
// Windows Notepad.
func TestUnknownKey(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	text := "\ufeff" + strings.ReplaceAll(strings.Replace(s.read("partners/taalhuis.md"), "+++\n",
		"+++\n# let op\nonbekend = \"blijf\" # hier\n", 1), "\n", "\r\n")
	if err := os.WriteFile(filepath.Join(s.dir, "partners", "taalhuis.md"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	f := s.form(partnerForm)
	f.values.Set("in_een_zin", "Getypt met zorg.")
	if status, body := f.send(""); status != http.StatusOK {
		t.Fatalf("status %d\n%s", status, textOf(body))
	}
	got := s.read("partners/taalhuis.md")
	for _, part := range []string{"\ufeff+++\r\n# let op\r\nonbekend = \"blijf\" # hier\r\n", "Getypt met zorg."} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in\n%q", part, got)
		}
	}
	if strings.Count(got, "\n") != strings.Count(got, "\r\n") {
		t.Errorf("the line ends are mixed:\n%q", got)
	}
}

// TestHostileUploads sends files that are no photo, with names that say they are. What was
// typed comes back, and nothing is stored.
func TestHostileUploads(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	photo := photograph(t)
	before := s.read("pleinen/bieb.md")
	for name, data := range map[string]string{
		"pagina.jpg":   "<!doctype html><script>alert(1)</script>",
		"tekening.png": `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
		"half.jpg":     string(photo[:len(photo)/2]),
		"leeg.jpg":     "",
		"bom.png":      string(photo[:16]) + "\x00\x00\xff\xff\x00\x00\xff\xff" + string(photo[24:]),
		"groot.jpg":    string(photo) + strings.Repeat("x", 21_000_000),
	} {
		f := s.form(deskPath + "bestand?naam=pleinen/bieb.md")
		f.values.Set("foto_tekst", "Getypt met zorg.")
		status, body := f.sendFile("_bestand.foto", name, data)
		if status < 400 || status >= 500 || !strings.Contains(body, "Getypt met zorg.") || !strings.Contains(body, name) {
			t.Errorf("%s: status %d\n%s", name, status, textOf(body))
		}
	}
	if s.read("pleinen/bieb.md") != before {
		t.Error("the file was changed")
	}
	if stored, err := os.ReadDir(filepath.Join(filepath.Dir(s.dir), "static")); err == nil {
		t.Errorf("stored are %v", stored)
	}
}

// sendFile sends the form with a file, as a browser does.
func (f *formPage) sendFile(field, name, data string) (status int, body string) {
	f.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for key, values := range f.values {
		for _, value := range values {
			m.WriteField(key, value)
		}
	}
	part, err := m.CreateFormFile(field, name)
	if err != nil {
		f.Fatal(err)
	}
	io.WriteString(part, data)
	m.Close()
	r, err := http.Post(f.address+deskPath+f.action, m.FormDataContentType(), &b)
	if err != nil {
		f.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		f.Fatal(err)
	}
	return r.StatusCode, string(text)
}

// TestUndoAfterOthers undoes a save after an editor changed the file once more.
func TestUndoAfterOthers(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	f := s.form(partnerForm)
	f.values.Set("in_een_zin", "Getypt met zorg.")
	if status, body := f.send(""); status != http.StatusOK {
		t.Fatalf("status %d\n%s", status, textOf(body))
	}
	other := s.read("partners/taalhuis.md") + "\nVan een ander.\n"
	s.write("partners/taalhuis.md", other)
	status, body := s.post("terug", url.Values{"_sleutel": f.values["_sleutel"], "_stap": {"1"}})
	if status != http.StatusConflict || !strings.Contains(body, "daarna nog een keer veranderd") ||
		s.read("partners/taalhuis.md") != other {
		t.Errorf("status %d\n%s", status, textOf(body))
	}
	status, body = s.get(deskPath + "veranderd")
	if status != http.StatusOK || !strings.Contains(body, "Getypt met zorg.") {
		t.Errorf("the list of changes has status %d\n%s", status, textOf(body))
	}
}
