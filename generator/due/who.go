package due

import (
	"path"
	"strconv"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/typed"
)

// siteName is how people ask for the tasks of the site itself.
const siteName = "site"

// Named finds the partner or plein that someone calls by its slug, by one of its names, or by
// its file, which tells a partner from a plein of the same name. The site is called "site".
func Named(c *catalog.Catalog, name string) (Who, bool) {
	folder, slug := "", typed.Slugify(name)
	if dir, file := path.Split(name); dir != "" {
		folder, slug = path.Base(dir), strings.TrimSuffix(file, path.Ext(file))
	}
	for _, p := range c.Pleinen {
		if !p.Concept && folder != "partners" && called(slug, p.Slug, p.Naam) {
			return Who{Plein: p}, true
		}
	}
	for _, p := range c.Partners {
		if !p.Concept && folder != "pleinen" && called(slug, p.Slug, p.Naam, p.NaamInUitingen) {
			return Who{Partner: p}, true
		}
	}
	return Who{}, slug == siteName
}

func called(slug string, names ...string) bool {
	for _, name := range names {
		if slug != "" && slug == typed.Slugify(name) {
			return true
		}
	}
	return false
}

// Names returns the names by which people can ask for tasks.
func Names(c *catalog.Catalog) []string {
	names := []string{siteName}
	for _, p := range c.Pleinen {
		if !p.Concept {
			names = append(names, p.Slug)
		}
	}
	for _, p := range c.Partners {
		if !p.Concept {
			names = append(names, p.Slug)
		}
	}
	return names
}

// partnersOf groups spreekuren by partner, in the order of the catalog. One that several
// partners hold is in the group of each of them.
func (f *finder) partnersOf(spreekuren []*catalog.Spreekuur, visit func(*catalog.Partner, []*catalog.Spreekuur)) {
	groups := map[*catalog.Partner][]*catalog.Spreekuur{}
	for _, s := range spreekuren {
		for _, p := range s.Partners {
			groups[p] = append(groups[p], s)
		}
	}
	for _, p := range f.Partners {
		if own := groups[p]; len(own) > 0 && !p.Concept {
			visit(p, own)
		}
	}
}

// host is who arranges an event: its plein, or else its first partner.
func host(a *catalog.Agendapunt) Who {
	switch {
	case a.Plein != nil && !a.Plein.Concept:
		return Who{Plein: a.Plein}
	case len(a.Partners) > 0 && !a.Partners[0].Concept:
		return Who{Partner: a.Partners[0]}
	}
	return Who{}
}

// oneOr writes a number with its noun: "1 spreekuur", "3 spreekuren".
func oneOr(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + more
}

func joined(sep string, parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, sep)
}
