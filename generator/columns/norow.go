package columns

import (
	"pleinwijzer/generator/spreadsheet"
	"regexp"
	"strconv"
	"strings"
)

// totals and notes are how a row begins that is no spreekuur.
var (
	totals = regexp.MustCompile(`(?i)^(sub)?tota(al|len)\b|^aantal\b|^som\b`)
	notes  = regexp.MustCompile(`(?i)^([*†¹²(]|bron|let op|n\.?b\.?\b|noot|opmerking|laatst|bijgewerkt|gewijzigd|versie|stand |legenda|toelichting|(sub)?tota|aantal|som\b|voor vragen|vragen\?|contact)`)
)

// noRow says why a row is no spreekuur: it is a total, a note, or the headings once more,
// as at the top of a page. It returns "" for any other row.
func (l Layout) noRow(r spreadsheet.Row) string {
	var filled []string
	same, numbers, read := 0, 0, 0
	for i, c := range l.Columns {
		text := Cell(r, i)
		if text == "" {
			continue
		}
		filled = append(filled, text)
		if strings.EqualFold(strings.Join(strings.Fields(text), " "), c.Heading) {
			same++
		}
		if !c.Unknown {
			read++
		}
		if _, err := strconv.ParseFloat(text, 64); err == nil {
			numbers++
		}
	}
	switch {
	case len(filled) > 2 && same == len(filled):
		return headingsAgain
	case len(filled) > 0 && numbers == len(filled)-1 && totals.MatchString(filled[0]):
		return "een totaal"
	case len(filled) > 0 && numbers == len(filled) && read == 0:
		return "alleen een nummer"
	case len(filled) == 1 && notes.MatchString(filled[0]):
		return "een noot"
	}
	return ""
}
