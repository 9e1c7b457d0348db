package feed

import (
	"cmp"
	"encoding/xml"
	"io"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
)

// An Atom feed (RFC 4287).
type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"` // RFC 3339
		Author  atomPerson  `xml:"author"`
		Rights  string      `xml:"rights,omitempty"`
		Links   []atomLink  `xml:"link"`
		Entries []atomEntry `xml:"entry"`
	}

	atomEntry struct {
		ID         string         `xml:"id"`
		Title      string         `xml:"title"`
		Updated    string         `xml:"updated"`
		Published  string         `xml:"published"`
		Links      []atomLink     `xml:"link"`
		Categories []atomCategory `xml:"category"`
		Summary    string         `xml:"summary"`
		Content    *atomContent   `xml:"content"`
		Rights     string         `xml:"rights,omitempty"`
		Source     *atomSource    `xml:"source"`
	}

	// atomSource says of an entry about a record of another directory where it comes from. Its
	// author is that of the entry (RFC 4287, 4.2.1).
	atomSource struct {
		ID      string     `xml:"id"`
		Title   string     `xml:"title"`
		Updated string     `xml:"updated"`
		Author  atomPerson `xml:"author"`
	}

	atomPerson struct {
		Name string `xml:"name"`
	}

	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}

	atomCategory struct {
		Term   string `xml:"term,attr"`
		Scheme string `xml:"scheme,attr,omitempty"`
		Label  string `xml:"label,attr"`
	}

	// atomContent is HTML. Links to the site are absolute; links that are relative to the
	// page need the base.
	atomContent struct {
		Type string `xml:"type,attr"`
		Base string `xml:"xml:base,attr"`
		HTML string `xml:",chardata"`
	}
)

const (
	atomType = "application/atom+xml"
	htmlType = "text/html"
)

// newAtom begins a feed that shows the same as a page. Its id holds neither the host nor
// a date, so readers still recognise the feed after a move.
func newAtom(c *catalog.Catalog, title, page, path string) *atomFeed {
	author := c.Site.Organisatie
	if author == "" {
		author = c.Site.Titel
	}
	space := uuid.NewSHA1(uuid.NameSpaceDNS, []byte(c.Site.Naamruimte))
	return &atomFeed{
		Lang: string(c.Site.Taal), ID: uuid.NewSHA1(space, []byte("feed"+path)).URN(), Title: title,
		Author: atomPerson{author}, Rights: c.Site.Licentie,
		Links: []atomLink{
			{"self", atomType, c.Site.Absolute(path)},
			{"alternate", htmlType, c.Site.Absolute(page)},
		},
	}
}

// unknownRights stand at an entry from a directory that does not say what one may do with it:
// without rights of its own an entry has those of the feed (RFC 4287, 4.2.10).
const unknownRights = "De licentie is onbekend."

// from says of an entry which directory keeps the record that it is about, if that is
// another one.
func (e *atomEntry) from(o *content.Origin) {
	if o == nil {
		return
	}
	credit := o.Credit()
	e.Rights = cmp.Or(credit.Licence, unknownRights)
	if credit.URL != "" {
		e.Links = append(e.Links, atomLink{"via", htmlType, credit.URL})
	}
	id := string(o.Source.Adres)
	if o.Through != (content.Credit{}) { // of that directory only the page of the record is known
		id = credit.URL
	}
	e.Source = &atomSource{ID: id, Title: credit.Name, Updated: timestamp(o.Made), Author: atomPerson{credit.Name}}
}

func (f *atomFeed) write(w io.Writer) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(f); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
