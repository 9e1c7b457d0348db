// Package scaffold makes new content: a record from the answers to questions
// (questions.go, draft.go), a folder to begin with (starter.go), and spreekuren
// from a spreadsheet of hours (sheet.go, columns.go, rooster.go).
//
// What it asks, how it explains that and which answers it accepts, it knows from
// the fields of package content. It reads no disk and writes none: it answers
// with the bytes of files.
package scaffold
