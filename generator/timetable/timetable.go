// Package timetable makes spreekuren from a spreadsheet with a timetable, as people have
// it. What its cells are about is found by package columns. The files here deal with the sheet
// (sheet.go), headings in two rows (tiers.go), the days and hours (moment.go), remarks about
// them (remark.go), the rows and the names in them (row.go), which rows are about the same
// spreekuur (plan.go), the changes to files (file.go), and the pleinen, partners and topics
// that are missing (make.go).
//
// It does not write anything: what a file was made of is in Line.Was, for who does.
//
// Whatever is not certain is said: a heading that may mean something else, a name that is
// written otherwise, and all that was left out. Like package scaffold it does not touch
// the disk.
package timetable

import (
	"fmt"
	"io/fs"
	"slices"
	"time"

	"pleinwijzer/generator/columns"
	"pleinwijzer/generator/saving"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/schedule"

	"pleinwijzer/generator/spreadsheet"
)

// A State says what happens to a row of a rooster.
type State int

const (
	New     State = iota // a file is added
	Changed              // an existing file gets other values
	Same                 // the existing file already says the same
	Joined               // the row adds a day or time to the spreekuur of an earlier row
	Refused              // the row cannot be used; Reason says why
	Skipped              // the row is no spreekuur but a total or a note
)

// A Line is one row of a rooster, with the file that it becomes.
type Line struct {
	Number  int // the row number in the spreadsheet, from 1
	State   State
	Path    string // relative to the content folder; "" if the row was refused before that was known
	Changes []Change
	Reason  string     // in Dutch
	With    int        // if Joined: the number of the earlier row
	Data    []byte     // the content of the file, if New or Changed
	Was     saving.Sum // if Changed: of the file that Data was made of
	Waits   bool       // if New: the file is a concept, because its plein or partner is one

	Undescribed bool // if New: the file is a concept, because the rooster does not describe it
}

// A Change is a field that gets another value, in terms that an editor knows.
type Change struct{ Label, Old, New string }

// An Unknown is a name that does not belong to any record.
type Unknown struct {
	Kind, Name string
	Lines      int    // how many rows of the rooster contain it
	Nearest    string // a question, or ""
	Needs      string // what the rooster lacks to make it, or ""
	Offered    bool   // it can be made with what the rooster says
}

// A Reading is a name that was taken for that of a record, with certainty but without
// being the same.
type Reading struct {
	Kind, Name, As string
	Lines          int
}

// A Rooster is a spreadsheet with a timetable, and what it means for a folder.
type Rooster struct {
	Lines    []Line
	Made     []Made            // pleinen, partners and topics to write before the lines
	Unread   []string          // headings of columns that match no field
	Guessed  []columns.Heading // headings that may mean something else
	Filled   []columns.Filled  // what rows got from a heading or the row above
	Readings []Reading         // names that were taken for another
	Unknown  []Unknown
	Unsaid   []string // labels of descriptions that no column has
	Origin
}

// An Origin says which part of a file a rooster is from.
type Origin struct {
	Sheet         string   // its name; "" if the file has no sheets
	Others        []string // other sheets that look like a rooster
	Unfit         []string // other sheets
	Hidden        []string // hidden sheets, which are not read
	HiddenRows    []int
	HiddenColumns []string
	Macros        bool
}

// Options say how to read a rooster.
type Options struct {
	Now      time.Time
	Sheet    string            // the name of the sheet; "" is the one that looks most like a rooster
	Headings map[string]string // what headings mean: the key or label of a field, or "" for none
	Make     bool              // make pleinen, partners and topics that are missing
}

// Read compares a spreadsheet with a folder, whose content files are in files.
// Each non-empty row below the headings becomes a Line. The error says in Dutch why the
// data is not a rooster at all.
func Read(data []byte, f *scaffold.Folder, files fs.FS, o Options) (*Rooster, error) {
	book, err := spreadsheet.Open(data)
	if err != nil {
		return nil, err
	}
	told, err := explained(o.Headings)
	if err != nil {
		return nil, err
	}
	notation := columns.Notation{Epoch: book.Epoch, Today: schedule.DateOf(o.Now)}
	l, origin, err := findSheet(book, o.Sheet, told, notation)
	if err != nil {
		return nil, err
	}
	table, err := l.Read(l.Width, mostRows+1+l.Header.Line)
	if err != nil {
		return nil, err
	}
	table.Rows, _ = foldHeadings(table.Rows, told, notation)
	if l.Name != "" { // now that merged cells are known
		sheet := l.Sheet
		l = columns.FindHeader(table.Rows, told, notation)
		l.Sheet = sheet
	}
	below := slices.IndexFunc(table.Rows, func(r spreadsheet.Row) bool { return r.Line > l.Header.Line })
	if below < 0 {
		below = len(table.Rows)
	}
	if len(table.Rows)-below > mostRows {
		return nil, spreadsheet.TooMuch(fmt.Sprintf("heeft meer dan %d rijen", mostRows))
	}
	nameColumns(&l, table.Rows[below:], told)
	rows, filled := l.Unfold(table.Rows[below:], columns.Surroundings{
		Above: above(table.Rows, l.Header), Hidden: table.HiddenRows, Folder: f,
	})
	if err := l.Check(); err != nil {
		return nil, err
	}
	origin.HiddenRows, origin.HiddenColumns = table.HiddenRows, table.HiddenColumns
	p := newPlanner(f, files, l, rows)
	p.gather()
	var made []Made
	if o.Make && len(p.unknown) > 0 {
		made = p.makeMissing()
		p = newPlanner(f, files, l, rows)
		p.gather()
	}
	p.decide(o.Now)
	followJoined(p.lines)
	return &Rooster{
		Lines: p.lines, Made: made, Unread: l.Unread(o.Make), Guessed: l.Guessed(), Filled: filled, Readings: p.readings(),
		Unknown: p.unknownNames(), Unsaid: unsaid(l), Origin: origin,
	}, nil
}

// mostRows is the maximum number of non-empty rows: more than any region has.
const mostRows = 100_000

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

// Refuse says why a line was not written after all.
func (l *Line) Refuse(reason string) { *l = l.refuse(reason) }

func (l Line) refuse(reason string) Line {
	return Line{Number: l.Number, State: Refused, Path: l.Path, Reason: reason}
}
