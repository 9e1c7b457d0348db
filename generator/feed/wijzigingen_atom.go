package feed

import (
	"encoding/xml"
	"io"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// The feed of changes, in the elements of Atom (RFC 4287).
type (
	wijzigingenFeed struct {
		XMLName   xml.Name         `xml:"http://www.w3.org/2005/Atom feed"`
		Lang      string           `xml:"xml:lang,attr"`
		ID        string           `xml:"id"`
		Title     string           `xml:"title"`
		Subtitle  string           `xml:"subtitle"`
		Updated   string           `xml:"updated"`
		Author    string           `xml:"author>name"`
		Links     []wijzigingLink  `xml:"link"`
		Rights    string           `xml:"rights,omitempty"`
		Generator string           `xml:"generator"`
		Entries   []wijzigingEntry `xml:"entry"`
	}
	wijzigingLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
	wijzigingEntry struct {
		ID       string        `xml:"id"`
		Title    string        `xml:"title"`
		Updated  string        `xml:"updated"`
		Link     wijzigingLink `xml:"link"`
		Category struct {
			Term string `xml:"term,attr"`
		} `xml:"category"`
		Summary string `xml:"summary"`
	}
)

// wijzigingenPath is where the feed is.
const wijzigingenPath = "feeds/wijzigingen.atom"

// wijzigingenAtom lists the feed of what is new, changed, moved, cancelled or
// stopped.
func wijzigingenAtom(c *catalog.Catalog) []publish.File {
	return []publish.File{{Path: wijzigingenPath, Render: func(w io.Writer) error {
		return writeWijzigingen(w, c, wijzigingen(c))
	}}}
}

func writeWijzigingen(w io.Writer, c *catalog.Catalog, list []wijziging) error {
	author := c.Site.Organisatie
	if author == "" {
		author = c.Site.Titel
	}
	feed := wijzigingenFeed{
		Lang: "nl", ID: c.Site.Absolute("/" + wijzigingenPath),
		Title: "Wijzigingen: " + c.Site.Titel, Subtitle: "Wat nieuw is, verandert, verhuist, vervalt of stopt.",
		Updated: atomTime(firstStamp.At(0)), Author: author, Rights: c.Site.Licentie, Generator: "Pleinwijzer",
		Links: []wijzigingLink{
			{"self", "application/atom+xml", c.Site.Absolute("/" + wijzigingenPath)},
			{"alternate", "text/html", c.Site.Absolute("/")},
		},
	}
	if len(list) > 0 {
		feed.Updated = atomTime(list[0].updated)
	}
	for _, item := range list {
		entry := wijzigingEntry{
			ID: item.id.URN(), Title: item.title, Updated: atomTime(item.updated), Summary: item.text,
			Link: wijzigingLink{"alternate", "text/html", c.Site.Absolute(item.page)},
		}
		entry.Category.Term = item.kind
		feed.Entries = append(feed.Entries, entry)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(feed); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func atomTime(t time.Time) string { return t.UTC().Format(time.RFC3339) }
