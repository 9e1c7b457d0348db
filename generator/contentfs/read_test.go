package contentfs

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/reading"
)

func archive(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile("../content/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// summary is what a read gave, without the documents and their locks.
func summary(c *content.Content) []string {
	var all []string
	add := func(r *content.Record, value any) {
		all = append(all, fmt.Sprintf("%T %s %s bad=%v %s", value, r.Slug, r.Doc.File, r.Bad, r.Body()))
	}
	for _, r := range c.Pleinen {
		add(&r.Record, r)
	}
	for _, r := range c.Partners {
		add(&r.Record, r)
	}
	for _, r := range c.Spreekuren {
		add(&r.Record, r)
	}
	for _, r := range c.Agenda {
		add(&r.Record, r)
	}
	for _, r := range c.Berichten {
		add(&r.Record, r)
	}
	for _, r := range c.Paginas {
		add(&r.Record, r)
	}
	for _, o := range c.Onderwerpen {
		all = append(all, o.Slug+" "+o.Naam)
	}
	if c.Site != nil {
		all = append(all, c.Site.Titel)
	}
	return append(all, fmt.Sprint(c.Unread))
}

// TestRefresh makes random edits, and wants Refresh to answer what a new Reader
// would.
func TestRefresh(t *testing.T) {
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 1))
		fsys := archive(t, "volledig.txtar")
		r := NewReader(fsys)
		if _, _, err := r.Read(); err != nil {
			t.Fatal(err)
		}
		for step := range 25 {
			changed := edit(random, fsys)
			got, gotProblems, err := r.Refresh(changed...)
			if err != nil {
				t.Fatal(err)
			}
			want, wantProblems, err := Read(fsys)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(summary(got), summary(want)) || !reflect.DeepEqual(gotProblems, wantProblems) {
				t.Fatalf("seed %d, step %d, %q:\n got  %q\n      %v\n want %q\n      %v",
					seed, step, changed, summary(got), gotProblems, summary(want), wantProblems)
			}
		}
	}
}

// edit does to a folder what an editor, git or a file manager may do, and
// answers the paths that a watcher would then name.
func edit(random *rand.Rand, fsys fstest.MapFS) []string {
	names := make([]string, 0, len(fsys))
	for name := range fsys {
		names = append(names, name)
	}
	slices.Sort(names)
	pick := func(from ...string) string { return from[random.IntN(len(from))] }
	name := pick(names...)
	file := fsys[name]
	switch random.IntN(7) {
	case 0: // remove
		if len(names) > 5 {
			delete(fsys, name)
		}
		return []string{name}
	case 1: // rename
		to := path.Join(pick("pleinen", "spreekuren", "spreekuren/waalwijk", "paginas", "spreekuur", ".git", "."), pick("een.md", "twee.toml", "Drie.md", "foto.jpg", "README.md", "x.md~"))
		delete(fsys, name)
		fsys[to] = file
		return []string{name, to}
	case 2: // break
		fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(file.Data), " = ", ": ", 1))}
		return []string{name}
	case 3: // a new file, in a new folder, named by the folder
		folder := pick("spreekuren/nieuw", "partners/a/b", "plein")
		fsys[folder+"/"+pick("a.md", "b.md")] = &fstest.MapFile{Data: []byte(pick("+++\nnaam = \"X\"\n+++\n", ""))}
		return []string{folder}
	case 4: // a folder goes
		folder := pick("spreekuren", "spreekuren/nieuw", "partners/a", "plein")
		for _, n := range names {
			if strings.HasPrefix(n, folder+"/") && len(fsys) > 5 {
				delete(fsys, n)
			}
		}
		return []string{folder}
	case 5: // a file becomes a folder
		delete(fsys, name)
		fsys[name+"/binnen.md"] = file
		return []string{name}
	}
	return []string{"bestaat-niet.md", pick(".", "pleinen", "")}
}

// vanishing loses files between listing and reading, or refuses them.
type vanishing struct {
	fstest.MapFS
	err map[string]error
}

func (v vanishing) Open(name string) (fs.File, error) {
	if err := v.err[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return v.MapFS.Open(name)
}

func (v vanishing) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := v.err[name]; err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	return v.MapFS.ReadDir(name)
}

func (v vanishing) ReadFile(name string) ([]byte, error) {
	if err := v.err[name]; err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return v.MapFS.ReadFile(name)
}

func TestVanishingFile(t *testing.T) {
	fsys := archive(t, "volledig.txtar")
	gone := vanishing{fsys, map[string]error{"paginas/vol.toml": fs.ErrNotExist, "partners": fs.ErrNotExist}}
	got, _, err := Read(gone)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Paginas) != 0 || len(got.Partners) != 0 || len(got.Pleinen) != 1 {
		t.Errorf("%q", summary(got))
	}
	r := NewReader(gone)
	r.Read()
	delete(gone.err, "partners")
	if got, _, err := r.Refresh("partners"); err != nil || len(got.Partners) != 1 {
		t.Errorf("%q, %v", summary(got), err)
	}
}

func TestUnreadable(t *testing.T) {
	for _, name := range []string{".", "partners", "paginas/vol.toml", "site.toml"} {
		fsys := vanishing{archive(t, "volledig.txtar"), map[string]error{name: fs.ErrPermission}}
		if _, _, err := Read(fsys); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: %v", name, err)
		}
		r := NewReader(fsys.MapFS)
		r.Read()
		r.fsys = fsys
		if _, _, err := r.Refresh(name); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("refresh of %s: %v", name, err)
		}
	}
	if _, _, err := Read(os.DirFS(t.TempDir() + "/bestaat-niet")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
}

// TestOnDisk reads a real folder, with what only a disk has.
func TestOnDisk(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, archive(t, "volledig.txtar")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(dir+"/partners", dir+"/pleinen/link"); err != nil {
		t.Skip(err)
	}
	for name, to := range map[string]string{
		"pleinen/.#vol.md": "nergens", // as Emacs does
		"pleinen/dood.md":  "nergens", "foto": dir + "/partners", "agenda": dir + "/partners",
		"partners/gelinkt.toml": dir + "/partners/vol.toml",
	} {
		os.RemoveAll(dir + "/" + name)
		if err := os.Symlink(to, dir+"/"+name); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"agenda snelkoppeling", "foto snelkoppeling", "partners/gelinkt.toml snelkoppeling", "pleinen/dood.md snelkoppeling", "pleinen/link snelkoppeling"}
	r := NewReader(os.DirFS(dir))
	for _, refreshed := range [][]string{{"."}, {"agenda"}, {"agenda/vol.toml"}, {"pleinen"}, {"pleinen/link"}, {"pleinen/link/vol.toml"}} {
		c, problems, err := r.Refresh(refreshed...)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range problems {
			got = append(got, d.File+" "+d.Code)
		}
		if !slices.Equal(got, want) || len(c.Pleinen) != 2 || len(c.Partners) != 2 {
			t.Errorf("after %s: %q, %q", refreshed, got, summary(c))
		}
	}
}

// TestCopyWithoutOriginal wants a copy to be a record again once there is nothing
// any more that it is a copy of: it would be lost.
func TestCopyWithoutOriginal(t *testing.T) {
	fsys := archive(t, "volledig.txtar")
	fsys["partners/vol (1).toml"] = fsys["partners/vol.toml"]
	r := NewReader(fsys)
	problem := func(paths ...string) string {
		_, problems, err := r.Refresh(paths...)
		if err != nil || len(problems) != 1 {
			t.Fatal(err, problems)
		}
		return problems[0].Code + " " + problems[0].Hint
	}
	if got, want := problem("."), "bestand-kopie gooi het bestand weg, of geef het een eigen naam"; got != want {
		t.Errorf("beside the original: %q", got)
	}
	delete(fsys, "partners/vol.toml")
	if got, want := problem("partners/vol.toml"), `naam-verkeerd noem het bestand "vol.toml"`; got != want {
		t.Errorf("alone: %q", got)
	}
}

func TestRefreshBeforeRead(t *testing.T) {
	c, _, err := NewReader(archive(t, "volledig.txtar")).Refresh("site.toml")
	if err != nil || len(c.Spreekuren) != 3 {
		t.Errorf("%v", err)
	}
}

// ordinary is a spreekuur such as most are.
const ordinary = `+++
titel = "Hulp bij brieven en formulieren"
plein = "vol"
partner = "vol"
dag = "elke dinsdag"
tijd = "10.00-12.00"
in_een_zin = "Vrijwilligers lezen en beantwoorden samen met u moeilijke post."
onderwerpen = ["geld"]
talen = ["nl", "en"]
telefoon = "013 000 00 91"
meenemen = ["De brief of het formulier", "Uw DigiD, als u die hebt"]
gecontroleerd = "2026-11-20"

[[afwijkend]]
datum = "2026-12-15"
vervalt = true
reden = "De vrijwilligers hebben een cursus."
+++

Neem de hele brief mee, ook de envelop. Samen kijken we wat er staat en wat u moet doen.
`

// BenchmarkRead reads 10,000 spreekuren from memory.
func BenchmarkRead(b *testing.B) {
	fsys := archive(b, "volledig.txtar")
	spreekuur := &fstest.MapFile{Data: []byte(ordinary)}
	const n = 10_000
	for i := range n {
		fsys[fmt.Sprintf("spreekuren/vol-%05d.md", i)] = spreekuur
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, problems, err := Read(fsys); err != nil || len(problems) > 0 {
			b.Fatal(problems[:1], err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/file")
}

// BenchmarkRecord reads one file.
func BenchmarkRecord(b *testing.B) {
	data := []byte(ordinary)
	kind := content.KindOf("spreekuur")
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := reading.Parse(kind, "spreekuren/vol.md", data); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

// BenchmarkParse is the share of splitting a file.
func BenchmarkParse(b *testing.B) {
	data := []byte(ordinary)
	b.ReportAllocs()
	for b.Loop() {
		frontmatter.Parse("spreekuren/vol.md", data)
	}
}
