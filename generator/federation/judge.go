package federation

import (
	"math"
	"slices"
	"strings"
	"time"
)

// A Snapshot is what a directory said at one time: a document for each feed, by its key.
type Snapshot map[string]*Document

// A Hold is a reason not to take over a snapshot until somebody has looked at it.
type Hold struct {
	Reason Reason
	List   string   // the feed, or "" for all
	What   []string // what the reason is about: licences, slugs, or pairs "old new" of ids
}

// Reason says why a snapshot is held.
type Reason string

const (
	Licence Reason = "licentie" // it is not the one that was agreed
	Shrunk  Reason = "krimp"    // too many records are gone at once
	Renamed Reason = "ids"      // too many records have another id
	Older   Reason = "ouder"    // it was made before the one that there is
)

// Shares of the records of a feed. One record that is gone or renamed is never too many.
const (
	mostGone    = 0.15
	mostRenamed = 0.05
)

// Judge compares a snapshot with the one before it, which is nil for the first. It also
// returns the ids that the same records had before, old to new: a record is the same if
// its address, or else its slug, is.
func Judge(before, after Snapshot, licence string) (holds []Hold, renamed map[string]string) {
	renamed = map[string]string{}
	var licences []string
	for _, list := range sortedLists(after) {
		now := after[list]
		if !sameLicence(now.Licence, licence) && !slices.Contains(licences, now.Licence) {
			licences = append(licences, now.Licence)
		}
		was := before[list]
		if was == nil {
			continue
		}
		ids := renames(was.Records, now.Records)
		others := pairs(ids, swaps(was.Records, now.Records))
		if tooMany(len(others), len(was.Records), mostRenamed) {
			holds = append(holds, Hold{Renamed, list, others})
		}
		for old, id := range ids {
			renamed[old] = id
		}
		if gone := missing(was.Records, now, ids); tooMany(len(gone), len(was.Records), mostGone) {
			holds = append(holds, Hold{Shrunk, list, gone})
		}
	}
	for list, was := range before {
		if after[list] == nil && len(was.Records) > 0 {
			holds = append(holds, Hold{Shrunk, list, missing(was.Records, &Document{}, nil)})
		}
	}
	if len(licences) > 0 {
		holds = append([]Hold{{Licence, "", licences}}, holds...)
	}
	slices.SortStableFunc(holds, func(a, b Hold) int { return strings.Compare(a.List, b.List) })
	return holds, renamed
}

func sortedLists(s Snapshot) []string {
	lists := make([]string, 0, len(s))
	for list := range s {
		lists = append(lists, list)
	}
	slices.Sort(lists)
	return lists
}

// tooMany reports whether n of all is more than one and more than a share.
func tooMany(n, all int, share float64) bool {
	return float64(n) > math.Max(1, share*float64(all))
}

// renames are the ids of records that are still there under another one.
func renames(was, now []Record) map[string]string {
	ids := map[string]bool{}
	byURL, bySlug := map[string]string{}, map[string]string{}
	for _, r := range now {
		ids[r.ID] = true
		byURL[r.URL], bySlug[r.Slug] = r.ID, r.ID
	}
	old := map[string]bool{}
	for _, r := range was {
		old[r.ID] = true
	}
	changed := map[string]string{}
	for _, r := range was {
		if ids[r.ID] {
			continue
		}
		id, ok := byURL[r.URL]
		if !ok {
			id, ok = bySlug[r.Slug]
		}
		if ok && !old[id] { // else another record took the name over
			changed[r.ID] = id
		}
	}
	return changed
}

// missing are the slugs of records that are gone without having said so.
func missing(was []Record, now *Document, renamed map[string]string) []string {
	ids := map[string]bool{}
	for _, r := range now.Records {
		ids[r.ID] = true
	}
	var gone []string
	for _, r := range was {
		if !ids[r.ID] && renamed[r.ID] == "" && !r.Stopped() && !r.Passed(now.Made) {
			gone = append(gone, r.Slug)
		}
	}
	return gone
}

// older holds what was made before what there is: a backup, or an old copy on the way here.
func older(before, after Snapshot) []Hold {
	for _, list := range sortedLists(after) {
		if was := before[list]; was != nil && after[list].Made.Before(was.Made) {
			return []Hold{{Older, "", []string{was.Made.UTC().Format(time.RFC3339), after[list].Made.UTC().Format(time.RFC3339)}}}
		}
	}
	return nil
}

// swaps are the ids of records that have the id of another one now: the same address and
// slug, and yet each of the two ids was there before. Nobody can tell what they mean by it.
func swaps(was, now []Record) map[string]string {
	old := map[string]bool{}
	for _, r := range was {
		old[r.ID] = true
	}
	before, after := byAddress(was), byAddress(now)
	changed := map[string]string{}
	for at, id := range before {
		if other := after[at]; id != "" && other != id && old[other] {
			changed[id] = other
		}
	}
	return changed
}

// byAddress are the ids of records by address and slug: "" where several have these.
func byAddress(records []Record) map[[2]string]string {
	ids := map[[2]string]string{}
	for _, r := range records {
		at := [2]string{r.URL, r.Slug}
		if _, again := ids[at]; again {
			r.ID = ""
		}
		ids[at] = r.ID
	}
	return ids
}

func pairs(lists ...map[string]string) []string {
	var all []string
	for _, renamed := range lists {
		for old, id := range renamed {
			all = append(all, old+" "+id)
		}
	}
	slices.Sort(all)
	return all
}
