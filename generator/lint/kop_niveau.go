package lint

import (
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/markdown"
)

var kopNiveau = &Check{
	Explanation: diag.Explanation{
		Code: "kop-niveau", Title: "Een kop van het verkeerde niveau",
		Text: "Boven de pagina staat al de titel. Koppen in de tekst beginnen met twee hekjes, en een kop daaronder met drie. " +
			"Wie voorleessoftware gebruikt, springt van kop naar kop. De site zet andere koppen zelf op hun plek.",
		Wrong: "# Wat neemt u mee?",
		Right: "## Wat neemt u mee?",
	},
	read: func(r *record, add adder) {
		for i := range r.proses {
			p := &r.proses[i]
			lower := startsLower(p.Headings)
			for _, h := range p.Headings {
				if lower {
					h.Shown = h.Level
				}
				if message, hint := wrongHeading(h); message != "" {
					at := h.Span
					if at.Start == at.End { // the heading has no words
						at.End = at.Start + len(strings.TrimRight(firstLine(p.source[at.Start:]), " "))
					}
					add(r.base, p.span(at), message, hint)
				}
			}
		}
	},
}

// startsLower reports whether the headings have the levels that they would get below a
// heading of level 2, as the text of a spreekuur does on its page.
func startsLower(headings []markdown.Heading) bool {
	written := make([]int, len(headings))
	for i, h := range headings {
		written[i] = h.Level
	}
	return slices.Equal(written, markdown.Levels(written, 2))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func wrongHeading(h markdown.Heading) (message, hint string) {
	right := "schrijf: " + strings.Repeat("#", h.Shown) + " " + firstLine(h.Text)
	switch {
	case h.Text == "":
		return "deze kop heeft geen woorden", "schrijf de kop achter de hekjes, of haal de hekjes weg"
	case h.Underlined && h.Level == 1:
		return "door de tekens eronder is deze regel een kop zo groot als de titel van de pagina", right + ", zonder de tekens eronder"
	case h.Underlined:
		return "door de streepjes eronder is deze regel een kop", "zet een lege regel boven de streepjes, of " + right
	case h.Level == h.Shown:
		return "", ""
	case h.Level == 1:
		return "deze kop is zo groot als de titel van de pagina", right
	case h.Shown == 2:
		return fmt.Sprintf("koppen in de tekst beginnen met twee hekjes, niet met %d", h.Level), right
	}
	return "deze kop slaat een niveau over", right
}
