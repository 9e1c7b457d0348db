package embed

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
)

// oembed is the answer of an oEmbed 1.0 provider, of type rich. With it a link to
// a page of the site, pasted in WordPress, becomes its timetable. A file cannot
// look at maxwidth; the frame is as wide as there is room. The HTML is the frame
// alone: WordPress hides one after a quotation until its own script is heard of.
type oembed struct {
	Type         string `json:"type"`
	Version      string `json:"version"`
	Title        string `json:"title"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	CacheAge     int    `json:"cache_age"` // seconds
	Width        int    `json:"width"`
	Height       int    `json:"height"`
	HTML         string `json:"html"`
}

const (
	oembedWidth = 600
	oneDay      = 24 * 60 * 60
)

func oembedOf(s *layout.Site, e embedded) oembed {
	return oembed{
		Type: "rich", Version: "1.0", Title: e.label(s),
		ProviderName: s.Catalog.Site.Titel, ProviderURL: s.Absolute("/"), CacheAge: oneDay,
		Width: oembedWidth, Height: frameHeight(s, e), HTML: codesOf(s, e).Frame,
	}
}

// frameHeight is about as high as the page in the frame is, in pixels: a host
// that does not listen to what the page says keeps it. It is what WordPress
// allows at least and at most.
func frameHeight(s *layout.Site, e embedded) int {
	height := 160
	for _, day := range catalog.Timetable(e.spreekuren) {
		if day.Count() > 0 {
			height += 60 + 90*day.Count()
		}
	}
	for _, x := range e.spreekuren {
		if x.Active() && len(x.Uren()) == 0 {
			height += 150 // a date by itself, often on a day of its own
		}
	}
	height += 150 * len(e.guests())
	return min(max(height, 200), 1000)
}
