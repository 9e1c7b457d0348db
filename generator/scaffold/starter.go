package scaffold

import (
	"cmp"
	"embed"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/team"
)

// A File is a file of a new directory. Its path is relative to that directory.
type File struct {
	Path string
	Data []byte
}

// Executable reports whether the file is a program.
func (f File) Executable() bool { return path.Ext(f.Path) == ".sh" }

// Starter is what a new directory is made from, apart from the answers.
type Starter struct {
	Handbook    string // content/README.md of this program
	Onderwerpen string // the initial onderwerpen.toml
	Source      string // the address of the repository of this program, or ""
	Version     string // of this program there: a release or a commit, or ""
}

// starter holds the files that are the same in every new directory, except for the words
// TITEL, BRON and VERSIE in them. Among them, pleinwijzer.sh fetches the program: a release,
// or one revision from its own repository, since no proxy serves it as a Go module.
//
//go:embed all:starter
var starter embed.FS

// Files returns the files of a new directory, ready for git, for Netlify and for text
// editors. It builds without further changes.
func (s Starter) Files(site *Draft) ([]File, error) {
	files := []File{
		{"content/README.md", []byte(s.handbook())},
		{"content/onderwerpen.toml", []byte(s.Onderwerpen)},
		{"content/afspraken.md", []byte(team.Clauses)},
	}
	common, err := s.common(site)
	if err != nil {
		return nil, err
	}
	files = append(files, common...)
	forEditors, err := edit.EditorFiles()
	if err != nil {
		return nil, err
	}
	for _, f := range forEditors {
		files = append(files, File(f))
	}
	return append(files, emptyFolders(files)...), nil
}

// common returns the files of starter, with the answers filled in.
func (s Starter) common(site *Draft) ([]File, error) {
	words := strings.NewReplacer("TITEL", strings.Join(site.Texts("titel"), ""),
		`"BRON"`, `"`+s.Source+`"`, `"VERSIE"`, `"`+cmp.Or(s.Version, "HEAD")+`"`)
	root, err := fs.Sub(starter, "starter")
	if err != nil {
		return nil, err
	}
	var files []File
	err = fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		text := words.Replace(string(data))
		if name == "content/site.toml" {
			text = siteFields(site) + "\n" + text
		}
		files = append(files, File{name, []byte(text)})
		return err
	})
	return files, err
}

// emptyFolders returns a file for the folder of each kind that has no files yet, since
// git does not keep empty folders.
func emptyFolders(files []File) []File {
	var empty []File
	for _, kind := range content.Kinds {
		folder := path.Join("content", kind.Folder)
		if !slices.ContainsFunc(files, func(f File) bool { return path.Dir(f.Path) == folder }) {
			empty = append(empty, File{folder + "/.gitkeep", nil})
		}
	}
	return empty
}

// elsewhere is what the handbook says about the program's own repository, and what holds in a
// new folder instead: how commands are typed, and the spreekuur that its lessons change.
var elsewhere = []string{
	"go run ./cmd/pleinwijzer", "pleinwijzer",
	"Werk zoeken in de Langstraat", "Hulp bij brieven",
	"Werk zoeken Waalwijk", "Hulp bij brieven",
	"werk-waalwijk", "voorbeeldspreekuur",
}

// handbook returns the handbook as it is for a new folder.
func (s Starter) handbook() string { return strings.NewReplacer(elsewhere...).Replace(s.Handbook) }

// siteFields returns the answers as the first lines of site.toml.
func siteFields(site *Draft) string {
	values := site.values()
	// Who does not know the address yet types that of the example. It cannot be part of ids
	// that are to stay, since others type it too.
	if u, err := url.Parse(strings.Join(site.Texts("adres"), "")); err == nil && strings.TrimPrefix(u.Host, "www.") != "voorbeeld.nl" {
		values = append(values, frontmatter.Value{Key: "naamruimte", Spelled: frontmatter.Quote(u.Host)})
	}
	var b strings.Builder
	for _, v := range values {
		b.WriteString(v.Key + " = " + v.Spelled + "\n")
	}
	return b.String()
}
