package kept

import (
	"bytes"
	"regexp"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// Needed has the records of sources to which files of this folder refer, by the names that
// an editor writes ("buren/kerk"). These always stay, whatever their source does: a folder
// that could be built yesterday can be built today.
type Needed map[string]bool

// NeededBy collects them.
func NeededBy(own *content.Content) Needed {
	needed := Needed{}
	for _, item := range own.Items() {
		for _, slug := range content.Taken(item) {
			needed[string(slug)] = true
		}
	}
	return needed
}

// Mention adds all that may be the name of a record of a source in a file that could not be read
// as it should. An editor mends that file later, and then the record must still be there.
func (n Needed) Mention(text []byte) {
	for _, name := range mention.FindAll(bytes.ToLower(text), -1) {
		n[string(name)] = true
	}
}

var mention = regexp.MustCompile(`[a-z0-9-]+/[a-z0-9-]+`)

// Has reports whether a file refers to a record of a source, by its name now or before.
func (n Needed) Has(source, slug string, former ...typed.Slug) bool {
	return n[source+"/"+slug] || slices.ContainsFunc(former, func(f typed.Slug) bool { return n[string(f)] })
}

// require marks the records of a source that are needed, with the pleinen of those
// spreekuren, without which they could not be shown.
func (s *source) require(needed Needed) {
	if len(needed) == 0 {
		return
	}
	s.required = map[string]bool{}
	for _, list := range []string{Pleinen, Partners, Spreekuren} {
		for _, r := range s.records[list] {
			b := r.common()
			if !needed.Has(s.Slug, b.Slug, s.former[list+"/"+b.ID]...) {
				continue
			}
			s.required[list+"/"+b.Slug] = true
			if x, ok := r.(*spreekuur); ok {
				s.required[Pleinen+"/"+x.Plein.Slug] = true
			}
		}
	}
}

func (s *source) requires(list string, r item) bool { return s.required[list+"/"+r.common().Slug] }
