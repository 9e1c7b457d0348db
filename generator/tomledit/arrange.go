package tomledit

import (
	"slices"
	"strconv"

	"pleinwijzer/generator/tomlindex"
)

// An Item is what a list should have in one place: one of its items, or a new one.
type Item struct {
	From int    // the number of an item in the original text, or -1
	New  Value  // if From is -1
	Name string // of a new table that has a name
}

// A Value is a new value. It is a spelling, a table if there are Fields, or a list of tables
// if there are Blocks.
type Value struct {
	Spelled string
	Fields  []Field
	Blocks  [][]Field
}

// A Field is a field of a new table.
type Field struct {
	Key   string
	Value Value
}

// Arrange gives the list at the path these items, in this order. Items of the list that are
// not among them are removed, with the remarks that belong to them.
func (e *Editor) Arrange(path tomlindex.Path, items []Item) {
	if n := e.nodes[path.String()]; n != nil {
		e.arrangeInside(n, items)
		return
	}
	var paths []tomlindex.Path
	for i := 0; ; i++ {
		block := append(slices.Clone(path), i)
		if e.sectionAt(block) == nil {
			break
		}
		paths = append(paths, block)
	}
	if inline := e.inlineAround(path); len(paths) == 0 && inline != nil {
		e.addInside(inline, path[len(inline.Path):], e.spell(Value{Blocks: newBlocks(items)}))
		return
	}
	e.arrange(paths, items, func(i Item) []*section { return e.blocks(path, i.New.Fields) })
}

// ArrangeTables does the same with tables that have names, which are those of the items in
// the original text. A new one has the name of its item.
func (e *Editor) ArrangeTables(path tomlindex.Path, names []string, items []Item) {
	paths := make([]tomlindex.Path, len(names))
	for i, name := range names {
		paths[i] = append(slices.Clone(path), name)
	}
	e.arrange(paths, items, func(i Item) []*section {
		own := append(slices.Clone(path), i.Name)
		return e.table(own, "["+keys(own)+"]", keys(own), i.New.Fields)
	})
}

// Arrangeable reports whether the tables of a list have headers of their own, or are items
// between brackets, so that they can be put in another order.
func (e *layout) Arrangeable(path tomlindex.Path, names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return e.sectionAt(append(slices.Clone(path), name)) == nil })
}

func newBlocks(items []Item) (blocks [][]Field) {
	for _, item := range items {
		blocks = append(blocks, item.New.Fields)
	}
	return blocks
}

// inlineAround returns the nearest table between braces around a path.
func (e *layout) inlineAround(path tomlindex.Path) *node {
	for n := len(path) - 1; n > 0; n-- {
		if around := e.nodes[tomlindex.Path(path[:n]).String()]; around != nil {
			return around
		}
	}
	return nil
}

func (e *Editor) arrangeInside(list *node, items []Item) {
	children := list.children
	list.change()
	list.now = nil
	for _, child := range children {
		child.removed = !slices.ContainsFunc(items, func(i Item) bool { return i.From >= 0 && children[i.From] == child })
	}
	for _, item := range items {
		el := element{text: e.spell(item.New)}
		if item.From >= 0 {
			el = element{node: children[item.From]}
		}
		list.now = append(list.now, el)
	}
	if len(items) == 0 {
		e.remove(list)
	}
}

// spell writes a value on one line.
func (e *Editor) spell(v Value) string {
	switch {
	case len(v.Blocks) > 0:
		text := "["
		for i, block := range v.Blocks {
			if i > 0 {
				text += ", "
			}
			text += e.spell(Value{Fields: block})
		}
		return text + "]"
	case len(v.Fields) > 0:
		text := "{ "
		for i, f := range v.Fields {
			if i > 0 {
				text += ", "
			}
			text += keys(tomlindex.Path{f.Key}) + " = " + e.spell(f.Value)
		}
		return text + " }"
	}
	return v.Spelled
}

// blocks returns the sections of a new block of the list at the path.
func (e *Editor) blocks(path tomlindex.Path, fields []Field) []*section {
	// The number of a new block is only to tell it from those that are there.
	e.fresh++
	own := append(slices.Clone(path), "+"+strconv.Itoa(e.fresh))
	return e.table(own, "[["+keys(path)+"]]", keys(path), fields)
}

// table returns the sections of a new table with a header. Lists in it come below it, with
// headers of their own.
func (e *Editor) table(path tomlindex.Path, header, name string, fields []Field) []*section {
	s := &section{path: path, lines: []string{header + e.newline}}
	all := []*section{s}
	var add func(at tomlindex.Path, fields []Field)
	add = func(at tomlindex.Path, fields []Field) {
		for _, f := range fields {
			here := append(slices.Clone(at), f.Key)
			switch {
			case len(f.Value.Blocks) > 0:
				for _, block := range f.Value.Blocks {
					full := name + "." + keys(here)
					all = append(all, e.table(append(slices.Clone(path), here...), "[["+full+"]]", full, block)...)
				}
			case len(f.Value.Fields) > 0:
				add(here, f.Value.Fields)
			default:
				s.lines = append(s.lines, keys(here)+" = "+e.lines(f.Value.Spelled)+e.newline)
			}
		}
	}
	add(nil, fields)
	return all
}

// insert adds an empty section for the table at the path.
func (e *Editor) insert(path tomlindex.Path, header string) *section {
	s := &section{path: slices.Clone(path), lines: []string{header + e.newline}}
	e.insertAt(path, s)
	return s
}

func (e *layout) insertAt(path tomlindex.Path, fresh ...*section) {
	place, at := e.placeFor(path)
	e.places[place] = slices.Insert(e.places[place], at, fresh...)
}

// placeFor returns where a new section belongs: after the last one that comes before it in
// the nearest table around it that has sections.
func (e *layout) placeFor(path tomlindex.Path) (place, at int) {
	for n := len(path) - 1; ; n-- {
		around := path[:n]
		order := e.order(around)
		rank := func(key any) int {
			for i, k := range order {
				if k == key {
					return i
				}
			}
			return len(order)
		}
		best, found, first := -2, false, -1
		firstAt := 0
		for p, all := range e.places {
			for i, s := range all {
				if !under(s.path, around) {
					continue
				}
				own := -1
				if len(s.path) > n {
					own = rank(s.path[n])
				}
				if own <= rank(path[n]) && own >= best {
					best, found, place, at = own, true, p, i+1
				}
				if first < 0 {
					first, firstAt = p, i
				}
			}
		}
		switch {
		case found:
			return place, at
		case first >= 0:
			return first, firstAt
		}
	}
}
