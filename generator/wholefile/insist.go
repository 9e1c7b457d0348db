package wholefile

import (
	"runtime"
	"time"

	"pleinwijzer/generator/errno"
)

// Insist does something to a file, such as a rename, and tries again for two seconds on
// Windows if another program has the file: there a virus scanner or an indexer opens each
// new file for a moment, in which it cannot be renamed, replaced or removed.
func Insist(do func() error) error {
	return insist(do, runtime.GOOS == "windows", patience)
}

const patience = 2 * time.Second

func insist(do func() error, passes bool, patience time.Duration) error {
	end := time.Now().Add(patience)
	for pause := time.Millisecond; ; pause *= 2 {
		err := do()
		if err == nil || !passes || !held(err) || time.Now().Add(pause).After(end) {
			return err
		}
		time.Sleep(pause)
	}
}

// held reports whether another program may have a file. Windows also denies access to what
// is replaced or removed while it is open.
func held(err error) bool {
	kind := errno.Of(err)
	return kind == errno.Busy || kind == errno.Denied
}
