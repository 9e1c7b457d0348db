package page

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
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
	Lists        []link
}

// choice is a value of a filter and its words.
type choice struct{ Value, Name string }

const searchPath = "/zoeken/"

func zoekenPages(s *site) []Page {
	p := Page{Path: searchPath, Layout: "zoeken", Title: s.word("zoeken"), Description: s.word("zoeken-uitleg"), Section: searchPath}
	p.View = func(f *frame) error {
		view := zoekenOf(s)
		view.Title, view.Intro = p.Title, p.Description
		f.Main, f.Subject.Type = view, "SearchResultsPage"
		return nil
	}
	return []Page{p}
}

func zoekenOf(s *site) zoeken {
	view := zoeken{
		Page: s.link(searchPath), Index: s.url(searchPath + searchHeadFile), Base: s.link("/"),
		Colon: strings.Contains(scriptWords(s).Clock, ":34"), Span: strings.ReplaceAll(s.say.Phrases.Hours, "{eind}", "{end}"),
		Lists: []link{
			{Title: s.word("kies-een-onderwerp"), URL: s.link("/onderwerpen/")},
			{Title: s.word("kies-een-dag"), URL: s.link("/dagen/")},
			{Title: s.word("kies-een-plaats"), URL: s.link("/plaatsen/")},
			{Title: s.word("kies-een-plein-kort"), URL: s.link("/pleinen/")},
			{Title: s.word("alle-spreekuren"), URL: s.link("/spreekuren/")},
		},
	}
	for _, d := range s.catalog.Dagen {
		view.Days = append(view.Days, choice{d.Naam, s.language.Capital(s.say.Weekday(d.Weekday))})
	}
	for _, code := range helperLanguages(s.catalog) {
		view.Languages = append(view.Languages, choice{string(code), s.language.Capital(languageName(s, code))})
	}
	return view
}

// searchIndexFiles are the same in every language.
func searchIndexFiles(s *site) []publish.File {
	if s.prefix != "" {
		return nil
	}
	var files []publish.File
	translated := translatedLanguages(s)
	index := sync.OnceValues(func() (map[string][]byte, error) { return newSearchIndex(s.catalog, translated).files() })
	for _, name := range searchFiles(s.catalog, translated) {
		files = append(files, publish.File{Path: searchPath[1:] + name, Render: func(w io.Writer) error {
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

// translated are the other languages of the site in which a spreekuur has a
// text of its own.
func translatedLanguages(s *site) []content.Language {
	var codes []content.Language
	for _, l := range s.spoken {
		code := content.Language(l.Code)
		if slices.ContainsFunc(s.catalog.Spreekuren, func(x *catalog.Spreekuur) bool { return x.Vertaling[code] != content.Vertaling{} }) {
			codes = append(codes, code)
		}
	}
	return codes
}
