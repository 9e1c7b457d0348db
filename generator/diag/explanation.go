package diag

// An Explanation tells editors what a code means. Its text is in Dutch.
type Explanation struct {
	Code  string
	Title string // as in "Een lange zin"
	Text  string // why it matters, and what to do
	Wrong string // an example, one line or a few
	Right string // the same example, corrected
}
