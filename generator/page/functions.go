package page

import (
	"html/template"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/schedule"
)

// signatures are the functions that templates may call, for parsing; a build
// puts functions that know its catalog in their place.
var signatures = functions(&catalog.Catalog{Site: &catalog.Site{}}, &assets{})

func functions(c *catalog.Catalog, a *assets) template.FuncMap {
	site := c.Site
	return template.FuncMap{
		// url is the address of a page or file of the site for a link.
		"url": site.URL,
		// absolute is the full address of a page, for use elsewhere.
		"absolute": site.Absolute,
		// asset is the address of a file in static/.
		"asset": func(name string) (string, error) {
			path, err := a.url(name)
			return site.URL(path), err
		},
		"markdown": func(source string) template.HTML {
			return markdown.HTML(source, markdown.Options{Path: site.Path})
		},

		// span is "10.00 tot 12.00 uur"; clock is "10.00".
		"span":  site.Notation.Span,
		"clock": site.Notation.Clock,
		// moment is a time with or without an end.
		"moment": func(m content.Moment) string {
			if m.HasEnd() {
				return site.Notation.Span(schedule.Span{Begin: m.Begin, End: m.End})
			}
			return site.Notation.Clock(m.Begin) + " uur"
		},
		// date is "dinsdag 24 november 2026"; shortDate leaves the year out when
		// it is this year.
		"date": schedule.DateWords,
		"shortDate": func(d schedule.Date) string {
			year, _, _ := d.Civil()
			if thisYear, _, _ := c.Today.Civil(); year == thisYear {
				return schedule.DateWordsShort(d)
			}
			return schedule.DateWords(d)
		},
		// instant is a moment for machines: the datetime of a <time>.
		"instant": func(d schedule.Date, at schedule.Clock) string { return d.At(at).Format("2006-01-02T15:04Z07:00") },
		"days":    days,
		"spans": func(spans []schedule.Span) string {
			texts := make([]string, len(spans))
			for i, s := range spans {
				texts[i] = site.Notation.Span(s)
			}
			return and(texts)
		},

		"language":  languageName,
		"languages": languageNames,
		"and":       and,
		"capital":   capital,
	}
}

// days is a first and a last day in words.
func days(first, last schedule.Date) string {
	if last == 0 || last == first {
		return schedule.DateWords(first)
	}
	return schedule.DateWords(first) + " tot en met " + schedule.DateWords(last)
}

// and makes a sentence of a list: "a, b en c".
func and(texts []string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	last := len(texts) - 1
	return strings.Join(texts[:last], ", ") + " en " + texts[last]
}

// capital makes the first letter of a sentence one.
func capital(s string) string {
	for i, r := range s {
		if i > 0 {
			return strings.ToUpper(s[:i]) + s[i:]
		}
		_ = r
	}
	return strings.ToUpper(s)
}

var dutchNames = display.Languages(language.Dutch)

// languageName is the Dutch name of a language: "Pools".
func languageName(code content.Language) string {
	tag, err := language.Parse(string(code))
	if err != nil {
		return string(code)
	}
	return dutchNames.Name(tag)
}

func languageNames(codes []content.Language) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = languageName(code)
	}
	return and(names)
}
