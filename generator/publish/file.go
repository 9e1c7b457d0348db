package publish

import (
	"io"
	"sync/atomic"
)

// File is one file of the site: where it goes and how its bytes come about.
type File struct {
	// Path is relative to the output folder, with forward slashes and without
	// "." or ".." elements, such as "pleinen/loon-op-zand/index.html".
	Path string

	// Render writes the whole file. It depends on nothing but what it closed
	// over, so it may run at any time, beside any other Render, more than once,
	// and writes the same bytes each time.
	Render func(w io.Writer) error

	// Named says that the path names the bytes: it holds a hash of all that they
	// are made from. A file that an earlier build published under that path is up
	// to date, and is not rendered to find that out.
	Named bool

	// Timed says that the file shows the exact moment of the build, so that it differs
	// every time.
	Timed bool
}

// Together returns files that tell when each of them was rendered: then what was kept
// for them can go. It is told again when that happens again.
func Together(files []File, rendered func()) []File {
	var count atomic.Int64
	together := make([]File, len(files))
	for i, f := range files {
		together[i] = f
		together[i].Render = func(w io.Writer) error {
			err := f.Render(w)
			if count.Add(1)%int64(len(files)) == 0 {
				rendered()
			}
			return err
		}
	}
	return together
}
