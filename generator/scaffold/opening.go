package scaffold

import (
	"reflect"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/weekhours"
)

// Opening is the key of the question for the opening hours of a plein. Its answer is any
// number of lines with days and hours, which become the fields of a block.
const Opening = "openingstijden"

// openingField describes the question. The file has a field for each day instead.
var openingField = frontmatter.Field{
	Key: Opening, Label: "Openingstijden", Type: reflect.TypeFor[[]string](), Example: `["maandag t/m vrijdag 9.00 tot 17.00 uur"]`,
	Help: "Wanneer is het gebouw open? Typ een of meer dagen en de tijd. Zijn de tijden niet elke dag gelijk? Typ dan meer regels, zoals " +
		`"zaterdag 10.00 tot 13.00 uur". Dagen die u niet noemt, zijn gesloten. Zijn er geen vaste openingstijden? Typ dan: geen.`,
}

// setOpening stores the answer to the question for opening hours.
func (d *Draft) setOpening(lines []string) diag.List {
	if len(lines) == 1 && weekhours.None(lines[0]) {
		lines = nil
	}
	_, problems := weekhours.Read(lines)
	switch {
	case problems.HasErrors():
	case len(lines) == 0:
		delete(d.texts, Opening)
	default:
		d.texts[Opening] = lines
	}
	return problems
}

// openingBlock returns the opening hours as they are written in the file.
func (d *Draft) openingBlock() (frontmatter.Block, bool) {
	w, _ := weekhours.Read(d.texts[Opening])
	block := frontmatter.Block{Name: Opening, Alone: true}
	for _, day := range weekhours.FromMonday {
		if w[day] == "" {
			w[day] = "gesloten" // as the question says
		}
		block.Values = append(block.Values, frontmatter.Value{Key: schedule.WeekdayName(day), Spelled: frontmatter.Quote(w[day])})
	}
	return block, d.Has(Opening)
}

// OpeningWords reads the opening hours back: a line for days in a row with the same hours.
func (d *Draft) OpeningWords() []string {
	c, _ := reading.Parse(d.Kind, d.Path("concept"), d.Bytes())
	return weekhours.Words(c.Pleinen[0].Openingstijden)
}
