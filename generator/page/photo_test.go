package page

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// watched is a folder that counts how often each file is read.
type watched struct {
	fstest.MapFS
	mu   sync.Mutex
	read map[string]int
}

func (w *watched) ReadFile(name string) ([]byte, error) {
	w.mu.Lock()
	w.read[name]++
	w.mu.Unlock()
	return w.MapFS.ReadFile(name)
}

// withStatic is static/ with more files.
func withStatic(t testing.TB, more map[string][]byte) *watched {
	t.Helper()
	all := fstest.MapFS{}
	err := fs.WalkDir(static.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			all[name] = &fstest.MapFile{Data: pagetest.Must(fs.ReadFile(static.Files, name))}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range more {
		all[name] = &fstest.MapFile{Data: data}
	}
	return &watched{MapFS: all, read: map[string]int{}}
}

// photoOf is a JPEG that is too large to hold, with where it was taken behind its header.
func photoOf(width, height int) []byte {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range m.Pix {
		m.Pix[i] = byte(i*i>>7 ^ i>>3)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic(err)
	}
	data := b.Bytes()
	return slices.Concat(data[:2], []byte("\xff\xe1\x00\x12"+"52.0907N 5.1214E"), data[2:])
}

const photographed = "foto = \"/fotos/Ingang.JPG\"\nfoto_tekst = \"De ingang, naast de kerk\""

// withFields puts fields above the tables of the plein on the market.
func withFields(fields string) map[string]string {
	return map[string]string{"pleinen/markt.md": "+++\nnaam = \"Plein Markt\"\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n" +
		fields + "\n[openingstijden]\ndinsdag = \"9-17\"\n+++\n"}
}

// TestPhoto shows a photo wherever its plein is shown, and publishes nothing of the file
// but what was made of it.
func TestPhoto(t *testing.T) {
	folder := withStatic(t, map[string][]byte{"fotos/Ingang.JPG": photoOf(1600, 1200)})
	r := pagetest.Must(New(layouts.Files, folder, Kinds))
	c := pagetest.Winter(t, withFields(photographed))
	if problems := r.Problems(c); len(problems) > 0 {
		t.Fatal(problems)
	}
	files := pagetest.Must(r.Site(c)).Files
	var made []string
	for _, f := range files {
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b.Bytes(), []byte("52.0907N")) {
			t.Errorf("%s says where the photo was taken", f.Path)
		}
		if strings.HasPrefix(f.Path, "static/fotos/") {
			if made = append(made, "/"+f.Path); !f.Named {
				t.Errorf("%s is made again by each build", f.Path)
			}
			config, err := jpeg.DecodeConfig(&b)
			if !strings.HasSuffix(f.Path, fmt.Sprintf(".%d.jpg", config.Width)) || err != nil || config.Height != config.Width*3/4 {
				t.Errorf("%s is %d by %d, %v", f.Path, config.Width, config.Height, err)
			}
		}
	}
	if len(made) != 3 {
		t.Fatalf("the photo is there as %v", made)
	}
	for _, page := range []string{"index.html", "pleinen/markt/index.html", "spreekuren/brief/index.html"} {
		html := string(pagetest.Rendered(t, files, page))
		if n := strings.Count(html, `alt="De ingang, naast de kerk"`); n != 1 {
			t.Errorf("%s shows the photo %d times", page, n)
		}
		if !strings.Contains(html, `width="1280" height="960"`) || !strings.Contains(html, `loading="lazy"`) {
			t.Errorf("%s has no room for the photo, or fetches it at once", page)
		}
		for _, file := range made {
			if !strings.Contains(html, file) {
				t.Errorf("%s does not name %s", page, file)
			}
		}
	}
	if html := string(pagetest.Rendered(t, files, "pleinen/haven/index.html")); strings.Contains(html, "static/fotos") {
		t.Error("another plein has the photo too")
	}
}

// TestPhotoOnce reads a photo to look at it and to make it, and no more after an edit of
// the content.
func TestPhotoOnce(t *testing.T) {
	folder := withStatic(t, map[string][]byte{"fotos/Ingang.JPG": photoOf(1601, 1200)})
	r := pagetest.Must(New(layouts.Files, folder, Kinds))
	for range 3 {
		c := pagetest.Winter(t, withFields(photographed))
		r.Problems(c)
		for _, f := range pagetest.Must(r.Site(c)).Files {
			if strings.HasPrefix(f.Path, "static/fotos/") {
				pagetest.Rendered(t, []publish.File{f}, f.Path)
			}
		}
	}
	if n := folder.read["fotos/Ingang.JPG"]; n != 2 {
		t.Errorf("the photo is read %d times, want 2", n)
	}
}

// TestPhotoOfDraft publishes nothing of a photo of which the plein is not public.
func TestPhotoOfDraft(t *testing.T) {
	folder := withStatic(t, map[string][]byte{"fotos/Ingang.JPG": photoOf(1600, 1200)})
	r := pagetest.Must(New(layouts.Files, folder, Kinds))
	draft := "+++\nnaam = \"Plein Nieuw\"\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\nconcept = true\n" + photographed + "\n+++\n"
	for _, f := range pagetest.Must(r.Site(pagetest.Winter(t, map[string]string{"pleinen/nieuw.md": draft}))).Files {
		if strings.Contains(strings.ToLower(f.Path), "ingang") {
			t.Errorf("%s is published", f.Path)
		}
	}
}

// TestPhotoAfterMove shows the photo of the building of now, and of the one after it.
func TestPhotoAfterMove(t *testing.T) {
	folder := withStatic(t, map[string][]byte{"oud.jpg": photoOf(800, 600), "nieuw.jpg": photoOf(900, 600)})
	r := pagetest.Must(New(layouts.Files, folder, Kinds))
	for since, want := range map[string][2]bool{"2026-10-01": {false, true}, "2027-02-01": {true, true}} {
		c := pagetest.Winter(t, withFields("foto = \"/oud.jpg\"\nfoto_tekst = \"Het oude huis\"\n[[verhuizing]]\nvanaf = \""+since+
			"\"\nadres = \"Kade 9\"\npostcode = \"5000 AB\"\nplaats = \"Dorp\"\nfoto = \"nieuw.jpg\"\nfoto_tekst = \"Het nieuwe huis\""))
		if problems := r.Problems(c); len(problems) > 0 {
			t.Fatal(problems)
		}
		html := string(pagetest.Rendered(t, pagetest.Must(r.Site(c)).Files, "pleinen/markt/index.html"))
		if got := [2]bool{strings.Contains(html, "Het oude huis"), strings.Contains(html, "Het nieuwe huis")}; got != want {
			t.Errorf("moved on %s: shows old and new: %v, want %v", since, got, want)
		}
	}
}

// TestWrongPhoto says at the field what is wrong with the file, and how to mend it.
func TestWrongPhoto(t *testing.T) {
	good := photoOf(1600, 1200)
	var bomb bytes.Buffer
	if err := png.Encode(&bomb, image.NewPaletted(image.Rect(0, 0, 20_000, 20_000), color.Palette{color.Black})); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{
		"goed.jpg": good, "tekst.jpg": []byte("dit is geen foto"), "half.jpg": good[:len(good)/2],
		"zwaar.jpg": append(bytes.Clone(good), make([]byte, 40_000_000)...), "klein.jpg": photoOf(3, 1), "bom.png": bomb.Bytes(),
	}
	r := pagetest.Must(New(layouts.Files, withStatic(t, files), Kinds))
	for name, want := range map[string]string{
		"/goed.jpg": "", "goed.jpg": "", "/geod.jpg": `foto-ontbreekt bedoelt u "/goed.jpg"?`, "/../../etc/passwd": "foto-ontbreekt zet het bestand",
		"/tekst.jpg": "foto-geen-foto", "/half.jpg": "foto-stuk", "/zwaar.jpg": "foto-groot maak hem kleiner dan 20 MB", "/klein.jpg": "foto-klein", "/bom.png": "foto-groot",
		"/js/site.js": "foto-geen-foto",
	} {
		problems := r.Problems(pagetest.Winter(t, withFields("foto = \""+name+"\"\nfoto_tekst = \"De ingang\"")))
		got := ""
		for _, p := range problems {
			got += p.Code + " " + p.Hint
			if p.File != "pleinen/markt.md" || p.Line == 0 {
				t.Errorf("%s: stands at %s", name, p.Range)
			}
		}
		if !strings.HasPrefix(got, want) || (want == "") != (got == "") {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	// In what a check need not decode the pixels tell.
	broken := bytes.Clone(good)
	copy(broken[len(broken)/2:], bytes.Repeat([]byte("\xff\x00"), 100)) // ones, which begin no code
	r = pagetest.Must(New(layouts.Files, withStatic(t, map[string][]byte{"stuk.jpg": broken}), Kinds))
	for _, f := range pagetest.Must(r.Site(pagetest.Winter(t, withFields("foto = \"/stuk.jpg\"\nfoto_tekst = \"De ingang\"")))).Files {
		if !strings.HasPrefix(f.Path, "static/fotos/") {
			continue
		}
		faults, err := Faults(f.Render(new(bytes.Buffer)))
		if err != nil || len(faults) != 1 || faults[0].Code != "foto-stuk" || faults[0].File != "../static/stuk.jpg" {
			t.Errorf("%v, %v", faults, err)
		}
	}
}
