package saving

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/typed"
)

// hold waits until nobody else saves in the folder.
func (f *Folder) hold() (release func()) {
	f.mu.Lock()
	unlock := f.lock.take()
	return func() { unlock(); f.mu.Unlock() }
}

// Save replaces a content file as a whole. was is the sum of the version that the new bytes
// are made from. If the file is another by now, the error is a *[Conflict]; otherwise it is
// a *[Refusal]. Bytes that are there already are not written again.
func (f *Folder) Save(file string, was Sum, data []byte) (Version, error) {
	defer f.hold()()
	return f.save(file, was, data)
}

// save is Save for who holds the folder.
func (f *Folder) save(file string, was Sum, data []byte) (Version, error) {
	if err := sensible(file, data); err != nil {
		return Version{}, err
	}
	now, err := f.read(file)
	if isGone(err) {
		return Version{}, f.conflict(file, Version{}, was)
	}
	if err == nil && now.Sum != was { // who has seen the file may save it in another encoding
		err = readable(file, now.Data)
	}
	if err != nil {
		return Version{}, err
	}
	next := versionOf(data)
	switch now.Sum {
	case next.Sum:
		f.remember(next)
		return next, nil
	case was:
	default:
		return Version{}, f.conflict(file, now, was)
	}
	err = f.content.replace(file, file, now, data)
	if late, ok := errors.AsType[*Conflict](err); ok {
		return Version{}, f.conflict(file, late.Now, was)
	} else if err != nil {
		return Version{}, err
	}
	f.did(Step{What: Saved, File: file, Before: now, After: next})
	return next, nil
}

// Create writes a new content file. The error is a *[Refusal]. If the file is there with
// these bytes, as when a button was pressed twice, it is not written again.
func (f *Folder) Create(file string, data []byte) (Version, error) {
	if err := newName(file); err != nil {
		return Version{}, err
	}
	if err := sensible(file, data); err != nil {
		return Version{}, err
	}
	defer f.hold()()
	if there := f.sameRecord(file); there != "" {
		if now, err := f.read(file); err == nil && there == file && bytes.Equal(now.Data, data) {
			f.remember(now)
			return now, nil
		}
		return Version{}, taken(file, there)
	}
	if err := f.content.create(file, file, data); err != nil {
		return Version{}, err
	}
	next := versionOf(data)
	f.did(Step{What: Created, File: file, After: next})
	return next, nil
}

// There returns the file of the record that a new file would be another of, or "": one with
// the same name, in any spelling that a computer may take for the same.
func (f *Folder) There(file string) string { return f.sameRecord(file) }

func (f *Folder) conflict(file string, now Version, was Sum) *Conflict {
	if !now.Gone() {
		f.remember(now)
	}
	known, _ := f.Seen(was)
	return &Conflict{File: file, Now: now, Was: known}
}

func isGone(err error) bool {
	refusal, ok := errors.AsType[*Refusal](err)
	return ok && refusal.Reason == Gone
}

// sensible refuses bytes that could not be read again.
func sensible(file string, data []byte) error {
	switch {
	case !contentfs.Holds(file):
		return notContent(file)
	case len(data) > textLimit:
		return tooLong(file)
	case !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		return oddText(file)
	}
	return nil
}

// newName refuses a name that makes no good address, or that Windows cannot have. Files
// that have such a name already can still be changed.
func newName(file string) error {
	if !contentfs.Holds(file) {
		return notContent(file)
	}
	slugs := strings.TrimSuffix(file, path.Ext(file))
	for slug := range strings.SplitSeq(slugs, "/") {
		if !typed.IsSlug(slug) {
			return oddName(file, slug)
		}
	}
	return nil
}

// sameRecord returns the file that already is the record which a new file would be: in any
// folder of its kind, with either extension, and in any case.
func (f *Folder) sameRecord(file string) (there string) {
	if !strings.Contains(file, "/") {
		entries, _ := f.content.files.ReadDir(".")
		return sibling(entries, file)
	}
	fs.WalkDir(f.content.files, folderOf(file), func(name string, _ fs.DirEntry, err error) error {
		if err == nil && contentfs.Holds(name) && strings.EqualFold(slugOf(name), slugOf(file)) {
			there = name
			return fs.SkipAll
		}
		return nil // what cannot be listed is refused when the file is written
	})
	return there
}

func slugOf(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

func folderOf(file string) string {
	folder, _, _ := strings.Cut(file, "/")
	return folder
}
