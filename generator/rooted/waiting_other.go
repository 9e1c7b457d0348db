//go:build !unix

package rooted

// withoutWaiting does nothing here: these systems have no pipes in folders.
const withoutWaiting = 0
