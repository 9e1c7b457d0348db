package lint

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
)

var opmaakZichtbaar = &Check{
	Explanation: diag.Explanation{
		Code: "opmaak-zichtbaar", Title: "Tekens die de bezoeker niet hoort te zien",
		Text: "Deze tekens waren bedoeld als opmaak, maar de bezoeker leest ze gewoon. Vaak staat er een spatie te veel of te weinig. " +
			"In een veld, zoals \"in_een_zin\", is er geen opmaak: daar staat gewone tekst. Voetnoten kent de site niet.",
		Wrong: "Lees meer [op de site van het Taalhuis] (https://voorbeeld.nl).",
		Right: "Lees meer [op de site van het Taalhuis](https://voorbeeld.nl).",
	},
	read: func(r *record, add adder) {
		for i := range r.proses {
			p := &r.proses[i]
			for j := range p.Passages {
				passage := &p.Passages[j]
				visibleMarks(passage.Text, false, func(start, end int, message, hint string) {
					add(r.base, p.passage(passage, start, end), message, hint)
				})
			}
			for _, s := range p.Code {
				if apostrophe(p.source, s.Start, s.End) {
					add(r.base, p.at(s.Start-1, s.Start), backtick, "schrijf een gewone apostrof: '")
				}
			}
		}
		for i := range r.texts {
			if t := &r.texts[i]; t.passage == nil {
				visibleMarks(t.string, true, func(start, end int, message, hint string) { add(r.base, t.at(start, end), message, hint) })
			}
		}
	},
}

const backtick = "dit teken is geen apostrof: de bezoeker ziet iets anders"

// apostrophe reports whether what Markdown takes for code is text between two backticks
// that were meant as apostrophes: "`s avonds", "foto`s".
func apostrophe(source string, start, end int) bool {
	code := source[start:end]
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(source[:max(start-1, 0)], "`"))
	return strings.HasPrefix(code, "s ") || strings.HasPrefix(code, "t ") || strings.HasPrefix(code, "n ") ||
		unicode.IsLetter(before)
}

// A slip is a kind of markup that visitors would see as it is written. If the expression
// has a group, the group is what is underlined.
type slip struct {
	form            *regexp.Regexp
	where           slipPlace
	message, inText string // inText is the hint for texts, inField the hint for fields if that differs
	inField         string // "" means the same as inText
}

type slipPlace uint8

const (
	anywhere slipPlace = iota
	inTexts
	inFields
)

const plainField = "in dit veld is er geen opmaak: haal deze tekens weg"

// slips are in order of priority: of two in the same place only the first is reported.
var slips = []slip{
	{regexp.MustCompile(`\[\^[^\]\s]+\]`), anywhere, "voetnoten kent de site niet: de bezoeker leest deze tekens", "zet de uitleg in de zin zelf, tussen ronde haken", ""},
	{regexp.MustCompile(`^(\[[ xX]?\]) `), inTexts, "een vakje om af te vinken kent de site niet", "haal de rechte haken weg", ""},
	{regexp.MustCompile(`!?\[[^\]]+\]\s+\((?:https?:|/|www\.|mailto:)[^)]*\)?`), anywhere, "dit is geen link geworden", "haal de spatie tussen ] en ( weg",
		"in dit veld kan geen link staan: zet hem in de tekst"},
	{regexp.MustCompile(`\([^)]+\)\[(?:https?:|/|www\.|mailto:)[^\]]*\]`), anywhere, "dit is geen link geworden", "zet de woorden tussen rechte haken en het adres tussen ronde: [woorden](adres)",
		"in dit veld kan geen link staan: zet hem in de tekst"},
	{regexp.MustCompile(`!?\[[^\]]*\]\([^)]*\)?`), anywhere, "dit is geen link geworden", "in het adres mag geen spatie staan, en er hoort een ) achter",
		"in dit veld kan geen link staan: zet hem in de tekst"},
	{regexp.MustCompile(`!?\[[^\]]+\]\[[^\]]*\]`), anywhere, "dit is geen link geworden: het adres ervan ontbreekt", "schrijf het adres erbij: [woorden](adres)",
		"in dit veld kan geen link staan: zet hem in de tekst"},
	{regexp.MustCompile(`\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{\{|\}\}|:::`), anywhere, "codes van een ander programma kent de site niet", "schrijf wat er moet staan als gewone tekst", ""},
	{regexp.MustCompile(`(?:^|[^*])(\*\*)(?:[^*]|$)`), anywhere, "deze sterretjes maken niets vet", "zet ** direct voor het eerste en direct achter het laatste woord, zonder spatie ertussen", plainField},
	{regexp.MustCompile(`(?:^|[^_])(__)(?:[^_]|$)`), anywhere, "deze streepjes maken niets vet", "zet ** direct voor het eerste en direct achter het laatste woord", plainField},
	{regexp.MustCompile(`(?:^|\s)(\*\pL[^*]*\s\*)(?:\s|$)`), inTexts, "deze sterretjes maken niets schuin", "zet het tweede sterretje direct achter het woord", ""},
	{regexp.MustCompile(`(?:^|\s)(:[a-z]+(?:_[a-z]+)*:)(?:$|[\s.,!?])`), anywhere, "deze code wordt geen plaatje", "schrijf het teken zelf, of haal de code weg", ""},
	{regexp.MustCompile(`~~`), anywhere, "deze tekens halen niets door", "zet ~~ direct voor het eerste en direct achter het laatste woord, of haal de tekst weg", plainField},
	{regexp.MustCompile(`==\S(?:[^=]*\S)?==`), anywhere, "markeren kent de site niet", "schrijf voor vette letters: **woord**", plainField},
	{regexp.MustCompile(`^(#{2,6})\S`), inTexts, "dit is geen kop geworden", "zet een spatie achter de hekjes", ""},
	{regexp.MustCompile(`^(#{1,6}) `), inFields, "de bezoeker leest dit hekje", plainField, ""},
	{regexp.MustCompile(`^\|.*\|.*\|`), inTexts, "dit is geen tabel geworden", "zet onder de eerste regel van de tabel: |---|---|, met net zoveel vakjes", ""},
	{regexp.MustCompile(`(?:^|\s)(\*|_)\pL[^*_]*\pL(?:\*|_)(?:$|[\s.,:;!?])`), inFields, "de bezoeker leest deze tekens", plainField, ""},
	{regexp.MustCompile(`\\[*_\[\]#.()<>&!~-]`), inFields, "de bezoeker leest deze schuine streep", "haal de schuine streep weg", ""},
	{regexp.MustCompile(`</?[A-Za-z][^<>]*>|<!--[^<\n]*-->`), inFields, "de bezoeker leest deze code (HTML)", "haal de code weg, en schrijf alleen de woorden", ""},
	{regexp.MustCompile(`(?:^|\s)(\+{3})(?:\s|$)`), inTexts, "de bezoeker leest deze plusjes: na de tweede regel met +++ komt er geen meer", "haal ze weg", ""},
	{regexp.MustCompile("`"), anywhere, backtick, "schrijf een gewone apostrof: '", ""},
}

// seldom holds characters that every slip contains at least one of, as a quick test.
const seldom = "[]{*_~=#|\\<`&:+"

// visibleMarks reports the slips in a text as a visitor would read it.
func visibleMarks(text string, field bool, report func(start, end int, message, hint string)) {
	if !strings.ContainsAny(text, seldom) {
		return
	}
	seen := make([]bool, len(text)) // the bytes that belong to a reported slip
	free := func(start, end int) bool {
		if slices.Contains(seen[start:end], true) {
			return false
		}
		for i := start; i < end; i++ {
			seen[i] = true
		}
		return true
	}
	for _, s := range slips {
		if s.where == inTexts && field || s.where == inFields && !field {
			continue
		}
		for _, at := range s.form.FindAllStringSubmatchIndex(text, -1) {
			start, end := at[0], at[1]
			if len(at) > 2 && at[2] >= 0 {
				start, end = at[2], at[3]
			}
			if !free(start, end) {
				continue
			}
			hint := s.inText
			if field && s.inField != "" {
				hint = s.inField
			}
			report(start, end, s.message, hint)
		}
	}
	for _, at := range reference.FindAllStringIndex(text, -1) {
		code := text[at[0]:at[1]]
		if meant := html.UnescapeString(strings.TrimSuffix(code, ";") + ";"); meant != code &&
			!strings.HasPrefix(meant, "&") && free(at[0], at[1]) {
			if strings.TrimSpace(meant) == "" {
				meant = "een spatie"
			}
			report(at[0], at[1], "de bezoeker leest deze code", "schrijf het teken zelf: "+meant)
		}
	}
}

// reference matches an HTML character reference. For common ones the semicolon may be
// missing.
var reference = regexp.MustCompile(`&(?:#[0-9]{2,6};?|#[xX][0-9a-fA-F]{2,6};?|[A-Za-z][A-Za-z0-9]+;|(?:nbsp|euro|quot|eacute|egrave|ecirc|euml|ouml|uuml|iuml|auml|ccedil|ndash|mdash|[lr]squo|[lr]dquo|hellip|shy)\b)`)
