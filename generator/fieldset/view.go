// Package fieldset shows the fields of a form on a page: a control for each, in a few
// groups, with its help and what is wrong with it. It knows nothing of files or requests.
//
// The templates are in veld.html, to be parsed together with those of a page: "veld" shows
// a [View].
package fieldset

import (
	"cmp"
	"embed"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/schedule"
)

// Layout has the template "veld".
//
//go:embed veld.html
var Layout embed.FS

// A View is one field on the page.
type View struct {
	form.Field
	ID           string
	Hint, Sample string
	Problems     []Problem

	IsGroup, IsRows, IsSet, IsSelect, IsArea, IsPicture, IsDate, IsDates bool

	Inner     []*View // of a group
	Rows      []Row   // of what repeats
	BlankRow  Row
	AddWords  string
	Choices   []choice
	InputType string // of the choices: radio or checkbox
	Absent    string // the value of a choice that nobody chose
	Searched  bool
	Dates     []dateView
	Text      string
	Lines     int
	Mode      string // inputmode
}

var chosenFirst = map[bool]int{true: 0, false: 1}

type choice struct {
	edit.Option
	Chosen bool
}

// A Row is one of the blocks of a list, or of a table by language.
type Row struct {
	Self      *View  // for what is wrong with the block as a whole; its label is the title
	List, Key string // the list, and which row of it; "" where rows are fixed
	Inner     []*View
}

type dateView struct {
	Number             int
	Type, Value, Words string
}

// A Problem is a text about a field: an error, or advice.
type Problem struct {
	Text   string
	Advice bool
}

// UploadPrefix begins the names of pictures that are sent along with a form.
const UploadPrefix = "_bestand."

// Upload is the name of a picture that is sent along.
func (v *View) Upload() string { return UploadPrefix + v.Name }

// Faulty reports whether the field itself has an error.
func (v *View) Faulty() bool {
	return slices.ContainsFunc(v.Problems, func(p Problem) bool { return !p.Advice })
}

// AnyFaulty reports whether the field or one inside it has an error.
func (v *View) AnyFaulty() bool {
	found := false
	v.Each(func(f *View) { found = found || f.Faulty() })
	return found
}

func (v *View) filled() bool {
	found := false
	v.Each(func(f *View) {
		found = found || slices.ContainsFunc(f.Texts, func(s string) bool { return s != "" })
	})
	return found
}

// Each visits the field and all inside it, but for blank rows.
func (v *View) Each(visit func(*View)) {
	visit(v)
	for _, f := range v.Inner {
		f.Each(visit)
	}
	for _, row := range v.Rows {
		visit(row.Self)
		for _, f := range row.Inner {
			f.Each(visit)
		}
	}
}

// few is how many choices stand below each other without a way to search them.
const few = 8

// Of returns the views of fields.
func Of(fields []form.Field) []*View {
	all := make([]*View, len(fields))
	for i, f := range fields {
		all[i] = viewField(f)
	}
	return all
}

func viewField(f form.Field) *View {
	v := &View{Field: f, ID: "veld-" + f.Name, Hint: hint(f), Sample: sample(f), Text: strings.Join(f.Texts, "\n")}
	switch f.Widget {
	case edit.Group:
		v.IsGroup = true
		if len(f.Blocks) > 0 {
			v.Inner = Of(f.Blocks[0])
		}
	case edit.Blocks:
		v.viewRows()
	case edit.Choices:
		v.IsSet, v.InputType, v.Searched = true, "checkbox", len(f.Options) > few
		v.choose(f.Options)
		if v.Searched { // what is chosen is not to be looked for
			slices.SortStableFunc(v.Choices, func(a, b choice) int { return cmp.Compare(chosenFirst[a.Chosen], chosenFirst[b.Chosen]) })
		}
	case edit.Choice:
		v.viewChoice()
	case edit.Switch:
		v.viewSwitch()
	case edit.Maybe:
		v.IsSet, v.InputType = true, "radio"
		v.choose([]edit.Option{{Label: "Niet ingevuld"}, {Label: "Ja", Value: Yes}, {Label: "Nee", Value: no}})
		v.Choices[0].Chosen = v.Text == ""
	case edit.Markdown:
		v.IsArea, v.Lines = true, min(max(8, strings.Count(v.Text, "\n")+3), 24)
	case edit.Lines:
		v.IsArea, v.Lines = true, min(max(3, strings.Count(v.Text, "\n")+2), 12)
		v.Hint = strings.TrimSpace(v.Hint + " Zet elk ding op een eigen regel.")
	case edit.Date:
		v.IsDate, v.Dates = true, viewDates(append(slices.Clone(f.Texts), "")[:1])
	case edit.Dates:
		v.IsDates, v.Dates = true, viewDates(append(slices.Clone(f.Texts), ""))
	case edit.Picture:
		v.IsPicture = true
	case edit.Number:
		v.Mode = "decimal"
	}
	return v
}

func (v *View) viewRows() {
	v.IsRows = true
	for i, fields := range v.Blocks {
		v.Rows = append(v.Rows, v.row(strconv.Itoa(i), fields))
	}
	v.AddWords = "Nog een blok bij " + v.Label
	if !v.Fixed {
		v.BlankRow = v.row(blankKey, v.Blank)
	}
}

// blankKey stands for the key of a row in the names of blank fields.
const blankKey = "+"

func (v *View) row(key string, fields []form.Field) Row {
	self := &View{Field: form.Field{Name: v.Name + "." + key}}
	self.Label = v.Label
	if v.Fixed && len(fields) > 0 {
		self.Name = strings.TrimSuffix(fields[0].Name, "."+fields[0].Key)
	}
	self.ID = "veld-" + self.Name
	row := Row{Self: self, Inner: Of(fields)}
	if i, err := strconv.Atoi(key); err == nil && i < len(v.Titles) && v.Titles[i] != "" {
		self.Label = v.Titles[i]
	} else if about := rowTitle(row.Inner); about != "" {
		self.Label = about
	}
	if !v.Fixed {
		row.List, row.Key = v.Name, key
	}
	return row
}

// rowTitle is what people call a row: its date or its first text.
func rowTitle(fields []*View) string {
	for _, f := range fields {
		if f.Text == "" {
			continue
		}
		if f.IsDate && f.Dates[0].Words != "" {
			return f.Dates[0].Words
		}
		if f.Widget == edit.Line || f.Widget == edit.Time {
			return f.Text
		}
	}
	return ""
}

// AddRows appends rows that nobody filled in yet.
func (v *View) AddRows(n int) {
	for i := range n {
		key := "n" + strconv.Itoa(i+1)
		v.Rows = append(v.Rows, v.row(key, renamed(v.Blank, v.Name+"."+blankKey, v.Name+"."+key)))
	}
}

func renamed(fields []form.Field, from, to string) []form.Field {
	all := slices.Clone(fields)
	for i := range all {
		all[i].Name = strings.Replace(all[i].Name, from, to, 1)
		all[i].Blank = renamed(all[i].Blank, from, to)
		all[i].Blocks = slices.Clone(all[i].Blocks)
		for j := range all[i].Blocks {
			all[i].Blocks[j] = renamed(all[i].Blocks[j], from, to)
		}
	}
	return all
}

func (v *View) choose(options []edit.Option) {
	for _, o := range options {
		v.Choices = append(v.Choices, choice{o, slices.Contains(v.Texts, o.Value)})
	}
}

func (v *View) viewChoice() {
	options := v.Options
	none := edit.Option{Label: "(niets gekozen)"}
	if v.Text == "" || !v.Required {
		options = append([]edit.Option{none}, options...)
	}
	v.choose(options)
	if v.Text == "" {
		v.Choices[0].Chosen = true
	}
	if len(options) <= few-2 {
		v.IsSet, v.InputType = true, "radio"
		return
	}
	v.IsSelect, v.Searched = true, len(options) > few
}

// The texts of a switch.
const (
	Yes = "ja"
	no  = "nee"
)

// viewSwitch shows a switch as one box. What the file says stays: a box that is off keeps
// its "nee".
func (v *View) viewSwitch() {
	v.IsSet, v.InputType = true, "checkbox"
	v.choose([]edit.Option{{Label: "Ja", Value: Yes}})
	if v.Text == no {
		v.Absent = no
	}
}

func viewDates(texts []string) []dateView {
	all := make([]dateView, len(texts))
	for i, text := range texts {
		all[i] = dateView{i + 1, "date", text, ""}
		if text == "" {
			continue
		}
		day, err := schedule.ParseDate(text)
		if err != nil || day.String() != text { // a date picker would throw it away
			all[i].Type = "text"
		}
		if err == nil {
			all[i].Words = schedule.Dutch.Date(day)
		}
	}
	return all
}

// hint is the help of a field for who fills in a form and sees no file.
func hint(f form.Field) string {
	help := inForm.Replace(f.Help)
	if f.Widget == edit.Choice || f.Widget == edit.Choices {
		for _, name := range namesOfFiles {
			if strings.HasPrefix(help, name) {
				_, help, _ = strings.Cut(help, ". ")
			}
		}
	}
	return help
}

// inForm replaces what the help of a field says about a file.
var inForm = strings.NewReplacer(
	"Zet op true als", "Kies ja als", "Zet op true zolang", "Kies ja zolang", "Zet op false als", "Kies nee als", "Zet op true of false.", "Kies ja of nee.",
	"Zonder dit veld: true.", "Niet ingevuld betekent ja.", "Zonder dit veld: false.", "Niet ingevuld betekent nee.", "Zonder dit veld:", "Niet ingevuld betekent:",
	"Alleen in een .toml-bestand: de korte omschrijving. In een .md-bestand staat die onder de velden.", "De tekst op de pagina, in gewone woorden.",
	"dag = \"op afspraak\"", "de dag \"op afspraak\"", "dag = \"tijdens openingstijden\"", "de dag \"tijdens openingstijden\"",
)

// namesOfFiles begin the help of fields in which a file has the name of another one.
var namesOfFiles = []string{"De naam van het bestand", "Namen uit onderwerpen.toml"}

// sample is the example of a field as a person would type it.
func sample(f form.Field) string {
	switch f.Widget {
	case edit.Line, edit.Time, edit.Lines, edit.Number:
	default:
		return ""
	}
	var parsed map[string]any
	if _, err := toml.Decode("x = "+f.Example, &parsed); err != nil {
		return ""
	}
	switch x := parsed["x"].(type) {
	case string:
		return x
	case []any:
		var all []string
		for _, one := range x {
			if text, ok := one.(string); ok {
				all = append(all, text)
			}
		}
		return strings.Join(all, " / ")
	case map[string]any:
		return ""
	}
	return f.Example
}
