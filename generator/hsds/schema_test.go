package hsds

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"pleinwijzer/generator/catalog"
)

// schemaFolder is the environment variable that names the folder with the official
// schemas. We may not redistribute them and no package registry has them. To get them,
// copy schema/ of github.com/openreferral/specification, branch 3.1, and next to it as
// oruk/ the schema folder of github.com/OpenReferralUK/uk-profile.
const schemaFolder = "HSDS_SCHEMA"

// TestSchemas validates every file against the official schemas, and against those of the
// UK profile, which most HSDS validators are made for.
func TestSchemas(t *testing.T) {
	folder := os.Getenv(schemaFolder)
	if folder == "" {
		t.Skipf("skipped: set %s to a folder with schema/ and oruk/, the official JSON schemas", schemaFolder)
	}
	for name, c := range map[string]*catalog.Catalog{
		"small": site(t, small), "shipped": shipped(t), "random": site(t, randomSite(3, 300)), "nasty": site(t, nastySite()),
	} {
		files := renderAll(t, c)
		for _, profile := range []string{"schema", "oruk"} {
			t.Run(name+"/"+profile, func(t *testing.T) { validate(t, filepath.Join(folder, profile), files) })
		}
	}
}

func validate(t *testing.T, folder string, files map[string]string) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schemas := map[string]*jsonschema.Schema{}
	for list, entity := range map[string]string{
		services: "service", serviceAtLocations: "service_at_location", organizations: "organization",
		taxonomies: "taxonomy", taxonomyTerms: "taxonomy_term",
	} {
		schema, err := compiler.Compile(filepath.Join(folder, entity+".json"))
		if err != nil {
			t.Fatal(err)
		}
		schemas[list] = schema
	}
	count := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if name == "hsds/index.json" {
			continue
		}
		records, list := []any{parse(t, files[name])}, strings.Split(name, "/")[1]
		if strings.Contains(name, "/page/") {
			records = records[0].(map[string]any)["contents"].([]any)
		}
		for _, record := range records {
			count++
			if err := schemas[list].Validate(record); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	t.Logf("%d records in %d files", count, len(files))
}

func parse(t *testing.T, text string) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// The tests below do not need the schemas.

// TestRequired checks that each entity has the fields that HSDS 3.1 requires, wherever it
// is nested.
func TestRequired(t *testing.T) {
	required := map[string][]string{
		services: {"name", "status"}, "service": {"name", "status"}, organizations: {"name", "description"},
		"organization": {"name", "description"}, "location": {"location_type"}, "phones": {"number"},
		"addresses": {"address_1", "city", "state_province", "postal_code", "country", "address_type"},
		taxonomies:  {"name", "description"}, "taxonomy_detail": {"name", "description"},
		taxonomyTerms: {"name", "description"}, "taxonomy_term": {"name", "description"}, "additional_urls": {"url"},
	}
	for name, text := range renderAll(t, site(t, small)) {
		walk(parse(t, text), strings.Split(name, "/")[1], func(kind string, entity map[string]any) {
			if strings.HasSuffix(kind, ".json") || entity["contents"] != nil {
				return // not an entity, but the root or a page of a list
			}
			for _, field := range append(required[kind], "id") {
				if _, there := entity[field]; !there {
					t.Errorf("%s: %s without %s", name, kind, field)
				}
			}
			for field, value := range entity {
				if value == nil || value == "" && field != "state_province" {
					t.Errorf("%s: %s has an empty %s", name, kind, field)
				}
			}
		})
	}
}

// walk calls visit for every object, with the name of the field or list that it is in.
func walk(value any, kind string, visit func(kind string, entity map[string]any)) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			walk(item, kind, visit)
		}
	case map[string]any:
		visit(kind, v)
		for field, inner := range v {
			if field == "contents" {
				field = kind
			}
			walk(inner, field, visit)
		}
	}
}

// TestIDs checks that each id belongs to one thing only, that the thing says the same
// about itself wherever it occurs, and that every reference is to an existing file.
func TestIDs(t *testing.T) {
	for name, c := range map[string]*catalog.Catalog{"small": site(t, small), "shipped": shipped(t), "random": site(t, randomSite(5, 300))} {
		files := renderAll(t, c)
		kinds, phones := map[string]string{}, map[string]string{}
		for path, text := range files {
			walk(parse(t, text), strings.Split(path, "/")[1], func(kind string, entity map[string]any) {
				id, _ := entity["id"].(string)
				kind = strings.TrimSuffix(strings.Replace(strings.Replace(kind, "taxonomy_detail", "taxonomy", 1), "taxonomies", "taxonomy", 1), "s")
				if before, seen := kinds[id]; seen && id != "" && before != kind {
					t.Errorf("%s: %s is a %s and a %s", name, id, before, kind)
				}
				kinds[id] = kind
				if kind == "phone" {
					if before, seen := phones[id]; seen && before != fmt.Sprint(entity) {
						t.Errorf("%s: phone %s is %s and %v", name, id, before, entity)
					}
					phones[id] = fmt.Sprint(entity)
				}
				for field, list := range map[string]string{"service_id": services, "service_at_location_id": serviceAtLocations,
					"taxonomy_id": taxonomies, "taxonomy_term_id": taxonomyTerms, "organization_id": organizations} {
					if to, refers := entity[field].(string); refers && files["hsds/"+list+"/"+to+".json"] == "" {
						t.Errorf("%s: %s %s has no file", path, field, to)
					}
				}
			})
		}
		for path, text := range files {
			double := map[string]bool{}
			var service struct {
				Schedules []struct{ ID string } `json:"schedules"`
			}
			_ = json.Unmarshal([]byte(text), &service)
			for _, s := range service.Schedules {
				if double[s.ID] {
					t.Errorf("%s %s: two schedules are %s", name, path, s.ID)
				}
				double[s.ID] = true
			}
		}
	}
}
