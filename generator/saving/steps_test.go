package saving_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"

	"pleinwijzer/generator/saving"
)

func (p place) edit(file, text string) {
	p.Helper()
	now, err := p.Read(file)
	p.must(err)
	_, err = p.Save(file, now.Sum, []byte(text))
	p.must(err)
}

// TestUndo goes back and forth through saves of two files and a new one.
func TestUndo(t *testing.T) {
	p := newPlace(t)
	p.edit("spreekuren/taalhuis.md", "een")
	p.edit("site.toml", "anders")
	p.edit("spreekuren/taalhuis.md", "twee")
	_, err := p.Create("spreekuren/nieuw.md", []byte("nieuw"))
	p.must(err)

	_, err = p.Undo(1) // on which 3 stands
	p.changed(err, "twee", "een")
	for _, number := range []int{2, 4, 3, 1} { // in any order in which no step stands on another
		step, err := p.Undo(number)
		if err != nil || step.Number != number || !step.Undone {
			t.Errorf("step %d: %v, %+v", number, err, step)
		}
	}
	p.wantFiles(atFirst)
	if p.read("content/spreekuren/taalhuis.md") != taalhuis || p.read("content/site.toml") != "titel = \"x\"\n" {
		t.Error("the files are not as they were")
	}
	_, err = p.Undo(1)
	p.refused(err, saving.NoStep, "al ongedaan gemaakt")
	_, err = p.Undo(5)
	p.refused(err, saving.NoStep, "")

	_, err = p.Redo(3)
	p.changed(err, taalhuis, "een")
	for _, number := range []int{1, 3, 4, 2} {
		_, err := p.Redo(number)
		p.must(err)
	}
	_, err = p.Redo(2)
	p.refused(err, saving.NoStep, "niet ongedaan gemaakt")
	p.wantFiles("content/site.toml content/spreekuren/nieuw.md content/spreekuren/taalhuis.md")
	if got := p.read("content/spreekuren/taalhuis.md") + p.read("content/spreekuren/nieuw.md") + p.read("content/site.toml"); got != "tweenieuwanders" {
		t.Errorf("redone, they are %s", got)
	}
}

// changed checks that an error is a conflict, with what is there now and what should be.
func (p place) changed(err error, now, was string) {
	p.Helper()
	conflict, ok := errors.AsType[*saving.Conflict](err)
	if !ok || string(conflict.Now.Data) != now || string(conflict.Was.Data) != was || !conflict.Undo {
		p.Errorf("got %v, %+v", err, conflict)
	}
}

// TestUndoOfOthers checks that nothing that another program wrote is undone.
func TestUndoOfOthers(t *testing.T) {
	p := newPlace(t)
	p.edit("spreekuren/taalhuis.md", "een")
	_, err := p.Create("spreekuren/nieuw.md", []byte("nieuw"))
	p.must(err)
	p.write("content/spreekuren/taalhuis.md", "van een ander")
	p.write("content/spreekuren/nieuw.md", "aangevuld door een ander")
	_, err = p.Undo(1)
	p.changed(err, "van een ander", "een")
	if conflict, ok := errors.AsType[*saving.Conflict](err); !ok || !strings.Contains(conflict.Message(), "daarna nog een keer veranderd") {
		t.Error(err)
	}
	_, err = p.Undo(2)
	p.changed(err, "aangevuld door een ander", "nieuw")
	if got := p.read("content/spreekuren/taalhuis.md") + p.read("content/spreekuren/nieuw.md"); got != "van een anderaangevuld door een ander" {
		t.Errorf("they are %s", got)
	}

	p.must(os.Remove(p.path("content/spreekuren/taalhuis.md")))
	_, err = p.Undo(1)
	p.changed(err, "", "een")
	if conflict, ok := errors.AsType[*saving.Conflict](err); !ok || !strings.Contains(conflict.Message(), "daarna weggehaald") {
		t.Error(err)
	}
	p.must(os.Remove(p.path("content/spreekuren/nieuw.md"))) // as undoing would
	step, err := p.Undo(2)
	if err != nil || !step.Undone {
		t.Errorf("%v, %+v", err, step)
	}
	p.write("content/spreekuren/nieuw.md", "van een ander")
	_, err = p.Redo(2)
	p.changed(err, "van een ander", "")
}

// TestSteps checks how many steps are remembered.
func TestSteps(t *testing.T) {
	p := newPlace(t)
	for i := range 210 {
		p.edit("spreekuren/taalhuis.md", fmt.Sprint(i))
	}
	steps := p.Steps()
	if len(steps) != 200 || steps[0].Number != 11 || steps[199].Number != 210 {
		t.Errorf("%d steps, from %d to %d", len(steps), steps[0].Number, steps[len(steps)-1].Number)
	}
	if _, err := p.Undo(210); err != nil || p.read("content/spreekuren/taalhuis.md") != "208" {
		t.Error(err)
	}
}

// photoOf is a photo that is large enough, of one colour.
func photoOf(t *testing.T, colour uint8) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 640, 360))
	for i := range m.Pix {
		m.Pix[i] = colour
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestUndoUpload takes a picture away again, unless it is in use.
func TestUndoUpload(t *testing.T) {
	p := newPlace(t)
	name, err := p.Upload(saving.Photo, "Ingang.PNG", bytes.NewReader(photoOf(t, 9)))
	if err != nil || name != "/fotos/ingang.jpg" {
		t.Fatal(name, err)
	}
	p.write("content/pleinen/x.md", "+++\nfoto = \"/fotos/ingang.jpg\"\n+++\n")
	_, err = p.Undo(1)
	p.refused(err, saving.InUse, "staat nog in pleinen/x.md")
	p.must(os.Remove(p.path("content/pleinen/x.md")))
	_, err = p.Undo(1)
	p.must(err)
	p.wantFiles(atFirst)
	_, err = p.Redo(1)
	p.must(err)
	made := p.read("static/fotos/ingang.jpg")
	p.write("static/fotos/ingang.jpg", "van een ander")
	_, err = p.Undo(1)
	p.changed(err, "van een ander", made)
}
