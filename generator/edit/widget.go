package edit

import (
	"reflect"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
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
	Group    Widget = "group"  // a table
	Blocks   Widget = "blocks" // any number of tables
)

// An Option is one of the values that a form offers.
type Option struct {
	Label string `yaml:"label"`
	Value string `yaml:"value"`
}

// Lists has what forms offer that depends on the content: records by name, and the
// languages of the site.
type Lists struct {
	options   map[string][]Option // by the key of the field
	languages []typed.Language
}

// ListsOf returns what the forms for a content folder offer.
func ListsOf(c *content.Content) Lists { return Lists{} }

// Languages returns the languages into which texts are translated.
func (l Lists) Languages() []typed.Language { return l.languages }

// An Input is how forms ask for one value of a field.
type Input struct {
	Widget  Widget
	Options []Option   // for Choice and Choices
	Form    typed.Form // what can be checked while someone is typing; it may be empty
}

// Input returns how forms ask for a field.
func (l Lists) Input(f frontmatter.Field) Input { return l.input(f, f.Type) }

func (l Lists) input(f frontmatter.Field, t reflect.Type) Input { return Input{} }
