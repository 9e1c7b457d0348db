package kept

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// source is one directory with everything that it said last.
type source struct {
	*content.Source
	lock    *Lock
	text    string            // of the lock
	records map[string][]item // by list

	docs     map[string]*frontmatter.Document      // the file of each list
	at       map[string]bool                       // the pleinen that are taken over; nil for all
	leads    map[string]bool                       // the partners there
	required map[string]bool                       // what files of this folder refer to, by list and slug
	former   map[string][]typed.Slug               // former slugs, by list and id
	closed   map[typed.Slug]map[schedule.Date]bool // the days on which each plein is closed
}

// prepare works out which records are taken over. A source that has to wait has none.
func (s *source) prepare(today schedule.Date, needed Needed) {
	s.docs = map[string]*frontmatter.Document{}
	for _, list := range Lists {
		s.docs[list] = frontmatter.Unreadable(PathOf(s.Source, FileOf(list)))
	}
	s.closed = map[typed.Slug]map[schedule.Date]bool{}
	for _, r := range s.records[Pleinen] {
		days := map[schedule.Date]bool{}
		for _, day := range r.(*plein).Afwijkend {
			days[date(day.Datum)] = len(day.Tijden) == 0
		}
		s.closed[typed.Slug(s.Slug+"/"+r.common().Slug)] = days
	}
	s.former = map[string][]typed.Slug{}
	for _, f := range s.lock.Former {
		key := f.List + "/" + f.ID
		s.former[key] = append(s.former[key], typed.Slug(s.Slug+"/"+f.Slug))
	}
	if s.Vanaf > today {
		s.records = nil
	}
	s.require(needed)
	s.forget(today)
	if len(s.Pleinen) > 0 {
		s.at, s.leads = map[string]bool{}, map[string]bool{}
		for _, slug := range s.Pleinen {
			s.at[string(slug)] = true
		}
		for _, r := range s.records[Pleinen] {
			if s.called(Pleinen, r, s.Pleinen) {
				s.at[r.common().Slug] = true
			}
		}
		for _, r := range s.records[Spreekuren] {
			if x := r.(*spreekuur); s.at[x.Plein.Slug] {
				for _, p := range x.Partners {
					s.leads[p.Slug] = true
				}
			}
		}
		for _, r := range s.records[Pleinen] {
			if p := r.(*plein); s.at[p.Slug] && p.Kartrekker != nil {
				s.leads[p.Kartrekker.Slug] = true
			}
		}
	}
}

// forget leaves out what its source has not mentioned for too long.
func (s *source) forget(today schedule.Date) {
	left := map[string][]item{}
	for list, records := range s.records {
		left[list] = slices.DeleteFunc(slices.Clone(records), func(r item) bool {
			gone := r.common().origin.Gone
			return gone != 0 && gone.Add(KeptDays) < today && !s.requires(list, r)
		})
	}
	s.records = left
}

// wanted reports whether a record belongs to the pleinen that are taken over.
func (s *source) wanted(list string, r item) bool {
	if s.at == nil || s.requires(list, r) {
		return true
	}
	there := func(refs []ref) bool { return slices.ContainsFunc(refs, func(r ref) bool { return s.at[r.Slug] }) }
	switch x := r.(type) {
	case *plein:
		return s.at[x.Slug]
	case *partner:
		return s.leads[x.Slug]
	case *spreekuur:
		return s.at[x.Plein.Slug]
	case *event:
		return x.Plein != nil && s.at[x.Plein.Slug]
	case *news:
		return there(x.Pleinen)
	}
	return false
}

// called reports whether one of the names is that of the record, now or before: the source
// may give it another without asking.
func (s *source) called(list string, r item, names []typed.Slug) bool {
	b := r.common()
	former := s.former[list+"/"+b.ID]
	return slices.ContainsFunc(names, func(name typed.Slug) bool {
		return string(name) == b.Slug || slices.Contains(former, typed.Slug(s.Slug)+"/"+name)
	})
}

// sameAs returns which of zelfde_als is about a partner of the source, or -1.
func (s *source) sameAs(partner item) int {
	return slices.IndexFunc(s.ZelfdeAls, func(same content.SamePartner) bool {
		return same.Als != "" && s.called(Partners, partner, []typed.Slug{same.Partner})
	})
}

// record returns what all records have in common.
func (j *joiner) record(c candidate) content.Record {
	b := c.record.common()
	from := b.origin
	origin := *from
	origin.Source, origin.ID, origin.Name, origin.URL = c.Source, parsedID(b), b.Slug, c.web(b.URL)
	if b.Bron != nil {
		origin.Through = content.Credit{Name: b.Bron.Naam, URL: c.web(b.Bron.URL), Licence: b.Bron.Licentie}
	}
	return content.Record{
		Slug: c.Slug + "/" + b.Slug, Doc: c.docs[c.list], From: &origin, Tekst: typed.Text(asMarkdown(b.Tekst)),
		Aliassen: slices.Concat(c.former[c.list+"/"+b.ID], j.also[c.list+"/"+c.Slug+"/"+b.Slug]),
	}
}

// web returns an address of a page, or that of the source for anything else: a link on our
// pages never runs a script of others.
func (s *source) web(address string) string {
	if u, err := url.Parse(address); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		return address
	}
	home, _, _ := strings.Cut(string(s.Adres), "feeds/v1/")
	return home
}

// notInGids keeps a record out of our sheets for G!DS: its source enters it there.
func notInGids() content.Gids { return content.Gids{Opnemen: new(bool)} }

// silent reports whether what a record says about times cannot be shown any more.
func (j *joiner) silent(r *content.Record) bool {
	return r.From.Gone != 0 || r.From.AgeOn(j.today) == content.Withdrawn
}

// originOf says when a document of the source was made, and of which days it knows
// everything. Of days before it was made it says nothing.
func originOf(made time.Time, until string) *content.Origin {
	from := schedule.DateOf(made)
	return &content.Origin{Made: made, Known: schedule.Period{From: from, Until: min(cmp.Or(date(until), from), from.Add(farthest))}}
}

// farthest is how many days ahead a source is believed.
const farthest = 1200
