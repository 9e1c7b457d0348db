//go:build !windows

package main

// ownWindow reports whether the window in which the program runs closes with it. Elsewhere
// than on Windows it stays.
func ownWindow() bool { return false }
