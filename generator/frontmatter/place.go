package frontmatter

import "pleinwijzer/generator/tomlindex"

// A place is where the current value is in its record. The path to it is kept as a
// stack, and only made into a Path for a problem: most values have none.
type place struct {
	root   []Field
	values map[string]any // all values of the record
	alone  bool           // a single value is checked, outside a record
	path   []step
}

type step struct {
	key  string
	item int // the index in a list plus 1, or 0 for a key
}

func (p *place) enter(s step) { p.path = append(p.path, s) }
func (p *place) leave()       { p.path = p.path[:len(p.path)-1] }

// at returns the path to the current value, or to what is reached from there by further
// steps.
func (p *place) at(further ...any) tomlindex.Path {
	path := make(tomlindex.Path, 0, len(p.path)+len(further))
	for _, s := range p.path {
		if s.item > 0 {
			path = append(path, s.item-1)
		} else {
			path = append(path, s.key)
		}
	}
	return append(path, further...)
}

// takes reports whether a line or block with that name is possible in the record, as
// seen from the current value: the day and the hours of the record itself, or those of
// one of its blocks of times.
func (p *place) takes(key string) bool {
	if p.alone {
		return key != "tijden" && key != "dag" && key != "tijd"
	}
	inBlock := p.inBlock()
	if inBlock && (p.path[0].key != "tijden" || key == "data" || key == "tijden") {
		return false
	}
	for i := range p.root {
		if p.root[i].Key == key {
			return key != "dag" && key != "tijd" || !inBlock
		}
	}
	return false
}

// inBlock reports whether the current value is in a block of the record.
func (p *place) inBlock() bool { return len(p.path) > 1 }

// inList reports whether the current value is an item of a list.
func (p *place) inList() bool { return len(p.path) > 0 && p.path[len(p.path)-1].item > 0 }
