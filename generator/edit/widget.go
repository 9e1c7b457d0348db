package edit

import (
	"reflect"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// A Widget is the way in which a form asks for the value of a field. Every form takes it
// from here: the page /admin/ and the form on an editor's own computer.
type Widget string

const (
	Line     Widget = "line"     // a text on one line
	Lines    Widget = "lines"    // several texts, one on each line
	Markdown Widget = "markdown" // a text of several lines
	Choice   Widget = "choice"   // one of the options
	Choices  Widget = "choices"  // any of the options
	Switch   Widget = "switch"   // yes or no, where absent means no
	Maybe    Widget = "maybe"    // yes, no or absent, which are three different things
	Date     Widget = "date"
	Dates    Widget = "dates"
	Time     Widget = "time" // hours or a moment, in words: "10.00 tot 12.00 uur"
	Number   Widget = "number"
	Picture  Widget = "picture"
	Colour   Widget = "colour"
	Group    Widget = "group"  // a table
	Blocks   Widget = "blocks" // any number of tables
)

// An Input is how forms ask for one value of a field.
type Input struct {
	Widget  Widget
	Options []Option   // for Choice and Choices
	Form    typed.Form // what can be checked while someone is typing; it may be empty
}

// Input returns how forms ask for a field. Where a list has one value for each line, there
// is no Form: it is that of one value.
func (l Lists) Input(f frontmatter.Field) Input { return l.input(f, f.Type) }

// input returns how forms ask for a value of a given type.
func (l Lists) input(f frontmatter.Field, t reflect.Type) Input {
	form := typed.FormOf(t)
	options, chosen := l.offered(f, t)
	switch {
	case t == reflect.TypeFor[typed.Opening](): // one text or a list of texts
		return Input{Widget: Lines}
	case t == reflect.TypeFor[typed.HolidayRule]():
		return Input{Widget: Choices, Options: holidayChoices()}
	case t == reflect.TypeFor[typed.Picture](): // an editor uploads one, or chooses one that is there
		return Input{Widget: Picture}
	case t == reflect.TypeFor[typed.Text]():
		return Input{Widget: Markdown}
	case t == reflect.TypeFor[typed.Colour]():
		return Input{Widget: Colour, Form: form}
	case chosen:
		return Input{Widget: Choice, Options: options}
	case len(f.Choices) > 0 && t.Kind() == reflect.String:
		return Input{Widget: Choice, Options: choices(f.Choices)}
	case t == reflect.TypeFor[schedule.Date]():
		return Input{Widget: Date, Form: form}
	case isTime[t]:
		return Input{Widget: Time, Form: form}
	case form.Pattern != "" || t.Kind() == reflect.String:
		return Input{Widget: Line, Form: form}
	case t.Kind() == reflect.Slice:
		return l.several(f, t.Elem())
	}
	widget, ok := widgets[t.Kind()]
	if !ok {
		panic("edit: no widget for " + t.String())
	}
	return Input{Widget: widget}
}

var isTime = map[reflect.Type]bool{
	reflect.TypeFor[schedule.Times](): true, reflect.TypeFor[schedule.Span](): true,
	reflect.TypeFor[typed.Hours](): true, reflect.TypeFor[typed.Moment](): true,
}

var widgets = map[reflect.Kind]Widget{
	reflect.Bool: Switch, reflect.Pointer: Maybe, reflect.Int: Number, reflect.Float64: Number, reflect.Struct: Group, reflect.Map: Blocks,
}

// several returns how forms ask for any number of values.
func (l Lists) several(f frontmatter.Field, item reflect.Type) Input {
	if len(f.Fields) > 0 {
		return Input{Widget: Blocks}
	}
	switch one := l.input(f, item); one.Widget {
	case Choice:
		return Input{Widget: Choices, Options: one.Options}
	case Date:
		return Input{Widget: Dates}
	}
	return Input{Widget: Lines}
}

// Body returns the field that is the text of a .md file, below the other fields.
func Body(k content.Kind) frontmatter.Field {
	f := frontmatter.Field{
		Key: "tekst", Label: "Tekst", Help: "De tekst op de pagina, in gewone woorden.", Type: reflect.TypeFor[typed.Text](),
		Required: k.Name == "spreekuur" || k.Name == "pagina",
	}
	if k.Name == content.Clauses.Name {
		f.Required, f.Help = true, "Voor "+content.PleinBlank+" en "+content.PartnerBlank+" komen de namen."
	}
	return f
}
