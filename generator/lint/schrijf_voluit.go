package lint

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/diag"
)

var voluit = &Check{
	Explanation: diag.Explanation{
		Code: "schrijf-voluit", Title: "Kort geschreven woorden",
		Text:  "Korte vormen zoals \"d.m.v.\" en het teken \"&\" zijn lastig, ook voor mensen die een tekst laten voorlezen. Schrijf de woorden voluit.",
		Wrong: "U kunt o.a. terecht met vragen m.b.t. geld & werk.",
		Right: "U kunt hier bijvoorbeeld terecht met vragen over geld en werk.",
	},
	read: func(r *record, add adder) {
		for i := range r.texts {
			t := &r.texts[i]
			for j, w := range t.words {
				if hours, ok := strings.CutSuffix(w.lower, "u"); ok && (isClock(hours) || hours == "" && j > 0 && isClock(t.words[j-1].lower)) {
					add(r.base, t.at(w.end-1, w.end), "kort geschreven: \"u\"", "schrijf voluit: uur")
					continue
				}
				if w.marks&markShorthand == 0 || w.lower == "&" && t.inName(j) {
					continue
				}
				full := shorthand[w.lower]
				if full == "" && strings.HasPrefix(w.after, ".") {
					full = shorthandWithDot[w.lower]
				}
				if full == "" {
					continue
				}
				end := w.end
				if strings.HasPrefix(w.after, ".") {
					end++
				}
				add(r.base, t.at(w.start, end), fmt.Sprintf("kort geschreven: %q", t.string[w.start:end]), "schrijf voluit: "+full)
			}
		}
	},
}

// inName reports whether the words on both sides of "&" have a capital, as in "Coffee &
// Talk".
func (t *text) inName(j int) bool {
	return j > 0 && j+1 < len(t.words) && t.upper(t.words[j-1]) && t.upper(t.words[j+1])
}

var shorthand = map[string]string{
	"&": "en", "t/m": "tot en met", "d.m.v": "met", "dmv": "met", "m.b.t": "over", "mbt": "over", "t.a.v": "voor, over", "i.v.m": "door", "ivm": "door",
	"o.a": "bijvoorbeeld", "e.d": "en zo", "i.p.v": "in plaats van", "ipv": "in plaats van", "t.b.v": "voor", "tbv": "voor", "n.a.v": "door", "nav": "door",
	"m.i.v": "vanaf", "m.u.v": "behalve", "a.s": "de datum", "j.l": "de datum", "z.s.m": "zo snel mogelijk", "zsm": "zo snel mogelijk", "n.v.t": "niet nodig", "nvt": "niet nodig",
	"i.o.m": "samen met", "v.a": "vanaf", "p.p": "per persoon", "m.n": "vooral", "d.w.z": "dat wil zeggen", "t.o.v": "vergeleken met", "t.z.t": "de datum", "bijv": "bijvoorbeeld",
	"b.v": "bijvoorbeeld", "o.l.v": "met", "t.o": "tegenover", "p/m": "per maand", "p/j": "per jaar", "p/w": "per week", "v.d": "van de", "s.v.p": "alstublieft", "svp": "alstublieft", "a.u.b": "alstublieft", "aub": "alstublieft",
	"o.i.d": "of zoiets", "a.d.h.v": "met", "i.h.k.v": "voor", "tel.nr": "telefoon", "telnr": "telefoon",
}

// shorthandWithDot lists abbreviations that would be different words without their dot.
var shorthandWithDot = map[string]string{
	"nr": "nummer", "tel": "telefoon", "incl": "met", "excl": "zonder", "evt": "als u wilt", "ca": "ongeveer", "resp": "en",
	"jl": "de datum", "max": "hoogstens", "min": "minuten, of minstens", "enz": "en meer", "etc": "en meer", "afd": "afdeling", "org": "organisatie", "verd": "verdieping", "vrijw": "vrijwilliger",
}
