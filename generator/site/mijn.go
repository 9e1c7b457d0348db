package site

import (
	"pleinwijzer/generator/layout"
)

type mijn struct {
	Title string
	All   bool // there are spreekuren to keep
}

func MijnPages(s *layout.Site) []layout.Page {
	title := s.Word("mijn-spreekuren")
	return []layout.Page{{
		Path: layout.MinePage, Layout: "mijn", Title: title, Section: layout.MinePage, Reach: layout.Hidden,
		View: layout.Shows(func() any { return mijn{title, !s.Empty("/spreekuren/")} }),
	}}
}
