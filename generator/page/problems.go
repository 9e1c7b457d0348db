package page

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/typed"
)

// Problems are what is wrong between the content and what this package has: a
// logo or a photo that is not there, is too large or is no picture, and a language
// without words.
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
	problems.Add(r.unread(c)...)
	problems.Add(r.pictograms(c)...)
	if logo := c.Site.Thema.Logo; logo != "" {
		problems.Add(r.assets.CheckLogo(string(logo), c.Site.At("thema", "logo"))...)
	}
	for _, p := range c.Partners {
		if p.Logo != "" {
			problems.Add(r.assets.CheckLogo(string(p.Logo), p.Doc.Value("logo"))...)
		}
	}
	for _, p := range c.Pleinen {
		if p.Foto != "" {
			problems.Add(r.assets.CheckPhoto(string(p.Foto), p.Doc.Value("foto"))...)
		}
		for i, v := range p.Verhuizing {
			if v.Foto != "" {
				problems.Add(r.assets.CheckPhoto(string(v.Foto), p.Doc.Value("verhuizing", i, "foto"))...)
			}
		}
	}
	return problems
}

// TopicIcons are the names of the pictograms of topics, and QuestionIcons those of questions.
func (r *Renderer) TopicIcons() []string    { return r.assets.Symbols(asset.TopicIcons) }
func (r *Renderer) QuestionIcons() []string { return r.assets.Symbols(asset.QuestionIcons) }

// pictograms wants the pictograms of topics and of their questions to be there.
func (r *Renderer) pictograms(c *catalog.Catalog) diag.List {
	var problems diag.List
	check := func(sprite, name string, at diag.Range) {
		if known := r.assets.Symbols(sprite); name != "" && len(known) > 0 && !slices.Contains(known, name) {
			hint := diag.Question(diag.Nearest(name, known))
			if hint == "" {
				hint = "kies uit: " + strings.Join(known, ", ")
			}
			problems.Add(diag.Diagnostic{Range: at, Code: "pictogram-onbekend", Message: fmt.Sprintf("er is geen pictogram %q", name), Hint: hint})
		}
	}
	for _, o := range c.Onderwerpen {
		check(asset.TopicIcons, o.Pictogram, o.Doc.Value(o.Slug, "pictogram"))
		for i := range o.Vragen {
			check(asset.QuestionIcons, o.Vragen[i].Pictogram, o.At(i, "pictogram"))
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

// unread warns of translations that no page shows, once for each language. The topics come
// with the program in all its languages, so that a site can take one more; they are no
// mistake.
func (r *Renderer) unread(c *catalog.Catalog) diag.List {
	var first []content.Translation
	more := map[typed.Language]int{}
	for t := range c.Content().Translations() {
		read := t.Language != "nl" && slices.Contains(c.Site.Talen, t.Language)
		if read || (t.Kind == "onderwerp" || t.Kind == "vraag") && r.languages[string(t.Language)] != nil && t.Language != "nl" {
			continue
		}
		if more[t.Language]++; more[t.Language] == 1 {
			first = append(first, t)
		}
	}
	var problems diag.List
	for _, t := range first {
		d := diag.Diagnostic{Range: t.At, Severity: diag.Warning, Code: "vertaling-zonder-taal"}
		what, verb := "deze vertaling", "staat"
		if n := more[t.Language] - 1; n == 1 {
			what, verb = "deze vertaling en nog een", "staan"
		} else if n > 1 {
			what, verb = fmt.Sprintf("deze vertaling en nog %d", n), "staan"
		}
		switch {
		case t.Language == "nl":
			d.Message = "dit is geen vertaling: wat boven dit blok staat, is al Nederlands"
			d.Hint = "zet de tekst in de velden erboven, en haal dit blok weg"
		case r.languages[string(t.Language)] == nil:
			d.Message = fmt.Sprintf("%s %s nergens: de site kan niet in het %s", what, verb, t.Language.Name())
			d.Hint = fmt.Sprintf("haal elk blok [vertaling.%s] weg", t.Language)
		default:
			d.Message = fmt.Sprintf("%s %s nergens: de site is niet in het %s", what, verb, t.Language.Name())
			d.Hint = fmt.Sprintf("schrijf in site.toml: talen = %s, of haal elk blok [vertaling.%s] weg",
				quoted(append(slices.Clone(c.Site.Talen), t.Language)), t.Language)
		}
		problems.Add(d)
	}
	return problems
}

// quoted is a list as it stands in a file.
func quoted(codes []typed.Language) string {
	list := make([]string, len(codes))
	for i, code := range codes {
		list[i] = strconv.Quote(string(code))
	}
	return "[" + strings.Join(list, ", ") + "]"
}

func (r *Renderer) unknownLanguage(code string, at diag.Range) diag.Diagnostic {
	return diag.Diagnostic{
		Range: at, Code: "taal-onbekend", Message: fmt.Sprintf("de site kan niet in de taal %q", code),
		Hint: "kies uit: " + strings.Join(slices.Sorted(maps.Keys(r.languages)), ", "),
	}
}
