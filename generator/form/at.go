package form

import (
	"path"
	"slices"
	"strconv"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/tomlindex"
)

// FieldOf returns the name of the field that a problem in the file is about: one that is
// there, or one that is missing. It may be the name of a block, such as "afwijkend.1", and is
// "" if the problem is about the file as a whole.
func FieldOf(kind content.Kind, file string, data []byte, problem diag.Diagnostic) string {
	name := FieldAt(kind, file, data, problem.Range)
	switch {
	case problem.Missing == "":
		return name
	case name == "":
		return problem.Missing
	}
	return name + "." + problem.Missing
}

// FieldAt returns the name of the field at a place in the file, that of a block, or "".
func FieldAt(kind content.Kind, file string, data []byte, at diag.Range) string {
	r, problem := open(kind, file, data, edit.Lists{})
	switch {
	case problem != nil || at.Line == 0 || at.Line == 1 && at.Column == 1 && at.Length == 0:
		return ""
	case path.Ext(file) != ".toml" && at.Line >= r.doc.BodyLine():
		return edit.Body(kind).Key
	}
	found := r.doc.PathAt(at.Line, at.Column)
	if found == nil {
		return ""
	}
	return nameOf(r.form(), found)
}

// nameOf returns the name of what is at a path, or of the nearest thing around it.
func nameOf(fields []Field, at tomlindex.Path) string {
	for _, f := range fields {
		switch {
		case f.at != nil && !under(at, f.at):
		case f.Widget == edit.Group:
			return inBlock(f.Name, f.Blocks[0], at)
		case f.Widget == edit.Blocks:
			i := slices.IndexFunc(f.steps, func(step tomlindex.Path) bool { return under(at, step) })
			if i >= 0 {
				return inBlock(f.word(i), f.Blocks[i], at)
			}
			if f.at != nil {
				return f.Name
			}
		case f.at != nil:
			return f.Name
		}
	}
	return ""
}

func inBlock(name string, block []Field, at tomlindex.Path) string {
	if inner := nameOf(block, at); inner != "" {
		return inner
	}
	return name
}

// word is the name of a block in the file.
func (f *Field) word(i int) string {
	if f.Fixed {
		return f.Name + "." + f.steps[i][len(f.steps[i])-1].(string)
	}
	return f.Name + "." + strconv.Itoa(i)
}

func under(path, above tomlindex.Path) bool {
	return len(path) >= len(above) && path[:len(above)].String() == above.String()
}
