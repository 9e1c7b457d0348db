package site

import (
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
)

// A sheet is what a visitor takes along: which spreekuren to go to, when, and with what.
// static/js/meegeven.js fills it from their pages, so it never has a time of its own.
type sheet struct {
	Title  string
	All    bool   // there are spreekuren to choose
	Dutch  string // the address below which the Dutch pages are, on a page in another language
	Phone  string
	Sample bool

	Name, Bring, AskFor, AgreedOn, Question, Scan, MadeOn inBoth
}

// inBoth is a word in the language of the visitor, and in Dutch for who helps.
type inBoth struct{ Own, Dutch string }

func SheetPages(s *layout.Site) []layout.Page {
	title := s.Word("meegeefblad")
	return []layout.Page{{
		Path: layout.SheetPage, Layout: "meegeven", Title: title, Reach: layout.Hidden,
		View: layout.Shows(func() any { return sheetOf(s, title) }),
	}}
}

func sheetOf(s *layout.Site, title string) sheet {
	view := sheet{Title: title, All: !s.Empty("/spreekuren/"), Sample: s.Catalog.Site.Voorbeeld}
	var dutch *i18n.Language
	for i, l := range s.Spoken {
		if l.Code == "nl" && s.Foreign() {
			dutch, view.Dutch = l, s.URL(s.PrefixOf(i)+"/")
		}
	}
	both := func(key string, args ...string) inBoth {
		word := inBoth{Own: s.Word(key, args...)}
		if dutch != nil {
			word.Dutch = dutch.Word(key, args...)
		}
		return word
	}
	view.Name, view.Bring, view.Question = both("meegeefblad"), both("neem-mee"), both("mijn-vraag")
	view.AskFor, view.AgreedOn = both("vraag-naar"), both("afgesproken-op")
	view.Scan, view.MadeOn = both("scan-voor-tijden"), both("gemaakt-op", "{datum}")
	if contact := s.Shell.Contact; contact != nil {
		view.Phone = contact.Telefoon
	}
	return view
}
