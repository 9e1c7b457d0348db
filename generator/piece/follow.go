package piece

import (
	"strings"

	"pleinwijzer/generator/layout"
)

// Follow is a calendar that a visitor can subscribe to. A copy of it would never hear
// that a date is cancelled.
type Follow struct {
	Address string // the calendar itself, as someone types it over
	Webcal  string // the same without its scheme, for one that opens an app
}

// FollowOf is the calendar of a page, or nil where there is none with a date to come.
func FollowOf(s *layout.Site, path string) *Follow {
	file := s.Calendars(path)
	if file == "" {
		return nil
	}
	address := s.Catalog.Site.Absolute(file)
	_, rest, _ := strings.Cut(address, "://")
	return &Follow{Address: address, Webcal: rest}
}
