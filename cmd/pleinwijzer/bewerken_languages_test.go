package main

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestLanguages adds, changes and removes the translation of a partner, also one in a language
// that the site does not have.
func TestLanguages(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	const file = "partners/taalhuis.md"
	s.write("site.toml", "talen = [\"nl\", \"en\", \"pl\"]\n"+s.read("site.toml"))
	s.until(partnerForm, "vertaling.pl.tekst")
	site := s.read("site.toml")
	walk := func(set map[string]string, want ...string) {
		t.Helper()
		f := s.form(partnerForm)
		for name, text := range set {
			if !f.values.Has(name) {
				t.Errorf("the form has no %s", name)
			}
			f.values.Set(name, text)
		}
		if status, body := f.send(""); status != http.StatusOK {
			t.Errorf("%v: status %d\n%s", set, status, textOf(body))
		}
		for _, part := range want {
			part, not := strings.CutPrefix(part, "!")
			if got := s.read(file); strings.Contains(got, part) == not {
				t.Errorf("after %v, %q is wrong in\n%s", set, part, got)
			}
		}
	}
	before := s.read(file)
	walk(map[string]string{"vertaling.en.in_een_zin": "We help you.", "vertaling.en.tekst": "One.\n\nTwo."},
		"[vertaling.en]", `in_een_zin = "We help you."`, "One.\n\nTwo.")
	walk(map[string]string{"vertaling.en.in_een_zin": "We help you read."}, `"We help you read."`, "One.\n\nTwo.", "!We help you.\"")
	walk(map[string]string{"vertaling.pl.in_een_zin": "Pomagamy."}, "[vertaling.pl]", "Pomagamy.", "We help you read.")
	walk(map[string]string{"vertaling.en.in_een_zin": "", "vertaling.en.tekst": ""}, "!We help", "!One.", "Pomagamy.", "![vertaling.en]")
	walk(map[string]string{"vertaling.pl.in_een_zin": ""}, "!Pomagamy", "!vertaling")
	if got := s.read(file); got != before {
		t.Errorf("nothing is left to translate, and the file is\n%s\nand was\n%s", got, before)
	}
	// A language that the site does not have: it says so, and stays until somebody removes it.
	s.write(file, strings.Replace(before, "\n+++\n", "\n\n[vertaling.de]\nin_een_zin = \"Wir helfen.\"\n+++\n", 1))
	if _, body := s.get(partnerForm); !strings.Contains(body, "Duits (deze taal heeft de site niet)") || strings.Contains(body, "Engels (") {
		t.Errorf("it does not say which language the site does not have\n%s", textOf(body))
	}
	walk(map[string]string{"vertaling.de.in_een_zin": "Wir helfen Ihnen.", "vertaling.en.tekst": "Hello."}, "Wir helfen Ihnen.", "Hello.")
	walk(map[string]string{"vertaling.en.tekst": ""}, "Wir helfen Ihnen.", "!Hello")
	f := s.form(partnerForm)
	f.values.Set("vertaling.de.in_een_zin", "")
	if status, body := f.send(""); status != http.StatusOK || strings.Contains(s.read(file), "vertaling") {
		t.Errorf("removed: status %d\n%s\n%s", status, textOf(body), s.read(file))
	}
	if s.read("site.toml") != site {
		t.Error("the site changed")
	}
}
