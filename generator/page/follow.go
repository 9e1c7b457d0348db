package page

import (
	"slices"
	"strings"

	"pleinwijzer/generator/feed"
)

// follow is a calendar that a visitor can subscribe to. A copy of it would never hear
// that a date is cancelled.
type follow struct {
	Address string // the calendar itself, as someone types it over
	Webcal  string // the same without its scheme, for one that opens an app
}

// follow is the calendar of a page, or nil where there is none with a date to come.
func followOf(s *site, path string) *follow {
	file := s.calendars[path]
	if file == "" {
		return nil
	}
	address := s.catalog.Site.Absolute(file)
	_, rest, _ := strings.Cut(address, "://")
	return &follow{Address: address, Webcal: rest}
}

// feeds are the feeds that the head of a page names, without a calendar that has no
// date to come.
func (s *site) feeds(path string) []feedLink {
	found := feed.For(path)
	if s.calendars[path] == "" {
		found = slices.DeleteFunc(found, feed.Link.IsCalendar)
	}
	if len(found) == 0 {
		found = feed.For("") // of the whole site
	}
	links := make([]feedLink, len(found))
	for i, l := range found {
		links[i] = feedLink{l.Type, l.Title, s.url(l.Path)}
	}
	return links
}
