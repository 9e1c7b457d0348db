package catalog

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/refer"
)

// A Referral is where a visitor goes with a question that a spreekuur does not answer. If
// both of its pointers are nil it leads to a website.
type Referral struct {
	*content.Verwijs
	Spreekuur *Spreekuur // or the one that came after it
	Partner   *Partner
}

// referrals finds where each spreekuur refers to. What was named long ago may have stopped
// since: then the visitor goes to what came in its place.
func (r *resolver) referrals(all []Spreekuur) {
	targets := refer.NewEither(r.spreekuurBySlug, r.partnerBySlug)
	for i := range all {
		s := &all[i]
		for j := range s.Spreekuur.Verwijs {
			v := &s.Spreekuur.Verwijs[j]
			to := Referral{Verwijs: v}
			refuse := func(record *content.Record) string { return r.deadEnd(s, record) }
			named, partner := targets.One(&s.Record, v.Naar, refuse, "verwijs", j, "naar")
			if to.Partner = partner; named != nil {
				to.Spreekuur = named.Successor()
				r.checkReferral(s, named, j)
			}
			s.Verwijs = append(s.Verwijs, to)
		}
	}
}

// Successor is the spreekuur to which a visitor of this one goes now: itself, or if it is
// not held the first of its opvolgers that is, or the last of them.
func (s *Spreekuur) Successor() *Spreekuur {
	seen := map[*Spreekuur]bool{}
	for !s.Active() && s.Opvolger != nil && !seen[s] {
		seen[s] = true
		s = s.Opvolger
	}
	return s
}

// checkReferral reports a spreekuur that sends its visitors to itself, or to one that has
// stopped. If the opvolger of that one is wrong, this has been reported already. One that
// merely came to its last day is advice of package lint: no site must fail to build because
// a day has passed. Neither must it because another directory stopped one of its own: that is
// a warning.
func (r *resolver) checkReferral(from, named *Spreekuur, i int) {
	at := []any{"verwijs", i, "naar"}
	severity := diag.Error
	if named.From != nil || strings.Contains(string(from.Spreekuur.Verwijs[i].Naar), "/") {
		severity = diag.Warning
	}
	switch to := named.Successor(); {
	case named == from:
		r.Problems.Add(diag.Diagnostic{Range: from.Doc.Value(at...), Code: "verwijzing-zelf", Severity: severity,
			Message: "dit spreekuur verwijst naar zichzelf", Hint: "noem een ander, of haal dit blok weg"})
	case to == from || to.Status == content.Stopped && to.Spreekuur.Opvolger == "":
		if to.From != nil {
			severity = diag.Warning
		}
		r.Problems.Add(diag.Diagnostic{Range: from.Doc.Value(at...), Code: "verwijs-gestopt", Severity: severity,
			Message: fmt.Sprintf("spreekuur %q is gestopt", named.Slug), Hint: r.deadEnd(from, &named.Record),
			Related: []diag.Range{{File: named.Doc.File}}})
	}
}

// deadEnd says why a spreekuur may not refer to another record, or is "".
func (r *resolver) deadEnd(from *Spreekuur, record *content.Record) string {
	named := r.spreekuurBySlug.Get(record)
	if named == nil {
		return "" // a partner
	}
	switch to := named.Successor(); {
	case named == from:
		return "dat is dit bestand zelf; noem een ander, of haal dit blok weg"
	case to == from:
		return "het spreekuur dat er voor in de plaats kwam, is dit spreekuur zelf; noem een ander, of haal dit blok weg"
	case to.Status == content.Stopped && to.From != nil:
		return "noem een ander spreekuur of een partner"
	case to.Status == content.Stopped:
		return fmt.Sprintf("noem een ander spreekuur of een partner, of zet in %s een opvolger", to.Doc.File)
	}
	return ""
}
