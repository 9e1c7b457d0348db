// Package errno tells what an error of the operating system means, whichever system that
// is. Windows has numbers of its own, and what package syscall names ENOSPC or EADDRINUSE
// there is none of them.
package errno

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// Kind is what went wrong.
type Kind uint8

const (
	Other Kind = iota
	Missing
	Denied
	Exists
	NotEmpty
	FileInWay // a part of the path is a file
	IsFolder
	Loop // a link to itself
	BadName
	LongName
	TooLarge
	Full
	Busy // another program has the file
	TooMany
	ReadOnlyDisk
	OtherDisk
	NoDisk // a stick or a network drive that is gone
	BadDisk
	PortTaken
	NoAddress // of this computer
)

// posix has the numbers that Linux and macOS know, and that package syscall itself uses on
// Windows too.
var posix = map[syscall.Errno]Kind{
	syscall.ENOENT: Missing, syscall.EACCES: Denied, syscall.EPERM: Denied, syscall.EEXIST: Exists, syscall.ENOTEMPTY: NotEmpty,
	syscall.ENOTDIR: FileInWay, syscall.EISDIR: IsFolder, syscall.ELOOP: Loop, syscall.EINVAL: BadName, syscall.ENAMETOOLONG: LongName,
	syscall.EFBIG: TooLarge, syscall.ENOSPC: Full, syscall.EDQUOT: Full, syscall.EBUSY: Busy, syscall.ETXTBSY: Busy,
	syscall.EMFILE: TooMany, syscall.ENFILE: TooMany, syscall.EROFS: ReadOnlyDisk, syscall.EXDEV: OtherDisk, syscall.ENODEV: NoDisk,
	syscall.EIO: BadDisk, syscall.EADDRINUSE: PortTaken, syscall.EADDRNOTAVAIL: NoAddress,
}

// windows has the System Error Codes, and those of Windows Sockets.
var windows = map[syscall.Errno]Kind{
	2: Missing, 3: Missing, 53: Missing, // ERROR_FILE_NOT_FOUND, PATH_NOT_FOUND (which syscall calls ENOTDIR), BAD_NETPATH
	5: Denied, 10013: Denied, // ERROR_ACCESS_DENIED, WSAEACCES
	80: Exists, 183: Exists, 145: NotEmpty, // ERROR_FILE_EXISTS, ALREADY_EXISTS, DIR_NOT_EMPTY
	267: FileInWay, 336: IsFolder, 1921: Loop, // ERROR_DIRECTORY, DIRECTORY_NOT_SUPPORTED, CANT_RESOLVE_FILENAME
	123: BadName, 161: BadName, 111: LongName, 206: LongName, // ERROR_INVALID_NAME, BAD_PATHNAME, BUFFER_OVERFLOW, FILENAME_EXCED_RANGE
	223: TooLarge, 39: Full, 112: Full, 1295: Full, // ERROR_FILE_TOO_LARGE, HANDLE_DISK_FULL, DISK_FULL, DISK_QUOTA_EXCEEDED
	32: Busy, 33: Busy, 170: Busy, 1224: Busy, // ERROR_SHARING_VIOLATION, LOCK_VIOLATION, BUSY, USER_MAPPED_FILE
	4: TooMany, 19: ReadOnlyDisk, 17: OtherDisk, // ERROR_TOO_MANY_OPEN_FILES, WRITE_PROTECT, NOT_SAME_DEVICE
	15: NoDisk, 21: NoDisk, 55: NoDisk, 64: NoDisk, 67: NoDisk, 1167: NoDisk, // ERROR_INVALID_DRIVE, NOT_READY, DEV_NOT_EXIST, …
	23: BadDisk, 27: BadDisk, 29: BadDisk, 30: BadDisk, 31: BadDisk, 1117: BadDisk, // ERROR_CRC, SECTOR_NOT_FOUND, …
	10048: PortTaken, 10049: NoAddress, // WSAEADDRINUSE, WSAEADDRNOTAVAIL
}

// Of returns what went wrong, or Other if that is not known or is not of the system.
func Of(err error) Kind { return of(runtime.GOOS, err) }

func of(system string, err error) Kind {
	var code syscall.Errno
	kind := Other
	if errors.As(err, &code) {
		kind = posix[code]
		if known, ok := windows[code]; ok && system == "windows" {
			kind = known
		}
	}
	switch {
	case kind == Missing && system == "windows" && behindFile(err):
		return FileInWay
	case kind != Other:
		return kind
	case errors.Is(err, fs.ErrNotExist):
		return Missing
	case errors.Is(err, fs.ErrPermission):
		return Denied
	case errors.Is(err, fs.ErrExist):
		return Exists
	}
	return Other
}

// behindFile reports whether the path of an error goes through a file. Windows only says
// that there is no such path.
func behindFile(err error) bool {
	wrong, ok := errors.AsType[*fs.PathError](err)
	if !ok {
		return false
	}
	for name := wrong.Path; ; name = filepath.Dir(name) {
		if info, err := os.Lstat(name); err == nil {
			return !info.IsDir()
		}
		if name == filepath.Dir(name) {
			return false
		}
	}
}
