package rooted

import (
	"io/fs"
	"syscall"
)

func likeFolder(info fs.FileInfo) bool {
	data, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && data.FileAttributes&syscall.FILE_ATTRIBUTE_DIRECTORY != 0
}
