package fieldset

import (
	"cmp"
	"slices"

	"pleinwijzer/generator/edit"
)

// few is how many choices stand below each other without a way to search them.
const few = 8

var chosenFirst = map[bool]int{true: 0, false: 1}

type choice struct {
	edit.Option
	Chosen bool
}

func (v *View) choose(options []edit.Option) {
	for _, o := range options {
		v.Choices = append(v.Choices, choice{o, slices.Contains(v.Texts, o.Value)})
	}
}

func (v *View) viewChoices() {
	v.IsSet, v.InputType, v.Searched = true, "checkbox", len(v.Options) > few
	v.choose(v.Options)
	if v.Searched { // what is chosen is not to be looked for
		slices.SortStableFunc(v.Choices, func(a, b choice) int { return cmp.Compare(chosenFirst[a.Chosen], chosenFirst[b.Chosen]) })
	}
}

func (v *View) viewMaybe() {
	v.IsSet, v.InputType = true, "radio"
	v.choose([]edit.Option{{Label: "Niet ingevuld"}, {Label: "Ja", Value: Yes}, {Label: "Nee", Value: no}})
	v.Choices[0].Chosen = v.Text == ""
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

// labelOf is what people call a value, or else the value.
func labelOf(options []edit.Option, value string) string {
	if i := slices.IndexFunc(options, func(o edit.Option) bool { return o.Value == value }); i >= 0 {
		return options[i].Label
	}
	return value
}
