package refer

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// reference is what a field of a record refers to, or one item of the field.
type reference struct {
	from    *content.Record
	content *content.Content // to know the sources, for a name that leads nowhere
	text    string           // as the editor wrote it
	at      []any
	list    []typed.Slug                     // all names in the field, if it takes more than one
	next    func(*content.Record) typed.Slug // what the field refers to in another record, if it leads on to the next of its kind
	drafts  bool                             // drafts may be referred to
	refuse  func(*content.Record) string     // why a record may not be referred to, or ""; nil if any may
}

// fits reports whether referring to the record would solve the problem without causing
// another one, as a draft would, or a reference back to its own record.
func (ref *reference) fits(n *named, b *book) bool {
	if n.record == nil {
		return true
	}
	if n.record.Concept && !ref.drafts || ref.refuse != nil && ref.refuse(n.record) != "" {
		return false
	}
	if ref.next != nil {
		for seen := map[*named]bool{}; n != nil && !seen[n]; n = b.bySlug[string(ref.next(n.record))] {
			if n.record == ref.from {
				return false
			}
			seen[n] = true
		}
	}
	return true
}

// missing reports a reference that leads nowhere. Each name that it proposes exists and
// is allowed there.
func (b *book) missing(ref reference) diag.Diagnostic {
	problem := diag.Diagnostic{
		Range: ref.from.Doc.Value(ref.at...), Code: b.kinds[0] + "-onbekend",
		Message: fmt.Sprintf("%s %q bestaat niet", strings.Join(b.kinds, " of "), ref.text),
	}
	fitting := func(all []*named) (fit []*named) {
		for _, n := range all {
			if ref.fits(n, b) {
				fit = append(fit, n)
			}
		}
		return fit
	}
	called := b.called(ref.text)
	switch fit := fitting(called); {
	case len(fit) > 0:
		problem.Message = "hier hoort de naam van het bestand"
		if fit[0].record == nil {
			problem.Message = "hier hoort de korte naam van het onderwerp"
		}
		problem.Hint = ref.write(fit)
		return problem
	case len(called) == 1:
		problem.Hint = ref.unfit(called[0])
		if called[0].record != ref.from {
			problem.Related = []diag.Range{{File: called[0].record.Doc.File}}
		}
		return problem
	}
	near := func(text string) (*named, bool) {
		if fit := fitting(b.called(text)); len(fit) == 1 {
			return fit[0], true
		}
		return b.nearest(text, func(n *named) bool { return ref.fits(n, b) }), false
	}
	if hint := ref.several(near); hint != "" {
		problem.Hint = hint
		return problem
	}
	source, name, _ := strings.Cut(ref.text, "/")
	ofSource := typed.HasSlugForm(source) && typed.HasSlugForm(name)
	if ofSource && ref.waits(&problem, source) {
		return problem
	}
	if n, _ := near(ref.text); n != nil {
		problem.Hint = diag.Question(n.slug, true)
		if ref.names(n.slug) {
			problem.Hint = ref.twice(n.slug)
		}
		return problem
	}
	if ofSource {
		ref.elsewhere(&problem, source)
		return problem
	}
	problem.Hint = b.otherwise(func(n *named) bool { return ref.fits(n, b) })
	return problem
}

// names reports whether the field already refers to it.
func (ref *reference) names(slug string) bool { return slices.Contains(ref.list, typed.Slug(slug)) }

func (ref *reference) twice(slug string) string {
	return fmt.Sprintf("haal dit weg: %q staat er al", slug)
}

// write is the hint with what to write instead of a name that is not a slug. Several
// records may have that name.
func (ref *reference) write(found []*named) string {
	const most = 4
	switch {
	case len(found) == 1 && ref.names(found[0].slug):
		return ref.twice(found[0].slug)
	case len(found) == 1:
		return fmt.Sprintf("schrijf %q", found[0].slug)
	case len(found) > most:
		return fmt.Sprintf("%d bestanden hebben deze titel; gebruik de naam van het bestand, zonder .md", len(found))
	}
	return "kies uit " + quoted(found, " of ")
}

// unfit explains why the only record with that name is not allowed there as it is.
func (ref *reference) unfit(n *named) string {
	switch {
	case n.record.Concept && !ref.drafts:
		return fmt.Sprintf("schrijf %q, en haal bij dat bestand de regel concept = true weg", n.slug)
	case ref.refuse != nil && ref.refuse(n.record) != "":
		return ref.refuse(n.record)
	case n.record == ref.from:
		return "dat is dit bestand zelf; noem een ander, of haal de regel weg"
	}
	return "vandaar komt de bezoeker weer hier uit; noem een ander, of haal de regel weg"
}

var (
	comma  = regexp.MustCompile(`[,;\n]`)
	joined = regexp.MustCompile(`[,;\n/&+|]| en | of | and `)
)

// several is the hint if the text has several names, such as "baanbrekers, mee", or "".
// A word such as "en" may be part of a name, so if only such a word separates the
// names, one of them must be certain.
func (ref *reference) several(near func(string) (n *named, sure bool)) string {
	parts := partsOf(joined, ref.text)
	if len(parts) < 2 {
		return ""
	}
	var found []*named
	unknown, sure := "", false
	for _, part := range parts {
		n, exact := near(part)
		sure = sure || exact
		switch {
		case n == nil:
			unknown = part
		case !slices.Contains(found, n) && !ref.names(n.slug):
			found = append(found, n)
		}
	}
	switch {
	case unknown == "" && sure && len(found) > 0:
		return ref.asList(found)
	case len(partsOf(comma, ref.text)) < 2:
		return ""
	case unknown != "" && ref.list != nil:
		return fmt.Sprintf("schrijf elke naam apart, in een lijst; %q bestaat niet", unknown)
	case unknown == "" && len(found) > 0:
		return ref.asList(found)
	}
	return ""
}

func partsOf(separator *regexp.Regexp, text string) []string {
	var parts []string
	for _, part := range separator.Split(text, -1) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// asList formats names as the field needs them: as a list, as items for an existing
// list, or as a choice of one.
func (ref *reference) asList(found []*named) string {
	switch {
	case ref.list == nil && len(found) > 1:
		return "hier hoort één naam; kies uit " + quoted(found, " of ")
	case ref.list == nil || ref.from.Doc.Has(ref.at...):
		return "schrijf " + quoted(found, ", ")
	}
	return "schrijf [" + quoted(found, ", ") + "]"
}

func quoted(found []*named, between string) string {
	slugs := make([]string, len(found))
	for i, n := range found {
		slugs[i] = `"` + n.slug + `"`
	}
	return strings.Join(slugs, between)
}

// stem returns the part of a text that can be a name. Editors may copy the name of a
// file with its folder, or the address of a page.
func stem(text string) string {
	clean := strings.TrimRight(strings.ReplaceAll(strings.TrimSpace(text), `\`, "/"), "/")
	first, _, _ := strings.Cut(clean, "/")
	name := strings.TrimSuffix(strings.TrimSuffix(clean, ".md"), ".toml")
	inFolder := slices.ContainsFunc(content.Kinds, func(k content.Kind) bool { return k.Folder == first })
	if name != clean || inFolder || first == "" || first == "content" || strings.Contains(clean, "://") {
		return typed.Slugify(path.Base(name))
	}
	return typed.Slugify(name)
}
