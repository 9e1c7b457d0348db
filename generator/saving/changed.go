package saving

import (
	"context"

	"pleinwijzer/generator/difference"
)

// Changed is what differs from the last version in git.
type Changed struct {
	// Known is false if there is nothing to compare with: Why says why, in Dutch.
	Known bool
	Why   *Refusal

	Files []difference.File // in the order of their paths; pictures come last
}

// Changed compares the folder with the last version in git.
func (f *Folder) Changed(ctx context.Context) (Changed, error) { return Changed{}, nil }
