//go:build !unix

package rooted

// withoutWaiting does nothing here: no pipe stands in a folder.
const withoutWaiting = 0
