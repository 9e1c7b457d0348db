package desk

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/fieldset"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/saving"
	"pleinwijzer/generator/wording"
)

// The addresses of forms.
const (
	fileQuery   = "naam"
	kindQuery   = "soort"
	savedQuery  = "bewaard" // the number of the step
	undoneQuery = "terug"
)

// URL returns the address of the form of a file.
func URL(file string) string { return Base + editURL(file) }

// NewURL returns the address of the form for a new record of a kind.
func NewURL(kind string) string { return Base + newURL(kind) }

// editURL returns the same below Base.
func editURL(file string) string { return "bestand?" + url.Values{fileQuery: {file}}.Encode() }

func newURL(kind string) string { return "nieuw?" + url.Values{kindQuery: {kind}}.Encode() }

// formView is the data of formulier.html.
type formView struct {
	Action            string
	Was               saving.Sum
	Basis, Window     string
	File, Shown, Kind string
	IsNew, Dirty      bool
	IsRecord          bool // it has a name of its own, and may be a draft
	Slug              string
	HasPicture        bool
	Groups            []fieldset.Group
	Rule              form.Explanation
	PageURL, PageNote string
	Saved             *savedView
	Notice            string
	There             string // the address of the form of what is there already
	Summary           []summaryLine
	General           []string
	SummaryTitle      string
	MayForce          bool
	Ending            string
	AsText            bool   // all of the file as its text
	TextURL           string // where its text can be changed

	refused []form.Refused // why what was typed cannot be in the file, which the form then still has
}

type savedView struct {
	Words string
	Step  int // 0 if there is nothing to undo
}

type summaryLine struct{ ID, Label, Text string }

// showFile shows the form of a file as it is.
func (d *Desk) showFile(w http.ResponseWriter, r *http.Request) {
	file := r.URL.Query().Get(fileQuery)
	kind, ok := contentfs.KindOf(file)
	if !ok {
		d.noFile(w, file)
		return
	}
	version, err := d.Folder.Read(file)
	view := &formView{AsText: r.URL.Query().Has(textQuery)}
	if refusal, ok := errors.AsType[*saving.Refusal](err); ok && refusal.Reason == saving.Encoding {
		view.Notice = "Dit bestand is in een andere codering opgeslagen. Kijk of alle letters kloppen. Bij het bewaren wordt het UTF-8."
		view.AsText = true
	} else if err != nil {
		d.refuse(w, err)
		return
	}
	p := post{file: file, was: version.Sum, basis: version.Data, window: rand.Text()}
	if step, err := strconv.Atoi(r.URL.Query().Get(savedQuery)); err == nil {
		view.Saved = d.savedView(step)
	} else if r.URL.Query().Has(undoneQuery) {
		view.Saved = &savedView{Words: "Het is teruggezet. In het bestand staat weer wat er eerst stond."}
	}
	d.render(w, http.StatusOK, view, kind, p, nil)
}

// showNew shows an empty form.
func (d *Desk) showNew(w http.ResponseWriter, r *http.Request) {
	kind, ok := kindNamed(r.URL.Query().Get(kindQuery))
	if !ok {
		d.say(w, http.StatusNotFound, "Deze soort is er niet", "Kies een soort op de pagina Bewerken.")
		return
	}
	d.render(w, http.StatusOK, &formView{}, kind, post{kind: kind.Name, window: rand.Text()}, nil)
}

func kindNamed(name string) (content.Kind, bool) {
	if name == content.SourcesFile.Name {
		return content.SourcesFile, true
	}
	i := slices.IndexFunc(content.Kinds, func(k content.Kind) bool { return k.Name == name })
	if i < 0 {
		return content.Kind{}, false
	}
	return content.Kinds[i], true
}

// target returns which file a post is about. One that is new has its name from the title
// until it is saved.
func (d *Desk) target(r *http.Request, p post) (content.Kind, string, bool) {
	if p.file != "" {
		kind, ok := contentfs.KindOf(p.file)
		return kind, p.file, ok
	}
	kind, ok := kindNamed(p.kind)
	if !ok {
		return kind, "", false
	}
	return kind, nameFor(d.Folder, kind, p), true
}

// render responds with a form: the view, completed with the fields of p.basis and what is
// wrong with them. empty says how many empty rows a list has.
func (d *Desk) render(w http.ResponseWriter, status int, view *formView, kind content.Kind, p post, empty map[string]int) {
	f, unreadable := d.formOf(kind, p)
	if unreadable != nil || view.AsText {
		d.renderText(w, status, view, kind, p, unreadable)
		return
	}
	if len(view.refused) > 0 {
		f = f.Filled(p.values)
	}
	fields := fieldset.Of(f.Fields)
	view.complete(d, kind, p)
	for _, v := range fields {
		v.Each(func(v *fieldset.View) {
			v.AddRows(empty[v.Name])
			view.HasPicture = view.HasPicture || v.IsPicture || v.IsRows && hasPicture(v.Blank)
		})
	}
	if found := d.findings(kind, p); len(view.refused) > 0 {
		view.take(kind, found.refusing(kind, view.refused), fields)
	} else if found != nil && (!view.IsNew || status != http.StatusOK) {
		view.take(kind, found, fields)
	} else if found != nil {
		view.PageNote = found.stands
	}
	view.Groups = fieldset.Groups(kind.Name, fields)
	d.write(w, status, "formulier.html", view.title(kind, fields), view)
}

func hasPicture(fields []form.Field) bool {
	return slices.ContainsFunc(fields, func(f form.Field) bool { return f.Widget == edit.Picture || hasPicture(f.Blank) })
}

// complete fills in what a form needs to be sent back.
func (v *formView) complete(d *Desk, kind content.Kind, p post) {
	v.Was, v.Basis, v.Window = p.was, base64.StdEncoding.EncodeToString(p.basis), p.window
	v.File, v.Kind, v.Slug, v.IsNew = p.file, p.kind, p.slug, p.file == ""
	v.IsRecord = kind.Folder != ""
	v.Action = newURL(p.kind)
	if !v.IsNew {
		v.Action, v.TextURL, v.Shown = editURL(p.file), textURL(p.file), path.Join(d.Shown, p.file)
	}
	if kind.Name != "spreekuur" && kind.Folder != "" && !v.IsNew {
		v.Ending = "Hoort dit niet meer op de site? Kies bij Concept ja. Dan is het van de site, en blijft het hier staan."
	}
}

func (v *formView) title(kind content.Kind, fields []*fieldset.View) string {
	name := ""
	if len(fields) > 0 {
		name = fields[0].Text
	}
	switch {
	case kind.Folder == "":
		return kind.Plural
	case v.IsNew:
		return "Nieuw: " + kind.Name
	case name == "":
		return path.Base(v.File)
	}
	return name
}

// take puts the findings beside the fields and in the summary.
func (v *formView) take(kind content.Kind, found *findings, fields []*fieldset.View) {
	v.Rule, v.PageURL, v.PageNote, v.General = found.rule, found.page, found.stands, found.general
	for _, f := range fields {
		f.Each(func(f *fieldset.View) {
			for _, text := range found.fields[f.Name] {
				f.Problems = append(f.Problems, fieldset.Problem{Text: text})
				v.Summary = append(v.Summary, summaryLine{f.ID, f.Label, text})
				delete(found.fields, f.Name)
			}
		})
	}
	for _, name := range slices.Sorted(maps.Keys(found.fields)) { // of a field that this form does not show
		for _, text := range found.fields[name] {
			v.General = append(v.General, wording.InField(kind, name, text))
		}
	}
	switch n := len(v.Summary) + len(v.General); n {
	case 1:
		v.SummaryTitle = "Er is 1 fout"
	default:
		v.SummaryTitle = fmt.Sprintf("Er zijn %d fouten", n)
	}
}

// findings makes the trial of the basis of a post. It returns nil if no site can be made
// at all, or if there is nothing yet.
func (d *Desk) findings(kind content.Kind, p post) *findings {
	file := p.file
	if file == "" {
		file = nameFor(d.Folder, kind, p)
	}
	found, err := d.try(kind, file, p.basis, post{window: p.window, uploaded: p.uploaded, waits: p.waits})
	if err != nil {
		return nil
	}
	return &found
}

// IsRefused reports whether what was typed cannot be in the file.
func (v *formView) IsRefused() bool { return len(v.refused) > 0 }

func refusalWords(r *saving.Refusal) string {
	return wording.Joined(wording.Sentence(r.Message), wording.Sentence(r.Hint))
}
