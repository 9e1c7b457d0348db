package scaffold

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// A State is what becomes of a row of a rooster.
type State int

const (
	New     State = iota
	Changed       // a file that is there gets other values
	Same
	Joined  // the row gives another day or time to the spreekuur of an earlier one
	Refused // the row cannot be used; Reason says why
)

// A Line is one row of a rooster, and the file that it becomes.
type Line struct {
	Number  int // of the row as a spreadsheet shows it, from 1
	State   State
	Path    string // in the content folder; "" where Refused came first
	Changes []Change
	Reason  string // in Dutch
	With    int    // where Joined: the number of the earlier row
	Data    []byte // of the file, if New or Changed
	Waits   bool   // where New: the file is a concept, as its plein or partner is
}

// A Change is a field that gets another value, in the words of an editor.
type Change struct{ Label, Old, New string }

// An Unknown is a name that no record has.
type Unknown struct {
	Kind, Name string
	Lines      int    // how many rows of the rooster have it
	Nearest    string // a question, or ""
}

// A Rooster is a spreadsheet of hours, and what it means for a folder.
type Rooster struct {
	Lines   []Line
	Unread  []string // headings of columns that hold no field
	Unknown []Unknown
}

// ReadRooster compares a spreadsheet with a folder, whose files it reads. The
// error says in Dutch why it is no rooster at all; each row below the headings
// that is not empty becomes a Line.
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

// What a rooster may have, at most: more than any region has, and no more than is read
// in a moment.
const (
	MostBytes = 50 << 20
	mostRows  = 100_000   // with anything in them
	mostLines = 2_000_000 // twice as many as a spreadsheet can have
	mostWide  = 20_000    // bytes of a line
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

// Count is how many rows have the state.
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
