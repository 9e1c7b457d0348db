package form

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/tomlindex"
	"pleinwijzer/generator/typed"
)

// reader makes the fields of a form from a file.
type reader struct {
	kind   content.Kind
	doc    *frontmatter.Document
	data   []byte
	values map[string]any
	lists  edit.Lists
	extra  []typed.Language // languages that are in a post
}

// open reads a file. Without data it is a new one.
func open(kind content.Kind, file string, data []byte, lists edit.Lists) (*reader, *diag.Diagnostic) {
	r := &reader{kind: kind, data: data, lists: lists}
	if kind.Name == content.SourcesFile.Name {
		r.lists = edit.Lists{} // it names records of other directories
	}
	if len(data) == 0 {
		r.doc, r.data = frontmatter.Empty(file)
	} else {
		parse := frontmatter.Parse
		if kind.Name == content.Clauses.Name {
			parse = frontmatter.ParseText
		}
		var problem *diag.Diagnostic
		if r.doc, problem = parse(file, data); problem != nil {
			return nil, problem
		}
	}
	values, problems := r.doc.Values()
	if len(problems) > 0 {
		return nil, &problems[0]
	}
	r.values = values
	return r, nil
}

func (r *reader) isText() bool { return path.Ext(r.doc.File) == ".toml" }

// form returns the fields of the whole file.
func (r *reader) form() []Field {
	if r.kind.IsTable() {
		return []Field{r.table(r.kind.Fields[0])}
	}
	var all []Field
	body := edit.Body(r.kind)
	for _, f := range r.kind.Fields {
		if f.Key == body.Key && r.kind.Folder != "" {
			f = body
		}
		if f.Key == body.Key && r.kind.Folder != "" && !r.isText() {
			all = append(all, r.body(f))
			continue
		}
		all = append(all, r.field(f, tomlindex.Path{f.Key}, f.Key, r.values[f.Key]))
	}
	if r.kind.Name == content.Clauses.Name {
		all = append([]Field{r.body(body)}, all...)
	}
	return all
}

// body is the field for the text below the fields of a .md file.
func (r *reader) body(f frontmatter.Field) Field {
	made := Field{Field: f, Input: r.lists.Input(f), Name: f.Key}
	if text := made.shown(r.doc.Body()); text != "" {
		made.Texts = []string{text}
	}
	return made
}

// fields returns the fields of a table.
func (r *reader) fields(described []frontmatter.Field, at tomlindex.Path, name string, values map[string]any) []Field {
	all := make([]Field, len(described))
	for i, f := range described {
		all[i] = r.field(f, append(slices.Clone(at), f.Key), name+"."+f.Key, values[f.Key])
	}
	return all
}

// field returns one field, of which the file has the value; nil if it is not there.
func (r *reader) field(f frontmatter.Field, at tomlindex.Path, name string, value any) Field {
	made := Field{Field: f, Input: r.lists.Input(f), Name: name, at: at}
	switch {
	case made.Widget == edit.Group:
		table, ok := value.(map[string]any)
		made.odd(r, value != nil && !ok)
		made.Blocks = [][]Field{r.fields(f.Fields, at, name, table)}
	case made.Widget == edit.Blocks && f.IsMap():
		r.names(&made, value)
	case made.Widget == edit.Blocks:
		r.blocks(&made, value)
	default:
		r.texts(&made, value)
	}
	return made
}

// odd notes that the form cannot show what is in the file.
func (f *Field) odd(r *reader, is bool) {
	if is {
		f.Odd = cmp.Or(r.doc.Spelled(f.at...), strings.TrimSpace(r.doc.Key(f.at...).Excerpt))
	}
}

// blocks reads a list of tables.
func (r *reader) blocks(f *Field, value any) {
	var tables []map[string]any
	switch list := value.(type) {
	case nil:
	case []map[string]any:
		tables = list
	case []any:
		for _, item := range list {
			table, ok := item.(map[string]any)
			f.odd(r, !ok)
			tables = append(tables, table)
		}
	default:
		f.odd(r, true)
	}
	if f.Odd != "" {
		tables = nil
	}
	for i, table := range tables {
		f.add(r, append(slices.Clone(f.at), i), strconv.Itoa(i), table, "")
	}
	f.Blank = r.fields(f.Field.Fields, append(slices.Clone(f.at), "+"), f.Name+".+", nil)
}

// add adds a block that is in the file.
func (f *Field) add(r *reader, at tomlindex.Path, word string, table map[string]any, title string) {
	f.Blocks = append(f.Blocks, r.fields(f.Field.Fields, at, f.Name+"."+word, table))
	f.steps = append(f.steps, at)
	if title != "" {
		f.Titles = append(f.Titles, title)
	}
}

// names reads a table in which editors choose the names: of languages, or of pieces of
// advice.
func (r *reader) names(f *Field, value any) {
	table, ok := value.(map[string]any)
	f.odd(r, value != nil && !ok)
	if len(f.Field.Fields) == 0 {
		r.pairs(f, table)
		return
	}
	f.Fixed = true
	var languages []string
	for _, code := range slices.Concat(r.lists.Languages(), r.extra) {
		languages = append(languages, string(code))
	}
	languages = append(languages, r.inOrder(f.at, table)...)
	for i, code := range languages {
		if slices.Contains(languages[:i], code) {
			continue
		}
		own, isTable := table[code].(map[string]any)
		at := append(slices.Clone(f.at), code)
		title := typed.Language(code).Name()
		if !slices.Contains(r.lists.Languages(), typed.Language(code)) {
			title += " (deze taal heeft de site niet)"
		}
		f.add(r, at, code, own, title)
		if table[code] != nil && !isTable {
			one := Field{Field: f.Field, Input: edit.Input{Widget: edit.Group}, Name: f.Name + "." + code, Blocks: [][]Field{nil}, at: at}
			one.odd(r, true)
			f.Blocks[len(f.Blocks)-1] = []Field{one}
		}
	}
}

// inOrder returns the names in a table in the order of the file.
func (r *reader) inOrder(at tomlindex.Path, table map[string]any) []string {
	var names []string
	for name := range table {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		x, y := r.doc.Key(append(slices.Clone(at), a)...), r.doc.Key(append(slices.Clone(at), b)...)
		return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column), cmp.Compare(a, b))
	})
	return names
}

// pairFields are the two fields of a block for a text that has a name.
var pairFields = []frontmatter.Field{
	{
		Key: "advies", Label: "Advies", Help: "Welk advies geldt hier niet?", List: edit.Advice,
		Example: `"zin-lang"`, Required: true, Type: textType,
	},
	{Key: "reden", Label: "Reden", Help: "Waarom geldt het advies hier niet?", Example: `"Dit is een citaat uit de wet."`, Required: true, Type: textType},
}

func (r *reader) pairs(f *Field, table map[string]any) {
	f.Field.Fields = pairFields
	for i, name := range r.inOrder(f.at, table) {
		at := append(slices.Clone(f.at), name)
		block := r.fields(pairFields, at, f.Name+"."+strconv.Itoa(i), map[string]any{"advies": name})
		block[1].at = at
		r.texts(&block[1], table[name])
		f.Blocks, f.steps = append(f.Blocks, block), append(f.steps, at)
	}
	f.Blank = r.fields(pairFields, nil, f.Name+".+", nil)
}

// table reads a file that is a table for each topic, or for each source.
func (r *reader) table(f frontmatter.Field) Field {
	made := Field{Field: f, Input: r.lists.Input(f), Name: r.kind.Name}
	names := r.inOrder(nil, r.values)
	for i, name := range names {
		table, ok := r.values[name].(map[string]any)
		if !ok { // a field above the first, which reading reports
			continue
		}
		made.add(r, tomlindex.Path{name}, strconv.Itoa(i), table, "")
	}
	made.Blank = r.fields(f.Fields, tomlindex.Path{"+"}, made.Name+".+", nil)
	return made
}
