package site

import (
	"strings"

	"pleinwijzer/generator/dcat"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/layout"
)

type feeds struct {
	Feeds       []feedRow
	Documents   []feedDocument
	Licence     string
	Calendar    string // the address of a calendar, without its scheme; "" without pleinen
	CalendarOf  string
	Example     string
	ContactMail string
}

// feedRow is one kind of feed, with where it is.
type feedRow struct {
	Title, For, Type string
	Whole, Schema    string   // "" where there is none
	Beside           []string // the addresses beside a page: "…/pleinen/<naam>/spreekuren.json"
}

// feedDocument is what stands in a JSON feed.
type feedDocument struct {
	ID, Title string
	Fields    []feedField
}

// feedField is one field, also one in an object: "komende.begin".
type feedField struct {
	Name, Kind, Meaning, Example string
	Choices                      []string
	Always                       bool
}

func FeedsPages(s *layout.Site) []layout.Page {
	return []layout.Page{{
		Path: layout.FeedsPath, Layout: "feeds", Title: "Gegevens voor uw eigen site", Once: true, Daily: true,
		Description: "Welke gegevens u van deze site kunt overnemen, en hoe.",
		View: func(f *layout.Frame) (err error) {
			f.Main, err = feedsOf(s)
			return err
		},
	}}
}

func feedsOf(s *layout.Site) (feeds, error) {
	c := s.Catalog
	view := feeds{Licence: c.Site.Licentie, ContactMail: string(c.Site.Email)}
	view.Documents = []feedDocument{{"kop", "Boven in elke JSON-feed", feedFields("", feed.Head())}}
	for _, f := range dcat.Feeds() {
		view.Feeds = append(view.Feeds, feedRowOf(s, f))
		if fields := f.Fields(); fields != nil {
			name, _, _ := strings.Cut(f.Name, ".")
			view.Documents = append(view.Documents, feedDocument{"velden-" + name, f.Title, feedFields("", fields)})
		}
	}
	if len(c.Pleinen) > 0 {
		_, view.Calendar, _ = strings.Cut(c.Site.Absolute(c.Pleinen[0].Page()+"spreekuren.ics"), "://")
		view.CalendarOf = c.Pleinen[0].Naam
	}
	var err error
	view.Example, err = feed.Example(c)
	return view, err
}

func feedRowOf(s *layout.Site, f feed.Feed) feedRow {
	row := feedRow{Title: f.Title, For: f.For, Type: f.Type}
	if f.Whole != "" {
		row.Whole = s.Catalog.Site.Absolute(f.Whole)
	}
	if schema := f.Schema(); schema != "" {
		row.Schema = s.Catalog.Site.Absolute(schema)
	}
	for _, folder := range f.Beside {
		row.Beside = append(row.Beside, s.Catalog.Site.Absolute("/"+folder+"/<naam>/"+f.Name))
	}
	return row
}

// feedFields puts the fields of objects below the object, under its name.
func feedFields(in string, fields []feed.Field) []feedField {
	var rows []feedField
	for _, f := range fields {
		rows = append(rows, feedField{in + f.Name, f.Kind(), f.Meaning, f.Example, f.Choices, f.Required})
		rows = append(rows, feedFields(in+f.Name+".", f.Fields)...)
	}
	return rows
}
