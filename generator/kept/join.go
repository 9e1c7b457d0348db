package kept

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"pleinwijzer/generator/address"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// A name is what a source calls a record.
type name struct{ source, list, slug string }

// joiner decides which records are shown, and under which slug each is known.
type joiner struct {
	own   *content.Content
	site  string // the address of this site, to know what came from it
	today schedule.Date

	byID  map[string]string // the slug of the record with an id, by list and id
	lists map[string]string // the list of the record with an id: an id is of one record only
	slugs map[name]string   // of every record, also of one that is not shown itself but as another
	taken map[string]bool   // slugs in use, by list and slug
	doors map[string]door   // pleinen by postcode and number
	shown []candidate

	also map[string][]typed.Slug // other names of a record that is shown, by list and slug

	same     []candidate               // partners that are others
	refused  map[string][]Refused      // the records of a source that were there already
	unknown  map[string]map[string]int // the topics of a source that are not ours, by name
	problems diag.List
}

// candidate is a record that a source has.
type candidate struct {
	*source
	list   string
	record item
}

// door is a plein at an address, and the precedence of its source.
type door struct {
	slug       string
	precedence int
}

// item is a record of any list.
type item interface{ common() *base }

func (b *base) common() *base { return b }

// join turns what the sources say into records beside those of this folder.
func join(own *content.Content, sources []*source, today schedule.Date) (*content.Content, *joiner) {
	j := &joiner{
		own: own, today: today, byID: map[string]string{}, slugs: map[name]string{}, taken: map[string]bool{},
		also: map[string][]typed.Slug{}, doors: map[string]door{}, lists: map[string]string{},
		refused: map[string][]Refused{}, unknown: map[string]map[string]int{},
	}
	if own.Site != nil {
		j.site = strings.TrimRight(string(own.Site.Adres), "/") + "/"
	}
	j.claimOwn()
	for _, list := range Lists {
		for _, c := range inOrder(sources, list) {
			j.claim(c, false)
		}
		j.settle()
	}
	made := &content.Content{}
	for _, c := range j.shown {
		j.convert(made, c)
	}
	made.Led, made.Replaced = j.led(sources), replaced(own, j.also)
	return made, j
}

// claimOwn registers the records of this folder, which always go first.
func (j *joiner) claimOwn() {
	if j.own.Site == nil {
		return
	}
	ids := address.NewIDs(j.own.Site.Naamruimte)
	for kind, r := range j.own.Items() {
		if record := r.File(); !record.Concept {
			id := ids.Of(kind.Name, record).String()
			j.byID[kind.Path[1:]+id], j.lists[id] = record.Slug, strings.Trim(kind.Path, "/")
		}
	}
	for _, p := range j.own.Pleinen {
		if !p.Concept {
			j.doors[DoorOf(p.Adres)] = door{slug: p.Slug}
		}
	}
}

// inOrder returns the records of a list, those that go first at the start: what a source
// says of itself before what it took over from another, and then by precedence.
func inOrder(sources []*source, list string) []candidate {
	var direct, indirect []candidate
	byRank := slices.SortedStableFunc(slices.Values(sources), func(a, b *source) int { return cmp.Compare(b.Voorrang, a.Voorrang) })
	for _, s := range byRank {
		for _, r := range s.records[list] {
			if c := (candidate{s, list, r}); r.common().Bron != nil {
				indirect = append(indirect, c)
			} else {
				direct = append(direct, c)
			}
		}
	}
	return append(direct, indirect...)
}

// claim gives a record its slug, unless it is known already: then its names lead there. A
// partner that an editor says is another one has to wait for that one, unless it is sure
// that it is not.
func (j *joiner) claim(c candidate, sure bool) {
	b := c.record.common()
	known := name{c.Slug, c.list, b.Slug}
	id := c.list + "/" + b.ID
	switch other, again := j.byID[id]; {
	case !c.wanted(c.list, c.record):
		return
	case again:
		j.lead(c, other)
		j.refuse(c, other)
	case j.lists[b.ID] != "": // of another kind
		j.refuse(c, j.byID[j.lists[b.ID]+"/"+b.ID])
	case b.Bron != nil && j.site != "" && strings.HasPrefix(b.Bron.URL, j.site): // it came from here, and is gone here
		j.refuse(c, "")
	case c.list == Partners && !sure && c.sameAs(c.record) >= 0:
		j.same = append(j.same, c)
	case j.building(c) != "":
		j.lead(c, j.building(c))
	case j.taken[c.list+"/"+c.Slug+"/"+b.Slug]: // the name went to another record
		j.refuse(c, c.Slug+"/"+b.Slug)
	default:
		slug := c.Slug + "/" + b.Slug
		j.byID[id], j.lists[b.ID], j.slugs[known], j.taken[c.list+"/"+slug] = slug, c.list, slug, true
		j.shown = append(j.shown, c)
	}
}

// lead makes the names of a record lead to one that is shown. Its page moves there too, if
// it can have had one: what a source took over from another has its page elsewhere.
func (j *joiner) lead(c candidate, to string) {
	b := c.record.common()
	j.slugs[name{c.Slug, c.list, b.Slug}] = to
	if b.Bron == nil {
		at := c.list + "/" + to
		j.also[at] = append(append(j.also[at], c.former[c.list+"/"+b.ID]...), typed.Slug(c.Slug+"/"+b.Slug))
	}
}

// settle leads partners to those that an editor says they are. One that is not there is
// reported, and so are partners that are each other: the first of these is shown.
func (j *joiner) settle() {
	for len(j.same) > 0 {
		waiting := len(j.same)
		j.same = slices.DeleteFunc(j.same, func(c candidate) bool {
			to := j.target(c.as())
			if to != "" {
				j.lead(c, to)
			}
			return to != ""
		})
		if len(j.same) < waiting {
			continue
		}
		i := slices.IndexFunc(j.same, func(c candidate) bool { return !waits(j.same, c.as()) })
		c := j.same[max(i, 0)]
		problem := diag.Diagnostic{
			Range: c.At("zelfde_als", c.sameAs(c.record), "als"), Code: "zelfde-als-onbekend", Severity: diag.Warning,
			Message: fmt.Sprintf("partner %q bestaat niet", c.as()), Hint: j.meant(string(c.as())),
		}
		if i < 0 {
			problem.Code = "zelfde-als-kring"
			problem.Message = fmt.Sprintf("via %q komt u weer uit bij partner %q zelf", c.as(), c.record.common().Slug)
			problem.Hint = "haal dit blok zelfde_als weg"
		}
		j.problems.Add(problem)
		j.same = slices.Delete(j.same, max(i, 0), max(i, 0)+1)
		j.claim(c, true)
	}
}

// as is the partner that an editor says the candidate is.
func (c candidate) as() typed.Slug { return c.ZelfdeAls[c.sameAs(c.record)].Als }

// waits reports whether a partner of a source is one that has to wait for another itself.
func waits(all []candidate, as typed.Slug) bool {
	return slices.ContainsFunc(all, func(c candidate) bool { return c.Slug+"/"+c.record.common().Slug == string(as) })
}

// target returns the slug of a partner as an editor writes it: one of this folder, or one of
// a source after the name of that source.
func (j *joiner) target(as typed.Slug) string {
	if source, slug, ok := strings.Cut(string(as), "/"); ok {
		return j.slugs[name{source, Partners, slug}]
	}
	if slices.ContainsFunc(j.own.Partners, func(p *content.Partner) bool { return p.Slug == string(as) && !p.Concept }) {
		return string(as)
	}
	return ""
}

// meant proposes a partner for a name that is not one.
func (j *joiner) meant(text string) string {
	var names []string
	for _, p := range j.own.Partners {
		if !p.Concept {
			names = append(names, p.Slug)
		}
	}
	for known, slug := range j.slugs {
		if known.list == Partners && slug != "" {
			names = append(names, known.source+"/"+known.slug)
		}
	}
	slices.Sort(names)
	if hint := diag.Question(diag.Nearest(text, names)); hint != "" {
		return hint
	}
	return "noem een bestand in de map partners, zonder .md; of een bron, een schuine streep en een partner van die bron"
}

// building returns the plein in the same building that goes before the candidate: it came
// earlier, and has another precedence. With the same one both stay: an editor decides. The
// site's own pleinen come first and have precedence 0, so that any other number lets them stay.
func (j *joiner) building(c candidate) string {
	p, isPlein := c.record.(*plein)
	if !isPlein {
		return ""
	}
	at := DoorOf(p.adres.content())
	first, there := j.doors[at]
	if !there {
		j.doors[at] = door{c.Slug + "/" + p.Slug, c.Voorrang}
	}
	if !there || first.precedence == c.Voorrang {
		return ""
	}
	return first.slug
}

var houseNumber = regexp.MustCompile(`[0-9]+.*$`)

// DoorOf returns what two addresses of one building have in common.
func DoorOf(a content.Adres) string {
	number := strings.ToLower(strings.Join(strings.Fields(houseNumber.FindString(a.Straat)), ""))
	return string(a.Postcode) + " " + number
}

// slug returns the slug of what a source calls by a name, or "" if it is not shown.
func (j *joiner) slug(s *source, list, of string) typed.Slug {
	return typed.Slug(j.slugs[name{s.Slug, list, of}])
}

// all returns the slugs of those that are shown, each once.
func (j *joiner) all(s *source, list string, refs []ref) []typed.Slug {
	var found []typed.Slug
	for _, r := range refs {
		if slug := j.slug(s, list, r.Slug); slug != "" && !slices.Contains(found, slug) {
			found = append(found, slug)
		}
	}
	return found
}

// topics returns our topics for those of a source: with the same name, or for the same
// products of the government. Those that we do not have are counted.
func (j *joiner) topics(from *source, s *spreekuur) []typed.Slug {
	var found []typed.Slug
	for _, theirs := range s.Onderwerpen {
		known := false
		for _, ours := range j.own.Onderwerpen {
			same := ours.Slug == theirs.Slug || typed.Slugify(ours.Naam) == typed.Slugify(theirs.Naam) ||
				slices.ContainsFunc(theirs.UPL, func(p typed.Product) bool { return slices.Contains(ours.UPL, p) })
			if known = known || same; same && !slices.Contains(found, typed.Slug(ours.Slug)) {
				found = append(found, typed.Slug(ours.Slug))
			}
		}
		if !known {
			j.miss(from, theirs.Naam)
		}
	}
	return found
}

// parsedID returns the id of a record, which was checked when it was fetched.
func parsedID(b *base) uuid.UUID {
	id, _ := uuid.Parse(b.ID)
	return id
}
