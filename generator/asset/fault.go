package asset

// A Fault is what is wrong with a file of layouts/ or static/.
type Fault struct {
	File string // such as "layouts/base.html"
	Err  error
}

func (f *Fault) Error() string { return f.File + ": " + f.Err.Error() }

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Err }
