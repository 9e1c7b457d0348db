package edit_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestAdminNamesSteps wants the list of the handbook that the help beside /admin/ names to be
// there, in that chapter, with those steps: the chapter has more lists than one.
func TestAdminNamesSteps(t *testing.T) {
	var help string
	for _, name := range []string{"admin_help.html", "admin_help.js", "../../content/README.md"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if name != "../../content/README.md" {
			help += string(data)
			continue
		}
		const list = "Het formulier aanzetten"
		_, chapter, _ := strings.Cut(string(data), "\n## 33. ")
		chapter, _, _ = strings.Cut(chapter, "\n## ")
		_, steps, ok := strings.Cut(chapter, "**"+list+"**")
		steps, _, _ = strings.Cut(steps, "\n**")
		if !ok || strings.Count(help, list) < 3 {
			t.Fatalf("chapter 33 or the help does not name %q", list)
		}
		found := regexp.MustCompile(`stap (\d+)(?: tot en met (\d+))?`).FindAllStringSubmatch(help, -1)
		if len(found) < 4 {
			t.Errorf("the help names only %v", found)
		}
		for _, m := range found {
			for _, number := range m[1:] {
				if number != "" && !strings.Contains(steps, "\n"+number+". ") {
					t.Errorf("the list has no step %s", number)
				}
			}
		}
		about := map[int]string{3: "callback", 7: "[beheer]", 8: "toegang"}
		for number, word := range about {
			_, step, _ := strings.Cut(steps, "\n"+strconv.Itoa(number)+". ")
			if step, _, _ = strings.Cut(step, "\n"); !strings.Contains(step, word) {
				t.Errorf("step %d is not about %s: %s", number, word, step)
			}
		}
	}
}
