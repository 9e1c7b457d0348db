package due

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/schedule"
)

// announced reports whether visitors of a plein can read about a change on a day: an update
// that is about this plein, or about no record in particular, that still matters on that
// day or the day before, and that mentions one of the words. Without the words an update
// about something else would count.
func (f *finder) announced(p *catalog.Plein, on schedule.Date, words []string) bool {
	return slices.ContainsFunc(f.Berichten, func(b *catalog.Bericht) bool {
		return !b.Concept && concerns(b, p) && (b.Current(on) || b.Current(on-1)) && mentions(b, words)
	})
}

func concerns(b *catalog.Bericht, p *catalog.Plein) bool {
	return slices.Contains(b.Pleinen, p) || len(b.Pleinen)+len(b.Partners)+len(b.Spreekuren) == 0
}

func mentions(b *catalog.Bericht, words []string) bool {
	text := strings.ToLower(strings.Join([]string{b.Titel, b.InEenZin, markdown.Text(b.Body())}, "\n"))
	return slices.ContainsFunc(words, func(word string) bool { return word != "" && strings.Contains(text, strings.ToLower(word)) })
}
