package fieldset

import (
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// A Row is one of the blocks of a list, or of a table by language.
type Row struct {
	Self      *View  // for what is wrong with the block as a whole; its label is the title
	List, Key string // the list, and which row of it; "" where rows are fixed
	Inner     []*View
}

func (v *View) viewRows() {
	v.IsRows = true
	for i, fields := range v.Blocks {
		key := strconv.Itoa(i)
		if i < len(v.Words) {
			key = v.Words[i]
		}
		v.Rows = append(v.Rows, v.row(key, fields))
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
		switch f.Widget {
		case edit.Line, edit.Time:
			return f.Text
		case edit.Choice:
			return labelOf(f.Options, f.Text)
		}
	}
	return ""
}

// AddRows appends rows that nobody filled in yet.
func (v *View) AddRows(n int) {
	for i := 1; n > 0; i++ {
		key := "n" + strconv.Itoa(i)
		if slices.ContainsFunc(v.Rows, func(row Row) bool { return row.Key == key }) {
			continue
		}
		v.Rows = append(v.Rows, v.row(key, form.Renamed(v.Blank, v.Name+"."+blankKey, v.Name+"."+key)))
		n--
	}
}
