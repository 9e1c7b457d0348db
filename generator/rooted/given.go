package rooted

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// emptyPipe is how long a pipe may have no writer, since the program that writes to it
// may start later.
const emptyPipe = 5 * time.Second

// ReadGiven reads at most limit bytes of a file that the user named on the command line.
// Unlike the files of an FS it may be a link, or a pipe to which another program writes;
// a device, a socket or a folder is refused. It stops when ctx is done.
func ReadGiven(ctx context.Context, name string, limit int64) ([]byte, error) {
	file, err := os.OpenFile(name, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		if info, statErr := os.Stat(name); statErr == nil && !Mode(info).IsRegular() { // a socket cannot be opened
			err = given(name, info)
		}
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err == nil {
		err = given(name, info)
	}
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { file.Close() })
	defer stop()
	data, err := io.ReadAll(io.LimitReader(file, limit))
	for end := time.Now().Add(emptyPipe); len(data) == 0 && err == nil && info.Mode()&fs.ModeNamedPipe != 0 && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
		data, err = io.ReadAll(io.LimitReader(file, limit))
	}
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return data, err
}

func given(name string, info fs.FileInfo) error {
	switch mode := Mode(info); {
	case mode.IsDir():
		return &fs.PathError{Op: "read", Path: name, Err: syscall.EISDIR}
	case !mode.IsRegular() && mode&fs.ModeNamedPipe == 0:
		return &Refusal{Name: filepath.ToSlash(name), Path: filepath.Base(name), Reason: NotFile}
	}
	return nil
}
