package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/bag"
)

// pleinenForBAG are two with an address in the register below, one that is not in it, and one
// that has a number.
var pleinenForBAG = map[string]string{
	"site.toml":          "titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n",
	"pleinen/bieb.md":    "+++\r\n# het plein\r\nnaam = \"De Bieb\"\r\nadres = \"Kerkstraat 1\" # vooraan\r\npostcode = \"5175 AA\"\r\nplaats = \"Dorp\"\r\ntelefoon = \"013 000 00 01\"\r\n\r\n[openingstijden]\r\nmaandag = \"9-17\"\r\n+++\r\n",
	"pleinen/kerk.toml":  "naam = \"De Kerk\"\nadres = \"Kerkstraat 2a\"\npostcode = \"5175 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n",
	"pleinen/markt.toml": "naam = \"De Markt\"\nadres = \"Markt 9\"\npostcode = \"5175 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n",
	"pleinen/oud.toml":   "naam = \"Oud\"\nadres = \"Markt 1\"\npostcode = \"5175 AB\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\nbag = \"0809200000000009\"\n",
}

func contentOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestBAG asks a register of its own, first only to see and then to write.
func TestBAG(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		w.Write([]byte(`{"response": {"docs": [` +
			`{"weergavenaam": "Kerkstraat 1, 5175AA Dorp", "nummeraanduiding_id": "0809200000000001", "straatnaam": "Kerkstraat", "huis_nlt": "1"},` +
			`{"weergavenaam": "Kerkstraat 2A, 5175AA Dorp", "nummeraanduiding_id": "0809200000000002", "straatnaam": "Kerkstraat", "huis_nlt": "2A"}]}}`))
	}))
	defer server.Close()
	dir := contentOf(t, pleinenForBAG)
	verb := numbers{bag.Register{Client: server.Client(), Address: server.URL}}
	var out bytes.Buffer
	ask := func(args ...string) error {
		out.Reset()
		asked = 0
		env := environment{stdout: &out, stderr: &out, now: time.Now, verbs: verbs}
		return verb.run(t.Context(), env, append(args, "-content", dir))
	}

	if err := ask(); err != errProblems || asked != 3 {
		t.Errorf("%v, asked %d times", err, asked)
	}
	for _, want := range []string{
		"De Bieb: 0809200000000001 (Kerkstraat 1, 5175AA Dorp)", "bag = \"0809200000000002\"; of geef de opdracht met -write",
		"De Markt: Markt 9, 5175 AA Dorp staat zo niet in de BAG", "    0809200000000001  Kerkstraat 1, 5175AA Dorp", "Oud: heeft al nummer 0809200000000009",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	for name, text := range pleinenForBAG {
		if got := fileText(t, dir, name); got != text {
			t.Errorf("%s is written without being asked: %q", name, got)
		}
	}

	if err := ask("-write", "bieb", "kerk"); err != nil || asked != 2 {
		t.Errorf("%v, asked %d times", err, asked)
	}
	want := strings.Replace(pleinenForBAG["pleinen/bieb.md"], "plaats = \"Dorp\"\r\n", "plaats = \"Dorp\"\r\nbag = \"0809200000000001\"\r\n", 1)
	if got := fileText(t, dir, "pleinen/bieb.md"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if err := ask("bieb", "kerk"); err != nil || asked != 0 {
		t.Errorf("the second time: %v, asked %d times", err, asked)
	}
	if err := ask("kerkk"); err == nil || err.Error() != `er is geen plein met de naam "kerkk"; bedoelt u "kerk"?` {
		t.Error(err)
	}
	server.Close()
	if err := ask("markt"); err == nil || !strings.Contains(err.Error(), "de BAG geeft geen antwoord") {
		t.Error(err)
	}
}

func fileText(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(fmt.Errorf("after the verb: %w", err))
	}
	return string(data)
}
