package scaffold

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// A column says what the cells below a heading contain.
type column struct {
	Question
	heading string
	unknown bool
}

// fileColumn is the column with the file name, which identifies a spreekuur when its
// title is changed.
const fileColumn = "bestand"

// headings are the headings that people use, in addition to the label and the key of a
// field. Case, accents and spaces are ignored.
var headings = map[string]string{
	"naam": "titel", "spreekuur": "titel", "naam-spreekuur": "titel",
	"dagen": "dag", "weekdag": "dag", "tijden": "tijd", "tijdstip": "tijd",
	"omschrijving-in-een-zin": "in_een_zin", "in-1-zin": "in_een_zin",
	"korte-omschrijving": Text, "omschrijving": Text, "toelichting": Text,
	"locatie": "plein", "organisatie": "partner", "partners": "partner",
	"onderwerp": "onderwerpen", "doelgroep": "doelgroepen", "doelgroepen": "doelgroepen", "taal": "talen",
	"telefoonnummer": "telefoon", "e-mailadres": "email", "mail": "email", "url": "website", "site": "website",
	"begindatum": "vanaf", "ingangsdatum": "vanaf", "einddatum": "tot_en_met",
	"slug": fileColumn, "bestandsnaam": fileColumn, fileColumn: fileColumn,
}

// agreed lists the columns that every rooster must have: those in the agreement between
// partners, in that order.
var agreed = []string{"titel", "dag", "tijd", "in_een_zin", Text, "plein", "partner"}

// columnNames maps each possible heading, as a slug, to the field below it.
func columnNames() map[string]Question {
	names := map[string]Question{}
	kind := content.KindOf("spreekuur")
	for _, f := range kind.Fields {
		q, ok := QuestionFor(kind, f.Key)
		if !ok {
			continue
		}
		names[typed.Slugify(f.Key)] = q
		names[typed.Slugify(q.Label)] = q
	}
	for heading, key := range headings {
		q, ok := QuestionFor(kind, key)
		if !ok {
			q.Key = fileColumn
		}
		names[heading] = q
	}
	return names
}

// A layout is the structure of a spreadsheet.
type layout struct {
	separator rune
	header    row
	columns   []column
}

// findLayout searches for the row of headings, which may have a title above it, and for
// the separator, which is the one that gives the most known headings.
func findLayout(text string) (layout, error) {
	names := columnNames()
	var best layout
	most := 0
	for _, separator := range separators {
		for _, r := range readRows(firstLines(text, 20), separator, 0, 20) {
			columns, known := columnsOf(r.cells, names)
			if known > most {
				most, best = known, layout{separator, r, columns}
			}
		}
	}
	if most < 2 {
		return layout{}, errors.New("er is geen regel met kopjes zoals Titel, Dag en Tijd; zet die boven het rooster")
	}
	return best, best.check()
}

func firstLines(text string, n int) string {
	at := 0
	for range n {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return text
		}
		at += next + 1
	}
	return text[:at]
}

func columnsOf(cells []string, names map[string]Question) (columns []column, known int) {
	for _, cell := range cells {
		heading := strings.Join(strings.Fields(cell), " ")
		q, ok := names[typed.Slugify(heading)]
		columns = append(columns, column{Question: q, heading: heading, unknown: !ok})
		if ok {
			known++
		}
	}
	return columns, known
}

// check returns an error unless each of the agreed columns is there and no column is
// there twice.
func (l layout) check() error {
	byKey := map[string]string{}
	var unknown []string
	for _, c := range l.columns {
		switch other, twice := byKey[c.Key]; {
		case c.unknown:
			unknown = append(unknown, c.heading)
		case twice:
			return fmt.Errorf("de kolommen %q en %q zijn voor hetzelfde; laat er één staan", other, c.heading)
		default:
			byKey[c.Key] = c.heading
		}
	}
	var missing []error
	for _, key := range agreed {
		if _, ok := byKey[key]; ok {
			continue
		}
		q, _ := QuestionFor(content.KindOf("spreekuur"), key)
		mend := ""
		if near, ok := diag.Nearest(q.Label, unknown); ok {
			mend = fmt.Sprintf("; noem de kolom %q zo", near)
		}
		missing = append(missing, fmt.Errorf("in het rooster ontbreekt de kolom %q%s", q.Label, mend))
	}
	return errors.Join(missing...)
}

func (l layout) has(key string) bool {
	return slices.ContainsFunc(l.columns, func(c column) bool { return !c.unknown && c.Key == key })
}

// unread returns the headings of columns that are ignored.
func (l layout) unread() []string {
	var all []string
	for _, c := range l.columns {
		if c.unknown && c.heading != "" {
			all = append(all, c.heading)
		}
	}
	return all
}
