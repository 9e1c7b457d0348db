package hsds

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// sentence ends a text as a sentence, which an editor's reason may not do.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?") {
		return text
	}
	return text + "."
}

// join puts a space between the texts that are not empty.
func join(texts ...string) string { return joinWith(" ", texts) }

func joinWith(separator string, texts []string) string {
	var b strings.Builder
	for _, text := range texts {
		if text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(separator)
		}
		b.WriteString(text)
	}
	return b.String()
}

// addressWords is an address as one line, the building first.
func addressWords(a content.Adres) string {
	return joinWith(", ", []string{a.Locatie, a.Straat, string(a.Postcode) + " " + a.Plaats})
}

func whereWords(at door) string {
	return "Bij " + at.plein.Naam + ", " + addressWords(at.adres) + "."
}

// changeWords says what becomes of one date, and why.
func (d *directory) changeWords(o catalog.Occurrence) string {
	day := "Op " + schedule.DateWordsShort(o.Date)
	hours := "van " + d.Site.Notation.Span(o.Span)
	text := day + " is dit spreekuur " + hours + "."
	switch {
	case o.Cancelled():
		text = day + " gaat dit spreekuur niet door."
	case o.Slot < 0:
		text = day + " is er een extra spreekuur, " + hours + "."
	}
	if o.Elsewhere() && !o.Cancelled() {
		text = join(text, "Het is dan op een andere plek: "+o.Plein.Naam+", "+addressWords(o.Adres)+".")
	}
	if o.Reason != "" {
		text = join(text, "Reden: "+sentence(o.Reason))
	}
	return text
}

// howToCome says what a visitor does to get help.
func (d *directory) howToCome(s *catalog.Spreekuur) string {
	text := "U hoeft geen afspraak te maken."
	switch s.Aanmelden {
	case content.Required:
		text = "Maak eerst een afspraak."
	case content.Allowed:
		text = "U mag een afspraak maken, maar dat hoeft niet."
	}
	if s.Inloop != (schedule.Span{}) {
		text = join(text, "Inloop zonder afspraak is van "+d.Site.Notation.Span(s.Inloop)+".")
	}
	return text
}

// about is the description: the sentence first, since readers may show no more than
// that, then the text, and what the visitor must go elsewhere for.
func about(inEenZin, text string, not []string) string {
	parts := []string{inEenZin, text}
	if len(not) > 0 {
		parts = append(parts, "Wat wij niet doen:\n- "+strings.Join(not, "\n- "))
	}
	return joinWith("\n\n", parts)
}
