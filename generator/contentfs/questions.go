package contentfs

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
)

// checkQuestions looks for sentences that lead nowhere: without a topic, without letters,
// or to the page of another one. It gives the problems of the file with its own.
func checkQuestions(doc *frontmatter.Document, topics []*content.Onderwerp, problems diag.List) diag.List {
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
			if d, wrong := checkQuestion(o, i, seen); wrong {
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
func inFile(topics []*content.Onderwerp) []*content.Onderwerp {
	return slices.SortedFunc(slices.Values(topics), func(a, b *content.Onderwerp) int { return cmp.Compare(a.Line(), b.Line()) })
}

// orphan reports whether a topic is only there by its questions.
func orphan(o *content.Onderwerp) bool {
	bare := content.Onderwerp{Vragen: o.Vragen, Slug: o.Slug, Doc: o.Doc}
	return len(o.Vragen) > 0 && reflect.DeepEqual(*o, bare)
}

func withoutTopic(doc *frontmatter.Document, o *content.Onderwerp, named []string) diag.Diagnostic {
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
func checkQuestion(o *content.Onderwerp, i int, seen map[string]diag.Range) (diag.Diagnostic, bool) {
	v := &o.Vragen[i]
	slug, at := v.Slug(), o.At(i, "zin")
	first, twice := seen[slug]
	switch {
	case v.Zin == "": // the decoder said so
		return diag.Diagnostic{}, false
	case slug == "":
		return diag.Diagnostic{Range: at, Code: "naam-verkeerd", Message: "in deze zin staan geen letters, dus hij kan geen adres worden",
			Hint: "schrijf een korte zin in de ik-vorm, zoals \"Ik zoek werk.\""}, true
	case slug == content.Unsure || slug == content.WhenOpen:
		return diag.Diagnostic{Range: at, Code: "vraag-dubbel", Message: "deze zin zet de site zelf bij de vragen", Hint: "haal deze vraag weg"}, true
	case twice:
		return diag.Diagnostic{Range: at, Code: "vraag-dubbel", Message: "deze zin staat er al, of begint net zo", Related: []diag.Range{first},
			Hint: "haal een van de twee weg; hoort de zin bij meer onderwerpen, noem die dan bij \"ook\""}, true
	}
	seen[slug] = at
	return diag.Diagnostic{}, false
}
