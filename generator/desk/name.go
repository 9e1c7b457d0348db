package desk

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/saving"
	"pleinwijzer/generator/typed"
)

// tellApart are the fields that tell records with the same title apart: many pleinen have a
// spreekuur of the same name, and a course is announced each year. What is the same in
// these too is probably the same record, saved twice.
var tellApart = [...]string{"plein", "datum", "plaats"}

// nameFor returns the name of a new file: the one that was chosen, or else that of its
// title, and if another record has that name, of its title and its plein, date or place.
func nameFor(folder *saving.Folder, kind content.Kind, p post) string {
	if kind.Name == content.SourcesFile.Name {
		return contentfs.SourcesFile
	}
	named := func(slug string) string { return path.Join(kind.Folder, slug+".md") }
	if slug := typed.Slugify(p.slug); slug != "" {
		return named(slug)
	}
	title := typed.Shorten(typed.Slugify(p.values.Get(kind.Fields[0].Key))) // titel or naam
	if title == "" {
		return numbered(folder, kind, p)
	}
	there, err := folder.Read(named(title))
	if err != nil {
		return named(title)
	}
	f, unreadable := form.Read(kind, named(title), there.Data, edit.Lists{})
	if unreadable != nil {
		return named(title)
	}
	for _, key := range tellApart {
		own := filled(p.values[key])
		i := slices.IndexFunc(f.Fields, func(f form.Field) bool { return f.Name == key })
		if i >= 0 && len(own) > 0 && !slices.Equal(f.Fields[i].Texts, own) {
			return named(typed.Shorten(title + "-" + typed.Slugify(own[0])))
		}
	}
	return named(title)
}

// numbered returns the name of a file whose title has no letter that an address can have, such
// as one in Arabic or of signs only: that of its kind, with the first number that is free. A
// file with all that the post says is the same one, saved twice.
func numbered(folder *saving.Folder, kind content.Kind, p post) string {
	for number := 1; ; number++ {
		name := path.Join(kind.Folder, fmt.Sprintf("%s-%d.md", kind.Name, number))
		if folder.There(name) == "" {
			return name
		}
		there, err := folder.Read(name)
		if err != nil {
			continue
		}
		f, unreadable := form.Read(kind, name, there.Data, edit.Lists{})
		if unreadable == nil && !slices.ContainsFunc(f.Fields, func(f form.Field) bool { return p.differs(f) }) {
			return name
		}
	}
}

// differs reports whether a post has another text for a field.
func (p post) differs(f form.Field) bool {
	switch f.Widget {
	case edit.Line, edit.Markdown, edit.Date, edit.Choice:
		return strings.TrimSpace(strings.Join(filled(p.values[f.Name]), " ")) != strings.Join(f.Texts, " ")
	}
	return false
}

func filled(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(s string) bool { return s == "" })
}

// exists says that there is a record of that name, and where to change it.
func (v *formView) exists(kind content.Kind, p post, r *saving.Refusal) {
	v.There = editURL(r.File)
	if p.slug != "" || kind.Folder == "" {
		v.Notice = "Er is niets bewaard. " + refusalWords(r)
		return
	}
	label := kind.Fields[0].Label
	v.Notice = fmt.Sprintf("Er is niets bewaard. Er is al een %s met deze %s. Is dat hetzelfde? Verander dan wat er al is. "+
		"Is dit iets anders? Verander dan hier het veld %q.", kind.Name, strings.ToLower(label), label)
}
