package main

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"path/filepath"

	"pleinwijzer/generator/wholefile"
)

// create writes a new file in the content folder, unless files in its folder are not read
// because of a link on the way: the file would end up elsewhere, or nobody would see it.
func (f folders) create(ctx context.Context, name string, data []byte) error {
	folder, err := f.files(ctx).Open(path.Dir(name))
	switch {
	case err == nil:
		folder.Close()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return wholefile.Create(filepath.Join(f.content, filepath.FromSlash(name)), data)
}
