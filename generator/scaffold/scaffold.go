// Package scaffold makes new content: a record from the answers to questions
// (questions.go, draft.go), and a new folder (starter.go).
//
// The questions, the explanations and the validation of answers all come from the fields
// of package content. The package neither reads nor writes the disk: it returns the
// content of files.
package scaffold
