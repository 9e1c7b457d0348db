//go:build !windows

package rooted

import "io/fs"

func likeFolder(info fs.FileInfo) bool { return info.IsDir() }
