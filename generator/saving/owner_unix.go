//go:build unix

package saving

import (
	"io/fs"
	"os"
	"syscall"
)

// sameOwner gives a new file the owner and the group of the one that it replaces, as far as
// we may: a file that an administrator saved should remain that of its editor.
func sameOwner(f *os.File, like fs.FileInfo) {
	if stat, ok := like.Sys().(*syscall.Stat_t); ok && f.Chown(int(stat.Uid), int(stat.Gid)) != nil {
		f.Chown(-1, int(stat.Gid))
	}
}
