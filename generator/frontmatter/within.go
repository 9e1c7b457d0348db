package frontmatter

import (
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/tomlindex"
)

// Within returns the place of a part of a text value: length bytes from offset in the
// decoded text, in which white space may have been trimmed and joined. If the value has
// another text, it returns the place of the whole value.
func (d *Document) Within(offset, length int, text string, path ...any) diag.Range {
	e, found := d.positions().At(path)
	if !found {
		return d.Whole()
	}
	start, end, ok := d.spellingOf(e, text).Piece(offset, offset+length)
	if !ok || length <= 0 || offset+length > len(text) {
		return d.Value(path...)
	}
	return d.Range(e.ValueStart+start, e.ValueStart+end)
}

// InBody returns the place of a part of Body, given byte offsets in it.
func (d *Document) InBody(start, end int) diag.Range {
	return d.Range(d.bodyStart+start, d.bodyStart+end)
}

// spellingOf caches the last result: a text with one problem often has a thousand.
func (d *Document) spellingOf(e tomlindex.Entry, text string) tomlindex.Spelling {
	d.spellingMutex.Lock()
	defer d.spellingMutex.Unlock()
	if raw := d.Text()[e.ValueStart:e.ValueEnd]; !d.spelling.Spells(raw, text) {
		d.spelling = tomlindex.SpellingOf(raw, text)
	}
	return d.spelling
}
