package publish

import (
	"slices"
	"strings"
)

// list is a set of paths, sorted.
type list []string

func newList(paths []string) list {
	slices.Sort(paths)
	return slices.Compact(paths)
}

func (l list) has(p string) bool {
	_, ok := slices.BinarySearch(l, p)
	return ok
}

// hasUnder reports whether any path of l lies in the folder dir.
func (l list) hasUnder(dir string) bool {
	i, _ := slices.BinarySearch(l, dir+"/")
	return i < len(l) && strings.HasPrefix(l[i], dir+"/")
}

func (l list) with(m list) list {
	return newList(slices.Concat(l, m))
}

func (l list) without(m list) list {
	return slices.DeleteFunc(slices.Clone(l), m.has)
}
