// Package slips reads TOML that people wrote. The parser only gives the position of the
// first line that it cannot read, stops there, and its messages are for programmers.
// This package continues after such a line, so that one run finds them all, and
// explains in Dutch what the editor did and how to fix it.
package slips

import (
	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/source"
)

// most is the maximum number of unreadable lines that are reported for one file. A file
// with more of them is probably not front matter at all.
const most = 20

// A Reading is the content of a text in TOML.
type Reading struct {
	Values   map[string]any // nil if it cannot be known what the text means
	Problems diag.List
	Readable string // the text up to its end; lines that cannot be read became spaces
	Partial  bool   // whether there are such lines
}

// reader reads the part of a file between two offsets.
type reader struct {
	*source.Lines
	from, until int
	readable    string // the text up to until; lines that cannot be read became spaces
}

// table receives the result of the parser without the copy that decoding into a plain
// map would make.
type table map[string]any

func (t *table) UnmarshalTOML(value any) error {
	*t = value.(map[string]any)
	return nil
}

// Read parses the TOML between two offsets of a file. The parser stops at the first
// line that it cannot read. That line is then replaced by spaces, and the text is
// parsed again.
func Read(lines *source.Lines, from, until int) Reading {
	d := &reader{lines, from, until, lines.Text()[:until]}
	var problems diag.List
	for {
		var values table
		_, err := toml.Decode(d.readable[from:], &values)
		if err == nil {
			return Reading{values, problems, d.readable, len(problems) > 0}
		}
		s := d.stopped(err)
		problems.Add(s.diagnose())
		if len(problems) == most || !d.skip(s) {
			return Reading{nil, problems, d.readable, true}
		}
	}
}
