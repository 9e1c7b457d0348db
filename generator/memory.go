package generator

import "runtime/debug"

// Sparingly makes the garbage collector run more often from now on, for a process that
// builds one large site and ends. Every file leaves garbage: with 10,000 spreekuren the
// default takes half as much memory again, to save a tenth of the time.
func Sparingly() { debug.SetGCPercent(50) }
