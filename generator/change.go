package generator

import "slices"

// A Change says what may have changed since the last time: paths of files or folders in
// the content folder, sorted, where "." means all of it; and whether a layout or an asset
// may have.
type Change struct {
	Content []string
	Look    bool
}

// Everything is the change after which nothing can be reused.
var Everything = Change{Content: []string{"."}, Look: true}

// manyPaths is the number of changed paths above which it is just as fast to read the
// whole folder, for example after switching to another branch.
const manyPaths = 200

// With returns the combination of two changes.
func (c Change) With(other Change) Change {
	paths := slices.Concat(c.Content, other.Content)
	slices.Sort(paths)
	paths = slices.Compact(paths)
	if len(paths) > manyPaths || slices.Contains(paths, ".") {
		paths = []string{"."}
	}
	return Change{Content: paths, Look: c.Look || other.Look}
}

// IsEmpty reports whether nothing has changed.
func (c Change) IsEmpty() bool { return len(c.Content) == 0 && !c.Look }
