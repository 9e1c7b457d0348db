package generator

import (
	"errors"
	"io/fs"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/page"
	"pleinwijzer/generator/rooted"
)

// look reads the templates, words and assets, unless they are up to date. If it leaves no
// renderer, the problems say why.
func (g *Generator) look(changed bool) (diag.List, error) {
	if g.pages != nil && !changed {
		return nil, nil
	}
	g.pages = nil
	var problems diag.List
	for _, folder := range []fs.FS{g.folders.Layouts, g.folders.Static} {
		if err := unread(folder, &problems); err != nil {
			return nil, err
		}
	}
	if len(problems) > 0 {
		return problems, nil
	}
	pages, err := page.New(g.folders.Layouts, g.folders.Static, g.kinds)
	if err != nil {
		return page.Faults(err)
	}
	g.pages = pages
	g.icons.Store(&icons{pages.TopicIcons(), pages.QuestionIcons()})
	return nil, nil
}

// unread reports everything in a layouts or static folder that cannot be read. These
// folders are next to the content folder, so the file names in messages begin with "../".
func unread(folder fs.FS, problems *diag.List) error {
	return fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			var file fs.File
			if file, err = folder.Open(name); err == nil {
				return file.Close()
			}
		}
		refusal, refused := errors.AsType[*rooted.Refusal](err)
		switch {
		case refused:
			problems.Add(contentfs.Refused("../"+refusal.Path, refusal))
		case errors.Is(err, fs.ErrNotExist): // removed in the meantime
		default:
			return err
		}
		if entry != nil && entry.IsDir() || name == "." {
			return fs.SkipDir
		}
		return nil
	})
}
