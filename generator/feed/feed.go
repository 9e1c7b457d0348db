// Package feed makes what programs read: JSON for the sites of partners and for
// data users, calendars for phones.
//
// Feeds have struct types of their own, written out field by field. The model never
// marshals itself: renaming a field in the catalog must not rename it in a format that
// others read. Published names, meanings and paths stay; a change of meaning becomes a
// new version beside the old one.
//
// The tags of a field in a JSON feed give its meaning and an example. The JSON Schema
// and the table on the page about the feeds follow from those.
//
// Files are written record by record, so that the memory of a build does not grow with
// the size of a feed.
//
// A spreekuur that has stopped for good stays in two places for a while: in the feed of
// spreekuren, which says so, and in the calendars, which cancel its first dates. A phone
// keeps a date until it reads the calendar without it. The other feeds leave the
// spreekuur out.
//
// # To add a feed
//
// Write it in a file of its own, as a function that writes one [selection] or one
// that lists its files, and add it to feeds. The page about the feeds and the
// links in the heads of pages follow from that line.
package feed

import (
	"io"
	"reflect"
	"slices"

	"pleinwijzer/generator/address"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// Feed is one kind of feed, with what the page about the feeds says of it.
type Feed struct {
	Title  string   // in Dutch, as in a list of choices
	For    string   // what someone does with it, in Dutch: one sentence
	Set    string   // what it is about; feeds of one set say the same in different formats
	Type   string   // media type
	Whole  string   // the path of the one about the whole site; "" if there is none
	Name   string   // of the file that stands beside a page; "" if there is none
	Beside []string // the folders with those pages: "pleinen" for /pleinen/x/
	Shown  []string // the pages whose head names the one about the whole site

	// A JSON feed has a list of records of this type, under this name.
	key    string
	record reflect.Type

	// One of these makes the files: write makes those of any selection, list names them all.
	// With neither, the feed before this one lists its files too.
	write func(*catalog.Catalog) writer
	list  func(*catalog.Catalog) []publish.File
}

// A writer writes the feed of a selection.
type writer struct {
	write func(io.Writer, selection) error
	kept  *recordLines // what it keeps from one selection for the next, or nil
}

// The sets of data that feeds are about.
const (
	Spreekuren = "spreekuren"
	Pleinen    = "pleinen"
	Partners   = "partners"
	Agenda     = "agenda"
	Nieuws     = "nieuws"
)

// The pages that have feeds of their own. A topic has spreekuren alone: their records
// name the pleinen and partners.
var (
	allPages  = []string{"pleinen", "partners", "onderwerpen", "plaatsen"}
	mostPages = []string{"pleinen", "partners", "plaatsen"}
)

// feeds are all feeds of the site, in the order in which the page about them
// lists them. To add one: a file, and a line here.
var feeds = []Feed{
	{
		Title: "Spreekuren (JSON)", For: "Toon de spreekuren op uw eigen site, of neem ze over in uw eigen gegevens.",
		Type: "application/json", Set: Spreekuren, Whole: "/feeds/v1/spreekuren.json", Name: "spreekuren.json", Beside: allPages,
		Shown: []string{"/", "/spreekuren/", "/zoeken/"},
		key:   "spreekuren", record: reflect.TypeFor[spreekuurJSON](), write: spreekurenJSON,
	},
	{
		Title: "Pleinen (JSON)", For: "Toon adressen en openingstijden op uw eigen site, ook de dagen met andere tijden.",
		Type: "application/json", Set: Pleinen, Whole: "/feeds/v1/pleinen.json", Name: "pleinen.json", Beside: mostPages,
		Shown: []string{"/", "/pleinen/"},
		key:   "pleinen", record: reflect.TypeFor[pleinRecord](), write: pleinenJSON,
	},
	{
		Title: "Partners (JSON)", For: "Toon welke organisaties helpen, en hoe mensen hen bereiken.",
		Type: "application/json", Set: Partners, Whole: "/feeds/v1/partners.json", Name: "partners.json", Beside: []string{"pleinen", "plaatsen"},
		Shown: []string{"/", "/partners/"},
		key:   "partners", record: reflect.TypeFor[partnerRecord](), write: partnersJSON,
	},
	{
		Title: "Agenda (JSON)", For: "Toon wat er binnenkort te doen is op uw eigen site.",
		Type: "application/json", Set: Agenda, Whole: "/feeds/v1/agenda.json", Name: "agenda.json", Beside: mostPages,
		Shown: []string{"/", "/agenda/"},
		key:   "agenda", record: reflect.TypeFor[agendapuntRecord](), write: agendaJSON,
	},
	{
		Title: "Nieuws (JSON)", For: "Toon op uw eigen site wat er verandert: een sluiting, een verhuizing, iets nieuws.",
		Type: "application/json", Set: Nieuws, Whole: "/feeds/v1/berichten.json", Name: "berichten.json", Beside: mostPages,
		Shown: []string{"/", "/berichten/"},
		key:   "berichten", record: reflect.TypeFor[berichtRecord](), write: berichtenJSON,
	},
	{
		Title: "Spreekuren in uw agenda (iCalendar)", For: "Volg de spreekuren in de agenda van uw telefoon of computer.",
		Type: calendarType, Set: Spreekuren, Name: "spreekuren.ics", Beside: allPages, list: spreekurenICS,
	},
	{
		Title: "Eén spreekuur in uw agenda (iCalendar)", For: "Zet één spreekuur in de agenda van uw telefoon of computer.",
		Type: calendarType, Set: Spreekuren, Name: "spreekuur.ics", Beside: []string{"spreekuren"}, // listed with the calendars above
	},
	{
		Title: "Agenda (iCalendar)", For: "Volg in uw eigen agenda wat er te doen is.",
		Type: calendarType, Set: Agenda, Whole: "/feeds/agenda.ics", Shown: []string{"/agenda/"}, list: agendaICS,
	},
	{
		Title: "Eén agendapunt (iCalendar)", For: "Zet één agendapunt in de agenda van uw telefoon of computer.",
		Type: calendarType, Set: Agenda, Name: eventCalendar, Beside: []string{"agenda"}, // listed with the calendar above
	},
	{
		Title: "Nieuws (Atom)", For: "Lees het nieuws in een feedlezer, of toon het op uw eigen site.",
		Type: atomType, Set: Nieuws, Whole: "/feeds/berichten.atom", Name: "berichten.atom", Beside: mostPages,
		Shown: []string{"/", "/berichten/"}, write: berichtenAtom,
	},
	{
		Title: "Wijzigingen (Atom)", For: "Zie wat nieuw is, verandert, verhuist, vervalt of stopt.",
		Type: atomType, Set: Nieuws, Whole: "/" + wijzigingenPath, Shown: []string{"/", "/spreekuren/"}, list: wijzigingenAtom,
	},
	{
		Title: "Spreekuren (CSV)", For: "Open alle spreekuren in Excel of een ander rekenblad.",
		Type: "text/csv", Set: Spreekuren, Whole: "/feeds/spreekuren.csv", list: spreekurenCSV,
	},
	{
		Title: "Pleinen op de kaart (GeoJSON)", For: "Zet de pleinen op een kaart.",
		Type: "application/geo+json", Set: Pleinen, Whole: "/feeds/pleinen.geojson", Shown: []string{"/pleinen/"}, list: pleinenGeoJSON,
	},
	{
		Title: "Voor G!DS (CSV)", For: "Neem de spreekuren over in G!DS, of vergelijk wat daar staat. Er is ook een blad per plein.",
		Type: "text/csv", Set: Spreekuren, Whole: "/feeds/gids.csv", list: gidsCSV,
	},
}

const calendarType = "text/calendar"

// All are the feeds of the site.
func All() []Feed { return slices.Clone(feeds) }

// Files lists every feed of the site, and the JSON Schemas.
func Files(c *catalog.Catalog) []publish.File {
	var files []publish.File
	everywhere := pages(c)
	for _, f := range feeds {
		if f.record != nil {
			files = append(files, f.schemaFile(c))
		}
		if f.list != nil {
			files = append(files, f.list(c)...)
		}
		if f.write != nil {
			files = append(files, f.files(c, everywhere)...)
		}
	}
	return files
}

// files are those of a feed that can write any selection.
func (f Feed) files(c *catalog.Catalog, everywhere []selection) []publish.File {
	var files []publish.File
	write := f.write(c)
	add := func(path string, of selection) {
		files = append(files, publish.File{
			Path: path[1:], Timed: of.about == nil, Render: func(w io.Writer) error { return write.write(w, of) },
		})
	}
	if f.Whole != "" {
		add(f.Whole, wholeSite(c))
	}
	for _, page := range everywhere {
		if slices.Contains(f.Beside, page.folder()) {
			add(page.page+f.Name, page)
		}
	}
	if write.kept != nil {
		return publish.Together(files, write.kept.made.Clear)
	}
	return files
}

// A Link leads from a page to a feed of what it shows.
type Link struct {
	Type, Title string
	Path        string // on the site
}

// IsCalendar reports whether the feed is one.
func (l Link) IsCalendar() bool { return l.Type == calendarType }

// For lists the feeds of a page: those beside it, or those of the whole site. A page
// without a feed of its own leads to all spreekuren.
func For(page string) []Link {
	var links []Link
	folder, slug := address.Folder(page)
	for _, f := range feeds {
		switch {
		case slug != "" && slices.Contains(f.Beside, folder):
			links = append(links, Link{f.Type, f.Title, page + f.Name})
		case slices.Contains(f.Shown, page):
			links = append(links, Link{f.Type, f.Title, f.Whole})
		}
	}
	if links == nil {
		links = []Link{{feeds[0].Type, feeds[0].Title, feeds[0].Whole}}
	}
	return links
}
