package lint

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var verwijsRond = &Check{
	Explanation: diag.Explanation{
		Code: "verwijs-rond", Title: "Verwijzingen in een kring",
		Text:  "Via de verwijzingen komt de bezoeker weer bij het eerste spreekuur uit. Dat mag als het om verschillende vragen gaat. Is het dezelfde vraag? Kies dan wie haar beantwoordt, en haal daar de verwijzing weg.",
		Wrong: "a.md: naar = \"b\"\nb.md: naar = \"a\"",
		Right: "a.md: naar = \"b\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, s := range catalog.Running(c.Spreekuren) {
			for i := range s.Verwijs {
				if circle := circleFrom(s, i); circle != nil {
					var slugs []string
					var files []diag.Range
					for _, x := range circle {
						slugs, files = append(slugs, x.Slug), append(files, diag.Range{File: x.Doc.File})
					}
					add(&s.Record, s.Doc.Value("verwijs", i, "naar"), "de bezoeker komt zo weer hier uit: "+strings.Join(append(slugs, s.Slug), " → "),
						"is het dezelfde vraag? Haal dan één van deze verwijzingen weg", files[1:]...)
					break
				}
			}
		}
	},
}

// circleFrom is the shortest way by which a referral of a spreekuur comes back to it, from
// the spreekuur itself on, or nil. A circle is only found from the one of its spreekuren
// whose slug comes first, so that there is one piece of advice about it.
func circleFrom(s *catalog.Spreekuur, referral int) []*catalog.Spreekuur {
	first := s.Verwijs[referral].Spreekuur
	if first == nil || first.Slug < s.Slug {
		return nil
	}
	from := map[*catalog.Spreekuur]*catalog.Spreekuur{first: s}
	for queue := []*catalog.Spreekuur{first}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		for _, r := range at.Verwijs {
			switch to := r.Spreekuur; {
			case to == s:
				var way []*catalog.Spreekuur
				for ; at != s; at = from[at] {
					way = append([]*catalog.Spreekuur{at}, way...)
				}
				return append([]*catalog.Spreekuur{s}, way...)
			case to != nil && to.Slug > s.Slug && from[to] == nil:
				from[to] = at
				queue = append(queue, to)
			}
		}
	}
	return nil
}
