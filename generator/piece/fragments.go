package piece

import (
	"html/template"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
)

// FragmentFunctions show what several pages show and none shows otherwise: the card of
// a spreekuur, which is in the list of its place, of each of its topics and of the site,
// and the location of a plein, which is on the page of each of its spreekuren. They are
// the partials of those names, rendered by the first page that shows one.
func FragmentFunctions(s *layout.Site) template.FuncMap {
	var cards, locations fragments
	return template.FuncMap{
		"card": func(x *catalog.Spreekuur) (template.HTML, error) {
			return cards.of(x, func() (template.HTML, error) { return s.Templates.Fragment("card", cardOf(s, x)) })
		},
		"location": func(p *catalog.Plein) (template.HTML, error) {
			return locations.of(p, func() (template.HTML, error) { return s.Templates.Fragment("location", LocationOf(s, p)) })
		},
	}
}

// fragments are of one kind, by their record.
type fragments struct{ rendered sync.Map }

// of renders a fragment the first time it is asked for. Two pages that ask at once may
// both render it; they get the same.
func (f *fragments) of(record any, render func() (template.HTML, error)) (template.HTML, error) {
	if html, ok := f.rendered.Load(record); ok {
		return html.(template.HTML), nil
	}
	html, err := render()
	if err == nil {
		f.rendered.Store(record, html)
	}
	return html, err
}
