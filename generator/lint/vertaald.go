package lint

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// Progress says how much of the content is translated into one language of the site. It
// is not advice, since a site need not be translated completely and visitors can see what
// is in Dutch. So it only counts, and mentions the single step that would help most
// visitors.
type Progress struct {
	Language    typed.Language
	Done, Total int    // numbers of texts
	Next        string // a sentence in Dutch; "" if everything is translated
}

// Percent is rounded down, so that 100 means everything.
func (p Progress) Percent() int { return 100 * p.Done / max(p.Total, 1) }

// A step is the translation of one text in all records of a kind.
type step struct{ kind, key string }

// steps lists the texts that can be translated, those that most visitors read first. The
// menu is not among them, since the site already has most of its words in every language.
var steps = []step{
	{"site", "titel"}, {"site", "in_een_zin"},
	{"onderwerp", "naam"}, {"onderwerp", "synoniemen"}, {"onderwerp", "uitleg"},
	{"spreekuur", "titel"}, {"spreekuur", "in_een_zin"},
	{"bericht", "titel"}, {"bericht", "in_een_zin"}, {"plein", "in_een_zin"}, {"agendapunt", "titel"}, {"agendapunt", "in_een_zin"}, {"partner", "in_een_zin"},
	{"spreekuur", "tekst"}, {"bericht", "tekst"}, {"plein", "tekst"}, {"agendapunt", "tekst"}, {"partner", "tekst"},
}

// Translated returns the progress in each language of the site except Dutch.
func Translated(c *content.Content, shown *catalog.Catalog) []Progress {
	total, done := map[step]int{}, map[typed.Language]map[step]int{}
	for _, code := range shown.Site.Talen {
		done[code] = map[step]int{}
	}
	read := readBy(shown)
	for t := range c.Translatable() {
		if t.Item != nil && !read[t.Item] {
			continue
		}
		for _, text := range t.Texts {
			s := step{t.Kind, text.Key}
			total[s]++
			for _, code := range text.Languages {
				if done[code] != nil {
					done[code][s]++
				}
			}
		}
	}
	var all []Progress
	for _, code := range shown.Site.Talen {
		if code == "nl" || slices.ContainsFunc(all, func(p Progress) bool { return p.Language == code }) {
			continue
		}
		p := Progress{Language: code}
		for _, s := range steps {
			p.Done, p.Total = p.Done+done[code][s], p.Total+total[s]
			if p.Next == "" && done[code][s] < total[s] {
				p.Next = s.said(code, done[code][s], total[s])
			}
		}
		all = append(all, p)
	}
	return all
}

// readBy returns the records that visitors can read: no drafts, and nothing that is over.
func readBy(shown *catalog.Catalog) map[content.Item]bool {
	read := map[content.Item]bool{}
	for _, p := range shown.Pleinen {
		read[p.Plein] = true
	}
	for _, p := range shown.Partners {
		read[p.Partner] = true
	}
	for _, x := range shown.Spreekuren {
		read[x.Spreekuur] = !x.Ended()
	}
	for _, a := range shown.Agenda {
		read[a.Agendapunt] = !a.Past(shown.Today)
	}
	for _, b := range shown.Berichten {
		read[b.Bericht] = b.Current(shown.Today)
	}
	return read
}

// nouns has the singular and plural of each kind, and textNames what editors call each
// text.
var (
	nouns = map[string][2]string{
		"onderwerp": {"onderwerp", "onderwerpen"}, "spreekuur": {"spreekuur", "spreekuren"}, "bericht": {"bericht", "berichten"},
		"plein": {"plein", "pleinen"}, "agendapunt": {"agendapunt", "agendapunten"}, "partner": {"partner", "partners"},
	}
	textNames = map[string]string{
		"titel": "titel", "naam": "naam", "in_een_zin": "zin", "uitleg": "uitleg", "synoniemen": "andere woorden", "tekst": "tekst",
	}
)

// said describes the progress of a step, as in "12 van de 58 spreekuren hebben een zin in
// het Turks".
func (s step) said(code typed.Language, done, total int) string {
	what, in := textNames[s.key], "in het "+code.Name()
	if s.kind == "site" {
		return fmt.Sprintf("De site heeft nog geen %s %s.", what, in)
	}
	noun := nouns[s.kind]
	if done == 0 {
		verb, name := "hebben", noun[1]
		if total == 1 {
			verb, name = "heeft", noun[0]
		}
		return fmt.Sprintf("%d %s %s nog geen %s %s.", total, name, verb, what, in)
	}
	verb := "hebben"
	if done == 1 {
		verb = "heeft"
	}
	if s.key != "synoniemen" {
		what = "een " + what
	}
	return fmt.Sprintf("%d van de %d %s %s %s %s.", done, total, noun[1], verb, what, in)
}
