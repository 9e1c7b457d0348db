package desk

import (
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/fieldset"
	"pleinwijzer/generator/saving"
	"pleinwijzer/generator/wording"
)

// What the buttons of a form ask.
const (
	force   = "toch"    // save with the errors
	asDraft = "concept" // save as a draft
	merge   = "samen"   // of two versions, what was chosen
	mine    = "mijn"    // all of their own version
	again   = "opnieuw" // make the file that is gone
)

// saveFile saves a file that is there, and shows the form again.
func (d *Desk) saveFile(w http.ResponseWriter, r *http.Request) {
	p := read(r)
	p.file = r.URL.Query().Get(fileQuery)
	d.save(w, r, p)
}

// saveNew saves a new file.
func (d *Desk) saveNew(w http.ResponseWriter, r *http.Request) {
	p := read(r)
	p.file, p.kind = "", r.URL.Query().Get(kindQuery)
	if p.action == asDraft {
		p.values.Set("concept", fieldset.Yes)
	}
	d.save(w, r, p)
}

func (d *Desk) save(w http.ResponseWriter, r *http.Request, p post) {
	kind, file, ok := d.target(r, p)
	if !ok {
		d.noFile(w, p.file)
		return
	}
	view := &formView{Dirty: true, AsText: p.isText && r.URL.Query().Has(textQuery)}
	if p.action == merge || p.action == mine || p.action == again {
		d.settle(w, r, kind, p)
		return
	}
	arranged, empty := p.rearrange()
	trusted := d.trusted(r)
	if trusted && !arranged {
		for name, why := range d.upload(r, &p) {
			view.Notice, p.waits = wording.Joined(view.Notice, name+": "+why), true
		}
	}
	data, refused := p.changed(kind, file)
	if len(refused) > 0 {
		view.refused = refused
		d.render(w, http.StatusUnprocessableEntity, view, kind, p, empty)
		return
	}
	before := p.basis
	p.basis = data
	switch {
	case !trusted:
		view.Notice = "Pleinwijzer is opnieuw gestart. Er is nog niets bewaard. Kijk of alles er nog staat, en kies Bewaren."
		d.render(w, http.StatusForbidden, view, kind, p, nil)
	case arranged:
		d.render(w, http.StatusOK, view, kind, p, empty)
	case view.Notice != "":
		d.render(w, http.StatusUnprocessableEntity, view, kind, p, nil)
	case p.action != force && d.worse(kind, file, before, p):
		view.MayForce = true
		d.render(w, http.StatusUnprocessableEntity, view, kind, p, nil)
	default:
		d.put(w, r, view, kind, file, p)
	}
}

// worse reports whether a file gets errors that it did not have.
func (d *Desk) worse(kind content.Kind, file string, before []byte, p post) bool {
	found, err := d.try(kind, file, p.basis, post{uploaded: p.uploaded})
	if err != nil || len(found.errors) == 0 {
		return false
	}
	had := map[string]int{}
	if len(before) > 0 {
		if old, err := d.try(kind, file, before, post{}); err == nil {
			for _, problem := range old.errors {
				had[key(problem)]++
			}
		}
	}
	for _, problem := range found.errors {
		if had[key(problem)]--; had[key(problem)] < 0 {
			return true
		}
	}
	return false
}

func key(d diag.Diagnostic) string { return d.Code + "\x00" + d.Message }

// put writes the basis of a post to its file, and redirects to the form.
func (d *Desk) put(w http.ResponseWriter, r *http.Request, view *formView, kind content.Kind, file string, p post) {
	var err error
	if p.file == "" {
		_, err = d.Folder.Create(file, p.basis)
	} else {
		_, err = d.Folder.Save(file, p.was, p.basis)
	}
	if conflict, ok := errors.AsType[*saving.Conflict](err); ok {
		d.showConflict(w, kind, p, conflict, "")
		return
	}
	if refusal, ok := errors.AsType[*saving.Refusal](err); ok {
		view.Notice = "Er is niets bewaard. " + refusalWords(refusal)
		if refusal.Reason == saving.Exists && p.file == "" {
			view.exists(kind, p, refusal)
		}
		d.render(w, http.StatusConflict, view, kind, p, nil)
		return
	}
	if err != nil {
		d.say(w, http.StatusInternalServerError, "Bewaren lukt niet", err.Error())
		return
	}
	http.Redirect(w, r, URL(file)+fmt.Sprintf("&%s=%d", savedQuery, d.lastStep(file)), http.StatusSeeOther)
}

// upload stores the pictures of a post, and puts their paths in its fields. It returns
// what was refused, by field.
func (d *Desk) upload(r *http.Request, p *post) map[string]string {
	refused := map[string]string{}
	if r.MultipartForm == nil {
		return refused
	}
	defer r.MultipartForm.RemoveAll()
	for name, files := range r.MultipartForm.File {
		field, ok := strings.CutPrefix(name, fieldset.UploadPrefix)
		if !ok || len(files) == 0 || files[0].Filename == "" {
			continue
		}
		path, err := d.uploadOne(field, files[0])
		if refusal, ok := errors.AsType[*saving.Refusal](err); ok {
			refused[files[0].Filename] = refusalWords(refusal)
			continue
		}
		if err != nil {
			refused[files[0].Filename] = err.Error()
			continue
		}
		p.values.Set(field, path)
		p.uploaded = true
	}
	return refused
}

func (d *Desk) uploadOne(field string, header *multipart.FileHeader) (string, error) {
	file, err := header.Open()
	if err != nil {
		return "", err
	}
	defer file.Close()
	what := saving.Photo
	if strings.HasSuffix(field, "logo") {
		what = saving.Logo
	}
	return d.Folder.Upload(what, header.Filename, file)
}
