// Package slips reads TOML that people wrote. The parser gives a position for the first line
// that it cannot read, stops there, and speaks to programmers; this package reads on, so
// that one run finds all such lines, and says in Dutch what the editor did and how to mend
// it.
package slips

import (
	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/source"
)

// most is how many lines of one file are reported as unreadable. With more than this the
// file is something else than front matter.
const most = 20

// A Reading is what a text in TOML holds.
type Reading struct {
	Values   map[string]any // nil where there is no telling what the text means
	Problems diag.List
	Readable string // the text up to its end; lines that cannot be read became spaces
	Partial  bool   // there are such lines
}

// reader reads the piece of a file between two offsets.
type reader struct {
	*source.Lines
	from, until int
	readable    string // the text up to until; lines that cannot be read became spaces
}

// table takes what the parser made, without the copy that a plain map costs.
type table map[string]any

func (t *table) UnmarshalTOML(value any) error {
	*t = value.(map[string]any)
	return nil
}

// Read parses the TOML between two offsets of a file. The parser stops at the first line
// it cannot read. That line is then replaced by spaces and the rest parsed again.
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
