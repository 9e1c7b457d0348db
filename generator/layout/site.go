package layout

import (
	"html/template"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schemaorg"
)

// Site is one catalog in one language, about to be rendered.
type Site struct {
	Catalog   *catalog.Catalog
	Language  *i18n.Language
	Say       *say.Voice
	Spoken    []*i18n.Language // all languages of the site
	Prefix    string           // the path of the language: "" for the first
	Templates *templates
	Assets    *asset.Assets
	Graph     *schemaorg.Graph
	Calendars func(page string) string // see feed.Calendars
	lists     map[string]Page          // the pages that are about nothing by itself, by path
	Shell     *shell
}

// Empty reports whether nothing stands in the list at that path yet.
func (s *Site) Empty(path string) bool { return s.lists[path].Empty }

// Word is a word of the interface in the language of the page.
func (s *Site) Word(key string, args ...string) string { return s.Language.Word(key, args...) }

func (s *Site) Markdown(source string) template.HTML { return s.MarkdownBelow(1, source) }

// MarkdownBelow is markdown for a text below a heading of that level.
func (s *Site) MarkdownBelow(level int, source string) template.HTML {
	return markdown.HTML(source, markdown.Options{Path: s.Catalog.Site.Path, Below: level})
}

// Url is the address of a file of the site, link that of a page in the language
// of this one.
func (s *Site) URL(path string) string { return s.Catalog.Site.URL(path) }

func (s *Site) Link(path string) string { return s.Catalog.Site.URL(s.Prefix + path) }
