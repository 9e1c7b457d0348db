package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
)

// program names this program by what is in its file, since two of the same version may
// differ. Where that cannot be read it has no name, and a build renders all files.
func program() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}
