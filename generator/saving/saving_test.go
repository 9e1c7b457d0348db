package saving_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"pleinwijzer/generator/saving"
)

const taalhuis = "+++\ntitel = \"Taalhuis\" # zo heet het\nplein = \"goirle\"\n+++\n\nKom langs.\n"

// place is a folder for a test, with a content folder in it.
type place struct {
	*testing.T
	*saving.Folder
	dir string
}

func newPlace(t *testing.T) place {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir()) // the locks of a test go with it
	p := place{T: t, dir: t.TempDir()}
	p.write("content/site.toml", "titel = \"x\"\n")
	p.write("content/spreekuren/taalhuis.md", taalhuis)
	p.Folder = p.open()
	return p
}

// open opens the folder once more, as another program would.
func (p place) open() *saving.Folder {
	p.Helper()
	f, err := saving.Open(p.Context(), p.path("content"), p.path("static"))
	p.must(err)
	return f
}

func (p place) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p place) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p place) write(name, text string) {
	p.Helper()
	p.must(os.MkdirAll(filepath.Dir(p.path(name)), 0o755))
	p.must(os.WriteFile(p.path(name), []byte(text), 0o644))
}

func (p place) read(name string) string {
	p.Helper()
	data, err := os.ReadFile(p.path(name))
	p.must(err)
	return string(data)
}

// files are all files in the folder for the test, with drafts and the like.
func (p place) files() string {
	p.Helper()
	var all []string
	p.must(filepath.WalkDir(p.dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			inside, _ := filepath.Rel(p.dir, name)
			all = append(all, filepath.ToSlash(inside))
		}
		return err
	}))
	return strings.Join(all, " ")
}

// wantFiles checks that nothing but these files is there.
func (p place) wantFiles(want string) {
	p.Helper()
	if got := p.files(); got != want {
		p.Errorf("there are %s, want %s", got, want)
	}
}

const atFirst = "content/site.toml content/spreekuren/taalhuis.md"

// refused checks that something was refused, in words for an editor.
func (p place) refused(err error, reason saving.Reason, part string) {
	p.Helper()
	refusal, ok := errors.AsType[*saving.Refusal](err)
	if !ok || refusal.Reason != reason || !strings.Contains(refusal.Message, part) {
		p.Errorf("got %v, want a refusal for reason %d with %q", err, reason, part)
		return
	}
	for _, text := range []string{refusal.Message, refusal.Hint} {
		if text == "" || strings.HasSuffix(text, ".") || strings.ToUpper(text[:1]) == text[:1] && text[:1] != "\"" {
			p.Errorf("%q does not follow the rules of package diag", text)
		}
	}
}

func TestSave(t *testing.T) {
	p := newPlace(t)
	p.must(os.Chmod(p.path("content/spreekuren/taalhuis.md"), 0o640))
	was, err := p.Read("spreekuren/taalhuis.md")
	p.must(err)
	if string(was.Data) != taalhuis || was.Sum != saving.SumOf([]byte(taalhuis)) || was.Gone() {
		t.Errorf("read %+v", was)
	}
	next := strings.Replace(taalhuis, "Kom langs", "Kom maar", 1)
	now, err := p.Save("spreekuren/taalhuis.md", was.Sum, []byte(next))
	p.must(err)
	if p.read("content/spreekuren/taalhuis.md") != next || now.Sum != saving.SumOf([]byte(next)) {
		t.Errorf("saved %+v", now)
	}
	if info, err := os.Stat(p.path("content/spreekuren/taalhuis.md")); err != nil || runtime.GOOS != "windows" &&
		info.Mode().Perm() != 0o640 {
		t.Errorf("the mode became %v", info.Mode())
	}
	p.wantFiles(atFirst)
	steps := p.Steps()
	if len(steps) != 1 || steps[0].What != saving.Saved || steps[0].File != "spreekuren/taalhuis.md" || steps[0].Time.IsZero() {
		t.Errorf("steps: %+v", steps)
	}
}

// TestSaveNothing checks that bytes which are there are not written, whoever wrote them.
func TestSaveNothing(t *testing.T) {
	p := newPlace(t)
	before, err := os.Stat(p.path("content/spreekuren/taalhuis.md"))
	p.must(err)
	for _, was := range []saving.Sum{saving.SumOf([]byte(taalhuis)), "of long ago"} {
		if now, err := p.Save("spreekuren/taalhuis.md", was, []byte(taalhuis)); err != nil || string(now.Data) != taalhuis {
			t.Errorf("%v, %+v", err, now)
		}
	}
	after, err := os.Stat(p.path("content/spreekuren/taalhuis.md"))
	p.must(err)
	if !os.SameFile(before, after) || len(p.Steps()) != 0 {
		t.Errorf("it was written, with steps %+v", p.Steps())
	}
}

// TestConflict lets an editor save, or remove the file, between reading and saving.
func TestConflict(t *testing.T) {
	p := newPlace(t)
	was, err := p.Read("spreekuren/taalhuis.md")
	p.must(err)
	p.write("content/spreekuren/taalhuis.md", "van een ander")
	_, err = p.Save("spreekuren/taalhuis.md", was.Sum, []byte("van mij"))
	conflict, ok := errors.AsType[*saving.Conflict](err)
	if !ok || string(conflict.Now.Data) != "van een ander" || string(conflict.Was.Data) != taalhuis ||
		conflict.File != "spreekuren/taalhuis.md" {
		t.Fatalf("%v: %+v", err, conflict)
	}
	if !strings.Contains(conflict.Message(), "iemand anders") || p.read("content/spreekuren/taalhuis.md") != "van een ander" {
		t.Errorf("%s", conflict)
	}
	_, err = p.Save("spreekuren/taalhuis.md", conflict.Now.Sum, []byte("van ons"))
	p.must(err)

	p.must(os.Remove(p.path("content/spreekuren/taalhuis.md")))
	_, err = p.Save("spreekuren/taalhuis.md", saving.SumOf([]byte("van ons")), []byte("van mij"))
	if conflict, ok = errors.AsType[*saving.Conflict](err); !ok || !conflict.Now.Gone() || string(conflict.Was.Data) != "van ons" {
		t.Errorf("%v: %+v", err, conflict)
	}
	if !strings.Contains(conflict.Message(), "weggehaald") {
		t.Errorf("%s", conflict)
	}
	_, err = p.Read("spreekuren/taalhuis.md")
	p.refused(err, saving.Gone, "is er niet meer")
	p.wantFiles("content/site.toml")
}

// TestSeen gives back what someone started from, also if it is not there any more.
func TestSeen(t *testing.T) {
	p := newPlace(t)
	was, err := p.Read("spreekuren/taalhuis.md")
	p.must(err)
	p.write("content/spreekuren/taalhuis.md", "x")
	if known, ok := p.Seen(was.Sum); !ok || string(known.Data) != taalhuis {
		t.Errorf("%v, %+v", ok, known)
	}
	if _, ok := p.Seen("another"); ok {
		t.Error("knows what it never saw")
	}
	if _, ok := p.Seen(""); ok {
		t.Error("knows a file that is gone")
	}
}

// TestTogether saves from many windows and two programs at once. Each either succeeds, on
// top of the one before it, or is told of the one that came first.
func TestTogether(t *testing.T) {
	p := newPlace(t)
	p.write("content/spreekuren/taalhuis.md", "")
	folders := []*saving.Folder{p.Folder, p.open()}
	const each = 10
	var wg sync.WaitGroup
	for worker := range 4 {
		wg.Go(func() {
			f := folders[worker%2]
			for done := 0; done < each; {
				now, err := f.Read("spreekuren/taalhuis.md")
				if err != nil {
					t.Error(err)
					return
				}
				_, err = f.Save("spreekuren/taalhuis.md", now.Sum, append(slices.Clone(now.Data), byte('a'+worker)))
				if _, conflict := errors.AsType[*saving.Conflict](err); err != nil && !conflict {
					t.Error(err)
					return
				} else if !conflict {
					done++
				}
			}
		})
	}
	wg.Wait()
	got := p.read("content/spreekuren/taalhuis.md")
	for worker := range 4 {
		if n := strings.Count(got, string(rune('a'+worker))); n != each {
			t.Errorf("of worker %d %d of %d edits are there: %s", worker, n, each, got)
		}
	}
	p.wantFiles(atFirst)
}

func TestCreate(t *testing.T) {
	p := newPlace(t)
	now, err := p.Create("agenda/feest.md", []byte("x"))
	p.must(err)
	if p.read("content/agenda/feest.md") != "x" || string(now.Data) != "x" {
		t.Errorf("made %+v", now)
	}
	p.wantFiles("content/agenda/feest.md " + atFirst)
	p.write("content/spreekuren/tilburg/Werk.md", "x")
	p.write("content/Partners/x.md", "x")
	for file, want := range map[string]struct {
		reason saving.Reason
		part   string
	}{
		"spreekuren/taalhuis.md":         {saving.Exists, `er is al een bestand "spreekuren/taalhuis.md"`},
		"spreekuren/taalhuis.toml":       {saving.Exists, `"spreekuren/taalhuis.md"`},
		"spreekuren/tilburg/taalhuis.md": {saving.Exists, `"spreekuren/taalhuis.md"`},
		"spreekuren/werk.md":             {saving.Exists, `"spreekuren/tilburg/Werk.md"`},
		"spreekuren/tilburg/werk.md":     {saving.Exists, "op Windows en macOS dezelfde naam"},
		"partners/y.md":                  {saving.Exists, "Partners"},
		"site.toml":                      {saving.Exists, `"site.toml"`},
		"spreekuren/Taalhuis.md":         {saving.Name, "kleine letters"},
		"spreekuren/con.md":              {saving.Name, "op Windows niet bestaan"},
		"spreekuren/nul/x.md":            {saving.Name, "op Windows niet bestaan"},
		"spreekuren/een twee.md":         {saving.Name, `"een twee"`},
		"spreekuren/.md":                 {saving.NotContent, "geen bestand met inhoud"},
		"spreekuren/x.html":              {saving.NotContent, "geen bestand met inhoud"},
		"spreekuren/../../x.md":          {saving.NotContent, "geen bestand met inhoud"},
		"/etc/x.md":                      {saving.NotContent, "geen bestand met inhoud"},
		"README.md":                      {saving.NotContent, "geen bestand met inhoud"},
		"onbekend/x.md":                  {saving.NotContent, "geen bestand met inhoud"},
		"embed.go":                       {saving.NotContent, "geen bestand met inhoud"},
		"spreekuren/.git/x.md":           {saving.NotContent, "geen bestand met inhoud"},
		`spreekuren/..\x.md`:             {saving.NotContent, "geen bestand met inhoud"},
		`spreekuren/a\x.md`:              {saving.Name, "kleine letters"},
		"spreekuren/" + strings.Repeat("a", 300) + ".md": {saving.Name, "te lang"},
	} {
		_, err := p.Create(file, []byte("x"))
		p.refused(err, want.reason, want.part)
	}
	if strings.Contains(p.files(), "pleinwijzer-bewaren") {
		t.Errorf("drafts are left: %s", p.files())
	}
}

// TestNotContent checks that only content can be read and saved.
func TestNotContent(t *testing.T) {
	p := newPlace(t)
	p.write("content/README.md", "x")
	p.write("content/.git/config", "x")
	p.write("geheim.md", "x")
	for _, file := range []string{"README.md", ".git/config", "../geheim.md", "spreekuren/../../geheim.md", "/etc/passwd", "", ".", "spreekuren", "spreekuren/taalhuis.md/x.md\x00"} {
		_, err := p.Read(file)
		if refusal, ok := errors.AsType[*saving.Refusal](err); !ok || refusal.Reason != saving.NotContent && refusal.Reason != saving.Name {
			t.Errorf("%q is read: %v", file, err)
		}
		_, err = p.Save(file, saving.SumOf([]byte("x")), []byte("y"))
		p.refused(err, saving.NotContent, "geen bestand met inhoud")
	}
}

// TestCase asks for a file by a name that only a disk without case knows.
func TestCase(t *testing.T) {
	p := newPlace(t)
	p.write("content/spreekuren/Werk.md", "x")
	p.write("content/spreekuren/werk.md", "y")
	for file, reason := range map[string]saving.Reason{"spreekuren/TAALHUIS.md": saving.Gone, "spreekuren/taalhuis.MD": saving.NotContent} {
		_, err := p.Read(file)
		p.refused(err, reason, "")
	}
	if p.read("content/spreekuren/Werk.md") == "x" { // a disk that knows case
		for file, want := range map[string]string{"spreekuren/Werk.md": "x", "spreekuren/werk.md": "y"} {
			now, err := p.Read(file)
			if err != nil || string(now.Data) != want {
				t.Errorf("%s: %q, %v", file, now.Data, err)
			}
		}
	}
}

// TestEncoding checks that a file in another encoding stays as it is, and can be seen; and
// that who has seen it can save it as it should be.
func TestEncoding(t *testing.T) {
	p := newPlace(t)
	for name, text := range map[string]string{
		"Latin-1":          "+++\ntitel = \"Caf\xe9\"\n+++\n",
		"UTF-16":           "\xff\xfe+\x00+\x00+\x00\n\x00C\x00a\x00f\x00\xe9\x00",
		"UTF-16, big end":  "\xfe\xff\x00C\x00a\x00f\x00\xe9",
		"without its mark": "C\x00a\x00f\x00\xe9\x00",
	} {
		p.write("content/spreekuren/taalhuis.md", text)
		now, err := p.Read("spreekuren/taalhuis.md")
		p.refused(err, saving.Encoding, "niet opgeslagen als UTF-8")
		if name != "without its mark" && !strings.Contains(now.Text(), "Café") {
			t.Errorf("%s: a person would see %q", name, now.Text())
		}
		_, err = p.Save("spreekuren/taalhuis.md", "another", []byte("x"))
		p.refused(err, saving.Encoding, "niet opgeslagen als UTF-8")
		if p.read("content/spreekuren/taalhuis.md") != text {
			t.Errorf("%s: it was changed", name)
		}
		if _, err := p.Save("spreekuren/taalhuis.md", now.Sum, []byte("é")); err != nil || p.read("content/spreekuren/taalhuis.md") != "é" {
			t.Errorf("%s: it cannot be saved as it should be: %v", name, err)
		}
	}
	p.write("content/spreekuren/taalhuis.md", "\ufeff"+strings.ReplaceAll(taalhuis, "\n", "\r\n"))
	if _, err := p.Read("spreekuren/taalhuis.md"); err != nil {
		t.Errorf("a file of Windows Notepad: %v", err)
	}
	for _, text := range []string{"\xe9", "a\x00b"} {
		_, err := p.Save("spreekuren/taalhuis.md", "", []byte(text))
		p.refused(err, saving.Encoding, "niet kunnen worden bewaard")
		_, err = p.Create("spreekuren/nieuw.md", []byte(text))
		p.refused(err, saving.Encoding, "niet kunnen worden bewaard")
	}
	_, err := p.Create("spreekuren/nieuw.md", make([]byte, 11<<20))
	p.refused(err, saving.TooLarge, "groter dan 10 MB")
}

// TestReadOnly checks that what somebody protected stays, also for an administrator.
func TestReadOnly(t *testing.T) {
	p := newPlace(t)
	file := p.path("content/spreekuren/taalhuis.md")
	p.must(os.Chmod(file, 0o444))
	t.Cleanup(func() { os.Chmod(file, 0o644) })
	_, err := p.Save("spreekuren/taalhuis.md", saving.SumOf([]byte(taalhuis)), []byte("x"))
	p.refused(err, saving.ReadOnly, "alleen-lezen")
	p.wantFiles(atFirst)
	if p.read("content/spreekuren/taalhuis.md") != taalhuis || len(p.Steps()) > 0 {
		t.Error("it was changed")
	}
}

// TestNoFolder takes the whole folder away.
func TestNoFolder(t *testing.T) {
	p := newPlace(t)
	p.must(os.Rename(p.path("content"), p.path("inhoud")))
	_, err := p.Read("spreekuren/taalhuis.md")
	p.refused(err, saving.NoFolder, "de map met inhoud is er niet meer")
	_, err = p.Save("spreekuren/taalhuis.md", "", []byte("x"))
	p.refused(err, saving.NoFolder, "")
	_, err = p.Create("spreekuren/x.md", []byte("x"))
	p.refused(err, saving.NoFolder, "")
	if _, err := saving.Open(t.Context(), p.path("content"), p.path("static")); err == nil {
		t.Error("opened what is not there")
	}
	p.wantFiles("inhoud/site.toml inhoud/spreekuren/taalhuis.md")
}
