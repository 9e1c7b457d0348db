package tomledit

import (
	"slices"

	"pleinwijzer/generator/tomlindex"
)

// arrange puts blocks that have headers in the order of the items. What is between them
// stays where it is.
func (e *layout) arrange(blocks []tomlindex.Path, items []Item, fresh func(Item) []*section) {
	var wanted, kept []int
	for _, item := range items {
		if item.From >= 0 {
			wanted = append(wanted, item.From)
		}
	}
	kept = slices.Sorted(slices.Values(wanted))
	home := e.homeOf(blocks)
	taken := map[int][]*section{}
	for i, block := range blocks {
		at, stays := slices.BinarySearch(kept, i)
		if !stays || wanted[at] != i {
			taken[i] = e.take(block)
		}
	}
	for at, i := range wanted {
		if slot := kept[at]; slot != i {
			e.places[home[slot]] = slices.Concat(taken[i], e.places[home[slot]])
		}
	}
	e.insertNew(blocks, items, home, fresh)
}

// insertNew adds the new blocks, each after the one before it.
func (e *layout) insertNew(blocks []tomlindex.Path, items []Item, home []int, fresh func(Item) []*section) {
	var last *section
	for at, item := range items {
		if item.From >= 0 {
			for s := range e.sections {
				if under(s.path, blocks[item.From]) {
					last = s
				}
			}
			continue
		}
		added := fresh(item)
		next := slices.IndexFunc(items[at:], func(i Item) bool { return i.From >= 0 })
		switch {
		case last != nil:
			e.insertBeside(last, 1, added)
		case next >= 0:
			e.insertBeside(e.sectionAt(blocks[items[at+next].From]), 0, added)
		case len(blocks) > 0:
			e.places[home[0]] = slices.Concat(added, e.places[home[0]])
		default:
			e.insertAt(added[0].path, added...)
		}
		last = added[len(added)-1]
	}
}

// homeOf returns the place in which each block begins.
func (e *layout) homeOf(blocks []tomlindex.Path) []int {
	home := make([]int, len(blocks))
	for i, block := range blocks {
		home[i] = slices.IndexFunc(e.places, func(all []*section) bool {
			return slices.ContainsFunc(all, func(s *section) bool { return under(s.path, block) })
		})
	}
	return home
}

// take removes the sections of a block from their places.
func (e *layout) take(block tomlindex.Path) (taken []*section) {
	for place, all := range e.places {
		e.places[place] = slices.DeleteFunc(all, func(s *section) bool {
			if !under(s.path, block) {
				return false
			}
			taken = append(taken, s)
			return true
		})
	}
	return taken
}

// insertBeside adds sections before or after another one.
func (e *layout) insertBeside(s *section, after int, added []*section) {
	for place, all := range e.places {
		if at := slices.Index(all, s); at >= 0 {
			e.places[place] = slices.Insert(all, at+after, added...)
			return
		}
	}
}
