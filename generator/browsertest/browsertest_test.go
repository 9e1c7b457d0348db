package browsertest

import (
	"os"
	"strings"
	"testing"
)

// TestNeeds wants a test that needs something to run only when all were asked for.
func TestNeeds(t *testing.T) {
	for _, asked := range []string{"", "all"} {
		t.Setenv(Variable, asked)
		ran, skipped := false, false
		t.Run("asked "+asked, func(t *testing.T) {
			defer func() { skipped = t.Skipped() }()
			Needs(t, true, "a browser")
			ran = true
		})
		if all := asked == "all"; ran != all || skipped == all || All() != all {
			t.Errorf("asked for %q: ran %t, skipped %t", asked, ran, skipped)
		}
	}
}

// TestVariable wants the variable to be where someone looks for it.
func TestVariable(t *testing.T) {
	for _, name := range []string{"../../README.md", "../../.ci/run"} {
		text, err := os.ReadFile(name)
		if err != nil || !strings.Contains(string(text), Variable+"=all") {
			t.Errorf("%s does not name %s=all (%v)", name, Variable, err)
		}
	}
}
