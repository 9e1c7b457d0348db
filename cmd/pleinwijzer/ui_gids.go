package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/schedule"
)

// The output of the verb gids, by the rules of ui.go.

// withoutHistory says that git cannot be read. It includes git's own error, for the
// programmer to whom the editor shows this line.
func (e environment) withoutHistory(folder string, err *history.Error) {
	fmt.Fprintf(e.stderr, "pleinwijzer: %v; de site krijgt geen dagen waarop iets veranderd is\n", unreadableHistory(folder, err))
}

// halfHistory says what a shallow clone leaves out, as that of a program that builds sites
// often is.
func (e environment) halfHistory(folder string) {
	fmt.Fprintf(e.stderr, "pleinwijzer: van de map %q is niet de hele geschiedenis opgehaald, dus niet overal staat wanneer het veranderde; %s\n", folder, unshallow)
}

// notSoFarBack is for a day before what was fetched.
func notSoFarBack(folder string) error {
	return fmt.Errorf("de geschiedenis van de map %q is niet zo ver terug opgehaald; %s", folder, unshallow)
}

const unshallow = "haal de hele geschiedenis op met: git fetch --unshallow"

func unreadableHistory(folder string, err error) error {
	if _, ok := errors.AsType[*history.Error](err); !ok {
		return err
	}
	return fmt.Errorf("de geschiedenis van de map %q in git is niet te lezen; haal de map opnieuw op, of vraag het iemand die git kent", folder)
}

func noHistory(folder string) error {
	return fmt.Errorf("van de map %q is geen geschiedenis bekend; bewaar de map in git, of vraag alles op met \"pleinwijzer gids\"", folder)
}

func noHistoryBefore(folder string, first time.Time) error {
	return fmt.Errorf("van de map %q is van die dag niets bekend; het oudste wat er is, is van %s", folder, schedule.DateOf(first))
}

// sheets prints all values.
func (e environment) sheets(c *catalog.Catalog) {
	for i, entry := range gids.Listed(c) {
		if i > 0 {
			fmt.Fprintln(e.stdout)
		}
		e.entry(entry, heading(entry))
	}
}

// heading returns a heading that distinguishes a plein from what it offers.
func heading(entry gids.Entry) string {
	if entry.ID == entry.Plein {
		return "PLEIN " + entry.Title
	}
	return "AANBOD " + entry.Title
}

func (e environment) entry(entry gids.Entry, heading string) {
	fmt.Fprintln(e.stdout, heading)
	for _, f := range entry.Fields {
		if f.Value != "" {
			fmt.Fprintf(e.stdout, "  %s: %s\n", f.Label, aligned(f.Value))
		}
	}
}

// aligned indents the further lines of a text like its first one.
func aligned(s string) string { return strings.ReplaceAll(s, "\n", "\n    ") }

// sheetChanges prints what has changed, grouped by plein.
func (e environment) sheetChanges(since schedule.Date, now *catalog.Catalog, found []changes.Change) {
	byRecord := map[uuid.UUID][]changes.Change{}
	for _, c := range found {
		if c.What != changes.Altered || c.Label != "" {
			byRecord[c.ID] = append(byRecord[c.ID], c)
		}
	}
	if len(byRecord) == 0 {
		fmt.Fprintf(e.stdout, "sinds %s is er niets veranderd voor G!DS\n", since)
		return
	}
	fmt.Fprintf(e.stdout, "veranderd voor G!DS sinds %s\n", since)
	for _, entry := range gids.Listed(now) {
		if own := byRecord[entry.ID]; own != nil {
			e.entryChanges(entry, own)
		}
	}
	for _, c := range found {
		if c.What == changes.Went {
			fmt.Fprintf(e.stdout, "\nWEG %s\n  hoort niet meer in G!DS\n", c.Title)
		}
	}
}

func (e environment) entryChanges(entry gids.Entry, found []changes.Change) {
	fmt.Fprintln(e.stdout)
	if found[0].What == changes.Came {
		e.entry(entry, "NIEUW "+heading(entry))
		return
	}
	fmt.Fprintln(e.stdout, heading(entry))
	for _, c := range found {
		fmt.Fprintf(e.stdout, "  %s\n    was: %s\n    nu:  %s\n", c.Label, valueOrEmpty(c.Old), valueOrEmpty(c.New))
	}
}

func valueOrEmpty(s string) string {
	if s == "" {
		return "(leeg)"
	}
	return strings.ReplaceAll(s, "\n", "\n         ")
}
