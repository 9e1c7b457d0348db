// Package diag represents problems in the content as values: where each one is, what is
// wrong, and how to fix it. The packages above find the problems; this one collects them,
// sorts them and formats them for a reader (one file per format: text.go, json.go,
// github.go, sarif.go).
//
// The words in a Diagnostic are for editors and so are Dutch, in lower case and without a
// full stop, as in `onbekend veld "telefon"`.
package diag

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Severity says whether a problem stops the build.
type Severity uint8

const (
	Error   Severity = iota // the build stops
	Warning                 // the build goes on
)

// String returns the Dutch word that an editor sees.
func (s Severity) String() string {
	if s == Warning {
		return "waarschuwing"
	}
	return "fout"
}

// A Range is part of one line of a source file.
type Range struct {
	File    string // relative to the content folder, with forward slashes
	Line    int    // from 1; 0 means the file as a whole
	Column  int    // from 1, counted in characters
	Length  int    // in characters; 0 if there is nothing to underline
	Excerpt string // the whole line, without its line ending
}

// A Diagnostic is one problem.
type Diagnostic struct {
	Range
	Severity Severity
	Code     string // stable and short, such as "veld-onbekend"
	Message  string // what is wrong
	Hint     string // how to fix it, in a few words that fit after the carets
	Example  string // a correct way to write it, if an example teaches more than the hint
	Related  []Range
	Missing  string // the key of a field that is not there, in what Range is about; for a form
}

// A List collects problems. The zero value is empty and ready to use.
type List []Diagnostic

// Add appends problems.
func (l *List) Add(ds ...Diagnostic) { *l = append(*l, ds...) }

// Sort orders the list by file, line, column, severity, code and message, and drops
// duplicates: problems for which all of these are the same.
func (l *List) Sort() {
	slices.SortStableFunc(*l, compare)
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool {
		return compare(a, b) == 0
	})
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
	)
}

// mostOfOneKind is how many problems with the same code are reported for one file.
const mostOfOneKind = 100

// Fewer returns the list with at most a hundred problems of each kind per file. The
// message of the hundredth says how many more there are: nobody reads ten thousand.
func (l List) Fewer() List {
	if len(l) <= mostOfOneKind {
		return l
	}
	type kind struct{ file, code string }
	places := map[kind][]int{}
	var out List
	for _, d := range l {
		k := kind{d.File, d.Code}
		if places[k] = append(places[k], len(out)); len(places[k]) <= mostOfOneKind {
			out = append(out, d)
		}
	}
	for _, at := range places {
		if more := len(at) - mostOfOneKind; more > 0 {
			out[at[mostOfOneKind-1]].Message += fmt.Sprintf("; en zo nog %d keer in dit bestand", more)
		}
	}
	return out
}

// Count returns the number of problems of the given severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether the list contains a problem that stops the build.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// In returns a copy of the list in which every file name is prefixed with a folder, such
// as "content", so that an editor can click on it.
func (l List) In(folder string) List {
	out := slices.Clone(l)
	for i := range out {
		out[i].Range = out[i].Range.In(folder)
		out[i].Related = slices.Clone(out[i].Related)
		for j, r := range out[i].Related {
			out[i].Related[j] = r.In(folder)
		}
	}
	return out
}

// In returns the range with its file name prefixed with a folder.
func (r Range) In(folder string) Range {
	r.File = join(folder, r.File)
	return r
}

func join(folder, file string) string {
	if folder == "" || folder == "." {
		return file
	}
	if file == "" {
		return folder
	}
	if strings.HasPrefix(file, "../") { // a file next to the folder, not in it
		return path.Join(folder, file)
	}
	return folder + "/" + file
}
