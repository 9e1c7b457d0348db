package scaffold

import (
	"embed"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/frontmatter"
)

// A File is a file of a new directory, with its path in it.
type File struct {
	Path string
	Data []byte
}

// Starter is what a new directory is made of, beside the answers.
type Starter struct {
	Handbook    string // content/README.md of this program
	Onderwerpen string // onderwerpen.toml to begin with
	Revision    string // of this program in its repository, or ""
}

// starter holds the files of a new directory that are the same in each, but for
// the words TITEL and REVISIE. There, pleinwijzer.sh fetches the program from its
// own repository, since nothing serves its Go module by name; its fetch of one
// revision works with a tag, a branch and a commit alike.
//
//go:embed all:starter
var starter embed.FS

// Files are a new directory, ready for git, for Netlify and for text editors, that
// builds as it is.
func (s Starter) Files(site *Draft) ([]File, error) {
	files := []File{
		{"content/README.md", []byte(s.handbook())},
		{"content/onderwerpen.toml", []byte(s.Onderwerpen)},
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

// common are the files of starter, with the answers in their places.
func (s Starter) common(site *Draft) ([]File, error) {
	words := strings.NewReplacer("TITEL", strings.Join(site.Texts("titel"), ""), "REVISIE", s.revision())
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

// emptyFolders keep the folder of each kind of which there is no file yet: git
// keeps no empty ones.
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

// revision is what to fetch of the program: this very version, if that is known.
func (s Starter) revision() string {
	if s.Revision == "" {
		return "HEAD"
	}
	return s.Revision
}

// handbook says how the program is called where there is no source beside it.
func (s Starter) handbook() string {
	return strings.ReplaceAll(s.Handbook, "go run ./cmd/pleinwijzer", "pleinwijzer")
}

// siteFields are the answers as the first lines of site.toml.
func siteFields(site *Draft) string {
	values := site.values()
	if u, err := url.Parse(strings.Join(site.Texts("adres"), "")); err == nil {
		values = append(values, frontmatter.Value{Key: "naamruimte", Spelled: frontmatter.Quote(u.Host)})
	}
	var b strings.Builder
	for _, v := range values {
		b.WriteString(v.Key + " = " + v.Spelled + "\n")
	}
	return b.String()
}
