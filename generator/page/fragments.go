package page

import (
	"html/template"
	"sync"

	"pleinwijzer/generator/catalog"
)

// fragments keeps what several pages show and none shows otherwise: the card of
// a spreekuur, which is in the list of its place, of each of its topics and of
// the site, and the location of a plein, which is on the page of each of its
// spreekuren. A fragment is rendered by the first page that shows it.
type fragments struct{ cards, locations sync.Map }

// kept renders a fragment the first time it is asked for. Two pages that ask at
// once may both render it; they get the same.
func (s *site) kept(in *sync.Map, record any, name string, view func() any) (template.HTML, error) {
	if html, ok := in.Load(record); ok {
		return html.(template.HTML), nil
	}
	html, err := s.templates.fragment(name, view())
	if err == nil {
		in.Store(record, html)
	}
	return html, err
}

func cardHTML(s *site, x *catalog.Spreekuur) (template.HTML, error) {
	return s.kept(&s.fragments.cards, x, "card", func() any { return cardOf(s, x) })
}

func locationHTML(s *site, p *catalog.Plein) (template.HTML, error) {
	return s.kept(&s.fragments.locations, p, "location", func() any { return locationOf(s, p) })
}
