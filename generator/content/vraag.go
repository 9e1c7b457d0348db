package content

import (
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// Vraag is a question as a visitor would say it, by which someone who reads little finds
// the spreekuren about a topic.
type Vraag struct {
	Zin       string       `toml:"zin,required" label:"Zin" help:"Een korte zin in de ik-vorm." example:"\"Ik kan een rekening niet betalen.\"" prose:"line"`
	Pictogram string       `toml:"pictogram" label:"Pictogram" list:"plaatjes bij vragen" help:"Welk plaatje staat bij de zin? {leeg}: dat van het onderwerp." infile:"De naam ervan." example:"\"rekening\""`
	Ook       []typed.Slug `toml:"ook" label:"Ook" help:"Andere onderwerpen die bij deze zin helpen." infile:"Namen uit onderwerpen.toml." example:"[\"formulieren\"]"`

	Vertaling map[typed.Language]VertaaldeVraag `toml:"vertaling" label:"Vertalingen" help:"De zin in een andere taal: een blok per taal." example:"[geld.vragen.vertaling.en]"`
}

// longestSlug is how many letters of a sentence are in the address of its page.
const longestSlug = 60

// The slugs of the questions that the site asks itself, before and after all others.
const (
	WhenOpen = "wanneer-open"
	Unsure   = "ik-weet-het-niet"
)

// Slug is the last part of the address of its page: the sentence, or the words with which
// a long one begins.
func (v *Vraag) Slug() string {
	slug := typed.Slugify(v.Zin)
	if len(slug) <= longestSlug {
		return slug
	}
	if at := strings.LastIndexByte(slug[:longestSlug+1], '-'); at > 0 {
		return slug[:at]
	}
	return slug[:longestSlug]
}

// At is where a question of the topic stands, or something in it.
func (o *Onderwerp) At(question int, further ...any) diag.Range {
	return o.Doc.Value(append([]any{o.Slug, "vragen", question}, further...)...)
}

// Line is where the topic stands in its file, by which editors put them in order.
func (o *Onderwerp) Line() int { return o.Doc.Key(o.Slug).Line }
