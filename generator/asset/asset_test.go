package asset

import (
	"bytes"
	"testing"
)

// TestFreeAssets leaves the files of a user where they were put.
func TestFreeAssets(t *testing.T) {
	data := []byte("hallo")
	a := &Assets{byName: map[string]string{}}
	a.add("folder/brief.pdf", data)
	if got := a.byName["folder/brief.pdf"]; got != "folder/brief.pdf" || !bytes.Equal(a.list[0].Data, data) {
		t.Errorf("published as %s", got)
	}
}
