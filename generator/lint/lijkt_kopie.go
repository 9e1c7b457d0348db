package lint

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var lijktKopie = &Check{
	Explanation: diag.Explanation{
		Code: "lijkt-kopie", Title: "Een pagina die een kopie lijkt",
		Text:  "De naam van het bestand zegt dat het een kopie is van een ander bestand. Bezoekers zien dan twee keer hetzelfde, of een oude tijd. Gooi de kopie weg, of geef het bestand een eigen naam. Werkt u er nog aan? Zet dan concept = true in het bestand.",
		Wrong: "spreekuren/taalhuis-kopie.md, naast spreekuren/taalhuis.md",
		Right: "spreekuren/taalhuis-goirle.md",
	},
	whole: func(c *content.Content, _ *catalog.Catalog, add adder) {
		files := map[string]*content.Record{} // by folder and slug
		records := recordsOf(c)
		for _, s := range records {
			if s.base != nil {
				files[whereIs(s.base)] = s.base
			}
		}
		for _, s := range records {
			if s.base == nil || s.base.Concept {
				continue
			}
			m := copyName.FindStringSubmatch(s.base.Slug)
			if m == nil {
				continue
			}
			original := files[path.Join(path.Dir(whereIs(s.base)), m[1]+m[2])]
			if original != nil && original != s.base {
				add(s.base, s.base.Doc.Whole(), fmt.Sprintf("dit lijkt een kopie van %s", path.Base(original.Doc.File)),
					"gooi het bestand weg, of geef het een eigen naam", diag.Range{File: original.Doc.File})
			}
		}
	},
}

// copyName matches a valid file name that people give to a copy.
var copyName = regexp.MustCompile(`^(?:(.+)-(?:kopie|copy|oud|backup)(?:-\d+)?|(?:kopie-van|copy-of)-(.+))$`)

func whereIs(r *content.Record) string {
	kind, _, _ := strings.Cut(r.Doc.File, "/")
	return kind + "/" + r.Slug
}
