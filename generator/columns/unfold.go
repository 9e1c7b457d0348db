package columns

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/spreadsheet"
	"pleinwijzer/generator/typed"
)

// A Row is a row of a sheet with what it leaves to its surroundings filled in.
type Row struct {
	spreadsheet.Row
	Skip    string // why it is no spreekuur, in Dutch
	Unclear string // why it may lack something, in Dutch
}

// A Filled is a value that rows got from their surroundings.
type Filled struct {
	Key   string // of the field; "" if the rows are further times of the spreekuur of row From
	Value string // as it is shown
	From  int    // the row that has it, or 0 for the name of the sheet
	Above bool   // that row is simply the one above, which has a cell that counts for more rows
	Rows  []int  // that got it
}

// A Surroundings is what a timetable has besides its rows.
type Surroundings struct {
	Above  []spreadsheet.Row // the headings
	Hidden []int             // the numbers of hidden rows
	Folder *scaffold.Folder  // the records that may be named
}

// Unfold returns each row as if nothing were left to its surroundings, and tells what was
// filled in. It adds a column for each field that got a value without having one.
func (l *Layout) Unfold(sheet []spreadsheet.Row, s Surroundings) ([]Row, []Filled) {
	rows := l.align(sheet)
	l.repeatAbove(rows)
	l.Year = yearIn(append(titles(s.Above), l.Name))
	rows = l.unfoldWeek(rows, s.Folder)
	u := &unfolder{Layout: l, Surroundings: s, repeats: l.repeating(rows), index: map[filling]int{}, got: map[string]origin{}}
	u.begin(rows)
	for i := range rows {
		u.see(rows, i)
	}
	l.Settle(rows)
	return rows, u.filled
}

// A filling identifies a Filled.
type filling struct {
	key, value string
	from       int
	above      bool
}

// titles returns the texts that are alone in their row.
func titles(rows []spreadsheet.Row) []string {
	var all []string
	for _, r := range rows {
		if at := filledIn(r); len(at) == 1 {
			all = append(all, Cell(r, at[0]))
		}
	}
	return all
}

var fourDigits = regexp.MustCompile(`\b20\d\d\b`)

// yearIn returns the one year that titles name, or 0.
func yearIn(titles []string) int {
	found := fourDigits.FindAllString(strings.Join(titles, " "), -1)
	slices.Sort(found)
	if found = slices.Compact(found); len(found) != 1 {
		return 0
	}
	year, _ := strconv.Atoi(found[0])
	return year
}

// filledIn returns the indices of the cells that have text.
func filledIn(r spreadsheet.Row) []int {
	var at []int
	for i := range r.Cells {
		if Cell(r, i) != "" {
			at = append(at, i)
		}
	}
	return at
}

// An unfolder goes through the rows from top to bottom.
type unfolder struct {
	*Layout
	Surroundings
	base    section   // what holds for all rows
	stack   []section // the headings that hold for the present row, the widest first
	asked   int       // how many rows looked like a heading
	unclear string    // what came instead of a heading
	above   *Row      // if it is a row with a spreekuur and just above the present one
	last    int       // the number of the row before
	repeats map[int]bool
	filled  []Filled
	index   map[filling]int
	got     map[string]origin // for each field, the last value from the row above
}

// An origin is the row that got a value, and the row that has it.
type origin struct{ by, from int }

func (u *unfolder) see(rows []Row, i int) {
	r := &rows[i]
	if u.hiddenSince(r.Number) && len(u.stack) > 0 {
		u.stack, u.unclear = nil, "tussen deze rij en het kopje erboven zijn rijen verborgen; maak ze zichtbaar"
	}
	if u.last != r.Number && u.last != r.Number-1 {
		u.above = nil
	}
	u.last = r.Number
	switch {
	case r.Wrong != "": // it may have been a heading
		u.stack, u.above = nil, nil
		return
	case r.Skip == headingsAgain:
		u.newTable(r.Number)
		u.above = nil
		return
	case r.Skip != "" || u.isHeading(rows, i):
		u.above = nil
		return
	}
	if r.Skip = u.noRow(r.Row); r.Skip != "" {
		u.above = nil
		return
	}
	if at := filledIn(r.Row); len(at) == 1 && !u.isMoment(r, at[0]) || len(at) == 2 && !u.hasTime(r) {
		u.lost(r, Cell(r.Row, at[0]))
		return
	}
	if u.contradicts(r) {
		u.above = nil
		return
	}
	for i := range u.stack {
		u.stack[i].used = true
	}
	u.proceed(r)
	u.fromSections(r)
	u.fromAbove(r)
	r.Unclear = u.unclear
	u.above = r
}

func (u *unfolder) hasTime(r *Row) bool {
	return slices.ContainsFunc(append([]string{"data"}, Times...), func(key string) bool { return u.value(r, key) != "" })
}

// hiddenSince reports whether rows are hidden between the last row and this one.
func (u *unfolder) hiddenSince(number int) bool {
	at, _ := slices.BinarySearch(u.Hidden, u.last)
	return at < len(u.Hidden) && u.Hidden[at] < number
}

// lost forgets the headings: a text that is alone in a row, and that nobody understands, may
// be another one.
func (u *unfolder) lost(r *Row, text string) {
	u.stack, u.above, u.base = nil, nil, section{}
	reason := ""
	if u.asked < mostAsked {
		_, reason = u.subjects().subject(text)
	}
	if reason == "" {
		reason = fmt.Sprintf(`is het een kopje, zet dan ervoor wat het is, zoals "Plein: %s"`, oneLine(text))
		u.unclear = fmt.Sprintf("in rij %d staat %q; %s", r.Number, oneLine(text), reason)
	} else {
		u.unclear = fmt.Sprintf("in rij %d: %s", r.Number, reason)
	}
	r.Unclear = reason
}

// put fills in a value that a row does not have.
func (u *unfolder) put(r *Row, key, text string) {
	at := u.at(key)
	if at < 0 {
		at = len(u.Columns)
		u.Columns = append(u.Columns, Column{Question: For(key), Heading: For(key).Label})
	}
	for len(r.Cells) <= at {
		r.Cells = append(r.Cells, "")
	}
	r.Cells[at] = text
	r.Many = max(r.Many, len(r.Cells))
}

// tell remembers what a row got.
func (u *unfolder) tell(r *Row, f Filled) {
	id := filling{f.Key, f.Value, f.From, f.Above}
	at, known := u.index[id]
	if !known {
		at = len(u.filled)
		u.index[id] = at
		u.filled = append(u.filled, f)
	}
	if rows := u.filled[at].Rows; len(rows) == 0 || rows[len(rows)-1] != r.Number { // a week has several rows of one
		u.filled[at].Rows = append(rows, r.Number)
	}
}

// value returns the text of a field in a row.
func (u *unfolder) value(r *Row, key string) string {
	if at := u.at(key); at >= 0 {
		return Cell(r.Row, at)
	}
	return ""
}

// headingsAgain is why a row of headings is no spreekuur.
const headingsAgain = "de kopjes staan hier nog een keer"

// align puts the cells of further tables below the first one in the columns of that one: each
// has headings of its own, perhaps in another order. Headings that only it has become columns.
func (l *Layout) align(sheet []spreadsheet.Row) []Row {
	rows, first := make([]Row, 0, len(sheet)), len(l.Columns)
	var to []int // for each column of the present table its place, if it is not the first table
	for _, r := range sheet {
		if own := l.headings(r); own != nil {
			to = l.places(own)
			rows = append(rows, Row{Row: r, Skip: headingsAgain})
			continue
		}
		if width := max(len(to), first); l.Separator != 0 && r.Many > width && r.Wrong == "" {
			r.Wrong = fmt.Sprintf("er zijn %d cellen en %d kopjes; zet tekst met %q erin tussen aanhalingstekens", r.Many, width, l.Separator)
		}
		if to != nil && r.Wrong == "" {
			r = aligned(r, to, len(l.Columns))
		}
		rows = append(rows, Row{Row: r})
	}
	return rows
}

// headings returns the columns of a row that consists of headings, or nil.
func (l *Layout) headings(r spreadsheet.Row) []Column {
	const enough, most = 3, 40
	at := filledIn(r)
	if len(at) < enough || len(Cell(r, at[0])) > most {
		return nil
	}
	if _, ok := Meaning(Cell(r, at[0])); !ok && !strings.EqualFold(oneLine(Cell(r, at[0])), l.heading(at[0])) {
		return nil
	}
	known := 0
	for _, i := range at {
		text := Cell(r, i)
		if _, means := Meaning(text); means || strings.EqualFold(oneLine(text), l.heading(i)) {
			known++
		}
	}
	if known < enough || known*3 < len(at)*2 {
		return nil
	}
	return l.columnsOf(r.Cells, nil)
}

func (l *Layout) heading(i int) string {
	if i < len(l.Columns) {
		return l.Columns[i].Heading
	}
	return ""
}

// places returns for each column the one of this layout with the same field or heading.
func (l *Layout) places(columns []Column) []int {
	to := make([]int, len(columns))
	for i, c := range columns {
		to[i] = -1
		if c.Heading == "" {
			continue
		}
		to[i] = slices.IndexFunc(l.Columns, func(own Column) bool {
			return !c.Unknown && !own.Unknown && c.Key == own.Key || typed.Slugify(c.Heading) == typed.Slugify(own.Heading)
		})
		if to[i] < 0 || slices.Contains(to[:i], to[i]) { // Check refuses a field with two columns
			to[i] = len(l.Columns)
			l.Columns = append(l.Columns, c)
		}
	}
	return to
}

func aligned(r spreadsheet.Row, to []int, width int) spreadsheet.Row {
	cells := make([]string, width)
	for i := range r.Cells {
		if i < len(to) && to[i] >= 0 {
			cells[to[i]] = r.Cells[i]
		} else if text := Cell(r, i); text != "" {
			r.Wrong = fmt.Sprintf("boven %q staat geen kopje; zet dat erbij, of haal de tekst weg", text)
		}
	}
	r.Cells = cells
	return r
}
