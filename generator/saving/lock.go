package saving

import (
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// A lock keeps two programs of ours from saving at the same time. The system gives it back
// when a program ends, however that ends.
type lock struct{ file string }

// ownLock returns the lock of whoever runs the program, which is one for all folders: to
// save takes a moment. The file is not in a content folder, where people would see it, and
// would commit it. Where there is no place for it, programs do not wait for each other:
// what remains is the last look before a rename.
func ownLock() lock {
	cache, err := os.UserCacheDir()
	if err != nil {
		return lock{}
	}
	return lock{filepath.Join(cache, "pleinwijzer", "bewaren")}
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
