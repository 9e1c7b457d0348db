package errno

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestOf(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	const there, gone = "file there", "nothing there"
	for _, test := range []struct {
		system, path string
		code         syscall.Errno
		want         Kind
	}{
		{"linux", gone, syscall.ENOSPC, Full},
		{"darwin", gone, syscall.EROFS, ReadOnlyDisk},
		{"linux", gone, 10048, Other},
		{"windows", gone, 32, Busy},
		{"windows", gone, 112, Full},
		{"windows", gone, 123, BadName},
		{"windows", gone, 2, Missing},
		{"windows", gone, 3, Missing},
		{"windows", there, 3, FileInWay},
		{"windows", gone, 10048, PortTaken},
		{"windows", gone, 10013, Denied},
		{"windows", gone, 99999, Other},
	} {
		name := filepath.Join(t.TempDir(), "a", "b")
		if test.path == there {
			name = filepath.Join(file, "a", "b")
		}
		err := fmt.Errorf("wrapped: %w", &fs.PathError{Op: "open", Path: name, Err: test.code})
		if got := of(test.system, err); got != test.want {
			t.Errorf("%s, %d, %s: %d, want %d", test.system, test.code, test.path, got, test.want)
		}
		socket := &net.OpError{Op: "listen", Err: os.NewSyscallError("bind", test.code)}
		if got := of(test.system, socket); got != test.want && test.path == gone {
			t.Errorf("%s, %d: %d for a socket, want %d", test.system, test.code, got, test.want)
		}
	}
	for err, want := range map[error]Kind{fs.ErrExist: Exists, fs.ErrPermission: Denied, errors.New("x"): Other, nil: Other} {
		if got := of("windows", err); got != want {
			t.Errorf("%v: %d, want %d", err, got, want)
		}
	}
}
