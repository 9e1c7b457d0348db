package main

import (
	"fmt"
	"slices"
	"text/tabwriter"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/schedule"
)

// What `bronnen -toon` tells of all sources: first those that somebody has to look at, then
// the others, each on one line. A region may have forty.

type sourceState struct {
	*content.Source
	lock   *kept.Lock
	reader *kept.Reader
}

// The order in which sources are to be looked at: what visitors miss most comes first.
const (
	timesGone = iota
	neverFetched
	heldBack
	shownAsOld
	aLittleOld
	inOrder
)

func (s sourceState) urgency(today schedule.Date) int {
	if len(s.lock.Files) == 0 {
		if s.lock.Trouble == nil && s.Vanaf > today {
			return inOrder
		}
		return neverFetched
	}
	age := ageOf(s.lock, today)
	switch {
	case age == content.Withdrawn:
		return timesGone
	case s.lock.Trouble != nil:
		return heldBack
	case age == content.Dated:
		return shownAsOld
	case age == content.Late:
		return aLittleOld
	}
	return inOrder
}

// ageOf is how old the oldest of the feeds of a source is for the site, see [content.Origin].
func ageOf(lock *kept.Lock, today schedule.Date) content.Age {
	for _, f := range lock.Files {
		if f.Until < today.String() {
			return content.Withdrawn
		}
	}
	return content.AgeOn(lock.Made(), today)
}

// whole tells all of one source.
func (e telling) whole(s sourceState, today schedule.Date) {
	e.state(s.Source, s.lock, today)
	e.missing(s.reader.Missing(s.Slug))
	e.refused(s.Source, s.reader.Refused(s.Slug))
}

func (e telling) overview(all []sourceState, today schedule.Date) {
	slices.SortStableFunc(all, func(a, b sourceState) int { return a.urgency(today) - b.urgency(today) })
	n := slices.IndexFunc(all, func(s sourceState) bool { return s.urgency(today) == inOrder })
	if n < 0 {
		n = len(all)
	}
	fmt.Fprintf(e.stdout, "%s, %d in orde\n", count(len(all), "bron", "bronnen"), len(all)-n)
	if n > 0 {
		fmt.Fprintln(e.stdout, "\nKijk eerst hiernaar. Bovenaan staat wat bezoekers het meest missen.")
	}
	for _, s := range all[:n] {
		fmt.Fprintln(e.stdout)
		e.whole(s, today)
	}
	if n == len(all) {
		return
	}
	fmt.Fprintln(e.stdout, "\nIn orde:")
	table := tabwriter.NewWriter(e.stdout, 0, 0, 2, ' ', 0)
	for _, s := range all[n:] {
		if len(s.lock.Files) == 0 {
			fmt.Fprintf(table, "  %s\tvanaf %s\t\t%s\n", s.Slug, s.Vanaf, s.Titel)
			continue
		}
		spreekuren := 0
		if f := s.lock.File(kept.FileOf(kept.Spreekuren)); f != nil {
			spreekuren = f.Count
		}
		fmt.Fprintf(table, "  %s\t%s\tgemaakt op %s\t%s", s.Slug, inList(spreekuren, kept.Spreekuren), dayOf(s.lock.Made()), s.Titel)
		if n := len(s.reader.Missing(s.Slug)); n > 0 {
			fmt.Fprintf(table, "; %s niet op uw site", count(n, "onderwerp", "onderwerpen"))
		}
		fmt.Fprintln(table)
	}
	table.Flush()
	fmt.Fprintln(e.stdout, "\nMeer over één bron: pleinwijzer bronnen -toon naam")
}
