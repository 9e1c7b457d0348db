package content_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/typed"
)

// kinds are all descriptions of fields, by the name in the handbook.
func kinds() map[string][]frontmatter.Field {
	all := map[string][]frontmatter.Field{"onderwerp": content.OnderwerpFields, "bron": content.SourceFields, "site": content.SiteFields}
	for _, kind := range content.Kinds {
		all[kind.Name] = kind.Fields
	}
	return all
}

// eachField walks over fields and the fields of their tables.
func eachField(fields []frontmatter.Field, path string, visit func(path string, f frontmatter.Field)) {
	for _, f := range fields {
		visit(path+f.Key, f)
		eachField(f.Fields, path+f.Key+".", visit)
	}
}

func TestEveryFieldIsExplained(t *testing.T) {
	for name, fields := range kinds() {
		seen := map[string]bool{}
		eachField(fields, name+".", func(path string, f frontmatter.Field) {
			switch {
			case f.Label == "" || f.Help == "" || f.Example == "":
				t.Errorf("%s: no label, help or example", path)
			case !strings.ContainsAny(f.Help[len(f.Help)-1:], ".?"):
				t.Errorf("%s: the help is no sentence: %q", path, f.Help)
			case seen[path]:
				t.Errorf("%s is there twice", path)
			}
			seen[path] = true
		})
	}
}

// TestEveryExampleIsRight decodes "key = example" with the field alone.
func TestEveryExampleIsRight(t *testing.T) {
	for name, fields := range kinds() {
		eachField(fields, name+".", func(path string, f frontmatter.Field) {
			if len(f.Fields) > 0 {
				if !slices.Contains(strings.Split(strings.Trim(f.Example, "[]"), "."), f.Key) {
					t.Errorf("%s: the example of a block is its header, not %q", path, f.Example)
				}
				return
			}
			doc, problem := frontmatter.Parse("voorbeeld.toml", []byte(f.Key+" = "+f.Example+"\n"))
			if problem != nil {
				t.Fatalf("%s: %s", path, problem.Message)
			}
			only := reflect.New(reflect.StructOf([]reflect.StructField{{
				Name: "Only", Type: f.Type,
				Tag: reflect.StructTag(`toml:"` + f.Key + `,required" choices:"` + strings.Join(f.Choices, "|") + `"`),
			}}))
			for _, p := range doc.Bind(only.Interface(), frontmatter.FieldsOf(only.Elem().Type()), typed.Parsers(0), nil) {
				t.Errorf("%s = %s: %s (%s)", path, f.Example, p.Message, p.Hint)
			}
		})
	}
}
