package frontmatter

import (
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/tomlindex"
)

// Key returns the place of the key at the path. If the path is not in the file, it
// returns the place of the nearest thing around it, or else of the file as a whole.
func (d *Document) Key(path ...any) diag.Range {
	e, found := d.positions().At(path)
	if !found {
		return d.Whole()
	}
	return d.Range(e.KeyStart, e.KeyEnd)
}

// Value returns the place of the value at the path. A table has no value of its own;
// its place is that of its header.
func (d *Document) Value(path ...any) diag.Range {
	e, found := d.positions().At(path)
	switch {
	case !found:
		return d.Whole()
	case e.ValueEnd == 0:
		return d.Range(e.KeyStart, e.KeyEnd)
	}
	return d.Range(e.ValueStart, e.ValueEnd)
}

// Has reports whether the file itself has something at the path.
func (d *Document) Has(path ...any) bool {
	_, ok := d.positions()[tomlindex.Path(path).String()]
	return ok
}

// Spelled returns the value at the path as it is written in the file, or "".
func (d *Document) Spelled(path ...any) string {
	e := d.positions()[tomlindex.Path(path).String()]
	return d.Text()[e.ValueStart:e.ValueEnd]
}

// positions is made on demand: most files have no problem to point at.
func (d *Document) positions() tomlindex.Index {
	d.indexOnce.Do(func() { d.index = tomlindex.Of(d.meta, d.metaStart) })
	return d.index
}

// PathAt returns the path of the smallest thing at a line and a column, or else on that
// line; nil if there is nothing.
func (d *Document) PathAt(line, column int) tomlindex.Path {
	at := d.offset(line, column)
	var on, inside tomlindex.Path
	for _, p := range tomlindex.Pieces(d.meta, d.metaStart) {
		end := max(p.KeyEnd, p.ValueEnd)
		switch {
		case p.KeyStart <= at && at < end:
			inside = p.Path
		case on == nil && d.Range(p.KeyStart, end).Line == line:
			on = p.Path
		}
	}
	if inside == nil {
		return on
	}
	return inside
}

// offset returns the place in the text of a line and a column.
func (d *Document) offset(line, column int) int {
	at := 0
	for range line - 1 {
		end := strings.IndexByte(d.Text()[at:], '\n')
		if end < 0 {
			return len(d.Text())
		}
		at += end + 1
	}
	for i := range d.Text()[at:] {
		if column--; column == 0 {
			return at + i
		}
	}
	return len(d.Text())
}
