// Package search has the page on which a visitor searches, and the index that its script
// reads: in parts, so that a phone fetches little.
package search

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/typed"
)

// zoeken is the page on which a visitor searches. The page itself holds no
// spreekuren: static/js/zoeken.js fetches the index when it is first used, and
// without script the page leads to the lists.
type zoeken struct {
	Title, Intro string
	Page         string // its own address
	Index        string // the address of the head of the index
	Base         string // the address that the paths of records stand below
	Colon        bool   // times are written 10:00
	Span         string // "{begin} tot {end} uur"
	Days         []choice
	Languages    []choice // of the helpers
	Lists        []layout.Link
}

// choice is a value of a filter and its words.
type choice struct{ Value, Name string }

func Pages(s *layout.Site) []layout.Page {
	p := layout.Page{Path: layout.SearchPath, Layout: "zoeken", Title: s.Word("zoeken"),
		Description: s.Word("zoeken-uitleg"), Section: layout.SearchPath}
	p.View = func(f *layout.Frame) error {
		view := zoekenOf(s)
		view.Title, view.Intro = p.Title, p.Description
		f.Main, f.Subject.Type = view, "SearchResultsPage"
		return nil
	}
	return []layout.Page{p}
}

func zoekenOf(s *layout.Site) zoeken {
	view := zoeken{
		Page: s.Link(layout.SearchPath), Index: s.URL(layout.SearchPath + searchHeadFile), Base: s.Link("/"),
		Colon: strings.Contains(layout.ScriptWords(s).Clock, ":34"), Span: strings.ReplaceAll(s.Say.Phrases.Hours, "{eind}", "{end}"),
		Lists: []layout.Link{
			{Title: s.Word("kies-een-onderwerp"), URL: s.Link("/onderwerpen/")},
			{Title: s.Word("kies-een-dag"), URL: s.Link("/dagen/")},
			{Title: s.Word("kies-een-plaats"), URL: s.Link("/plaatsen/")},
			{Title: s.Word("kies-een-plein-kort"), URL: s.Link("/pleinen/")},
			{Title: s.Word("alle-spreekuren"), URL: s.Link("/spreekuren/")},
		},
	}
	for _, d := range s.Catalog.Dagen {
		view.Days = append(view.Days, choice{d.Naam, s.Language.Capital(s.Say.Weekday(d.Weekday))})
	}
	for _, code := range helperLanguages(s.Catalog) {
		view.Languages = append(view.Languages, choice{string(code), s.Language.Capital(piece.LanguageName(s, code))})
	}
	return view
}

// Files are the same in every language.
func Files(s *layout.Site) []publish.File {
	if s.Prefix != "" {
		return nil
	}
	var files []publish.File
	others := slices.DeleteFunc(slices.Clone(s.Spoken), func(l *i18n.Language) bool { return l.Code == "nl" })
	translated := translatedLanguages(s)
	index := sync.OnceValues(func() (map[string][]byte, error) { return newSearchIndex(s.Catalog, others, translated).files() })
	for _, name := range searchFiles(s.Catalog, others, translated) {
		files = append(files, publish.File{Path: layout.SearchPath[1:] + name, Render: func(w io.Writer) error {
			parts, err := index()
			if err != nil {
				return err
			}
			data, ok := parts[name]
			if !ok {
				return fmt.Errorf("the search index has no part %s", name)
			}
			_, err = w.Write(data)
			return err
		}})
	}
	return files
}

// translatedLanguages are the other languages of the site in which a spreekuur has a
// text of its own.
func translatedLanguages(s *layout.Site) []typed.Language {
	var codes []typed.Language
	for _, l := range s.Spoken {
		code := typed.Language(l.Code)
		if slices.ContainsFunc(s.Catalog.Spreekuren, func(x *catalog.Spreekuur) bool { return x.Vertaling[code] != content.Vertaling{} }) {
			codes = append(codes, code)
		}
	}
	return codes
}
