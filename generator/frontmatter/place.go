package frontmatter

import "pleinwijzer/generator/tomlindex"

// A place is where the value in hand stands in its record. The path to it is a stack, of
// which a Path is made only for a problem: most values have none.
type place struct {
	root   []Field
	values map[string]any // of the whole record
	alone  bool           // one value is looked at, outside a record
	path   []step
}

type step struct {
	key  string
	item int // the place in a list, from 1; 0 for a key
}

func (p *place) enter(s step) { p.path = append(p.path, s) }
func (p *place) leave()       { p.path = p.path[:len(p.path)-1] }

// at is the path to the value in hand, or to what the steps lead to from there.
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

// takes reports whether a line or block of that name can stand in the record, told
// from the place of the value in hand: the day and the hours of the record itself, or
// of one of its blocks of times.
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

// inBlock reports whether the value in hand is one of a block of the record.
func (p *place) inBlock() bool { return len(p.path) > 1 }

// inList reports whether it is an item of a list.
func (p *place) inList() bool { return len(p.path) > 0 && p.path[len(p.path)-1].item > 0 }
