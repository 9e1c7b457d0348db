package content

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/typed"
)

// Vraag is a question as a visitor would say it, by which someone who reads little finds
// the spreekuren about a topic.
type Vraag struct {
	Zin       string       `toml:"zin,required" label:"Zin" help:"Een korte zin in de ik-vorm." example:"\"Ik kan een rekening niet betalen.\"" prose:"line"`
	Pictogram string       `toml:"pictogram" label:"Pictogram" help:"De naam van het plaatje bij de zin. Zonder dit veld: dat van het onderwerp." example:"\"rekening\""`
	Ook       []typed.Slug `toml:"ook" label:"Ook" help:"Andere onderwerpen die bij deze zin helpen: namen uit onderwerpen.toml." example:"[\"formulieren\"]"`

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

// checkQuestions looks for sentences that lead nowhere: without a topic, without letters,
// or to the page of another one. It gives the problems of the file with its own.
func checkQuestions(doc *frontmatter.Document, topics []*Onderwerp, problems diag.List) diag.List {
	var named []string
	for _, o := range topics {
		if o.Naam != "" {
			named = append(named, o.Slug)
		}
	}
	slices.Sort(named)
	at := slices.IndexFunc(problems, func(d diag.Diagnostic) bool { return d.Code == "haken-enkel" && d.Range == doc.Key(questionsKey) })
	if at >= 0 {
		problems[at] = diag.Diagnostic{
			Range: problems[at].Range, Code: "vraag-zonder-onderwerp", Message: "deze vraag hoort bij geen onderwerp",
			Hint: fmt.Sprintf("schrijf [[%s.vragen]]", firstOr(named, "geld")),
		}
	}
	seen := map[string]diag.Range{}
	for _, o := range inFile(topics) {
		if orphan(o) {
			problems = slices.DeleteFunc(problems, func(d diag.Diagnostic) bool { return d.Code == "veld-ontbreekt" && d.Range == doc.Key(o.Slug) })
			problems.Add(withoutTopic(doc, o, named))
			continue
		}
		for i := range o.Vragen {
			if d, wrong := o.checkQuestion(i, seen); wrong {
				problems.Add(d)
			}
		}
	}
	return problems
}

const questionsKey = "vragen"

func firstOr(list []string, other string) string {
	if len(list) == 0 {
		return other
	}
	return list[0]
}

// inFile is the order in which topics stand in their file.
func inFile(topics []*Onderwerp) []*Onderwerp {
	return slices.SortedFunc(slices.Values(topics), func(a, b *Onderwerp) int { return cmp.Compare(a.Line(), b.Line()) })
}

// Line is where the topic stands in its file, by which editors put them in order.
func (o *Onderwerp) Line() int { return o.Doc.Key(o.Slug).Line }

// orphan reports whether a topic is only there by its questions.
func orphan(o *Onderwerp) bool {
	bare := Onderwerp{Vragen: o.Vragen, Slug: o.Slug, Doc: o.Doc}
	return len(o.Vragen) > 0 && reflect.DeepEqual(*o, bare)
}

func withoutTopic(doc *frontmatter.Document, o *Onderwerp, named []string) diag.Diagnostic {
	d := diag.Diagnostic{
		Range: doc.Key(o.Slug, questionsKey, 0), Code: "vraag-zonder-onderwerp",
		Message: fmt.Sprintf("deze vraag hoort bij het onderwerp %q, en dat bestaat niet", o.Slug),
		Hint:    fmt.Sprintf("zet erboven een blok [%s] met een naam, of gebruik een onderwerp dat er al is", o.Slug),
	}
	if near, ok := diag.Nearest(o.Slug, named); ok {
		d.Hint = fmt.Sprintf("bedoelt u [[%s.vragen]]?", near)
	}
	return d
}

// checkQuestion looks at one question, beside those before it.
func (o *Onderwerp) checkQuestion(i int, seen map[string]diag.Range) (diag.Diagnostic, bool) {
	v := &o.Vragen[i]
	slug, at := v.Slug(), o.At(i, "zin")
	first, twice := seen[slug]
	switch {
	case v.Zin == "": // the decoder said so
		return diag.Diagnostic{}, false
	case slug == "":
		return diag.Diagnostic{Range: at, Code: "naam-verkeerd", Message: "in deze zin staan geen letters, dus hij kan geen adres worden",
			Hint: "schrijf een korte zin in de ik-vorm, zoals \"Ik zoek werk.\""}, true
	case slug == Unsure || slug == WhenOpen:
		return diag.Diagnostic{Range: at, Code: "vraag-dubbel", Message: "deze zin zet de site zelf bij de vragen", Hint: "haal deze vraag weg"}, true
	case twice:
		return diag.Diagnostic{Range: at, Code: "vraag-dubbel", Message: "deze zin staat er al, of begint net zo", Related: []diag.Range{first},
			Hint: "haal een van de twee weg; hoort de zin bij meer onderwerpen, noem die dan bij \"ook\""}, true
	}
	seen[slug] = at
	return diag.Diagnostic{}, false
}
