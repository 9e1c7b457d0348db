package columns

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"pleinwijzer/generator/schedule"
)

// A section is what a text that is alone in a row says of the rows below it, until the next
// one.
type section struct {
	values map[string]string // by key: dag, tijd, plein or partner
	row    int               // that has the text; 0 for the name of the sheet
	used   bool              // there were rows below it
}

func (u *unfolder) subjects() subjects { return subjects{u.Notation, u.Folder} }

// begin reads what the name of the sheet and the titles above the headings say, for fields
// without a column. A title right above is also a heading, for the rows up to the next one.
func (u *unfolder) begin(rows []Row) {
	u.base = section{values: map[string]string{}}
	for i, title := range append([]string{u.Name}, titles(u.Above)...) {
		values, _ := u.subjects().subject(title)
		for key, text := range values {
			if u.base.values[key] == "" && !u.holds(key) {
				u.base.values[key] = text
				u.base.row = u.titleRow(i)
			}
		}
	}
	if len(rows) > 0 {
		u.last = rows[0].Number - 1
	}
}

// titleRow returns the number of the row with a title, or 0 for the name of the sheet.
func (u *unfolder) titleRow(i int) int {
	for _, r := range u.Above {
		if len(filledIn(r)) != 1 {
			continue
		}
		if i--; i == 0 {
			return r.Number
		}
	}
	return 0
}

// holds reports whether columns have a field.
func (u *unfolder) holds(key string) bool {
	switch key {
	case "dag":
		return u.Has("dag") || u.Has(When) || u.Has("data")
	case "tijd":
		return u.Has("tijd") || u.Has(When) || u.Has(From)
	}
	return u.Has(key)
}

// mostAsked is how many rows may look like a heading without being one.
const mostAsked = 200

// isHeading looks whether a row says something of the rows below it, and nothing else.
func (u *unfolder) isHeading(rows []Row, i int) bool {
	const most = 3 // cells, as in "Dinsdag", "12 januari"
	r := &rows[i]
	at := filledIn(r.Row)
	if len(at) == 0 || len(at) > most || u.asked >= mostAsked || len(at) > 1 && u.value(r, "titel") != "" {
		return false
	}
	var texts []string
	for _, i := range at {
		texts = append(texts, oneLine(Cell(r.Row, i)))
	}
	values, _ := u.subjects().subject(strings.Join(texts, ", "))
	if values == nil {
		u.asked++
	}
	if values == nil || !u.standsAlone(rows, i, at, values) {
		return false
	}
	keys := slices.Sorted(maps.Keys(values))
	for n, s := range u.stack {
		if slices.ContainsFunc(keys, func(key string) bool { return s.values[key] != "" }) {
			u.stack = u.stack[:n]
			break
		}
	}
	u.stack = append(u.stack, section{values: values, row: r.Number})
	u.unclear = ""
	var words []string
	for _, key := range keys {
		words = append(words, Shown(key, values[key]))
	}
	r.Skip = "een kopje: " + strings.Join(words, ", ")
	return true
}

// newTable forgets the headings of the table before, unless the headings of columns are only
// repeated between its rows, as on a new page.
func (u *unfolder) newTable(number int) {
	if u.above == nil || u.above.Number != number-1 {
		u.stack = slices.DeleteFunc(u.stack, func(s section) bool { return s.used })
	}
}

// standsAlone tells a heading in the column of its own field from a row that somebody has not
// finished: the next row leaves that cell empty.
func (u *unfolder) standsAlone(rows []Row, i int, at []int, values map[string]string) bool {
	for _, a := range at {
		if a >= len(u.Columns) || u.Columns[a].Unknown {
			continue
		}
		key := u.Columns[a].Key
		own := values[key] != "" || key == When && values["dag"] != ""
		if own && (values["tijd"] != "" || i+1 == len(rows) || u.value(&rows[i+1], key) != "") {
			return false
		}
	}
	return true
}

// fromSections fills in what the headings above a row say, and the titles.
func (u *unfolder) fromSections(r *Row) {
	for _, s := range slices.Backward(u.stack) {
		for _, key := range slices.Sorted(maps.Keys(s.values)) {
			u.give(r, key, s.values[key], s.row)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(u.base.values)) {
		u.give(r, key, u.base.values[key], u.base.row)
	}
}

// give fills in a value, unless the row has one.
func (u *unfolder) give(r *Row, key, text string, from int) {
	switch key {
	case "dag":
		if u.ownDay(r) != "" || u.value(r, "data") != "" {
			return
		}
	case "tijd":
		if u.value(r, "tijd")+u.value(r, When)+u.value(r, From)+u.value(r, Until) != "" {
			return
		}
	default:
		if u.value(r, key) != "" {
			return
		}
	}
	u.put(r, key, strings.TrimSpace(text+" "+u.value(r, key))) // "10-12" may be below "Dag"
	u.tell(r, Filled{Key: key, Value: Shown(key, text), From: from})
}

// ownDay returns the days that a row has itself.
func (u *unfolder) ownDay(r *Row) string {
	for _, key := range []string{"dag", When, "tijd"} {
		text := u.value(r, key)
		if text == "" {
			continue
		}
		if _, err := schedule.ParseTimes(u.Clock(oneLine(text))); err != nil && (key != "tijd" || u.Parts(text).Tijd != "") {
			return text
		}
	}
	return ""
}

// contradicts refuses a row that says something else than the headings above it.
func (u *unfolder) contradicts(r *Row) bool {
	for _, s := range u.stack {
		for _, key := range slices.Sorted(maps.Keys(s.values)) {
			if u.differs(r, key, s) {
				return true
			}
		}
	}
	return false
}

func (u *unfolder) differs(r *Row, key string, s section) bool {
	own := ""
	switch key {
	case "dag":
		if own = u.ownDay(r); own == "" || u.subjects().agree(own, s.values["dag"]) {
			return false
		}
	case "plein", "partner":
		own = u.value(r, key)
		if slug, _ := named(u.Folder, key, own); own == "" || slug == "" || slug == s.values[key] {
			return false
		}
	default:
		return false
	}
	r.Wrong = fmt.Sprintf("hier staat %q, en in het kopje van rij %d staat %s; verbeter een van de twee", oneLine(own), s.row, Shown(key, s.values[key]))
	return true
}
