package fieldset

import (
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// TestGroups wants each field of each kind in one group, and no group to name what is not a
// field.
func TestGroups(t *testing.T) {
	kinds := append([]content.Kind{content.SiteFile, content.Clauses, content.TopicsFile}, content.Kinds...)
	for _, kind := range kinds {
		fields := Of(form.New(kind, edit.Lists{}).Fields)
		left := map[string]int{}
		for _, f := range fields {
			left[f.Name]++
		}
		for _, g := range Groups(kind.Name, fields) {
			for _, f := range g.Fields {
				left[f.Name]--
			}
		}
		for name, n := range left {
			if n != 0 {
				t.Errorf("%s: %s is in %d groups", kind.Name, name, 1-n)
			}
		}
		for _, g := range groups[kind.Name] {
			for _, key := range strings.Fields(g.keys) {
				if _, ok := left[key]; !ok && key != "*" {
					t.Errorf("%s: the group %q has no field %s", kind.Name, g.title, key)
				}
			}
		}
	}
	if first := Groups("spreekuur", Of(form.New(content.KindOf("spreekuur"), edit.Lists{}).Fields))[0]; len(first.Fields) != 5 ||
		first.Folded || !first.When {
		t.Errorf("the questions of the agreement do not come first: %+v", first)
	}
}
