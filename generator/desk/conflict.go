package desk

import (
	"encoding/base64"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/fieldset"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/saving"
	"pleinwijzer/generator/wording"
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

	AsText              bool // the fields of one of them cannot be read
	YourText, TheirText string
}

// versions are two values of one field.
type versions struct {
	Name, Label   string
	Yours, Theirs string
	Mine          bool // what is chosen to begin with
}

// showConflict responds with both versions, and why a choice from them was refused, if it was.
// The basis of the post is their own.
func (d *Desk) showConflict(w http.ResponseWriter, kind content.Kind, p post, c *saving.Conflict, refused string) {
	view := conflictView{
		Message: wording.Sentence(c.Message()), Hint: wording.Joined(refused, "Er is nog niets bewaard. Wat u invulde, is er nog."),
		Action: editURL(p.file), FileURL: editURL(p.file), Was: c.Now.Sum, File: p.file, Window: p.window,
		Basis: base64.StdEncoding.EncodeToString(p.basis), Gone: c.Now.Gone(),
	}
	if !view.Gone {
		view.compareVersions(d.source, kind, p, c)
	}
	d.write(w, http.StatusConflict, "anders.html", "Dit bestand is intussen veranderd", view)
}

// compareVersions fills in what differs: fields, or the texts if one of them has no fields.
func (v *conflictView) compareVersions(s source, kind content.Kind, p post, c *saving.Conflict) {
	now := p
	now.basis = c.Now.Data
	theirs, unreadable := s.formOf(kind, now)
	yours, mineUnreadable := s.formOf(kind, p)
	if unreadable != nil || mineUnreadable != nil || p.isText {
		v.textConflict(p.basis, c.Now.Data, unreadable)
		return
	}
	was := p
	was.basis = c.Was.Data
	before, _ := s.formOf(kind, was)
	v.Choices = compare(before, yours, theirs)
	for i, c := range v.Choices {
		if was := p.chosen[c.Name]; was != "" { // chosen before the file changed again
			v.Choices[i].Mine = was == mine
		}
	}
}

// compare returns the fields that differ. before is nil if nobody knows any more what both
// began with.
func compare(before, yours, theirs *form.Form) []versions {
	var all []versions
	for i, f := range yours.Fields {
		other := theirs.Fields[i]
		a, b := fieldset.Values([]form.Field{f}), fieldset.Values([]form.Field{other})
		if same(a, b) {
			continue
		}
		v := versions{Name: f.Name, Label: f.Label, Yours: fieldset.InWords(f), Theirs: fieldset.InWords(other), Mine: true}
		if before != nil && i < len(before.Fields) {
			v.Mine = !same(fieldset.Values([]form.Field{before.Fields[i]}), a)
		}
		all = append(all, v)
	}
	return all
}

// settle saves what someone chose of two versions.
func (d *Desk) settle(w http.ResponseWriter, r *http.Request, kind content.Kind, p post) {
	if !d.demand(w, r) {
		return
	}
	view := &formView{Dirty: true}
	if p.action == merge {
		version, err := d.Folder.Read(p.file)
		if err != nil {
			d.refuse(w, err)
			return
		}
		was, _ := d.Folder.Seen(p.was)
		conflict := &saving.Conflict{File: p.file, Now: version, Was: was}
		if version.Sum != p.was { // and again
			d.showConflict(w, kind, p, conflict, "")
			return
		}
		yours, unreadable := d.formOf(kind, p)
		if unreadable != nil {
			d.renderText(w, http.StatusConflict, view, kind, p, unreadable)
			return
		}
		chosen := url.Values{}
		for _, f := range yours.Fields {
			if p.chosen[f.Name] == mine {
				maps.Copy(chosen, fieldset.Values([]form.Field{f}))
			}
		}
		if !kind.IsTable() || len(chosen) == 0 { // a table is one field: their own is all of the file
			data, refused := form.Change(kind, p.file, version.Data, fieldset.AsNew(chosen))
			if len(refused) > 0 {
				d.showConflict(w, kind, p, conflict, "Zo samenvoegen lukt niet. "+wording.Refused(kind, refused[0]))
				return
			}
			p.basis = data
		}
	}
	if p.action == again {
		if _, err := d.Folder.Create(p.file, p.basis); err != nil {
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

func same(a, b url.Values) bool { return maps.EqualFunc(a, b, slices.Equal[[]string]) }
