package lint

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var titelMetTijd = &Check{
	Explanation: diag.Explanation{
		Code: "titel-met-tijd", Title: "Een dag of tijd in de titel",
		Text:  "De dag en de tijd staan al in eigen velden en komen vanzelf bij de titel. Verandert de tijd, dan klopt de titel niet meer.",
		Wrong: `titel = "Taalhuis op dinsdag"`,
		Right: `titel = "Taalhuis"`,
	},
	read: func(r *record, add adder) {
		if r.base == nil || !strings.HasPrefix(r.doc.File, spreekurenFolder) && !strings.HasPrefix(r.doc.File, agendaFolder) {
			return
		}
		for i := range r.texts {
			t := &r.texts[i]
			if t.role != title {
				continue
			}
			for _, w := range t.words {
				if isDay(w.lower) || isClock(w.lower) {
					add(r.base, t.wordAt(w), fmt.Sprintf("in de titel staat %q", t.string[w.start:w.end]), "haal de dag en de tijd uit de titel")
				}
			}
		}
	},
}

// The folders of the kinds whose titles have fields for day and time.
var (
	spreekurenFolder = folderOf("spreekuur")
	agendaFolder     = folderOf("agendapunt")
)

func folderOf(kind string) string {
	for _, k := range content.Kinds {
		if k.Name == kind {
			return k.Folder + "/"
		}
	}
	panic("lint: no kind " + kind)
}

var (
	weekdays  = strings.Fields("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
	dayEnding = set("en s ochtend ochtenden morgen middag middagen avond avonden")
)

// isDay knows "dinsdag", "dinsdagen" and "dinsdagochtend", but not
// "dinsdagochtendplein".
func isDay(lower string) bool {
	for _, day := range weekdays {
		if rest, ok := strings.CutPrefix(lower, day); ok {
			return rest == "" || dayEnding[rest]
		}
	}
	return false
}

// isClock knows "10.00", "10:00" and "10.00-12.00".
func isClock(lower string) bool {
	lower, _, _ = strings.Cut(lower, "-")
	hours, minutes, ok := strings.Cut(strings.ReplaceAll(lower, ":", "."), ".")
	return ok && len(hours) <= 2 && len(minutes) == 2 && strings.Trim(hours+minutes, "0123456789") == ""
}
