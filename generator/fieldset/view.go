// Package fieldset shows the fields of a form on a page: a control for each, in a few
// groups, with its help and what is wrong with it. It knows nothing of files or requests.
//
// The templates are in veld.html, to be parsed together with those of a page: "veld" shows
// a [View].
package fieldset

import (
	"embed"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
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

	IsGroup, IsRows, IsSet, IsSelect, IsArea, IsPicture, IsColour, IsDate, IsDates bool

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
	Swatch    string // the colour that is picked, or that of the example
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

// Of returns the views of fields.
func Of(fields []form.Field) []*View {
	all := make([]*View, len(fields))
	for i, f := range fields {
		all[i] = viewField(f)
	}
	return all
}

func viewField(f form.Field) *View {
	v := &View{Field: f, ID: "veld-" + f.Name, Hint: f.Help, Sample: sample(f), Text: strings.Join(f.Texts, "\n")}
	switch f.Widget {
	case edit.Group:
		v.IsGroup = true
		if len(f.Blocks) > 0 {
			v.Inner = Of(f.Blocks[0])
		}
	case edit.Blocks:
		v.viewRows()
	case edit.Choices:
		v.viewChoices()
	case edit.Choice:
		v.viewChoice()
	case edit.Switch:
		v.viewSwitch()
	case edit.Maybe:
		v.viewMaybe()
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
	case edit.Colour:
		v.IsColour, v.Swatch = true, v.Sample
		if regexp.MustCompile(f.Form.Pattern).MatchString(v.Text) {
			v.Swatch = strings.TrimSpace(v.Text)
		}
	case edit.Number:
		v.Mode = "decimal"
	}
	if (f.Widget == edit.Choice || f.Widget == edit.Choices) && len(f.Options) == 0 {
		v.Hint += " Er is nog niets om uit te kiezen."
	}
	return v
}
