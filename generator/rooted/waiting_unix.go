//go:build unix

package rooted

import "syscall"

// withoutWaiting keeps the opening of a pipe from waiting for who writes in it.
const withoutWaiting = syscall.O_NONBLOCK
