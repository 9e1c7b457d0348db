package main

import (
	"syscall"
	"unsafe"
)

// ownWindow reports whether the window in which the program runs was opened for it alone,
// and closes with it: somebody clicked on the program twice.
func ownWindow() bool {
	list := syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return false
	}
	var first [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&first[0])), uintptr(len(first)))
	return n == 1
}
