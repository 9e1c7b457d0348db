package saving

import "syscall"

// What Windows says (System Error Codes), by what it means to someone who saves.
var (
	diskFull       = []syscall.Errno{39, 112} // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
	inUse          = []syscall.Errno{32, 33}  // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
	writeProtected = []syscall.Errno{19, 5}   // ERROR_WRITE_PROTECT, ERROR_ACCESS_DENIED
)
