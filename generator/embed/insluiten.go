package embed

import (
	"html"
	"strconv"
	"strings"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
)

type insluiten struct {
	Title, Intro string
	Base         string // of the addresses in the codes
	First        embedCodes
	Patterns     embedCodes
	Groups       []embedGroup
	Languages    []embedLanguage
	All          []namedCodes
}

// embedCodes are the four ways.
type embedCodes struct{ Link, Element, Frame, Fragment string }

// codePatterns are those codes, with {blanks} for what is chosen. Page is the path
// of the page that shows the same, and prefix that of its language.
var codePatterns = embedCodes{
	Link:     `{base}{prefix}{page}`,
	Element:  `<plein-rooster {choice}><a href="{base}{prefix}{page}">{label}</a></plein-rooster>` + scriptPattern,
	Frame:    `<div>` + framePattern + `</div>` + scriptPattern,
	Fragment: `{base}` + asset.EmbedFolder + `{prefix}{page}` + asset.FragmentFile,
}

// A frame has its measures twice: some sites take away the style, and others take the
// attributes for nothing, with a style for all elements. The script makes it as high as it
// needs; the frame does without. Around it is an element for the themes that put a frame
// with a style from one side of the window to the other.
const (
	framePattern = `<iframe src="{base}` + asset.EmbedFolder + `{prefix}{page}" title="{label}" width="100%" height="{height}"` +
		` frameborder="0" loading="lazy" style="display:block;width:100%;height:{height}px;border:0"></iframe>`
	scriptPattern = "\n" + `<script src="{base}` + asset.EmbedScript + `" async></script>`
)

type namedCodes struct {
	Name  string
	Codes embedCodes
}

// embedGroup is the choices of one kind.
type embedGroup struct {
	Title   string
	Framed  bool
	Choices []embedChoice
}

type embedChoice struct {
	Kind, Slug, Name, Page string
	Height                 int
}

type embedLanguage struct {
	Code, Dir, Name, Prefix string
	Label                   string // of an embed, with {name}
	Current                 bool
}

func InsluitenPages(s *layout.Site) []layout.Page {
	p := layout.Page{Path: layout.EmbedPage, Layout: "insluiten", Title: s.Word("insluiten"),
		Description: s.Word("insluiten-uitleg"), Section: layout.EmbedPage}
	p.View = layout.Shows(func() any {
		view := insluiten{
			Title: p.Title, Intro: p.Description, Base: s.Catalog.Site.Absolute(""), Patterns: codePatterns,
			Groups: embedGroupsOf(s), Languages: embedLanguagesOf(s),
		}
		for _, e := range selectionsOf(s) {
			if e.framed && len(view.All) < layout.PageSize {
				view.All = append(view.All, namedCodes{e.name, codesOf(s, e)})
			}
		}
		if len(view.All) > 0 {
			view.First = view.All[0].Codes
		}
		return view
	})
	return []layout.Page{p}
}

func embedGroupsOf(s *layout.Site) []embedGroup {
	titles := map[string]string{"plein": s.Word("pleinen"), "partner": s.Word("partners"), "onderwerp": s.Word("onderwerpen")}
	var groups []embedGroup
	for _, e := range selectionsOf(s) {
		if e.kind == "onderwerp" && len(catalog.Running(e.spreekuren)) == 0 {
			continue // the site shows no topic without spreekuren
		}
		if n := len(groups); n == 0 || groups[n-1].Title != titles[e.kind] {
			groups = append(groups, embedGroup{Title: titles[e.kind], Framed: e.framed})
		}
		last := &groups[len(groups)-1]
		last.Choices = append(last.Choices, embedChoice{e.kind, e.slug, e.name, e.page, frameHeight(s, e)})
	}
	return groups
}

func embedLanguagesOf(s *layout.Site) []embedLanguage {
	list := make([]embedLanguage, len(s.Spoken))
	for i, l := range s.Spoken {
		list[i] = embedLanguage{l.Code, l.Dir, l.Name, s.PrefixOf(i), l.Word("spreekuren-van", "{name}"), l == s.Language}
	}
	return list
}

// codesOf are the four ways to show all of a plein or a partner.
func codesOf(s *layout.Site, e embedded) embedCodes {
	blanks, p := blanksOf(s, e), codePatterns
	return embedCodes{blanks.Replace(p.Link), blanks.Replace(p.Element), blanks.Replace(p.Frame), blanks.Replace(p.Fragment)}
}

// blanksOf fills the blanks of a pattern.
func blanksOf(s *layout.Site, e embedded) *strings.Replacer {
	choice := e.kind + `="` + e.slug + `"`
	if s.Prefix != "" {
		choice += ` taal="` + s.Language.Code + `"`
	}
	return strings.NewReplacer(
		"{base}", html.EscapeString(s.Catalog.Site.Absolute("")), "{prefix}", s.Prefix, "{page}", e.page, "{choice}", choice,
		"{label}", html.EscapeString(e.label(s)), "{height}", strconv.Itoa(frameHeight(s, e)),
	)
}
