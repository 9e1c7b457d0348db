package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/i18n"
)

// Problems are what is wrong between the content and what this package has: a
// logo that is not there, is too large or is no picture, and a language without
// words.
func (r *Renderer) Problems(c *catalog.Catalog) diag.List {
	var problems diag.List
	if c.Site == nil {
		return nil
	}
	if r.languages[string(c.Site.Taal)] == nil {
		problems.Add(r.unknownLanguage(string(c.Site.Taal), c.Site.At("taal")))
	}
	for i, code := range c.Site.Talen {
		switch l := r.languages[string(code)]; {
		case l != nil:
			problems.Add(r.untranslated(l, c.Site.At("talen", i))...)
		case code != c.Site.Taal:
			problems.Add(r.unknownLanguage(string(code), c.Site.At("talen", i)))
		}
	}
	if logo := c.Site.Thema.Logo; logo != "" {
		problems.Add(r.assets.CheckLogo(logo, c.Site.At("thema", "logo"))...)
	}
	for _, p := range c.Partners {
		if p.Logo != "" {
			problems.Add(r.assets.CheckLogo(p.Logo, p.Doc.Value("logo"))...)
		}
	}
	return problems
}

// untranslated warns of words that a language takes from Dutch.
func (r *Renderer) untranslated(l *i18n.Language, at diag.Range) diag.List {
	missing := l.Missing(r.languages["nl"])
	if len(missing) == 0 {
		return nil
	}
	return diag.List{{
		Range: at, Severity: diag.Warning, Code: "vertaling-ontbreekt",
		Message: fmt.Sprintf("van de taal %q ontbreken woorden; die staan er nu in het Nederlands", l.Code),
		Hint:    fmt.Sprintf("vul in layouts/i18n/%s.toml aan: %s", l.Code, strings.Join(missing, ", ")),
	}}
}

func (r *Renderer) unknownLanguage(code string, at diag.Range) diag.Diagnostic {
	return diag.Diagnostic{
		Range: at, Code: "taal-onbekend", Message: fmt.Sprintf("de site kan niet in de taal %q", code),
		Hint: "kies uit: " + strings.Join(slices.Sorted(maps.Keys(r.languages)), ", "),
	}
}
