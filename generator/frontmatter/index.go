package frontmatter

import (
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/tomlindex"
)

// Key is where the key at the path stands. For a path that is not in the file
// it answers with the nearest thing round it, in the end the file as a whole.
func (d *Document) Key(path ...any) diag.Range {
	e, found := d.positions().At(path)
	if !found {
		return d.Whole()
	}
	return d.Range(e.KeyStart, e.KeyEnd)
}

// Value is where the value at the path stands; a table, which has none, answers
// with its header.
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

// Has reports whether the file itself holds something at the path.
func (d *Document) Has(path ...any) bool {
	_, ok := d.positions()[tomlindex.Path(path).String()]
	return ok
}

// Spelled is the value at the path as the file has it, or "".
func (d *Document) Spelled(path ...any) string {
	e := d.positions()[tomlindex.Path(path).String()]
	return d.Text()[e.ValueStart:e.ValueEnd]
}

// positions is made on demand: most files have no problem to point at.
func (d *Document) positions() tomlindex.Index {
	d.indexOnce.Do(func() { d.index = tomlindex.Of(d.meta, d.metaStart) })
	return d.index
}
