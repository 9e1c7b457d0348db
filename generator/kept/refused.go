package kept

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// Refused is a record of a source that is not shown, since there is one already.
type Refused struct {
	List, Slug string // as its source calls it
	By         string // the slug of the one that is shown; "" for one that came from this site
}

// A Missing is a topic that a source has and this site has not, and how many of its
// spreekuren have it.
type Missing struct {
	Name  string
	Count int
}

// Refused returns the records of a source that were not shown at the last Join, since the
// site has them already: of its own, or of a source that goes first.
func (r *Reader) Refused(source string) []Refused {
	if r.joined == nil {
		return nil
	}
	return r.joined.refused[source]
}

// Missing returns the topics of a source that the site did not have at the last Join, those
// of most spreekuren first.
func (r *Reader) Missing(source string) []Missing {
	if r.joined == nil {
		return nil
	}
	var all []Missing
	counts := r.joined.unknown[source]
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		all = append(all, Missing{name, counts[name]})
	}
	slices.SortStableFunc(all, func(a, b Missing) int { return cmp.Compare(b.Count, a.Count) })
	return all
}

func (j *joiner) refuse(c candidate, by string) {
	j.refused[c.Slug] = append(j.refused[c.Slug], Refused{c.list, c.record.common().Slug, by})
}

func (j *joiner) miss(from *source, topic string) {
	if j.unknown[from.Slug] == nil {
		j.unknown[from.Slug] = map[string]int{}
	}
	j.unknown[from.Slug][topic]++
}

// led has the names of records that are shown under another: those of the same record at
// another source, and those that a record had before. What refers to them still leads there.
func (j *joiner) led(sources []*source) map[string]typed.Slug {
	led := map[string]typed.Slug{}
	for _, kind := range content.Kinds {
		list := strings.Trim(kind.Path, "/")
		for known, slug := range j.slugs {
			if known.list == list && slug != known.source+"/"+known.slug {
				led[kind.Name+"/"+known.source+"/"+known.slug] = typed.Slug(slug)
			}
		}
		for _, s := range sources {
			for _, f := range s.lock.Former {
				name := kind.Name + "/" + s.Slug + "/" + f.Slug
				if slug := j.byID[f.List+"/"+f.ID]; f.List == list && slug != "" && led[name] == "" {
					led[name] = typed.Slug(slug)
				}
			}
		}
	}
	return led
}

// replaced are the names of pages that lead to a record of this folder, by kind and name.
func replaced(own *content.Content, also map[string][]typed.Slug) map[string][]typed.Slug {
	names := map[string][]typed.Slug{}
	for kind, r := range own.Items() {
		record := r.File()
		if led := also[strings.Trim(kind.Path, "/")+"/"+record.Slug]; len(led) > 0 && !record.Concept {
			names[kind.Name+"/"+record.Slug] = led
		}
	}
	return names
}
