package content

import (
	"iter"
	"reflect"
	"slices"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/tomlindex"
	"pleinwijzer/generator/typed"
)

// A translation is what visitors read of a record in another language of the site. Its
// fields have the same keys as the fields that they translate, so that missing
// translations can be counted; visitors read those parts in Dutch.

// Vertaling is the text of a spreekuur, an agendapunt or a bericht in another language.
type Vertaling struct {
	Titel    string     `toml:"titel" label:"Titel" help:"De titel in deze taal." example:"\"Help with letters\""`
	InEenZin string     `toml:"in_een_zin" label:"In 1 zin" help:"De zin in deze taal." example:"\"We read your letter together.\""`
	Tekst    typed.Text `toml:"tekst" label:"Tekst" help:"De korte omschrijving in deze taal." example:"\"\"\"…\"\"\"" prose:"markdown"`
}

// VertaaldeNaam has the texts about a plein or a partner, whose names are not
// translated.
type VertaaldeNaam struct {
	InEenZin string     `toml:"in_een_zin" label:"In 1 zin" help:"De zin in deze taal." example:"\"We help you with all your questions.\""`
	Tekst    typed.Text `toml:"tekst" label:"Tekst" help:"De tekst in deze taal." example:"\"\"\"…\"\"\"" prose:"markdown"`
}

// VertaaldOnderwerp is a topic in another language.
type VertaaldOnderwerp struct {
	Naam       string   `toml:"naam" label:"Naam" help:"Het onderwerp in deze taal." example:"\"Money and debts\""`
	Uitleg     string   `toml:"uitleg" label:"Uitleg" help:"De uitleg in deze taal." example:"\"Help with bills, benefits and debts.\""`
	Synoniemen []string `toml:"synoniemen" label:"Andere woorden" help:"Woorden waarmee mensen dit in deze taal zoeken." example:"[\"debt\", \"bill\"]"`
}

// VertaaldeVraag is a question in another language.
type VertaaldeVraag struct {
	Zin string `toml:"zin" label:"Zin" help:"De zin in deze taal." example:"\"I cannot pay a bill.\""`
}

// VertaaldeSite is the name and the description of the site in another language.
type VertaaldeSite struct {
	Titel    string `toml:"titel" label:"Titel" help:"De naam van de site in deze taal." example:"\"Help points in Midden-Brabant\""`
	InEenZin string `toml:"in_een_zin" label:"In 1 zin" help:"De zin in deze taal." example:"\"Find help near you.\""`
}

// VertaaldeRegel is a line of the menu in another language.
type VertaaldeRegel struct {
	Titel string `toml:"titel" label:"Titel" help:"Wat er in deze taal in het menu staat." example:"\"Places\""`
}

// translationKey is the field that has the translations, in all records that have any.
const translationKey = "vertaling"

// A Translation is one block of translations in a record.
type Translation struct {
	Language typed.Language
	Kind     string // as in Translatable
	At       diag.Range
}

// Translations yields the blocks of all records, of the topics and of the site itself.
func (c *Content) Translations() iter.Seq[Translation] {
	return func(yield func(Translation) bool) {
		for t := range c.translatable(false) {
			for _, language := range t.languages {
				if !yield(Translation{language, t.Kind, t.doc.Key(append(t.at, translationKey, string(language))...)}) {
					return
				}
			}
		}
	}
}

// Translatable is what can be translated in a record, a topic or one of its questions,
// the site, or a line of its menu.
type Translatable struct {
	Kind  string // "spreekuur", "onderwerp", "vraag", "site", "menu"
	Item  Item   // nil if it has no file of its own
	Texts []Translated

	doc       *frontmatter.Document
	at        []any
	languages []typed.Language
}

// Translated is one text, and the languages in which it is available.
type Translated struct {
	Key       string
	Languages []typed.Language
}

// Translatable yields everything that has texts to translate, the site and the topics
// first.
func (c *Content) Translatable() iter.Seq[Translatable] { return c.translatable(true) }

// translatable does the same, and can leave out the texts, which take time to find.
func (c *Content) translatable(texts bool) iter.Seq[Translatable] {
	return func(yield func(Translatable) bool) {
		if c.Site != nil {
			site := translatable(c.Site, SiteFields, texts)
			site.Kind, site.doc = "site", c.Site.Doc
			if !yield(site) {
				return
			}
			for i := range c.Site.Menu {
				line := translatable(&c.Site.Menu[i], MenuFields, texts)
				line.Kind, line.doc, line.at = "menu", c.Site.Doc, []any{"menu", i}
				if !yield(line) {
					return
				}
			}
		}
		for _, o := range c.Onderwerpen {
			topic := translatable(o, OnderwerpFields, texts)
			topic.Kind, topic.doc, topic.at = "onderwerp", o.Doc, []any{o.Slug}
			if !yield(topic) {
				return
			}
			for i := range o.Vragen {
				question := translatable(&o.Vragen[i], QuestionFields, texts)
				question.Kind, question.doc, question.at = "vraag", o.Doc, []any{o.Slug, "vragen", i}
				if !yield(question) {
					return
				}
			}
		}
		for kind, item := range c.Items() {
			record := translatable(item, kind.Fields, texts)
			record.Kind, record.Item, record.doc = kind.Name, item, item.File().Doc
			if len(record.Texts)+len(record.languages) > 0 && !yield(record) {
				return
			}
		}
	}
}

// translatable finds the texts of a record for which its translations have keys.
func translatable(record any, fields []frontmatter.Field, texts bool) Translatable {
	var t Translatable
	at := slices.IndexFunc(fields, func(f frontmatter.Field) bool { return f.Key == translationKey })
	if at < 0 {
		return t
	}
	told := map[string][]typed.Language{}
	frontmatter.Each(record, fields[at:at+1], func(f *frontmatter.Field, path tomlindex.Path, value reflect.Value) {
		language := typed.Language(path[1].(string))
		if !slices.Contains(t.languages, language) {
			t.languages = append(t.languages, language)
		}
		if value.Len() > 0 && !slices.Contains(told[f.Key], language) {
			told[f.Key] = append(told[f.Key], language)
		}
	})
	if !texts {
		return t
	}
	for _, f := range fields[at].Fields {
		if inDutch(record, fields, f.Key) {
			t.Texts = append(t.Texts, Translated{f.Key, told[f.Key]})
		}
	}
	return t
}

// inDutch reports whether a record has the text in Dutch.
func inDutch(record any, fields []frontmatter.Field, key string) bool {
	if item, ok := record.(Item); ok && key == "tekst" {
		return item.File().Body() != ""
	}
	found := false
	own := slices.IndexFunc(fields, func(f frontmatter.Field) bool { return f.Key == key })
	frontmatter.Each(record, fields[own:own+1], func(_ *frontmatter.Field, _ tomlindex.Path, value reflect.Value) {
		found = found || value.Len() > 0
	})
	return found
}
