package frontmatter

// Values returns the fields as they are in the file: texts, numbers, dates, lists and
// tables, before they are bound to a record. Lines that cannot be read are left out (see
// [Document.Partial]); the result is nil if it cannot be known what the file means.
func (d *Document) Values() map[string]any {
	values, _ := d.values()
	return values
}
