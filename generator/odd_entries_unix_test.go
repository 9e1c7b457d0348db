//go:build unix

package generator_test

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/litter"
	"pleinwijzer/generator/rooted"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// rightFolder is a folder without errors.
var rightFolder = map[string]string{
	"site.toml":              "titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n",
	"pleinen/bieb.md":        "+++\nnaam = \"Bieb\"\nadres = \"Straat 1\"\npostcode = \"5038 AB\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 01\"\n+++\n",
	"partners/taalhuis.toml": "naam = \"Taalhuis\"\n",
	"spreekuren/taal.md":     rightRecord,
}

const rightRecord = "+++\ntitel = \"Taal\"\nplein = \"bieb\"\npartner = \"taalhuis\"\ndag = \"dinsdag\"\ntijd = \"10.00-12.00\"\nin_een_zin = \"Wij helpen u.\"\n+++\nKom langs.\n"

// makers create an entry in a folder. The key is the letter before the name of the entry.
var makers = map[byte]func(name, data string) error{
	'f': func(name, data string) error { return os.WriteFile(name, []byte(data), 0o644) },
	'r': func(name, _ string) error { return os.WriteFile(name, []byte(rightRecord), 0o644) },
	'd': func(name, _ string) error { return os.Mkdir(name, 0o755) },
	'l': func(name, data string) error { return os.Symlink(data, name) },
	'p': func(name, _ string) error { return syscall.Mkfifo(name, 0o644) },
}

// FuzzFolder puts odd entries in a folder, and checks that each is either used or
// reported. Each line of entries is a letter from makers and a path.
func FuzzFolder(f *testing.F) {
	for _, entries := range []string{
		"rspreekuren/brieven.md", "rspreekuren/Brieven bij ons.md", "rspreekuren/taal (1).md\nrspreekuren/taal - kopie.md", "rspreekuren/noord/x/brieven.md\nfspreekuren/noord/x/x.txt",
		"fspreekuren/x.md", "fspreekuren/x.toml\nfpaginas/x.md", "fonderwerpen.toml", "fONDERWERPEN.toml\nfSite.toml", "rSpreekuren/x.md\nrspreekuur/x.md", "flos.md",
		"lspreekuren/x.md\nlberichten", "pspreekuren/x.md\npagenda\npx", "dspreekuren/x.md\ndlos", "fspreekuren/x\xff.md\nrspr\xff/x.md", "rspreekuren/con.md\nrspreekuren/a\nb.md",
		"rspreekuren/x.md\nfspreekuren/x.toml", "rspreekuren/a:b.md\nrspreekuren/a/b*c/d.md", "rspreekuren/x.MD\nrspreekuren/x.md.txt", "fspreekuren/\u202Edm.x\nf\u200b.md",
		"rspreekuren/taal\nrspreekuren/.md", "rspreekuren/x.md \nrspreekuren/x .md\nrspreekuren/ x.md", "lpleinen/x.md\nlpaginas/y", "dspreekuren/kopie van noord\nrspreekuren/kopie van noord/x.md",
	} {
		for _, data := range []string{"", "../elders", "x = 1\n\xff\x00"} {
			f.Add(entries, data)
		}
	}
	dir := f.TempDir()
	from := generator.Folders{Content: rooted.Open(context.Background(), dir, ".", 1<<20), Layouts: layouts.Files, Static: static.Files}
	g := generator.New(from)
	f.Fuzz(func(t *testing.T, entries, data string) {
		made := fillFolder(t, dir, entries, data)
		if len(made) == 0 {
			t.Skip()
		}
		site, err := g.Site(generator.Change{Content: []string{"."}}, catalog.Options{Now: now})
		if err != nil {
			t.Fatalf("%q: %v", entries, err)
		}
		problems := site.Problems
		if !problems.HasErrors() {
			problems = slices.Concat(problems, site.Advice())
		}
		records, _, err := contentfs.Read(from.Content)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range made {
			if !litterOnPath(name) && !tells(problems, name) && !usedIn(records, name) {
				t.Errorf("%q passes in silence", name)
			}
		}
	})
}

// fillFolder recreates the folder without errors and adds the entries that the system is
// able to create. It returns those that are not folders.
func fillFolder(t *testing.T, dir, entries, data string) (made []string) {
	t.Helper()
	old, err := os.ReadDir(dir)
	for _, e := range old {
		if err == nil {
			err = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
	if err == nil {
		err = os.CopyFS(dir, mapFS(rightFolder))
	}
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for line := range strings.SplitSeq(entries, "\n") {
		if line == "" || len(line) > 200 || makers[line[0]] == nil {
			continue
		}
		name := path.Clean(line[1:])
		if strings.HasPrefix(name, "../") || path.IsAbs(name) || root.MkdirAll(path.Dir(name), 0o755) != nil {
			continue // outside the folder, possibly through a link that was made earlier
		}
		if _, err := root.Lstat(name); err == nil || makers[line[0]](filepath.Join(dir, name), data) != nil {
			continue
		}
		if line[0] != 'd' {
			made = append(made, name)
		}
	}
	return made
}

// litterOnPath reports whether a program left behind the entry, or a folder that it is
// in.
func litterOnPath(name string) bool {
	return name != "." && (litter.Is(name) || litterOnPath(path.Dir(name)))
}

// tells reports whether there is a problem about the file, or about a folder that it is
// in.
func tells(problems diag.List, name string) bool {
	return slices.ContainsFunc(problems, func(p diag.Diagnostic) bool {
		about := func(r diag.Range) bool { return r.File == name || strings.HasPrefix(name, r.File+"/") }
		return about(p.Range) || slices.ContainsFunc(p.Related, about)
	})
}

// usedIn reports whether a record was read from the file.
func usedIn(c *content.Content, name string) bool {
	if name == "onderwerpen.toml" {
		return true // no problem was reported, so all of it is used
	}
	from := func(r content.Record) bool { return r.Doc.File == name && !r.Bad }
	return slices.ContainsFunc(c.Pleinen, func(r *content.Plein) bool { return from(r.Record) }) ||
		slices.ContainsFunc(c.Partners, func(r *content.Partner) bool { return from(r.Record) }) ||
		slices.ContainsFunc(c.Spreekuren, func(r *content.Spreekuur) bool { return from(r.Record) }) ||
		slices.ContainsFunc(c.Agenda, func(r *content.Agendapunt) bool { return from(r.Record) }) ||
		slices.ContainsFunc(c.Berichten, func(r *content.Bericht) bool { return from(r.Record) }) ||
		slices.ContainsFunc(c.Paginas, func(r *content.Pagina) bool { return from(r.Record) })
}
