package main

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestRefusedKeepsWhatWasTyped sends what no file can have, without a script. The form comes
// back with all that was typed, says beside the field what is wrong, and can be saved once
// that is mended.
func TestRefusedKeepsWhatWasTyped(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	s.write("onderwerpen.toml", "[geld]\nnaam = \"Geld\"\nuitleg = \"Over geld.\"\n")
	for name, test := range map[string]struct {
		address, file string
		fill          map[string][]string
		says          string
		mend          map[string][]string
		saved         string
	}{
		"a sign that nobody sees": {partnerForm, "partners/taalhuis.md",
			map[string][]string{"naam": {"Taal\x00huis"}}, "onzichtbaar teken", nil, `naam = "Taalhuis"`},
		"two versions": {partnerForm, "partners/taalhuis.md",
			map[string][]string{"tekst": {"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main"}}, "twee versies",
			map[string][]string{"tekst": {"a"}}, "+++\n\na\n"},
		"a topic twice": {deskPath + "bestand?naam=onderwerpen.toml", "onderwerpen.toml",
			map[string][]string{"onderwerpen": {"", "n5", "0", "n7"}, "onderwerpen.n5.naam": {"Zon"}, "onderwerpen.n5.uitleg": {"Wat de zon doet."},
				"onderwerpen.n7.naam": {"zon!"}, "onderwerpen.n7.uitleg": {"Nog meer zon."}}, "Er is al een onderwerp met deze naam.",
			map[string][]string{"onderwerpen.n7.naam": {"Maan"}}, "[maan]\nnaam = \"Maan\"\nuitleg = \"Nog meer zon.\""},
		"a topic of signs": {deskPath + "bestand?naam=onderwerpen.toml", "onderwerpen.toml",
			map[string][]string{"onderwerpen": {"", "0", "n5"}, "onderwerpen.n5.naam": {"🎉"}, "onderwerpen.n5.uitleg": {"Feest vieren."}},
			"nog geen naam met letters", map[string][]string{"onderwerpen.n5.naam": {"Feest"}}, "[feest]\nnaam = \"Feest\""},
		"one advice twice": {partnerForm, "partners/taalhuis.md",
			map[string][]string{"negeer": {"", "n1", "n2"}, "negeer.n1.advies": {"zin-lang"}, "negeer.n1.reden": {"Een citaat."},
				"negeer.n2.advies": {"zin-lang"}, "negeer.n2.reden": {"Nog een."}}, "twee keer",
			map[string][]string{"negeer.n2.advies": {"moeilijk-woord"}}, "moeilijk-woord = \"Nog een.\""},
		"a block of long ago": {hourForm, "spreekuren/taal.md",
			map[string][]string{"afwijkend": {"", "7"}, "afwijkend.7.datum": {"2027-01-12"}, "afwijkend.7.vervalt": {"ja"}}, "geen blok",
			nil, "2027-01-12"},
	} {
		before := s.read(test.file)
		f := s.form(test.address)
		for field, values := range test.fill {
			f.values[field] = values
		}
		const careful = "Getypt met zorg."
		for _, field := range []string{"in_een_zin", "onderwerpen.0.uitleg"} {
			if f.values.Has(field) {
				f.values.Set(field, careful)
			}
		}
		status, body := f.send("")
		if status != http.StatusUnprocessableEntity || s.read(test.file) != before || !strings.Contains(body, "Er is nog niets bewaard.") {
			t.Errorf("%s: status %d\n%s", name, status, textOf(body))
			continue
		}
		list, _, _ := strings.Cut(body, "<form")
		if _, after, ok := strings.Cut(list, `<a href="#`); !ok || !strings.Contains(after, test.says) {
			t.Errorf("%s: no link to a field that says %q in\n%s", name, test.says, textOf(body))
		}
		if strings.Contains(body, "Ga terug") {
			t.Errorf("%s: it is a dead end\n%s", name, textOf(body))
		}
		again := s.formIn(body)
		for field, values := range test.mend {
			if !again.values.Has(field) {
				t.Errorf("%s: the page has no %s", name, field)
			}
			again.values[field] = values
		}
		if status, body := again.send("toch"); status != http.StatusOK {
			t.Errorf("%s: mended, status %d\n%s", name, status, textOf(body))
		}
		for _, want := range []string{careful, test.saved} {
			if got := s.read(test.file); !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", name, want, got)
			}
		}
		s.write(test.file, before)
	}
}

// TestTwoWindowsOfTopics has two people add a topic at once. Who chooses their own list has
// that list: a name that both have is no reason to refuse it.
func TestTwoWindowsOfTopics(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	const file = "onderwerpen.toml"
	s.write(file, "[geld]\nnaam = \"Geld\"\nuitleg = \"Over geld.\"\n")
	f := s.form(deskPath + "bestand?naam=" + file)
	f.values["onderwerpen"] = []string{"", "0", "n1"}
	f.values["onderwerpen.n1.naam"], f.values["onderwerpen.n1.uitleg"] = []string{"Zon"}, []string{"Getypt met zorg."}
	s.write(file, s.read(file)+"\n[zon]\nnaam = \"Zon\"\nuitleg = \"Van een ander.\"\n")
	status, body := f.send("")
	if status != http.StatusConflict {
		t.Fatalf("status %d\n%s", status, textOf(body))
	}
	again := s.formIn(body)
	again.values.Set("_kies.onderwerpen", "mijn")
	if status, body = again.send("samen"); status != http.StatusOK || !strings.Contains(s.read(file), "Getypt met zorg.") {
		t.Errorf("status %d\n%s", status, textOf(body))
	}
}
