package diag

// An Explanation teaches what a code stands for. Its words are for editors.
type Explanation struct {
	Code  string
	Title string // as in "Een lange zin"
	Text  string // why it matters, and what to do
	Wrong string // an example, one line or a few
	Right string // the same, mended
}
