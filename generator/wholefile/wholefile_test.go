package wholefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestWrite wants a new file with its folders, another text in it with the mode that it
// had, and nothing beside it.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a", "b.md")
	for _, step := range []struct {
		write func(string, []byte) error
		text  string
		err   error
		want  string
	}{
		{Create, "one", nil, "one"},
		{Create, "two", fs.ErrExist, "one"},
		{Replace, "three", nil, "three"},
	} {
		if err := step.write(name, []byte(step.text)); !errors.Is(err, step.err) {
			t.Errorf("%s: %v, want %v", step.text, err, step.err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != step.want {
			t.Errorf("%q, %v, want %q", got, err, step.want)
		}
		if err := os.Chmod(name, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, []byte("four")); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(name); err != nil || after.Mode() != before.Mode() {
		t.Errorf("mode %v, %v, want %v", after.Mode(), err, before.Mode())
	}
	if err := Replace(filepath.Join(dir, "a", "new.md"), []byte("new")); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(filepath.Join(dir, "a")); err != nil || len(left) != 2 {
		t.Errorf("%v, %v", left, err)
	}
}
