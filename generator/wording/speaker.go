package wording

import (
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/frontmatter"
)

// A speaker says the problems of one field, or of the form as a whole.
type speaker struct {
	own    *frontmatter.Field // nil if it is about the form as a whole
	nearby []frontmatter.Field
	all    []frontmatter.Field
}

// speakerAt finds the field with a name, and those beside it.
func speakerAt(kind content.Kind, name string) *speaker {
	s := &speaker{nearby: kind.Fields, all: allFields(kind.Fields)}
	for part := range strings.SplitSeq(name, ".") {
		i := slices.IndexFunc(s.nearby, func(f frontmatter.Field) bool { return f.Key == part })
		if i < 0 { // the number of a block, a language, or a list that has another name in the file
			continue
		}
		s.own = &s.nearby[i]
		if len(s.own.Fields) > 0 {
			s.nearby = s.own.Fields
		}
	}
	if body := edit.Body(kind); name == body.Key {
		s.own = &body
	}
	return s
}

func allFields(fields []frontmatter.Field) []frontmatter.Field {
	all := slices.Clone(fields)
	for _, f := range fields {
		all = append(all, allFields(f.Fields)...)
	}
	return all
}

// chooses reports whether a form has a list to choose from.
func (s *speaker) chooses() bool {
	if s.own == nil {
		return false
	}
	switch input := edit.ListsOf(&content.Content{}).Input(*s.own); input.Widget {
	case edit.Choice, edit.Choices:
		return true
	}
	return false
}

// labelOf is what a form calls a field, or "".
func (s *speaker) labelOf(key string) string {
	for _, fields := range [][]frontmatter.Field{s.nearby, s.all} {
		if i := slices.IndexFunc(fields, func(f frontmatter.Field) bool { return f.Key == key }); i >= 0 {
			return fields[i].Label
		}
	}
	return ""
}
