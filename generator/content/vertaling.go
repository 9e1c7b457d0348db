package content

import (
	"iter"
	"reflect"
	"slices"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
)

// A translation is what visitors read of a record in another language of the site. Its
// fields have the keys of those that they translate, so that what is not translated can
// be counted; what has none is read in Dutch.

// Vertaling is the text of a spreekuur, an agendapunt or a bericht in another language.
type Vertaling struct {
	Titel    string `toml:"titel" label:"Titel" help:"De titel in deze taal." example:"\"Help with letters\""`
	InEenZin string `toml:"in_een_zin" label:"In 1 zin" help:"De zin in deze taal." example:"\"We read your letter together.\""`
	Tekst    Text   `toml:"tekst" label:"Tekst" help:"De korte omschrijving in deze taal." example:"\"\"\"…\"\"\"" prose:"markdown"`
}

// VertaaldeNaam is what is said of a plein or a partner, which keep their names.
type VertaaldeNaam struct {
	InEenZin string `toml:"in_een_zin" label:"In 1 zin" help:"De zin in deze taal." example:"\"We help you with all your questions.\""`
	Tekst    Text   `toml:"tekst" label:"Tekst" help:"De tekst in deze taal." example:"\"\"\"…\"\"\"" prose:"markdown"`
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

// VertaaldeSite is what the site calls itself in another language.
type VertaaldeSite struct {
	Titel    string `toml:"titel" label:"Titel" help:"De naam van de site in deze taal." example:"\"Help points in Midden-Brabant\""`
	InEenZin string `toml:"in_een_zin" label:"In 1 zin" help:"De zin in deze taal." example:"\"Find help near you.\""`
}

// VertaaldeRegel is a line of the menu in another language.
type VertaaldeRegel struct {
	Titel string `toml:"titel" label:"Titel" help:"Wat er in deze taal in het menu staat." example:"\"Places\""`
}

// translationKey is the field that holds the translations, wherever there are any.
const translationKey = "vertaling"

// A Translation is a block of one of the records.
type Translation struct {
	Language Language
	Kind     string // as in Translatable
	At       diag.Range
}

// Translations are the blocks of all records, of the topics and of the site itself.
func (c *Content) Translations() iter.Seq[Translation] {
	return func(yield func(Translation) bool) {
		for t := range c.Translatable() {
			for _, language := range t.languages {
				if !yield(Translation{language, t.Kind, t.doc.Key(append(t.at, translationKey, string(language))...)}) {
					return
				}
			}
		}
	}
}

// Translatable is what can be translated of a record, of a topic or one of its questions,
// of the site, or of a line of its menu.
type Translatable struct {
	Kind  string // "spreekuur", "onderwerp", "vraag", "site", "menu"
	Item  Item   // nil where it is no file of its own
	Texts []Translated

	doc       *frontmatter.Document
	at        []any
	languages []Language
}

// Translated is one text, and the languages in which it is there too.
type Translated struct {
	Key       string
	Languages []Language
}

// Translatable lists all of the content that has texts to translate, site and topics first.
func (c *Content) Translatable() iter.Seq[Translatable] {
	return func(yield func(Translatable) bool) {
		if c.Site != nil {
			site := translatable(c.Site, SiteFields)
			site.Kind, site.doc = "site", c.Site.doc
			if !yield(site) {
				return
			}
			for i := range c.Site.Menu {
				line := translatable(&c.Site.Menu[i], MenuFields)
				line.Kind, line.doc, line.at = "menu", c.Site.doc, []any{"menu", i}
				if !yield(line) {
					return
				}
			}
		}
		for _, o := range c.Onderwerpen {
			topic := translatable(o, OnderwerpFields)
			topic.Kind, topic.doc, topic.at = "onderwerp", o.doc, []any{o.Slug}
			if !yield(topic) {
				return
			}
			for i := range o.Vragen {
				question := translatable(&o.Vragen[i], QuestionFields)
				question.Kind, question.doc, question.at = "vraag", o.doc, []any{o.Slug, "vragen", i}
				if !yield(question) {
					return
				}
			}
		}
		for kind, item := range c.Items() {
			record := translatable(item, kind.Fields)
			record.Kind, record.Item, record.doc = kind.Name, item, item.File().Doc
			if len(record.Texts)+len(record.languages) > 0 && !yield(record) {
				return
			}
		}
	}
}

// translatable finds the texts of a record that its translations have keys for.
func translatable(record any, fields []frontmatter.Field) Translatable {
	var t Translatable
	at := slices.IndexFunc(fields, func(f frontmatter.Field) bool { return f.Key == translationKey })
	if at < 0 {
		return t
	}
	told := map[string][]Language{}
	frontmatter.Each(record, fields[at:at+1], func(f *frontmatter.Field, path frontmatter.Path, value reflect.Value) {
		language := Language(path[1].(string))
		if !slices.Contains(t.languages, language) {
			t.languages = append(t.languages, language)
		}
		if value.Len() > 0 && !slices.Contains(told[f.Key], language) {
			told[f.Key] = append(told[f.Key], language)
		}
	})
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
	frontmatter.Each(record, fields[own:own+1], func(_ *frontmatter.Field, _ frontmatter.Path, value reflect.Value) {
		found = found || value.Len() > 0
	})
	return found
}

// checkTranslations looks at the texts in other languages as at the text itself.
func (c *checker) checkTranslations(record any, fields []frontmatter.Field) {
	frontmatter.Each(record, fields, func(_ *frontmatter.Field, path frontmatter.Path, value reflect.Value) {
		text := value.String()
		c.checkProse(text, func(start, end int) diag.Range { return c.doc.Within(start, end-start, text, path...) })
	})
}
