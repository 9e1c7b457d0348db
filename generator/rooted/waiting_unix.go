//go:build unix

package rooted

import "syscall"

// withoutWaiting keeps the opening of a pipe from blocking until someone writes to it.
const withoutWaiting = syscall.O_NONBLOCK
