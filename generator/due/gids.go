package due

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
)

// gids finds what has to be changed in G!DS: one task for each plein.
func (f *finder) gids(kind string) {
	var order []uuid.UUID
	byPlein := map[uuid.UUID][]changes.Change{}
	for _, c := range f.options.Changes {
		if c.What == changes.Altered && c.Label == "" {
			continue // an exception, which G!DS does not ask for
		}
		if byPlein[c.Plein] == nil {
			order = append(order, c.Plein)
		}
		byPlein[c.Plein] = append(byPlein[c.Plein], c)
	}
	for _, id := range order {
		about := gidsAbout(byPlein[id])
		f.add(kind, id.String(), Task{
			For: f.pleinOrSite(func(p *catalog.Plein) bool { return p.ID == id }), By: f.Today,
			What: fmt.Sprintf("Werk G!DS bij: %s veranderd sinds %s",
				oneOr(len(about), "vermelding is", "vermeldingen zijn"), f.voice.PlainDate(f.options.Since)),
			About: about,
			Then:  fmt.Sprintf("Wat er stond en wat er nu staat, ziet u met: pleinwijzer gids -since %s", f.options.Since),
		})
	}
}

// gidsAbout tells for each record what has changed in it.
func gidsAbout(all []changes.Change) []About {
	var about []About
	var ids []uuid.UUID
	labels := map[uuid.UUID][]string{}
	titles := map[uuid.UUID]string{}
	for _, c := range all {
		if !slices.Contains(ids, c.ID) {
			ids = append(ids, c.ID)
		}
		titles[c.ID] = c.Title
		switch c.What {
		case changes.Came, changes.Relisted:
			labels[c.ID] = []string{"is nieuw"}
		case changes.Went:
			labels[c.ID] = []string{"hoort niet meer in G!DS"}
		default:
			if first := labels[c.ID]; len(first) == 0 || first[0] != "is nieuw" {
				labels[c.ID] = append(labels[c.ID], c.Label)
			}
		}
	}
	for _, id := range ids {
		about = append(about, About{Text: titles[id] + ": " + strings.Join(labels[id], ", ")})
	}
	return about
}
