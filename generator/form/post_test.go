package form_test

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// everything is the post of a page on which nobody changed anything: each input gives back
// what it shows, as browsers do.
func everything(fields []form.Field) url.Values {
	posted := url.Values{}
	for f := range leaves(fields) {
		posted[f.Name] = browser(f, f.Texts)
	}
	for f := range lists(fields) {
		posted[f.Name] = words(f)
	}
	return posted
}

// browser is what an input posts if it has these texts.
func browser(f *form.Field, texts []string) []string {
	switch f.Widget {
	case edit.Choices, edit.Dates:
		return append([]string{""}, texts...)
	case edit.Lines:
		return []string{strings.Join(texts, "\r\n")}
	case edit.Markdown:
		return []string{strings.ReplaceAll(strings.Join(texts, "\n"), "\n", "\r\n")}
	}
	return []string{strings.Join(texts, " ")}
}

// words are the words of the blocks that are in the file.
func words(f *form.Field) []string {
	all := []string{""}
	for i := range f.Blocks {
		all = append(all, strconv.Itoa(i))
	}
	return all
}

// leaves yields the fields with texts, those in blocks included.
func leaves(fields []form.Field) func(func(*form.Field) bool) {
	return func(yield func(*form.Field) bool) {
		each(fields, func(f *form.Field) bool { return f.Widget == edit.Group || f.Widget == edit.Blocks || yield(f) })
	}
}

// lists yields the lists of blocks that someone can change.
func lists(fields []form.Field) func(func(*form.Field) bool) {
	return func(yield func(*form.Field) bool) {
		each(fields, func(f *form.Field) bool { return f.Widget != edit.Blocks || f.Fixed || yield(f) })
	}
}

func each(fields []form.Field, visit func(*form.Field) bool) bool {
	for i := range fields {
		if !visit(&fields[i]) {
			return false
		}
		for _, block := range fields[i].Blocks {
			if !each(block, visit) {
				return false
			}
		}
	}
	return true
}

// file is one content file of a test.
type file struct {
	kind content.Kind
	name string
	data []byte
}

func newFile(t testing.TB, name string, data []byte) file {
	t.Helper()
	kind, ok := contentfs.KindOf(name)
	if !ok {
		t.Fatalf("%s is no content", name)
	}
	return file{kind, name, data}
}

func (f file) read(t testing.TB) []form.Field {
	t.Helper()
	read, problem := form.Read(f.kind, f.name, f.data, edit.Lists{})
	if problem != nil {
		t.Fatalf("%s: %v", f.name, *problem)
	}
	return read.Fields
}

// change posts, and wants no problem.
func (f file) change(t testing.TB, posted url.Values) file {
	t.Helper()
	data, problems := form.Change(f.kind, f.name, f.data, posted)
	if len(problems) > 0 {
		t.Fatalf("%s\n%s\n%v\n%v", f.name, f.data, posted, problems)
	}
	return file{f.kind, f.name, data}
}
