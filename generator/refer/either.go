package refer

import (
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// Either finds the record that a field names which takes records of two kinds.
type Either[A, B any] struct {
	first  *Index[A]
	second *Index[B]
	names  *book // made when a reference leads nowhere
}

// NewEither returns an Either. Where both kinds have a record of a name, the first is
// meant, unless that is the record which refers to it.
func NewEither[A, B any](first *Index[A], second *Index[B]) *Either[A, B] {
	return &Either[A, B]{first: first, second: second}
}

// One returns the record that a field refers to, as one of its values; the other is zero.
// If there is none, or it is a draft, both are zero and it adds the problem. It proposes
// no record that is refused: refuse says why, or "" for a record that may be named.
func (e *Either[A, B]) One(from *content.Record, slug typed.Slug, refuse func(*content.Record) string, at ...any) (first A, second B) {
	ref := reference{from: from, text: string(slug), at: at, refuse: refuse}
	own, inFirst := e.first.get(slug)
	_, inSecond := e.second.get(slug)
	rules := e.first.rules
	switch {
	case slug == "":
	case inFirst && !(inSecond && own.record == from):
		first, _ = e.first.lookUp(ref)
	case inSecond:
		second, _ = e.second.lookUp(ref)
	case !rules.Content.MayHave(e.first.kind, ref.text) && !rules.Content.MayHave(e.second.kind, ref.text):
		ref.drafts = rules.Drafts || from.Concept
		ref.content = rules.Content
		rules.Problems.Add(e.book().missing(ref))
	}
	return first, second
}

func (e *Either[A, B]) book() *book {
	if e.names == nil {
		e.names = newBook(len(e.first.records)+len(e.second.records), e.first.kind, e.second.kind)
		e.second.writeIn(e.names)
		e.first.writeIn(e.names) // after it, for a name that both have
		e.names.sort()
	}
	return e.names
}
