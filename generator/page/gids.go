package page

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// gidsPath is below which the sheets for editors of G!DS are. They are in Dutch
// only, as G!DS is.
const gidsPath = "/feeds/gids/"

// gidsSheet is what an editor types over, beside the screens of G!DS.
type gidsSheet struct {
	Title   string
	Known   *gidsDay // since when the site knows what changed; nil where it does not
	Latest  string   // the last day that a visitor may ask about
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

func (s *site) gids() []publish.File {
	if s.prefix != "" {
		return nil
	}
	all := gids.Pleinen(s.catalog)
	csv := link{Title: "Alle spreekuren in één bestand voor Excel", URL: s.url("/feeds/gids.csv"), Text: "CSV, met dezelfde gegevens als de bladen hieronder."}
	intro := "Op elk blad staan de gegevens van een plein en zijn spreekuren, in de volgorde van de schermen van G!DS."
	files := s.linkList("Invulbladen voor G!DS", intro, gidsPath, "", 1+len(all), func(i int) link {
		if i == 0 {
			return csv
		}
		return link{Title: all[i-1].Naam, URL: s.url(gidsPage(all[i-1])), Text: all[i-1].Adres(s.catalog.Today).Plaats}
	})
	for _, p := range all {
		files = append(files, s.page(gidsPage(p), "gids", func() frame {
			return s.frame("Invulblad voor G!DS: "+p.Naam, "", gidsPage(p), "", s.gidsSheet(p))
		}))
	}
	return files
}

func gidsPage(p *catalog.Plein) string { return gidsPath + p.Slug + "/" }

func (s *site) gidsSheet(p *catalog.Plein) gidsSheet {
	sheet := gids.SheetOf(s.catalog, p)
	view := gidsSheet{
		Title: "Invulblad voor G!DS: " + softened(p.Naam), Latest: s.catalog.Today.String(),
		Entries: []gidsEntry{s.gidsEntry("plein", "Plein", sheet.Plein)},
		Gone:    s.gidsGone(p),
		CSV:     s.url("/feeds/gids.csv"), List: s.url(gidsPath),
	}
	if past := s.catalog.Past; past.Known() {
		view.Known = gidsDayOf(schedule.DateOf(past.Since))
	}
	for i, e := range sheet.Aanbod {
		view.Entries = append(view.Entries, s.gidsEntry(fmt.Sprintf("aanbod-%d", i+1), "Aanbod", e))
	}
	return view
}

// gidsEntry leaves out what is empty, unless it became so, or G!DS cannot do
// without.
func (s *site) gidsEntry(id, kind string, e gids.Entry) gidsEntry {
	days, whole := gids.Changed(s.catalog, e)
	view := gidsEntry{ID: id, Kind: kind, Title: e.Title, New: gidsDayOf(whole)}
	for _, f := range e.Fields {
		if f.Value != "" || days[f.Key] != 0 || f.Key == gids.Aanbodsoort {
			view.Values = append(view.Values, gidsValue{Label: f.Label, Value: f.Value, Changed: gidsDayOf(days[f.Key])})
		}
	}
	return view
}

// gidsGone are the spreekuren of a plein that have stopped for good, and those
// that are not on the site any more.
func (s *site) gidsGone(p *catalog.Plein) []gidsGone {
	var gone []gidsGone
	for _, x := range p.Spreekuren {
		if gids.Former(x) {
			gone = append(gone, gidsGone{Title: x.Titel, Number: x.Gids.ID, Day: gidsDayOf(s.catalog.GoneSince(x))})
		}
	}
	for _, c := range s.catalog.Past.GoneFrom(p.ID) {
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
