package federation

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/schedule"
)

// former lists the slugs that records had before, so that their old addresses lead to the
// new ones. A slug that another record has by now is not one of them.
func (in *incoming) former(renamed map[string]string, gone []kept.Gone) []kept.Former {
	var all []kept.Former
	for _, f := range in.before.Former {
		f.ID = renamedTo(renamed, f.ID)
		all = append(all, f)
	}
	for _, s := range in.shapes {
		if in.old[s.Key] == nil {
			continue
		}
		slugs, taken := map[string]string{}, map[string]bool{}
		for _, r := range in.after[s.Key].Records {
			slugs[r.ID], taken[r.Slug] = r.Slug, true
		}
		for _, g := range gone {
			if r, err := recordIn(g); err == nil && g.List == s.Key && slugs[r.ID] == "" {
				slugs[r.ID] = r.Slug
			}
		}
		for _, r := range in.old[s.Key].Records {
			id := renamedTo(renamed, r.ID)
			if now, ok := slugs[id]; ok && now != r.Slug {
				all = append(all, kept.Former{List: s.Key, Slug: r.Slug, ID: id})
			}
		}
		all = slices.DeleteFunc(all, func(f kept.Former) bool { return f.List == s.Key && (taken[f.Slug] || slugs[f.ID] == "") })
	}
	return unique(all)
}

func renamedTo(renamed map[string]string, id string) string {
	if to := renamed[id]; to != "" {
		return to
	}
	return id
}

func unique(all []kept.Former) []kept.Former {
	var once []kept.Former
	for _, f := range all {
		if !slices.Contains(once, f) {
			once = append(once, f)
		}
	}
	return once
}

// gone lists the records that the source does not mention any more: those of before, as
// long as their pages stay, and those that went now. A record that comes back is not gone.
func (in *incoming) gone(r *Result, renamed map[string]string) ([]kept.Gone, error) {
	before, err := kept.ReadGone(os.DirFS(in.Dir), in.source.Slug)
	if err != nil {
		before = nil // the file is broken: only old pages are lost
	}
	var all []kept.Gone
	for _, g := range before {
		record, err := recordIn(g)
		if err == nil && !in.has(g.List, record) {
			g.Day = min(g.Day, in.today()) // the clock of this computer was ahead that night
			all = append(all, g)
		}
	}
	noted := idsIn(all)
	for _, s := range in.shapes {
		was := in.old[s.Key]
		if was == nil {
			continue
		}
		if s.Key == kept.Agenda || s.Key == kept.Berichten { // these pass by themselves
			continue
		}
		slugs := in.absent(s.Key, renamed)
		if len(slugs) == 0 {
			continue
		}
		went, err := in.recordsOf(s, slugs)
		if err != nil {
			return nil, err
		}
		for _, record := range went {
			r, err := recordIn(kept.Gone{Record: record})
			if err != nil || noted[s.Key+"/"+r.ID] {
				continue // the program was stopped after it had written this
			}
			all = append(all, kept.Gone{List: s.Key, Day: in.today(), Made: was.Made, Record: record})
		}
		r.Gone = append(r.Gone, slugs...)
	}
	return in.stay(all), nil
}

// idsIn are the ids of records, by list and id.
func idsIn(all []kept.Gone) map[string]bool {
	ids := map[string]bool{}
	for _, g := range all {
		if r, err := recordIn(g); err == nil {
			ids[g.List+"/"+r.ID] = true
		}
	}
	return ids
}

// absent are the slugs of records that the source does not mention any more: all that it
// dropped without a word, and those that it had stopped but that files here refer to.
func (in *incoming) absent(list string, renamed map[string]string) []string {
	was, now := in.old[list], in.after[list]
	slugs := missing(was.Records, now, renamed)
	for _, r := range was.Records {
		if r.Stopped() && !in.has(list, r) && renamed[r.ID] == "" && in.needed(list, r) {
			slugs = append(slugs, r.Slug)
		}
	}
	return slugs
}

// stay leaves out what is gone for so long that its page may go too. What files here refer
// to stays, and so do the pleinen of those spreekuren.
func (in *incoming) stay(all []kept.Gone) []kept.Gone {
	pleinen := map[string]bool{}
	spreekuren := slices.Clone(in.after[kept.Spreekuren].Records)
	for _, g := range all {
		if r, err := recordIn(g); err == nil && g.List == kept.Spreekuren {
			spreekuren = append(spreekuren, r)
		}
	}
	for _, r := range spreekuren {
		if in.needed(kept.Spreekuren, r) {
			pleinen[r.Plein.Slug] = true
		}
	}
	last := in.surelyBegun()
	return slices.DeleteFunc(all, func(g kept.Gone) bool {
		r, err := recordIn(g)
		day, wrong := schedule.ParseDate(g.Day)
		old := wrong != nil || day.Add(kept.KeptDays) < last
		return err != nil || old && !in.needed(g.List, r) && !(g.List == kept.Pleinen && pleinen[r.Slug])
	})
}

// surelyBegun is the last day that has begun by the clock of the source as well. What is thrown
// away is lost, so no clock decides that alone: that of this computer may be years ahead.
func (in *incoming) surelyBegun() schedule.Date {
	said := in.answered
	if in.source.Soort != content.HSDS { // which we say ourselves to be made today
		for _, doc := range in.after {
			if doc.Made.After(said) {
				said = doc.Made
			}
		}
	}
	return min(schedule.DateOf(in.Now), schedule.DateOf(said))
}

// needed reports whether a file of the folder refers to the record, by its name now or before.
func (in *incoming) needed(list string, r Record) bool {
	former := slices.ContainsFunc(in.before.Former, func(f kept.Former) bool {
		return f.List == list && f.ID == r.ID && in.Needed.Has(in.source.Slug, f.Slug)
	})
	return former || in.Needed.Has(in.source.Slug, r.Slug)
}

func recordIn(g kept.Gone) (r Record, err error) {
	err = json.Unmarshal(kept.Exact(g.Record), &r)
	r.ID = strings.ToLower(r.ID)
	return r, err
}

// has reports whether the source mentions the record.
func (in *incoming) has(list string, record Record) bool {
	doc := in.after[list]
	return doc != nil && slices.ContainsFunc(doc.Records, func(r Record) bool { return r.ID == record.ID || r.Slug == record.Slug })
}

// recordsOf returns the records with these slugs from the feed that there is.
func (in *incoming) recordsOf(s shape, slugs []string) ([]json.RawMessage, error) {
	file, err := os.Open(filepath.Join(in.dir, s.File))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var found []json.RawMessage
	s = s.loose()
	s.visit = func(text json.RawMessage, r Record) {
		if slices.Contains(slugs, r.Slug) {
			found = append(found, text)
		}
	}
	_, err = s.read(file)
	return found, err
}

func (in *incoming) writeGone(all []kept.Gone) error {
	name := filepath.Join(in.Dir, filepath.FromSlash(kept.GonePath(in.source.Slug)))
	if len(all) == 0 {
		if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
			return err
		}
		return nil
	}
	data, err := kept.EncodeGone(all)
	if err != nil {
		return err
	}
	return writeFile(name, data)
}
