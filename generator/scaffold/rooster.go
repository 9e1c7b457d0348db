package scaffold

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// A State says what happens to a row of a rooster.
type State int

const (
	New     State = iota // a file is added
	Changed              // an existing file gets other values
	Same                 // the existing file already says the same
	Joined               // the row adds a day or time to the spreekuur of an earlier row
	Refused              // the row cannot be used; Reason says why
)

// A Line is one row of a rooster, with the file that it becomes.
type Line struct {
	Number  int // the row number in the spreadsheet, from 1
	State   State
	Path    string // relative to the content folder; "" if the row was refused before that was known
	Changes []Change
	Reason  string // in Dutch
	With    int    // if Joined: the number of the earlier row
	Data    []byte // the content of the file, if New or Changed
	Waits   bool   // if New: the file is a concept, because its plein or partner is one
}

// A Change is a field that gets another value, in terms that an editor knows.
type Change struct{ Label, Old, New string }

// An Unknown is a name that does not belong to any record.
type Unknown struct {
	Kind, Name string
	Lines      int    // how many rows of the rooster contain it
	Nearest    string // a question, or ""
}

// A Rooster is a spreadsheet with a timetable, and what it means for a folder.
type Rooster struct {
	Lines   []Line
	Unread  []string // headings of columns that match no field
	Unknown []Unknown
}

// ReadRooster compares a spreadsheet with a folder, whose content files are in files.
// Each non-empty row below the headings becomes a Line. The error says in Dutch why the
// data is not a rooster at all.
func ReadRooster(data []byte, f *Folder, files fs.FS, now time.Time) (*Rooster, error) {
	if len(data) > MostBytes {
		return nil, tooMuch(fmt.Sprintf("is groter dan %d MB", MostBytes>>20))
	}
	text, err := decode(data)
	if err == nil {
		err = checkSize(text)
	}
	if err != nil {
		return nil, err
	}
	l, err := findLayout(text)
	if err != nil {
		return nil, err
	}
	rows := readRows(text, l.separator, len(l.columns), mostRows+1+l.header.line)
	rows = slices.DeleteFunc(rows, func(r row) bool { return r.line <= l.header.line })
	if len(rows) > mostRows {
		return nil, tooMuch(fmt.Sprintf("heeft meer dan %d rijen", mostRows))
	}
	p := newPlanner(f, files, l, rows)
	p.gather()
	p.decide(now)
	followJoined(p.lines)
	return &Rooster{Lines: p.lines, Unread: l.unread(), Unknown: p.unknownNames()}, nil
}

// Limits on a rooster: more than any region has, but still read in a moment.
const (
	MostBytes = 50 << 20
	mostRows  = 100_000   // non-empty rows
	mostLines = 2_000_000 // twice the maximum of a spreadsheet
	mostWide  = 20_000    // bytes per line
)

func tooMuch(what string) error {
	return fmt.Errorf("het rooster %s; verdeel het over meer bestanden, en haal weg wat er niet hoort", what)
}

func checkSize(text string) error {
	lines := 0
	for line := range strings.Lines(text) {
		if lines++; lines > mostLines {
			return tooMuch(fmt.Sprintf("heeft meer dan %d regels", mostLines))
		}
		if len(line) > mostWide {
			return tooMuch(fmt.Sprintf("heeft een regel van meer dan %d tekens, op regel %d", mostWide, lines))
		}
	}
	return nil
}

// Count returns the number of rows with the state.
func (r *Rooster) Count(s State) int {
	n := 0
	for _, line := range r.Lines {
		if line.State == s {
			n++
		}
	}
	return n
}

func (l Line) refuse(reason string) Line {
	return Line{Number: l.Number, State: Refused, Path: l.Path, Reason: reason}
}
