package catalog

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

// index finds the records of one kind by slug, including drafts and broken ones: a
// reference to those is not a reference to nothing.
type index[T any] struct {
	kind    string
	records map[content.Slug]entry[T]
	called  func(T) []string // the names that people have for a record
	names   *book            // of the records, once a reference led nowhere
}

type entry[T any] struct {
	record *content.Record // nil for a topic
	value  T
}

func newIndex[T any](kind string, size int, called func(T) []string) *index[T] {
	return &index[T]{kind: kind, records: make(map[content.Slug]entry[T], size), called: called}
}

func (x *index[T]) add(record *content.Record, value T) {
	x.records[content.Slug(record.Slug)] = entry[T]{record, value}
}

// book is made when the first reference leads nowhere; usually none does.
func (x *index[T]) book() *book {
	if x.names == nil {
		x.names = newBook(x.kind, len(x.records))
		for slug, e := range x.records {
			x.names.add(string(slug), e.record, x.called(e.value))
		}
		x.names.sort()
	}
	return x.names
}

// refer looks up what a field of a record names. If that is nothing or a draft, it adds
// the problem and returns the zero value.
func refer[T any](r *resolver, from *content.Record, to *index[T], slug content.Slug, at ...any) T {
	found, _ := lookUp(r, to, reference{from: from, text: string(slug), at: at})
	return found
}

func lookUp[T any](r *resolver, to *index[T], ref reference) (value T, ok bool) {
	var none T
	if ref.text == "" {
		return none, false
	}
	found, ok := to.records[content.Slug(ref.text)]
	switch {
	case !ok && r.content.MayHave(to.kind, ref.text):
		return none, false
	case !ok:
		ref.drafts = r.drafts || ref.from.Concept
		r.problems.Add(to.book().missing(ref))
		return none, false
	case found.record != nil && found.record.Concept && !ref.from.Concept && !r.drafts:
		r.problems.Add(diag.Diagnostic{
			Range: ref.from.Doc.Value(ref.at...), Code: "verwijzing-concept",
			Message: fmt.Sprintf("%s %q is nog een concept", to.kind, ref.text),
			Hint:    "haal bij dat bestand de regel concept = true weg, of maak dit ook een concept",
			Related: []diag.Range{{File: found.record.Doc.File}},
		})
		return none, false
	}
	return found.value, true
}

func referAll[T any](r *resolver, from *content.Record, to *index[T], slugs []content.Slug, at ...any) []T {
	all := make([]T, 0, len(slugs))
	for i, slug := range slugs {
		if slug == "" || slices.Contains(slugs[:i], slug) {
			continue
		}
		if value, ok := lookUp(r, to, reference{from: from, text: string(slug), at: append(slices.Clip(at), i), list: slugs}); ok {
			all = append(all, value)
		}
	}
	return all
}
