package content

import (
	"slices"
	"testing"

	"pleinwijzer/generator/frontmatter"
)

// TestWays wants each way to name fields that exist.
func TestWays(t *testing.T) {
	for owner, ways := range Ways {
		fields := frontmatter.FieldsOf(owner)
		for _, key := range slices.Concat(ways...) {
			if !slices.ContainsFunc(fields, func(f frontmatter.Field) bool { return f.Key == key }) {
				t.Errorf("%s has no field %q", owner, key)
			}
		}
	}
}
