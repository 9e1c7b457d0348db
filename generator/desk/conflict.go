package desk

import (
	"encoding/base64"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/saving"
)

// This file is about a file that somebody else changed while someone was filling in its
// form. Both versions are shown, and the person chooses for each field. The choice is
// already made where only one of the two changed a field.

// conflictView is the data of anders.html.
type conflictView struct {
	Message, Hint   string
	Action, FileURL string
	Was             saving.Sum
	Basis, Window   string // Basis is their own version
	File            string
	Gone            bool
	Choices         []versions
}

// versions are two values of one field.
type versions struct {
	Name, Label   string
	Yours, Theirs string
	Mine          bool // what is chosen to begin with
}

// showConflict responds with both versions. The basis of the post is their own.
func (d *Desk) showConflict(w http.ResponseWriter, kind content.Kind, p post, c *saving.Conflict) {
	view := conflictView{
		Message: sentence(c.Message()), Hint: "Er is nog niets bewaard. Wat u invulde, is er nog.",
		Action: editURL(p.file), FileURL: editURL(p.file), Was: c.Now.Sum, File: p.file, Window: p.window,
		Basis: base64.StdEncoding.EncodeToString(p.basis), Gone: c.Now.Gone(),
	}
	if !view.Gone {
		now := p
		now.basis = c.Now.Data
		theirs, unreadable := d.formOf(kind, now)
		if unreadable != nil {
			d.cannotRead(w, p.file, *unreadable)
			return
		}
		yours, unreadable := d.formOf(kind, p)
		if unreadable != nil {
			d.cannotRead(w, p.file, *unreadable)
			return
		}
		was := p
		was.basis = c.Was.Data
		before, _ := d.formOf(kind, was)
		view.Choices = compare(before, yours, theirs)
	}
	d.write(w, http.StatusConflict, "anders.html", "Dit bestand is intussen veranderd", view)
}

// compare returns the fields that differ. before is nil if nobody knows any more what both
// began with.
func compare(before, yours, theirs *form.Form) []versions {
	var all []versions
	for i, f := range yours.Fields {
		other := theirs.Fields[i]
		a, b := valuesOf([]form.Field{f}), valuesOf([]form.Field{other})
		if same(a, b) {
			continue
		}
		v := versions{Name: f.Name, Label: f.Label, Yours: inWords(f), Theirs: inWords(other), Mine: true}
		if before != nil && i < len(before.Fields) {
			v.Mine = !same(valuesOf([]form.Field{before.Fields[i]}), a)
		}
		all = append(all, v)
	}
	return all
}

func same(a, b url.Values) bool {
	if len(a) != len(b) {
		return false
	}
	for name, values := range a {
		if !slices.Equal(values, b[name]) {
			return false
		}
	}
	return true
}

// valuesOf returns what the form sends for its fields as they are.
func valuesOf(fields []form.Field) url.Values {
	all := url.Values{}
	eachValue(viewFields(fields), func(name string, values []string) { all[name] = values })
	return all
}

func eachValue(fields []*fieldView, visit func(name string, values []string)) {
	for _, f := range fields {
		switch f.Widget {
		case edit.Group:
			eachValue(f.Inner, visit)
		case edit.Blocks:
			keys := []string{""}
			for _, row := range f.RowViews {
				if row.List != "" {
					keys = append(keys, row.Key)
				}
				eachValue(row.Inner, visit)
			}
			if !f.Fixed {
				visit(f.Name, keys)
			}
		case edit.Lines:
			visit(f.Name, []string{f.Text})
		case edit.Choices, edit.Dates:
			visit(f.Name, append([]string{""}, f.Texts...))
		default:
			visit(f.Name, []string{f.Text})
		}
	}
}

// inWords returns the value of a field for a person.
func inWords(f form.Field) string {
	var lines []string
	var describe func(fields []*fieldView, label bool)
	describe = func(fields []*fieldView, label bool) {
		for _, v := range fields {
			describe(v.Inner, true)
			for _, row := range v.RowViews {
				describe(row.Inner, true)
			}
			var texts []string
			for _, text := range v.Texts {
				if i := slices.IndexFunc(v.Options, func(o edit.Option) bool { return o.Value == text }); i >= 0 {
					text = v.Options[i].Label
				}
				texts = append(texts, text)
			}
			text := strings.Join(texts, "\n")
			if text != "" && label {
				text = v.Label + ": " + text
			}
			if text != "" {
				lines = append(lines, text)
			}
		}
	}
	describe(viewFields([]form.Field{f}), false)
	if len(lines) == 0 {
		return "(leeg)"
	}
	return strings.Join(lines, "\n")
}

// settle saves what someone chose of two versions.
func (d *Desk) settle(w http.ResponseWriter, r *http.Request, kind content.Kind, p post) {
	if !d.demand(w, r) {
		return
	}
	view := &formView{Dirty: true}
	if p.action == merge {
		version, err := d.config.Folder.Read(p.file)
		if err != nil {
			d.refuse(w, err)
			return
		}
		if version.Sum != p.was { // and again
			was, _ := d.config.Folder.Seen(p.was)
			d.showConflict(w, kind, p, &saving.Conflict{File: p.file, Now: version, Was: was})
			return
		}
		yours, unreadable := d.formOf(kind, p)
		if unreadable != nil {
			d.cannotRead(w, p.file, *unreadable)
			return
		}
		chosen := url.Values{}
		for _, f := range yours.Fields {
			if p.chosen[f.Name] == mine {
				eachValue(viewFields([]form.Field{f}), func(name string, values []string) { chosen[name] = values })
			}
		}
		data, refused := form.Change(kind, p.file, version.Data, asNew(chosen))
		if len(refused) > 0 {
			d.say(w, http.StatusConflict, "Samenvoegen lukt niet", "Er is niets bewaard. "+sentences(refused[0]))
			return
		}
		p.basis = data
	}
	if p.action == again {
		if _, err := d.config.Folder.Create(p.file, p.basis); err != nil {
			if _, ok := errors.AsType[*saving.Refusal](err); ok {
				d.refuse(w, err)
				return
			}
		}
		http.Redirect(w, r, URL(p.file)+"&"+savedQuery+"="+d.lastStepText(p.file), http.StatusSeeOther)
		return
	}
	d.put(w, r, view, kind, p.file, p)
}

// asNew names the rows of lists as new ones: the numbers of one version say nothing about
// the rows of another.
func asNew(values url.Values) url.Values {
	all := url.Values{}
	for name, list := range values {
		renamedList := slices.Clone(list)
		parts := strings.Split(name, ".")
		for i := 1; i < len(parts); i++ {
			if isRow(values, strings.Join(strings.Split(name, ".")[:i], "."), parts[i]) {
				parts[i] = "n" + parts[i]
			}
		}
		if isListOfRows(values, name) {
			for i, key := range renamedList {
				if key != "" {
					renamedList[i] = "n" + key
				}
			}
		}
		all[strings.Join(parts, ".")] = renamedList
	}
	return all
}

// isRow reports whether a part of a name is the key of a row of a list.
func isRow(values url.Values, list, key string) bool { return slices.Contains(values[list], key) }

// isListOfRows reports whether values of a name are keys of rows: other names begin with it.
func isListOfRows(values url.Values, name string) bool {
	for other := range values {
		if strings.HasPrefix(other, name+".") {
			return true
		}
	}
	return false
}
