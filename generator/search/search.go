// Package search has the page on which a visitor searches, and the index that its script
// reads: in parts, so that a phone fetches little.
package search

import (
	"cmp"
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
	Languages    []choice  // of the helpers
	Examples     []example // words that find something
	Near         *near     // a place and a postcode that do so too, or nil
	Guide        string    // the address of the Vraagwijzer, or "" where there are no questions
	Lists        []layout.Link
}

// example is a word that the page suggests, with what stands before it in a row.
type example struct {
	Before, Word string
	Foreign      bool // it is Dutch on a page in another language
}

type near struct{ Place, Postcode string }

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
	}
	for _, list := range [...]struct{ word, path string }{
		{"kies-een-onderwerp", "/onderwerpen/"}, {"kies-een-dag", "/dagen/"}, {"kies-een-plaats", "/plaatsen/"},
		{"kies-een-plein-kort", "/pleinen/"}, {"alle-spreekuren", "/spreekuren/"},
	} {
		if !s.Empty(list.path) {
			view.Lists = append(view.Lists, layout.Link{Title: s.Word(list.word), URL: s.Link(list.path)})
		}
	}
	view.Examples = examples(s)
	if len(s.Catalog.Questions) > 0 {
		view.Guide = s.Link(layout.GuidePath)
		view.Lists = append([]layout.Link{{Title: s.Word("zoek-kies-een-zin"), URL: view.Guide}}, view.Lists...)
	}
	for _, p := range s.Catalog.Pleinen {
		if at := p.Adres(s.Catalog.Today); len(catalog.Running(p.Spreekuren)) > 0 && at.Breedtegraad != 0 {
			view.Near = &near{p.Plaats.Naam, string(at.Postcode[:4])}
			break
		}
	}
	for _, d := range s.Catalog.Dagen {
		view.Days = append(view.Days, choice{d.Naam, s.Language.Capital(s.Say.Weekday(d.Weekday))})
	}
	for _, code := range helperLanguages(s.Catalog) {
		view.Languages = append(view.Languages, choice{string(code), s.Language.Capital(piece.LanguageName(s, code))})
	}
	return view
}

// examplesMost is how many words the page suggests.
const examplesMost = 3

// examples are words for the topics with most spreekuren, as people type them: they find
// something, whatever the directory is about.
func examples(s *layout.Site) []example {
	topics := slices.Clone(s.Catalog.Onderwerpen)
	count := func(o *catalog.Onderwerp) int { return len(catalog.Running(o.Spreekuren)) }
	slices.SortStableFunc(topics, func(a, b *catalog.Onderwerp) int { return cmp.Compare(count(b), count(a)) })
	var list []example
	for _, o := range topics[:min(examplesMost, len(topics))] {
		if count(o) == 0 {
			break
		}
		word, foreign := layout.Translated(s, o.Vertaling, first(o.Synoniemen, o.Naam),
			func(v content.VertaaldOnderwerp) string { return first(v.Synoniemen, v.Naam) })
		before := ""
		if len(list) > 0 {
			before = s.Say.Phrases.Comma
		}
		list = append(list, example{before, word, foreign})
	}
	return list
}

func first(words []string, otherwise string) string {
	if len(words) == 0 {
		return otherwise
	}
	return words[0]
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
