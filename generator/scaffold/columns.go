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

// A column is what the cells below one heading hold.
type column struct {
	Question
	heading string
	unknown bool
}

// fileColumn is the column with the name of the file, for who changes a title.
const fileColumn = "bestand"

// headings are what people write above a column, beside the label and the key of
// a field. Case, accents and spaces do not count.
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

// agreed are the columns that a rooster has: what the agreement between partners
// asks, in its order.
var agreed = []string{"titel", "dag", "tijd", "in_een_zin", Text, "plein", "partner"}

// columnNames says for each heading, made a slug, which field is below it.
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

// A layout is how a sheet is to be read.
type layout struct {
	separator rune
	header    row
	columns   []column
}

// findLayout looks for the row with headings, which may have a title above it,
// and for the separator with which it has the most of them.
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

// check wants each of the agreed columns, and no column twice.
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

// Unread are the headings of which nothing is read.
func (l layout) unread() []string {
	var all []string
	for _, c := range l.columns {
		if c.unknown && c.heading != "" {
			all = append(all, c.heading)
		}
	}
	return all
}
