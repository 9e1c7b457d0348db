package content

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/litter"
	"pleinwijzer/generator/schedule"
)

// Names at the top of a content folder that are not a kind's folder.
const (
	siteFile     = "site.toml"
	topicsFile   = "onderwerpen.toml"
	handbookFile = "README.md"
	embedFile    = "embed.go" // puts the handbook in the program
)

// Reader reads a content folder and remembers each file's outcome, so that
// after an edit only the files that changed are read again. It is not for use
// by two goroutines at once.
type Reader struct {
	fsys  fs.FS
	files map[string]outcome
	order []string // see inOrder

	reading reading
}

// outcome is what one file gave. It is not changed afterwards.
type outcome struct {
	kind     int // index in Kinds, or -1
	value    any // a record, a *Site or topics
	problems diag.List

	odd   bool   // the name, or that of a folder round it, is none that content has
	right string // the path that the name should be, where that is what is wrong
}

// NewReader makes a Reader that has read nothing yet.
func NewReader(fsys fs.FS) *Reader { return &Reader{fsys: fsys, reading: undated} }

// On sets the day on which files are read from now on. It matters only to how a
// mistake can be mended: what is read already is not read again for it.
func (r *Reader) On(today schedule.Date) {
	if r.reading.today != today {
		r.reading = readingOn(today)
	}
}

// Read reads a content folder once.
func Read(fsys fs.FS) (*Content, diag.List, error) { return NewReader(fsys).Read() }

// Read reads every file. The problems are sorted; the error is for a folder
// that cannot be read at all.
func (r *Reader) Read() (*Content, diag.List, error) {
	r.files = map[string]outcome{}
	if err := r.load("."); err != nil {
		return nil, nil, err
	}
	c, problems := r.assemble()
	return c, problems, nil
}

// Refresh reads again what is at the given paths, files or folders, and
// answers the same as Read would. Where that fails, such as for a path below
// what is no folder any more, it reads all.
func (r *Reader) Refresh(paths ...string) (*Content, diag.List, error) {
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

// load reads the files at or below a path, side by side.
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
func ReadFiles(files map[string][]byte) (*Content, diag.List) {
	r := &Reader{files: map[string]outcome{}}
	for name, data := range files {
		if !ignoredPath(name) {
			r.files[name], _ = undated.file(name, func() ([]byte, error) { return data, nil })
		}
	}
	return r.assemble()
}

// file reads a file. What is no record is not read.
func (r reading) file(name string, read func() ([]byte, error)) (outcome, error) {
	out, err := r.placed(name, read)
	return out.named(name), err
}

// named notes whether the name is odd.
func (out outcome) named(name string) outcome {
	out.odd = out.kind < 0 && out.value == nil ||
		slices.ContainsFunc(strings.Split(slugPath(name), "/"), func(s string) bool { return !IsSlug(s) })
	return out
}

// refused is a file that cannot be read. It counts as one in which something is wrong,
// so that what refers to it is not wrong too.
func (r reading) refused(name string, problem diag.Diagnostic) outcome {
	out := outcome{kind: -1}
	if index, ok := kindAt(name); ok {
		var base *Record
		out, base = newRecord(name, index)
		base.Doc, base.Bad = frontmatter.Unreadable(name), true
	} else if name == siteFile {
		site := &Site{doc: frontmatter.Unreadable(name)}
		site.defaults()
		out.value = site
	} else if name == topicsFile {
		out.value = topics{partial: true}
	}
	if len(out.problems) == 0 || problem.Code != codeOfName {
		out.problems.Add(problem)
	}
	return out.named(name)
}

// kindAt is the kind of the record that a file is by its place and extension.
func kindAt(name string) (index int, ok bool) {
	folder, _, nested := strings.Cut(name, "/")
	index = folderIndex(folder)
	ext := path.Ext(name)
	return index, nested && index >= 0 && (ext == ".md" || ext == ".toml")
}

// placed reads a file by its place in the folder.
func (r reading) placed(name string, read func() ([]byte, error)) (outcome, error) {
	folder, _, nested := strings.Cut(name, "/")
	if !nested {
		return r.topFile(name, read)
	}
	index, ok := kindAt(name)
	switch {
	case index < 0:
		return outcome{kind: -1, problems: diag.List{unknownFolder(folder)}}, nil
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

// newRecord makes a record with its slug, and says what is wrong with its name.
func newRecord(name string, index int) (outcome, *Record) {
	rec := Kinds[index].create()
	base := rec.File()
	base.Slug = slugOf(name)
	out := outcome{kind: index, value: rec}
	if !IsSlug(base.Slug) {
		meant := path.Base(name)
		if original, ok := litter.Original(meant); ok { // which is not there, or this would be a copy
			meant = original
		}
		base.Slug = Slugify(slugOf(meant)) // so that what refers to the right name finds it
		if base.Slug != "" {
			out.right = path.Join(path.Dir(name), base.Slug+path.Ext(name))
		}
		out.problems.Add(badName(name, out.right))
	}
	return out, base
}

func (r reading) record(name string, data []byte, index int) outcome {
	doc, problem := frontmatter.Parse(name, data)
	if problem != nil {
		return r.refused(name, *problem)
	}
	out, base := newRecord(name, index)
	kind, rec := Kinds[index], out.value.(Item)
	base.Doc = doc
	out.problems.Add(doc.Bind(rec, kind.Fields, r.parsers, absent)...)
	c := checker{doc: doc, broken: len(out.problems) > 0, today: r.today}
	if base.Tekst != "" && path.Ext(name) == ".md" {
		c.add("tekst-dubbel", doc.Key("tekst"), `in een .md-bestand is er geen veld "tekst"`, `schrijf de tekst onder de tweede "+++"`)
	}
	if !doc.Partial() {
		rec.check(&c)
		c.checkTranslations(rec, kind.told)
	}
	kind.checkBody(base, &c)
	if d, ok := rec.(interface{ defaults() }); ok {
		d.defaults()
	}
	out.problems.Add(c.problems...)
	base.Bad = out.problems.HasErrors()
	out.problems.Sort()
	out.problems = out.problems.Fewer()
	return out
}

// topFile reads site.toml and onderwerpen.toml; nothing else belongs beside
// them.
func (r reading) topFile(name string, read func() ([]byte, error)) (outcome, error) {
	if folderIndex(name) >= 0 {
		return outcome{kind: -1, problems: diag.List{aFile(name)}}, nil
	}
	if name != siteFile && name != topicsFile {
		problem, right := unknownTopFile(name)
		return outcome{kind: -1, problems: diag.List{problem}, right: right}, nil
	}
	data, err := read()
	if err != nil {
		return outcome{}, err
	}
	doc, problem := frontmatter.Parse(name, data)
	switch {
	case problem != nil:
		return r.refused(name, *problem), nil
	case name == siteFile:
		return r.site(doc), nil
	}
	return readTopics(doc), nil
}

// topics are the onderwerpen; partial if some could not be read.
type topics struct {
	list    []*Onderwerp
	partial bool
}

func (r reading) site(doc *frontmatter.Document) outcome {
	site := &Site{doc: doc}
	problems := doc.Bind(site, SiteFields, r.parsers, absent)
	c := checker{doc: doc, broken: len(problems) > 0}
	if !doc.Partial() {
		site.check(&c)
	}
	site.defaults()
	return outcome{kind: -1, value: site, problems: append(problems, c.problems...)}
}

func readTopics(doc *frontmatter.Document) outcome {
	var bySlug map[string]Onderwerp
	problems := doc.BindMap(&bySlug, OnderwerpFields, parsers, absent)
	list := make([]*Onderwerp, 0, len(bySlug))
	for slug, topic := range bySlug {
		topic.Slug, topic.doc = slug, doc
		list = append(list, &topic)
		if !IsSlug(slug) {
			problems.Add(diag.Diagnostic{
				Range: doc.Key(slug), Code: "naam-verkeerd",
				Message: fmt.Sprintf("%q kan geen adres worden: alleen kleine letters, cijfers en streepjes", slug),
				Hint:    topicName(slug, bySlug),
			})
		}
	}
	slices.SortFunc(list, func(a, b *Onderwerp) int { return cmp.Compare(a.Slug, b.Slug) })
	return outcome{kind: -1, value: topics{list, doc.Partial()}, problems: checkQuestions(doc, list, problems)}
}

// topicName is how to name a topic whose name cannot be in an address.
func topicName(name string, all map[string]Onderwerp) string {
	slug := Slugify(name)
	_, taken := all[slug]
	switch {
	case slug == "":
		return "kies een andere naam"
	case taken:
		return fmt.Sprintf("[%s] is er al; haal dit blok weg, of kies een andere naam", slug)
	}
	return fmt.Sprintf("schrijf [%s]", slug)
}

// inOrder gives the names of the files by slug and then by path. After an edit
// the files are mostly the same ones, and so is their order.
func (r *Reader) inOrder() []string {
	gone := func(name string) bool { _, ok := r.files[name]; return !ok }
	if len(r.order) == len(r.files) && !slices.ContainsFunc(r.order, gone) {
		return r.order
	}
	r.order = slices.SortedFunc(maps.Keys(r.files), func(a, b string) int {
		return cmp.Or(cmp.Compare(slugOf(a), slugOf(b)), cmp.Compare(a, b))
	})
	return r.order
}

// assemble puts the outcomes together, in the order of slugs and then files.
func (r *Reader) assemble() (*Content, diag.List) {
	c := &Content{unread: unread{}}
	var problems diag.List
	previous := "" // two files of one kind and slug stand next to each other
	names := r.names()
	for _, name := range r.inOrder() {
		out := r.files[name]
		if out.odd {
			if problem, ok := names.copied(name); ok {
				problems.Add(problem)
				continue
			}
		}
		out.problems = names.mended(name, out)
		problems.Add(out.problems...)
		if kind, slug, ok := out.hides(name); ok {
			c.unread.add(kind, slug)
		}
		switch value := out.value.(type) {
		case Item:
			if slugOf(name) == slugOf(previous) && r.files[previous].kind == out.kind {
				problems.Add(duplicate(name, previous))
			}
			previous = name
			Kinds[out.kind].keep(c, value)
		case *Site:
			c.Site = value
		case topics:
			c.Onderwerpen = value.list
			if value.partial {
				c.unread.add(topicKind, "")
			}
		}
	}
	if c.Site == nil && !slices.ContainsFunc(problems,
		func(d diag.Diagnostic) bool { return d.Code == codeOfName && r.files[d.File].right == siteFile }) {
		problems.Add(noSite())
	}
	problems.Sort()
	return c, problems
}
