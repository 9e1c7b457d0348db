package embed

import (
	"pleinwijzer/generator/layout"
)

// oembed is the answer of an oEmbed 1.0 provider, of type rich. With it a link to
// a page of the site, pasted in WordPress, becomes its timetable. A file cannot
// look at maxwidth; the frame is as wide as there is room.
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
		Width: oembedWidth, Height: frameHeight(s, e), HTML: quotedFrame(s, e),
	}
}

// quotedFrame is the frame after a quotation with a link. For the quotation WordPress loads
// the script that listens to what the frame tells (wp_maybe_enqueue_oembed_host_js); it
// shows the link until the first message, and the frame from then on. The width is a part
// of what there is: of one in pixels its editor makes a film of 9 to 16.
func quotedFrame(s *layout.Site, e embedded) string {
	const quotation = `<blockquote class="wp-embedded-content"><a href="{base}{prefix}{page}">{label}</a></blockquote>`
	return blanksOf(s, e).Replace(quotation + framePattern)
}
