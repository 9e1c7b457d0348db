package site

import (
	"pleinwijzer/generator/layout"
)

type mijn struct{ Title string }

func MijnPages(s *layout.Site) []layout.Page {
	title := s.Word("mijn-spreekuren")
	return []layout.Page{{
		Path: layout.MinePage, Layout: "mijn", Title: title, Section: layout.MinePage, Reach: layout.Hidden,
		View: layout.Shows(func() any { return mijn{title} }),
	}}
}
