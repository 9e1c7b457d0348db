package due

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
)

// agendaWithin is how many days before an event visitors must know what happens and how
// they sign up.
const agendaWithin = 21

// agenda finds events of which visitors do not know enough to come.
func (f *finder) agenda(kind string) {
	for _, a := range f.Agenda {
		if a.Concept || a.Datum < f.Today || !f.within(a.Datum, agendaWithin) {
			continue
		}
		var missing []string
		if len(a.Programma) == 0 && a.Keren() == nil { // a course says on which days it is
			missing = append(missing, "het programma")
		}
		if signUpMissing(a) {
			missing = append(missing, "het aanmelden")
		}
		if len(missing) == 0 {
			continue
		}
		f.add(kind, a.Slug, Task{For: host(a), By: a.Datum.Add(-toldBefore),
			What:  "Maak het agendapunt af: " + f.voice.Join(missing) + " " + lacks(len(missing)),
			About: []About{{Text: a.Titel + ", " + f.voice.Date(a.Datum), Page: a.Page(), File: f.file(a.Doc)}},
			Then:  finish(missing),
		})
	}
}

// signUpMissing reports whether an event does not say whether people sign up, or not how: by
// mail, on a website or by phone.
func signUpMissing(a *catalog.Agendapunt) bool {
	if !a.Doc.Has("aanmelden") {
		return true
	}
	return a.Aanmelden != content.NotNeeded && a.Email == "" && a.Website == "" && !a.Doc.Has("telefoon")
}

func lacks(n int) string {
	if n == 1 {
		return "ontbreekt"
	}
	return "ontbreken"
}

func finish(missing []string) string {
	mends := map[string]string{
		"het programma": "Voeg een blok [[programma]] toe voor elk onderdeel.",
		"het aanmelden": "Schrijf bij aanmelden of het moet, en hoe: een e-mailadres of een website.",
	}
	text := ""
	for _, what := range missing {
		text = joined(" ", text, mends[what])
	}
	return text
}
