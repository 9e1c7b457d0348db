package form_test

import (
	"net/url"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// TestEveryField fills in every field of every kind in a form for a new file, with what a
// file that has all of them says, and wants package contentfs to read the same from both.
func TestEveryField(t *testing.T) {
	filled := map[string]bool{}
	for _, f := range archive(t, "../content/testdata/volledig.txtar") {
		fields := f.read(t)
		for l := range leaves(fields) {
			if len(l.Texts) > 0 {
				filled[f.kind.Name+" "+schemaName(l.Name)] = true
			}
		}
		names := []string{f.name}
		if f.kind.Folder != "" {
			names = []string{strings.TrimSuffix(f.name, path.Ext(f.name)) + ".md", strings.TrimSuffix(f.name, path.Ext(f.name)) + ".toml"}
		}
		for _, name := range names {
			made := file{f.kind, name, nil}.change(t, asNew(everything(fields)))
			if got, want := recordOf(t, made), recordOf(t, f); !reflect.DeepEqual(got, want) {
				t.Errorf("%s\n%s\nreads %+v\nwant  %+v", name, made.data, got, want)
			}
		}
	}
	for _, k := range append(slices.Clone(content.Kinds), content.SiteFile, content.TopicsFile) {
		blank := form.New(k, edit.Lists{}).Fields
		if k.Folder == "" {
			blank = file{k, map[string]string{"site": "site.toml", "onderwerpen": "onderwerpen.toml"}[k.Name], nil}.read(t)
		}
		for _, name := range schemaNames(blank) {
			if !filled[k.Name+" "+name] && !strings.HasPrefix(name, "vertaling") && !strings.Contains(name, ".vertaling") {
				t.Errorf("no file has %s of a %s", name, k.Name)
			}
		}
	}
}

var numbers = regexp.MustCompile(`\.\d+\.`)

// schemaName is a name without the number of its block.
func schemaName(name string) string { return numbers.ReplaceAllString(name, ".+.") }

// schemaNames are the names of all fields that a form can have.
func schemaNames(fields []form.Field) (names []string) {
	for _, f := range fields {
		switch {
		case f.Widget == edit.Group:
			names = append(names, schemaNames(f.Blocks[0])...)
		case f.Widget == edit.Blocks:
			names = append(names, schemaNames(f.Blank)...)
		default:
			names = append(names, f.Name)
		}
	}
	return names
}

// asNew is the post for a file in which all blocks are new.
func asNew(posted url.Values) url.Values {
	fresh := url.Values{}
	for name, values := range posted {
		for numbers.MatchString(name) {
			name = numbers.ReplaceAllStringFunc(name, func(part string) string { return ".n" + part[1:] })
		}
		if len(values) > 1 && values[1] == "0" { // the words of blocks
			values = slices.Clone(values)
			for i := range values[1:] {
				values[i+1] = "n" + values[i+1]
			}
		}
		fresh[name] = values
	}
	return fresh
}

// recordOf is what the program reads from a file, without where it came from.
func recordOf(t *testing.T, f file) any {
	t.Helper()
	c, problems := contentfs.ReadFiles(map[string][]byte{f.name: f.data})
	for _, p := range problems {
		if p.File == f.name && p.Code != "verwijzing-zelf" {
			t.Errorf("%s\n%s\n%v", f.name, f.data, p)
		}
	}
	switch f.kind.Name {
	case "site":
		c.Site.Doc = nil
		return *c.Site
	case "onderwerpen":
		var all []content.Onderwerp
		for _, o := range c.Onderwerpen {
			o.Doc = nil
			all = append(all, *o)
		}
		return all
	}
	for _, item := range c.Items() {
		record := item.File()
		body := strings.TrimSpace(record.Body())
		record.Doc, record.Tekst = nil, ""
		return []any{reflect.ValueOf(item).Elem().Interface(), body}
	}
	return nil
}

// TestEveryFieldAlone sets each field of each kind in a file that has nothing else, clears
// it again, and wants nothing else to have changed.
func TestEveryFieldAlone(t *testing.T) {
	for _, f := range archive(t, "../content/testdata/volledig.txtar") {
		for l := range leaves(f.read(t)) {
			if len(l.Texts) == 0 || numbers.MatchString(l.Name) || l.Texts[0] == "nee" && l.Widget == edit.Switch {
				continue
			}
			for _, start := range []string{"eigen = 1\n", "eigen = 1\n\n[iets]\nanders = 2\n"} {
				name, data := "x.toml", start
				if path.Ext(f.name) == ".md" {
					name, data = "x.md", "+++\n"+start+"+++\n"
				}
				if f.kind.Folder == "" {
					name = f.name
				}
				before := file{f.kind, name, []byte(data)}
				set := before.change(t, url.Values{l.Name: browser(l, l.Texts)})
				cleared := set.change(t, url.Values{l.Name: {""}})
				if string(cleared.data) != data || string(set.data) == data {
					t.Errorf("%s: with %s the file is\n%s\nand then\n%s", f.kind.Name, l.Name, set.data, cleared.data)
				}
			}
		}
	}
}
