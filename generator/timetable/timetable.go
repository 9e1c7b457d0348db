// Package timetable makes spreekuren from a spreadsheet with a timetable, as people have
// it. Its files deal with the headings (columns.go), the days and hours (moment.go), the
// rows (row.go), which rows are about the same spreekuur (plan.go), the changes to files
// (file.go), and the pleinen, partners and topics that are missing (make.go).
//
// Whatever is not certain is said: a heading that may mean something else, a name that is
// written otherwise, and all that was left out. Like package scaffold it does not touch
// the disk.
package timetable

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/spreadsheet"
	"pleinwijzer/generator/typed"
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
	Reason  string // in Dutch
	With    int    // if Joined: the number of the earlier row
	Data    []byte // the content of the file, if New or Changed
	Waits   bool   // if New: the file is a concept, because its plein or partner is one

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
	Made     []Made    // pleinen, partners and topics to write before the lines
	Unread   []string  // headings of columns that match no field
	Guessed  []Heading // headings that may mean something else
	Readings []Reading // names that were taken for another
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
	l, origin, err := findSheet(book, o.Sheet, told)
	if err != nil {
		return nil, err
	}
	table, err := l.Read(len(l.columns), mostRows+1+l.header.Line)
	if err != nil {
		return nil, err
	}
	if l.Name != "" { // now that merged cells are known
		sheet := l.Sheet
		l = findHeader(table.Rows, told)
		l.Sheet, l.epoch = sheet, book.Epoch
	}
	rows := slices.DeleteFunc(table.Rows, func(r spreadsheet.Row) bool { return r.Line <= l.header.Line })
	if len(rows) > mostRows {
		return nil, spreadsheet.TooMuch(fmt.Sprintf("heeft meer dan %d rijen", mostRows))
	}
	l.settle(rows)
	if err := l.check(); err != nil {
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
		Lines: p.lines, Made: made, Unread: l.unread(o.Make), Guessed: l.guessed(), Readings: p.readings(),
		Unknown: p.unknownNames(), Unsaid: l.unsaid(), Origin: origin,
	}, nil
}

// mostRows is the maximum number of non-empty rows: more than any region has.
const mostRows = 100_000

// explained returns what a person said that headings mean, by heading, with the keys of
// fields.
func explained(headings map[string]string) (map[string]string, error) {
	names, told := columnNames(), map[string]string{}
	for heading, meaning := range headings {
		q, ok := names[typed.Slugify(meaning)]
		if key := vague[typed.Slugify(meaning)]; !ok && key != "" {
			q, ok = columnFor(key), true
		}
		if !ok && meaning != "" {
			return nil, fmt.Errorf("er is geen veld %q; kies uit: Titel, Dag, Tijd, Omschrijving in 1 zin, Korte omschrijving, Plein, Partner, of een ander veld van een spreekuur", meaning)
		}
		told[typed.Slugify(heading)] = q.Key
	}
	return told, nil
}

// findSheet chooses the sheet with the most headings that are known. Hidden sheets are
// not read.
func findSheet(book *spreadsheet.Book, name string, told map[string]string) (layout, Origin, error) {
	best, origin := layout{}, Origin{Macros: book.Macros}
	named := false
	for _, sheet := range book.Sheets {
		wanted := name != "" && strings.EqualFold(strings.TrimSpace(sheet.Name), strings.TrimSpace(name))
		named = named || wanted
		if sheet.Hidden && !wanted {
			origin.Hidden = append(origin.Hidden, sheet.Name)
			continue
		}
		table, err := sheet.Read(0, headerRows)
		if err != nil {
			return layout{}, origin, err
		}
		found := findHeader(table.Rows, told)
		found.Sheet, found.epoch = sheet, book.Epoch
		switch {
		case sheet.Name == "":
		case found.known >= enoughHeadings:
			origin.Others = append(origin.Others, sheet.Name)
		default:
			origin.Unfit = append(origin.Unfit, sheet.Name)
		}
		if wanted || name == "" && found.known > best.known {
			best = found
		}
	}
	origin.Sheet = best.Name
	origin.Others = slices.DeleteFunc(origin.Others, func(other string) bool { return other == best.Name })
	switch {
	case name != "" && !named:
		return layout{}, origin, fmt.Errorf("er is geen blad %q; dit zijn de bladen: %s", name, sheetNames(book))
	case best.known < 2 && len(origin.Hidden) > 0:
		return layout{}, origin, fmt.Errorf("%w; het blad %q is verborgen, en wordt alleen gelezen met -blad", errNoHeadings, origin.Hidden[0])
	case best.known < 2:
		return layout{}, origin, errNoHeadings
	}
	return best, origin, nil
}

// enoughHeadings is how many headings make a sheet look like a rooster.
const enoughHeadings = 4

func sheetNames(book *spreadsheet.Book) string {
	var names []string
	for _, sheet := range book.Sheets {
		if sheet.Name != "" {
			names = append(names, strconv.Quote(sheet.Name))
		}
	}
	if names == nil {
		return "geen, want het is een CSV-bestand"
	}
	return strings.Join(names, ", ")
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
