package saving

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// A lock keeps two programs of ours from saving in one folder at the same time. The system
// gives it back when a program ends, however that ends.
type lock struct{ file string }

// lockFor returns the lock of a folder, given its real path. The file is not in the folder,
// where people would see it, and would commit it. Where there is no place for it, programs
// do not wait for each other: what remains is the last look before a rename.
func lockFor(dir string) lock {
	cache, err := os.UserCacheDir()
	if err != nil {
		return lock{}
	}
	sum := sha256.Sum256([]byte(dir))
	return lock{filepath.Join(cache, "pleinwijzer", "bewaren-"+hex.EncodeToString(sum[:8]))}
}

// take waits for the lock.
func (l lock) take() (release func()) {
	none := func() {}
	if l.file == "" || os.MkdirAll(filepath.Dir(l.file), 0o755) != nil {
		return none
	}
	unlock, err := lockedfile.MutexAt(l.file).Lock()
	if err != nil {
		return none
	}
	return unlock
}
