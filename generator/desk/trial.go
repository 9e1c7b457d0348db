package desk

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"sync"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/wording"
)

// TrialQuery is the query parameter that asks for a page of a trial site.
const TrialQuery = "proef"

// A trial is the site as it would be with what someone has typed.
type trial struct {
	window string
	file   string
	site   *generator.Site // the last one without errors
	page   string          // of the file, or ""
	now    *generator.Site // the last one, with errors or not
	data   []byte
	post   post
}

// trials keeps the last trial of each form that is open. Each takes as much memory as the
// site itself, so there are not many.
type trials struct {
	mu   sync.Mutex
	kept []*trial
}

const manyTrials = 6

func (t *trials) find(window string) *trial {
	t.mu.Lock()
	defer t.mu.Unlock()
	if i := slices.IndexFunc(t.kept, func(k *trial) bool { return k.window == window }); i >= 0 {
		return t.kept[i]
	}
	return nil
}

func (t *trials) keep(made *trial) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kept = append(slices.DeleteFunc(t.kept, func(k *trial) bool { return k.window == made.window }), made)
	if len(t.kept) > manyTrials {
		t.kept = slices.Delete(t.kept, 0, 1)
	}
}

// Trial returns the site of a form that is open in a window, or nil.
func (d *Desk) Trial(window string) *generator.Site {
	if found := d.trials.find(window); found != nil {
		return found.site
	}
	return nil
}

// findings are what is wrong with a file, as it would be.
type findings struct {
	fields  map[string][]string // by the name of the field on the page
	general []string            // about the file as a whole
	errors  diag.List           // those of the file
	stands  string              // what the page beside the form shows, in words
	page    string              // the address of that page, or ""
	rule    form.Explanation
}

// try makes the trial of what a post makes of a file.
func (d *Desk) try(kind content.Kind, file string, data []byte, p post) (findings, error) {
	found := findings{fields: map[string][]string{}}
	made, err := d.Try(file, data, p.uploaded)
	if err != nil {
		return found, err
	}
	next := &trial{window: p.window, file: file, now: made, data: data, post: p}
	if old := d.trials.find(p.window); old != nil && old.file == file {
		next.site, next.page = old.site, old.page
	}
	if made.Answers != nil {
		next.site, next.page = made, pageOf(made, file)
	}
	if p.window != "" {
		d.trials.keep(next)
	}
	elsewhere := false
	for _, problem := range made.Problems {
		switch {
		case problem.Severity != diag.Error:
		case problem.File != file:
			elsewhere = true
		default:
			found.errors.Add(problem)
			name := wording.FieldOf(kind, file, data, problem)
			if !(p.early && problem.Missing != "" || p.waits && problem.Code == "tekst-zonder-foto") {
				found.add(p.onPage(name), wording.Say(kind, name, problem))
			}
		}
	}
	found.stands = stands(made, next, elsewhere)
	if next.page != "" {
		found.page = next.page + "?" + TrialQuery + "=" + p.window
	}
	if records := d.Records(); records != nil && kind.Folder != "" {
		found.rule = form.Explain(kind, file, data, records, made.Now)
	}
	return found, nil
}

// refusing returns why a post is refused instead of what is wrong with the file. What the
// page beside the form shows stays. f may be nil.
func (f *findings) refusing(kind content.Kind, refused []form.Refused) *findings {
	if f == nil {
		f = &findings{}
	}
	f.fields, f.general = map[string][]string{}, nil
	for _, r := range refused {
		f.add(r.Name, wording.Refused(kind, r))
	}
	return f
}

// everywhere are all texts by field, in which "" is the file as a whole.
func (f *findings) everywhere() map[string][]string {
	if len(f.general) > 0 {
		f.fields[""] = f.general
	}
	return f.fields
}

func (f *findings) add(field, text string) {
	if field == "" {
		f.general = append(f.general, text)
		return
	}
	f.fields[field] = append(f.fields[field], text)
}

// stands says what someone sees beside the form.
func stands(made *generator.Site, t *trial, elsewhere bool) string {
	switch {
	case made.Answers != nil && t.page == "":
		return "Dit bestand heeft geen eigen pagina."
	case made.Answers != nil:
		return "De pagina, met wat u nu hebt ingevuld. Ze verandert mee."
	case elsewhere:
		return "In een ander bestand zit een fout. Daarom verandert deze pagina nu niet mee."
	case t.site != nil:
		return "Er zit nog een fout in. Dit is de pagina van net daarvoor."
	}
	return "Zodra alles is ingevuld wat moet, ziet u hier de pagina."
}

// pageOf returns the address of the page about a file. If there are several, such as a
// poster and translations, the shortest is the main one.
func pageOf(site *generator.Site, file string) string {
	best := ""
	for _, page := range site.Pages {
		if page.About == nil {
			continue
		}
		address := page.Address()
		if best != "" && len(address) >= len(best) {
			continue
		}
		if source, ok := site.Source(address); ok && source.File == file {
			best = address
		}
	}
	return best
}

// tryOut answers what is wrong with what someone has typed.
func (d *Desk) tryOut(w http.ResponseWriter, r *http.Request) {
	if !d.demand(w, r) {
		return
	}
	p := read(r)
	p.early, p.waits = p.file == "" && !p.tried, true
	kind, file, ok := d.target(r, p)
	if !ok {
		http.Error(w, "Dit bestand is er niet.", http.StatusNotFound)
		return
	}
	data, refused := p.changed(kind, file)
	if len(refused) > 0 {
		found := findings{fields: map[string][]string{}}
		found.refusing(kind, refused)
		why := wording.Refused(kind, refused[0])
		answer(w, map[string]any{"velden": found.everywhere(), "regel": "", "stand": why, "geweigerd": why})
		return
	}
	found, err := d.try(kind, file, data, p)
	if err != nil {
		answer(w, map[string]any{"velden": map[string]string{}, "regel": "", "stand": "De site kan nu niet worden gemaakt. Kijk in het venster waarin u Pleinwijzer startte."})
		return
	}
	var rule bytes.Buffer
	if err := templates.ExecuteTemplate(&rule, "regel", found.rule); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answer(w, map[string]any{"velden": found.everywhere(), "regel": rule.String(), "pagina": found.page,
		"stand": found.stands, "fouten": faultsOf(found.errors)})
}

// advise answers what could be better in the last trial of a window. It takes longer than
// the problems, so it is asked for apart.
func (d *Desk) advise(w http.ResponseWriter, r *http.Request) {
	if !d.demand(w, r) {
		return
	}
	fields := map[string][]string{}
	t := d.trials.find(read(r).window)
	if t == nil || t.now.Answers == nil {
		answer(w, map[string]any{"velden": fields})
		return
	}
	kind, _, ok := d.target(r, t.post)
	if !ok {
		http.NotFound(w, r)
		return
	}
	for _, list := range []diag.List{t.now.Problems, t.now.Advice()} {
		for _, problem := range list {
			if problem.Severity == diag.Warning && problem.File == t.file {
				name := wording.FieldOf(kind, t.file, t.data, problem)
				place := t.post.onPage(name)
				fields[place] = append(fields[place], wording.Say(kind, name, problem))
			}
		}
	}
	answer(w, map[string]any{"velden": fields})
}

func answer(w http.ResponseWriter, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, http.StatusOK, "application/json", body)
}

func clock(t time.Time) string { return t.Format("15.04") + " uur" }
