package saving

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/difference"
	"pleinwijzer/generator/history"
)

// Changed is what differs from the last version in git.
type Changed struct {
	// Why says why there is nothing to compare with; else it is nil.
	Why *Refusal

	Files []difference.File // in the order of their paths; pictures, which have no fields, come last
}

// Changed compares the folder with the last version in git. The error is that of ctx, or a
// *[Refusal] if the folder cannot be read.
func (f *Folder) Changed(ctx context.Context, names difference.Names) (Changed, error) {
	files, err := f.compared(ctx, f.dir, f.content.files, names)
	if why, ok := errors.AsType[*Refusal](err); ok && (why.Reason == NoGit || why.Reason == BadGit) {
		return Changed{Why: why}, nil
	} else if err != nil {
		return Changed{}, err
	}
	pictures, err := f.comparedPictures(ctx)
	return Changed{Files: append(files, pictures...)}, err
}

// compared compares the content files.
func (f *Folder) compared(ctx context.Context, dir string, folder fs.FS, names difference.Names) ([]difference.File, error) {
	edits, before, err := edits(ctx, dir, folder)
	if err != nil {
		return nil, err
	}
	var came, went, all []changedFile
	for _, e := range edits {
		if !contentfs.Holds(e.Path) {
			continue
		}
		file := changedFile{path: e.Path, was: before[e.Path]}
		if !e.Gone {
			if file.now, err = fs.ReadFile(folder, e.Path); errors.Is(err, fs.ErrNotExist) {
				continue // removed in the meantime
			} else if err != nil {
				return nil, refusalOf(e.Path, err)
			}
			file.now = append([]byte{}, file.now...) // not nil, which means that there is no file
		}
		switch {
		case e.Gone:
			went = append(went, file)
		case file.was == nil:
			came = append(came, file)
		default:
			all = append(all, file)
		}
	}
	all = append(all, paired(came, went)...)
	slices.SortFunc(all, func(a, b changedFile) int { return cmp.Compare(a.path, b.path) })
	files := make([]difference.File, len(all))
	for i, c := range all {
		files[i] = difference.Moved(cmp.Or(c.old, c.path), c.path, c.was, c.now, names)
	}
	return files, nil
}

// comparedPictures finds the pictures that differ. They may be in no repository at all,
// even if the content is in one.
func (f *Folder) comparedPictures(ctx context.Context) ([]difference.File, error) {
	edits, before, err := edits(ctx, f.static, f.pictures.files)
	if isA(err, NoGit, BadGit, NoFolder, Link) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var files []difference.File
	for _, e := range edits {
		file := difference.File{Path: Beside + e.Path}
		switch {
		case e.Gone:
			file.What = difference.Gone
		case before[e.Path] == nil:
			file.What = difference.New
		}
		files = append(files, file)
	}
	return files, nil
}

// edits asks git which files of a folder differ from the last version, and what they were.
func edits(ctx context.Context, dir string, folder fs.FS) ([]history.File, map[string][]byte, error) {
	repository, err := history.Open(ctx, dir)
	if err == nil && repository == nil {
		return nil, nil, noGit()
	}
	var edits *history.Commit
	if err == nil {
		edits, err = repository.Uncommitted(ctx, folder, time.Time{})
	}
	var before []map[string][]byte
	if err == nil && edits != nil {
		before, err = repository.Before(ctx, []history.Commit{*edits})
	}
	if unreadable, ok := errors.AsType[*history.Error](err); ok {
		return nil, nil, badGit(unreadable)
	}
	switch {
	case ctx.Err() != nil:
		return nil, nil, ctx.Err()
	case err != nil:
		return nil, nil, refusalOf(".", err)
	case edits == nil:
		return nil, nil, nil
	}
	return edits.Files, before[0], nil
}

// changedFile is a file that differs. was or now is nil if there is none.
type changedFile struct {
	old, path string
	was, now  []byte
}

// mostPairs is how many pairs of a new file and one that is gone are looked at.
const mostPairs = 10_000

// paired finds the new files that had another name: those with the same text as one that is
// gone, that name it as their old name, or that have most lines of it.
func paired(came, went []changedFile) []changedFile {
	byText := map[string][]int{} // of went
	for i, was := range went {
		key := folderOf(was.path) + "\x00" + string(was.was)
		byText[key] = append(byText[key], i)
	}
	found := map[int]bool{}
	for i := range came {
		key := folderOf(came[i].path) + "\x00" + string(came[i].now)
		if at := byText[key]; len(at) > 0 {
			came[i].from(went[at[0]])
			found[at[0]], byText[key] = true, at[1:]
		}
	}
	var left []changedFile
	for i, was := range went {
		if !found[i] {
			left = append(left, was)
		}
	}
	return append(came, similar(came, left)...)
}

// similar pairs what is not the same, and returns the files that are really gone.
func similar(came, went []changedFile) []changedFile {
	if len(came)*len(went) > mostPairs {
		return went
	}
	for _, same := range []func(was, now changedFile) bool{
		func(was, now changedFile) bool {
			return strings.Contains(string(now.now), `"`+slugOf(was.path)+`"`) && mostly(was, now, 30)
		},
		func(was, now changedFile) bool { return mostly(was, now, 60) },
	} {
		for i, now := range came {
			if now.old != "" {
				continue
			}
			at := slices.IndexFunc(went, func(was changedFile) bool { return folderOf(was.path) == folderOf(now.path) && same(was, now) })
			if at >= 0 {
				came[i].from(went[at])
				went = slices.Delete(went, at, at+1)
			}
		}
	}
	return went
}

// from says under which name a file was, and what it was there.
func (c *changedFile) from(was changedFile) { c.old, c.was = was.path, was.was }

// mostly reports whether two files have at least some per cent of their lines in common.
func mostly(was, now changedFile, percent int) bool {
	lines := func(data []byte) map[string]bool {
		all := map[string]bool{}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && line != "+++" {
				all[line] = true
			}
		}
		return all
	}
	before, after := lines(was.was), lines(now.now)
	common := 0
	for line := range before {
		if after[line] {
			common++
		}
	}
	return common > 0 && 100*common >= percent*max(len(before), len(after))
}
