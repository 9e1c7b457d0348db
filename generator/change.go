package generator

import "slices"

// A Change says what may differ from the last time: paths in the content folder, of
// files or folders, sorted, where "." is all of it; and whether a layout or an asset
// does.
type Change struct {
	Content []string
	Look    bool
}

// Everything is a change that leaves nothing as it was.
var Everything = Change{Content: []string{"."}, Look: true}

// manyPaths is the number of changed paths above which it is as fast to read the
// whole folder: after a switch to another branch, say.
const manyPaths = 200

// With returns what both changes say.
func (c Change) With(other Change) Change {
	paths := slices.Concat(c.Content, other.Content)
	slices.Sort(paths)
	paths = slices.Compact(paths)
	if len(paths) > manyPaths || slices.Contains(paths, ".") {
		paths = []string{"."}
	}
	return Change{Content: paths, Look: c.Look || other.Look}
}

// IsEmpty reports whether nothing differs.
func (c Change) IsEmpty() bool { return len(c.Content) == 0 && !c.Look }
