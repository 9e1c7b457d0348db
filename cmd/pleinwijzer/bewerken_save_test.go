package main

import (
	"bytes"
	"image"
	"image/png"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// These tests fill in forms as a browser without scripts does.

const hourForm = deskPath + "bestand?naam=spreekuren/taal.md"

// TestSaveKeepsTheRest wants a form to change what was changed in it, and no other byte.
func TestSaveKeepsTheRest(t *testing.T) {
	const before = "+++\r\n# van de receptie\r\nnaam = 'Taalhuis'   # zo heet het\r\nin_een_zin = \"Wij helpen.\"\r\n+++\r\nKom langs.\r\n"
	s := serveHere(t, map[string]string{"partners/taalhuis.md": before}, time.Now)
	s.quiet()
	f := s.form(partnerForm)
	f.send("")
	if got := s.read("partners/taalhuis.md"); got != before {
		t.Errorf("saving without a change gave\n%q", got)
	}
	f.values.Set("in_een_zin", "Wij lezen samen.")
	status, body := f.send("")
	if want := strings.Replace(before, "Wij helpen.", "Wij lezen samen.", 1); status != http.StatusOK ||
		s.read("partners/taalhuis.md") != want {
		t.Errorf("status %d, and the file is\n%q", status, s.read("partners/taalhuis.md"))
	}
	if !strings.Contains(body, "Bewaard om ") {
		t.Errorf("nothing says that it was saved:\n%s", body)
	}
}

// TestSaveWithErrors wants errors to be told in a summary with links, nothing to be saved
// until someone insists, and old errors not to be in the way.
func TestSaveWithErrors(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	f := s.form(hourForm)
	before := s.read("spreekuren/taal.md")
	f.values.Set("dag", "elke dinsdach")
	f.values.Set("titel", "")
	status, body := f.send("")
	if status != http.StatusUnprocessableEntity || s.read("spreekuren/taal.md") != before {
		t.Fatalf("status %d; the file is\n%s", status, s.read("spreekuren/taal.md"))
	}
	for _, want := range []string{
		"Er zijn 2 fouten", `<a href="#veld-dag">Dag: `, `<a href="#veld-titel">Titel: `, `value="elke dinsdach"`, `aria-invalid="true"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in\n%s", want, body)
		}
	}
	again := s.formIn(body)
	if status, body = again.send("toch"); status != http.StatusOK || !strings.Contains(s.read("spreekuren/taal.md"), "dinsdach") {
		t.Fatalf("status %d; the file is\n%s", status, s.read("spreekuren/taal.md"))
	}
	f = s.formIn(body) // a file with errors has a form too
	f.values.Set("in_een_zin", "Wij lezen samen een boek.")
	if status, _ = f.send(""); status != http.StatusOK || !strings.Contains(s.read("spreekuren/taal.md"), "een boek") {
		t.Errorf("old errors keep a new sentence out: status %d", status)
	}
}

// TestTwoWindows saves from two windows, and from an editor in between.
func TestTwoWindows(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	first, second := s.form(partnerForm), s.form(partnerForm)
	first.values.Set("in_een_zin", "Van de eerste.")
	first.values.Set("telefoon", "013 000 00 01")
	first.send("")
	second.values.Set("in_een_zin", "Van de tweede.")
	second.values.Set("website", "https://tweede.example")
	status, body := second.send("")
	if status != http.StatusConflict || strings.Contains(s.read("partners/taalhuis.md"), "tweede") {
		t.Fatalf("status %d; the file is\n%s", status, s.read("partners/taalhuis.md"))
	}
	for _, want := range []string{"Van de eerste.", "Van de tweede.", "013 000 00 01", "https://tweede.example"} {
		if !strings.Contains(body, want) {
			t.Errorf("both versions are not shown: no %s in\n%s", want, body)
		}
	}
	choice := s.formIn(body)
	for field, want := range map[string]string{"in_een_zin": "mijn", "telefoon": "bestand", "website": "mijn"} {
		if got := choice.values.Get("_kies." + field); got != want {
			t.Errorf("%s begins with %q, want %q", field, got, want)
		}
	}
	s.write("partners/taalhuis.md", strings.Replace(s.read("partners/taalhuis.md"), "+++\n", "+++\n# een derde\n", 1))
	if status, body = choice.send("samen"); status != http.StatusConflict {
		t.Fatalf("a third version is overwritten: status %d", status)
	}
	if status, _ = s.formIn(body).send("samen"); status != http.StatusOK {
		t.Errorf("status %d", status)
	}
	got := s.read("partners/taalhuis.md")
	for _, want := range []string{"Van de tweede.", "013 000 00 01", "https://tweede.example", "# een derde"} {
		if !strings.Contains(got, want) {
			t.Errorf("lost %s:\n%s", want, got)
		}
	}
}

// TestGone deletes a file under its form.
func TestGone(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	f := s.form(partnerForm)
	f.values.Set("in_een_zin", "Getypt.")
	name := filepath.Join(s.dir, "partners", "taalhuis.md")
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	status, body := f.send("")
	if _, err := os.Stat(name); status != http.StatusConflict || err == nil {
		t.Fatalf("status %d, %v", status, err)
	}
	if status, _ = s.formIn(body).send("opnieuw"); status != http.StatusOK || !strings.Contains(s.read("partners/taalhuis.md"), "Getypt.") {
		t.Errorf("it cannot be made again: status %d", status)
	}
}

// TestUndo takes back a save, and does it again.
func TestUndo(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	before := s.read("partners/taalhuis.md")
	f := s.form(partnerForm)
	f.values.Set("in_een_zin", "Een andere zin.")
	_, body := f.send("")
	after := s.read("partners/taalhuis.md")
	step := regexp.MustCompile(`name="_stap" value="(\d+)"`).FindStringSubmatch(body)
	if step == nil {
		t.Fatalf("nothing to undo in\n%s", body)
	}
	f.values = map[string][]string{"_sleutel": f.values["_sleutel"], "_stap": {step[1]}}
	if status, body := f.post("terug", f.values); status != http.StatusOK || s.read("partners/taalhuis.md") != before ||
		!strings.Contains(body, "ongedaan gemaakt") {
		t.Errorf("undo: status %d; the file is\n%s\n%s", status, s.read("partners/taalhuis.md"), body)
	}
	if status, body := f.post("opnieuw", f.values); status != http.StatusOK || s.read("partners/taalhuis.md") != after ||
		!strings.Contains(body, "Een andere zin.") {
		t.Errorf("redo: status %d; the file is\n%s\n%s", status, s.read("partners/taalhuis.md"), body)
	}
	s.write("partners/taalhuis.md", before+"Van een ander.\n")
	if status, _ := f.post("terug", f.values); status != http.StatusConflict ||
		!strings.Contains(s.read("partners/taalhuis.md"), "Van een ander.") {
		t.Errorf("undo throws away what another wrote: status %d", status)
	}
}

// TestNew makes a record, as a draft, and never in the place of another.
func TestNew(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	f := s.form(deskPath + "nieuw?soort=bericht")
	f.values.Set("titel", "Wij zijn dicht in één week!")
	f.values.Set("datum", "2026-12-01")
	f.values.Set("in_een_zin", "Wij zijn een week dicht.")
	f.values.Set("tekst", "Tot snel.")
	if status, _ := f.send("concept"); status != http.StatusOK {
		t.Errorf("status %d", status)
	}
	got := s.read("berichten/wij-zijn-dicht-in-een-week.md")
	for _, want := range []string{`titel = "Wij zijn dicht in één week!"`, "concept = true", "datum = \"2026-12-01\"", "\n+++\n\nTot snel."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if status, body := f.send("concept"); status != http.StatusOK || !strings.Contains(body, "Bewaard om") {
		t.Errorf("the button pressed twice: status %d\n%s", status, textOf(body))
	}
	status, body := f.send("")
	if status != http.StatusConflict || !strings.Contains(body, "Er is al een bericht met deze titel.") ||
		!strings.Contains(body, `<a href="bestand?naam=berichten%2Fwij-zijn-dicht-in-een-week.md">`) ||
		!strings.Contains(body, "Wij zijn een week dicht.") {
		t.Errorf("a second one: status %d\n%s", status, body)
	}
	other := s.formIn(body)
	other.values.Set("_bestandsnaam", "dicht 2")
	if status, _ := other.send(""); status != http.StatusOK ||
		!strings.Contains(s.read("berichten/dicht-2.md"), "Wij zijn een week dicht.") {
		t.Errorf("with another name: status %d", status)
	}
	f.values.Set("datum", "2027-12-01")
	if status, _ := f.send(""); status != http.StatusOK ||
		!strings.Contains(s.read("berichten/wij-zijn-dicht-in-een-week-2027-12-01.md"), "Wij zijn een week dicht.") {
		t.Errorf("the same news a year later: status %d", status)
	}
}

// TestNewWithoutLetters makes records with titles of which no name of a file can be made: they
// are named after their kind, with a number, and none takes the place of another.
func TestNewWithoutLetters(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	s.write("berichten/bericht-2.toml", "titel = \"Van een ander\"\n")
	for _, test := range [][3]string{
		{"🎉", "Feest.", "bericht-1"}, {"🎉", "Feest.", "bericht-1"}, // the button pressed twice
		{"!?", "Wat is dit?", "bericht-3"}, {"مساعدة", "مساعدة في الرسائل", "bericht-4"}, {"", "Nog zonder titel.", "bericht-5"},
		{"", "Ook zonder titel.", "bericht-6"}, {"🎉", "Nog een feest.", "bericht-7"},
	} {
		f := s.form(deskPath + "nieuw?soort=bericht")
		f.values.Set("titel", test[0])
		f.values.Set("in_een_zin", test[1])
		f.values.Set("datum", "2026-12-01")
		f.values.Set("concept", "ja")
		status, body := f.send("toch")
		if status != http.StatusOK || !strings.Contains(body, "berichten/"+test[2]+".md") ||
			!strings.Contains(s.read("berichten/"+test[2]+".md"), test[1]) {
			t.Errorf("%q: status %d\n%s", test, status, textOf(body))
		}
	}
	if made, err := os.ReadDir(filepath.Join(s.dir, "berichten")); err != nil || len(made) != 7 {
		t.Errorf("the folder has %v, %v", made, err)
	}
}

// TestMissingAtFirst checks that a new form says what is missing when someone wants to save
// it, and not while they fill it in.
func TestMissingAtFirst(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	f := s.form(deskPath + "nieuw?soort=spreekuur")
	f.values.Set("dag", "dinsdg")
	try := func(f *formPage) string {
		_, body := s.post("proef", f.values)
		return body
	}
	if body := try(f); strings.Contains(body, "Vul dit in.") || !strings.Contains(body, "is geen dag van de week") {
		t.Errorf("while filling in:\n%s", body)
	}
	status, body := f.send("")
	if status != http.StatusUnprocessableEntity || !strings.Contains(body, "Titel: Vul dit in.") {
		t.Errorf("when saving: status %d\n%s", status, textOf(body))
	}
	if body := try(s.formIn(body)); !strings.Contains(body, "Vul dit in.") {
		t.Errorf("after that:\n%s", body)
	}
}

// TestRowsWithoutScript adds, fills in, moves and removes blocks by plain buttons.
func TestRowsWithoutScript(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	f := s.form(hourForm)
	f.values.Set("in_een_zin", "Eerst getypt.")
	press := func(button string) {
		t.Helper()
		status, body := f.send(button)
		if status != http.StatusOK {
			t.Fatalf("%s: status %d\n%s", button, status, body)
		}
		f = s.formIn(body)
	}
	add := func(day string) {
		press("erbij:afwijkend")
		rows := f.values["afwijkend"]
		key := rows[len(rows)-1]
		f.values.Set("afwijkend."+key+".datum", day)
		f.values.Set("afwijkend."+key+".vervalt", "ja")
	}
	add("2026-12-29")
	add("2026-12-22")
	add("2027-01-05")
	press("omhoog:afwijkend.1")
	press("weg:afwijkend.2")
	before := s.read("spreekuren/taal.md")
	if strings.Contains(before, "Eerst getypt.") {
		t.Error("a button that moves a block saves")
	}
	if status, body := f.send(""); status != http.StatusOK {
		t.Fatalf("status %d\n%s", status, body)
	}
	got := s.read("spreekuren/taal.md")
	days := regexp.MustCompile(`datum = "?([0-9-]+)`).FindAllStringSubmatch(got, -1)
	if len(days) != 2 || days[0][1] != "2026-12-22" || days[1][1] != "2026-12-29" || !strings.Contains(got, "Eerst getypt.") {
		t.Errorf("the file is\n%s", got)
	}
}

// photograph is a small picture.
func photograph(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 640, 480))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestUpload sends a photo with a form, and what is no photo.
func TestUpload(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	send := func(f *formPage, name string, data []byte) (int, string) {
		var b bytes.Buffer
		m := multipart.NewWriter(&b)
		for key, values := range f.values {
			for _, value := range values {
				m.WriteField(key, value)
			}
		}
		part, err := m.CreateFormFile("_bestand.foto", name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write(data)
		m.Close()
		r, err := http.Post(s.address+deskPath+f.action, m.FormDataContentType(), &b)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		var body bytes.Buffer
		body.ReadFrom(r.Body)
		return r.StatusCode, body.String()
	}
	f := s.form(deskPath + "bestand?naam=pleinen/bieb.md")
	if !strings.Contains(f.body, `enctype="multipart/form-data"`) {
		t.Error("the form cannot send a photo")
	}
	f.values.Set("foto_tekst", "De ingang.")
	before := s.read("pleinen/bieb.md")
	status, body := send(f, "virus.jpg", []byte("MZ geen plaatje"))
	if status != http.StatusUnprocessableEntity || s.read("pleinen/bieb.md") != before || !strings.Contains(body, "virus.jpg") ||
		!strings.Contains(body, "De ingang.") {
		t.Errorf("what is no picture: status %d\n%s", status, body)
	}
	if status, body = send(s.formIn(body), "IMG 0001.PNG", photograph(t)); status != http.StatusOK {
		t.Fatalf("status %d\n%s", status, body)
	}
	path := regexp.MustCompile(`foto = "(/[^"]+)"`).FindStringSubmatch(s.read("pleinen/bieb.md"))
	if path == nil {
		t.Fatalf("the file is\n%s", s.read("pleinen/bieb.md"))
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(s.dir), "static", filepath.FromSlash(path[1]))); err != nil {
		t.Error(err)
	}
}
