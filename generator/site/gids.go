package site

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/schedule"
)

// GidsPath is below which the sheets for editors of G!DS are. They are in Dutch
// only, as G!DS is.
const GidsPath = "/feeds/gids/"

// gidsSheet is what an editor types over, beside the screens of G!DS.
type gidsSheet struct {
	Title   string
	Known   *gidsDay // since when the site knows what changed; nil where it does not
	Entries []gidsEntry
	Gone    []gidsGone
	CSV     string
	List    string // the address of the list of sheets
}

// gidsDay is a day on which something changed; nil where that is not known.
type gidsDay struct{ ISO, Words string }

// gidsEntry is one record of G!DS.
type gidsEntry struct {
	ID     string // in the page
	Kind   string
	Title  string
	New    *gidsDay // since when it is on the sheet
	Values []gidsValue
}

type gidsValue struct {
	Label, Value string
	Changed      *gidsDay
}

// gidsGone is a record that does not belong in G!DS any more.
type gidsGone struct {
	Title, Number string
	Day           *gidsDay
}

func GidsPages(s *layout.Site) []layout.Page {
	all := gids.Pleinen(s.Catalog)
	csv := layout.Link{Title: "Alle spreekuren in één bestand voor Excel", URL: s.URL("/feeds/gids.csv"), Text: "CSV, met dezelfde gegevens als de bladen hieronder."}
	intro := "Op elk blad staan de gegevens van een plein en zijn spreekuren, in de volgorde van de schermen van G!DS."
	list := piece.LinkListPages(s,
		layout.Page{Path: GidsPath, Title: "Invulbladen voor G!DS", Description: intro, Reach: layout.Linked, Once: true},
		1+len(all), func(i int) layout.Link {
			if i == 0 {
				return csv
			}
			return layout.Link{Title: all[i-1].Naam, URL: s.URL(gidsPage(all[i-1])), Text: all[i-1].Adres(s.Catalog.Today).Plaats}
		})
	for _, p := range all {
		list = append(list, layout.Page{
			Path: gidsPage(p), Layout: "gids", Title: "Invulblad voor G!DS: " + p.Naam, About: p, Reach: layout.Linked, Once: true,
			View: layout.Shows(func() any { return gidsSheetOf(s, p) }),
		})
	}
	return list
}

func gidsPage(p *catalog.Plein) string { return GidsPath + p.Slug + "/" }

func gidsSheetOf(s *layout.Site, p *catalog.Plein) gidsSheet {
	sheet := gids.SheetOf(s.Catalog, p)
	view := gidsSheet{
		Title:   "Invulblad voor G!DS: " + piece.Softened(p.Naam),
		Entries: []gidsEntry{gidsEntryOf(s, "plein", "Plein", sheet.Plein)},
		Gone:    gidsGoneOf(s, p),
		CSV:     s.URL("/feeds/gids.csv"), List: s.URL(GidsPath),
	}
	if past := s.Catalog.Past; past.Known() {
		view.Known = gidsDayOf(schedule.DateOf(past.Since))
	}
	for i, e := range sheet.Aanbod {
		view.Entries = append(view.Entries, gidsEntryOf(s, fmt.Sprintf("aanbod-%d", i+1), "Aanbod", e))
	}
	return view
}

// gidsEntryOf leaves out what is empty, unless it became so, or G!DS cannot do
// without.
func gidsEntryOf(s *layout.Site, id, kind string, e gids.Entry) gidsEntry {
	days, whole := gids.Changed(s.Catalog, e)
	view := gidsEntry{ID: id, Kind: kind, Title: e.Title, New: gidsDayOf(whole)}
	for _, f := range e.Fields {
		if f.Value != "" || days[f.Key] != 0 || f.Key == gids.Aanbodsoort {
			view.Values = append(view.Values, gidsValue{Label: f.Label, Value: f.Value, Changed: gidsDayOf(days[f.Key])})
		}
	}
	return view
}

// gidsGoneOf are the spreekuren of a plein that have stopped for good, and those
// that are not on the site any more.
func gidsGoneOf(s *layout.Site, p *catalog.Plein) []gidsGone {
	var gone []gidsGone
	for _, x := range p.Spreekuren {
		if gids.Former(x) {
			gone = append(gone, gidsGone{Title: x.Titel, Number: x.Gids.ID, Day: gidsDayOf(s.Catalog.GoneSince(x))})
		}
	}
	for _, c := range s.Catalog.Past.GoneFrom(p.ID) {
		gone = append(gone, gidsGone{Title: c.Title, Day: gidsDayOf(schedule.DateOf(c.Time))})
	}
	return gone
}

func gidsDayOf(d schedule.Date) *gidsDay {
	if d == 0 {
		return nil
	}
	return &gidsDay{d.String(), schedule.Dutch.Date(d)}
}
