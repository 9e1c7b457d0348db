package piece

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
)

// Photo is what a plein looks like. A browser takes the size that it has room for.
type Photo struct {
	URL, Sizes    string
	Width, Height int
	Text          string // in Dutch, as an editor wrote it
}

// PhotoOf is the photo of a building, or nil.
func PhotoOf(s *layout.Site, of content.Toegang) *Photo {
	if of.Foto == "" {
		return nil
	}
	sizes := s.Assets.PhotoSizes(string(of.Foto))
	if len(sizes) == 0 {
		return nil
	}
	largest := sizes[len(sizes)-1]
	shown := &Photo{URL: s.URL(sizes[0].Path), Width: largest.Width, Height: largest.Height, Text: of.FotoTekst}
	var all []string
	for _, size := range sizes {
		all = append(all, fmt.Sprintf("%s %dw", s.URL(size.Path), size.Width))
	}
	shown.Sizes = strings.Join(all, ", ")
	return shown
}
