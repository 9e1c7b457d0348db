package asset_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/asset"
	"pleinwijzer/static"
)

// TestPictograms wants the handbook to name each pictogram that a question can have.
func TestPictograms(t *testing.T) {
	handbook, err := os.ReadFile("../../content/README.md")
	if err != nil {
		t.Fatal(err)
	}
	assets, err := asset.NewAssets(static.Files)
	if err != nil {
		t.Fatal(err)
	}
	names := assets.Symbols(asset.QuestionIcons)
	if len(names) < 25 {
		t.Errorf("pictograms of questions: %q", names)
	}
	_, list, _ := strings.Cut(string(handbook), "| Pictogrammen |")
	list, _, _ = strings.Cut(list, "\n\n")
	for _, name := range names {
		if ours := slices.Contains([]string{"lees-voor", "wanneer-open", "weet-niet"}, name); strings.Contains(list, "`"+name+"`") == ours {
			t.Errorf("the handbook and the pictogram %q, which an editor can choose: %t", name, !ours)
		}
	}
}
