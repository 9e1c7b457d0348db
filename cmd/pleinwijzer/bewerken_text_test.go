package main

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

const textPage = deskPath + "bestand?naam=partners/taalhuis.md"

// TestTextOfFile mends files that have no form as their text, by all that a form has: errors
// at their lines, a trial, conflicts, undo and tokens.
func TestTextOfFile(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	const file = "partners/taalhuis.md"
	good := s.read(file)
	broken := strings.Replace(good, "naam = ", "naam == ", 1)
	for _, test := range []struct {
		name, was, typed, after string // typed in place of what the page has
	}{
		{"LF", broken, good, good},
		{"CRLF", strings.ReplaceAll(broken, "\n", "\r\n"), strings.ReplaceAll(good, "\n", "\r\n"), strings.ReplaceAll(good, "\n", "\r\n")},
		{"a mark, and CRLF", "\ufeff" + strings.ReplaceAll(broken, "\n", "\r\n"), good, "\ufeff" + strings.ReplaceAll(good, "\n", "\r\n")},
		{"no end of a line", strings.TrimRight(broken, "\n"), strings.TrimRight(good, "\n"), strings.TrimRight(good, "\n")},
		{"an empty line first", "\n" + broken, "\n" + good, "\n" + good},
		{"Latin-1", good + "Caf\xe9\n", good + "Café\n", good + "Café\n"},
		{"UTF-16", "\xff\xfe" + strings.Join(strings.Split("+++\n", ""), "\x00") + "\x00", good, good},
	} {
		s.write(file, test.was)
		f := s.form(textPage)
		if _, ok := f.values["_tekst"]; !ok {
			t.Errorf("%s: no text in\n%s", test.name, textOf(f.body))
			continue
		}
		if strings.Contains(test.was, "==") && !strings.Contains(f.body, "Regel ") {
			t.Errorf("%s: no line in\n%s", test.name, textOf(f.body))
		}
		f.values.Set("_tekst", test.typed)
		if status, body := f.send(""); status != http.StatusOK || s.read(file) != test.after || !strings.Contains(body, "Bewaard om") {
			t.Errorf("%s: status %d, the file is %q\n%s", test.name, status, s.read(file), textOf(body))
		}
	}

	s.write(file, broken)
	f := s.form(textPage)
	f.values.Set("_tekst", broken+"[")
	status, answer := f.post("proef", f.values)
	if status != http.StatusOK || !strings.Contains(answer, `"fouten":[{"regel":2`) {
		t.Errorf("a trial answers %d %s", status, answer)
	}
	if status, _ := f.send(""); status != http.StatusOK || s.read(file) != broken+"[" {
		t.Errorf("what is no worse is not saved: %d", status)
	}
	f = s.form(textPage)
	f.values.Set("_tekst", strings.Replace(good, "naam = ", "nam = ", 1))
	status, body := f.send("")
	if status != http.StatusUnprocessableEntity || !strings.Contains(body, `value="toch"`) {
		t.Errorf("other errors are saved without a question: %d", status)
	}
	if again := s.formIn(body); again.values.Get("_tekst") != "" {
		t.Error("what can be read has no form yet")
	}

	// Two windows: nothing is lost, and the page has both.
	one, two := s.form(textPage), s.form(textPage)
	one.values.Set("_tekst", good)
	one.send("")
	two.values.Set("_tekst", good+"Tweede.\n")
	status, body = two.send("")
	if status != http.StatusConflict || !strings.Contains(body, "Tweede.") || s.read(file) != good {
		t.Errorf("two windows: %d\n%s", status, textOf(body))
	}
	if status, _ := s.formIn(body).send("mijn"); status != http.StatusOK || s.read(file) != good+"Tweede.\n" {
		t.Errorf("their own version: %d %q", status, s.read(file))
	}

	// An old token saves nothing, and keeps what was typed.
	f = s.form(textPage + "&tekst")
	f.values.Set("_tekst", good+"Derde.\n")
	f.values.Set("_sleutel", "oud")
	status, body = f.send("")
	if status != http.StatusForbidden || !strings.Contains(body, "Derde.") || strings.Contains(s.read(file), "Derde.") {
		t.Errorf("an old token: %d", status)
	}
	status, body = s.formIn(body).send("")
	if status != http.StatusOK || s.read(file) != good+"Derde.\n" {
		t.Errorf("after a restart: %d", status)
	}
	step := regexp.MustCompile(`name="_stap" value="(\d+)"`).FindStringSubmatch(body)
	if step == nil {
		t.Fatalf("nothing to undo in\n%s", textOf(body))
	}
	token := s.form(textPage).values.Get("_sleutel")
	if _, body := s.post("terug", url.Values{"_sleutel": {token}, "_stap": step[1:]}); s.read(file) != good+"Tweede.\n" {
		t.Errorf("undo: %q\n%s", s.read(file), textOf(body))
	}
}
