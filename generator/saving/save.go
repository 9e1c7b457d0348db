package saving

import "pleinwijzer/generator/rooted"

// Save replaces a content file as a whole. was is the sum of the version that the new bytes
// are made from. If the file is another by now, the error is a *[Conflict]; otherwise it is
// a *[Refusal]. Bytes that are there already are not written again.
func (f *Folder) Save(file string, was Sum, data []byte) (Version, error) { return Version{}, nil }

// Create writes a new content file. The error is a *[Refusal].
func (f *Folder) Create(file string, data []byte) (Version, error) { return Version{}, nil }

// tree is a folder in which files are written whole.
type tree struct {
	dir   string // may be a link
	below string // a folder in dir, which need not exist, and may not be a link
	files rooted.FS
}

// read reads a file of the tree. file is its name for people.
func (t tree) read(name, file string) (Version, error) { return Version{}, nil }
