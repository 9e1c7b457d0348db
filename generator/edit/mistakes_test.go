package edit

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/typed"
)

// A mistake is a file with exactly one thing wrong in it.
type mistake struct{ name, text string }

// A table is the fields of a record, or of a block in a record.
type table struct {
	file   string
	block  string              // its key in the record; "" for the record itself
	owner  reflect.Type        // the type that has these fields, if known
	record []frontmatter.Field // the fields of the record around the block
	fields []frontmatter.Field
}

func tables() []table {
	var all []table
	add := func(file string, owner reflect.Type, fields []frontmatter.Field) {
		all = append(all, table{file, "", owner, fields, fields})
		for _, f := range fields {
			switch t := f.Type; {
			case len(f.Fields) == 0:
			case t.Kind() == reflect.Slice:
				all = append(all, table{file, f.Key, t.Elem(), fields, f.Fields})
			case t.Kind() == reflect.Struct:
				all = append(all, table{file, f.Key, t, fields, f.Fields})
			}
		}
	}
	for _, k := range content.Kinds {
		add(k.Folder+"/proef.toml", k.Type, k.Fields)
	}
	add("onderwerpen.toml", nil, content.OnderwerpFields)
	add("site.toml", nil, content.SiteFields)
	return all
}

// alsoNeeded lists fields that are required although no schema says so: in a .md file the
// text comes after the fields.
var alsoNeeded = map[string]string{
	"spreekuren/proef.toml ": "tekst", "spreekuren/proef.toml afwijkend": "vervalt", "paginas/proef.toml ": "tekst",
	"pleinen/proef.toml afwijkend": "gesloten", "agenda/proef.toml sprekers": "rol",
}

func (t table) name() string { return t.file + " " + t.block }

// right returns the fields that the table requires, by key, and no others.
func (t table) right() map[string]string {
	values := map[string]string{}
	for _, f := range t.fields {
		if f.Required || f.Key == alsoNeeded[t.name()] {
			values[f.Key] = f.Example
		}
	}
	if ways := content.Ways[t.owner]; len(ways) > 0 {
		for _, key := range ways[0] {
			values[key] = find(t.fields, key).Example
		}
	}
	return values
}

// text returns a file with these values in the table, and with everything else that it
// requires.
func (t table) text(values map[string]string) string {
	var b strings.Builder
	if t.file == "onderwerpen.toml" {
		b.WriteString("[geld]\n")
	}
	if t.block != "" {
		whole := table{file: t.file, owner: t.ownerOfRecord(), record: t.record, fields: t.record}
		outer := whole.right()
		if t.block == "tijden" {
			delete(outer, "dag")
			delete(outer, "tijd")
		}
		b.WriteString(lines(outer) + find(t.record, t.block).Example + "\n")
	}
	return b.String() + lines(values)
}

func (t table) ownerOfRecord() reflect.Type {
	for _, k := range content.Kinds {
		if strings.HasPrefix(t.file, k.Folder+"/") {
			return k.Type
		}
	}
	return nil
}

func lines(values map[string]string) string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(values)) {
		b.WriteString(key + " = " + values[key] + "\n")
	}
	return b.String()
}

// mistakes returns everything that can be wrong with one key of the table.
func (t table) mistakes() []mistake {
	var all []mistake
	add := func(name string, change func(values map[string]string)) {
		values := t.right()
		change(values)
		all = append(all, mistake{t.name() + ": " + name, t.text(values)})
	}
	add("an unknown key", func(v map[string]string) { v["onbekend_veld"] = `"x"` })
	for key := range t.right() {
		if key != alsoNeeded[t.name()] {
			add("without "+key, func(v map[string]string) { delete(v, key) })
		}
	}
	for _, f := range t.fields {
		wrong := func(what, spelled string) {
			add(fmt.Sprintf("%s is %s", f.Key, what), func(v map[string]string) { v[f.Key] = spelled })
		}
		if len(f.Fields) > 0 || f.Type.Kind() == reflect.Map {
			wrong("no block", `"x"`)
			continue
		}
		wrong("a table", "{ x = 1 }")
		item := f.Type
		if f.IsList() {
			item = item.Elem()
		}
		for item.Kind() == reflect.Pointer {
			item = item.Elem()
		}
		switch {
		case typed.FormOf(item).Pattern != "":
			wrong("of no form", `"?? ??"`)
			wrong("a number", "7.5")
		case len(f.Choices) > 0:
			wrong("no choice", `"iets anders"`)
		case item.Kind() == reflect.String:
			wrong("true", "true")
		default:
			wrong("text", `"x"`)
		}
		if f.Required {
			wrong("empty", `" "`)
		}
	}
	return all
}

// TestMistakes makes every mistake that is possible with one key, in every table of every
// kind. The program calls each of them an error, and so must the schema.
func TestMistakes(t *testing.T) {
	v, n := newValidator(t), 0
	for _, table := range tables() {
		text := table.text(table.right())
		if err := v.validate(table.file, []byte(text)); err != nil || isWrong(table.file, text) {
			t.Errorf("%s: what should be right is wrong: %v\n%s", table.name(), err, text)
			continue
		}
		for _, m := range table.mistakes() {
			n++
			if !isWrong(table.file, m.text) {
				t.Errorf("%s: the program sees no mistake in\n%s", m.name, m.text)
			}
			if v.validate(table.file, []byte(m.text)) == nil {
				t.Errorf("%s: the schema accepts\n%s", m.name, m.text)
			}
		}
	}
	if n < 500 {
		t.Errorf("only %d mistakes were made", n)
	}
	t.Logf("the schemas refuse each of %d mistakes", n)
}

// isWrong reports whether the program finds an error in the file. The records that it
// refers to do not exist, so a reference is only wrong if it cannot be a name.
func isWrong(name, text string) bool {
	fsys := fstest.MapFS{"site.toml": {Data: []byte("titel = \"Site\"\nadres = \"https://voorbeeld.nl\"\n")}}
	fsys[name] = &fstest.MapFile{Data: []byte(text)}
	c, problems, err := contentfs.Read(fsys)
	if err != nil || problems.HasErrors() {
		return true
	}
	_, problems = catalog.Resolve(c, catalog.Options{Now: time.Now()})
	return slices.ContainsFunc(problems, func(d diag.Diagnostic) bool { return strings.Contains(d.Excerpt, "?? ??") })
}
