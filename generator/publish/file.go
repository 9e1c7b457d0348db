package publish

import "io"

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
}
