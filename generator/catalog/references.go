package catalog

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

// index finds the records of one kind by slug, drafts and broken ones included:
// a reference to those is not a reference to nothing.
type index[T any] struct {
	kind    string
	records map[content.Slug]entry[T]
}

type entry[T any] struct {
	record *content.Record
	value  T
}

func newIndex[T any](kind string, size int) index[T] {
	return index[T]{kind: kind, records: make(map[content.Slug]entry[T], size)}
}

func (x index[T]) add(record *content.Record, value T) {
	x.records[content.Slug(record.Slug)] = entry[T]{record, value}
}

// refer looks up what a field of a record names. Where that is nothing, or a
// draft, it adds the problem and answers the zero value.
func refer[T any](r *resolver, from *content.Record, to index[T], slug content.Slug, at ...any) T {
	var none T
	if slug == "" {
		return none
	}
	found, ok := to.records[slug]
	switch {
	case !ok:
		r.problems.Add(to.missing(from, slug, at))
		return none
	case found.record.Concept && !from.Concept && !r.drafts:
		r.problems.Add(diag.Diagnostic{
			Range: from.Doc.Value(at...), Code: "verwijzing-concept",
			Message: fmt.Sprintf("%s %q is nog een concept", to.kind, slug),
			Hint:    "haal bij dat bestand de regel concept = true weg, of maak dit ook een concept",
			Related: []diag.Range{{File: found.record.Doc.File}},
		})
		return none
	}
	return found.value
}

func referAll[T any](r *resolver, from *content.Record, to index[T], slugs []content.Slug, key string) []T {
	all := make([]T, 0, len(slugs))
	for i, slug := range slugs {
		if slug == "" || slices.Contains(slugs[:i], slug) {
			continue
		}
		before := len(r.problems)
		if value := refer(r, from, to, slug, key, i); len(r.problems) == before {
			all = append(all, value)
		}
	}
	return all
}

func (x index[T]) missing(from *content.Record, slug content.Slug, at []any) diag.Diagnostic {
	names := make([]string, 0, len(x.records))
	for name := range x.records {
		names = append(names, string(name))
	}
	return diag.Diagnostic{
		Range: from.Doc.Value(at...), Code: x.kind + "-onbekend",
		Message: fmt.Sprintf("%s %q bestaat niet", x.kind, slug),
		Hint:    suggest(string(slug), names, "gebruik de naam van een bestand, zonder .md"),
	}
}

func suggest(word string, names []string, otherwise string) string {
	if hint := diag.Question(diag.Nearest(word, names)); hint != "" {
		return hint
	}
	return otherwise
}

func (r *resolver) topicsOf(s *content.Spreekuur) []*Onderwerp {
	topics := make([]*Onderwerp, 0, len(s.Onderwerpen))
	for i, slug := range s.Onderwerpen {
		topic, ok := r.topicBySlug[slug]
		if ok {
			topics = append(topics, topic)
			continue
		}
		if slug == "" || r.content.OnderwerpenPartial {
			continue
		}
		var names []string
		for name := range r.topicBySlug {
			names = append(names, string(name))
		}
		r.problems.Add(diag.Diagnostic{
			Range: s.Doc.Value("onderwerpen", i), Code: "onderwerp-onbekend",
			Message: fmt.Sprintf("onderwerp %q bestaat niet", slug),
			Hint:    suggest(string(slug), names, "kies een naam uit onderwerpen.toml, of zet het onderwerp daar eerst bij"),
		})
	}
	return topics
}
