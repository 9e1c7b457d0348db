package timetable

import (
	"fmt"
	"pleinwijzer/generator/columns"
	"pleinwijzer/generator/spreadsheet"
	"pleinwijzer/generator/typed"
	"slices"
	"strconv"
	"strings"
)

// explained returns what a person said that headings mean, by heading, with the keys of
// fields.
func explained(headings map[string]string) (map[string]string, error) {
	told := map[string]string{}
	for heading, meaning := range headings {
		key, ok := columns.Meaning(meaning)
		if !ok && meaning != "" {
			return nil, fmt.Errorf("er is geen veld %q; kies uit: Titel, Dag, Tijd, Omschrijving in 1 zin, Korte omschrijving, Plein, Partner, of een ander veld van een spreekuur", meaning)
		}
		told[typed.Slugify(heading)] = key
	}
	return told, nil
}

// findSheet chooses the sheet with the most headings that are known. Hidden sheets are
// not read.
func findSheet(book *spreadsheet.Book, name string, told map[string]string, n columns.Notation) (columns.Layout, Origin, error) {
	best, origin := columns.Layout{}, Origin{Macros: book.Macros}
	named := false
	for _, sheet := range book.Sheets {
		wanted := name != "" && strings.EqualFold(strings.TrimSpace(sheet.Name), strings.TrimSpace(name))
		named = named || wanted
		if sheet.Hidden && !wanted {
			origin.Hidden = append(origin.Hidden, sheet.Name)
			continue
		}
		table, err := sheet.Read(0, columns.HeaderRows)
		if err != nil {
			return columns.Layout{}, origin, err
		}
		rows, width := foldHeadings(table.Rows, told, n)
		found := columns.FindHeader(rows, told, n)
		found.Sheet, found.Width = sheet, max(found.Width, width)
		switch {
		case sheet.Name == "":
		case found.Known >= enoughHeadings:
			origin.Others = append(origin.Others, sheet.Name)
		default:
			origin.Unfit = append(origin.Unfit, sheet.Name)
		}
		if wanted || name == "" && found.Known > best.Known {
			best = found
		}
	}
	origin.Sheet = best.Name
	origin.Others = slices.DeleteFunc(origin.Others, func(other string) bool { return other == best.Name })
	switch {
	case name != "" && !named:
		return columns.Layout{}, origin, fmt.Errorf("er is geen blad %q; dit zijn de bladen: %s", name, sheetNames(book))
	case best.Known < 2 && len(origin.Hidden) > 0:
		err := fmt.Errorf("%w; het blad %q is verborgen, en wordt alleen gelezen met -blad", columns.ErrNoHeadings, origin.Hidden[0])
		return columns.Layout{}, origin, err
	case best.Known < 2:
		return columns.Layout{}, origin, columns.ErrNoHeadings
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

// nameColumns names the columns that have text and no heading, so that they can be spoken of.
func nameColumns(l *columns.Layout, rows []spreadsheet.Row, told map[string]string) {
	for _, r := range rows {
		for i := range r.Cells {
			known := i < len(l.Columns) && l.Columns[i].Heading != ""
			tooMany := l.Separator != 0 && i >= l.Width // which is wrong in itself
			if known || tooMany || columns.Cell(r, i) == "" {
				continue
			}
			for len(l.Columns) <= i {
				l.Columns = append(l.Columns, columns.Column{Unknown: true})
			}
			name := "kolom " + spreadsheet.Letters(i)
			key, explained := told[typed.Slugify(name)]
			l.Columns[i] = columns.Column{Heading: name, Unknown: key == "", Ignored: explained && key == ""}
			if key != "" {
				l.Columns[i].Question = columns.For(key)
			}
		}
	}
}

// above returns the rows above the headings.
func above(rows []spreadsheet.Row, header spreadsheet.Row) []spreadsheet.Row {
	at := slices.IndexFunc(rows, func(r spreadsheet.Row) bool { return r.Line >= header.Line })
	return rows[:max(at, 0)]
}
