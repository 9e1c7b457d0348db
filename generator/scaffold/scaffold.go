// Package scaffold makes new content: a record from the answers to questions
// (questions.go, draft.go), a new folder (starter.go), and spreekuren from a spreadsheet
// with a timetable (rooster.go). The files for the latter deal with its cells (sheet.go),
// its headings (columns.go), its rows (rooster_row.go), which rows are about the same
// spreekuur (rooster_plan.go), and the changes to files (rooster_file.go).
//
// The questions, the explanations and the validation of answers all come from the fields
// of package content. The package neither reads nor writes the disk: it returns the
// content of files.
package scaffold
