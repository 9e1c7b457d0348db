package lint

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
)

var afkorting = &Check{
	Explanation: diag.Explanation{
		Code: "afkorting", Title: "Een afkorting zonder uitleg",
		Text:  "Niet iedereen kent deze afkorting. Schrijf hem in elk bestand de eerste keer voluit, met de afkorting erachter tussen haakjes. Of leg uit wat het is.",
		Wrong: "U kunt hier hulp uit de Wmo aanvragen.",
		Right: "U kunt hier hulp aanvragen uit de Wet maatschappelijke ondersteuning (Wmo).",
	},
	read: func(r *record, add adder) {
		var reported map[string]bool
		for i := range r.texts {
			t := &r.texts[i]
			for j, w := range t.words {
				if c := t.string[w.start]; c < 'A' || c > 'Z' {
					continue
				}
				short := abbreviation(t.string[w.start:w.end])
				if short == "" || j > 0 && t.belongsTo(t.words[j-1], short) || reported[short] ||
					knownByAll[strings.ToLower(short)] || r.names[strings.ToLower(short)] {
					continue
				}
				if reported == nil {
					reported = map[string]bool{}
				}
				reported[short] = true
				if t.shouted(w) || r.writesOut(short) {
					continue
				}
				add(r.base, t.at(w.start, w.start+len(short)), fmt.Sprintf("de afkorting %q staat nergens voluit", short),
					fmt.Sprintf("schrijf de eerste keer voluit wat %s is, met (%s) erachter", short, short))
			}
		}
	},
}

// knownByAll lists abbreviations that have become ordinary words.
var knownByAll = set("tv pc wc cv sms pdf usb qr ehbo ggd nl eu ok id nv bv wifi gps dvd cd app rtl nos npo ns km apk anwb hema ikea ov aed co2")

// mixed lists abbreviations that are not written in capitals only.
var mixed = set("Wmo Wlz Wsnp Wajong Pgb Zzp Anw Wia Ioaw Ggz Wsw Wib Wgs")

// abbreviation returns the abbreviation in a word, such as "UWV" in "UWV-kantoor", or "".
func abbreviation(s string) string {
	s, _, _ = strings.Cut(s, "-")
	s, _, _ = strings.Cut(s, "'")
	s, _, _ = strings.Cut(s, "’")
	if mixed[s] {
		return s
	}
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			letters++
		case !unicode.IsDigit(r):
			return ""
		}
	}
	if first, _ := utf8.DecodeRuneInString(s); letters < 2 || len(s) > 5 || !unicode.IsUpper(first) {
		return ""
	}
	return s
}

// belongsTo reports whether capitals are part of what precedes them: "AA" in "5041 AA",
// or "II" in "Willem II".
func (t *text) belongsTo(before word, short string) bool {
	return before.after == "" &&
		(before.number && before.end-before.start == 4 && len(short) == 2 || t.upper(before) && strings.Trim(short, "IVX") == "")
}

// shouted reports whether a word is written in capitals for emphasis.
func (t *text) shouted(w word) bool {
	return shouts[w.lower] || t.string == strings.ToUpper(t.string)
}

var shouts = set("niet wel let op nu geen nooit altijd alle alles en of nog ook ons uw dan zo wij hier nieuw vol dicht open stop vrij extra elke heel eerst")

// writesOut reports whether the record explains an abbreviation: the full name followed
// by "(UWV)", "UWV (de …)", "Wmo: de Wet …", "het UWV is …", or words with those
// initials.
func (r *record) writesOut(short string) bool {
	for i := range r.texts {
		t := &r.texts[i]
		for j, w := range t.words {
			if t.string[w.start:w.end] == short {
				more := j+2 < len(t.words)
				switch {
				case j > 1 && w.start > 0 && t.string[w.start-1] == '(',
					more && t.words[j+1].start > 0 && t.string[t.words[j+1].start-1] == '(',
					more && strings.HasPrefix(w.after, ":"),
					more && w.after == "" && meaning[t.words[j+1].lower],
					more && w.after == "" && being[t.words[j+1].lower] && article[t.words[j+2].lower]:
					return true
				}
			}
			if initials(t.words[j:], short) {
				return true
			}
		}
	}
	return false
}

var (
	meaning = set("betekent heet")
	being   = set("is zijn")
	article = set("de het een")
)

// initials reports whether the words begin with the letters of an abbreviation.
func initials(words []word, short string) bool {
	if len(words) < len(short) {
		return false
	}
	for i := range len(short) {
		if words[i].lower[0] != short[i]|0x20 {
			return false
		}
	}
	return true
}
