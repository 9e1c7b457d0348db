package frontmatter

import (
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/tomlindex"
)

// Within is where a piece of a text value stands: length bytes from offset in
// the decoded text, of which white space may have been trimmed and joined. Where
// the text is not that of the value it answers with the whole value.
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

// InBody is where a piece of Body stands, by byte offsets in it.
func (d *Document) InBody(start, end int) diag.Range {
	return d.Range(d.bodyStart+start, d.bodyStart+end)
}

// spellingOf keeps the last answer: what has one problem often has a thousand.
func (d *Document) spellingOf(e tomlindex.Entry, text string) tomlindex.Spelling {
	d.spellingMutex.Lock()
	defer d.spellingMutex.Unlock()
	if raw := d.Text()[e.ValueStart:e.ValueEnd]; !d.spelling.Spells(raw, text) {
		d.spelling = tomlindex.SpellingOf(raw, text)
	}
	return d.spelling
}
