// Package saving has the content folder as a place where people save, from a form or from
// any other program that is not alone in that folder.
//
// # What people may count on
//
//   - A file is always whole: the old bytes or the new ones, also on a full disk and if the
//     program is killed in the middle.
//   - Nothing is saved over what somebody else wrote. Who saves says which version they
//     saw; if there is another one now, that is a [Conflict], with both versions.
//   - A new file never replaces another one, nor one whose name differs only in case: on a
//     disk of Windows or macOS that would be the same file.
//   - Nothing is read or written outside the folder, nor through a link in it.
//   - What was saved since the program started can be undone, as long as nobody changed the
//     file since (steps.go).
//
// Programs of ours wait for each other while they save (lock.go). Any other program does
// not wait: between the last look at a file and the rename that replaces it is a moment,
// without reading or writing, in which an editor could still save.
//
// What was not done is a [Refusal] or a [Conflict], which say so in Dutch.
package saving

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/difference"
	"pleinwijzer/generator/rooted"
)

// Limits on the size of a file in bytes.
const (
	textLimit    = 10 << 20
	pictureLimit = 50 << 20
)

// Beside precedes the path of a picture, which is in the folder next to the content.
const Beside = "../static/"

// Folder is a content folder, with the folder for pictures next to it. Its methods may be
// called by several goroutines at once.
type Folder struct {
	content, pictures tree
	dir, static       string // as they were given

	mu    sync.Mutex // held while something is saved
	lock  lock
	steps []Step

	seenMu sync.Mutex
	seen   []Version // the last ones that were read or saved, the oldest first
}

// Open returns the content folder, and the folder static, in which pictures are put. The
// content folder may be a link, since it was chosen by whoever runs the program. Nothing
// is done once ctx is done.
func Open(ctx context.Context, content, static string) (*Folder, error) {
	if _, err := os.Stat(content); err != nil {
		return nil, refusalOf(".", err)
	}
	parent, base := filepath.Split(filepath.Clean(static))
	return &Folder{
		dir:      content,
		static:   static,
		content:  tree{dir: content, below: ".", files: rooted.Open(ctx, content, ".", textLimit)},
		pictures: tree{dir: filepath.Clean(parent), below: base, files: rooted.Open(ctx, filepath.Clean(parent), base, pictureLimit)},
		lock:     ownLock(),
	}, nil
}

// A Sum identifies the bytes of a file. That of a file that is not there is "".
type Sum string

// SumOf returns the sum of a file with these bytes.
func SumOf(data []byte) Sum {
	sum := sha256.Sum256(data)
	return Sum(hex.EncodeToString(sum[:]))
}

// Version is a file as it was at some moment.
type Version struct {
	Data []byte
	Sum  Sum
}

func versionOf(data []byte) Version { return Version{data, SumOf(data)} }

// Gone reports whether there was no file.
func (v Version) Gone() bool { return v.Sum == "" }

// Text returns the bytes for a person to read, also if they are in an encoding that the
// site does not read.
func (v Version) Text() string { return difference.Legible(v.Data) }

// Read returns a content file as it is now. The error is a *[Refusal]; if that is about the
// encoding, the version is returned too, for a person to see.
func (f *Folder) Read(file string) (Version, error) {
	v, err := f.read(file)
	if err != nil {
		return Version{}, err
	}
	f.remember(v)
	return v, readable(file, v.Data)
}

// read is Read for bytes in any encoding.
func (f *Folder) read(file string) (Version, error) {
	if !contentfs.Holds(file) {
		return Version{}, notContent(file)
	}
	return f.content.read(file, file)
}

// Seen returns the version of a file with a sum, if it was read or saved recently: what
// someone started from who now wants to save.
func (f *Folder) Seen(sum Sum) (Version, bool) {
	f.seenMu.Lock()
	defer f.seenMu.Unlock()
	if i := slices.IndexFunc(f.seen, func(v Version) bool { return v.Sum == sum }); i >= 0 {
		return f.seen[i], true
	}
	return Version{}, false
}

// mostSeen is how many versions are remembered: some hundred windows that someone left
// open, and some megabytes.
const mostSeen = 500

func (f *Folder) remember(v Version) {
	f.seenMu.Lock()
	defer f.seenMu.Unlock()
	f.seen = append(slices.DeleteFunc(f.seen, func(old Version) bool { return old.Sum == v.Sum }), v)
	if len(f.seen) > mostSeen {
		f.seen = slices.Delete(f.seen, 0, len(f.seen)-mostSeen)
	}
}

// treeOf returns the folder in which a file of a step is, and its path there.
func (f *Folder) treeOf(file string) (tree, string) {
	if name, ok := strings.CutPrefix(file, Beside); ok {
		return f.pictures, name
	}
	return f.content, file
}

// sibling returns the entry of a folder with that name, or else one whose name differs from
// it only in case, or "".
func sibling(entries []fs.DirEntry, name string) (there string) {
	for _, e := range entries {
		if e.Name() == name {
			return name
		}
		if strings.EqualFold(e.Name(), name) {
			there = e.Name()
		}
	}
	return there
}
