// Package refer finds the record that another record refers to: the plein of a
// spreekuur, its partners, its topics. If there is no such record, it tells the editor
// which one was probably meant, and never proposes a name that would be the next
// mistake.
package refer

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// Rules decides which references are valid, and collects the problems of those that are
// not.
type Rules struct {
	Content  *content.Content
	Drafts   bool // drafts may be referred to
	Problems diag.List
}

// Index has the records of one kind by slug, including drafts and broken records:
// references to those do not lead nowhere.
type Index[T any] struct {
	rules   *Rules
	kind    string
	records map[typed.Slug]entry[T]
	called  func(T) []string // all names that people may use for a record
	names   *book            // made when a reference leads nowhere
}

type entry[T any] struct {
	record *content.Record // nil for a topic
	value  T
}

// New returns an empty index. The function returns all names that people may use for a
// record, its title first.
func New[T any](rules *Rules, kind string, size int, called func(T) []string) *Index[T] {
	return &Index[T]{rules: rules, kind: kind, records: make(map[typed.Slug]entry[T], size), called: called}
}

// Add adds a record with a file of its own.
func (x *Index[T]) Add(record *content.Record, value T) {
	x.records[typed.Slug(record.Slug)] = entry[T]{record, value}
}

// AddTopic adds a topic, which has no file of its own.
func (x *Index[T]) AddTopic(slug string, value T) {
	x.records[typed.Slug(slug)] = entry[T]{nil, value}
}

// book is made when the first reference leads nowhere, which is rare.
func (x *Index[T]) book() *book {
	if x.names == nil {
		x.names = newBook(len(x.records), x.kind)
		x.writeIn(x.names)
		x.names.sort()
	}
	return x.names
}

// get returns the record with that name, which may be one that a source has for it.
func (x *Index[T]) get(slug typed.Slug) (entry[T], bool) {
	e, ok := x.records[slug]
	if led := x.rules.Content.Led[x.kind+"/"+string(slug)]; !ok && led != "" {
		e, ok = x.records[led]
	}
	return e, ok
}

// Get returns the value of a record, or the zero value if the record is of another kind.
func (x *Index[T]) Get(record *content.Record) T {
	if e := x.records[typed.Slug(record.Slug)]; e.record == record {
		return e.value
	}
	var none T
	return none
}

func (x *Index[T]) writeIn(b *book) {
	for slug, e := range x.records {
		b.add(string(slug), e.record, x.called(e.value))
	}
}

// One returns the record that a field refers to. If there is none, or it is a draft, it
// adds the problem and returns the zero value.
func (x *Index[T]) One(from *content.Record, slug typed.Slug, at ...any) T {
	found, _ := x.lookUp(reference{from: from, text: string(slug), at: at})
	return found
}

// Next is like One for a field that leads on to another record of the same kind; next
// returns what that field refers to in any record. It does not propose records that
// lead back to where it came from.
func (x *Index[T]) Next(from *content.Record, slug typed.Slug, key string, next func(T) typed.Slug) T {
	field := func(record *content.Record) typed.Slug { return next(x.records[typed.Slug(record.Slug)].value) }
	found, _ := x.lookUp(reference{from: from, text: string(slug), at: []any{key}, next: field})
	return found
}

// All returns the records that the items of a list refer to. Duplicates, and what
// cannot be found, are left out.
func (x *Index[T]) All(from *content.Record, slugs []typed.Slug, at ...any) []T {
	all := make([]T, 0, len(slugs))
	again := func(before []typed.Slug, slug typed.Slug) bool {
		e, _ := x.get(slug)
		return slices.ContainsFunc(before, func(b typed.Slug) bool {
			other, _ := x.get(b)
			return b == slug || e.record != nil && other.record == e.record
		})
	}
	for i, slug := range slugs {
		if slug == "" || again(slugs[:i], slug) {
			continue
		}
		if value, ok := x.lookUp(reference{from: from, text: string(slug), at: append(slices.Clip(at), i), list: slugs}); ok {
			all = append(all, value)
		}
	}
	return all
}

func (x *Index[T]) lookUp(ref reference) (value T, ok bool) {
	var none T
	if ref.text == "" {
		return none, false
	}
	found, ok := x.get(typed.Slug(ref.text))
	switch {
	case !ok && x.rules.Content.MayHave(x.kind, ref.text):
		return none, false
	case !ok:
		ref.drafts = x.rules.Drafts || ref.from.Concept
		ref.content = x.rules.Content
		x.rules.Problems.Add(x.book().missing(ref))
		return none, false
	case found.record != nil && found.record.Concept && !ref.from.Concept:
		problem := diag.Diagnostic{
			Range: ref.from.Doc.Value(ref.at...), Code: "verwijzing-concept",
			Message: fmt.Sprintf("%s %q is nog een concept", x.kind, ref.text),
			Hint:    "haal bij dat bestand de regel concept = true weg, of maak dit ook een concept",
			Related: []diag.Range{{File: found.record.Doc.File}},
		}
		if !x.rules.Drafts {
			x.rules.Problems.Add(problem)
			return none, false
		}
		problem.Severity = diag.Warning // it can be shown here, and stops the site that is published
		x.rules.Problems.Add(problem)
	}
	return found.value, true
}
