package due

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// draftFor is how many days a draft may stay one.
const draftFor = 30

// drafts finds drafts that were left behind: one task for each plein. Only git knows how
// old they are. What is in them is not public, so only their files are named.
func (f *finder) drafts(kind string) {
	var order []Who
	tasks := map[Who]Task{}
	for k, item := range f.Content().Items() {
		r := item.File()
		added := f.Version(r).Added
		if !r.Concept || added.IsZero() {
			continue
		}
		began := schedule.DateOf(added)
		if began.Add(draftFor) >= f.Today {
			continue
		}
		who, by := f.owner(item), began.Add(draftFor+1)
		task, known := tasks[who]
		if !known {
			order, task = append(order, who), Task{For: who, By: by}
		}
		task.By = min(task.By, by)
		task.About = append(task.About, About{
			Text: fmt.Sprintf("%s, concept sinds %s", k.Name, f.voice.PlainDate(began)), File: f.file(r.Doc),
		})
		tasks[who] = task
	}
	for _, who := range order {
		task := tasks[who]
		n := len(task.About)
		task.What = "Maak " + oneOr(n, "concept", "concepten") + " af, of gooi " + itOrThem(n) + " weg"
		task.Then = "Is het af? Haal concept = true weg."
		f.add(kind, "", task)
	}
}

func itOrThem(n int) string {
	if n == 1 {
		return "het"
	}
	return "ze"
}

// owner is the plein that a draft is about, or else the site.
func (f *finder) owner(item content.Item) Who {
	slug := ""
	switch r := item.(type) {
	case *content.Spreekuur:
		slug = string(r.Plein)
	case *content.Agendapunt:
		slug = string(r.Plein)
	case *content.Bericht:
		if len(r.Pleinen) == 1 {
			slug = string(r.Pleinen[0])
		}
	}
	return f.pleinOrSite(func(p *catalog.Plein) bool { return p.Slug == slug })
}

func (f *finder) pleinOrSite(is func(*catalog.Plein) bool) Who {
	for _, p := range f.pleinen() {
		if is(p) {
			return Who{Plein: p}
		}
	}
	return Who{}
}
