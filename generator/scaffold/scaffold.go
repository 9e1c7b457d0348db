// Package scaffold makes new content: a record from the answers to questions
// (questions.go, draft.go), a folder to begin with (starter.go), and spreekuren
// from a spreadsheet of hours (rooster.go): its cells (sheet.go), its headings
// (columns.go), its rows (rooster_row.go), which of them are one spreekuur
// (rooster_plan.go), and what that does to a file (rooster_file.go).
//
// What it asks, how it explains that and which answers it accepts, it knows from
// the fields of package content. It reads no disk and writes none: it answers
// with the bytes of files.
package scaffold
