package rooted

import "io/fs"

// Mode returns what a file or folder is. Those that OneDrive and the like keep are files
// and folders as any other. On Windows they are reparse points, which Go calls irregular.
func Mode(info fs.FileInfo) fs.FileMode {
	return plainMode(info.Mode(), likeFolder(info))
}

// plainMode is Mode for what the system marks as a folder, or does not. A reparse point
// that is marked so, and of which Go says that it is none, leads to another folder.
func plainMode(mode fs.FileMode, folder bool) fs.FileMode {
	switch {
	case mode&fs.ModeIrregular == 0:
		return mode
	case folder && !mode.IsDir():
		return mode&^fs.ModeIrregular | fs.ModeSymlink
	}
	return mode &^ fs.ModeIrregular
}

// A plainInfo has such a mode.
type plainInfo struct{ fs.FileInfo }

func (i plainInfo) Mode() fs.FileMode { return Mode(i.FileInfo) }

// A plainEntry has such a type.
type plainEntry struct {
	fs.DirEntry
	info fs.FileInfo
}

func (e plainEntry) Type() fs.FileMode          { return e.info.Mode().Type() }
func (e plainEntry) Info() (fs.FileInfo, error) { return e.info, nil }

// plainEntries are the entries of a folder with such types, where a system has others.
func plainEntries(entries []fs.DirEntry) []fs.DirEntry {
	for i, e := range entries {
		if e.Type()&fs.ModeIrregular == 0 {
			continue
		}
		if info, err := e.Info(); err == nil {
			entries[i] = plainEntry{e, plainInfo{info}}
		}
	}
	return entries
}
