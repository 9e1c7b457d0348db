package saving

import (
	"errors"
	"io/fs"
	"strings"

	"pleinwijzer/generator/contentfs"
)

// A Batch saves many files while nobody else saves. It lists each folder once, however many
// files are made in it.
type Batch struct {
	f     *Folder
	known map[string]map[string]string // files by their slug in lower case, for each folder
}

// Together saves several files. Others who save wait until do returns, so that should not take
// long: divide what does.
func (f *Folder) Together(do func(*Batch) error) error {
	defer f.hold()()
	return do(&Batch{f, map[string]map[string]string{}})
}

// Save is like [Folder.Save].
func (b *Batch) Save(file string, was Sum, data []byte) error {
	_, err := b.f.save(file, was, data)
	return err
}

// Create is like [Folder.Create].
func (b *Batch) Create(file string, data []byte) error {
	if err := newName(file); err != nil {
		return err
	}
	if err := sensible(file, data); err != nil {
		return err
	}
	folder, _, inFolder := strings.Cut(file, "/")
	if !inFolder {
		folder = "."
	}
	if b.known[folder] == nil {
		known, err := b.list(folder)
		if err != nil {
			return refusalOf(file, err)
		}
		b.known[folder] = known
	}
	slug := strings.ToLower(slugOf(file))
	if there := b.known[folder][slug]; there != "" {
		return taken(file, there)
	}
	if err := b.f.content.place(file, file, data); err != nil {
		return err
	}
	b.known[folder][slug] = file
	b.f.did(Step{What: Created, File: file, After: versionOf(data)})
	return nil
}

// list finds the files of a kind. A folder that is not there has none; one that may not be
// read is an error, for the file would end up elsewhere.
func (b *Batch) list(folder string) (map[string]string, error) {
	known := map[string]string{}
	if _, err := b.f.content.files.ReadDir(folder); errors.Is(err, fs.ErrNotExist) {
		return known, nil
	} else if err != nil {
		return nil, err
	}
	err := fs.WalkDir(b.f.content.files, folder, func(name string, e fs.DirEntry, err error) error {
		if folder == "." && err == nil && e.IsDir() && name != "." {
			return fs.SkipDir
		}
		if err == nil && contentfs.Holds(name) {
			known[strings.ToLower(slugOf(name))] = name
		}
		return nil // as in sameRecord
	})
	return known, err
}
