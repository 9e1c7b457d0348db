package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"
)

// TestWorkflows checks the security of workflows. Those for pull requests run the code of
// strangers, and all of them run actions of others. So actions are pinned to a commit,
// which nobody can move, and permissions are limited to reading, but for what a workflow that
// no stranger can start is for.
func TestWorkflows(t *testing.T) {
	more := map[string][]string{
		"bronnen.yml":   {"actions: write", "contents: write", "issues: write", "pull-requests: write"},
		"pages.yml":     {"actions: write", "id-token: write", "pages: write"},
		"publiceer.yml": {"actions: write"},
		"taken.yml":     {"actions: write", "issues: write"},
		"uitgave.yml":   {"attestations: write", "contents: write", "id-token: write"},
	}
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	if err != nil || len(files) != 8 {
		t.Fatal(files, err)
	}
	pinned := regexp.MustCompile(`^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var workflow struct {
			On          map[string]any
			Permissions map[string]string
			Jobs        map[string]struct {
				Permissions map[string]string
				Timeout     int `yaml:"timeout-minutes"`
			}
		}
		if err := yaml.Unmarshal(data, &workflow); err != nil {
			t.Fatal(name, err)
		}
		if _, ok := workflow.On["pull_request_target"]; ok || workflow.Permissions == nil {
			t.Errorf("%s gives a stranger more than reading", name)
		}
		granted := map[string]bool{}
		grant := func(permissions map[string]string) {
			for what, allowed := range permissions {
				if allowed != "read" {
					granted[what+": "+allowed] = true
				}
			}
		}
		grant(workflow.Permissions)
		for job, j := range workflow.Jobs {
			if grant(j.Permissions); j.Timeout == 0 {
				t.Errorf("%s: job %s has no end", name, job)
			}
		}
		_, strangers := workflow.On["pull_request"]
		if got := slices.Sorted(maps.Keys(granted)); !slices.Equal(got, more[filepath.Base(name)]) || strangers && len(got) > 0 {
			t.Errorf("%s may %q", name, got)
		}
		for line := range strings.Lines(string(data)) {
			if _, action, ok := strings.Cut(strings.TrimSpace(line), "uses: "); ok && !pinned.MatchString(action) {
				t.Errorf("%s: %q stands at no commit", name, action)
			}
			if strings.Contains(line, "secrets.") && filepath.Base(name) != "publiceer.yml" {
				t.Errorf("%s needs a secret, which a fork has not", name)
			}
		}
	}
}

// TestCommandOfTests checks that what a change has to pass is the same single command
// everywhere.
func TestCommandOfTests(t *testing.T) {
	command := regexp.MustCompile(`(?m)^ *(run: )?go test \./\.\.\.$`)
	for _, name := range []string{"README.md", ".ci/run", ".github/workflows/toetsen.yml"} {
		data, err := os.ReadFile(filepath.Join("../..", name))
		if err != nil || !command.Match(data) {
			t.Errorf("%s does not run go test ./... (%v)", name, err)
		}
	}
}

// TestWorkflowCommand checks that the workflow for pull requests uses flags which the
// program knows, and that the content in the repository passes.
func TestWorkflowCommand(t *testing.T) {
	data, err := os.ReadFile("../../.github/workflows/controle.yml")
	if err != nil {
		t.Fatal(err)
	}
	_, command, ok := strings.Cut(string(data), "run: go run ./cmd/pleinwijzer ")
	if !ok {
		t.Fatal("the workflow does not run the program")
	}
	t.Chdir("../..")
	var out strings.Builder
	now := func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }
	env := environment{stdout: &out, stderr: &out, now: now, verbs: verbs}
	code := run(t.Context(), strings.Fields(command), env)
	lines := slices.DeleteFunc(slices.Collect(strings.Lines(out.String())), func(line string) bool {
		return strings.Contains(line, "title=vertaling-ontbreekt:") // already reported by TestTranslated of package i18n
	})
	if code != exitFine || len(lines) > 0 {
		t.Errorf("code %d:\n%s", code, out.String())
	}
}
