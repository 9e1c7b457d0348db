package feed

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"pleinwijzer/generator/catalog"
)

// compile reads a schema with the formats as rules, not as remarks.
func compile(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("schema.json", instance(t, text)); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func instance(t *testing.T, text []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// closed is the schema of a feed that refuses a field that nobody described.
func closed(t *testing.T, f Feed) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(f.schema("https://pleinen.example/schema.json", false))
	if err != nil {
		t.Fatal(err)
	}
	return compile(t, text)
}

// TestAgainstSchemas holds every JSON feed against the schema that is published
// with it, and against the closed one.
func TestAgainstSchemas(t *testing.T) {
	for name, c := range map[string]*catalog.Catalog{
		"small": site(t, small), "shipped": shipped(t), "nasty": site(t, nastyContent()),
		"random": site(t, randomSite(11)), "more random": site(t, randomSite(12)),
	} {
		t.Run(name, func(t *testing.T) {
			open, strict := map[string]*jsonschema.Schema{}, map[string]*jsonschema.Schema{}
			for _, f := range feeds {
				if f.record != nil {
					open[f.key] = compile(t, []byte(render(t, c, schemaPath(f.key)[1:])))
					strict[f.key] = closed(t, f)
				}
			}
			for _, file := range Files(c) {
				if !isData(file) {
					continue
				}
				value := instance(t, []byte(renderFile(t, file)))
				key := strings.TrimSuffix(file.Path[strings.LastIndexByte(file.Path, '/')+1:], ".json")
				if got, want := value.(map[string]any)["$schema"], c.Site.Absolute(schemaPath(key)); got != want {
					t.Errorf("%s: $schema is %v, want %s", file.Path, got, want)
				}
				for _, s := range []*jsonschema.Schema{open[key], strict[key]} {
					if err := s.Validate(value); err != nil {
						t.Errorf("%s: %v", file.Path, err)
					}
				}
			}
		})
	}
}

// TestSchemasRefuse breaks one thing at a time in a good feed.
func TestSchemasRefuse(t *testing.T) {
	c := site(t, small)
	type object = map[string]any
	first := func(feed object, key string) object { return feed[key].([]any)[0].(object) }
	of := func(o object, key string) object {
		if list, ok := o[key].([]any); ok {
			return list[0].(object)
		}
		return o[key].(object)
	}
	tests := []struct {
		name, key  string
		spoil      func(object)
		closedOnly bool
	}{
		{"no version", "spreekuren", func(o object) { delete(o, "versie") }, false},
		{"another version", "pleinen", func(o object) { o["versie"] = "2" }, false},
		{"no list", "partners", func(o object) { delete(o, "partners") }, false},
		{"a moment without offset", "spreekuren", func(o object) { o["gemaakt"] = "2026-11-22T12:00:00" }, false},
		{"no id", "pleinen", func(o object) { delete(first(o, "pleinen"), "id") }, false},
		{"an id that is none", "berichten", func(o object) { first(o, "berichten")["id"] = "dicht" }, false},
		{"an unknown status", "spreekuren", func(o object) { of(first(o, "spreekuren"), "komende")["status"] = "afgelast" }, false},
		{"an unknown day", "pleinen", func(o object) { of(first(o, "pleinen"), "openingstijden")["dag"] = "Maandag" }, false},
		{"a date that is none", "agenda", func(o object) { first(o, "agenda")["datum"] = "2026-02-30" }, false},
		{"a Dutch date", "berichten", func(o object) { first(o, "berichten")["datum"] = "1-12-2026" }, false},
		{"a time that is none", "agenda", func(o object) { of(o["agenda"].([]any)[1].(object), "programma")["begin"] = "9.30" }, false},
		{"a postcode without space", "spreekuren", func(o object) { of(first(o, "spreekuren"), "plein")["postcode"] = "5175AA" }, false},
		{"an address without scheme", "partners", func(o object) { first(o, "partners")["website"] = "bieb.example" }, false},
		{"a mail address that is none", "partners", func(o object) { first(o, "partners")["email"] = "bieb" }, false},
		{"text where a number belongs", "pleinen", func(o object) { first(o, "pleinen")["breedtegraad"] = "51.6" }, false},
		{"an empty text", "spreekuren", func(o object) { first(o, "spreekuren")["titel"] = "" }, false},
		{"an empty list", "spreekuren", func(o object) { first(o, "spreekuren")["talen"] = []any{} }, false},
		{"null", "berichten", func(o object) { first(o, "berichten")["tot_en_met"] = nil }, false},
		{"a place without a street", "agenda", func(o object) { delete(of(first(o, "agenda"), "waar"), "adres") }, false},
		{"a new field", "pleinen", func(o object) { first(o, "pleinen")["nieuw"] = "x" }, true},
		{"a new field in the head", "agenda", func(o object) { o["nieuw"] = "x" }, true},
		{"a new field far down", "spreekuren", func(o object) { of(first(o, "spreekuren"), "komende")["nieuw"] = "x" }, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			i := slices.IndexFunc(feeds, func(f Feed) bool { return f.key == test.key })
			feed := instance(t, []byte(render(t, c, feeds[i].Whole[1:]))).(object)
			test.spoil(feed)
			if err := closed(t, feeds[i]).Validate(feed); err == nil {
				t.Error("the closed schema lets it through")
			}
			err := compile(t, []byte(render(t, c, schemaPath(test.key)[1:]))).Validate(feed)
			if (err == nil) != test.closedOnly {
				t.Errorf("the published schema says %v", err)
			}
		})
	}
}

// TestEveryFieldIsDescribed wants a meaning for each field, and of each value an
// example that the field itself could have.
func TestEveryFieldIsDescribed(t *testing.T) {
	describe(t, "head", Head())
	count := 0
	for _, f := range feeds {
		if f.record != nil {
			count += describe(t, f.key, f.Fields())
		}
	}
	if count < 150 {
		t.Errorf("only %d fields: the test looks in the wrong place", count)
	}
}

func describe(t *testing.T, at string, fields []Field) int {
	t.Helper()
	count := len(fields)
	for _, f := range fields {
		at := at + "." + f.Name
		if f.Name == "" || f.Name == "-" {
			t.Errorf("%s has no name", at)
		}
		if len(f.Meaning) < 5 || !strings.HasSuffix(f.Meaning, ".") {
			t.Errorf("%s: the meaning is %q, and should be a sentence (tag doc)", at, f.Meaning)
		}
		if words := len(strings.Fields(f.Meaning)); words > 30 {
			t.Errorf("%s: the meaning has %d words", at, words)
		}
		if _, known := forms[f.Form]; f.Form != "" && !known {
			t.Errorf("%s: unknown form %q", at, f.Form)
		}
		if f.Fields != nil {
			count += describe(t, at, f.Fields)
			continue
		}
		if f.Example == "" {
			t.Errorf("%s has no example", at)
		}
		text, err := json.Marshal(f.value(false))
		if err != nil {
			t.Fatal(err)
		}
		if err := compile(t, text).Validate(exampleValue(t, f)); err != nil {
			t.Errorf("%s: its example %s: %v", at, f.Example, err)
		}
	}
	return count
}

func exampleValue(t *testing.T, f Field) any {
	t.Helper()
	switch f.value(false).Type {
	case "number", "integer", "boolean":
		return instance(t, []byte(f.Example))
	}
	return instance(t, fmt.Appendf(nil, "%s", strconv.Quote(f.Example)))
}

// TestUndescribedField has the tests above find a field without its tags.
func TestUndescribedField(t *testing.T) {
	type record struct {
		Naam string `json:"naam" doc:"De naam." example:"Dorpsplein"`
		Kaal string `json:"kaal"`
	}
	fields := fieldsOf(reflect.TypeFor[record]())
	if fields[0].Meaning == "" || fields[0].Example == "" {
		t.Error("the tags of a field were not read")
	}
	if fields[1].Meaning != "" || fields[1].Example != "" {
		t.Error("a field without tags has a meaning")
	}
}
