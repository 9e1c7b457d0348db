package lint_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/lint"
)

// TestExternal checks that each address is requested once, that each site gets one
// request at a time, and that an address that does not work is reported wherever it
// occurs.
func TestExternal(t *testing.T) {
	fsys := fstest.MapFS{
		"partners/a.md": {Data: []byte("+++\nnaam = \"A\"\nwebsite = \"https://weg.example/\"\nnieuwsbrief = \"https://goed.example/brief\"\n\n[kanalen]\nx = \"https://stil.example/a\"\n+++\n")},
		"paginas/x.md":  {Data: []byte("+++\ntitel = \"X\"\nnegeer = { link-buiten = \"Deze site is alleen overdag open.\" }\n+++\nZie [weg](https://weg.example/).\n")},
		"paginas/y.md":  {Data: []byte("+++\ntitel = \"Y\"\n+++\nZie [weg](https://weg.example/), [stuk](https://stuk.example/), [dicht](https://dicht.example/#hoofdstuk), [dicht](https://dicht.example/) en [ons](/).\n")},
	}
	fsys["paginas/dood.md"] = &fstest.MapFile{Data: []byte("+++\ntitel = \"D\"\n+++\n[a](https://dood.example/a), [b](https://dood.example/b) en [c](https://dood.example/c).\n")}
	for _, host := range []string{"lus", "binnen", "onveilig", "vreemd"} { // hosts that are not given up, since they may be up
		fsys["paginas/"+host+".md"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll("+++\ntitel = \"L\"\n+++\n[a](https://HOST.example/a), [b](https://HOST.example/b) en [c](https://HOST.example/c).\n", "HOST", host))}
	}
	for i := range 20 {
		fsys[fmt.Sprintf("paginas/z%d.md", i)] = &fstest.MapFile{Data: []byte(fmt.Sprintf("+++\ntitel = \"Z\"\n+++\nZie [z](https://goed.example/%d).\n", i))}
	}
	c, _, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var lock sync.Mutex
	asked, busy := map[string]int{}, map[string]bool{}
	fetch := func(_ context.Context, address string) (int, error) {
		u, _ := url.Parse(address)
		lock.Lock()
		asked[address]++
		if busy[u.Host] {
			t.Errorf("%s is asked two things at once", u.Host)
		}
		busy[u.Host] = true
		lock.Unlock()
		defer func() { lock.Lock(); busy[u.Host] = false; lock.Unlock() }()
		switch u.Host {
		case "weg.example":
			return 404, nil
		case "stuk.example":
			return 500, nil
		case "dicht.example":
			return 403, nil
		case "lus.example":
			return 302, nil
		case "binnen.example":
			return 0, fmt.Errorf("dial: %w", lint.ErrPrivate)
		case "onveilig.example":
			return 0, lint.ErrUnsafe
		case "vreemd.example":
			return 0, lint.ErrGarbled
		case "stil.example", "dood.example":
			return 0, errors.New("no answer")
		}
		return 200, nil
	}
	var got []string
	for _, d := range lint.External(t.Context(), c, fetch) {
		got = append(got, fmt.Sprintf("%s:%d %s %s", d.File, d.Line, d.Code, d.Message))
	}
	want := []string{
		"paginas/dood.md:4 link-buiten deze site geeft geen antwoord",
		"paginas/dood.md:4 link-buiten deze site geeft geen antwoord",
		"paginas/dood.md:4 link-buiten niet gekeken: deze site gaf bij andere links geen antwoord",
		"paginas/y.md:4 link-buiten deze pagina bestaat niet meer (antwoord 404)",
		"paginas/y.md:4 link-buiten deze site geeft een fout (antwoord 500)",
		"partners/a.md:3 link-buiten deze pagina bestaat niet meer (antwoord 404)",
		"partners/a.md:7 link-buiten deze site geeft geen antwoord",
	}
	for host, message := range map[string]string{
		"lus":      "deze link stuurt steeds door en komt nergens aan (antwoord 302)",
		"binnen":   "niet gekeken: dit adres is van deze computer of van een eigen netwerk, of stuurt daarheen",
		"onveilig": "de verbinding met deze site is niet veilig; browsers waarschuwen daarvoor",
		"vreemd":   "deze site geeft een antwoord dat geen browser begrijpt",
	} {
		for range 3 {
			want = append(want, "paginas/"+host+".md:4 link-buiten "+message)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q", got)
	}
	for address, times := range asked {
		if times != 1 {
			t.Errorf("%s was asked %d times", address, times)
		}
	}
	if len(asked) != 39 || asked["https://dood.example/c"] != 0 {
		t.Errorf("asked %d addresses", len(asked))
	}
}
