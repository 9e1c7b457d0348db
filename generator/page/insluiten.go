package page

import (
	"html"
	"strconv"
	"strings"
)

// embedPage is where a partner chooses what to show on its own site, and copies
// the code. Without script it has the codes as they are for a whole plein or
// partner; static/embed/insluiten.js makes those of any choice.
const embedPage = "/insluiten/"

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
	Link: `{base}{prefix}{page}`,
	Element: `<plein-rooster {choice}><a href="{base}{prefix}{page}">{label}</a></plein-rooster>` + "\n" +
		`<script src="{base}` + embedScript + `" async></script>`,
	Frame: `<iframe src="{base}` + embedFolder + `{prefix}{page}" title="{label}" width="100%" height="{height}"` +
		` frameborder="0" loading="lazy"></iframe>`,
	Fragment: `{base}` + embedFolder + `{prefix}{page}` + fragmentFile,
}

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

func insluitenPages(s *site) []Page {
	p := Page{Path: embedPage, Layout: "insluiten", Title: s.word("insluiten"), Description: s.word("insluiten-uitleg"), Section: embedPage}
	p.View = shows(func() any {
		view := insluiten{
			Title: p.Title, Intro: p.Description, Base: s.catalog.Site.Absolute(""), Patterns: codePatterns,
			Groups: embedGroupsOf(s), Languages: embedLanguagesOf(s),
		}
		for _, e := range selectionsOf(s) {
			if e.framed && len(view.All) < pageSize {
				view.All = append(view.All, namedCodes{e.name, codesOf(s, e)})
			}
		}
		if len(view.All) > 0 {
			view.First = view.All[0].Codes
		}
		return view
	})
	return []Page{p}
}

func embedGroupsOf(s *site) []embedGroup {
	titles := map[string]string{"plein": s.word("pleinen"), "partner": s.word("partners"), "onderwerp": s.word("onderwerpen")}
	var groups []embedGroup
	for _, e := range selectionsOf(s) {
		if n := len(groups); n == 0 || groups[n-1].Title != titles[e.kind] {
			groups = append(groups, embedGroup{Title: titles[e.kind], Framed: e.framed})
		}
		last := &groups[len(groups)-1]
		last.Choices = append(last.Choices, embedChoice{e.kind, e.slug, e.name, e.page, frameHeight(s, e)})
	}
	return groups
}

func embedLanguagesOf(s *site) []embedLanguage {
	list := make([]embedLanguage, len(s.spoken))
	for i, l := range s.spoken {
		list[i] = embedLanguage{l.Code, l.Dir, l.Name, s.prefixOf(i), l.Word("spreekuren-van", "{name}"), l == s.language}
	}
	return list
}

// codes are the four ways to show all of a plein or a partner.
func codesOf(s *site, e embedded) embedCodes {
	choice := e.kind + `="` + e.slug + `"`
	if s.prefix != "" {
		choice += ` taal="` + s.language.Code + `"`
	}
	blanks := strings.NewReplacer(
		"{base}", html.EscapeString(s.catalog.Site.Absolute("")), "{prefix}", s.prefix, "{page}", e.page, "{choice}", choice,
		"{label}", html.EscapeString(s.word("spreekuren-van", e.name)), "{height}", strconv.Itoa(frameHeight(s, e)),
	)
	p := codePatterns
	return embedCodes{blanks.Replace(p.Link), blanks.Replace(p.Element), blanks.Replace(p.Frame), blanks.Replace(p.Fragment)}
}
