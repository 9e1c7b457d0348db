package site

import "pleinwijzer/generator/layout"

type offline struct{ Contact *layout.Contact }

// OfflinePages stand in for a page that is not on the device while there is no
// connection: the service worker keeps them from the first visit on.
func OfflinePages(s *layout.Site) []layout.Page {
	return []layout.Page{{
		Path: layout.OfflinePage, Layout: "offline", Title: s.Word("u-bent-offline-titel"), Reach: layout.Hidden,
		View: layout.Shows(func() any { return offline{s.Shell.Contact} }),
	}}
}
