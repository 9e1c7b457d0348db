package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/federation"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/litter"
	"pleinwijzer/generator/rooted"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// folders are what a site is made from. Those for the look are next to the content and
// need not exist: their files are laid over the built-in ones.
type folders struct{ content, layouts, static string }

// openFolders returns the folders, or an error if there is no content.
func openFolders(content string) (folders, error) {
	content = filepath.Clean(content)
	info, err := os.Stat(content)
	switch {
	case os.IsNotExist(err):
		return folders{}, noFolder(content)
	case err != nil:
		return folders{}, err
	case !info.IsDir():
		return folders{}, notFolder(content)
	}
	entries, err := os.ReadDir(content)
	if err != nil {
		return folders{}, err
	}
	if !hasContent(entries) {
		return folders{}, emptyFolder(content)
	}
	beside := filepath.Join(content, "..")
	return folders{content, filepath.Join(beside, "layouts"), filepath.Join(beside, "static")}, nil
}

func hasContent(entries []fs.DirEntry) bool {
	for _, e := range entries {
		if !litter.Is(e.Name()) {
			return true
		}
	}
	return false
}

// Limits on the size of a file in bytes. The first is far more than any text needs; the
// second is about the maximum that web hosts accept.
const (
	textLimit   = 10 << 20
	staticLimit = 50 << 20
)

// files returns the content as a file system.
func (f folders) files(ctx context.Context) fs.FS { return rooted.Open(ctx, f.content, ".", textLimit) }

// list returns the folders, for code that must not write in them.
func (f folders) list() []string { return []string{f.content, f.layouts, f.static} }

// shown returns the path of the content folder that precedes file names in messages.
func (f folders) shown() string { return filepath.ToSlash(f.content) }

// history returns what git knows about the content, which is nothing if the content is
// not in git. If git cannot be read the site is made without the dates that would have
// come from it, and a message says so.
func (f folders) history(ctx context.Context, env environment) ([]history.Commit, error) {
	repository, err := history.Open(ctx, f.content)
	var commits []history.Commit
	if err == nil {
		commits, err = repository.Commits(ctx)
	}
	if unreadable, ok := errors.AsType[*history.Error](err); ok {
		env.withoutHistory(f.shown(), unreadable)
		return nil, nil
	}
	if repository.Shallow() {
		env.halfHistory(f.shown())
	}
	return commits, err
}

// past returns a function that finds out how the records have changed over time.
func (f folders) past(ctx context.Context, env environment, commits []history.Commit) func(*catalog.Catalog) (*changes.Past, error) {
	return func(now *catalog.Catalog) (*changes.Past, error) {
		if len(commits) == 0 {
			return nil, nil
		}
		repository, err := history.Open(ctx, f.content)
		var past *changes.Past
		if err == nil {
			past, err = gids.Past(ctx, repository, commits, f.files(ctx), now)
		}
		if unreadable, ok := errors.AsType[*history.Error](err); ok {
			env.withoutHistory(f.shown(), unreadable)
			return nil, nil
		}
		return past, err
	}
}

func (f folders) generator(ctx context.Context) *generator.Generator {
	return generator.New(generator.Folders{
		Content: f.files(ctx),
		Kept:    f.kept(ctx),
		Layouts: generator.Overlay(beside(ctx, f.layouts, textLimit), layouts.Files),
		Static:  generator.Overlay(beside(ctx, f.static, staticLimit), static.Files),
	})
}

// kept returns the folder with what was taken over from other directories.
func (f folders) kept(ctx context.Context) fs.FS {
	return rooted.Open(ctx, f.content, contentfs.KeptFolder, federation.Largest)
}

// beside opens a folder next to the content. Unlike the content folder it was not named
// by the user, so it may not be a link.
func beside(ctx context.Context, name string, limit int64) fs.FS {
	return rooted.Open(ctx, filepath.Dir(name), filepath.Base(name), limit)
}
