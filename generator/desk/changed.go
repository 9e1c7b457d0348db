package desk

import (
	"errors"
	"net/http"
	"path"
	"strconv"
	"strings"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/difference"
	"pleinwijzer/generator/saving"
	"pleinwijzer/generator/wording"
)

// changedView is the data of veranderd.html.
type changedView struct {
	Notice string
	Steps  []stepView
	Known  bool
	Why    string
	Files  []fileView
}

type stepView struct {
	Number     int
	Title, URL string
	When, What string
	Undone     bool
	Values     []string
}

type fileView struct {
	Title, URL, Name string
	What             string
	Values           []string
}

// showChanged lists in plain words what is different: since the start, and since the last
// version in git.
func (d *Desk) showChanged(w http.ResponseWriter, r *http.Request) {
	view := changedView{}
	switch r.URL.Query().Get(undoneQuery) {
	case "weg":
		view.Notice = "Het is ongedaan gemaakt."
	case "weer":
		view.Notice = "Het is weer gedaan."
	}
	steps := d.Folder.Steps()
	for i := len(steps) - 1; i >= 0; i-- {
		view.Steps = append(view.Steps, d.stepView(steps[i]))
	}
	changed, err := d.Folder.Changed(r.Context(), d.names())
	switch {
	case err != nil:
		view.Why = "Dit is nu niet te zien: git antwoordt niet."
	case changed.Why != nil:
		view.Why = refusalWords(changed.Why)
	default:
		view.Known = true
		for _, f := range changed.Files {
			view.Files = append(view.Files, fileViewOf(f))
		}
	}
	d.write(w, http.StatusOK, "veranderd.html", "Wat is er veranderd?", view)
}

func fileViewOf(f difference.File) fileView {
	v := fileView{Title: f.Title, Name: strings.TrimPrefix(f.Path, "../"), What: map[difference.What]string{
		difference.Altered: "Veranderd", difference.New: "Nieuw", difference.Gone: "Weggehaald", difference.Renamed: "Andere naam",
	}[f.What]}
	if v.Title == "" {
		v.Title = path.Base(f.Path)
	}
	if _, ok := contentfs.KindOf(f.Path); ok && f.What != difference.Gone {
		v.URL = editURL(f.Path)
	}
	for _, value := range f.Values {
		v.Values = append(v.Values, value.String())
	}
	if f.Unread != "" {
		v.Values = append([]string{wording.Sentence(f.Unread)}, v.Values...)
	}
	if f.OnlyForm {
		v.Values = append(v.Values, "Alleen de vorm van het bestand is anders. Alle velden zijn gelijk.")
	}
	if f.What == difference.New {
		v.Values = nil
	}
	return v
}

// undo takes back a step, and shows what came of it.
func (d *Desk) undo(w http.ResponseWriter, r *http.Request) {
	d.step(w, r, d.Folder.Undo, "weg")
}

// redo does a step again.
func (d *Desk) redo(w http.ResponseWriter, r *http.Request) {
	d.step(w, r, d.Folder.Redo, "weer")
}

func (d *Desk) step(w http.ResponseWriter, r *http.Request, do func(int) (saving.Step, error), done string) {
	if !d.demand(w, r) {
		return
	}
	number, _ := strconv.Atoi(r.PostForm.Get("_stap")) // 0 is no step
	step, err := do(number)
	if conflict, ok := errors.AsType[*saving.Conflict](err); ok {
		d.say(w, http.StatusConflict, "Dit kan niet meer", wording.Sentence(conflict.Message())+" Daarom is er niets teruggezet.")
		return
	}
	if err != nil {
		d.refuse(w, err)
		return
	}
	if step.What == saving.Saved && r.PostForm.Get("_terug") != "" {
		http.Redirect(w, r, URL(step.File)+"&"+undoneQuery, http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, Base+"veranderd?"+undoneQuery+"="+done, http.StatusSeeOther)
}
