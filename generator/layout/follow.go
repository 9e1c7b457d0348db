package layout

import (
	"slices"

	"pleinwijzer/generator/feed"
)

// feeds are the feeds that the head of a page names, without a calendar that has no
// date to come.
func (s *Site) feeds(path string) []feedLink {
	found := feed.For(path)
	if s.Calendars(path) == "" {
		found = slices.DeleteFunc(found, feed.Link.IsCalendar)
	}
	if len(found) == 0 {
		found = feed.For("") // of the whole site
	}
	links := make([]feedLink, len(found))
	for i, l := range found {
		links[i] = feedLink{l.Type, l.Title, s.URL(l.Path)}
	}
	return links
}
