package embed

import (
	"io"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/publish"
)

// rooster is the page that the element shows in a frame where a host sends no header for
// cross-origin reading (CORS), so that a script on another site cannot read the data. In
// the frame it can, since the page is on the same site. What to show is in the address
// (rooster.js), so that one page does for all.
type rooster struct {
	Policy                 string
	Style, Script, Element string
	Site, Name             string
}

func roosterFile(s *layout.Site) publish.File {
	page := layout.Page{Layout: "rooster", View: layout.Shows(func() any {
		return rooster{
			Policy: layout.FramePolicy(s), Style: s.URL(asset.EmbedFolder + "/frame.css"), Script: s.URL(asset.EmbedFolder + "/rooster.js"),
			Element: s.URL(asset.EmbedScript), Site: s.Absolute("/"), Name: s.Catalog.Site.Titel,
		}
	})}
	return publish.File{
		Path:   framePath(s, "/rooster/index.html")[1:],
		Render: func(w io.Writer) error { return s.Bare(w, page) },
	}
}
