package lint

import (
	"fmt"
	"strings"

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
		if r.kind == nil {
			return
		}
		if _, timed := r.kind.Field("tijd"); !timed {
			return // the title may be the only place that says when it is
		}
		for i := range r.texts {
			t := &r.texts[i]
			if t.role != title {
				continue
			}
			for j, w := range t.words {
				if n := timeAt(t.words, j); n > 0 {
					end := t.words[j+n-1].end
					add(r.base, t.at(w.start, end), fmt.Sprintf("in de titel staat %q", t.string[w.start:end]), "haal de dag en de tijd uit de titel")
				}
			}
		}
	},
}

var (
	weekdays  = strings.Fields("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
	dayEnding = set("en s ochtend ochtenden morgen middag middagen avond avonden")
)

// timeAt returns how many words from i on say when something is: "dinsdag", "10.00",
// "10-12 uur", "om 10 uur" (from the number on), "16 december".
func timeAt(words []word, i int) int {
	w := words[i]
	if isDay(w.lower) || isClock(w.lower) {
		return 1
	}
	if i+1 == len(words) || w.after != "" {
		return 0
	}
	from, to, stretch := strings.Cut(w.lower, "-")
	switch next := words[i+1].lower; {
	case next == "uur" && (w.number && i > 0 && clockBefore[words[i-1].lower] || stretch && digits(from) && digits(to)),
		w.number && months[next]:
		return 2
	}
	return 0
}

var clockBefore = set("om vanaf van tot")

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// isDay reports whether a word is a weekday, such as "dinsdag", "dinsdagen" or
// "dinsdagochtend", but not "dinsdagochtendplein".
func isDay(lower string) bool {
	for _, day := range weekdays {
		if rest, ok := strings.CutPrefix(lower, day); ok {
			return rest == "" || dayEnding[rest]
		}
	}
	return false
}

// isClock reports whether a word is a time or a range of times: "10.00", "10:00",
// "10.00-12.00".
func isClock(lower string) bool {
	lower, _, _ = strings.Cut(lower, "-")
	hours, minutes, ok := strings.Cut(strings.ReplaceAll(lower, ":", "."), ".")
	return ok && len(hours) <= 2 && len(minutes) == 2 && strings.Trim(hours+minutes, "0123456789") == ""
}
