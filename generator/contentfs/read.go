// Package contentfs reads a content folder: which files it has, which record each of
// them is according to its place and name, and what is wrong with that name. Package
// content reads what is in the file.
package contentfs

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/litter"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Names at the top level of a content folder, apart from the folders of the kinds.
const (
	siteFile     = "site.toml"
	topicsFile   = "onderwerpen.toml"
	clausesFile  = "afspraken.md"
	handbookFile = "README.md"
	embedFile    = "embed.go" // embeds the handbook in the program

	// SourcesFile lists the sources. KeptFolder has what was taken over from them, which
	// package kept reads.
	SourcesFile = "bronnen.toml"
	KeptFolder  = "bronnen"
)

// Reader reads a content folder and remembers the result of each file, so that after an
// edit only the changed files are read again. It must not be used by several goroutines
// at once.
type Reader struct {
	fsys  fs.FS
	files map[string]outcome
	order []string // see inOrder

	reading reading.Reading
	today   schedule.Date
}

// outcome is the result of reading one file. It is immutable.
type outcome struct {
	kind     int // index in content.Kinds, or -1
	value    any // a record, a *Site, topics, sources or *Afspraken
	problems diag.List

	odd   bool   // its name, or that of a folder around it, is not one that content can have
	right string // the right path, if that is what is wrong
	to    string // the path in the folder of another kind, if it belongs there
}

// NewReader returns a Reader that has not read anything yet.
func NewReader(fsys fs.FS) *Reader { return &Reader{fsys: fsys, reading: reading.ReadingOn(0)} }

// On sets the day on which files are read from now on. It only matters for how mistakes
// can be fixed, so files that were read before are not read again.
func (r *Reader) On(today schedule.Date) {
	if r.today != today {
		r.today, r.reading = today, reading.ReadingOn(today)
	}
}

// Read reads a content folder once.
func Read(fsys fs.FS) (*content.Content, diag.List, error) { return NewReader(fsys).Read() }

// Read reads every file. The problems are sorted. It returns an error if the folder
// cannot be read at all.
func (r *Reader) Read() (*content.Content, diag.List, error) {
	r.files = map[string]outcome{}
	if err := r.load("."); err != nil {
		return nil, nil, err
	}
	c, problems := r.assemble()
	return c, problems, nil
}

// Refresh reads the files or folders at the given paths again, and returns the same as
// Read would. If that fails, for example because a parent is no longer a folder, it
// reads everything.
func (r *Reader) Refresh(paths ...string) (*content.Content, diag.List, error) {
	if r.files == nil || slices.Contains(paths, ".") {
		return r.Read()
	}
	for _, name := range paths {
		name = unlisted(name)
		for file := range r.files {
			if file == name || strings.HasPrefix(file, name+"/") {
				delete(r.files, file)
			}
		}
		if err := r.load(name); err != nil {
			return r.Read()
		}
	}
	c, problems := r.assemble()
	return c, problems, nil
}

// With returns what Read would if one file contained data, and leaves what was read as it
// is. Something must have been read before.
func (r *Reader) With(name string, data []byte) (*content.Content, diag.List) {
	trial := *r
	trial.files = maps.Clone(r.files)
	trial.files[name], _ = r.readFile(name, func() ([]byte, error) { return data, nil })
	return trial.assemble()
}

// load reads the files at or below a path in parallel.
func (r *Reader) load(root string) error {
	files, err := r.list(root)
	if err != nil {
		return err
	}
	outcomes := make([]outcome, len(files))
	errs := make([]error, len(files))
	var wg sync.WaitGroup
	for worker, workers := 0, runtime.GOMAXPROCS(0); worker < workers; worker++ {
		wg.Go(func() {
			for i := worker; i < len(files); i += workers {
				outcomes[i], errs[i] = r.file(files[i])
			}
		})
	}
	wg.Wait()
	for i, file := range files {
		switch {
		case errors.Is(errs[i], fs.ErrNotExist): // removed since it was listed
		case errs[i] != nil:
			return errs[i]
		default:
			r.files[file.name] = outcomes[i]
		}
	}
	return nil
}

// ReadFiles is Read for files in memory, by path.
func ReadFiles(files map[string][]byte) (*content.Content, diag.List) {
	r := NewReader(nil)
	r.files = map[string]outcome{}
	for name, data := range files {
		if !ignoredPath(name) {
			r.files[name], _ = r.readFile(name, func() ([]byte, error) { return data, nil })
		}
	}
	return r.assemble()
}

// readFile reads a file if it is a record by its name.
func (r *Reader) readFile(name string, read func() ([]byte, error)) (outcome, error) {
	out, err := r.placed(name, read)
	return out.named(name), err
}

// named sets whether the name is odd.
func (out outcome) named(name string) outcome {
	out.odd = out.kind < 0 && out.value == nil ||
		slices.ContainsFunc(strings.Split(slugPath(name), "/"), func(s string) bool { return !typed.IsSlug(s) })
	return out
}

// refused is the outcome of a file that cannot be read. It counts as a record with
// problems, so that references to it are not reported as well.
func refused(name string, problem diag.Diagnostic) outcome {
	out := outcome{kind: -1}
	if index, ok := kindAt(name); ok {
		var slug string
		slug, out = slugged(name, index)
		out.value = content.Kinds[index].Unreadable(name, slug)
	} else if name == siteFile {
		out.value = content.UnreadableSite(name)
	} else if name == topicsFile {
		out.value = topics{partial: true}
	} else if name == SourcesFile {
		out.value = sources(nil)
	} else if name == clausesFile {
		out.value = content.NewAfspraken(frontmatter.Unreadable(name))
	}
	if len(out.problems) == 0 || problem.Code != codeOfName {
		out.problems.Add(problem)
	}
	return out.named(name)
}

// kindAt returns the kind of record that a file is, according to its folder and
// extension.
func kindAt(name string) (index int, ok bool) {
	folder, _, nested := strings.Cut(name, "/")
	index = folderIndex(folder)
	ext := path.Ext(name)
	return index, nested && index >= 0 && (ext == ".md" || ext == ".toml")
}

// placed reads a file according to its place in the folder.
func (r *Reader) placed(name string, read func() ([]byte, error)) (outcome, error) {
	folder, _, nested := strings.Cut(name, "/")
	if !nested {
		return r.topFile(name, read)
	}
	index, ok := kindAt(name)
	switch {
	case index < 0:
		problem, near := unknownFolder(folder)
		if out, ok := stray(name, read); ok && !near {
			return out, nil
		}
		return outcome{kind: -1, problems: diag.List{problem}}, nil
	case !ok:
		problem, right := unknownFile(name)
		return outcome{kind: -1, problems: diag.List{problem}, right: right}, nil
	}
	data, err := read()
	if err != nil {
		return outcome{}, err
	}
	return r.record(name, data, index), nil
}

// slugged returns the slug of a record according to the name of its file, and what is
// wrong with that name.
func slugged(name string, index int) (slug string, out outcome) {
	out = outcome{kind: index}
	slug = slugOf(name)
	if typed.IsSlug(slug) {
		return slug, out
	}
	meant := path.Base(name)
	if original, ok := litter.Original(meant); ok { // the original is not there, or this would be reported as a copy
		meant = original
	}
	slug = typed.Slugify(slugOf(meant)) // so that references to the right name find it
	if slug != "" {
		out.right = path.Join(path.Dir(name), slug+path.Ext(name))
	}
	out.problems.Add(badName(name, out.right))
	return slug, out
}

func (r *Reader) record(name string, data []byte, index int) outcome {
	doc, problem := frontmatter.Parse(name, data)
	if problem != nil {
		return refused(name, *problem)
	}
	slug, out := slugged(name, index)
	record, problems := r.reading.Record(content.Kinds[index], doc, slug)
	if problems.HasErrors() {
		if elsewhere, ok := misplaced(name, doc, index); ok {
			return elsewhere
		}
	}
	out.value = record
	out.problems.Add(problems...)
	out.problems.Sort()
	base := record.File()
	base.Bad = base.Bad || out.problems.HasErrors()
	return out
}

// topFiles are the files beside the folders.
var topFiles = []string{siteFile, topicsFile, SourcesFile, clausesFile}

// topFile reads one of them, and reports anything else next to them.
func (r *Reader) topFile(name string, read func() ([]byte, error)) (outcome, error) {
	if folderIndex(name) >= 0 {
		return outcome{kind: -1, problems: diag.List{aFile(name)}}, nil
	}
	if !slices.Contains(topFiles, name) {
		if out, ok := stray(name, read); ok {
			return out, nil
		}
		problem, right := unknownTopFile(name)
		return outcome{kind: -1, problems: diag.List{problem}, right: right}, nil
	}
	data, err := read()
	if err != nil {
		return outcome{}, err
	}
	parse := frontmatter.Parse
	if name == clausesFile {
		parse = frontmatter.ParseText
	}
	doc, problem := parse(name, data)
	if problem != nil {
		return refused(name, *problem), nil
	}
	out := outcome{kind: -1}
	switch name {
	case siteFile:
		out.value, out.problems = r.reading.Site(doc)
	case clausesFile:
		out.value, out.problems = r.reading.Afspraken(doc)
	case SourcesFile:
		var list sources
		list, out.problems = r.reading.Sources(doc)
		out.value = list
	default:
		list, problems := r.reading.Topics(doc)
		out.value, out.problems = topics{list, doc.Partial()}, checkQuestions(doc, list, problems)
	}
	return out, nil
}

// topics is the result of onderwerpen.toml; partial means that some topics could not be
// read.
type topics struct {
	list    []*content.Onderwerp
	partial bool
}

// sources is the result of bronnen.toml.
type sources []*content.Source
