//go:build !windows

package saving

import "syscall"

// What the operating system says, by what it means to someone who saves.
var (
	diskFull       = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	inUse          = []syscall.Errno{syscall.EBUSY, syscall.ETXTBSY}
	writeProtected = []syscall.Errno{syscall.EROFS, syscall.EPERM}
)
